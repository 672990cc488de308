"""Cases: their keys, and the release form."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import msgspec
import numpy as np
import pytest
from hypothesis import given

from grader.case import (
    Case,
    call,
    case_from_text,
    case_to_text,
    group,
    group_to_lines,
    numbers,
    probe,
)
from grader.course import Course
from grader.exercise import Exercise
from grader.exercise import load_exercise as load

ONES = np.ones((1, 2))


def test_keys_are_those_of_the_records_in_the_course() -> None:
    """On every machine and version: a changed key would make every record stale."""
    assert call("same_padding", 1, 1).key == "ee28cbaabe8b453d"


@pytest.mark.parametrize(
    "other",
    [
        call("g", ONES, 3, stride=2),
        probe("f", ONES, 3, stride=2),
        call("f", ONES, 4, stride=2),
        call("f", ONES, 3.0, stride=2),
        call("f", ONES, True, stride=2),
        call("f", ONES, np.int64(3), stride=2),
        call("f", ONES, np.array(3), stride=2),
        call("f", ONES, (3,), stride=2),
        call("f", ONES, [3], stride=2),
        call("f", ONES, "3", stride=2),
        call("f", ONES, None, stride=2),
        call("f", ONES.astype(np.float32), 3, stride=2),
        call("f", ONES.T, 3, stride=2),
        call("f", -ONES, 3, stride=2),
        call("f", ONES.tolist(), 3, stride=2),
        call("f", ONES, 3, stride=1),
        call("f", ONES, 3, strides=2),
        call("f", ONES, 3, 2),
        call("f", ONES, 3),
        call("f", 3, ONES, stride=2),
    ],
    ids=lambda case: repr(case)[:60],
)
def test_a_key_differs_when_anything_asked_differs(other: Case) -> None:
    """Function, kind, number, type, shape, dtype, order, name."""
    assert other.key != call("f", ONES, 3, stride=2).key


@pytest.mark.parametrize(
    "settings",
    [{"names": "x"}, {"tolerance": 0.1}, {"exact": True}, {"oracles": ("numpy",)}],
    ids=str,
)
def test_what_is_not_asked_is_no_part_of_the_key(settings: Any) -> None:
    """How the answer is judged may change without a new record."""
    assert call("f", ONES, **settings).key == call("f", ONES).key


def test_the_order_of_options_is_no_part_of_the_key() -> None:
    """Python does not tell it either."""
    assert call("f", a=1, b=2).key == call("f", b=2, a=1).key


plain_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False)
    | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.lists(inner, max_size=3).map(tuple),
    max_leaves=4,
)


@given(plain_values, plain_values)
def test_different_arguments_have_different_keys(one: Any, other: Any) -> None:
    """As `repr` tells them apart: 1 is not 1.0, nor True, nor [1]."""
    assert (call("f", one).key == call("f", other).key) == (repr(one) == repr(other))


@given(st.lists(plain_values, max_size=3), st.booleans(), st.booleans())
def test_a_case_comes_back_from_the_release_form(
    arguments: list[Any], exact: bool, count_lines: bool
) -> None:
    """With every setting."""
    case = call(
        *("f", *arguments),
        names=("x", "y"),
        tolerance=0.5,
        exact=exact,
        oracles=("numpy",),
        count_lines=count_lines,
        stride=2,
        x=np.array([0.1, np.nan], np.float32),
    )
    line = json.dumps(case_to_text(case))
    again = case_from_text(msgspec.json.decode(line.encode()))
    assert again == case
    assert again.key == case.key


def test_settings_of_a_group_hold_for_each_of_its_cases() -> None:
    """They are said once."""
    told = group("g", [call("f", 1), call("f", 2)], exact=True, oracles=("numpy",))
    assert [case.exact for case in told.cases] == [True, True]
    assert [case.oracles for case in told.cases] == [("numpy",), ("numpy",)]


def test_small_numbers_are_the_same_everywhere_and_tell_mistakes_apart() -> None:
    """Neither rising nor symmetric, with negatives and ties; recorded keys depend on them."""
    assert numbers(2, 3).tolist() == [[4.0, -7.0, -9.0], [-2.0, -6.0, -7.0]]
    table = numbers(6, 6, seed=3)
    assert table.min() < 0 < table.max()
    assert len(set(table.ravel())) < table.size
    assert not np.array_equal(table, table.T)
    assert not np.array_equal(table, np.sort(table))


# --- The release form --------------------------------------------------------------------------


@pytest.fixture
def release(course: Path, exercise: Exercise) -> Path:
    """`conv_padding` as students get it: visible cases, checks and answers; nothing else."""
    folder = course / "solutions" / "conv_padding"
    visible = {"stride_one", "images"}
    kept = [one for one in exercise.groups if one.name in visible]
    lines = [line for one in kept for line in group_to_lines(one, json.dumps)]
    (folder / "cases.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    keys = {case.key for one in kept for case in one.cases}
    recorded = (folder / "recorded.jsonl").read_text("utf-8").splitlines(keepends=True)
    answers = [line for line in recorded if json.loads(line)["case"] in keys]
    (folder / "recorded.jsonl").write_text("".join(answers), "utf-8")
    (folder / "checks.py").write_text(
        "import pytest\n\n\n"
        "@pytest.mark.points(3)\ndef test_same_amounts_at_stride_one(submission):\n"
        '    submission.answers("stride_one")\n\n\n'
        "@pytest.mark.points(2)\n"
        '@pytest.mark.needs("same_amounts_at_stride_one", "odd_zero_goes_after")\n'
        "def test_image_between_its_zeros(submission):\n"
        '    submission.answers("images")\n',
        "utf-8",
    )
    kept_files = {
        *("cases.jsonl", "recorded.jsonl", "checks.py", "stub.py", "exercise.toml"),
        *("text.en.toml", "text.ko.toml"),
    }
    for path in folder.iterdir():
        if path.name not in kept_files:
            path.unlink()
    return course


def test_the_release_form_loads_the_same_cases(exercise: Exercise, course: Path) -> None:
    """`cases.jsonl` in place of `cases.py`, read by the same loader."""
    folder = course / "solutions" / "conv_padding"
    lines = [line for one in exercise.groups for line in group_to_lines(one, json.dumps)]
    (folder / "cases.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (folder / "cases.py").unlink()
    released = load(Course(course), "conv_padding")
    assert released.groups == exercise.groups
    assert released.plan() == exercise.plan()
    assert released.version == exercise.version


@pytest.mark.parametrize("right", [True, False], ids=["right", "wrong"])
def test_the_release_form_grades_as_the_course_does(
    release: Path,
    reference: str,
    graded: Callable[..., Any],
    grade: Callable[..., Any],
    right: bool,
) -> None:
    """On what is visible: outcome, points, message and counterexample, without any reference."""
    wrong = reference.replace("total = max(", "total = 1 + max(")
    source = reference if right else wrong
    work = release / "exercises" / "conv_padding.py"
    work.write_text(source, "utf-8")
    ran = grade(work, "--no-report", "--format", "json")
    assert ran.code == (0 if right else 1), ran.stderr
    whole = json.loads(msgspec.json.encode(graded(source)))
    visible = [check for check in whole["checks"] if check["visible"]]
    assert ran.json["checks"] == visible
    assert ran.json["max_points"] == 5
