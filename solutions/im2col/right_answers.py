"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class sliding_windows:
    def im2col(x, kernel, stride=1):
        kernel, (stride_h, stride_w) = refuse_nonsense(x, kernel, stride)
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel, axis=(1, 2))
        windows = windows[:, ::stride_h, ::stride_w].transpose(0, 1, 2, 4, 5, 3)
        return windows.reshape(*windows.shape[:3], kernel[0] * kernel[1] * x.shape[3])

    def conv2d_im2col(x, filters, stride=1):
        if filters.ndim != 4 or x.ndim != 4:
            raise ValueError("x and filters need four axes")
        if filters.shape[2] != x.shape[-1]:
            raise ValueError("x has other channels")
        return np.tensordot(
            im2col(x, filters.shape[:2], stride), filters.reshape(-1, filters.shape[3]), 1
        )


class rows_and_columns_as_indices:
    def im2col(x, kernel, stride=1):
        (kh, kw), (sh, sw) = refuse_nonsense(x, kernel, stride)
        n, h, w, c = x.shape
        rows = np.arange(0, h - kh + 1, sh)[:, None] + np.arange(kh)
        columns = np.arange(0, w - kw + 1, sw)[:, None] + np.arange(kw)
        seen = x[:, rows[:, None, :, None], columns[None, :, None, :]]
        return np.reshape(seen, (n, len(rows), len(columns), kh * kw * c))


class written_into_an_array:
    def im2col(x, kernel, stride=1):
        if x.ndim != 4:
            raise ValueError("x")
        kh, kw = (kernel, kernel) if isinstance(kernel, int) else kernel
        sh, sw = (stride, stride) if isinstance(stride, int) else stride
        if kh < 1 or kw < 1:
            raise ValueError("kernel")
        if sh < 1 or sw < 1:
            raise ValueError("stride")
        if kh > x.shape[1] or kw > x.shape[2]:
            raise ValueError("x is smaller than the window")
        n, h, w, c = x.shape
        oh, ow = (h - kh) // sh + 1, (w - kw) // sw + 1
        result = np.zeros((n, oh, ow, kh, kw, c), dtype=x.dtype)
        for i in range(kh):
            for j in range(kw):
                result[:, :, :, i, j] = x[:, i::sh, j::sw][:, :oh, :ow]
        return result.reshape((n, oh, ow, kh * kw * c))

    def conv2d_im2col(x, filters, stride=1):
        if len(filters.shape) != 4:
            raise ValueError("filters")
        kh, kw, c, out = filters.shape
        columns = im2col(x, (kh, kw), stride)
        if c != x.shape[3]:
            raise ValueError("filters and x have other channels")
        flat = columns.reshape(columns.shape[0] * columns.shape[1] * columns.shape[2], kh * kw * c)
        return (flat @ filters.reshape(kh * kw * c, out)).reshape(*columns.shape[:3], out)
