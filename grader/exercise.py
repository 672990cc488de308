"""An exercise, loaded: its cases, recorded answers, texts and references, each when it is needed.

What a folder of an exercise holds is in the package's documentation for authors; the release
form has `cases.jsonl` in place of `cases.py`, and no reference.
"""

from __future__ import annotations

import ast
import hashlib
import inspect
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import numpy as np

from grader.case import Case, Group, case_from_text
from grader.course import Course, Manifest, read_toml
from grader.errors import CourseError
from grader.sandbox.inside import plain
from grader.sandbox.limits import DEFAULTS, Limits, limits_for
from grader.sandbox.runner import Plan
from grader.transcript import Entry, Outcome, Raised, Returned
from grader.value import from_text, to_text, value_of

# One name for every kind of recorded thing that is keyed by the content of a case.
Answers = Mapping[str, Outcome]


class CheckText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    hint: str = ""


class IdeaText(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What names a wrong idea: what you did, why it gives these numbers, what to think instead."""

    title: str
    explanation: str
    hint: str = ""


class Texts(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`text.<language>.toml`: all that an exercise says in one language.

    statement: the task, as Markdown; docstrings: of each function of the stub;
    why: why the right answer works; hints: from a nudge to nearly there.
    """

    title: str
    statement: str
    why: str
    hints: tuple[str, ...]
    docstrings: dict[str, str]
    checks: dict[str, CheckText] = {}
    misconceptions: dict[str, IdeaText] = {}
    ideas: dict[str, IdeaText] = {}


@dataclass(frozen=True)
class Exercise:
    """One exercise of a course."""

    manifest: Manifest
    course: Course

    @property
    def name(self) -> str:
        return self.manifest.name

    @property
    def folder(self) -> Path:
        return self.manifest.folder

    # --- what is asked ---

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of cases, smallest first, in the order of the file."""
        lines = self.folder / "cases.jsonl"
        if lines.is_file():
            return tuple(_read_groups(lines))
        groups = tuple(getattr(self._cases_module, "GROUPS", ()))
        if not groups or not all(isinstance(group, Group) for group in groups):
            raise CourseError(self.folder / "cases.py", "`GROUPS` is to be a tuple of `group(…)`")
        return groups

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Every case once, in the order of the groups."""
        return tuple({case.key: case for group in self.groups for case in group.cases}.values())

    @cached_property
    def limits(self) -> Limits:
        return limits_for(self.manifest.runtime, self.manifest.limits)

    @cached_property
    def probe_source(self) -> str | None:
        path = self.folder / "probe.py"
        return path.read_text("utf-8") if path.is_file() else None

    def plan(self, groups: Sequence[Group] | None = None, runtime: str | None = None) -> Plan:
        """What the sandbox needs to run implementations of this exercise."""
        group_of: dict[str, int] = {}
        cases: dict[str, Case] = {}
        for index, group in enumerate(self.groups if groups is None else groups):
            for case in group.cases:
                cases[case.key] = case
                group_of.setdefault(case.key, index)
        runtime = runtime or self.manifest.runtime
        return Plan(
            id=f"{self.name}.{runtime}.{_digest(self.probe_source, *cases)}",
            module=self.name,
            runtime=runtime,
            limits=self.limits if runtime == self.manifest.runtime else DEFAULTS[runtime],
            cases=tuple(cases.values()),
            groups=tuple(group_of[key] for key in cases),
            probe=self.probe_source,
        )

    def fresh_groups(self, count: int, seed: int) -> tuple[Group, ...]:
        """At least `count` more cases, drawn from the exercise's generator with this seed.

        Raises `CourseError` where the exercise has none.
        """
        generator = getattr(self._cases_module, "fresh", None)
        if generator is None:
            raise CourseError(self.folder / "cases.py", "`fresh(random)` is missing")
        random = np.random.default_rng([seed, int(_digest(self.name), 16)])
        drawn: dict[str, dict[str, Case]] = {}
        known = {case.key for case in self.cases}
        names = {group.name for group in self.groups}
        for _ in range(count * 20):
            if sum(map(len, drawn.values())) >= count:
                break
            for name, case in generator(random):
                if name not in names:
                    raise CourseError(self.folder / "cases.py", f"`fresh`: no group `{name}`")
                if case.key not in known:
                    drawn.setdefault(name, {})[case.key] = case
        return tuple(Group(name, tuple(cases.values())) for name, cases in drawn.items())

    # --- what is right ---

    @cached_property
    def answers(self) -> Answers:
        """The recorded answers, by the key of the case; raises `CourseError` where one is stale."""
        path = self.folder / "recorded.jsonl"
        answers = read_record(path)
        for case in self.cases:
            if case.key not in answers:
                what = f"no answer for {case.function} with case {case.key}"
                raise CourseError(path, f"{what}; run `grade verify {self.name} --record`")
        return answers

    @cached_property
    def recorded_misconceptions(self) -> Mapping[str, Mapping[str, Entry]]:
        """What each misconception gave, or changed, where that differs from the right answer."""
        path = self.folder / "recorded_misconceptions.jsonl"
        found: dict[str, dict[str, Entry]] = {}
        if not path.is_file():  # the release form has none; `verify` misses it elsewhere
            return found
        for line, tree in read_lines(path):
            if "misconception" in tree:
                answers = found.setdefault(tree["misconception"], {})
                if "case" in tree:
                    outcome = _outcome(path, line, tree)
                    answers[tree["case"]] = Entry(outcome, tuple(tree.get("changed", ())))
        return found

    @cached_property
    def reference(self) -> ModuleType:
        """The NumPy reference, imported into this process."""
        return import_file(self.folder / "reference_numpy.py", f"_reference_{self.name}")

    @cached_property
    def probe(self) -> ModuleType | None:
        """The probe, imported into this process, for what the reference is asked there."""
        if self.probe_source is None:
            return None
        return import_file(self.folder / "probe.py", f"_probe_{self.name}")

    def answer(self, case: Case) -> Outcome:
        """What the NumPy reference answers, asked in this process."""
        arguments, options = case.python_arguments()
        try:
            if case.probe:
                value = getattr(self.probe, case.function)(self.reference, *arguments, **options)
            else:
                value = getattr(self.reference, case.function)(*arguments, **options)
            return Returned(value_of(value))
        except plain.TooLarge:
            raise
        except Exception as error:
            return Raised(type(error).__name__, type(error).__name__, str(error))

    def parameters(self, function: str) -> list[inspect.Parameter]:
        """The parameters of a function or probe, in order, without a probe's first."""
        return self._parameters.get(function, [])

    @cached_property
    def _parameters(self) -> dict[str, list[inspect.Parameter]]:
        found = {}
        if self.probe_source is not None:
            for name, parameters in signatures(self.probe_source).items():
                found[name] = parameters[1:]
        return found | signatures(self.stub)

    # --- what it says ---

    def texts(self, language: str) -> Texts:
        """The texts in a language, or in English where the course does not have that one."""
        if language not in self._texts:
            path = self.folder / f"text.{language}.toml"
            if not path.is_file():
                path = self.folder / "text.en.toml"
            try:
                self._texts[language] = msgspec.convert(read_toml(path), Texts)
            except msgspec.ValidationError as error:
                raise CourseError(path, str(error)) from error
        return self._texts[language]

    @cached_property
    def _texts(self) -> dict[str, Texts]:
        return {}

    @cached_property
    def stub(self) -> str:
        """The stub, as `grade start` copies it."""
        return (self.folder / "stub.py").read_text("utf-8")

    @cached_property
    def functions(self) -> tuple[str, ...]:
        """The names that a submission is to define."""
        tree = ast.parse(self.stub)
        kinds = (ast.FunctionDef, ast.ClassDef)
        return tuple(node.name for node in tree.body if isinstance(node, kinds))

    @property
    def checks_path(self) -> Path:
        return self.folder / "checks.py"

    @cached_property
    def version(self) -> str:
        """`<cases>.<checks>`: when the first changes, code must run again; when the second, not."""
        limits = msgspec.json.encode(self.limits).decode()
        asked = _digest(self.probe_source, limits, *(case.key for case in self.cases))
        record = self.folder / "recorded.jsonl"
        judged = _digest(self.checks_path.read_text("utf-8"), record.read_text("utf-8"))
        return f"{asked[:12]}.{judged[:12]}"

    @cached_property
    def _cases_module(self) -> ModuleType:
        return import_file(self.folder / "cases.py", f"_cases_{self.name}")


def load_exercise(course: Course, name: str) -> Exercise:
    """The exercise of this name; raises `UsageError` where there is none."""
    return Exercise(course.manifest(name), course)


def import_file(path: Path, name: str) -> ModuleType:
    """Imports a Python file of the course; raises `CourseError` with its line.

    Nothing is written beside the course, and no stale bytecode is read: the file is compiled
    from its text.
    """
    try:
        code = compile(path.read_text("utf-8"), str(path), "exec", dont_inherit=True)
        module = ModuleType(name)
        module.__file__ = str(path)
        sys.modules[name] = module
        exec(code, module.__dict__)
    except FileNotFoundError as error:
        if error.filename == str(path):
            raise CourseError(path, "this file is missing") from None
        raise CourseError(path, str(error)) from error
    except SyntaxError as error:
        raise CourseError(path, f"{error.msg}", error.lineno) from error
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        lines = [frame.lineno for frame in frames if frame.filename == str(path)]
        what = f"{type(error).__name__}: {error}"
        raise CourseError(path, what, lines[-1] if lines else None) from error
    return module


# --- Records -----------------------------------------------------------------------------------


def read_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSON Lines file, with their line numbers; raises `CourseError`."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        what = f"this file is missing; run `grade verify {path.parent.name} --record`"
        raise CourseError(path, what) from None
    for number, line in enumerate(data.splitlines(), 1):
        try:
            yield number, msgspec.json.decode(line, type=dict[str, Any])
        except msgspec.MsgspecError as error:
            raise CourseError(path, f"this line is no JSON object: {error}", number) from error


def read_record(path: Path) -> dict[str, Outcome]:
    """Recorded outcomes by the key of the case; raises `CourseError` with the line."""
    return {str(tree.get("case")): _outcome(path, line, tree) for line, tree in read_lines(path)}


def outcome_to_text(outcome: Outcome) -> dict[str, Any]:
    """The part of a record's line that says what came back."""
    match outcome:
        case Returned():
            return {"returned": to_text(outcome.value)}
        case Raised():
            return {"raised": outcome.kind, "message": outcome.message}
    return {"ended": type(outcome).__name__}


def _outcome(path: Path, line: int, tree: Mapping[str, Any]) -> Outcome:
    try:
        if "raised" in tree:
            return Raised(tree["raised"], tree["raised"], tree.get("message", ""))
        return Returned(from_text(tree["returned"]))
    except (KeyError, ValueError, TypeError, msgspec.MsgspecError) as error:
        raise CourseError(path, f"this line is no recorded answer: {error}", line) from error


def _read_groups(path: Path) -> Iterator[Group]:
    groups: dict[str, list[Case]] = {}
    for line, tree in read_lines(path):
        try:
            groups.setdefault(tree["group"], []).append(case_from_text(tree))
        except (KeyError, ValueError, TypeError, msgspec.MsgspecError) as error:
            raise CourseError(path, f"this line is no case: {error}", line) from error
    return (Group(name, tuple(cases)) for name, cases in groups.items())


# --- Source ------------------------------------------------------------------------------------


def signatures(source: str) -> dict[str, list[inspect.Parameter]]:
    """The parameters of each top-level function of a trusted source, without running it."""
    found = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.FunctionDef):
            found[node.name] = list(_parameters(node.args))
    return found


