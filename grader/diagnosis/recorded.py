"""Source 1: the exercise's own misconceptions, by the transcripts that were recorded of them."""

from __future__ import annotations

from collections.abc import Mapping

from grader.case import Case
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
    explained = [case.key for case in told if _gave(evidence, case, answers[case.key])]
    return tuple(explained) if told and len(explained) == len(told) else ()


def _gave(evidence: Evidence, case: Case, recorded: Entry) -> bool:
    entry, answer = evidence.transcript.entries[case.key], recorded.outcome
    if bool(entry.changed) != bool(recorded.changed):
        return False
    if isinstance(answer, Raised) and isinstance(entry.outcome, Raised):
        given = entry.outcome
        # What learners raise themselves is worded as they like. What a library raises has to say
        # the same, since mistakes of every sort end in exceptions of the same few kinds.
        own = given.source.startswith("raise")
        return answer.kind == given.kind and (own or answer.message == given.message)
    return evidence.agrees(case, answer)
