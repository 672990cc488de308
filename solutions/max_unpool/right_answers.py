"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class number_by_number:
    def max_unpool(pooled, switches, output_shape):
        if pooled.ndim != 4:
            raise ValueError("pooled must have four axes")
        if pooled.shape != switches.shape:
            raise ValueError("switches and pooled differ in shape")
        n, height, width, channels = output_shape
        if (n, channels) != (pooled.shape[0], pooled.shape[3]):
            raise ValueError("output_shape does not match pooled")
        restored = np.zeros(tuple(output_shape), dtype=pooled.dtype)
        for b, i, j, c in np.ndindex(*pooled.shape):
            switch = int(switches[b, i, j, c])
            if not 0 <= switch < height * width * channels:
                raise ValueError(f"switches holds {switch}, which is out of range")
            pixel, channel = divmod(switch, channels)
            row, column = divmod(pixel, width)
            restored[b, row, column, channel] += pooled[b, i, j, c]
        return restored


class by_bincount:
    def max_unpool(pooled, switches, output_shape):
        if np.ndim(pooled) != 4:
            raise ValueError("pooled")
        if switches.shape != pooled.shape:
            raise ValueError("switches")
        n, height, width, channels = output_shape
        if n != pooled.shape[0] or channels != pooled.shape[3]:
            raise ValueError("output_shape")
        size = height * width * channels
        if switches.size and (switches.min() < 0 or switches.max() >= size):
            raise ValueError("switches")
        images = [
            np.bincount(s.ravel(), weights=p.ravel(), minlength=size)
            for p, s in zip(pooled, switches)
        ]
        return np.array(images).astype(pooled.dtype).reshape(n, height, width, channels)
