"""How many parameters a convolution has, and how many a linear layer would have in its place."""

import math

import numpy as np


def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
    kernel_h, kernel_w = kernel if np.ndim(kernel) else (kernel, kernel)
    refuse_below_one("kernel", (kernel_h, kernel_w))
    refuse_below_one("in_channels", (in_channels,))
    refuse_below_one("out_channels", (out_channels,))
    weights = kernel_h * kernel_w * in_channels * out_channels  # idea: filter_weights
    biases = out_channels if use_bias else 0  # idea: filter_biases
    return weights + biases  # idea: filter_biases


def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
    refuse_below_one("input_shape", input_shape)
    refuse_below_one("output_shape", output_shape)
    inputs = math.prod(input_shape)  # idea: values
    outputs = math.prod(output_shape)  # idea: values
    weights = inputs * outputs  # idea: every_pair
    biases = outputs if use_bias else 0  # idea: output_biases
    return weights + biases  # idea: output_biases


def refuse_below_one(name, sizes):
    if min(sizes) < 1:
        raise ValueError(f"{name} must be at least 1, got {tuple(sizes)}")
