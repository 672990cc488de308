"""What a check can ask: no points for nothing, and no way around it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from grader.case import Case, Group, call
from grader.checks.problem import (
    Changed,
    CheckFailed,
    Difference,
    Finding,
    Grew,
    NothingRight,
    NotRefused,
)
from grader.checks.rules import Judged
from grader.exercise import AnswerKey, signatures
from grader.sandbox.limits import DEFAULTS
from grader.sandbox.runner import Implementation, Plan, run
from grader.sandbox.zygote import Zygote
from grader.transcript import (
    Crashed,
    Entry,
    NotRun,
    Outcome,
    Raised,
    Returned,
    TimedOut,
    Transcript,
)
from grader.value import value_of

VALUES = tuple(call("f", np.array([x]), 1) for x in (1.0, 2.0))
SINGLE = (call("f", np.array([3.0], np.float32), 1),)
REFUSED = (call("f", np.array([1.0]), 0, names="step"), call("g", 0, names=("a", "b")))
MORE = (call("g", 5),)

GROUPS = (
    Group("values", VALUES),
    Group("single", SINGLE),
    Group("refused", REFUSED),
    Group("more", MORE),
)
REFUSAL = Raised("ValueError", "ValueError", "step must be at least 1")
RIGHT: dict[str, Outcome] = {
    **{
        case.key: Returned(value_of(np.array([x * 2])))
        for case, x in zip(VALUES, (1.0, 2.0), strict=True)
    },
    SINGLE[0].key: Returned(value_of(np.array([6.0], np.float32))),
    REFUSED[0].key: REFUSAL,
    REFUSED[1].key: Raised("ValueError", "ValueError", "a must be at least 1"),
    MORE[0].key: Returned(7),
}
EXERCISE: Any = SimpleNamespace(
    parameters=lambda name: signatures("def f(x, step): pass\ndef g(a, b=1): pass")[name]
)
KEY = AnswerKey(EXERCISE, GROUPS, RIGHT)


def judged(*outcomes: tuple[Case, Outcome | Entry]) -> Judged:
    """A submission that is right but for these outcomes."""
    told: dict[str, Entry] = {key: Entry(outcome) for key, outcome in RIGHT.items()}
    for case, outcome in outcomes:
        told[case.key] = outcome if isinstance(outcome, Entry) else Entry(outcome)
    return Judged(KEY, Transcript(told))


def finding(rule: Callable[..., None], *groups: str) -> Finding | None:
    """What a rule finds, or None where it passes."""
    try:
        rule(*groups)
    except CheckFailed as failed:
        return failed.finding
    return None


ALL_RULES = [
    ("answers", "values"),
    ("refuses", "refused"),
    ("leaves_arguments_alone", "values"),
    ("keeps_dtype", "single"),
]


@pytest.mark.parametrize(("rule", "group"), ALL_RULES)
def test_a_right_submission_passes_every_rule(rule: str, group: str) -> None:
    """Whatever it prints or how long it takes."""
    assert finding(getattr(judged(), rule), group) is None


@pytest.mark.parametrize(("rule", "group"), ALL_RULES)
@pytest.mark.parametrize(
    "outcome",
    [
        Returned(None),
        Returned(value_of(np.empty(0))),
        Returned(value_of(np.nan)),
        Returned(0),
        Raised("NotImplementedError", "NotImplementedError", ""),
        Raised("ValueError", "ValueError", "x step a b"),
        Crashed("x"),
        TimedOut("1 s"),
        NotRun("x"),
    ],
    ids=repr,
)
def test_there_are_no_points_for_nothing(rule: str, group: str, outcome: Outcome) -> None:
    """An answer that is the same everywhere passes no rule, nor does one that was never asked."""
    every = [(case, outcome) for one in GROUPS for case in one.cases]
    assert finding(getattr(judged(*every), rule), group) is not None
    assert finding(getattr(Judged(KEY, Transcript({})), rule), group) is not None


def test_the_first_wrong_answer_is_the_finding() -> None:
    """With its case, since cases go from small to large."""
    wrong = Returned(value_of(np.array([5.0])))
    found = finding(judged(*((case, wrong) for case in VALUES)).answers, "values")
    assert found == Finding("failed", Difference("value", 2.0, 5.0, (0,)), VALUES[0])


@pytest.mark.parametrize(
    ("outcome", "is_"),
    [
        (Raised("E", "ValueError", ""), "error"),
        (TimedOut("1 s"), "timed_out"),
        (Crashed("x"), "crashed"),
        (NotRun("x"), "not_run"),
    ],
)
def test_how_a_call_ended_is_the_outcome_of_its_check(outcome: Any, is_: str) -> None:
    """And of no other check."""
    mine = judged((VALUES[1], outcome))
    assert finding(mine.answers, "values") == Finding(is_, outcome, VALUES[1])  # type: ignore[arg-type]
    assert finding(mine.answers, "more") is None


# --- Refusals ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "message", ["step", "the step: 0", "`step`", "x or step?", "step=0 is senseless"]
)
def test_any_message_that_names_the_argument_will_do(message: str) -> None:
    """As a word of its own."""
    mine = judged((REFUSED[0], Raised("MyError", "ValueError", message)))
    assert finding(mine.refuses, "refused") is None


@pytest.mark.parametrize(
    "outcome",
    [
        Raised("ValueError", "ValueError", ""),
        Raised("ValueError", "ValueError", "steps are wrong, my_step too"),
        Raised("TypeError", "TypeError", "step"),
        Raised("AssertionError", "AssertionError", "step"),
        Returned(None),
        Returned(value_of(np.array([2.0]))),
    ],
    ids=repr,
)
def test_what_is_no_refusal_fails(outcome: Outcome) -> None:
    """Another error, another word, or an answer."""
    mine = judged((REFUSED[0], outcome))
    expected = Finding("failed", NotRefused("ValueError", ("step",), outcome), REFUSED[0])
    assert finding(mine.refuses, "refused") == expected


def test_refusing_needs_one_right_answer_of_the_same_function() -> None:
    """A function that always raises gets nothing, even beside another one that is right."""
    always = Raised("ValueError", "ValueError", "a b")
    found = finding(judged((MORE[0], always)).refuses, "refused")
    assert found == Finding("not_run", NothingRight(), REFUSED[0])
    wrong = Returned(8)
    assert finding(judged((MORE[0], wrong)).refuses, "refused") == found


# --- Arguments and dtypes ----------------------------------------------------------------------


def test_a_changed_argument_is_named_where_the_answer_is_right() -> None:
    """By the name of its parameter."""
    right = RIGHT[VALUES[1].key]
    found = finding(judged((VALUES[1], Entry(right, ("0",)))).leaves_arguments_alone, "values")
    assert found == Finding("failed", Changed("x"), VALUES[1])
    found = finding(judged((VALUES[1], Entry(right, ("step",)))).leaves_arguments_alone, "values")
    assert found == Finding("failed", Changed("step"), VALUES[1])


def test_a_changed_argument_is_not_judged_where_the_answer_is_wrong() -> None:
    """Only cases that are right count, and one is enough."""
    wrong = Entry(Returned(0), ("0",))
    assert finding(judged((VALUES[1], wrong)).leaves_arguments_alone, "values") is None
    found = finding(judged(*((case, wrong) for case in VALUES)).leaves_arguments_alone, "values")
    assert found == Finding("not_run", NothingRight())


def test_another_precision_fails_the_check_of_the_dtype_alone() -> None:
    """The values are right, so that check is judged; its sentence names both dtypes."""
    double = Returned(value_of(np.array([6.0])))
    found = finding(judged((SINGLE[0], double)).keeps_dtype, "single")
    assert found == Finding("failed", Difference("dtype", "float32", "float64"), SINGLE[0])


def test_the_dtype_is_not_judged_where_the_values_are_wrong() -> None:
    """A zero of the right dtype is worth nothing."""
    zero = Returned(value_of(np.zeros(1, np.float32)))
    found = finding(judged((SINGLE[0], zero)).keeps_dtype, "single")
    assert found == Finding("not_run", NothingRight(), SINGLE[0])


# --- Executed lines ----------------------------------------------------------------------------

SIZES = tuple(call("f", np.ones(n), count_lines=True) for n in (4, 400))
LINES = AnswerKey(
    EXERCISE,
    (Group("lines", SIZES),),
    {c.key: Returned(n) for c, n in zip(SIZES, (4.0, 400.0), strict=True)},
)


def lines(zygote: Zygote, source: str) -> Finding | None:
    """What the check of executed lines finds of a source, run in the sandbox."""
    plan = Plan(f"lines {source}", "lines", "numpy", DEFAULTS["numpy"], SIZES, (0, 0))
    transcript = run(zygote, plan, Implementation(source))
    assert transcript.stopped is None, transcript.stopped
    return finding(Judged(LINES, transcript).lines_do_not_grow, "lines")


@pytest.mark.parametrize(
    "body",
    [
        "return x.sum()",
        "total = 0.0\n    for _ in range(10):\n        total += x.sum() / 10\n    return total",
        "return np.einsum('i->', x)",
    ],
    ids=["sum", "a loop over the kernel", "einsum"],
)
def test_a_solution_without_a_loop_over_pixels_passes(zygote: Zygote, body: str) -> None:
    """A loop of a length that the image does not decide is fine."""
    assert lines(zygote, f"import numpy as np\ndef f(x):\n    {body}") is None


@pytest.mark.parametrize(
    "body",
    [
        "total = 0.0\n    for v in x:\n        total += v\n    return total",
        "return sum(v for v in x)",
        "def add(n):\n        return x[n] + add(n - 1) if n >= 0 else 0.0\n    return add(len(x) - 1)",
        "return np.apply_along_axis(lambda v: v, 0, np.vectorize(lambda v: v)(x)).sum()",
    ],
    ids=["for", "generator", "recursion", "vectorize"],
)
def test_a_loop_over_pixels_is_counted(zygote: Zygote, body: str) -> None:
    """However it is dressed."""
    found = lines(zygote, f"import numpy as np\ndef f(x):\n    {body}")
    assert found is not None
    assert found.outcome == "failed"
    assert isinstance(found.problem, Grew)
    assert found.problem.small is not None
    assert found.problem.large is not None


@pytest.mark.parametrize(
    "before",
    [
        "sys.settrace(None)",
        "sys.settrace(lambda *_: None)",
        "t = sys.gettrace(); sys.settrace(None); sys.settrace(t)",
    ],
)
def test_a_loop_that_takes_the_trace_function_away_does_not_pass(
    zygote: Zygote, before: str
) -> None:
    """What cannot be counted is not judged as if it were nothing."""
    source = (
        f"import sys\ndef f(x):\n    {before}\n    total = 0.0\n    for v in x:\n"
        "        total += v\n    return float(total)"
    )
    found = lines(zygote, source)
    assert found == Finding("failed", Grew(None, None), SIZES[1])


def test_lines_are_not_judged_where_the_answer_is_wrong(zygote: Zygote) -> None:
    """Returning nothing executes few lines."""
    found = lines(zygote, "def f(x):\n    return 4.0")
    assert found is not None
    assert (found.outcome, found.case) == ("not_run", SIZES[1])


def test_no_check_passes_because_its_group_is_unknown() -> None:
    """It is an error of the course, not a check without cases."""
    from grader.errors import CourseError

    EXERCISE.checks_path = "checks.py"
    with pytest.raises(CourseError, match=r"`cases\.py` has no group `nothing`"):
        judged().answers("nothing")


def test_a_failed_check_says_its_finding_in_plain_pytest_too() -> None:
    """As the message of the assertion."""
    wrong = Returned(value_of(np.array([5.0])))
    with pytest.raises(AssertionError) as raised:
        judged((VALUES[0], wrong)).answers("values")
    assert str(raised.value) == "f([1], 1): expected 2.0, got 5.0 at [0]"
