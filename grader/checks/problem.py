"""What is wrong with one case, as data. `grader.checks.words` turns it into sentences."""

from __future__ import annotations

import msgspec

from grader.case import Case
from grader.result import CheckOutcome
from grader.transcript import Crashed, NotRun, Outcome, Raised, TimedOut
from grader.value import Value


class Difference(msgspec.Struct, frozen=True, tag="difference"):
    """Where a value first parts from the right one.

    step:     what was compared when it did: nothing, type, length, keys, shape, dtype or value.
    expected, received: the two, at that step and place (a shape and a dtype as text).
    place:    the index or key that leads there, outermost first.
    count, total: of values, how many differ of how many.
    """

    step: str
    expected: Value
    received: Value
    place: tuple[int | str, ...] = ()
    count: int = 1
    total: int = 1


class NotRefused(msgspec.Struct, frozen=True, tag="not_refused"):
    """Arguments that make no sense were not refused as the docstring says.

    names: the error's message should name one of these; received: what came instead.
    """

    kind: str
    names: tuple[str, ...]
    received: Outcome


class Changed(msgspec.Struct, frozen=True, tag="changed"):
    """An argument was changed in place."""

    argument: str


class Grew(msgspec.Struct, frozen=True, tag="grew"):
    """More Python lines were executed for a larger input; None where they could not be counted."""

    small: int | None
    large: int | None


class NothingRight(msgspec.Struct, frozen=True, tag="nothing_right"):
    """The check is judged where the answer is right, and nowhere it is."""


class Said(msgspec.Struct, frozen=True, tag="said"):
    """What a plain `assert` in a check said."""

    text: str


Problem = (
    Difference
    | NotRefused
    | Changed
    | Grew
    | NothingRight
    | Said
    | Raised
    | TimedOut
    | Crashed
    | NotRun
)


class Finding(msgspec.Struct, frozen=True):
    """Why a check did not pass: the outcome, the first case that shows it, the problem there."""

    outcome: CheckOutcome
    problem: Problem
    case: Case | None = None


class CheckFailed(AssertionError):
    """Raised by a rule; carries the Finding, and says it in English for plain pytest."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding)
        self.finding = finding

    def __str__(self) -> str:
        from grader.checks.words import finding_in_words
        from grader.words import translator

        return finding_in_words(self.finding, translator("en"))
