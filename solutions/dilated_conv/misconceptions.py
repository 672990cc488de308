"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class gap_after_the_last_tap:
    def effective_kernel(kernel, dilation):
        checked(kernel, dilation)
        return dilation * kernel


class one_gap_counted:
    def effective_kernel(kernel, dilation):
        checked(kernel, dilation)
        return kernel + dilation - 1


class dilation_is_the_gap:
    def effective_kernel(kernel, dilation):
        checked(kernel, dilation)
        return (dilation + 1) * (kernel - 1) + 1

    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        pair = checked_images(x, filters, dilation, padding)
        return correlate(x, filters, [d + 1 for d in pair], padding)


class dilation_ignored:
    def effective_kernel(kernel, dilation):
        checked(kernel, dilation)
        return kernel

    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        checked_images(x, filters, dilation, padding)
        return correlate(x, filters, (1, 1), padding)


class stride_in_place_of_dilation:
    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        down, right = checked_images(x, filters, dilation, padding)
        return correlate(x, filters, (1, 1), padding)[:, ::down, ::right]


class image_thinned_out:
    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        down, right = checked_images(x, filters, dilation, padding)
        return correlate(x[:, ::down, ::right], filters, (1, 1), padding)


class weights_repeated_in_the_gaps:
    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        down, right = checked_images(x, filters, dilation, padding)
        filters = np.repeat(np.repeat(filters, down, axis=0), right, axis=1)
        return correlate(x, filters, (1, 1), padding)


class filters_flipped:
    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        pair = checked_images(x, filters, dilation, padding)
        return correlate(x, filters[::-1, ::-1], pair, padding)


class dilation_pair_reversed:
    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        pair = checked_images(x, filters, dilation, padding)
        return correlate(x, filters, pair[::-1], padding)


class same_without_the_gaps:
    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        pair = checked_images(x, filters, dilation, padding)
        if padding.lower() == "same":
            amounts = [((k - 1) // 2, k // 2) for k in filters.shape[:2]]
            x = np.pad(x, ((0, 0), *amounts, (0, 0)))
        return correlate(x, filters, pair, "valid")


class half_the_kernel_on_both_sides:
    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        pair = checked_images(x, filters, dilation, padding)
        if padding.lower() == "same":
            reach = [d * (k - 1) + 1 for k, d in zip(filters.shape, pair)]
            amounts = [(size // 2, size // 2) for size in reach]
            x = np.pad(x, ((0, 0), *amounts, (0, 0)))
        return correlate(x, filters, pair, "valid")


class odd_zero_before:
    def halves(total):
        return total - total // 2, total // 2


def correlate(x, filters, dilation, padding):
    """The convolution itself; where nothing is left to see, an empty result."""
    reach = [d * (k - 1) + 1 for k, d in zip(filters.shape, dilation)]
    if padding.lower() == "same":
        x = np.pad(x, ((0, 0), halves(reach[0] - 1), halves(reach[1] - 1), (0, 0)))
    out_h, out_w = max(x.shape[1] - reach[0] + 1, 0), max(x.shape[2] - reach[1] + 1, 0)
    result = np.zeros((len(x), out_h, out_w, filters.shape[3]), x.dtype)
    for i in range(filters.shape[0]):
        for j in range(filters.shape[1]):
            top, left = i * dilation[0], j * dilation[1]
            result += x[:, top : top + out_h, left : left + out_w] @ filters[i, j]
    return result


def checked(kernel, dilation):
    """Every learner here refuses what makes no sense; the misconceptions are about the rest."""
    if kernel < 1:
        raise ValueError("kernel must be at least 1")
    if dilation < 1:
        raise ValueError("dilation must be at least 1")


def checked_images(x, filters, dilation, padding):
    dilation = refuse_nonsense(x, filters, dilation, padding)
    reach = [d * (k - 1) + 1 for k, d in zip(filters.shape, dilation)]
    if padding.lower() == "valid" and (reach[0] > x.shape[1] or reach[1] > x.shape[2]):
        raise ValueError("filters do not fit")
    return dilation
