"""Convolution as one matrix product: the windows are written out, in NumPy."""

import numpy as np


def im2col(x, kernel, stride=1):
    (kernel_h, kernel_w), (stride_h, stride_w) = refuse_nonsense(x, kernel, stride)
    out_h = (x.shape[1] - kernel_h) // stride_h + 1  # idea: positions
    out_w = (x.shape[2] - kernel_w) // stride_w + 1  # idea: positions
    seen = []
    for i in range(kernel_h):
        for j in range(kernel_w):
            # What this one tap of the window sees at all positions: every stride-th pixel.
            rows = slice(i, i + (out_h - 1) * stride_h + 1, stride_h)  # idea: tap
            columns = slice(j, j + (out_w - 1) * stride_w + 1, stride_w)  # idea: tap
            seen.append(x[:, rows, columns])  # idea: order
    return np.concatenate(seen, axis=3)  # idea: order


def conv2d_im2col(x, filters, stride=1):
    if filters.ndim != 4:
        raise ValueError("filters must have the axes (height, width, in_channels, out_channels)")
    windows = im2col(x, filters.shape[:2], stride)  # idea: product
    if filters.shape[2] != x.shape[3]:
        raise ValueError(f"filters take {filters.shape[2]} channels, but x has {x.shape[3]}")
    return windows @ filters.reshape(-1, filters.shape[3])  # idea: product


def refuse_nonsense(x, kernel, stride):
    """Raises `ValueError` naming what makes no sense; returns kernel and stride as pairs."""
    if x.ndim != 4:
        raise ValueError(f"x must have the axes (batch, height, width, channels), got {x.shape}")
    kernel, stride = (tuple(v) if np.ndim(v) else (v, v) for v in (kernel, stride))
    if min(kernel) < 1:
        raise ValueError(f"kernel must be at least 1, got {kernel}")
    if min(stride) < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if kernel[0] > x.shape[1] or kernel[1] > x.shape[2]:
        raise ValueError(f"a kernel of {kernel} does not fit into x, whose shape is {x.shape}")
    return kernel, stride
