"""`reports/samples/`: reports to look at, in both languages.

They are written by `WRITE_SAMPLES=1 python -m pytest tests/report/test_samples.py`, and by nothing
else; times and versions in them are fixed, so that they change with their content alone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec
import pytest

from grader.exercise import Exercise
from grader.report.html import render_result
from grader.result import Isolation, Result

SAMPLES = {
    "passed": "passed",
    "padding_mistake": "failed",
    "timed_out": "timed_out",
    "not_started": "not_started",
}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_says_what_its_name_says(
    name: str,
    language: str,
    result_for: Callable[..., Result],
    sources: Mapping[str, str],
    exercise: Exercise,
    repository: Path,
):
    """It is the report of a real Result, and is kept where people look."""
    outcome = SAMPLES[name]
    result = stable(result_for(outcome, language))
    page = render_result(result, sources[outcome], exercise.texts(language))
    path = repository / "reports" / "samples" / f"{name}.{language}.html"
    if os.environ.get("WRITE_SAMPLES"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8")
    kept = path.read_text("utf-8")
    assert f'<html lang="{language}">' in kept
    assert f'<header class="{outcome}">' in kept


def stable(result: Result) -> Result:
    """The Result without what differs between machines, days and versions."""
    return msgspec.structs.replace(
        result,
        submission="conv_padding.py",
        digest="0" * 64,
        exercise_version="1",
        grader_version="1",
        isolation=Isolation("strict"),
        seconds=0.0,
    )
