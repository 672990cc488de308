"""What learners get wrong is named: each misconception first, and right answers not at all.

Every test here is one for each exercise of the course.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from grader.authoring.variants import misconceptions, reference, right_answers
from grader.diagnosis import diagnose, evidence
from grader.exercise import AnswerKey, Exercise, recorded_key
from grader.grading import Grader
from grader.result import Result
from grader.sandbox.runner import Implementation, run
from grader.sandbox.zygote import Settings, Zygote
from grader.submission import Submission

# The first six of the course; the others count once they are written.
SIX = {"bias_addition", "conv_padding", "conv2d", "max_pool_switches", "max_unpool", "dense_layer"}

Loads = Callable[[str], Exercise]
Zygotes = Callable[[str], Zygote]


@pytest.fixture
def zygote_with_limits(zygote_for: Zygotes) -> Callable[[AnswerKey], Zygote]:
    """A zygote for an exercise; of its own only where the exercise has limits of its own."""

    def zygote(key: AnswerKey) -> Zygote:
        shared = zygote_for(key.exercise.manifest.runtime)
        limits = dataclasses.asdict(key.plan.limits)
        if shared.settings.limits == limits:
            return shared
        return Zygote(Settings(key.exercise.manifest.runtime, limits))

    return zygote


def graded(
    key: AnswerKey, zygote: Zygote, answers: Mapping[str, Implementation]
) -> dict[str, Result]:
    """The Results of these answers, as of submissions."""
    submissions = [Submission(name, name, one.source, name) for name, one in answers.items()]
    return dict(zip(answers, Grader(key, zygote).grade(submissions), strict=True))


def test_every_misconception_is_named_first(
    exercise_name: str, load_exercise: Loads, zygote_with_limits: Callable[[AnswerKey], Zygote]
) -> None:
    """When it is handed in, with a title and an explanation, and some check fails."""
    key = recorded_key(load_exercise(exercise_name))
    answers = misconceptions(key.exercise)
    results = graded(key, zygote_with_limits(key), answers)
    named = {
        name: result.misconceptions[0].id if result.misconceptions else None
        for name, result in results.items()
    }
    assert named == {name: name for name in answers}
    for result in results.values():
        first = result.misconceptions[0]
        assert (first.source, first.confidence) == ("misconception", 1.0)
        assert first.title
        assert first.explanation
        assert result.outcome == "failed"
        assert result.points < result.max_points


def test_right_answers_get_full_marks_and_no_diagnosis(
    exercise_name: str, load_exercise: Loads, zygote_with_limits: Callable[[AnswerKey], Zygote]
) -> None:
    """In every style."""
    key = recorded_key(load_exercise(exercise_name))
    runtime = key.exercise.manifest.runtime
    answers = {"reference": reference(key.exercise, runtime), **right_answers(key.exercise)}
    for name, result in graded(key, zygote_with_limits(key), answers).items():
        wrong = [check.message for check in result.checks if check.outcome != "passed"]
        assert (name, wrong, result.misconceptions) == (name, [], ())
        assert result.outcome == "passed"


def test_a_third_of_the_misconceptions_is_explained_without_their_record(
    load_exercise: Loads, zygote_for: Zygotes, repository: Path
) -> None:
    """By the sources that know no author: other questions, relations, exceptions.

    Counted over the numpy exercises of the first six that are there.
    """
    explained: dict[str, list[str]] = {}
    known = 0
    for name in sorted(SIX):
        folder = repository / "solutions" / name
        if not folder.is_dir():
            continue
        exercise = load_exercise(name)
        if exercise.manifest.runtime != "numpy":
            continue
        key = recorded_key(exercise)
        for idea, implementation in misconceptions(exercise).items():
            known += 1
            found = diagnose(key, run(zygote_for("numpy"), key.plan, implementation), own=False)
            assert all(diagnosis.source != "misconception" for diagnosis in found)
            if found:
                explained.setdefault(name, []).append(idea)
    assert 3 * sum(map(len, explained.values())) >= known, explained


@pytest.mark.parametrize(
    "source",
    [
        "def same_padding(size, kernel, stride=1, dilation=1):\n"
        "    return size * 31 % 17, kernel * stride * 7 % 13\n"
        "def pad_images(x, kernel, stride=1, dilation=1):\n    return x * 3 + 1\n",
        "def same_padding(*a, **o):\n    return 1, 1\ndef pad_images(x, *a, **o):\n    return x\n",
    ],
    ids=["wild", "constant"],
)
def test_no_diagnosis_asks_the_reference_more_often_than_its_budget(
    key: AnswerKey, zygote: Zygote, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """Two hundred calls, whatever there is to explain; and nothing is guessed where nothing fits."""
    asked = 0
    answer = Exercise.answer

    def counting(self: Exercise, case: object) -> object:
        nonlocal asked
        asked += 1
        return answer(self, case)  # type: ignore[arg-type]

    monkeypatch.setattr(Exercise, "answer", counting)
    transcript = run(zygote, key.plan, Implementation(source))
    found = diagnose(key, transcript)
    assert 0 < asked <= evidence.BUDGET == 200
    assert len(found) <= 3
    for diagnosis in found:
        assert diagnosis.cases_explained > 0
        assert 0 < diagnosis.confidence <= 1


def test_a_diagnosis_is_the_same_each_time(key: AnswerKey, zygote: Zygote) -> None:
    """It sees no clock."""
    implementation = misconceptions(key.exercise)["height_for_both_axes"]
    transcript = run(zygote, key.plan, implementation)
    told = [
        [(d.id, d.source, d.cases, d.confidence) for d in diagnose(key, transcript, own=own)]
        for own in (True, False) * 3
    ]
    assert told[0] == told[2] == told[4]
    assert told[1] == told[3] == told[5]
