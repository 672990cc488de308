"""The hidden checks of `dilated_conv`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_gaps_lie_between_the_taps(submission):
    submission.answers("reaches")


@pytest.mark.points(2)
def test_dilation_one_is_a_convolution(submission):
    submission.answers("undilated")


@pytest.mark.points(3)
@pytest.mark.needs("dilation_one_is_a_convolution")
def test_taps_lie_apart(submission):
    submission.answers("dilated")


@pytest.mark.points(1)
@pytest.mark.needs("taps_lie_apart")
def test_channels_filters_and_images(submission):
    submission.answers("channels")


@pytest.mark.points(1)
@pytest.mark.needs("taps_lie_apart")
def test_dilation_for_each_axis(submission):
    submission.answers("dilation_pairs")


@pytest.mark.points(3)
@pytest.mark.needs("taps_lie_apart")
def test_same_keeps_the_size(submission):
    submission.answers("same")


@pytest.mark.points(1)
@pytest.mark.needs("taps_lie_apart", "same_keeps_the_size")
def test_padding_in_any_letter_case(submission):
    submission.answers("letter_case")


@pytest.mark.points(1)
@pytest.mark.needs("channels_filters_and_images")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
@pytest.mark.needs("taps_lie_apart")
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("dilated", "channels", "same")


@pytest.mark.points(1)
def test_senseless_kernels_refused(submission):
    submission.refuses("senseless_kernels")


@pytest.mark.points(1)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless")


@pytest.mark.points(1)
def test_dilated_filter_has_to_fit(submission):
    submission.refuses("does_not_fit")
