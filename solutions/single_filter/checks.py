"""The hidden checks of `single_filter`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_one_number_from_a_patch(submission):
    submission.answers("patches")


@pytest.mark.points(3)
@pytest.mark.needs("one_number_from_a_patch")
def test_filter_at_every_position(submission):
    submission.answers("positions")


@pytest.mark.points(2)
@pytest.mark.needs("filter_at_every_position")
def test_kernels_that_are_not_square(submission):
    submission.answers("kernel_shapes")


@pytest.mark.points(3)
@pytest.mark.needs("filter_at_every_position")
def test_stride_skips_positions(submission):
    submission.answers("strides")


@pytest.mark.points(1)
@pytest.mark.needs("stride_skips_positions")
def test_stride_for_each_axis(submission):
    submission.answers("stride_pairs")


@pytest.mark.points(1)
@pytest.mark.needs("filter_at_every_position")
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("patches", "positions", "strides")


@pytest.mark.points(1)
def test_patch_and_kernel_of_one_shape(submission):
    submission.refuses("senseless_patches")


@pytest.mark.points(2)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless_images")
