"""Dilated convolution, in NumPy."""

import numpy as np


def effective_kernel(kernel, dilation):
    if kernel < 1:
        raise ValueError(f"kernel must be at least 1, got {kernel}")
    if dilation < 1:
        raise ValueError(f"dilation must be at least 1, got {dilation}")
    return dilation * (kernel - 1) + 1  # idea: reach


def dilated_conv2d(x, filters, dilation=1, padding="valid"):
    dilation_h, dilation_w = refuse_nonsense(x, filters, dilation, padding)
    kernel_h, kernel_w, _, out_channels = filters.shape
    reach_h = effective_kernel(kernel_h, dilation_h)  # idea: reach
    reach_w = effective_kernel(kernel_w, dilation_w)  # idea: reach
    if padding.lower() == "same":
        x = np.pad(x, ((0, 0), halves(reach_h - 1), halves(reach_w - 1), (0, 0)))  # idea: same
    out_h = x.shape[1] - reach_h + 1  # idea: positions
    out_w = x.shape[2] - reach_w + 1  # idea: positions
    if out_h < 1 or out_w < 1:
        raise ValueError(f"filters that reach {reach_h} × {reach_w} pixels far do not fit into x")
    result = np.zeros((len(x), out_h, out_w, out_channels), x.dtype)
    for i in range(kernel_h):
        for j in range(kernel_w):
            # What this tap sees at all positions, multiplied by its weights.
            top, left = i * dilation_h, j * dilation_w  # idea: taps
            seen = x[:, top : top + out_h, left : left + out_w]  # idea: taps
            result += seen @ filters[i, j]  # idea: sum
    return result


def halves(total):
    """Zeros before and after, the odd one after."""
    return total // 2, total - total // 2  # idea: same


def refuse_nonsense(x, filters, dilation, padding):
    """Raises `ValueError` naming what makes no sense; returns the dilation as a pair."""
    if x.ndim != 4:
        raise ValueError(f"x must have the axes (batch, height, width, channels), got {x.shape}")
    if filters.ndim != 4:
        raise ValueError("filters must have the axes (height, width, in_channels, out_channels)")
    if filters.shape[2] != x.shape[3]:
        raise ValueError(f"filters take {filters.shape[2]} channels, but x has {x.shape[3]}")
    dilation = tuple(dilation) if np.ndim(dilation) else (dilation, dilation)
    if min(dilation) < 1:
        raise ValueError(f"dilation must be at least 1, got {dilation}")
    if padding.lower() not in ("valid", "same"):
        raise ValueError(f'padding must be "valid" or "same", got {padding!r}')
    return dilation
