"""What a check can ask of a submission, each as a function that raises `CheckFailed`.

A check is a few lines of intent in `checks.py`:

    @pytest.mark.points(3)
    def test_odd_zero_goes_after(submission):
        submission.answers("odd_total")

Rules that are not about values (errors, arguments unchanged, dtype kept, executed lines) give no
points for nothing: they are judged where a value is right, and `not_run` where none is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from grader.case import Case
from grader.checks.equality import difference
from grader.checks.problem import (
    Changed,
    CheckFailed,
    Difference,
    Finding,
    Grew,
    NothingRight,
    NotRefused,
    Problem,
)
from grader.exercise import AnswerKey
from grader.result import CheckOutcome
from grader.transcript import (
    Crashed,
    Entry,
    NotRun,
    Outcome,
    Raised,
    Returned,
    TimedOut,
    Transcript,
)

# How much the executed lines may grow when an image alone does; counting is exact, so this only
# leaves room for what a library does once more on a larger array.
MAX_GROWTH = 1.5
_NOT_ASKED = Entry(NotRun("this case was not asked"))


@dataclass(frozen=True)
class Judged:
    """One submission's transcript beside the answers: the fixture `submission` of a check."""

    key: AnswerKey
    transcript: Transcript

    def answers(self, *groups: str) -> None:
        """Every case of these groups gives the recorded answer."""
        __tracebackhide__ = True
        for case in self._cases(groups):
            self._require_answer(case)

    def refuses(self, *groups: str) -> None:
        """Every case of these groups raises the recorded error, whose message names an argument.

        A submission that raises always gets nothing: one call of the same function that makes
        sense has to be right.
        """
        __tracebackhide__ = True
        cases = list(self._cases(groups))
        for case in cases:
            self._require_refusal(case)
        for function in dict.fromkeys(case.function for case in cases):
            if not any(case.function == function for case in self.right):
                raise CheckFailed(Finding("not_run", NothingRight(), cases[0]))

    def leaves_arguments_alone(self, *groups: str) -> None:
        """No argument is changed in place, in the cases of these groups whose answer is right."""
        __tracebackhide__ = True
        for case in self._right_cases(groups):
            changed = self._entry(case).changed
            if changed:
                raise CheckFailed(Finding("failed", Changed(self._name(case, changed[0])), case))

    def keeps_dtype(self, *groups: str) -> None:
        """The dtype is the recorded one, in the cases of these groups whose values are right."""
        __tracebackhide__ = True
        cases = list(self._cases(groups))
        seen = False
        for case in cases:
            problem = self._problem(case, any_precision=True)
            if problem is None:
                seen = True
                self._require_answer(case)
        if not seen:
            raise CheckFailed(Finding("not_run", NothingRight(), cases[0]))

    def lines_do_not_grow(self, group: str) -> None:
        """The executed Python lines stay the same when the image alone grows.

        The cases of the group are taken in pairs, the smaller image first.
        """
        __tracebackhide__ = True
        cases = list(self._cases((group,)))
        for case in cases:
            problem = self._problem(case)
            if problem is not None:
                outcome: CheckOutcome = "not_run"
                if isinstance(problem, TimedOut | Crashed):
                    outcome = _outcome_of(problem)
                raise CheckFailed(Finding(outcome, problem, case))
        for small, large in zip(cases[::2], cases[1::2], strict=True):
            counts = self._entry(small).lines, self._entry(large).lines
            if counts[0] is None or counts[1] is None or counts[1] > counts[0] * MAX_GROWTH:
                raise CheckFailed(Finding("failed", Grew(*counts), large))

    # --- what the rules are made of ---

    @cached_property
    def right(self) -> list[Case]:
        """The cases that ask for a value and got the right one, whatever its precision."""
        return [
            case
            for case in self.key.cases
            if isinstance(self.key.answers[case.key], Returned)
            and self._problem(case, any_precision=True) is None
        ]

    def _cases(self, groups: tuple[str, ...]) -> Iterator[Case]:
        for name in groups:
            yield from self.key.group(name).cases

    def _right_cases(self, groups: tuple[str, ...]) -> list[Case]:
        wanted = {case.key for case in self._cases(groups)}
        right = [case for case in self.right if case.key in wanted]
        if not right:
            raise CheckFailed(Finding("not_run", NothingRight()))
        return right

    def _entry(self, case: Case) -> Entry:
        return self.transcript.entries.get(case.key, _NOT_ASKED)

    def _problem(self, case: Case, any_precision: bool = False) -> Problem | None:
        return compare(case, self.key.answers[case.key], self._entry(case).outcome, any_precision)

    def _require_answer(self, case: Case) -> None:
        __tracebackhide__ = True
        problem = self._problem(case)
        if problem is not None:
            raise CheckFailed(Finding(_outcome_of(problem), problem, case))

    def _require_refusal(self, case: Case) -> None:
        __tracebackhide__ = True
        problem = refusal(case, self.key.answers[case.key], self._entry(case).outcome)
        if problem is not None:
            raise CheckFailed(Finding(_outcome_of(problem), problem, case))

    def _name(self, case: Case, argument: str) -> str:
        """The name of an argument that the transcript gives by its position."""
        parameters = self.key.exercise.parameters(case.function)
        if argument.isdecimal() and int(argument) < len(parameters):
            return parameters[int(argument)].name
        return argument


def compare(
    case: Case, expected: Outcome, received: Outcome, any_precision: bool = False
) -> Problem | None:
    """What is wrong with an outcome where this one is right, or None."""
    if isinstance(expected, Raised):
        return refusal(case, expected, received)
    if not isinstance(received, Returned):
        return received
    assert isinstance(expected, Returned)
    return difference(
        expected.value,
        received.value,
        exact=case.exact,
        tolerance=case.tolerance,
        any_precision=any_precision,
    )


def refusal(case: Case, expected: Outcome, received: Outcome) -> Problem | None:
    """What is wrong with how senseless arguments were met, or None."""
    if isinstance(received, TimedOut | Crashed | NotRun):
        return received
    assert isinstance(expected, Raised)
    if isinstance(received, Raised):
        if received.kind == "NotImplementedError":
            return received
        if received.kind == expected.kind and (
            not case.names or any(_names(received.message, name) for name in case.names)
        ):
            return None
    return NotRefused(expected.kind, case.names, received)


def _names(message: str, argument: str) -> bool:
    return re.search(rf"\b{re.escape(argument)}\b", message) is not None


def _outcome_of(problem: Problem) -> CheckOutcome:
    match problem:
        case Raised():
            return "error"
        case TimedOut():
            return "timed_out"
        case Crashed():
            return "crashed"
        case NotRun():
            return "not_run"
    return "failed"


__all__ = ["Difference", "Judged", "compare", "refusal"]
