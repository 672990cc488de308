"""The Result: what grading one submission says, in the form that `--format json` prints.

Every report, gradebook and picture of a class is made from Results alone.
"""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from grader.value import Value

SubmissionOutcome = Literal[
    "refused", "error", "not_started", "passed", "timed_out", "crashed", "failed"
]
CheckOutcome = Literal["passed", "failed", "error", "timed_out", "crashed", "not_run"]


class Counterexample(msgspec.Struct, frozen=True):
    """The smallest call that goes wrong, as text that a student can read and paste.

    call: a complete snippet with its imports; expected and actual: what the call gives;
    difference: one sentence on where they part.

    The rest is the same as data, to draw it from the Result alone; what is large is left out.
    function: the name of what is called; arguments: by the names of the parameters.
    expected_value, actual_value: None where the text says it all, as of an exception.
    tolerance: how far values may be apart, relative to the largest expected one; 0 is exact and
    None the dtype's own.
    line: of the submission, counted from 1, where an exception says one.
    """

    call: str
    expected: str
    actual: str
    difference: str
    function: str = ""
    arguments: dict[str, Value] = {}
    expected_value: Value = None
    actual_value: Value = None
    tolerance: float | None = None
    line: int | None = None


class CheckResult(msgspec.Struct, frozen=True):
    """One check. It gives all its points or none.

    because: the id of the check that this one needs and that did not pass either, or None.
    visible: whether students know it before they submit.
    """

    id: str
    title: str
    outcome: CheckOutcome
    points: float
    max_points: float
    message: str = ""
    hint: str = ""
    counterexample: Counterexample | None = None
    because: str | None = None
    visible: bool = True


class Misconception(msgspec.Struct, frozen=True):
    """An idea that explains what was seen, and how many of the failing cases it explains.

    confidence: between 0 and 1; 1 where it predicts every failing case exactly.
    source: which of the sources of diagnosis found it.
    """

    id: str
    title: str
    explanation: str
    confidence: float
    cases_explained: int
    cases_failed: int
    hint: str = ""
    source: str = "misconception"


class Isolation(msgspec.Struct, frozen=True):
    """level: "strict", "partial" or "none"; layers: those that this run proved to be there."""

    level: str
    layers: tuple[str, ...] = ()


class Result(msgspec.Struct, frozen=True):
    """What grading one submission says.

    first: the id of the check that failed in the smallest case, which is the one to fix first.
    message: what to know of the submission as a whole, where a check cannot say it.
    line: for an error of the whole file, where it is, counted from 1.
    """

    exercise: str
    exercise_version: str
    submission: str
    digest: str
    student: str | None
    outcome: SubmissionOutcome
    points: float
    max_points: float
    checks: tuple[CheckResult, ...] = ()
    misconceptions: tuple[Misconception, ...] = ()
    output: str = ""
    isolation: Isolation = Isolation("none")
    seconds: float = 0.0
    grader_version: str = ""
    message: str = ""
    first: str | None = None
    language: str = "en"
    title: str = ""
    line: int | None = None


def result_schema() -> dict[str, Any]:
    """The JSON Schema of a Result, which `grader/result.schema.json` is a copy of."""
    return msgspec.json.schema(Result)
