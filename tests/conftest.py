"""What every test can ask for: a course of its own, the real command, a running sandbox.

Nothing here depends on the time, the order of tests, the network or being root.
"""

from __future__ import annotations

import dataclasses
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import hypothesis
import pytest

from grader.course import Course, Manifest, read_manifest
from grader.exercise import AnswerKey, Exercise, recorded_key
from grader.grading import Grader
from grader.result import Result
from grader.sandbox.limits import DEFAULTS
from grader.sandbox.zygote import Settings, Zygote
from grader.submission import Submission

REPOSITORY = Path(__file__).resolve().parent.parent

# The same examples on every run, and none kept between runs: a failure is a failure for everybody.
hypothesis.settings.register_profile(
    "tests", derandomize=True, database=None, deadline=None, max_examples=150
)
hypothesis.settings.load_profile("tests")


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable of the person who runs the tests changes what they see."""
    for name in list(os.environ):
        if name.startswith("GRADE_") or name in ("NO_COLOR", "FORCE_COLOR", "PYTEST_ADDOPTS"):
            monkeypatch.delenv(name)


# --- Courses -----------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def repository() -> Path:
    """The folder that holds the package, the course and these tests."""
    return REPOSITORY


@pytest.fixture
def make_course(tmp_path: Path) -> Callable[..., Path]:
    """Makes a copy of the repository's course with these exercises alone."""

    def make(*names: str, into: str = "course") -> Path:
        root = tmp_path / into
        (root / "exercises").mkdir(parents=True)
        (root / "solutions").mkdir()
        shutil.copy(REPOSITORY / "course.toml", root)
        for name in names:
            shutil.copytree(
                REPOSITORY / "solutions" / name,
                root / "solutions" / name,
                ignore=shutil.ignore_patterns("__pycache__"),
            )
            shutil.copy(REPOSITORY / "exercises" / f"{name}.py", root / "exercises")
        return root

    return make


@pytest.fixture
def course(make_course: Callable[..., Path]) -> Path:
    """The folder of a course that has `conv_padding` alone, to be changed at will."""
    return make_course("conv_padding")


# --- The command -------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    stdout: str
    stderr: str

    @property
    def json(self) -> Any:
        return json.loads(self.stdout)


@pytest.fixture(scope="session")
def clean_environment() -> dict[str, str]:
    """The environment of a subprocess: this one, without what would change what it says."""
    wanted = ("PATH", "PYTHONPATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "SYSTEMROOT", "VIRTUAL_ENV")
    kept = {name: os.environ[name] for name in wanted if name in os.environ}
    return {**kept, "TERM": "dumb", "COLUMNS": "100", "TF_CPP_MIN_LOG_LEVEL": "3"}


@pytest.fixture(scope="session")
def run_python(clean_environment: dict[str, str]) -> Callable[..., Ran]:
    """Runs this interpreter with arguments; `cwd`, `env` and `input` as subprocess knows them."""

    def run(*arguments: object, cwd: Path, env: Any = None, input: str = "") -> Ran:
        done = subprocess.run(
            [sys.executable, *map(str, arguments)],
            cwd=cwd,
            env={**clean_environment, **(env or {})},
            input=input,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def grade(run_python: Callable[..., Ran], tmp_path: Path) -> Callable[..., Ran]:
    """Runs the command `grade` as its console script does, in `cwd` or an empty folder."""

    def run(*arguments: object, cwd: Path = tmp_path, env: Any = None, input: str = "") -> Ran:
        # As the script does: without the current folder on the path.
        start = ("-P", "-c", "from grader.cli import main; main()")
        ran = run_python(*start, *arguments, cwd=cwd, env=env, input=input)
        assert "Traceback" not in ran.stderr, ran.stderr
        return ran

    return run


# --- The sandbox -------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def zygote() -> Iterator[Zygote]:
    """One NumPy zygote for each worker, with the default limits."""
    with Zygote(Settings("numpy", dataclasses.asdict(DEFAULTS["numpy"]))) as running:
        yield running


@pytest.fixture(scope="session")
def tensorflow_zygote() -> Iterator[Zygote]:
    """One TensorFlow zygote for each worker that has a test marked `tensorflow`."""
    limits = dataclasses.asdict(DEFAULTS["tensorflow"])
    with Zygote(Settings("tensorflow", limits)) as running:
        yield running


@pytest.fixture(scope="session")
def zygote_for(request: pytest.FixtureRequest) -> Callable[[str], Zygote]:
    """The session's zygote of a runtime, started when it is first asked for."""

    def zygote_of(runtime: str) -> Zygote:
        name = "zygote" if runtime == "numpy" else "tensorflow_zygote"
        running: Zygote = request.getfixturevalue(name)
        return running

    return zygote_of


# --- Grading in this process -------------------------------------------------------------------


@pytest.fixture(scope="session")
def exercise() -> Exercise:
    """`conv_padding` of the repository's own course."""
    return load("conv_padding")


@pytest.fixture(scope="session")
def load_exercise() -> Callable[[str], Exercise]:
    """Loads an exercise of the repository's own course."""
    return load


def load(name: str) -> Exercise:
    return Exercise(manifest(name), Course(REPOSITORY))


def manifest(name: str) -> Manifest:
    return read_manifest(REPOSITORY / "solutions" / name)


@pytest.fixture(scope="session")
def key(exercise: Exercise) -> AnswerKey:
    """The recorded cases and answers of `conv_padding`."""
    return recorded_key(exercise)


@pytest.fixture(scope="session")
def reference(exercise: Exercise) -> str:
    """The source of the NumPy reference of `conv_padding`."""
    return (exercise.folder / "reference_numpy.py").read_text("utf-8")


@pytest.fixture(scope="session")
def graded(key: AnswerKey, zygote: Zygote) -> Callable[..., Result]:
    """Grades source text as a submission of `conv_padding`, in this process."""

    def grade_source(source: str, language: str = "en", name: str = "conv_padding.py") -> Result:
        submission = Submission(name, name, source, "0" * 64)
        (result,) = Grader(key, zygote, language).grade([submission])
        return result

    return grade_source


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """`exercise_name` stands for every exercise in `solutions/`; TensorFlow's are marked."""
    if "exercise_name" in metafunc.fixturenames:
        manifests = [manifest(p.parent.name) for p in REPOSITORY.glob("solutions/*/exercise.toml")]
        metafunc.parametrize(
            "exercise_name",
            [
                pytest.param(
                    one.name,
                    marks=[pytest.mark.tensorflow] if one.runtime == "tensorflow" else [],
                )
                for one in sorted(manifests, key=lambda one: (one.order, one.name))
            ],
        )
