"""Max pooling that remembers where each maximum came from, in NumPy."""

import numpy as np


def max_pool_with_switches(x, pool, stride=None):
    stride = pool if stride is None else stride  # idea: stride
    (pool_h, pool_w), (stride_h, stride_w) = pair(pool, "pool"), pair(stride, "stride")
    if x.ndim != 4:
        raise ValueError(f"x must have the axes (batch, height, width, channels), got {x.shape}")
    n, height, width, channels = x.shape
    if pool_h > height or pool_w > width:
        raise ValueError(f"pool must fit into an image of {height}×{width}")
    out_h = (height - pool_h) // stride_h + 1  # idea: positions
    out_w = (width - pool_w) // stride_w + 1  # idea: positions
    pooled = np.empty((n, out_h, out_w, channels), x.dtype)
    switches = np.empty((n, out_h, out_w, channels), np.int64)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride_h, j * stride_w  # idea: stride
            window = x[:, top : top + pool_h, left : left + pool_w]  # idea: window
            flat = window.reshape(n, pool_h * pool_w, channels)  # idea: window
            where = flat.argmax(axis=1)  # idea: first_maximum
            pooled[:, i, j] = flat.max(axis=1)  # idea: window
            row = top + where // pool_w  # idea: place_in_image
            column = left + where % pool_w  # idea: place_in_image
            switches[:, i, j] = (row * width + column) * channels + np.arange(
                channels
            )  # idea: index
    return pooled, switches


def pair(value, name):
    """One number for both axes, or one for each; at least 1."""
    height, width = tuple(value) if np.ndim(value) else (value, value)
    if height < 1 or width < 1:
        raise ValueError(f"{name} must be at least 1, got {value}")
    return height, width
