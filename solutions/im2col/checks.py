"""The hidden checks of `im2col`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_a_row_for_each_window(submission):
    submission.answers("windows")


@pytest.mark.points(2)
@pytest.mark.needs("a_row_for_each_window")
def test_order_within_a_window(submission):
    submission.answers("channels")


@pytest.mark.points(1)
@pytest.mark.needs("a_row_for_each_window")
def test_every_image_of_the_batch(submission):
    submission.answers("batches")


@pytest.mark.points(2)
@pytest.mark.needs("a_row_for_each_window")
def test_stride_skips_windows(submission):
    submission.answers("strides")


@pytest.mark.points(1)
@pytest.mark.needs("stride_skips_windows")
def test_stride_for_each_axis(submission):
    submission.answers("stride_pairs")


@pytest.mark.points(3)
@pytest.mark.needs("order_within_a_window")
def test_convolution_is_a_product(submission):
    submission.answers("convolutions")


@pytest.mark.points(1)
@pytest.mark.needs("convolution_is_a_product", "stride_skips_windows")
def test_convolution_with_a_stride(submission):
    submission.answers("convolution_strides")


@pytest.mark.points(2)
@pytest.mark.needs("order_within_a_window", "convolution_is_a_product")
def test_no_loop_over_pixels(submission):
    submission.lines_do_not_grow("image_sizes")


@pytest.mark.points(1)
@pytest.mark.needs("order_within_a_window")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("strides", "convolutions")


@pytest.mark.points(1)
def test_senseless_windows_refused(submission):
    submission.refuses("senseless_windows")


@pytest.mark.points(1)
def test_senseless_filters_refused(submission):
    submission.refuses("senseless_filters")
