"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class kernel_flipped:
    def apply_filter(patch, kernel):
        same_shapes(patch, kernel)
        return np.sum(patch * kernel[::-1, ::-1])


class matrix_product:
    def apply_filter(patch, kernel):
        same_shapes(patch, kernel)
        return np.sum(patch @ kernel)


class products_not_added:
    def apply_filter(patch, kernel):
        same_shapes(patch, kernel)
        return patch * kernel


class only_one_axis_added:
    def apply_filter(patch, kernel):
        same_shapes(patch, kernel)
        return np.sum(patch * kernel, axis=0)


class mean_in_place_of_sum:
    def apply_filter(patch, kernel):
        same_shapes(patch, kernel)
        return np.mean(patch * kernel)


class windows_side_by_side:
    def filter_image(image, kernel, stride=1):
        refuse_nonsense(image, kernel, stride)
        (image_h, image_w), (kernel_h, kernel_w) = image.shape, kernel.shape
        result = np.empty((image_h // kernel_h, image_w // kernel_w), image.dtype)
        for i, j in np.ndindex(result.shape):
            top, left = i * kernel_h, j * kernel_w
            patch = image[top : top + kernel_h, left : left + kernel_w]
            result[i, j] = apply_filter(patch, kernel)
        return result


class last_position_left_out:
    def filter_image(image, kernel, stride=1):
        stride_h, stride_w = refuse_nonsense(image, kernel, stride)
        kernel_h, kernel_w = kernel.shape
        tops = range(0, image.shape[0] - kernel_h, stride_h)
        lefts = range(0, image.shape[1] - kernel_w, stride_w)
        result = np.empty((len(tops), len(lefts)), image.dtype)
        for i, top in enumerate(tops):
            for j, left in enumerate(lefts):
                patch = image[top : top + kernel_h, left : left + kernel_w]
                result[i, j] = apply_filter(patch, kernel)
        return result


class square_kernel_assumed:
    def filter_image(image, kernel, stride=1):
        stride_h, stride_w = refuse_nonsense(image, kernel, stride)
        size = len(kernel)
        out_h = (image.shape[0] - size) // stride_h + 1
        out_w = (image.shape[1] - size) // stride_w + 1
        result = np.empty((out_h, out_w), image.dtype)
        for i in range(out_h):
            for j in range(out_w):
                top, left = i * stride_h, j * stride_w
                patch = image[top : top + size, left : left + size]
                result[i, j] = apply_filter(patch, kernel)
        return result


class zeros_around_the_image:
    def filter_image(image, kernel, stride=1):
        stride_h, stride_w = refuse_nonsense(image, kernel, stride)
        kernel_h, kernel_w = kernel.shape
        out_h, out_w = -(-image.shape[0] // stride_h), -(-image.shape[1] // stride_w)
        amounts = [(k - 1) // 2 for k in kernel.shape]
        image = np.pad(image, [(a, k) for a, k in zip(amounts, kernel.shape)])
        result = np.empty((out_h, out_w), image.dtype)
        for i in range(out_h):
            for j in range(out_w):
                top, left = i * stride_h, j * stride_w
                patch = image[top : top + kernel_h, left : left + kernel_w]
                result[i, j] = apply_filter(patch, kernel)
        return result


class stride_ignored:
    def filter_image(image, kernel, stride=1):
        refuse_nonsense(image, kernel, stride)
        return slide(image, kernel, (1, 1), (1, 1))


class stride_not_used_for_the_start:
    def filter_image(image, kernel, stride=1):
        stride = refuse_nonsense(image, kernel, stride)
        return slide(image, kernel, stride, (1, 1))


class row_and_column_exchanged:
    def filter_image(image, kernel, stride=1):
        stride_h, stride_w = refuse_nonsense(image, kernel, stride)
        kernel_h, kernel_w = kernel.shape
        out_h = (image.shape[0] - kernel_h) // stride_h + 1
        out_w = (image.shape[1] - kernel_w) // stride_w + 1
        result = np.empty((out_h, out_w), image.dtype)
        for i in range(out_h):
            for j in range(out_w):
                top, left = j * stride_h, i * stride_w
                patch = image[top : top + kernel_h, left : left + kernel_w]
                result[i, j] = apply_filter(patch, kernel)
        return result


class stride_pair_reversed:
    def filter_image(image, kernel, stride=1):
        stride_h, stride_w = refuse_nonsense(image, kernel, stride)
        return slide(image, kernel, (stride_w, stride_h), (stride_w, stride_h))


def slide(image, kernel, stride, step):
    """Counts the positions by `stride`, and moves the window by `step`."""
    kernel_h, kernel_w = kernel.shape
    out_h = (image.shape[0] - kernel_h) // stride[0] + 1
    out_w = (image.shape[1] - kernel_w) // stride[1] + 1
    result = np.empty((out_h, out_w), image.dtype)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * step[0], j * step[1]
            patch = image[top : top + kernel_h, left : left + kernel_w]
            result[i, j] = apply_filter(patch, kernel)
    return result


def same_shapes(patch, kernel):
    """Every learner here refuses what makes no sense; the misconceptions are about the rest."""
    if patch.shape != kernel.shape:
        raise ValueError("patch and kernel do not have one shape")
