"""The hidden checks of `conv_output_size`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_every_start_counts(submission):
    submission.answers("stride_one")


@pytest.mark.points(3)
@pytest.mark.needs("every_start_counts")
def test_stride_takes_steps(submission):
    submission.answers("strides")


@pytest.mark.points(3)
@pytest.mark.needs("stride_takes_steps")
def test_rest_gets_no_window(submission):
    submission.answers("rests")


@pytest.mark.points(2)
@pytest.mark.needs("every_start_counts")
def test_padding_on_both_sides(submission):
    submission.answers("paddings")


@pytest.mark.points(2)
@pytest.mark.needs("every_start_counts")
def test_dilation_widens_the_window(submission):
    submission.answers("dilations")


@pytest.mark.points(2)
@pytest.mark.needs("rest_gets_no_window", "padding_on_both_sides", "dilation_widens_the_window")
def test_all_together(submission):
    submission.answers("together")


@pytest.mark.points(2)
def test_window_has_to_fit(submission):
    submission.refuses("does_not_fit")


@pytest.mark.points(1)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless")
