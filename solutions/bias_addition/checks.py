"""The hidden checks of `bias_addition`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_one_bias_for_each_feature(submission):
    submission.answers("one_example")


@pytest.mark.points(2)
@pytest.mark.needs("one_bias_for_each_feature")
def test_every_example_gets_it(submission):
    submission.answers("several_examples")


@pytest.mark.points(2)
@pytest.mark.needs("one_bias_for_each_feature")
def test_along_the_last_axis(submission):
    submission.answers("square")


@pytest.mark.points(2)
@pytest.mark.needs("every_example_gets_it")
def test_any_number_of_axes(submission):
    submission.answers("no_batch", "images")


@pytest.mark.points(1)
@pytest.mark.needs("every_example_gets_it")
def test_empty_batch(submission):
    # Returning x as it came would do for an empty batch alone.
    submission.answers("several_examples", "empty_batch")


@pytest.mark.points(1)
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("several_examples", "images")


@pytest.mark.points(2)
def test_senseless_bias_refused(submission):
    submission.refuses("senseless")
