"""Results to show: real ones, graded from wrong answers, and ones made up field by field."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec
import pytest

from grader.authoring.variants import misconceptions
from grader.exercise import Exercise
from grader.result import CheckResult, Counterexample, Misconception, Result
from grader.value import value_of

Ran = Any  # what the fixtures `grade` and `run_python` return
OUTCOMES = ("passed", "failed", "timed_out", "crashed", "error", "refused", "not_started")


@pytest.fixture(scope="session")
def sources(exercise: Exercise, reference: str) -> Mapping[str, str]:
    """A submission of `conv_padding` for every outcome but `refused`."""
    return {
        "passed": reference,
        "failed": misconceptions(exercise)["odd_zero_before"].source,
        "timed_out": reference.replace(
            "    outputs = -(-size",
            "    while (size, kernel, stride) == (6, 5, 3):\n        pass\n    outputs = -(-size",
        ),
        "crashed": "import os\n"
        + with_line(reference, "if (size, kernel, stride) == (6, 5, 3): os._exit(1)"),
        "error": "import numpy as np\n\n\ndef same_padding(size, kernel:\n    return 0, 0\n",
        "not_started": exercise.stub,
    }


def with_line(reference: str, line: str) -> str:
    """The reference with one more line in `same_padding`."""
    head, after = reference.split("    outputs =", 1)
    return f"{head}    {line}\n    outputs ={after}"


@pytest.fixture(scope="session")
def result_for(graded: Callable[..., Result], sources: Mapping[str, str]) -> Callable[..., Result]:
    """The Result of an outcome, in a language; graded once."""
    known: dict[tuple[str, str], Result] = {}

    def result(outcome: str, language: str = "en") -> Result:
        if outcome == "refused":
            refused = {"outcome": "refused", "checks": (), "points": 0, "first": None}
            told = {"message": "the file is empty", "misconceptions": (), "output": ""}
            return msgspec.structs.replace(result("failed", language), **refused, **told)
        if (outcome, language) not in known:
            known[outcome, language] = graded(sources[outcome], language)
        return known[outcome, language]

    return result


@pytest.fixture(scope="session")
def made_up() -> Callable[..., Result]:
    """A failed Result in which every text is `text`, but for what `changes` says."""

    def make(text: str = "text", **changes: Any) -> Result:
        example = Counterexample(
            call=text,
            expected=text,
            actual=text,
            difference=text,
            function=text,
            arguments={text: value_of(text)},
            expected_value=value_of((0, 1)),
            actual_value=value_of((1, 0)),
        )
        check = CheckResult(
            id="first",
            title=text,
            outcome="failed",
            points=0,
            max_points=2,
            message=text,
            hint=text,
            counterexample=example,
        )
        others = [
            msgspec.structs.replace(check, id="told", counterexample=None),
            msgspec.structs.replace(
                check,
                id="text",
                counterexample=msgspec.structs.replace(
                    example, expected_value=None, actual_value=value_of({text: text})
                ),
                because="first",
            ),
        ]
        idea = Misconception("idea", text, text, 1.0, 1, 1, hint=text)
        result = Result(
            exercise="conv_padding",
            exercise_version=text,
            submission=text,
            digest=text,
            student=text,
            outcome="failed",
            points=0,
            max_points=6,
            checks=(check, *others),
            misconceptions=(idea, idea),
            output=text,
            grader_version="0",
            message=text,
            first="first",
            title=text,
        )
        return msgspec.structs.replace(result, **changes)

    return make
