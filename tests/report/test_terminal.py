"""What is printed: the same lines with and without colours."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from grader.report import terminal
from grader.report.terminal import columns_of, rows_of, show
from grader.report.view import view_of
from grader.result import Result

from .conftest import OUTCOMES, Ran


def printed(capsys: pytest.CaptureFixture[str], result: Result, report: Path | None = None) -> str:
    show(result, report)
    return capsys.readouterr().out


def test_a_failure_says_what_why_and_what_to_try(
    result_for: Callable[..., Result], capsys: pytest.CaptureFixture[str], tmp_path: Path
):
    """A line a check, then the first failure, the idea, what to try, the verdict, the report."""
    text = printed(capsys, result_for("failed"), tmp_path / "r.html")
    parts = [
        "✓ An odd kernel at stride 1",
        "✗ The odd zero goes after",
        "    ✗ The image lies between its zeros",
        "First to fix: The odd zero goes after",
        "    print(same_padding(1, 2))",
        "  expected  (0, 1)",
        "  got       (1, 0)",
        "Expected 0, got 1 at [0]",
        "The odd zero is put before the image",
        "Try: Which of the two halves",
        "6 of 11 checks passed. 10 of 22 points",
        f"Report: {tmp_path / 'r.html'}",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert max(map(len, text.split("Report:")[0].split("\n"))) <= 80


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("outcome", OUTCOMES)
def test_every_outcome_is_printed(
    result_for: Callable[..., Result],
    capsys: pytest.CaptureFixture[str],
    outcome: str,
    language: str,
):
    """Plainly, where nobody looks; the verdict comes last."""
    text = printed(capsys, result_for(outcome, language))
    assert "\x1b" not in text
    view = view_of(result_for(outcome, language))
    assert text.rstrip().endswith(f"{view.verdict} {view.score}")


def test_arrays_stand_side_by_side(graded: Callable[..., Result], reference: str):
    """What differs is in brackets, for those who see no colours."""
    source = reference.replace("rows, columns, (0, 0)", "rows[::-1], columns, (0, 0)")
    rows = rows_of(view_of(graded(source)), None, 80)
    lines = ["".join(text for text, _ in row).rstrip() for row in rows]
    (start,) = [n for n, line in enumerate(lines) if line.startswith("  expected  float64")]
    assert "got  float64" in lines[start]
    assert "[" in lines[start + 1]


@pytest.mark.parametrize("hostile", ["\x1b[2J\r\x9b", "\u202e", "\ud800", "a" * 10_000, "\n" * 500])
def test_what_a_submission_says_is_inert(
    made_up: Callable[..., Result], capsys: pytest.CaptureFixture[str], hostile: str
):
    """Nothing reaches the terminal but what is seen."""
    text = printed(capsys, made_up(hostile))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)
    assert text.rstrip().endswith("None of 3 checks passed yet. 0 of 6 points")


def test_colours_are_for_people(
    result_for: Callable[..., Result],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
):
    """On a terminal, unless NO_COLOR says otherwise; the words are the same."""
    plain = printed(capsys, result_for("failed"))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    coloured = printed(capsys, result_for("failed"))
    assert "\x1b[" in coloured
    bare = re.sub("\x1b\\[[0-9;]*m", "", coloured)
    assert [line.rstrip() for line in bare.split("\n")] == plain.split("\n")
    monkeypatch.setenv("NO_COLOR", "1")
    assert printed(capsys, result_for("failed")) == plain


def test_rich_is_not_imported_for_a_file(
    run_python: Callable[..., Ran], repository: Path, made_up: Callable[..., Result]
):
    """It would cost a tenth of the run."""
    code = (
        "import sys\n"
        "from grader.report.terminal import show\n"
        "from grader.result import Result\n"
        "show(Result('e', '1', 's', '0', None, 'refused', 0, 1), None)\n"
        "assert 'rich' not in sys.modules and 'jinja2' not in sys.modules\n"
    )
    ran = run_python("-c", code, cwd=repository)
    assert ran.code == 0, ran.stderr


def test_hangul_takes_two_columns():
    """So that points stand below each other."""
    assert columns_of("한a") == 3
    assert columns_of("e\u0301") == 1


def test_an_old_terminal_gets_question_marks(
    result_for: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
):
    """Never a traceback."""
    import io

    buffer = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(buffer, encoding="ascii"))
    show(result_for("failed", "ko"), None)
    sys.stdout.flush()
    assert b"? " in buffer.getvalue()


def test_the_styles_are_rich_styles():
    """A misspelt one would only be seen on a terminal."""
    from rich.style import Style

    for style in terminal.STYLES.values():
        Style.parse(style)
