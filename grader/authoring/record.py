"""Records: what the references and the misconceptions answered, in text that a person can read.

`recorded.jsonl` holds one line a case: its key, the call as a reader would write it, the answer.
`recorded_misconceptions.jsonl` holds, for each misconception, the cases where its answer differs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from grader.authoring.variants import misconceptions, reference
from grader.case import Case, Group
from grader.diagnosis.evidence import same_answer
from grader.errors import GraderError
from grader.exercise import Answers, Exercise, outcome_to_text
from grader.sandbox.runner import Implementation, run
from grader.sandbox.zygote import Zygote
from grader.show import call_in_short
from grader.transcript import Outcome, Raised, Returned, Transcript

MAX_BYTES = 300_000


class Zygotes:
    """One zygote for each runtime, started when it is first needed."""

    def __init__(self) -> None:
        self._started: dict[str, Zygote] = {}

    def run(
        self,
        exercise: Exercise,
        implementation: Implementation,
        runtime: str,
        groups: Sequence[Group] | None = None,
    ) -> Transcript:
        """What an implementation does in every case of the exercise, under this runtime.

        Raises `GraderError` where it cannot even be imported.
        """
        plan = exercise.plan(groups, runtime)
        if runtime not in self._started:
            self._started[runtime] = Zygote(plan.settings())
        transcript = run(self._started[runtime], plan, implementation)
        if transcript.stopped is not None:
            raise GraderError(f"{exercise.name}: {implementation.name}: {transcript.stopped}")
        return transcript

    def close(self) -> None:
        for zygote in self._started.values():
            zygote.close()

    def __enter__(self) -> Zygotes:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def reference_answers(
    exercise: Exercise, zygotes: Zygotes, groups: Sequence[Group] | None = None
) -> dict[str, dict[str, Outcome]]:
    """What each reference answers: by "numpy" and "tensorflow", then by the case's key."""
    answers: dict[str, dict[str, Outcome]] = {}
    for runtime in ("numpy", "tensorflow"):
        transcript = zygotes.run(exercise, reference(exercise, runtime), runtime, groups)
        answers[runtime] = {
            case.key: transcript.entries[case.key].outcome
            for group in groups or exercise.groups
            for case in group.cases
            if runtime in case.oracles
        }
    return answers


def disagreements(cases: Sequence[Case], answers: Mapping[str, Answers]) -> list[tuple[Case, str]]:
    """The cases in which the references do not agree or do not answer, and how."""
    found = []
    for case in cases:
        given = {name: answers[name][case.key] for name in case.oracles}
        for name, outcome in given.items():
            if not isinstance(outcome, Returned | Raised):
                found.append((case, f"{name}: {outcome}"))
        first, *others = given.values()
        if any(not same_answer(case, first, other) for other in others):
            found.append((case, "; ".join(f"{n}: {outcome_to_text(o)}" for n, o in given.items())))
    return found


def right_answer(case: Case, answers: Mapping[str, Answers]) -> Outcome:
    """The answer that is recorded: the first oracle's, which is NumPy's where it has one."""
    return answers[case.oracles[0]][case.key]


def record_lines(exercise: Exercise, answers: Mapping[str, Answers]) -> list[str]:
    """The lines of `recorded.jsonl`."""
    return [
        _line({"case": case.key, "call": call_in_short(case)}, right_answer(case, answers))
        for case in exercise.cases
    ]


def misconception_lines(
    exercise: Exercise, right: Answers, zygotes: Zygotes
) -> tuple[list[str], dict[str, Transcript]]:
    """The lines of `recorded_misconceptions.jsonl`, and the transcripts they are made of."""
    lines, transcripts = [], {}
    for name, implementation in misconceptions(exercise).items():
        transcript = zygotes.run(exercise, implementation, exercise.manifest.runtime)
        transcripts[name] = transcript
        lines.append(json.dumps({"misconception": name}))
        for case in exercise.cases:
            entry = transcript.entries[case.key]
            differs = not same_answer(case, right[case.key], entry.outcome)
            if (differs or entry.changed) and isinstance(entry.outcome, Returned | Raised):
                head: dict[str, Any] = {"misconception": name, "case": case.key}
                if entry.changed:
                    head["changed"] = entry.changed
                lines.append(_line(head, entry.outcome))
    return lines, transcripts


def write_record(exercise: Exercise, name: str, lines: Sequence[str]) -> None:
    """Writes a record; raises `GraderError` where it would be too large to be read."""
    text = "\n".join(lines) + "\n"
    if len(text) > MAX_BYTES:
        raise GraderError(
            f"{exercise.folder / name} would have {len(text):,} bytes, and the limit is "
            f"{MAX_BYTES:,}: choose fewer or smaller cases"
        )
    (exercise.folder / name).write_text(text, "utf-8")


def _line(head: Mapping[str, Any], outcome: Outcome) -> str:
    return json.dumps({**head, **outcome_to_text(outcome)}, ensure_ascii=False)
