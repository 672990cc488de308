"""Values as grids: what differs, how axes are named, what is left out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.report.grids import Comparison, comparisons, inputs, number_text
from grader.value import value_of


def same(text: str) -> str:
    return text


def compare(expected: Any, actual: Any, tolerance: float | None = 0, **given: Any) -> Any:
    arguments = {name: value_of(value) for name, value in given.items()}
    return comparisons(value_of(expected), value_of(actual), arguments, tolerance, same)


def marked(comparison: Comparison) -> list[list[str]]:
    """The texts of the cells that differ, of expected and of got."""
    return [
        [
            cell.text
            for grid in drawing.grids
            for _, row in grid.rows
            for cell in row
            if cell.differs
        ]
        for drawing in (comparison.expected, comparison.actual)
    ]


def test_the_cells_that_differ_are_marked_on_both_sides():
    """And only they."""
    (found,) = compare(np.array([[1, 2], [3, 4]]), np.array([[1, 5], [3, 4]]))
    assert marked(found) == [["2"], ["5"]]
    assert found.expected.head == "int64 (2, 2)"


def test_a_pair_of_numbers_is_a_row():
    """A tuple, a list and an array of its length are compared as a check compares them."""
    (found,) = compare((0, 1), np.array([1, 1]))
    assert marked(found) == [["0"], ["1"]]
    assert found.expected.grids[0].columns == ("0", "1")


@pytest.mark.parametrize(("tolerance", "count"), [(0, 1), (None, 0), (1e-20, 1)])
def test_a_cell_is_marked_only_beyond_the_tolerance(tolerance: float | None, count: int):
    """The rule is that of the checks."""
    (found,) = compare(np.array([1.0]), np.array([1.0 + 1e-12]), tolerance)
    assert len(marked(found)[0]) == count


def test_numbers_that_differ_look_different():
    """Few digits where they do, as many as it takes where they do not."""
    assert number_text(1 / 3) == "0.3333"
    assert number_text(1.0000001, 1.0) == "1.0000001"
    assert number_text(-0.0) == "0"
    assert number_text(np.nan) == "nan"


def test_images_are_laid_out_by_image_and_channel():
    """The slices that differ come first, and the rest is counted."""
    right = np.zeros((2, 3, 3, 4))
    wrong = right.copy()
    wrong[1, 2, 0, 3] = 7
    (found,) = compare(right, wrong)
    (grid,) = found.actual.grids
    assert grid.title == "image 1, channel 3"
    assert grid.axes == ("height", "width")
    assert found.actual.left_out == 7


def test_other_ranks_name_their_axes_by_number():
    """Nothing is known of their meaning."""
    (found,) = compare(np.zeros((2, 3, 4)), np.ones((2, 3, 4)))
    assert [grid.title for grid in found.expected.grids] == ["[0, :, :]", "[1, :, :]"]
    assert found.expected.grids[0].axes == ("axis 1", "axis 2")


def test_a_large_array_is_shown_around_the_first_difference():
    """And it is said that it goes on."""
    right = np.zeros((40, 40))
    wrong = right.copy()
    wrong[25, 30] = 1
    (found,) = compare(right, wrong)
    (grid,) = found.actual.grids
    assert marked(found) == [["0"], ["1"]]
    assert grid.cut == "10 × 10 of 40 × 40 shown"
    assert "30" in grid.columns


def test_other_shapes_are_shown_without_marks():
    """What differs is the shape, and that is marked."""
    (found,) = compare(np.zeros((2, 2)), np.zeros((3, 2)))
    assert found.expected.differs
    assert marked(found) == [[], []]


def test_zeros_around_an_image_are_known():
    """Where the image lies within is seen in what was expected and in what came."""
    image = np.arange(1.0, 5.0).reshape(1, 2, 2, 1)
    right = np.pad(image, ((0, 0), (0, 1), (0, 1), (0, 0)))
    wrong = np.pad(image, ((0, 0), (1, 0), (1, 0), (0, 0)))
    (found,) = compare(right, wrong, x=image)
    frames = [
        [[cell.frame for cell in row] for _, row in drawing.grids[0].rows]
        for drawing in (found.expected, found.actual)
    ]
    assert frames[0] == [[False, False, True], [False, False, True], [True, True, True]]
    assert frames[1] == [[True, True, True], [True, False, False], [True, False, False]]


def test_several_results_are_compared_one_by_one():
    """Each under its place in the tuple; what is no array is left to the text."""
    found = compare((np.ones(2), np.ones(3), "a"), (np.ones(2), np.zeros(3), "b"))
    assert [comparison.label for comparison in found] == ["[0]", "[1]"]


@pytest.mark.parametrize(
    ("expected", "actual"),
    [(3, 4), (np.zeros((0, 2)), np.zeros((0, 2))), ("a", None), (np.zeros(2), None), ((), ())],
)
def test_what_numbers_cannot_show_has_no_grid(expected: Any, actual: Any):
    """Single numbers, empty arrays, text and nothing are said in words."""
    assert compare(expected, actual) == ()


def test_an_input_shows_the_image_in_question():
    """A kernel is laid out by its own axes."""
    given = {"x": value_of(np.zeros((3, 2, 2, 1))), "kernel": value_of(np.zeros((2, 2, 1, 2)))}
    (x_name, x), (kernel_name, kernel) = inputs(given, 2, same)
    assert (x_name, kernel_name) == ("x", "kernel")
    assert [grid.title for grid in x.grids] == ["image 2, channel 0"]
    assert kernel.grids[1].title == "from channel 0 to channel 1"
