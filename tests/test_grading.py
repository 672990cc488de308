"""From a submission to its Result: the outcome, the points, the words, and what is hidden."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from grader.exercise import AnswerKey
from grader.grading import Grader, hide
from grader.result import Result
from grader.sandbox.zygote import Zygote
from grader.submission import Submission, read_submission

NOT_WRITTEN = (
    "def same_padding(size, kernel, stride=1, dilation=1):\n    raise NotImplementedError\n"
    "def pad_images(x, kernel, stride=1, dilation=1):\n    raise NotImplementedError\n"
)


def outcomes(result: Result) -> dict[str, str]:
    return {check.id: check.outcome for check in result.checks}


# --- Outcomes ----------------------------------------------------------------------------------


def test_the_reference_passes_with_all_points(
    graded: Callable[..., Result], reference: str
) -> None:
    """And nothing is diagnosed."""
    result = graded(reference)
    assert (result.outcome, result.points, result.max_points) == ("passed", 22, 22)
    assert set(outcomes(result).values()) == {"passed"}
    assert (result.misconceptions, result.message, result.first) == ((), "", None)
    assert all(check.counterexample is None for check in result.checks)


def test_an_untouched_stub_is_not_started(graded: Callable[..., Result], repository: Path) -> None:
    """No point, no diagnosis: there is nothing to explain."""
    result = graded((repository / "exercises" / "conv_padding.py").read_text("utf-8"))
    assert (result.outcome, result.points, result.max_points) == ("not_started", 0, 22)
    assert result.misconceptions == ()
    assert result.checks[0].message == (
        "same_padding(1, 1): not written yet: it raises NotImplementedError"
    )


def test_one_function_written_is_a_start(graded: Callable[..., Result], reference: str) -> None:
    """Its checks count, and the other one is not written yet."""
    source = (
        reference
        + "\n\ndef pad_images(x, kernel, stride=1, dilation=1):\n    raise NotImplementedError\n"
    )
    result = graded(source)
    assert result.outcome == "failed"
    assert 0 < result.points < 22
    assert outcomes(result)["image_between_its_zeros"] == "error"


@pytest.mark.parametrize(
    ("source", "outcome", "message"),
    [
        (
            "x = 1\nx = y",
            "error",
            "the file could not be imported (line 2): NameError: name 'y' is not defined\n    x = y",
        ),
        (
            "def f(:\n",
            "error",
            "the file could not be imported (line 1): SyntaxError: invalid syntax\n    def f(:",
        ),
        (
            "import sys\nsys.exit()",
            "error",
            "the file ends the program when it is imported (line 2)",
        ),
        (
            "import os\nos._exit(0)",
            "error",
            "importing the file ended its process: "
            "its process ended itself in the middle of a call",
        ),
        (
            "while True: pass",
            "timed_out",
            "importing the file was ended after 1 s of CPU time; what runs for long belongs into "
            "the functions",
        ),
    ],
    ids=["name", "syntax", "exit", "os._exit", "hang"],
)
def test_a_file_that_cannot_be_imported_has_one_message_and_no_checks(
    graded: Callable[..., Result], source: str, outcome: str, message: str
) -> None:
    """It says where, and what to do."""
    result = graded(source)
    assert (result.outcome, result.message) == (outcome, message)
    assert (result.points, result.max_points, result.checks) == (0, 22, ())


def test_a_refused_file_is_told_in_words(key: AnswerKey, zygote: Zygote, tmp_path: Path) -> None:
    """With the points that there would have been."""
    path = tmp_path / "conv_padding.py"
    path.write_bytes(b"\0")
    (result,) = Grader(key, zygote).grade([read_submission(path, student="7")])
    assert (result.outcome, result.points, result.max_points) == ("refused", 0, 22)
    assert result.message == "the file holds binary data; hand in the Python file itself"
    assert result.student == "7"


def test_a_hang_in_one_case_costs_the_checks_that_need_it(
    graded: Callable[..., Result], reference: str
) -> None:
    """The others give their points, and the report says which call hung."""
    source = reference.replace(
        "    outputs =",
        "    while (size, kernel, stride) == (7, 5, 3):\n        pass\n    outputs =",
    )
    result = graded(source)
    assert result.outcome == "timed_out"
    hung = [check for check in result.checks if check.outcome == "timed_out"]
    assert [check.message for check in hung] == [
        "same_padding(7, 5, stride=3): ended after 1 s of CPU time"
    ]
    assert result.first == hung[0].id
    assert result.points == 22 - 3
    assert outcomes(result)["never_negative"] == "passed"


def test_a_crash_in_one_case_is_its_checks_alone(
    graded: Callable[..., Result], reference: str
) -> None:
    """The outcome of the whole says so."""
    source = "import os\n" + reference.replace(
        "    outputs =", "    if dilation == 3: os._exit(1)\n    outputs ="
    )
    result = graded(source)
    assert result.outcome == "crashed"
    assert outcomes(result)["dilation_widens_the_kernel"] == "crashed"
    assert outcomes(result)["stride_changes_the_amounts"] == "passed"


def test_a_wrong_answer_fails_with_the_smallest_case(
    graded: Callable[..., Result], reference: str
) -> None:
    """The call, what was expected, what came, and where they part."""
    result = graded(reference.replace("total // 2", "total - total // 2"))
    assert result.outcome == "failed"
    assert outcomes(result)["same_amounts_at_stride_one"] == "passed"
    check = next(check for check in result.checks if check.id == "odd_zero_goes_after")
    assert (check.outcome, check.points, check.max_points) == ("failed", 0, 3)
    assert check.message == "same_padding(1, 2): expected 0, got 1 at [0]"
    assert check.hint.startswith("Split the total")
    example = check.counterexample
    assert example is not None
    assert (example.expected, example.actual) == ("(0, 1)", "(1, 0)")
    assert example.difference == "expected 0, got 1 at [0]"
    assert result.first == "odd_zero_goes_after"


def test_a_failing_check_names_the_one_it_needs(
    graded: Callable[..., Result], reference: str
) -> None:
    """Where that one fails too; else it stands for itself."""
    result = graded(reference.replace("total // 2", "total - total // 2"))
    because = {check.id: check.because for check in result.checks}
    assert because["image_between_its_zeros"] == "odd_zero_goes_after"
    assert because["each_axis_its_own_amounts"] == "image_between_its_zeros"
    assert because["odd_zero_goes_after"] is None
    result = graded(reference.replace("rows, columns, (0, 0)", "rows, rows, (0, 0)"))
    because = {check.id: check.because for check in result.checks if check.outcome != "passed"}
    assert because["each_axis_its_own_amounts"] is None


@pytest.mark.parametrize(
    ("defined", "message"),
    [
        (
            "same_paddings",
            "the file defines no `same_padding`; did you mean `same_paddings`? Rename it",
        ),
        ("zeros", "the file defines no `same_padding`"),
    ],
)
def test_a_misspelt_function_is_named(
    graded: Callable[..., Result], reference: str, defined: str, message: str
) -> None:
    """Where one of the names in the file is near."""
    source = re.sub(r"\bsame_padding\b", defined, reference)
    assert graded(source).message == message


def test_did_you_mean_for_several_functions(graded: Callable[..., Result]) -> None:
    """A line each."""
    assert graded("def samepadding(): pass\n").message == (
        "the file defines no `same_padding`; did you mean `samepadding`? Rename it\n"
        "the file defines no `pad_images`"
    )


# --- What a student pastes ---------------------------------------------------------------------


def test_the_call_of_a_counterexample_runs_as_it_stands(
    graded: Callable[..., Result], reference: str, run_python: Callable[..., Any], tmp_path: Path
) -> None:
    """With its imports, beside the submission."""
    wrong = reference.replace("rows, columns, (0, 0)", "columns, rows, (0, 0)").replace(
        "before, total - before", "total - before, before"
    )
    (tmp_path / "conv_padding.py").write_text(wrong, "utf-8")
    snippets = [check.counterexample.call for check in graded(wrong).checks if check.counterexample]
    assert any("import numpy as np" in snippet for snippet in snippets)
    assert len(snippets) >= 4
    apart = "\nprint('----')\n".join(snippets)
    ran = run_python("-c", f"import sys; sys.path.insert(0, '')\n{apart}", cwd=tmp_path)
    assert (ran.code, ran.stderr) == (0, "")
    assert len(ran.stdout.split("----")) == len(snippets)


# --- Equal transcripts, order, language --------------------------------------------------------


def submission(name: str, source: str) -> Submission:
    return Submission(name, name, source, name)


def test_equal_transcripts_are_judged_once_and_told_apart(
    key: AnswerKey, zygote: Zygote, reference: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was printed and the lines of errors are each submission's own."""
    judged: list[int] = []
    import grader.grading as grading

    check = grading.check

    def counting(key: AnswerKey, transcripts: Any) -> Any:
        judged.append(len(transcripts))
        return check(key, transcripts)

    monkeypatch.setattr(grading, "check", counting)
    broken = reference.replace("    outputs =", "    nothing.here\n    outputs =")
    below = "print('hello')\n\n\n" + broken
    results = list(
        Grader(key, zygote).grade(
            [submission("a", broken), submission("b", below), submission("c", reference)]
        )
    )
    assert sum(judged) == 2
    first, second, third = results
    assert (first.output, second.output, third.output) == ("", "hello\n", "")
    line = broken.split("\n").index("    nothing.here") + 1
    assert first.checks[0].message.endswith(f"(line {line})")
    assert second.checks[0].message.endswith(f"(line {line + 3})")
    assert first.points == second.points < third.points


