"""Catalogues of the grader's own words, by language."""
