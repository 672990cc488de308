"""Right answers in other styles: full marks, and no diagnosis."""

import math

import numpy as np


class counted_from_the_outputs:
    def same_padding(size, kernel, stride=1, dilation=1):
        if size < 1:
            raise ValueError("size is too small")
        if kernel < 1:
            raise ValueError("kernel is too small")
        if stride < 1:
            raise ValueError("stride is too small")
        if dilation < 1:
            raise ValueError("dilation is too small")
        last_start = (math.ceil(size / stride) - 1) * stride
        last_seen = last_start + (kernel - 1) * dilation
        missing = 0
        while last_seen - missing > size - 1:
            missing += 1
        return [missing // 2, math.ceil(missing / 2)]

    def pad_images(x, kernel, stride=1, dilation=1):
        if len(x.shape) != 4:
            raise ValueError("x needs four axes")
        kernel = [kernel, kernel] if isinstance(kernel, int) else list(kernel)
        stride = [stride, stride] if isinstance(stride, int) else list(stride)
        dilation = [dilation, dilation] if isinstance(dilation, int) else list(dilation)
        n, h, w, c = x.shape
        top, bottom = same_padding(h, kernel[0], stride[0], dilation[0])
        left, right = same_padding(w, kernel[1], stride[1], dilation[1])
        result = np.zeros((n, top + h + bottom, left + w + right, c), x.dtype)
        result[:, top : top + h, left : left + w, :] = x
        return result


class by_the_remainder:
    def same_padding(size, kernel, stride=1, dilation=1):
        if min(size, kernel, stride, dilation) < 1:
            raise ValueError(
                f"size={size}, kernel={kernel}, stride={stride} or dilation={dilation}"
            )
        effective = (kernel - 1) * dilation + 1
        over = size % stride or stride
        total = effective - over if effective > over else 0
        return np.array([total // 2, total - total // 2])
