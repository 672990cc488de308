"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class channels_added_up:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        return convolve(x, filters, stride, padding).sum(axis=3)


class filters_counted_first:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        return joined(convolve(x, filters, stride, padding).swapaxes(3, 4))


class filters_of_a_channel_added_up:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        return convolve(x, filters, stride, padding).sum(axis=4)


class only_the_first_filter_of_a_channel:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        return convolve(x, filters, stride, padding)[..., 0]


class one_filter_for_all_channels:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        refuse_nonsense(x, filters, stride, padding)
        first = np.broadcast_to(filters[:, :, :1], filters.shape)
        return joined(convolve(x, first, stride, padding))


class channels_on_an_axis_of_their_own:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        return convolve(x, filters, stride, padding)


class filters_flipped:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        refuse_nonsense(x, filters, stride, padding)
        return joined(convolve(x, filters[::-1, ::-1], stride, padding))


class stride_ignored:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        refuse_nonsense(x, filters, stride, padding)
        return joined(convolve(x, filters, 1, padding))


class stride_pair_reversed:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        stride = refuse_nonsense(x, filters, stride, padding)
        return joined(convolve(x, filters, stride[::-1], padding))


class half_the_kernel_on_both_sides:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        stride = refuse_nonsense(x, filters, stride, padding)
        if padding.lower() == "same":
            amounts = [(size // 2, size // 2) for size in filters.shape[:2]]
            x = np.pad(x, ((0, 0), *amounts, (0, 0)))
        return joined(convolve(x, filters, stride, "valid"))


class odd_zero_before:
    def same_padding(size, kernel, stride):
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        return total - total // 2, total // 2


def convolve(x, filters, stride, padding):
    """What all of them share: a result with the axes (…, channels, multiplier)."""
    stride_h, stride_w = refuse_nonsense(x, filters, stride, padding)
    kernel_h, kernel_w = filters.shape[:2]
    if padding.lower() == "same":
        rows = same_padding(x.shape[1], kernel_h, stride_h)
        columns = same_padding(x.shape[2], kernel_w, stride_w)
        x = np.pad(x, ((0, 0), rows, columns, (0, 0)))
    windows = np.lib.stride_tricks.sliding_window_view(x, (kernel_h, kernel_w), axis=(1, 2))
    windows = windows[:, ::stride_h, ::stride_w]
    return np.einsum("nijchw,hwcm->nijcm", windows, filters).astype(x.dtype)


def joined(result):
    return result.reshape(*result.shape[:3], result.shape[3] * result.shape[4])
