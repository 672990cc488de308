"""Which idea was mixed up: from a transcript to what explains it.

Every source offers hypotheses; a hypothesis predicts an answer for cases. It is a diagnosis only
where it explains what was seen and predicts nothing that was not: wherever its prediction is not
the right answer, the submission gave exactly that. Where nothing fits, nothing is said.

1. `recorded`    the exercise's own misconceptions
2. `alterations` the right answer to another question
3. `relations`   a relation to the right answer; `commonalities` of all wrong answers
4.               (the reference with one thing changed: recorded mutants, not yet there)
5. `exceptions`  what the exception says, in the learner's words
"""

from __future__ import annotations

from grader.diagnosis.alterations import altered_questions
from grader.diagnosis.commonalities import (
    changed_arguments,
    conditions,
    observations,
    unrefused,
)
from grader.diagnosis.evidence import Diagnosis, Evidence
from grader.diagnosis.exceptions import explained_exceptions
from grader.diagnosis.recorded import recorded_misconceptions
from grader.diagnosis.relations import relations
from grader.exercise import AnswerKey
from grader.transcript import Transcript

__all__ = ["Diagnosis", "diagnose"]

# A report names one idea, perhaps a second one beside it; more would be guessing.
MOST = 3
LEAST = 0.15


def diagnose(key: AnswerKey, transcript: Transcript, own: bool = True) -> list[Diagnosis]:
    """The ideas that explain a transcript, the one that explains most cases first.

    own: whether the exercise's own misconceptions are asked (tests switch them off, to see what
    the other sources can do alone).
    """
    evidence = Evidence(key, transcript)
    if not evidence.failed:
        return []
    found = recorded_misconceptions(evidence) if own else []
    explained = max((d.cases_explained for d in found), default=0)
    if explained < len(evidence.wrong):
        found += altered_questions(evidence)
        found += relations(evidence)
    if not any(d.source == "misconception" for d in found):
        found += changed_arguments(evidence)
    if not found:
        found += observations(evidence)
    if not found:
        found += conditions(evidence)
    # A hypothesis that fits a case or two out of dozens fits by chance.
    found = [d for d in found if d.source == "misconception" or d.confidence >= LEAST]
    found += explained_exceptions(evidence)
    # `sorted` is stable: of those that explain as much, the earlier source comes first. What is
    # merely not refused comes last: it is seldom the idea that was mixed up.
    found = sorted(found, key=lambda d: -d.cases_explained) + unrefused(evidence)
    return _without_repetition(found)[:MOST]


def _without_repetition(found: list[Diagnosis]) -> list[Diagnosis]:
    """Leaves out what explains only cases that something before it explains already."""
    kept: list[Diagnosis] = []
    seen: set[str] = set()
    for diagnosis in found:
        if set(diagnosis.cases) - seen:
            kept.append(diagnosis)
            seen |= set(diagnosis.cases)
    return kept
