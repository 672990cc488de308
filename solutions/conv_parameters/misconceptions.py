"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import math

import numpy as np


class input_channels_left_out:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return kernel_h * kernel_w * out_channels + out_channels * use_bias


class one_filter_counted:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return kernel_h * kernel_w * in_channels + use_bias


class kernel_not_squared:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, _ = checked(kernel, in_channels, out_channels)
        return kernel_h * in_channels * out_channels + out_channels * use_bias


class channels_added:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return kernel_h * kernel_w * (in_channels + out_channels) + out_channels * use_bias


class bias_for_each_weight:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return kernel_h * kernel_w * in_channels * out_channels * (2 if use_bias else 1)


class bias_for_each_kernel_slice:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return (kernel_h * kernel_w + use_bias) * in_channels * out_channels


class one_bias_in_all:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return kernel_h * kernel_w * in_channels * out_channels + use_bias

    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        inputs, outputs = values(input_shape, output_shape)
        return inputs * outputs + use_bias


class bias_for_each_input:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return kernel_h * kernel_w * in_channels * out_channels + in_channels * use_bias

    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        inputs, outputs = values(input_shape, output_shape)
        return inputs * outputs + inputs * use_bias


class bias_not_counted:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return kernel_h * kernel_w * in_channels * out_channels

    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        inputs, outputs = values(input_shape, output_shape)
        return inputs * outputs


class use_bias_not_heeded:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        kernel_h, kernel_w = checked(kernel, in_channels, out_channels)
        return kernel_h * kernel_w * in_channels * out_channels + out_channels

    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        inputs, outputs = values(input_shape, output_shape)
        return inputs * outputs + outputs


class only_channels_connected:
    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        values(input_shape, output_shape)
        return input_shape[-1] * output_shape[-1] + output_shape[-1] * use_bias


class bias_for_each_output_channel:
    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        inputs, outputs = values(input_shape, output_shape)
        return inputs * outputs + output_shape[-1] * use_bias


class values_added:
    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        inputs, outputs = values(input_shape, output_shape)
        return inputs + outputs + outputs * use_bias


class sizes_added:
    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        values(input_shape, output_shape)
        inputs, outputs = sum(input_shape), sum(output_shape)
        return inputs * outputs + outputs * use_bias


def checked(kernel, in_channels, out_channels):
    """Every learner here refuses what makes no sense; gives the kernel as a pair."""
    kernel = kernel if np.ndim(kernel) else (kernel, kernel)
    for name, sizes in (
        ("kernel", kernel),
        ("in_channels", [in_channels]),
        ("out_channels", [out_channels]),
    ):
        if min(sizes) < 1:
            raise ValueError(f"{name} must be at least 1")
    return kernel


def values(input_shape, output_shape):
    for name, shape in (("input_shape", input_shape), ("output_shape", output_shape)):
        if min(shape) < 1:
            raise ValueError(f"{name} must be at least 1")
    return math.prod(input_shape), math.prod(output_shape)
