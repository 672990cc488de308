"""Runs the checks of an exercise over transcripts, all in one pytest run inside this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from grader.checks.plugin import Judging
from grader.checks.problem import Finding
from grader.checks.rules import Judged
from grader.errors import CourseError, GraderError
from grader.exercise import AnswerKey, import_file
from grader.transcript import Transcript

INI = Path(__file__).with_name("pytest.ini")
# What these do is not needed here, and half of a single run is spent in them.
_UNNEEDED = (
    *("cacheprovider", "capture", "debugging", "doctest", "faulthandler", "junitxml", "legacypath"),
    *("logging", "monkeypatch", "nose", "pastebin", "recwarn", "reports", "setuponly", "setupplan"),
    *("stepwise", "terminal", "terminalprogress", "threadexception", "tmpdir", "unittest"),
    *("unraisableexception", "warnings", "faulthandler", "pytester", "subtests"),
)


@dataclass(frozen=True)
class Checked:
    """What the checks say of one transcript: for each check a Finding, or None where it passed.

    points, needs: by check, the same for every transcript.
    """

    findings: Mapping[str, Finding | None]
    points: Mapping[str, float]
    needs: Mapping[str, tuple[str, ...]]


def check(key: AnswerKey, transcripts: Sequence[Transcript]) -> list[Checked]:
    """The outcomes of every check on each of these transcripts, in their order.

    Raises `CourseError` where the checks are wrong themselves.
    """
    if not transcripts:
        return []
    if not key.exercise.checks_path.is_file():
        raise CourseError(key.exercise.checks_path, "this file is missing")
    judging = Judging([Judged(key, transcript) for transcript in transcripts])
    _run_pytest(key.exercise.checks_path, judging)
    if judging.broken is not None:
        if isinstance(judging.broken, GraderError):
            raise judging.broken
        what = f"a check failed by itself: {type(judging.broken).__name__}: {judging.broken}"
        raise CourseError(key.exercise.checks_path, what) from judging.broken
    for name, found in judging.findings.items():
        if len(found) != len(transcripts):
            raise CourseError(key.exercise.checks_path, f"the check `{name}` was not run")
    return [
        Checked(
            {name: found[index] for name, found in judging.findings.items()},
            judging.points,
            judging.needs,
        )
        for index in range(len(transcripts))
    ]


def _run_pytest(path: Path, judging: Judging) -> None:
    """A pytest run that nothing outside can influence: our ini, no plugins, no environment."""
    arguments = [f"--config-file={INI}", f"--rootdir={path.parent}", f"--confcutdir={path.parent}"]
    arguments += ["--import-mode=importlib", "--assert=plain", "--noconftest"]
    arguments += [option for name in _UNNEEDED for option in ("-p", f"no:{name}")]
    kept = {name: os.environ.pop(name, None) for name in ("PYTEST_ADDOPTS", "PYTEST_PLUGINS")}
    kept["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = os.environ.get("PYTEST_DISABLE_PLUGIN_AUTOLOAD")
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    # By this name pytest would find the checks of the exercise before, and run those again.
    sys.modules.pop(path.stem, None)
    writes_bytecode, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        code = pytest.main([*arguments, str(path)], plugins=[judging])
    finally:
        sys.dont_write_bytecode = writes_bytecode
        for name, value in kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value
    if judging.unreadable and judging.broken is None:
        # Imported once more, for an error that names the line.
        import_file(path, "_unreadable_checks")
        raise CourseError(path, f"the checks cannot be read:\n{judging.unreadable}")
    if code == pytest.ExitCode.NO_TESTS_COLLECTED and judging.broken is None:
        raise CourseError(path, "there is no check in it")
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED) and judging.broken is None:
        raise CourseError(path, f"pytest could not run the checks ({pytest.ExitCode(code).name})")
