"""The course's Markdown, read by the short way and by Markdown-it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from grader.exercise import Exercise
from grader.report.prose import (
    _MORE,
    Segment,
    _by_markdown_it,
    blocks,
    inline,
    sentence,
)


def test_code_and_emphasis_are_segments():
    """Each in a style of its own, the text between them plain."""
    assert inline("Call `same_padding` *once* for **each** axis.") == (
        Segment("text", "Call "),
        Segment("code", "same_padding"),
        Segment("text", " "),
        Segment("em", "once"),
        Segment("text", " for "),
        Segment("strong", "each"),
        Segment("text", " axis."),
    )


@pytest.mark.parametrize("text", ["2 * 3 * 4", "a ` b", "**", "``", "<b>x</b>", "", "* x"])
def test_what_is_no_mark_stays(text: str):
    """A lone asterisk or backtick is a character like any other."""
    assert "".join(segment.text for segment in inline(text)) == text


def test_paragraphs_are_parted_by_empty_lines():
    """Lines within one are joined."""
    one, two = blocks("First\nline.\n\nSecond.")
    assert (one.text, two.text) == ("First line.", "Second.")


def test_lists_code_and_headings_are_read_too():
    """By Markdown-it; a link keeps its words, and HTML is text."""
    found = blocks(
        "# Head\n\n1. one\n2. [two](http://x)\n\n- `x`\n\n```\ncode\n```\n\n<b>&amp;</b>\n"
    )
    assert [(b.kind, b.label, b.text) for b in found] == [
        ("heading", "", "Head"),
        ("item", "1.", "one"),
        ("item", "2.", "two"),
        ("item", "•", "x"),
        ("code", "", "code"),
        ("paragraph", "", "<b>&amp;</b>"),
    ]


def test_a_sentence_begins_with_a_capital_unless_it_begins_with_code():
    """Names keep their letters, and asterisks are no emphasis."""
    assert sentence("expected *a*, got `b`")[0].text == "Expected *a*, got "
    assert sentence("x.shape is wrong")[0].text == "x.shape is wrong"


def test_emphasis_ends_before_a_korean_particle():
    """Where CommonMark would leave the asterisks, since no space follows."""
    (block,) = blocks("**편향(bias)**을 더합니다.")
    assert block.segments[0] == Segment("strong", "편향(bias)")


def test_both_ways_read_the_courses_texts_alike(exercise_name: str, repository: Path):
    """The short way is used for most of them; it finds the same paragraphs."""
    exercise = _load(repository, exercise_name)
    for language in ("en", "ko"):
        texts = exercise.texts(language)
        ideas = [
            idea.explanation for idea in (*texts.misconceptions.values(), *texts.ideas.values())
        ]
        for text in (texts.statement, texts.why, *texts.hints, *ideas):
            if not _MORE.search(text):
                assert blocks(text) == tuple(_by_markdown_it(text))


def _load(repository: Path, name: str) -> Exercise:
    from grader.course import Course, read_manifest

    return Exercise(read_manifest(repository / "solutions" / name), Course(repository))


def test_blocks_are_data():
    """They can be compared and kept."""
    assert msgspec.to_builtins(blocks("a"))[0]["kind"] == "paragraph"
