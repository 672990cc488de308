"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class averaged_over_the_images:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        gradient = by_filters(x, upstream, kernel, stride)
        return gradient / max(len(x), 1)


class averaged_over_everything:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        gradient = by_filters(x, upstream, kernel, stride)
        return gradient / max(upstream[..., 0].size, 1)


class only_the_first_image:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        by_filters(x, upstream, kernel, stride)
        return by_filters(x[:1], upstream[:1], kernel, stride)


class upstream_left_out:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        return by_filters(x, upstream, kernel, stride, np.ones_like(upstream))

    def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
        return by_input(filters, upstream, input_shape, stride, np.ones_like(upstream))


class stride_not_used_for_the_pixels:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        return by_filters(x, upstream, kernel, stride, side_by_side=True)

    def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
        return by_input(filters, upstream, input_shape, stride, side_by_side=True)


class channels_exchanged:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        return by_filters(x, upstream, kernel, stride).swapaxes(2, 3)


class filter_gradient_flipped:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        return by_filters(x, upstream, kernel, stride)[::-1, ::-1]


class filters_not_turned:
    def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
        by_input(filters, upstream, input_shape, stride)
        return by_input(filters[::-1, ::-1], upstream, input_shape, stride)


class shares_overwritten:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        gradient = np.zeros_like(by_filters(x, upstream, kernel, stride))
        (kernel_h, kernel_w), (stride_h, stride_w) = as_pairs(kernel=kernel, stride=stride)
        for i, j in np.ndindex(upstream.shape[1:3]):
            top, left = i * stride_h, j * stride_w
            seen = x[:, top : top + kernel_h, left : left + kernel_w]
            gradient = np.tensordot(seen, upstream[:, i, j], (0, 0))
        return gradient

    def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
        gradient = np.zeros_like(by_input(filters, upstream, input_shape, stride))
        ((stride_h, stride_w),) = as_pairs(stride=stride)
        for i, j in np.ndindex(upstream.shape[1:3]):
            rows = slice(i * stride_h, i * stride_h + filters.shape[0])
            columns = slice(j * stride_w, j * stride_w + filters.shape[1])
            gradient[:, rows, columns] = np.tensordot(upstream[:, i, j], filters, (1, 3))
        return gradient


class unseen_pixels_cut_off:
    def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
        gradient = by_input(filters, upstream, input_shape, stride)
        stride = np.broadcast_to(stride, 2)
        height, width = (
            (upstream.shape[axis + 1] - 1) * stride[axis] + filters.shape[axis] for axis in (0, 1)
        )
        return gradient[:, :height, :width]


class summed_over_the_images:
    def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
        gradient = by_input(filters, upstream, input_shape, stride)
        return gradient.sum(axis=0, keepdims=True)


def by_filters(x, upstream, kernel, stride, factor=None, side_by_side=False):
    """What all of them share: the gradient of the filters, refusals included."""
    require_four_axes(x=x, upstream=upstream)
    (kernel_h, kernel_w), (stride_h, stride_w) = as_pairs(kernel=kernel, stride=stride)
    require_fit(upstream, x.shape, (kernel_h, kernel_w), (stride_h, stride_w))
    upstream = upstream if factor is None else factor
    if side_by_side:
        stride_h = stride_w = 1
    _, out_h, out_w, out_channels = upstream.shape
    gradient = np.empty((kernel_h, kernel_w, x.shape[3], out_channels), x.dtype)
    for i in range(kernel_h):
        for j in range(kernel_w):
            seen = x[:, at(i, out_h, stride_h), at(j, out_w, stride_w)]
            axes = (0, 1, 2)
            gradient[i, j] = np.tensordot(seen, upstream, (axes, axes))
    return gradient


reference_input_gradient = conv2d_input_gradient


def by_input(filters, upstream, input_shape, stride, factor=None, side_by_side=False):
    """What all of them share: the gradient of the input, refusals included."""
    reference_input_gradient(filters, upstream, input_shape, stride)
    upstream = upstream if factor is None else factor
    stride_h, stride_w = (1, 1) if side_by_side else np.broadcast_to(stride, 2)
    _, out_h, out_w, _ = upstream.shape
    gradient = np.zeros(input_shape, upstream.dtype)
    for i in range(filters.shape[0]):
        for j in range(filters.shape[1]):
            rows, columns = at(i, out_h, stride_h), at(j, out_w, stride_w)
            gradient[:, rows, columns] += upstream @ filters[i, j].T
    return gradient
