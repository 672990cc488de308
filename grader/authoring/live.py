"""`--live`: the references asked on the spot, instead of the record."""

from __future__ import annotations

from grader.authoring.record import (
    Zygotes,
    disagreements,
    reference_answers,
    right_answer,
)
from grader.errors import CourseError
from grader.exercise import AnswerKey, Exercise, recorded_key, with_fresh_cases
from grader.show import call_in_short


def live_key(exercise: Exercise, fresh: int = 0, seed: int = 0) -> AnswerKey:
    """The cases (and fresh ones) with what both references answer now.

    Raises `CourseError` where they do not agree with each other.
    """
    key = recorded_key(exercise)
    if fresh:
        key = with_fresh_cases(key, fresh, seed)
    with Zygotes() as zygotes:
        answers = reference_answers(exercise, zygotes, key.groups)
    for case, how in disagreements(key.cases, answers):
        what = f"the references do not agree on {call_in_short(case)}: {how}"
        raise CourseError(exercise.folder, what)
    right = {case.key: right_answer(case, answers) for case in key.cases}
    return AnswerKey(exercise, key.groups, right)
