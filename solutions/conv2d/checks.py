"""The hidden checks of `conv2d`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_one_filter_one_channel(submission):
    submission.answers("one_filter")


@pytest.mark.points(2)
@pytest.mark.needs("one_filter_one_channel")
def test_channels_are_added_up(submission):
    submission.answers("in_channels")


@pytest.mark.points(2)
@pytest.mark.needs("one_filter_one_channel")
def test_one_channel_for_each_filter(submission):
    submission.answers("out_channels")


@pytest.mark.points(1)
@pytest.mark.needs("one_filter_one_channel")
def test_every_image_of_the_batch(submission):
    submission.answers("batches")


@pytest.mark.points(2)
@pytest.mark.needs("one_channel_for_each_filter")
def test_bias_for_each_filter(submission):
    submission.answers("biases")


@pytest.mark.points(2)
@pytest.mark.needs("one_filter_one_channel")
def test_stride_skips_positions(submission):
    submission.answers("strides")


@pytest.mark.points(3)
@pytest.mark.needs("one_filter_one_channel")
def test_same_keeps_the_size(submission):
    submission.answers("same")


@pytest.mark.points(2)
@pytest.mark.needs("same_keeps_the_size", "stride_skips_positions")
def test_same_with_a_stride(submission):
    submission.answers("same_with_stride")


@pytest.mark.points(1)
@pytest.mark.needs("same_keeps_the_size")
def test_padding_in_any_letter_case(submission):
    submission.answers("letter_case")


@pytest.mark.points(1)
@pytest.mark.needs("one_channel_for_each_filter")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("out_channels", "biases", "same")


@pytest.mark.points(2)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless")
