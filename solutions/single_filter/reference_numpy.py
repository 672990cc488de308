"""One filter on one grey image, in NumPy."""

import numpy as np


def apply_filter(patch, kernel):
    if patch.shape != kernel.shape:
        raise ValueError(f"patch and kernel must have one shape, got {patch.shape}, {kernel.shape}")
    return np.sum(patch * kernel)  # idea: sum


def filter_image(image, kernel, stride=1):
    stride_h, stride_w = refuse_nonsense(image, kernel, stride)
    kernel_h, kernel_w = kernel.shape
    out_h = (image.shape[0] - kernel_h) // stride_h + 1  # idea: positions
    out_w = (image.shape[1] - kernel_w) // stride_w + 1  # idea: positions
    result = np.empty((out_h, out_w), image.dtype)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride_h, j * stride_w  # idea: start
            patch = image[top : top + kernel_h, left : left + kernel_w]  # idea: patch
            result[i, j] = apply_filter(patch, kernel)  # idea: sum
    return result


def refuse_nonsense(image, kernel, stride):
    """Raises `ValueError` naming the argument that makes no sense; returns the stride as a pair."""
    if image.ndim != 2:
        raise ValueError(f"image must have the axes (height, width), got {image.shape}")
    if kernel.ndim != 2:
        raise ValueError(f"kernel must have the axes (height, width), got {kernel.shape}")
    stride = tuple(stride) if np.ndim(stride) else (stride, stride)
    if min(stride) < 1:
        raise ValueError(f"stride must be at least 1, got {stride}")
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError(f"a kernel of {kernel.shape} does not fit into an image of {image.shape}")
    return stride
