"""Padding for convolutions that keep the size, in NumPy."""

import numpy as np


def same_padding(size, kernel, stride=1, dilation=1):
    for name, value in (
        ("size", size),
        ("kernel", kernel),
        ("stride", stride),
        ("dilation", dilation),
    ):
        if value < 1:
            raise ValueError(f"{name} must be at least 1, got {value}")
    outputs = -(-size // stride)  # idea: outputs
    reach = dilation * (kernel - 1) + 1  # idea: reach
    total = max((outputs - 1) * stride + reach - size, 0)  # idea: total
    before = total // 2  # idea: split
    return before, total - before  # idea: split


def pad_images(x, kernel, stride=1, dilation=1):
    if x.ndim != 4:
        raise ValueError(f"x must have the axes (batch, height, width, channels), got {x.shape}")
    kernel, stride, dilation = (pair(value) for value in (kernel, stride, dilation))
    rows = same_padding(x.shape[1], kernel[0], stride[0], dilation[0])  # idea: axes
    columns = same_padding(x.shape[2], kernel[1], stride[1], dilation[1])  # idea: axes
    return np.pad(x, ((0, 0), rows, columns, (0, 0)))  # idea: axes


def pair(value):
    """One number for both axes, or one for each."""
    return tuple(value) if np.ndim(value) else (value, value)
