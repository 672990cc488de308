"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class odd_zero_before:
    def same_padding(size, kernel, stride=1, dilation=1):
        check(size, kernel, stride, dilation)
        outputs = -(-size // stride)
        total = max((outputs - 1) * stride + dilation * (kernel - 1) + 1 - size, 0)
        after = total // 2
        return total - after, after


class half_the_kernel_on_both_sides:
    def same_padding(size, kernel, stride=1, dilation=1):
        check(size, kernel, stride, dilation)
        return dilation * (kernel - 1) // 2 + (kernel + 1) % 2, dilation * (kernel - 1) // 2 + (
            kernel + 1
        ) % 2


class stride_left_out:
    def same_padding(size, kernel, stride=1, dilation=1):
        check(size, kernel, stride, dilation)
        total = dilation * (kernel - 1)
        return total // 2, total - total // 2


class negative_amounts:
    def same_padding(size, kernel, stride=1, dilation=1):
        check(size, kernel, stride, dilation)
        outputs = -(-size // stride)
        total = (outputs - 1) * stride + dilation * (kernel - 1) + 1 - size
        return total // 2, total - total // 2

    def pad_images(x, kernel, stride=1, dilation=1):
        if x.ndim != 4:
            raise ValueError("x must have four axes")
        kernel, stride, dilation = (pair(value) for value in (kernel, stride, dilation))
        amounts = [same_padding(x.shape[i + 1], kernel[i], stride[i], dilation[i]) for i in (0, 1)]
        rows, columns = [(max(before, 0), max(after, 0)) for before, after in amounts]
        return np.pad(x, ((0, 0), rows, columns, (0, 0)))


class outputs_rounded_down:
    def same_padding(size, kernel, stride=1, dilation=1):
        check(size, kernel, stride, dilation)
        outputs = size // stride
        total = max((outputs - 1) * stride + dilation * (kernel - 1) + 1 - size, 0)
        return total // 2, total - total // 2


class dilation_times_kernel:
    def same_padding(size, kernel, stride=1, dilation=1):
        check(size, kernel, stride, dilation)
        outputs = -(-size // stride)
        total = max((outputs - 1) * stride + dilation * kernel - size, 0)
        return total // 2, total - total // 2


class dilation_left_out:
    def same_padding(size, kernel, stride=1, dilation=1):
        check(size, kernel, stride, dilation)
        outputs = -(-size // stride)
        total = max((outputs - 1) * stride + kernel - size, 0)
        return total // 2, total - total // 2


class height_for_both_axes:
    def pad_images(x, kernel, stride=1, dilation=1):
        if x.ndim != 4:
            raise ValueError("x must have four axes")
        kernel, stride, dilation = (pair(value) for value in (kernel, stride, dilation))
        same_padding(x.shape[2], kernel[1], stride[1], dilation[1])
        rows = same_padding(x.shape[1], kernel[0], stride[0], dilation[0])
        return np.pad(x, ((0, 0), rows, rows, (0, 0)))


class channels_taken_for_an_image_axis:
    def pad_images(x, kernel, stride=1, dilation=1):
        if x.ndim != 4:
            raise ValueError("x must have four axes")
        kernel, stride, dilation = (pair(value) for value in (kernel, stride, dilation))
        rows = same_padding(x.shape[2], kernel[0], stride[0], dilation[0])
        columns = same_padding(x.shape[3], kernel[1], stride[1], dilation[1])
        return np.pad(x, ((0, 0), (0, 0), rows, columns))


def check(size, kernel, stride, dilation):
    """Every learner here refuses what makes no sense; the misconceptions are about the rest."""
    for name, value in (
        ("size", size),
        ("kernel", kernel),
        ("stride", stride),
        ("dilation", dilation),
    ):
        if value < 1:
            raise ValueError(f"{name} must be at least 1")
