"""Whatever a text holds, showing it does nothing but show it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.safe_text import MOST_MARKS, one_line, safe_text

INERT = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
ANYTHING = st.text(st.characters(codec=None, categories=None))


def is_inert(text: str) -> bool:
    return all(c in "\n\t" or unicodedata.category(c) not in INERT for c in text)


def test_every_code_point_is_inert_or_spelt_out():
    """Lone surrogates included."""
    for start in range(0, 0x110000, 0x1000):
        text = "a".join(map(chr, range(start, start + 0x1000)))
        safe = safe_text(text)
        assert is_inert(safe), hex(start)
        safe.encode("utf-8")


@given(ANYTHING)
def test_any_text_is_inert(text: str):
    """It is so whole, and in one line."""
    assert is_inert(safe_text(text))
    assert "\n" not in one_line(text)


@given(ANYTHING, st.integers(0, 30))
def test_the_limit_holds_for_what_comes_back(text: str, limit: int):
    """Spelling out makes a text longer; the limit is of the longer one."""
    assert len(safe_text(text, limit)) <= limit


@given(st.text(st.characters(codec="utf-8", categories=["L", "N", "P", "S"])))
def test_letters_and_signs_stay_as_they_are(text: str):
    """Only what is drawn as nothing is spelt out."""
    assert all(safe_text(c) in (c, f"\\u{ord(c):04x}", f"\\U{ord(c):08x}") for c in text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("한국어와 漢字, naïve – “ok” 🙂\n\tnext", "한국어와 漢字, naïve – “ok” 🙂\n\tnext"),
        ("\x1b[2J", r"\x1b[2J"),
        ("\x9b31m", r"\x9b31m"),
        ("FAILED\rPASSED", r"FAILED\x0dPASSED"),
        ("\u202etxt.exe", r"\u202etxt.exe"),
        ("a\u200bb\u3164", r"a\u200bb\u3164"),
        ("\ud800", r"\ud800"),
        ("\U000e0041", r"\U000e0041"),
        ("line\u2028line", r"line\u2028line"),
    ],
)
def test_what_is_not_simply_seen_is_spelt_out(text: str, shown: str):
    """Controls, bidirectional marks, invisible letters, surrogates, tags."""
    assert safe_text(text) == shown


def test_marks_do_not_pile_up():
    """A few accents are a letter's own; a hundred would climb over the lines above."""
    assert safe_text("a" + "\u0301" * 100).count("\u0301") == MOST_MARKS


def test_what_cannot_be_text_is_named():
    """An object whose text fails, and an integer that is too long to be written."""

    class Silent:
        def __str__(self) -> str:
            raise RuntimeError

    assert safe_text(Silent()) == "<Silent>"
    assert safe_text(10**5000) == "<int>"
    assert safe_text(12) == "12"
