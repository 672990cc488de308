"""The hidden checks of `max_pool_switches`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_largest_of_each_window(submission):
    submission.answers("one_window")


@pytest.mark.points(3)
@pytest.mark.needs("largest_of_each_window")
def test_switches_of_one_channel(submission):
    submission.answers("one_channel")


@pytest.mark.points(2)
@pytest.mark.needs("switches_of_one_channel")
def test_first_maximum_wins(submission):
    submission.answers("ties")


@pytest.mark.points(3)
@pytest.mark.needs("switches_of_one_channel")
def test_channels_are_counted(submission):
    submission.answers("channels")


@pytest.mark.points(2)
@pytest.mark.needs("switches_of_one_channel")
def test_each_image_counts_from_zero(submission):
    submission.answers("batches")


@pytest.mark.points(2)
@pytest.mark.needs("switches_of_one_channel")
def test_windows_move_by_the_stride(submission):
    submission.answers("strides")


@pytest.mark.points(1)
@pytest.mark.needs("switches_of_one_channel")
def test_rest_is_left_over(submission):
    submission.answers("rest_left_over")


@pytest.mark.points(1)
@pytest.mark.needs("channels_are_counted")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
def test_dtype_is_kept(submission):
    submission.keeps_dtype("single_precision")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("one_channel", "channels")


@pytest.mark.points(1)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless")
