"""Source 1: the exercise's own misconceptions, by the transcripts that were recorded of them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from grader.case import Case
from grader.checks.rules import compare
from grader.diagnosis.evidence import Diagnosis, Evidence
from grader.transcript import Entry, Raised


def recorded_misconceptions(evidence: Evidence) -> list[Diagnosis]:
    """The misconceptions whose recorded answers the submission gave, function by function.

    A learner may have one function right and another one wrong, so a misconception that shows in
    several functions is recognised by any of them.
    """
    found = []
    by_function: dict[str, list[Case]] = {}
    for case in evidence.cases:
        by_function.setdefault(case.function, []).append(case)
    for name, answers in evidence.exercise.recorded_misconceptions.items():
        explained: tuple[str, ...] = ()
        for cases in by_function.values():
            explained += _explained(evidence, cases, answers)
        if explained:
            found.append(Diagnosis(name, "misconception", explained, evidence.failed))
    return found


def _explained(
    evidence: Evidence, cases: list[Case], answers: Mapping[str, Entry]
) -> tuple[str, ...]:
    told = [case for case in cases if case.key in answers]
    if not told or not all(_gave(evidence, case, answers[case.key]) for case in told):
        return ()
    # Mistakes of every sort end in exceptions of the same few kinds: where a library's exceptions
    # are all there is, they have to say the same.
    said = [_said(evidence, case, answers[case.key]) for case in told]
    if None not in said and not all(said):
        return ()
    return tuple(case.key for case in told)


def _gave(evidence: Evidence, case: Case, recorded: Entry) -> bool:
    entry, answer = evidence.transcript.entries[case.key], recorded.outcome
    if bool(entry.changed) != bool(recorded.changed):
        return False
    if isinstance(answer, Raised) and isinstance(entry.outcome, Raised):
        return answer.kind == entry.outcome.kind
    if evidence.agrees(case, answer):
        return True
    # Another precision is a slip of its own (`np.zeros` is float64), and hides no idea.
    wrong = case.key in evidence.failing_keys
    return wrong and compare(case, answer, entry.outcome, any_precision=True) is None


def _said(evidence: Evidence, case: Case, recorded: Entry) -> bool | None:
    """Whether a library's exception has the recorded message; None for a value, and for what
    learners raise themselves, since they word it as they like."""
    given = evidence.given(case)
    if not isinstance(given, Raised) or re.search(r"\braise\b", given.source):
        return None
    return isinstance(recorded.outcome, Raised) and given.message == recorded.outcome.message
