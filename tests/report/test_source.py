"""A submission's source as coloured lines: bounded, and total."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.report.source import LONGEST_LINE, MOST_LINES, lines_of_function, listing


def text_of(source: str) -> list[str]:
    return ["".join(text for _, text in line.segments) for line in listing(source).lines]


@given(st.text(st.sampled_from("def f(x):\n\t'\"#\\ 1[]{}é한"), max_size=80))
def test_colouring_changes_no_character(source: str):
    """Whether or not it is Python."""
    shown = [line.rstrip("\r") for line in source.split("\n")]
    while shown and not shown[-1].strip():
        shown.pop()
    assert text_of(source) == shown


def test_words_get_their_styles():
    """Keywords, names that are defined, numbers, strings, comments."""
    (line,) = listing("def f(): return 1, 'a'  # why\n").lines
    assert [segment for segment in line.segments if segment[0]] == [
        ("keyword", "def"),
        ("name", "f"),
        ("keyword", "return"),
        ("number", "1"),
        ("string", "'a'"),
        ("comment", "# why"),
    ]


@pytest.mark.parametrize(
    "source", ["x = (\n" * 3, '"""', "\x00", "(" * 5_000, "x\n" * 9_000, "\\" * 999, "\ud800 = 1"]
)
def test_what_is_no_python_is_shown_plainly(source: str):
    """Nothing is raised, and no more than the caps allow is shown."""
    shown = listing(source)
    assert len(shown.lines) <= MOST_LINES
    assert all(len(text) <= LONGEST_LINE * 6 + 1 for text in text_of(source))


def test_a_long_file_is_shown_around_the_line_involved():
    """And it is said that the rest is left out."""
    shown = listing("x = 1\n" * 5_000, {4_000})
    assert shown.cut
    assert shown.involved == (4_000,)
    assert shown.lines[0].number == 3_980


def test_the_line_of_a_function_is_found():
    """By its name, in the text alone."""
    assert list(lines_of_function("import x\n\n\ndef pad(x):\n    pass\n", "pad")) == [4]
    assert list(lines_of_function("def padded(x): ...", "pad")) == []
    assert list(lines_of_function("x", "not a name(")) == []
