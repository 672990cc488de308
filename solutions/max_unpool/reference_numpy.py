"""Max unpooling, in NumPy."""

import numpy as np


def max_unpool(pooled, switches, output_shape):
    if pooled.ndim != 4:
        raise ValueError("pooled must have the axes (batch, height, width, channels)")
    if switches.shape != pooled.shape:
        raise ValueError(f"switches must have the shape of pooled, {pooled.shape}")
    n, height, width, channels = output_shape
    if n != len(pooled) or channels != pooled.shape[3] or height < 1 or width < 1:
        raise ValueError(f"output_shape {tuple(output_shape)} does not fit pooled {pooled.shape}")
    size = height * width * channels  # idea: size
    if np.any(switches < 0) or np.any(switches >= size):
        raise ValueError(f"switches must lie between 0 and {size - 1}")
    restored = np.zeros((n, size), pooled.dtype)  # idea: zeros
    image = np.arange(n)[:, None]  # idea: own_image
    # `restored[image, places] += …` would keep only the last of two numbers at one place.
    each = (n, np.prod(pooled.shape[1:]))
    np.add.at(restored, (image, switches.reshape(each)), pooled.reshape(each))  # idea: place
    return restored.reshape(n, height, width, channels)  # idea: size
