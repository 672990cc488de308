"""The hidden checks of `conv_parameters`: one idea each."""

import pytest


@pytest.mark.points(3)
def test_weights_of_the_filters(submission):
    submission.answers("filters")


@pytest.mark.points(1)
@pytest.mark.needs("weights_of_the_filters")
def test_kernels_that_are_not_square(submission):
    submission.answers("kernel_pairs")


@pytest.mark.points(3)
@pytest.mark.needs("weights_of_the_filters")
def test_one_bias_for_each_filter(submission):
    submission.answers("filter_biases")


@pytest.mark.points(3)
def test_every_input_to_every_output(submission):
    submission.answers("pairs")


@pytest.mark.points(3)
@pytest.mark.needs("every_input_to_every_output")
def test_one_bias_for_each_output_value(submission):
    submission.answers("output_biases")


@pytest.mark.points(1)
@pytest.mark.needs("one_bias_for_each_output_value")
def test_shapes_of_any_length(submission):
    submission.answers("other_shapes")


@pytest.mark.points(1)
@pytest.mark.needs("one_bias_for_each_filter", "one_bias_for_each_output_value")
def test_layers_of_real_networks(submission):
    submission.answers("real_networks")


@pytest.mark.points(1)
def test_senseless_filters_refused(submission):
    submission.refuses("senseless_filters")


@pytest.mark.points(1)
def test_senseless_shapes_refused(submission):
    submission.refuses("senseless_shapes")
