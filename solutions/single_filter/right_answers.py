"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class number_by_number:
    def apply_filter(patch, kernel):
        if patch.shape != kernel.shape:
            raise ValueError("the patch does not fit")
        total = 0.0
        for row in range(kernel.shape[0]):
            for column in range(kernel.shape[1]):
                total += float(patch[row, column]) * float(kernel[row, column])
        return total

    def filter_image(image, kernel, stride=1):
        if len(image.shape) != 2:
            raise ValueError("image")
        if len(kernel.shape) != 2:
            raise ValueError("kernel")
        try:
            down, right = stride
        except TypeError:
            down = right = stride
        if down <= 0 or right <= 0:
            raise ValueError("stride must be positive")
        h, w = kernel.shape
        if h > image.shape[0] or w > image.shape[1]:
            raise ValueError("the kernel is larger than the image")
        rows = []
        for top in range(0, image.shape[0] - h + 1, down):
            row = []
            for left in range(0, image.shape[1] - w + 1, right):
                row.append(apply_filter(image[top : top + h, left : left + w], kernel))
            rows.append(row)
        return np.array(rows, dtype=image.dtype)


class all_windows_at_once:
    def apply_filter(patch, kernel):
        if patch.shape != kernel.shape:
            raise ValueError("kernel")
        return np.vdot(patch, kernel)

    def filter_image(image, kernel, stride=1):
        stride_h, stride_w = refuse_nonsense(image, kernel, stride)
        windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
        windows = windows[::stride_h, ::stride_w]
        return np.einsum("ijhw,hw->ij", windows, kernel)


class weight_by_weight:
    def apply_filter(patch, kernel):
        if not np.array_equal(patch.shape, kernel.shape):
            raise ValueError("patch")
        return np.tensordot(patch, kernel, axes=2)

    def filter_image(image, kernel, stride=1):
        stride_h, stride_w = refuse_nonsense(image, kernel, stride)
        out_h = image.shape[0] - kernel.shape[0] + 1
        out_w = image.shape[1] - kernel.shape[1] + 1
        result = np.zeros((out_h, out_w))
        for (row, column), weight in np.ndenumerate(kernel):
            result += weight * image[row : row + out_h, column : column + out_w]
        return result[::stride_h, ::stride_w].astype(image.dtype)
