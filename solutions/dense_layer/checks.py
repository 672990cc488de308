"""The hidden checks of `dense_layer`: one idea each."""

import pytest


@pytest.mark.points(1)
def test_weight_is_inputs_times_units(submission):
    submission.answers("weight_shapes")


@pytest.mark.points(1)
def test_one_bias_per_unit(submission):
    submission.answers("bias_shapes")


@pytest.mark.points(3)
@pytest.mark.needs("weight_is_inputs_times_units", "one_bias_per_unit")
def test_product_plus_bias(submission):
    submission.answers("outputs")


@pytest.mark.points(2)
def test_no_ready_made_layer(submission):
    submission.answers("ready_made")


@pytest.mark.points(1)
@pytest.mark.needs("weight_is_inputs_times_units")
def test_weights_are_made_by_build(submission):
    submission.answers("before_and_after")


@pytest.mark.points(1)
def test_weight_starts_random(submission):
    submission.answers("weight_start")


@pytest.mark.points(1)
@pytest.mark.needs("one_bias_per_unit")
def test_bias_starts_at_zero(submission):
    submission.answers("bias_start")


@pytest.mark.points(1)
@pytest.mark.needs("weight_is_inputs_times_units")
def test_without_bias(submission):
    submission.answers("without_bias")


@pytest.mark.points(2)
@pytest.mark.needs("product_plus_bias")
def test_more_axes(submission):
    submission.answers("more_axes")


@pytest.mark.points(1)
def test_weight_stays_between_calls(submission):
    submission.answers("between_calls")


@pytest.mark.points(2)
def test_keras_trains_the_weights(submission):
    submission.answers("trainable")


@pytest.mark.points(1)
def test_in_a_model(submission):
    submission.answers("in_a_model")


@pytest.mark.points(1)
@pytest.mark.needs("product_plus_bias")
def test_empty_batch(submission):
    submission.answers("empty_batch")


@pytest.mark.points(1)
def test_arguments_unchanged(submission):
    submission.leaves_arguments_alone("outputs", "more_axes")


@pytest.mark.points(1)
def test_senseless_arguments_refused(submission):
    submission.refuses("senseless")
