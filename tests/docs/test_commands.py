"""Every command that the documentation shows works."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/learners.md",
    "docs/instructors.md",
    "docs/authoring.md",
)
# What installs the package or runs this very suite is what CI does first.
INSTALLS = re.compile(r"pip install|^python -m pytest$|-m full|tests/benchmarks")
EXPECTED = {"grade exercises/conv_padding.py": 1, "grade verify scale_features --record": 1}


def commands() -> list[tuple[str, str]]:
    """Each shown command with the page it is on: of console blocks, and of tables."""
    found = []
    for page in PAGES:
        text = (ROOT / page).read_text("utf-8")
        for block in re.findall(r"```console\n(.*?)```", text, re.DOTALL):
            found += [(page, line) for line in block.strip().splitlines()]
        found += [(page, command) for command in re.findall(r"\| `(grade [^`]+)`", text)]
    return [(page, command) for page, command in found if not INSTALLS.search(command)]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The repository's course, to write into."""
    for folder in ("exercises", "solutions"):
        shutil.copytree(
            ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "course.toml", tmp_path)
    return tmp_path


def test_there_are_commands() -> None:
    assert len(commands()) > 10


@pytest.mark.tensorflow
def test_every_command_shown_works(course: Path) -> None:
    """One after the other, as a reader would; `grade new` comes before what it makes."""
    tools = Path(sys.executable).parent
    environment = {**os.environ, "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}"}
    for page, command in commands():
        if command in ("grade verify",):
            continue  # all of the course: CI runs it by itself
        done = subprocess.run(
            command,
            shell=True,
            cwd=course,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        wanted = EXPECTED.get(command, 1 if "--submission exercises/" in command else 0)
        assert done.returncode == wanted, f"{page}: {command}\n{done.stdout}{done.stderr}"


def test_every_command_is_in_the_documentation() -> None:
    """`grade WORD` of each word is shown somewhere."""
    from grader.cli.main import COMMANDS

    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    text = "\n".join(page.read_text("utf-8") for page in pages)
    assert [word for word in COMMANDS if f"grade {word}" not in text] == []
