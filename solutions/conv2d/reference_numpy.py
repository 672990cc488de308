"""Two-dimensional convolution, in NumPy."""

import numpy as np


def conv2d(x, filters, bias=None, stride=1, padding="valid"):
    stride_h, stride_w = refuse_nonsense(x, filters, bias, stride, padding)
    kernel_h, kernel_w, _, out_channels = filters.shape
    if padding.lower() == "same":
        rows = same_padding(x.shape[1], kernel_h, stride_h)  # idea: same
        columns = same_padding(x.shape[2], kernel_w, stride_w)  # idea: same
        x = np.pad(x, ((0, 0), rows, columns, (0, 0)))  # idea: same
    out_h = (x.shape[1] - kernel_h) // stride_h + 1  # idea: positions
    out_w = (x.shape[2] - kernel_w) // stride_w + 1  # idea: positions
    result = np.empty((len(x), out_h, out_w, out_channels), x.dtype)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride_h, j * stride_w  # idea: stride
            window = x[:, top : top + kernel_h, left : left + kernel_w]  # idea: window
            # Height, width and channels of the window meet those of every filter.
            result[:, i, j] = np.tensordot(window, filters, axes=3)  # idea: sum
    return result if bias is None else result + bias  # idea: bias


def same_padding(size, kernel, stride):
    """Zeros before and after one axis, as in the exercise `conv_padding`."""
    total = max((-(-size // stride) - 1) * stride + kernel - size, 0)  # idea: same
    return total // 2, total - total // 2  # idea: same


def refuse_nonsense(x, filters, bias, stride, padding):
    """Raises `ValueError` naming the argument that makes no sense; returns the stride as a pair."""
    if x.ndim != 4:
        raise ValueError(f"x must have the axes (batch, height, width, channels), got {x.shape}")
    if filters.ndim != 4:
        raise ValueError("filters must have the axes (height, width, in_channels, out_channels)")
    if filters.shape[2] != x.shape[3]:
        raise ValueError(f"filters take {filters.shape[2]} channels, but x has {x.shape[3]}")
    if bias is not None and bias.shape != filters.shape[3:]:
        raise ValueError(f"bias must have {filters.shape[3]} numbers, one for each filter")
    stride = tuple(stride) if np.ndim(stride) else (stride, stride)
    if min(stride) < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if padding.lower() not in ("valid", "same"):
        raise ValueError(f'padding must be "valid" or "same", got {padding!r}')
    if padding.lower() == "valid" and (
        filters.shape[0] > x.shape[1] or filters.shape[1] > x.shape[2]
    ):
        raise ValueError(
            f"filters of {filters.shape[:2]} do not fit into an image of {x.shape[1:3]}"
        )
    return stride
