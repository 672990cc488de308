"""The hidden checks of `depthwise_conv`: one idea each."""

import pytest


@pytest.mark.points(2)
def test_one_channel_one_filter(submission):
    submission.answers("one_channel")


@pytest.mark.points(3)
@pytest.mark.needs("one_channel_one_filter")
def test_channels_stay_apart(submission):
    submission.answers("channels")


@pytest.mark.points(2)
@pytest.mark.needs("one_channel_one_filter")
def test_several_filters_for_a_channel(submission):
    submission.answers("multipliers")


@pytest.mark.points(2)
@pytest.mark.needs("channels_stay_apart", "several_filters_for_a_channel")
def test_order_of_the_output_channels(submission):
    submission.answers("channels_and_multipliers")


@pytest.mark.points(1)
@pytest.mark.needs("one_channel_one_filter")
def test_every_image_of_the_batch(submission):
    submission.answers("batches")


@pytest.mark.points(1)
@pytest.mark.needs("order_of_the_output_channels")
def test_stride_skips_positions(submission):
    submission.answers("strides")


@pytest.mark.points(1)
@pytest.mark.needs("stride_skips_positions")
def test_stride_for_each_axis(submission):
    submission.answers("stride_pairs")


@pytest.mark.points(2)
@pytest.mark.needs("order_of_the_output_channels")
def test_same_keeps_the_size(submission):
    submission.answers("same")


@pytest.mark.points(1)
@pytest.mark.needs("same_keeps_the_size", "stride_skips_positions")
def test_same_with_a_stride(submission):
    submission.answers("same_with_stride")


@pytest.mark.points(1)
@pytest.mark.needs("same_keeps_the_size")
def test_padding_in_any_letter_case(submission):
    submission.answers("letter_case")


@pytest.mark.points(1)
@pytest.mark.needs("order_of_the_output_channels")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
@pytest.mark.needs("channels_stay_apart")
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("one_channel", "channels", "same")


@pytest.mark.points(1)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless")
