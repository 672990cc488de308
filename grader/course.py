"""Finds a course, its exercises and its quizzes, and reads their manifests.

A course is a folder with `solutions/` (and `exercises/`, and an optional `course.toml`). Nothing
here opens more than the manifest of the exercise that is asked for: `grader.exercise` loads the
rest. Nothing here imports NumPy, so that the sandbox can start before that happens.
"""

from __future__ import annotations

import difflib
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from grader.errors import CourseError, UsageError

RUNTIMES = ("numpy", "tensorflow")
SHOW_HIDDEN = ("all", "title", "count", "none")
_LIMITS = {
    *("case_seconds", "total_seconds", "wall_factor", "memory", "address_space", "output"),
    *("returned", "file_size", "open_files", "restarts"),
}


@dataclass(frozen=True)
class Manifest:
    """`exercise.toml`: what there is to know of an exercise without loading it.

    order: place in the course; visible: ids of the checks that students know beforehand;
    limits: overrides of `grader.sandbox.limits.Limits`; needs: exercises that come before.
    """

    name: str
    folder: Path
    order: int
    section: str
    runtime: str
    visible: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    limits: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Course:
    """A course's folder and its settings."""

    root: Path

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """`course.toml`: `name`, `languages`, `show_hidden`; empty where there is none."""
        path = self.root / "course.toml"
        settings = read_toml(path) if path.is_file() else {}
        if settings.get("show_hidden", "title") not in SHOW_HIDDEN:
            raise CourseError(path, f"`show_hidden` is one of {', '.join(SHOW_HIDDEN)}")
        return settings

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.settings.get("languages", ("en",)))

    @property
    def reports(self) -> Path:
        return self.root / "reports"

    @cached_property
    def exercises(self) -> tuple[Manifest, ...]:
        """The manifests of every exercise, in the order of the course."""
        folders = sorted(path.parent for path in self.root.glob("solutions/*/exercise.toml"))
        return tuple(sorted(map(read_manifest, folders), key=lambda m: (m.order, m.name)))

    def manifest(self, name: str) -> Manifest:
        """The manifest of one exercise; raises `UsageError` with the nearest names."""
        folder = self.root / "solutions" / name
        if re.fullmatch(r"[a-z][a-z0-9_]*", name) and (folder / "exercise.toml").is_file():
            return read_manifest(folder)
        near = difflib.get_close_matches(name, self.names(), n=3)
        meant = f"; did you mean {' or '.join(near)}?" if near else "."
        raise UsageError(
            f"`{name}` names no exercise of the course in {self.root}{meant} "
            "Name it with --exercise, or see `grade list`."
        )

    def names(self) -> list[str]:
        return sorted(path.parent.name for path in self.root.glob("solutions/*/exercise.toml"))


def find_course(path: Path | None = None, named: str | None = None) -> Course:
    """The course named outright, else the one above `path`, else above the current folder.

    Raises `UsageError` where there is none.
    """
    named = named or os.environ.get("GRADE_COURSE")
    if named:
        if not (Path(named) / "solutions").is_dir():
            raise UsageError(f"{named} is not a course: it has no folder `solutions`")
        return Course(Path(named).resolve())
    starts = [Path(os.path.abspath(path)).parent] if path else []
    for start in [*starts, Path.cwd()]:
        for folder in (start, *start.parents):
            if (folder / "solutions").is_dir() and (folder / "exercises").is_dir():
                return Course(folder)
    raise UsageError(
        "no course found: neither above the file nor above the current folder is there one with "
        "`exercises` and `solutions`. Name it with --course DIR or GRADE_COURSE."
    )


def read_manifest(folder: Path) -> Manifest:
    """The manifest in an exercise's folder; raises `CourseError`."""
    path = folder / "exercise.toml"
    table = read_toml(path)
    known = {"order", "section", "runtime", "visible_checks", "needs", "limits"}
    for key in table.keys() - known:
        raise CourseError(path, f"unknown key `{key}`; known are {', '.join(sorted(known))}")
    for key, kind in (("order", int), ("section", str), ("runtime", str)):
        if not isinstance(table.get(key), kind):
            raise CourseError(
                path, f"`{key}` is missing or not {'a number' if kind is int else 'text'}"
            )
    if table["runtime"] not in RUNTIMES:
        raise CourseError(path, f"`runtime` is one of {', '.join(RUNTIMES)}")
    limits = table.get("limits", {})
    if not isinstance(limits, dict):
        raise CourseError(path, "`limits` is to be a table")
    for key in limits.keys() - _LIMITS:
        raise CourseError(path, f"unknown limit `{key}`; known are {', '.join(sorted(_LIMITS))}")
    for key, value in limits.items():
        if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
            raise CourseError(path, f"the limit `{key}` is to be a number above 0")
    return Manifest(
        folder.name,
        folder,
        table["order"],
        table["section"],
        table["runtime"],
        tuple(table.get("visible_checks", ())),
        tuple(table.get("needs", ())),
        limits,
    )


def read_toml(path: Path) -> dict[str, Any]:
    """A TOML file of the course; raises `CourseError` with the line."""
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise CourseError(path, "this file is missing") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        what = f"this is not TOML: {error}"
        raise CourseError(path, what, int(line[1]) if line else None) from error
    except UnicodeDecodeError as error:
        raise CourseError(path, f"this is not UTF-8: {error}") from error


def submissions_of(course: Course) -> Iterator[tuple[Manifest, Path]]:
    """Every exercise with the path of the file that a learner edits."""
    for manifest in course.exercises:
        yield manifest, course.root / "exercises" / f"{manifest.name}.py"
