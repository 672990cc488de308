"""How far a learner is: one file, `reports/progress.json`, that is safe to delete."""

from __future__ import annotations

import contextlib
import os
from typing import TYPE_CHECKING

import msgspec

from grader.course import Course

if TYPE_CHECKING:
    from grader.result import Result


class Progress(msgspec.Struct, frozen=True):
    """What is remembered of one exercise."""

    outcome: str | None = None
    points: float = 0
    max_points: float = 0
    hints_shown: int = 0


def progress(course: Course) -> dict[str, Progress]:
    """The progress in a course; empty where there is no file, or none that can be read."""
    with contextlib.suppress(OSError, msgspec.MsgspecError):
        data = (course.reports / "progress.json").read_bytes()
        return msgspec.json.decode(data, type=dict[str, Progress])
    return {}


def remember(course: Course, result: Result) -> None:
    """Notes the last outcome of an exercise. Progress is a comfort: no failure to write it counts."""
    _write(
        course,
        result.exercise,
        outcome=result.outcome,
        points=result.points,
        max_points=result.max_points,
    )


def remember_hint(course: Course, exercise: str, shown: int) -> None:
    """Notes how many hints were shown."""
    _write(course, exercise, hints_shown=shown)


def _write(course: Course, exercise: str, **fields: object) -> None:
    known = progress(course)
    known[exercise] = msgspec.structs.replace(known.get(exercise, Progress()), **fields)
    path = course.reports / "progress.json"
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        # Renamed into place, so that two graders at once never leave half a file.
        beside = path.with_name(f"progress.{os.getpid()}.json")
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(known), indent=2))
        beside.replace(path)
