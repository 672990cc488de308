"""The hidden checks of `max_unpool`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_back_to_its_place(submission):
    submission.answers("one_number")


@pytest.mark.points(2)
@pytest.mark.needs("back_to_its_place")
def test_zeros_elsewhere(submission):
    submission.answers("several_numbers")


@pytest.mark.points(3)
@pytest.mark.needs("zeros_elsewhere")
def test_channels_are_counted(submission):
    submission.answers("channels")


@pytest.mark.points(2)
@pytest.mark.needs("zeros_elsewhere")
def test_each_image_counts_from_zero(submission):
    submission.answers("batches")


@pytest.mark.points(2)
@pytest.mark.needs("zeros_elsewhere")
def test_numbers_that_meet_are_added(submission):
    submission.answers("named_twice")


@pytest.mark.points(2)
@pytest.mark.needs("zeros_elsewhere")
def test_image_of_the_asked_size(submission):
    submission.answers("larger_images")


@pytest.mark.points(1)
@pytest.mark.needs("zeros_elsewhere")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("several_numbers", "larger_images")


@pytest.mark.points(2)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless")
