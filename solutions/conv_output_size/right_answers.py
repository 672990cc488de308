"""Right answers in other styles: full marks, and no diagnosis."""

import math

import numpy as np


class windows_counted_one_by_one:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        if size < 1:
            raise ValueError("size")
        if kernel < 1:
            raise ValueError("kernel")
        if stride < 1:
            raise ValueError("stride")
        if padding < 0:
            raise ValueError("padding")
        if dilation < 1:
            raise ValueError("dilation")
        count, start = 0, -padding
        while start + (kernel - 1) * dilation < size + padding:
            count += 1
            start += stride
        if not count:
            raise ValueError("the kernel is larger than the padded size")
        return count


class as_tensorflow_writes_it:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        if min(size, kernel, stride, dilation) < 1 or padding < 0:
            raise ValueError(f"{size=} {kernel=} {stride=} {padding=} {dilation=}")
        effective = (kernel - 1) * dilation + 1
        result = math.ceil((size + 2 * padding - effective + 1) / stride)
        if result < 1:
            raise ValueError(f"kernel {kernel} too large for size {size}")
        return result


class length_of_a_range:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        for name, value in dict(size=size, kernel=kernel, stride=stride, dilation=dilation).items():
            if value <= 0:
                raise ValueError(f"{name} is not positive")
        if padding < 0:
            raise ValueError("padding is negative")
        starts = np.arange(0, size + 2 * padding - dilation * (kernel - 1), stride)
        if starts.size == 0:
            raise ValueError("kernel does not fit into size")
        return np.int64(len(starts))