def _parameters(arguments: ast.arguments) -> Iterable[inspect.Parameter]:
    names = [*arguments.posonlyargs, *arguments.args]
    defaults: list[Any] = [inspect.Parameter.empty] * (len(names) - len(arguments.defaults))
    defaults += [ast.literal_eval(node) for node in arguments.defaults]
    for name, default in zip(names, defaults, strict=True):
        kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
        yield inspect.Parameter(name.arg, kind, default=default)


def _digest(*parts: str | None) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(repr(part).encode())
    return digest.hexdigest()[:16]


@dataclass(frozen=True)
class AnswerKey:
    """What is asked in one run, and what is right: the recorded cases and any fresh ones."""

    exercise: Exercise
    groups: tuple[Group, ...]
    answers: Answers

    @cached_property
    def _by_name(self) -> Mapping[str, Group]:
        return {group.name: group for group in self.groups}

    def group(self, name: str) -> Group:
        """The cases of a group; raises `CourseError` for a name that `cases.py` does not have."""
        if name not in self._by_name:
            raise CourseError(self.exercise.checks_path, f"`cases.py` has no group `{name}`")
        return self._by_name[name]

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """Every case once, smallest first."""
        return tuple({case.key: case for group in self.groups for case in group.cases}.values())

    @cached_property
    def plan(self) -> Plan:
        return self.exercise.plan(self.groups)


def recorded_key(exercise: Exercise) -> AnswerKey:
    """The recorded cases with their recorded answers."""
    return AnswerKey(exercise, exercise.groups, exercise.answers)


def with_fresh_cases(key: AnswerKey, count: int, seed: int) -> AnswerKey:
    """The key with `count` more cases drawn anew, answered by the NumPy reference right here."""
    fresh = {group.name: group.cases for group in key.exercise.fresh_groups(count, seed)}
    groups = tuple(
        Group(group.name, group.cases + fresh.get(group.name, ())) for group in key.groups
    )
    answers = {case.key: key.exercise.answer(case) for cases in fresh.values() for case in cases}
    return AnswerKey(key.exercise, groups, {**key.answers, **answers})
