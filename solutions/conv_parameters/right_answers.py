"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class shape_by_shape:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        pair = np.broadcast_to(kernel, (2,))
        if np.any(pair <= 0):
            raise ValueError("kernel")
        if in_channels <= 0:
            raise ValueError("in_channels")
        if out_channels <= 0:
            raise ValueError("out_channels")
        shape = (*pair.tolist(), in_channels, out_channels)
        return np.prod(shape) + (shape[-1] if use_bias else 0)

    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        if np.min(input_shape) < 1:
            raise ValueError(f"wrong input_shape {input_shape}")
        if np.min(output_shape) < 1:
            raise ValueError(f"wrong output_shape {output_shape}")
        return (np.prod(input_shape) + int(use_bias)) * np.prod(output_shape)


class counted_for_one_output:
    def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
        try:
            height, width = kernel
        except TypeError:
            height = width = kernel
        if height < 1 or width < 1:
            raise ValueError(f"kernel {kernel} is too small")
        for name, value in {"in_channels": in_channels, "out_channels": out_channels}.items():
            if value < 1:
                raise ValueError(f"{name} is too small")
        one_filter = height * width * in_channels
        if use_bias:
            one_filter += 1
        return out_channels * one_filter

    def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
        inputs = outputs = 1
        for size in input_shape:
            if size < 1:
                raise ValueError("input_shape")
            inputs *= size
        for size in output_shape:
            if size < 1:
                raise ValueError("output_shape")
            outputs *= size
        return outputs * inputs + outputs if use_bias else outputs * inputs
