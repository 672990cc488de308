"""The hidden checks of `conv_gradient`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_weight_collects_what_it_saw(submission):
    submission.answers("filters")


@pytest.mark.points(1)
@pytest.mark.needs("weight_collects_what_it_saw")
def test_weight_for_each_pair_of_channels(submission):
    submission.answers("filter_channels")


@pytest.mark.points(2)
@pytest.mark.needs("weight_collects_what_it_saw")
def test_weight_collects_from_all_images(submission):
    submission.answers("filter_batches")


@pytest.mark.points(1)
@pytest.mark.needs("weight_collects_what_it_saw")
def test_weight_with_a_stride(submission):
    submission.answers("filter_strides")


@pytest.mark.points(3)
def test_pixel_collects_from_its_windows(submission):
    submission.answers("inputs")


@pytest.mark.points(1)
@pytest.mark.needs("pixel_collects_from_its_windows")
def test_pixel_collects_from_all_filters(submission):
    submission.answers("input_channels")


@pytest.mark.points(1)
@pytest.mark.needs("pixel_collects_from_its_windows")
def test_each_image_has_its_own_gradient(submission):
    submission.answers("input_batches")


@pytest.mark.points(2)
@pytest.mark.needs("pixel_collects_from_its_windows")
def test_pixel_with_a_stride(submission):
    submission.answers("input_strides")


@pytest.mark.points(1)
@pytest.mark.needs("pixel_with_a_stride")
def test_unseen_pixels_get_zero(submission):
    submission.answers("unseen_pixels")


@pytest.mark.points(1)
@pytest.mark.needs("weight_for_each_pair_of_channels", "pixel_collects_from_all_filters")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("filters", "filter_batches", "inputs", "input_channels")


@pytest.mark.points(1)
def test_senseless_filters_refused(submission):
    submission.refuses("senseless_filters")


@pytest.mark.points(1)
def test_senseless_inputs_refused(submission):
    submission.refuses("senseless_inputs")
