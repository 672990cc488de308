"""What a diagnosis starts from: which recorded cases failed, and how; and what it comes to."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from grader.case import Case
from grader.checks.rules import compare
from grader.exercise import AnswerKey, IdeaText, Texts
from grader.transcript import Crashed, NotRun, Outcome, Raised, Returned, TimedOut, Transcript
from grader.words import Translate

Wording = Callable[[Translate, Transcript], IdeaText]

# Reference calls that one diagnosis may make. A count, so that a verdict never sees the clock.
BUDGET = 200


@dataclass(frozen=True)
class Diagnosis:
    """An idea and the cases that it explains.

    wording: for an idea that no author wrote down, what makes its text; it is given the
    transcript, since equal ones share a Diagnosis but not their lines.
    """

    id: str
    source: str
    cases: tuple[str, ...]
    cases_failed: int
    wording: Wording | None = None

    @property
    def cases_explained(self) -> int:
        return len(self.cases)

    @property
    def confidence(self) -> float:
        """How much of what failed is explained; 1 is all of it."""
        return min(1.0, self.cases_explained / max(self.cases_failed, 1))

    def text(self, texts: Texts, transcript: Transcript, _: Translate) -> IdeaText:
        if self.wording is not None:
            return self.wording(_, transcript)
        return texts.misconceptions.get(self.id) or IdeaText(self.id, "")


class Evidence:
    """A transcript beside the recorded answers, and the reference calls that are left."""

    def __init__(self, key: AnswerKey, transcript: Transcript) -> None:
        self.key, self.transcript = key, transcript
        self.exercise = key.exercise
        self.calls_left = BUDGET
        self._asked: dict[str, Outcome | None] = {}
        # Altered cases, by case, argument and alteration: every relation asks for them again.
        self.altered: dict[tuple[str, str, str], Case | None] = {}

    @cached_property
    def cases(self) -> list[Case]:
        """The recorded cases that were asked, smallest first."""
        entries = self.transcript.entries
        return [
            case
            for case in self.exercise.cases
            if case.key in entries and not isinstance(entries[case.key].outcome, NotRun)
        ]

    @cached_property
    def failing(self) -> list[Case]:
        return [case for case in self.cases if not self.agrees(case, self.right(case))]

    @cached_property
    def changed(self) -> list[Case]:
        """Cases whose answer is right, but which changed an argument in place."""
        entries = self.transcript.entries
        return [
            case
            for case in self.cases
            if entries[case.key].changed and case.key not in self.failing_keys
        ]

    @property
    def failed(self) -> int:
        """How many cases there are to explain."""
        return len(self.failing) + len(self.changed)

    @cached_property
    def failing_keys(self) -> set[str]:
        return {case.key for case in self.failing}

    @cached_property
    def wrong(self) -> list[Case]:
        """Failing cases that gave an answer, or refused where they should not have."""
        unfinished = (TimedOut, Crashed)
        return [
            case
            for case in self.failing
            if not isinstance(self.given(case), unfinished) and not _is_unwritten(self.given(case))
        ]

    def given(self, case: Case) -> Outcome:
        return self.transcript.entries[case.key].outcome

    def right(self, case: Case) -> Outcome:
        return self.key.answers[case.key]

    def agrees(self, case: Case, answer: Outcome) -> bool:
        """Whether what was given is this answer, by the rule of equality."""
        return same_answer(case, answer, self.given(case))

    def ask(self, case: Case) -> Outcome | None:
        """What the reference answers to another question; None when the budget is used up, the
        question makes no sense, or TensorFlow alone could answer it, which is not started here."""
        if "numpy" not in case.oracles:
            return None
        if case.key not in self._asked:
            if self.calls_left <= 0:
                return None
            self.calls_left -= 1
            try:
                answer = self.exercise.answer(case)
            except Exception:
                return None
            # What the reference refuses is no answer that a learner could have given.
            self._asked[case.key] = answer if isinstance(answer, Returned) else None
        return self._asked[case.key]

    def explained(
        self,
        cases: Iterable[Case],
        predict: Callable[[Case], Outcome | None],
    ) -> tuple[str, ...]:
        """The failing cases that a hypothesis explains, or none where it predicts amiss.

        predict: its answer to a case, or None where it says nothing. Failing cases are tried
        first, so that most hypotheses end after one.
        """
        failing = [case for case in cases if case.key in self.failing_keys]
        explained: list[str] = []
        for case in failing:
            answer = predict(case)
            if answer is None or same_answer(case, self.right(case), answer):
                continue
            if not self.agrees(case, answer):
                return ()
            explained.append(case.key)
        for case in cases:
            if case.key in self.failing_keys:
                continue
            answer = predict(case)
            if answer is not None and not same_answer(case, self.right(case), answer):
                return ()
        return tuple(explained)


def same_answer(case: Case, expected: Outcome, received: Outcome) -> bool:
    """Whether two outcomes are the same answer; exceptions agree by type."""
    if isinstance(expected, Raised) and isinstance(received, Raised):
        return expected.kind == received.kind and compare(case, expected, received) is None
    if isinstance(expected, Raised) or isinstance(received, Raised):
        return False
    if not isinstance(expected, Returned) or not isinstance(received, Returned):
        return False
    return compare(case, expected, received) is None


def _is_unwritten(outcome: Outcome) -> bool:
    return isinstance(outcome, Raised) and outcome.kind == "NotImplementedError"
