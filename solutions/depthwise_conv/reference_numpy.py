"""Depthwise convolution, in NumPy."""

import numpy as np


def depthwise_conv2d(x, filters, stride=1, padding="valid"):
    stride_h, stride_w = refuse_nonsense(x, filters, stride, padding)
    kernel_h, kernel_w, channels, multiplier = filters.shape
    if padding.lower() == "same":
        rows = same_padding(x.shape[1], kernel_h, stride_h)  # idea: same
        columns = same_padding(x.shape[2], kernel_w, stride_w)  # idea: same
        x = np.pad(x, ((0, 0), rows, columns, (0, 0)))  # idea: same
    out_h = (x.shape[1] - kernel_h) // stride_h + 1  # idea: positions
    out_w = (x.shape[2] - kernel_w) // stride_w + 1  # idea: positions
    result = np.zeros((len(x), out_h, out_w, channels, multiplier), x.dtype)
    for i in range(kernel_h):
        for j in range(kernel_w):
            # What this tap sees at all positions, in every channel.
            rows = slice(i, i + (out_h - 1) * stride_h + 1, stride_h)  # idea: taps
            columns = slice(j, j + (out_w - 1) * stride_w + 1, stride_w)  # idea: taps
            seen = x[:, rows, columns]  # idea: taps
            # Channel c meets its own weights only, one for each of its filters.
            result += seen[..., None] * filters[i, j]  # idea: apart
    return result.reshape(len(x), out_h, out_w, channels * multiplier)  # idea: order


def same_padding(size, kernel, stride):
    """Zeros before and after one axis, as in the exercise `conv_padding`."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)  # idea: same
    return total // 2, total - total // 2  # idea: same


def refuse_nonsense(x, filters, stride, padding):
    """Raises `ValueError` naming what makes no sense; returns the stride as a pair."""
    if x.ndim != 4:
        raise ValueError(f"x must have the axes (batch, height, width, channels), got {x.shape}")
    if filters.ndim != 4:
        raise ValueError("filters must have the axes (height, width, channels, multiplier)")
    if filters.shape[2] != x.shape[3]:
        raise ValueError(f"filters are for {filters.shape[2]} channels, but x has {x.shape[3]}")
    stride = tuple(stride) if np.ndim(stride) else (stride, stride)
    if min(stride) < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding.lower() not in ("valid", "same"):
        raise ValueError(f'padding must be "valid" or "same", got {padding!r}')
    kernel_h, kernel_w = filters.shape[:2]
    if padding.lower() == "valid" and (kernel_h > x.shape[1] or kernel_w > x.shape[2]):
        raise ValueError(f"filters of {kernel_h} × {kernel_w} do not fit into x, {x.shape}")
    return stride
