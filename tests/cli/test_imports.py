"""What an import may pull in, as a list: `grade` starts the sandbox before it loads anything."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

# What must wait until it is needed.
HEAVY = {
    *("numpy", "tensorflow", "keras", "pytest", "_pytest", "hypothesis", "jinja2", "rich"),
    *("pygments", "markdown_it", "babel", "sqlalchemy", "distributed", "watchfiles"),
}
OF_THE_GRADER = {
    *("grader", "grader.cli", "grader.cli.main", "grader.errors", "grader.safe_text"),
    "grader.sandbox",
    "grader.sandbox.zygote",
}
# Before the sandbox is started for a file.
OF_THE_FILE_COMMAND = {
    *(
        "grader.cli.early",
        "grader.cli.file_command",
        "grader.cli.options",
        "grader.course",
        "grader.words",
    ),
    "grader.sandbox.limits",
}


def loaded(run_python: Callable[..., Any], folder: Path, code: str) -> set[str]:
    """The modules that are there after this code."""
    ran = run_python(
        "-P", "-c", f"import sys\n{code}\nprint('\\n' + ' '.join(sys.modules))", cwd=folder
    )
    assert ran.code == 0, ran.stderr
    return set(ran.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("code", "allowed"),
    [
        ("import grader.cli", {"grader", "grader.cli"}),
        ("import grader.cli.main", OF_THE_GRADER),
        ("from grader.cli.main import run; run(['--help'])", OF_THE_GRADER),
        ("from grader.cli.main import run; run(['--version'])", OF_THE_GRADER),
        ("import grader.cli.file_command", OF_THE_GRADER | OF_THE_FILE_COMMAND),
        (
            "from grader.cli.main import run; run(['file', '--help'])",
            OF_THE_GRADER | OF_THE_FILE_COMMAND,
        ),
    ],
    ids=["import", "main", "help", "version", "file command", "help of file"],
)
def test_the_command_line_is_light(
    run_python: Callable[..., Any], tmp_path: Path, code: str, allowed: set[str]
) -> None:
    """Neither NumPy nor TensorFlow, nor anything of the grader that is not on the list."""
    modules = loaded(run_python, tmp_path, code)
    assert {name.partition(".")[0] for name in modules} & HEAVY == set()
    extra = {name for name in modules if name.partition(".")[0] == "grader"} - allowed
    assert {name for name in extra if not name.startswith("grader.sandbox.")} == set()


def test_grading_a_right_answer_loads_neither_tensorflow_nor_diagnosis(
    run_python: Callable[..., Any], course: Path, reference: str
) -> None:
    """What a run does not need is not imported."""
    work = course / "exercises" / "conv_padding.py"
    work.write_text(reference, "utf-8")
    code = (
        f"from grader.cli.main import run; run([{str(work)!r}, '--no-report', '--format', 'json'])"
    )
    modules = loaded(run_python, course, code)
    tops = {name.partition(".")[0] for name in modules}
    assert tops & (HEAVY - {"numpy", "pytest", "_pytest", "pygments"}) == set()
    assert not {name for name in modules if name.startswith("grader.diagnosis")}
    assert "grader.authoring" not in modules


def test_the_sandbox_knows_neither_checks_nor_course(
    run_python: Callable[..., Any], tmp_path: Path
) -> None:
    """Dependencies point one way."""
    modules = loaded(run_python, tmp_path, "import grader.sandbox.runner")
    names = {name for name in modules if name.startswith("grader.")}
    assert not {
        n for n in names if n.split(".")[1] in ("checks", "course", "exercise", "cli", "report")
    }
    assert not {"pytest", "jinja2", "tensorflow"} & modules
