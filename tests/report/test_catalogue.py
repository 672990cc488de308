"""The grader's own words: every sentence translated, none left over, none out of date."""

from __future__ import annotations

import gettext
import io
import re
from pathlib import Path

import pytest

from grader.locale.__main__ import (
    PACKAGE,
    SAID_ELSEWHERE,
    languages,
    missing,
    mo_bytes,
    po_path,
    read,
    words,
)
from grader.words import LANGUAGES, translator

RUN = "run `python -m grader.locale` and translate what it names"


def messages(data: bytes) -> dict[str, str]:
    """The sentences of a compiled catalogue, without its header."""
    catalog = gettext.GNUTranslations(io.BytesIO(data))._catalog  # type: ignore[attr-defined]
    return {str(key): value for key, value in catalog.items() if key}


def test_every_language_but_english_has_a_catalogue():
    """English is written where it is said."""
    assert languages() == [language for language in LANGUAGES if language != "en"]


@pytest.mark.parametrize("language", languages())
def test_the_catalogue_has_every_sentence_and_no_other(language: str):
    """What Babel finds in the package is what is translated."""
    known = {str(message.id) for message in read(language) if message.id}
    assert known == set(words()), RUN


@pytest.mark.parametrize("language", languages())
def test_nothing_is_untranslated_or_uncertain(language: str):
    """A fuzzy translation is one that nobody has read."""
    catalog = read(language)
    assert missing(catalog) == [], RUN
    assert [m.id for m in catalog if m.id and m.fuzzy] == []


@pytest.mark.parametrize("language", languages())
def test_the_compiled_catalogue_is_current(language: str):
    """The `.mo` beside it says the same."""
    kept = po_path(language).with_suffix(".mo").read_bytes()
    assert messages(kept) == messages(mo_bytes(read(language))), RUN


@pytest.mark.parametrize("language", languages())
def test_translations_keep_names_and_code(language: str):
    """Every placeholder comes back, none is added, and what stands in backticks stays."""
    for message in read(language):
        if message.id:
            for pattern in (r"\{\w*\}", r"`[^`]*`"):
                there = sorted(re.findall(pattern, str(message.id)))
                assert sorted(re.findall(pattern, str(message.string))) == there, message.id


def test_sentences_without_a_mark_are_still_said():
    """Those of the sandbox and of exceptions are in the list as they stand in the code."""
    code = "".join(path.read_text("utf-8") for path in Path(PACKAGE).rglob("*.py"))
    for sentence in SAID_ELSEWHERE:
        assert code.count(sentence) > 1, sentence


def test_an_unknown_sentence_is_said_in_english():
    """A word too few is better than none."""
    assert translator("ko")("no such sentence") == "no such sentence"
    assert translator("ko")("Every check passed.") != "Every check passed."