def test_the_order_of_submissions_changes_nothing(
    key: AnswerKey, zygote: Zygote, reference: str
) -> None:
    """Each is graded as if it were alone, whether judgements are kept or not."""
    mine = [
        submission("right", reference),
        submission("wrong", reference.replace("total // 2", "total - total // 2")),
        submission("broken", "x = y"),
        submission("crash", "import os\ndef same_padding(*a, **o): os._exit(1)"),
        submission("noise", "print('noise')\n" + reference),
    ]

    def told(order: list[Submission], keep: bool) -> dict[str, bytes]:
        results = Grader(key, zygote, keep=keep).grade(order)
        return {
            r.submission: msgspec.json.encode(msgspec.structs.replace(r, seconds=0))
            for r in results
        }

    alone = {}
    for one in mine:
        alone |= told([one], True)
    assert told(mine, True) == told(mine[::-1], True) == told(mine, False) == alone


def test_a_result_is_in_the_language_that_was_asked_for(
    graded: Callable[..., Result], reference: str
) -> None:
    """The course's texts; numbers and calls are the same."""
    wrong = reference.replace("total // 2", "total - total // 2")
    english, korean = graded(wrong), graded(wrong, "ko")
    assert (english.language, korean.language) == ("en", "ko")
    for mine, theirs in zip(english.checks, korean.checks, strict=True):
        assert (mine.id, mine.outcome, mine.points) == (theirs.id, theirs.outcome, theirs.points)
        assert mine.title != theirs.title
    assert re.search("[가-힣]", korean.misconceptions[0].explanation)
    assert korean.misconceptions[0].id == english.misconceptions[0].id


