"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class switch_within_the_window:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            return np.broadcast_to(where, where.shape)

        return pooled_by(x, pool, stride, index)


class switch_without_the_channel:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            return (top + where // pool_w) * width + left + where % pool_w

        return pooled_by(x, pool, stride, index)


class channels_come_first_in_the_switch:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            size = x.shape[1] * width
            return (
                np.arange(channels) * size + (top + where // pool_w) * width + left + where % pool_w
            )

        return pooled_by(x, pool, stride, index)


class height_in_place_of_width:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            row, column = top + where // pool_w, left + where % pool_w
            return (row * x.shape[1] + column) * channels + np.arange(channels)

        return pooled_by(x, pool, stride, index)


class rows_and_columns_exchanged:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            row, column = top + where // pool_w, left + where % pool_w
            return (column * x.shape[1] + row) * channels + np.arange(channels)

        return pooled_by(x, pool, stride, index)


class batch_counted_in:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            row, column = top + where // pool_w, left + where % pool_w
            image = np.arange(len(x))[:, None]
            return ((image * x.shape[1] + row) * width + column) * channels + np.arange(channels)

        return pooled_by(x, pool, stride, index)


class last_maximum_wins:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            row, column = top + where // pool_w, left + where % pool_w
            return (row * width + column) * channels + np.arange(channels)

        def last(flat):
            return flat.shape[1] - 1 - flat[:, ::-1].argmax(axis=1)

        return pooled_by(x, pool, stride, index, choose=last)


class stride_one_by_default:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            row, column = top + where // pool_w, left + where % pool_w
            return (row * width + column) * channels + np.arange(channels)

        return pooled_by(x, pool, 1 if stride is None else stride, index)


class rest_is_pooled_too:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            row, column = top + where // pool_w, left + where % pool_w
            return (row * width + column) * channels + np.arange(channels)

        return pooled_by(x, pool, stride, index, rest=True)


class compared_with_zero:
    def max_pool_with_switches(x, pool, stride=None):
        def index(top, left, where, pool_w, width, channels):
            row, column = top + where // pool_w, left + where % pool_w
            return (row * width + column) * channels + np.arange(channels)

        pooled, switches = pooled_by(x, pool, stride, index)
        return np.maximum(pooled, 0), switches


def pooled_by(x, pool, stride, index, choose=lambda flat: flat.argmax(axis=1), rest=False):
    """What all of them share: windows in turn, with a switch as `index` makes it."""
    stride = pool if stride is None else stride
    (pool_h, pool_w), (stride_h, stride_w) = pair(pool, "pool"), pair(stride, "stride")
    if x.ndim != 4:
        raise ValueError("x must have four axes")
    n, height, width, channels = x.shape
    if pool_h > height or pool_w > width:
        raise ValueError("pool is larger than x")
    out_h, out_w = (height - pool_h) // stride_h + 1, (width - pool_w) // stride_w + 1
    if rest:
        out_h, out_w = -(-(height - pool_h) // stride_h) + 1, -(-(width - pool_w) // stride_w) + 1
    pooled = np.empty((n, out_h, out_w, channels), x.dtype)
    switches = np.empty((n, out_h, out_w, channels), np.int64)
    for i in range(out_h):
        for j in range(out_w):
            top, left = i * stride_h, j * stride_w
            window = x[:, top : top + pool_h, left : left + pool_w]
            flat = window.reshape(n, window.shape[1] * window.shape[2], channels)
            where = choose(flat)
            pooled[:, i, j] = flat.max(axis=1)
            switches[:, i, j] = index(top, left, where, window.shape[2], width, channels)
    return pooled, switches
