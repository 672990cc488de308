"""The gradients of a convolution, in NumPy."""

import numpy as np


def conv2d_filter_gradient(x, upstream, kernel, stride=1):
    require_four_axes(x=x, upstream=upstream)
    (kernel_h, kernel_w), (stride_h, stride_w) = as_pairs(kernel=kernel, stride=stride)
    require_fit(upstream, x.shape, (kernel_h, kernel_w), (stride_h, stride_w))
    _, out_h, out_w, out_channels = upstream.shape
    gradient = np.empty((kernel_h, kernel_w, x.shape[3], out_channels), x.dtype)
    for i in range(kernel_h):
        for j in range(kernel_w):
            # All that the weights of this tap saw, at all positions of all images.
            seen = x[:, at(i, out_h, stride_h), at(j, out_w, stride_w)]  # idea: seen
            axes = (0, 1, 2)  # idea: filter_sum
            gradient[i, j] = np.tensordot(seen, upstream, (axes, axes))  # idea: filter_sum
    return gradient


def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
    require_four_axes(filters=filters, upstream=upstream)
    if len(input_shape) != 4 or min(input_shape[1:]) < 1 or input_shape[0] < 0:
        raise ValueError(f"input_shape must be (batch, height, width, channels), not {input_shape}")
    ((stride_h, stride_w),) = as_pairs(stride=stride)
    kernel_h, kernel_w, in_channels, out_channels = filters.shape
    if in_channels != input_shape[3]:
        raise ValueError(f"filters take {in_channels} channels, input_shape is {input_shape}")
    require_fit(upstream, input_shape, (kernel_h, kernel_w), (stride_h, stride_w))
    _, out_h, out_w, upstream_channels = upstream.shape
    if upstream_channels != out_channels:
        raise ValueError(f"upstream has {upstream_channels} channels for {out_channels} filters")
    gradient = np.zeros(input_shape, upstream.dtype)
    for i in range(kernel_h):
        for j in range(kernel_w):
            # Back to the pixels that this tap saw; others add theirs to the same pixels.
            rows, columns = at(i, out_h, stride_h), at(j, out_w, stride_w)  # idea: seen
            gradient[:, rows, columns] += upstream @ filters[i, j].T  # idea: input_sum
    return gradient


def at(tap, outputs, stride):
    """What one tap sees along one axis, at all positions of the window."""
    return slice(tap, tap + (outputs - 1) * stride + 1, stride)  # idea: seen


def as_pairs(**sizes):
    """Each as a pair; raises `ValueError` naming one that makes no sense."""
    for name, value in sizes.items():
        if np.min(value) < 1:
            raise ValueError(f"{name} must be at least 1, got {value}")
    return [tuple(v) if np.ndim(v) else (v, v) for v in sizes.values()]


def require_four_axes(**arrays):
    for name, array in arrays.items():
        if array.ndim != 4:
            raise ValueError(f"{name} must have four axes, got the shape {array.shape}")


def require_fit(upstream, input_shape, kernel, stride):
    """Raises `ValueError` unless upstream is what comes from behind a convolution like this."""
    batch, height, width, _ = input_shape
    if kernel[0] > height or kernel[1] > width:
        raise ValueError(
            f"kernel {kernel} of the filters does not fit into x, input_shape {input_shape}"
        )
    outputs = ((height - kernel[0]) // stride[0] + 1, (width - kernel[1]) // stride[1] + 1)
    if upstream.shape[:3] != (batch, *outputs):
        raise ValueError(f"upstream is to begin with {(batch, *outputs)}, not {upstream.shape[:3]}")
