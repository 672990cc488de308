"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class channels_come_first:
    def im2col(x, kernel, stride=1):
        windows = taps(x, kernel, stride)
        n, out_h, out_w = windows.shape[:3]
        return np.moveaxis(windows, 5, 3).reshape(n, out_h, out_w, int(np.prod(windows.shape[3:])))


class columns_before_rows:
    def im2col(x, kernel, stride=1):
        windows = taps(x, kernel, stride)
        return windows.swapaxes(3, 4).reshape(*windows.shape[:3], int(np.prod(windows.shape[3:])))


class each_window_a_column:
    def im2col(x, kernel, stride=1):
        windows = taps(x, kernel, stride)
        n, out_h, out_w, *window = windows.shape
        return windows.reshape(n, out_h * out_w, int(np.prod(window))).swapaxes(1, 2)

    def conv2d_im2col(x, filters, stride=1):
        check_filters(x, filters, stride)
        return np.tensordot(taps(x, filters.shape[:2], stride), filters, axes=3)


class positions_on_one_axis:
    def im2col(x, kernel, stride=1):
        windows = taps(x, kernel, stride)
        n, out_h, out_w, *window = windows.shape
        return windows.reshape(n * out_h * out_w, int(np.prod(window)))

    def conv2d_im2col(x, filters, stride=1):
        check_filters(x, filters, stride)
        return np.tensordot(taps(x, filters.shape[:2], stride), filters, axes=3)


class window_left_in_its_shape:
    def im2col(x, kernel, stride=1):
        return taps(x, kernel, stride)

    def conv2d_im2col(x, filters, stride=1):
        check_filters(x, filters, stride)
        return np.tensordot(taps(x, filters.shape[:2], stride), filters, axes=3)


class windows_side_by_side:
    def im2col(x, kernel, stride=1):
        kernel, _ = refuse_nonsense(x, kernel, stride)
        windows = taps(x, kernel, kernel)
        return windows.reshape(*windows.shape[:3], int(np.prod(windows.shape[3:])))


class last_window_left_out:
    def im2col(x, kernel, stride=1):
        kernel, stride = refuse_nonsense(x, kernel, stride)
        out_h = -(-(x.shape[1] - kernel[0]) // stride[0])
        out_w = -(-(x.shape[2] - kernel[1]) // stride[1])
        windows = taps(x, kernel, stride)[:, :out_h, :out_w]
        return windows.reshape(*windows.shape[:3], int(np.prod(windows.shape[3:])))


class stride_ignored:
    def im2col(x, kernel, stride=1):
        kernel, _ = refuse_nonsense(x, kernel, stride)
        windows = taps(x, kernel, 1)
        return windows.reshape(*windows.shape[:3], int(np.prod(windows.shape[3:])))


class stride_pair_reversed:
    def im2col(x, kernel, stride=1):
        kernel, stride = refuse_nonsense(x, kernel, stride)
        windows = taps(x, kernel, stride[::-1])
        return windows.reshape(*windows.shape[:3], int(np.prod(windows.shape[3:])))


class stride_between_the_taps:
    def im2col(x, kernel, stride=1):
        (kernel_h, kernel_w), (stride_h, stride_w) = refuse_nonsense(x, kernel, stride)
        out_h = (x.shape[1] - kernel_h) // stride_h + 1
        out_w = (x.shape[2] - kernel_w) // stride_w + 1
        seen = []
        for i in range(kernel_h):
            for j in range(kernel_w):
                seen.append(x[:, i : i + out_h, j : j + out_w])
        return np.concatenate(seen, axis=3)


class filters_flipped:
    def conv2d_im2col(x, filters, stride=1):
        check_filters(x, filters, stride)
        return im2col(x, filters.shape[:2], stride) @ filters[::-1, ::-1].reshape(
            -1, filters.shape[3]
        )


class filters_cut_the_wrong_way:
    def conv2d_im2col(x, filters, stride=1):
        check_filters(x, filters, stride)
        return im2col(x, filters.shape[:2], stride) @ filters.reshape(filters.shape[3], -1).T


def taps(x, kernel, stride):
    """All windows, with the axes (batch, out_h, out_w, kernel row, kernel column, channel)."""
    kernel, stride = refuse_nonsense(x, kernel, stride)
    windows = np.lib.stride_tricks.sliding_window_view(x, kernel, axis=(1, 2))
    return np.moveaxis(windows[:, :: stride[0], :: stride[1]], 3, 5)


def check_filters(x, filters, stride):
    """Every learner here refuses what makes no sense; the misconceptions are about the rest."""
    if filters.ndim != 4:
        raise ValueError("filters must have four axes")
    refuse_nonsense(x, filters.shape[:2], stride)
    if filters.shape[2] != x.shape[3]:
        raise ValueError("filters do not have the channels of x")