# --- Hidden ------------------------------------------------------------------------------------

HIDDEN = {"odd_zero_goes_after", "stride_changes_the_amounts"}


@pytest.fixture(scope="module")
def secret(key: AnswerKey, zygote: Zygote, reference: str) -> Result:
    """A Result in which visible and hidden checks fail, and something was printed."""
    source = "print('SECRET')\n" + reference.replace("return before,", "return 70 + before,")
    (result,) = Grader(key, zygote).grade([submission("conv_padding.py", source)])
    assert "SECRET" in result.output
    return result


def test_all_hides_nothing(secret: Result) -> None:
    """A learner's own `grade FILE`."""
    assert hide(secret, "all") == secret


def test_title_keeps_titles_and_points_of_hidden_checks(secret: Result) -> None:
    """And nothing that shows a case: no message, hint, counterexample, nor printed text."""
    shown = hide(secret, "title")
    assert [check.title for check in shown.checks] == [check.title for check in secret.checks]
    assert [check.points for check in shown.checks] == [check.points for check in secret.checks]
    for check, whole in zip(shown.checks, secret.checks, strict=True):
        if whole.visible:
            assert check == whole
        else:
            assert (check.message, check.hint, check.counterexample) == ("", "", None)
    assert shown.output == ""


def test_count_keeps_the_number_of_hidden_checks_alone(secret: Result) -> None:
    """Their points, but neither name nor title."""
    shown = hide(secret, "count")
    assert len(shown.checks) == len(secret.checks)
    text = msgspec.json.encode(shown.checks).decode()
    for check in secret.checks:
        assert check.visible or (check.id not in text and check.title not in text)


def test_none_keeps_visible_checks_alone(secret: Result) -> None:
    """The points of the whole stay."""
    shown = hide(secret, "none")
    assert [check.id for check in shown.checks] == [c.id for c in secret.checks if c.visible]
    assert shown.points == secret.points


@pytest.mark.parametrize("show", ["title", "count", "none"])
def test_nothing_of_a_hidden_case_is_left_anywhere_in_a_hidden_result(
    secret: Result, show: str
) -> None:
    """Searched as JSON for the calls of hidden cases and for what was printed."""
    text = msgspec.json.encode(hide(secret, show)).decode()
    assert "SECRET" not in text
    for check in secret.checks:
        if not check.visible and check.counterexample is not None:
            call = check.counterexample.call.splitlines()[-1]
            visible = [
                c.counterexample.call for c in secret.checks if c.visible and c.counterexample
            ]
            assert call not in text or any(call in one for one in visible)


def test_an_unknown_way_of_hiding_is_refused(secret: Result) -> None:
    """Rather than showing all."""
    with pytest.raises(ValueError, match=r"^show_hidden is one of all, title, count, none$"):
        hide(secret, "some")
