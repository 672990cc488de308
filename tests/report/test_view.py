"""What a report says, before it has a look."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec
import pytest

from grader.exercise import Exercise
from grader.grading import hide
from grader.report.view import view_of
from grader.report.wording import in_order
from grader.result import CheckResult, Result


@pytest.mark.parametrize(
    ("outcome", "verdict", "score", "mark"),
    [
        ("passed", "Every check passed.", "22 of 22 points", "passed"),
        ("failed", "6 of 11 checks passed.", "10 of 22 points", "failed"),
        ("timed_out", "10 of 11 checks passed; a call took too long.", "19 of 22 points", "failed"),
        ("crashed", None, None, "failed"),
        (
            "error",
            "The file could not be imported, so nothing was checked.",
            "0 of 22 points",
            "failed",
        ),
        ("refused", "This file could not be graded.", "0 of 22 points", "failed"),
        (
            "not_started",
            "Not started yet: nothing is written so far.",
            "0 of 22 points",
            "unclear",
        ),
    ],
)
def test_the_verdict_says_how_it_went(
    result_for: Callable[..., Result],
    outcome: str,
    verdict: str | None,
    score: str | None,
    mark: str,
):
    """In one sentence, with the points beside it."""
    view = view_of(result_for(outcome))
    assert view.outcome == outcome
    assert view.mark == mark
    if verdict:
        assert (view.verdict, view.score) == (verdict, score)
    assert outcome != "crashed" or view.verdict.endswith("; a call ended its process.")


def test_the_first_thing_to_fix_is_the_smallest_call(result_for: Callable[..., Result]):
    """With its numbers side by side, its idea, and what to try."""
    view = view_of(result_for("failed"))
    assert view.first is not None
    assert view.idea is not None
    assert view.first.short == "same_padding(1, 2)"
    assert view.first.scalars == (("size", "1"), ("kernel", "2"))
    assert view.first.call == "from conv_padding import same_padding\n\nprint(same_padding(1, 2))"
    (comparison,) = view.first.comparisons
    assert [cell.text for cell in comparison.actual.grids[0].rows[0][1]] == ["1", "0"]
    assert "".join(s.text for s in view.idea.title) == "The odd zero is put before the image"
    assert view.idea.evidence == "This explains every call that goes wrong."
    assert view.advice[0].text == "Which of the two halves does integer division give you?"


def test_a_call_that_hangs_says_so(result_for: Callable[..., Result]):
    """Which call it was, that no answer came, and where to look."""
    view = view_of(result_for("timed_out"))
    assert view.first is not None
    assert view.first.short == "same_padding(6, 5, stride=3)"
    assert view.first.actual == "no answer"
    assert "loop" in view.advice[0].text


def test_an_exception_shows_the_learners_own_line(graded: Callable[..., Result], reference: str):
    """The line with its neighbours, in the first place."""
    source = reference.replace("    before = total // 2", "    before = total / kernel.size")
    view = view_of(graded(source), source)
    assert view.first is not None
    involved = [line for line in view.first.excerpt if line.involved]
    assert ["".join(t for _, t in line.segments).strip() for line in involved] == [
        "before = total / kernel.size  # idea: split"
    ]
    assert (
        view.first.difference[0].text == f"It was raised in line {involved[0].number} of your file."
    )


def test_an_argument_that_was_changed_shows_no_difference_of_values(
    graded: Callable[..., Result], reference: str
):
    """The answer is right; two equal grids would only be searched for what they do not show."""
    source = reference + (
        "\n\nright = pad_images\n\n\ndef pad_images(x, kernel, stride=1, dilation=1):\n"
        "    padded = right(x, kernel, stride, dilation)\n    x += 1\n    return padded\n"
    )
    view = view_of(graded(source))
    assert view.first is not None
    assert view.first.comparisons == ()
    assert view.first.expected == view.first.actual == ""
    assert [name for name, _ in view.first.inputs] == ["x"]


def test_an_error_of_the_whole_file_marks_its_line(
    result_for: Callable[..., Result], sources: Mapping[str, str]
):
    """The source is open at once: there is no call to show."""
    view = view_of(result_for("error"), sources["error"])
    assert view.open_source
    assert view.source is not None
    assert view.source.involved == (4,)
    assert "SyntaxError" in "".join(s.text for line in view.message for s in line)


def test_the_line_of_the_function_is_marked(
    result_for: Callable[..., Result], sources: Mapping[str, str]
):
    """Where a value is wrong, no line is known; the function is."""
    view = view_of(result_for("failed"), sources["failed"])
    assert view.source is not None
    (number,) = view.source.involved
    assert sources["failed"].split("\n")[number - 1].startswith("def same_padding(")


def test_a_stub_is_met_with_the_first_hint(result_for: Callable[..., Result], exercise: Exercise):
    """And with no list of failures, which it is too early for."""
    view = view_of(result_for("not_started"), exercise.stub, exercise.texts("en"))
    assert view.first is None
    assert view.source is None
    assert set(view.states) == {"unclear"}
    assert "".join(s.text for s in view.advice) == exercise.texts("en").hints[0]


def test_a_right_answer_is_met_with_why_it_works(
    result_for: Callable[..., Result], exercise: Exercise
):
    """The reason is told when it spoils nothing any more."""
    texts = exercise.texts("en")
    assert view_of(result_for("passed"), None, texts).why
    assert not view_of(result_for("failed"), None, texts).why


def test_checks_are_folded_under_the_one_that_they_need(result_for: Callable[..., Result]):
    """In the order of the file otherwise."""
    view = view_of(result_for("failed"))
    titles = ["".join(s.text for s in check.title) for check in view.checks]
    assert titles[1:4] == [
        "The odd zero goes after",
        "The image lies between its zeros",
        "Height and width each get their own amounts",
    ]
    assert [check.depth for check in view.checks[1:4]] == [0, 1, 2]
    assert len(view.checks) == 11


def test_checks_that_need_each_other_are_shown_all_the_same():
    """A circle, oneself, and one that is not there."""

    def check(name: str, because: str | None) -> CheckResult:
        return CheckResult(name, name, "failed", 0, 1, because=because)

    checks = [check("a", "b"), check("b", "a"), check("c", "c"), check("d", "gone")]
    assert sorted(c.id for c, _ in in_order(checks)) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("shown", ["title", "count", "none"])
def test_what_is_hidden_stays_hidden(
    result_for: Callable[..., Result], sources: Mapping[str, str], shown: str
):
    """A report knows no more than its Result."""
    result = hide(result_for("failed"), shown)
    view = view_of(result, sources["failed"])
    hidden = [check for check in result.checks if not check.visible]
    assert all(check.counterexample is None for check in hidden)
    assert view.output == ""
    assert len(view.checks) == len(result.checks)


def test_lines_of_a_notebook_are_not_looked_for_in_the_joined_source(
    result_for: Callable[..., Result], sources: Mapping[str, str]
):
    """They are counted in their cell."""
    result = msgspec.structs.replace(result_for("error"), submission="conv_padding.ipynb")
    view = view_of(result, sources["error"])
    assert view.source is not None
    assert view.source.involved == ()
