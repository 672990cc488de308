"""The pytest side of checks: the fixture `submission`, the marks, and what became of each item.

One item a check and submission, never one a case.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from grader.checks.problem import CheckFailed, Finding, Said
from grader.checks.rules import Judged
from grader.errors import CourseError

MARKS = {
    "points(number)": "how many points the check gives",
    "needs(check)": "the check that has to pass for this one to make sense",
}


class Judging:
    """Runs checks over submissions that have been run already, and keeps the outcomes."""

    def __init__(self, subjects: Sequence[Judged]) -> None:
        self.subjects = subjects
        # By check, then by submission: a Finding, or None where the check passed.
        self.findings: dict[str, dict[int, Finding | None]] = {}
        self.points: dict[str, float] = {}
        self.needs: dict[str, tuple[str, ...]] = {}
        self.broken: Exception | None = None
        self.unreadable = ""

    def pytest_configure(self, config: pytest.Config) -> None:
        declare_marks(config)

    def pytest_generate_tests(self, metafunc: pytest.Metafunc) -> None:
        if "submission" not in metafunc.fixturenames:
            self.broken = CourseError(
                Path(str(metafunc.definition.path)),
                f"`{metafunc.function.__name__}` has to take `submission`",
            )
        name = check_id(metafunc.function.__name__)
        marks = {mark.name: mark for mark in metafunc.definition.iter_markers()}
        if "points" not in marks or not marks["points"].args:
            self.broken = CourseError(
                Path(str(metafunc.definition.path)),
                f"`{metafunc.function.__name__}` needs `@pytest.mark.points(…)`",
                metafunc.function.__code__.co_firstlineno,
            )
            return
        self.points[name] = marks["points"].args[0]
        self.needs[name] = tuple(marks["needs"].args) if "needs" in marks else ()
        self.findings[name] = {}
        metafunc.parametrize("submission", range(len(self.subjects)), indirect=True)

    @pytest.fixture
    def submission(self, request: pytest.FixtureRequest) -> Judged:
        index: int = request.param
        return self.subjects[index]

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(
        self, item: pytest.Function, call: pytest.CallInfo[None]
    ) -> pytest.TestReport:
        # In place of pytest's own: it would render every failure's source, which nobody reads.
        if call.when == "call" or call.excinfo is not None:
            index: Any = item.callspec.params["submission"]
            self.findings[check_id(item.originalname)][index] = self._finding(call)
        when: Any = call.when
        # What was skipped before it began is not called.
        went: Any = "failed" if call.excinfo is not None and when == "setup" else "passed"
        return pytest.TestReport(item.nodeid, item.location, {}, went, None, when)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.unreadable = report.longreprtext

    def _finding(self, call: pytest.CallInfo[None]) -> Finding | None:
        if call.excinfo is None:
            return None
        error = call.excinfo.value
        if isinstance(error, CheckFailed):
            return error.finding
        if isinstance(error, pytest.skip.Exception | pytest.xfail.Exception):
            # Whatever was not judged gives no points.
            return Finding("not_run", Said(str(error)))
        if isinstance(error, AssertionError):
            return Finding("failed", Said(str(error) or "assertion failed"))
        if isinstance(error, Exception):
            self.broken = error
        return Finding("not_run", Said(str(error)))


class CommandLine:
    """`pytest solutions/NAME/checks.py --submission FILE`: the fixture, run on demand."""

    def __init__(self, path: str) -> None:
        self.path = Path(path)
        self._judged: dict[Path, Judged] = {}

    def pytest_configure(self, config: pytest.Config) -> None:
        declare_marks(config)

    @pytest.fixture
    def submission(self, request: pytest.FixtureRequest) -> Judged:
        folder = Path(request.path).parent
        if folder not in self._judged:
            self._judged[folder] = self._run(folder)
        return self._judged[folder]

    def _run(self, folder: Path) -> Judged:
        from grader.course import find_course
        from grader.errors import UsageError
        from grader.exercise import load_exercise, recorded_key
        from grader.sandbox.runner import Implementation, run
        from grader.sandbox.zygote import Zygote
        from grader.submission import read_submission

        try:
            exercise = load_exercise(find_course(folder / "checks.py"), folder.name)
            submission = read_submission(self.path)
        except UsageError as error:
            raise pytest.UsageError(str(error)) from error
        if submission.source is None:
            raise pytest.UsageError(f"{self.path}: {submission.refused}")
        key = recorded_key(exercise)
        with Zygote(key.plan.settings()) as zygote:
            transcript = run(zygote, key.plan, Implementation(submission.source, submission.name))
        return Judged(key, transcript)


def declare_marks(config: pytest.Config) -> None:
    for mark, meaning in MARKS.items():
        config.addinivalue_line("markers", f"{mark}: {meaning}")


def check_id(function: str) -> str:
    """The id of a check: its function's name without `test_`."""
    return function.removeprefix("test_")
