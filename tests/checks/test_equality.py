"""The one rule of what is equal, and the sentence for each way of not being so."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.checks.equality import difference
from grader.checks.words import problem_in_words
from grader.transcript import Raised
from grader.value import Object, value_of
from grader.words import translator

ENGLISH = translator("en")
TABLE = np.arange(6.0).reshape(2, 3)


class Sub(np.ndarray):
    def __eq__(self, other: object) -> Any:
        return np.True_


def changed(array: np.ndarray[Any, Any], value: Any, *places: tuple[int, ...]) -> Any:
    copy = array.copy()
    for place in places:
        copy[place] = value
    return copy


def said(expected: Any, received: Any, **settings: Any) -> str | None:
    """The sentence, or None where the two are equal."""
    found = difference(value_of(expected), value_of(received), **settings)
    return found and problem_in_words(found, ENGLISH)


@pytest.mark.parametrize(
    ("expected", "received"),
    [
        (3, 3),
        (3, np.int8(3)),
        (3, np.uint64(3)),
        (3, np.array(3)),
        (3.0, 3),
        (3.0, np.float32(3)),
        (3.0, np.array(3.0)),
        (0.0, -0.0),
        (float("nan"), float("nan")),
        (float("inf"), np.inf),
        (1.0, 1.0 + 1e-10),
        (np.float32(1), 1 + 1e-6),
        (np.float64(3), 3.0),
        (np.array(3.0), 3.0),
        (True, True),
        (True, np.True_),
        ("text", "text"),
        (None, None),
        ((1, 2), (1, 2)),
        ((1, 2), [1, 2]),
        ((1, 2), np.array([1, 2])),
        ([1, 2], (1, 2)),
        ((1.0, 2.0), np.array([1.0, 2.0])),
        ((), []),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (TABLE, TABLE.copy()),
        (TABLE, TABLE.T.copy().T),
        (TABLE, TABLE + 1e-10),
        (TABLE.astype(">f8"), TABLE),
        (np.array([np.nan, np.inf, -0.0]), np.array([np.nan, np.inf, 0.0])),
        (np.array([1, 2]), np.array([1, 2], np.int8)),
        (np.array([1, 2]), np.array([1, 2], np.uint32)),
        (np.zeros((0, 3)), np.zeros((0, 3))),
        (np.array([1000.0, 0.0]), np.array([1000.0, 1e-7])),
        (np.array([True, False]), np.array([True, False])),
        (1 + 2j, 1 + 2j),
    ],
    ids=repr,
)
def test_what_is_equal(expected: Any, received: Any) -> None:
    """A number by its value, a tuple by its items, an array by all that it is."""
    assert said(expected, received) is None


@pytest.mark.parametrize(
    ("expected", "received", "sentence"),
    [
        # Numbers.
        (3, 4, "expected 3, got 4"),
        (3, None, "expected an integer (3), got None; does every path end in `return`?"),
        (3, True, "expected an integer (3), got True"),
        (1, np.True_, "expected an integer (1), got a bool number (True)"),
        (3, 3.0, "expected an integer (3), got a float (3)"),
        (3, np.float32(3), "expected an integer (3), got a float32 number (3)"),
        (3, "3", "expected an integer (3), got a string ('3')"),
        (3, [3], "expected an integer (3), got a list of 1"),
        (3, np.array([3]), "expected an integer (3), got an array of shape (1,)"),
        (3, np.nan, "expected an integer (3), got nan"),
        (3, 3 + 0j, "expected an integer (3), got a complex128 number ((3+0j))"),
        (3, 2**64, "expected an integer (3), got int (65 bits)"),
        (3.0, 4, "expected 3.0, got 4"),
        (3.0, True, "expected a float (3), got True"),
        (3.0, None, "expected a float (3), got None; does every path end in `return`?"),
        (3.0, np.nan, "expected 3.0, got nan"),
        (3.0, np.inf, "expected 3.0, got inf"),
        (np.inf, -np.inf, "expected inf, got -inf"),
        (np.inf, 1e308, "expected inf, got 1e+308"),
        (np.nan, 0, "expected nan, got 0"),
        (3.0, 3.001, "expected 3.0, got 3.001"),
        (np.array(3.0), [3.0], "expected a float64 number (3), got a list of 1"),
        (True, 1, "expected True, got an integer (1)"),
        (True, False, "expected True, got False"),
        ("same", "valid", "expected 'same', got 'valid'"),
        ("same", 1, "expected a string ('same'), got an integer (1)"),
        (None, 0, "expected None, got an integer (0)"),
        # Sequences.
        ((1, 2), (2, 1), "expected 1, got 2 at [0]"),
        ((1, 2), (1, 2, 3), "expected 2 items, got 3"),
        ((1, 2), (), "expected 2 items, got 0"),
        ((1, 2), 1, "expected a tuple of 2, got an integer (1)"),
        ((1, 2), None, "expected a tuple of 2, got None; does every path end in `return`?"),
        ((1, 2), (1, 2.0), "expected an integer (2) at [1], got a float (2)"),
        ((1, 2), np.array([1.0, 2.0]), "expected an integer (1) at [0], got a float (1)"),
        ((1, 2), np.array([[1, 2]]), "expected a tuple of 2, got an array of shape (1, 2)"),
        ((1, 2), {"a": 1}, "expected a tuple of 2, got a dict"),
        ((1, (2, 3)), (1, (2, 4)), "expected 3, got 4 at [1, 1]"),
        ({"a": 1}, {"b": 1}, "expected the keys ['a'], got ['b']"),
        ({"a": (1, 2)}, {"a": (1, 3)}, "expected 2, got 3 at [a, 1]"),
        # Arrays.
        (
            TABLE,
            None,
            "expected an array of shape (2, 3), got None; does every path end in `return`?",
        ),
        (TABLE, [], "expected an array of shape (2, 3), got a list of 0"),
        (TABLE, (), "expected an array of shape (2, 3), got a tuple of 0"),
        (TABLE, 0, "expected an array of shape (2, 3), got an integer (0)"),
        (TABLE, np.nan, "expected an array of shape (2, 3), got nan"),
        (TABLE, np.inf, "expected an array of shape (2, 3), got inf"),
        (TABLE, np.float64(1), "expected an array of shape (2, 3), got a float64 number (1)"),
        (TABLE, TABLE.tolist(), "expected an array of shape (2, 3), got a list of 2"),
        (TABLE, np.array(1.0), "expected shape (2, 3), got ()"),
        (TABLE, np.array([]), "expected shape (2, 3), got (0,)"),
        (TABLE, np.zeros((0, 3)), "expected shape (2, 3), got (0, 3)"),
        (TABLE, TABLE[:1], "expected shape (2, 3), got (1, 3)"),
        (TABLE, TABLE.T, "expected shape (2, 3), got (3, 2)"),
        (TABLE, TABLE.astype(np.float32), "expected dtype float64, got float32"),
        (TABLE, TABLE.astype(int), "expected dtype float64, got int64"),
        (TABLE, TABLE.astype(complex), "expected dtype float64, got complex128"),
        (TABLE.astype(int), TABLE, "expected dtype int64, got float64"),
        (TABLE.astype(int), TABLE.astype(bool), "expected dtype int64, got bool"),
        (TABLE, changed(TABLE, 9, (1, 2)), "expected 5.0, got 9.0 at [1, 2]; 1 of 6 values differ"),
        (TABLE, -TABLE, "expected 1.0, got -1.0 at [0, 1]; 5 of 6 values differ"),
        (
            TABLE,
            changed(TABLE, np.nan, (0, 2), (1, 0)),
            "expected 2.0, got nan at [0, 2]; 2 of 6 values differ",
        ),
        (TABLE * np.nan, TABLE, "expected nan, got 0.0 at [0, 0]; 6 of 6 values differ"),
        (TABLE, TABLE + np.inf, "expected 0.0, got inf at [0, 0]; 6 of 6 values differ"),
        (np.array([-128], np.int8), np.array([0]), "expected -128, got 0 at [0]"),
        (
            np.array([0.1, 2.5], np.float32),
            np.array([0.2, 2.5], np.float32),
            "expected 0.1, got 0.2 at [0]; 1 of 2 values differ",
        ),
        (
            np.array([2**64 - 1, 0], np.uint64),
            np.array([-1, 0]),
            "expected <int: 64 bits>, got -1 at [0]; 1 of 2 values differ",
        ),
        # What is no plain data.
        (
            TABLE,
            TABLE.view(Sub),
            "expected an array of shape (2, 3), got ",
        ),
        (TABLE, np.ma.masked_all((2, 3)), "expected an array of shape (2, 3), got numpy.ma"),
        (
            TABLE,
            np.full((2, 3), None),
            "expected an array of shape (2, 3), got array of dtype object (array([[None",
        ),
        (TABLE, TABLE.view(np.recarray), "expected an array of shape (2, 3), got numpy.rec"),
        (3, (n for n in "ab"), "expected an integer (3), got generator (<generator object "),
    ],
    ids=lambda told: told if isinstance(told, str) and told.startswith("expected") else "",
)
def test_what_is_not_equal_is_said_in_one_sentence(
    expected: Any, received: Any, sentence: str
) -> None:
    """What is there, type, shape, dtype, values: the first of them that parts."""
    told = said(expected, received)
    assert told is not None
    whole = not isinstance(value_of(received), Object) or type(received) is int
    assert told == sentence if whole else told.startswith(sentence)


EMPTY = [[], (), 0, 0.0, np.nan, None, np.inf, True, "", {}, np.empty(0), np.empty((0, 0, 0, 0))]


@pytest.mark.parametrize("received", EMPTY, ids=repr)
@pytest.mark.parametrize(
    "expected", [TABLE, (1, 2), 7, 2.5, "text", np.float32(2), {"a": 1}, [TABLE]], ids=repr
)
@pytest.mark.parametrize("tolerance", [None, 1e9])
def test_nothing_equals_something(expected: Any, received: Any, tolerance: float | None) -> None:
    """However wide the tolerance; only numbers of one shape are ever compared by it."""
    told = said(expected, received, tolerance=tolerance)
    wide = tolerance is not None and isinstance(expected, float | np.float32)
    number = isinstance(received, int | float) and not isinstance(received, bool)
    if wide and number and np.isfinite(received):
        return
    assert told is not None


def test_exact_means_exact() -> None:
    """But for the sign of zero."""
    nearly = np.array([1.0, 2.0 + 1e-15])
    assert said(np.array([1.0, 2.0]), nearly) is None
    assert said(np.array([1.0, 2.0]), nearly, exact=True) == (
        "expected 2.0, got 2.000000000000001 at [1]; 1 of 2 values differ"
    )
    assert said(np.array([0.0]), np.array([-0.0]), exact=True) is None


@pytest.mark.parametrize(
    ("dtype", "within", "beyond"),
    [("float32", 0.9e-5, 1.2e-5), ("float64", 0.9e-9, 1.2e-9)],
)
def test_the_tolerance_is_relative_to_the_largest_expected_value(
    dtype: str, within: float, beyond: float
) -> None:
    """And never to what was received."""
    right = np.array([100.0, 0.0], dtype)
    for error, equal in ((within, True), (beyond, False)):
        given = (right.astype(np.float64) + np.array([0, 100 * error])).astype(dtype)
        assert (said(right, given) is None) == equal
    huge = np.array([1e30, 1e20], dtype)
    assert said(right, huge) == "expected 100.0, got 1e+30 at [0]; 2 of 2 values differ"


def test_a_case_may_set_its_own_tolerance() -> None:
    """As where a mean is not exact."""
    assert said(1.0, 1.01, tolerance=0.02) is None
    assert said(1.0, 1.03, tolerance=0.02) == "expected 1.0, got 1.03"


def test_another_precision_is_accepted_where_the_dtype_is_a_question_of_its_own() -> None:
    """Floats of another width, but no integers."""
    assert said(TABLE, TABLE.astype(np.float32), any_precision=True) is None
    told = said(TABLE, TABLE.astype(int), any_precision=True)
    assert told == "expected dtype float64, got int64"


def test_differences_are_said_in_korean_too() -> None:
    """The same data, other words (or English, until they are translated)."""
    found = difference(value_of(3), value_of(4))
    assert found is not None
    assert "3" in problem_in_words(found, translator("ko"))
    assert problem_in_words(Raised("E", "E", "", line=3), ENGLISH) == "raised E (line 3)"
