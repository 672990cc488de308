"""The hidden checks of `conv_padding`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_same_amounts_at_stride_one(submission):
    submission.answers("stride_one")


@pytest.mark.points(3)
def test_odd_zero_goes_after(submission):
    submission.answers("odd_total")


@pytest.mark.points(3)
def test_stride_changes_the_amounts(submission):
    submission.answers("strides")


@pytest.mark.points(2)
def test_never_negative(submission):
    submission.answers("nothing_missing")


@pytest.mark.points(2)
def test_dilation_widens_the_kernel(submission):
    submission.answers("dilation")


@pytest.mark.points(2)
@pytest.mark.needs("same_amounts_at_stride_one", "odd_zero_goes_after")
def test_image_between_its_zeros(submission):
    submission.answers("images")


@pytest.mark.points(2)
@pytest.mark.needs("image_between_its_zeros")
def test_each_axis_its_own_amounts(submission):
    submission.answers("two_axes")


@pytest.mark.points(1)
@pytest.mark.needs("image_between_its_zeros")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("two_axes")


@pytest.mark.points(2)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless")
