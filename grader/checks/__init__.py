"""Judging: how transcripts meet the recorded answers.

`equality` holds the one rule of what is equal, `rules` what a check can ask, `problem` the data
that says what is wrong, `words` the one place that turns it into sentences. `plugin` makes the
rules fixtures of pytest, `run` runs a `checks.py` over many transcripts at once.
"""
