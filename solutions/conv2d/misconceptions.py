"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class kernel_flipped:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        return convolve(x, filters[::-1, ::-1], bias, stride, padding)


class channels_kept_apart:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        def product(window, filters):
            return (window[..., None] * filters).sum(axis=(1, 2)).max(axis=1)

        return convolve(x, filters, bias, stride, padding, product)


class only_the_first_channel:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        def product(window, filters):
            return np.tensordot(window[..., :1], filters[:, :, :1], axes=3)

        return convolve(x, filters, bias, stride, padding, product)


class stride_ignored:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        refuse_nonsense(x, filters, bias, stride, padding)
        return convolve(x, filters, bias, 1, padding)


class stride_pair_reversed:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        stride = refuse_nonsense(x, filters, bias, stride, padding)
        return convolve(x, filters, bias, stride[::-1], padding)


class bias_left_out:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        refuse_nonsense(x, filters, bias, stride, padding)
        return convolve(x, filters, None, stride, padding)


class bias_for_each_weight:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        refuse_nonsense(x, filters, bias, stride, padding)
        result = convolve(x, filters, None, stride, padding)
        return result if bias is None else result + bias * filters[..., 0].size


class same_like_full:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        stride = refuse_nonsense(x, filters, bias, stride, padding)
        if padding.lower() == "same":
            amounts = [(size - 1, size - 1) for size in filters.shape[:2]]
            x = np.pad(x, ((0, 0), *amounts, (0, 0)))
        return convolve(x, filters, bias, stride, "valid")


class same_pads_half_the_kernel:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        stride = refuse_nonsense(x, filters, bias, stride, padding)
        if padding.lower() == "same":
            amounts = [(size // 2, size // 2) for size in filters.shape[:2]]
            x = np.pad(x, ((0, 0), *amounts, (0, 0)))
        return convolve(x, filters, bias, stride, "valid")


class odd_zero_before:
    def same_padding(size, kernel, stride):
        total = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        return total - total // 2, total // 2


class edge_repeated_in_place_of_zeros:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        stride = refuse_nonsense(x, filters, bias, stride, padding)
        if padding.lower() == "same":
            amounts = [same_padding(x.shape[i + 1], filters.shape[i], stride[i]) for i in (0, 1)]
            x = np.pad(x, ((0, 0), *amounts, (0, 0)), mode="edge")
        return convolve(x, filters, bias, stride, "valid")


class mean_in_place_of_sum:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        def product(window, filters):
            return np.tensordot(window, filters, axes=3) / filters[..., 0].size

        return convolve(x, filters, bias, stride, padding, product)


def convolve(x, filters, bias, stride, padding, product=None):
    """What all of them share: the reference, with another product of window and filters."""
    product = product or (lambda window, filters: np.tensordot(window, filters, axes=3))
    stride_h, stride_w = refuse_nonsense(x, filters, bias, stride, padding)
    kernel_h, kernel_w = filters.shape[:2]
    if padding.lower() == "same":
        rows = same_padding(x.shape[1], kernel_h, stride_h)
        columns = same_padding(x.shape[2], kernel_w, stride_w)
        x = np.pad(x, ((0, 0), rows, columns, (0, 0)))
    out_h, out_w = (x.shape[1] - kernel_h) // stride_h + 1, (x.shape[2] - kernel_w) // stride_w + 1
    result = np.empty((len(x), out_h, out_w, filters.shape[3]), x.dtype)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride_h, j * stride_w
            result[:, i, j] = product(x[:, top : top + kernel_h, left : left + kernel_w], filters)
    return result if bias is None else result + bias
