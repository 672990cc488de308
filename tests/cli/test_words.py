"""The words of the command line: list, next, start, statement, hint, doctor, and help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from grader.cli.main import COMMANDS
from grader.cli.main import grade as group
from grader.course import Course
from grader.exercise import load_exercise
from grader.stub import stub_in

Grade = Callable[..., Any]


# --- Help --------------------------------------------------------------------------------------


@pytest.mark.parametrize("word", [*sorted(COMMANDS), "file"])
def test_every_command_has_help_with_an_example(word: str) -> None:
    """A sentence, an example that begins with the command, and help for every option."""
    command = group.get_command(click.Context(group), word)
    assert command is not None
    text = command.get_help(click.Context(command, info_name=f"grade {word}"))
    assert command.help
    assert "." in command.help
    example = "grade exercises/" if word == "file" else f"grade {word}"
    assert f"Example: {example}" in text
    for parameter in command.params:
        if isinstance(parameter, click.Option) and not parameter.hidden:
            assert parameter.help or parameter.name in ("form", "runtime"), parameter.name


def test_help_of_the_whole_names_every_command(grade: Grade) -> None:
    """With what it does, and an example."""
    ran = grade("--help")
    assert ran.code == 0
    for word, meaning in COMMANDS.items():
        assert word in ran.stdout
        assert meaning.split(",")[0][:30] in ran.stdout
    assert "Example: grade exercises/conv_padding.py" in ran.stdout
    assert grade("-h").stdout == ran.stdout


def test_the_version_is_that_of_the_package(grade: Grade) -> None:
    """`grade --version`."""
    from grader import __version__

    assert __version__ in grade("--version").stdout


# --- list and next -----------------------------------------------------------------------------


def test_list_shows_exercises_in_order_and_how_far_i_am(
    grade: Grade, course: Path, reference: str
) -> None:
    """A dot, points, or a tick."""
    line = "conv_padding             Padding that keeps the size"
    ran = grade("list", cwd=course)
    assert (ran.code, ran.stdout) == (0, f"convolution\n       ·  {line}\n")
    work = course / "exercises" / "conv_padding.py"
    work.write_text(reference.replace("total // 2", "total - total // 2"), "utf-8")
    points = grade(work, "--no-report", "--format", "json").json["points"]
    shown = f"{points:g}/22"
    assert grade("list", cwd=course).stdout == f"convolution\n  {shown:>6}  {line}\n"
    work.write_text(reference, "utf-8")
    grade(work, "--no-report", "--format", "json")
    assert grade("list", cwd=course).stdout == f"convolution\n       ✓  {line}\n"
    assert "크기를 지키는 패딩" in grade("list", "--lang", "ko", cwd=course).stdout


@pytest.mark.parametrize("words", [["next"], []], ids=["next", "grade alone"])
def test_next_says_what_to_do(grade: Grade, course: Path, reference: str, words: list[str]) -> None:
    """Edit the stub, begin with one, or nothing is left."""
    title = "Next: conv_padding (Padding that keeps the size)\n"
    edit = "Edit exercises/conv_padding.py, then run: grade exercises/conv_padding.py\n"
    assert grade(*words, cwd=course).stdout == title + edit
    work = course / "exercises" / "conv_padding.py"
    work.unlink()
    begin = "Begin with: grade start conv_padding\n"
    assert grade(*words, cwd=course).stdout == title + begin
    work.write_text(reference, "utf-8")
    grade(work, "--no-report", "--format", "json")
    assert grade(*words, cwd=course).stdout == "Every exercise is passed.\n"


def test_progress_that_cannot_be_read_is_no_progress(grade: Grade, course: Path) -> None:
    """The file is safe to delete, and to break."""
    (course / "reports").mkdir(exist_ok=True)
    (course / "reports" / "progress.json").write_text("{", "utf-8")
    assert grade("next", cwd=course).stdout.startswith("Next: conv_padding")
    assert grade("hint", "conv_padding", cwd=course).stdout.startswith("Hint 1 of 4: ")


# --- start, statement, hint --------------------------------------------------------------------


@pytest.mark.parametrize("language", ["en", "ko"])
def test_start_writes_the_stub_in_the_learners_language(
    grade: Grade, course: Path, language: str
) -> None:
    """Over another stub too: that is no work."""
    work = course / "exercises" / "conv_padding.py"
    work.unlink()
    exercise = load_exercise(Course(course), "conv_padding")
    for lang in ("ko", "en", language):
        ran = grade("start", "conv_padding", "--lang", lang, cwd=course)
        assert ran.code == 0, ran.stderr
    assert work.read_text("utf-8") == stub_in(exercise, language)


@pytest.mark.parametrize("change", ["# a comment\n", "x = 1\n"])
def test_start_never_overwrites_work_without_being_told_to(
    grade: Grade, course: Path, change: str
) -> None:
    """One character is work."""
    work = course / "exercises" / "conv_padding.py"
    mine = work.read_text("utf-8") + change
    work.write_text(mine, "utf-8")
    ran = grade("start", "conv_padding", cwd=course)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr == (
        "grade: exercises/conv_padding.py holds work already; `--overwrite` would replace it\n"
    )
    assert work.read_text("utf-8") == mine
    assert grade("start", "conv_padding", "--overwrite", cwd=course).code == 0
    assert work.read_text("utf-8") == mine.removesuffix(change)


def test_start_does_not_overwrite_what_is_no_text(grade: Grade, course: Path) -> None:
    """Whatever it is, somebody put it there."""
    work = course / "exercises" / "conv_padding.py"
    work.write_bytes(b"\xff\0")
    assert grade("start", "conv_padding", cwd=course).code == 2
    assert work.read_bytes() == b"\xff\0"


def test_statement_tells_the_task_and_each_contract(grade: Grade, course: Path) -> None:
    """In the learner's language."""
    ran = grade("statement", "conv_padding", cwd=course)
    assert ran.code == 0
    assert ran.stdout.startswith("Padding that keeps the size\n\nA convolution looks at a window")
    assert "same_padding(size, kernel, stride=1, dilation=1)\n" in ran.stdout
    assert "pad_images(x, kernel, stride=1, dilation=1)\n" in ran.stdout
    assert ">>> before, after = same_padding(5, 4)" in ran.stdout
    korean = grade("statement", "conv_padding", "--lang", "ko", cwd=course)
    assert korean.stdout.startswith("크기를 지키는 패딩\n")


def test_hints_come_one_at_a_time(grade: Grade, course: Path) -> None:
    """From a nudge to nearly there; after the last one, all of them."""
    hints = load_exercise(Course(course), "conv_padding").texts("en").hints
    for number, hint in enumerate(hints, 1):
        ran = grade("hint", "conv_padding", cwd=course)
        assert ran.stdout == f"Hint {number} of {len(hints)}: {hint}\n"
    ran = grade("hint", "conv_padding", cwd=course)
    assert ran.stdout.splitlines()[0] == "These are all the hints there are:"
    assert len(ran.stdout.splitlines()) == 1 + len(hints)


def test_doctor_says_what_the_sandbox_can_do(grade: Grade, tmp_path: Path) -> None:
    """Without a course."""
    ran = grade("doctor", cwd=tmp_path)
    assert (ran.code, ran.stderr) == (0, "")
    assert "processes" in ran.stdout
