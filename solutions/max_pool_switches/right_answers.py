"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class pixel_by_pixel:
    def max_pool_with_switches(x, pool, stride=None):
        if x.ndim != 4:
            raise ValueError("x needs four axes")
        if stride is None:
            stride = pool
        ph, pw = (pool, pool) if np.ndim(pool) == 0 else pool
        sh, sw = (stride, stride) if np.ndim(stride) == 0 else stride
        if ph < 1 or pw < 1:
            raise ValueError("pool must be positive")
        if sh < 1 or sw < 1:
            raise ValueError("stride must be positive")
        n, h, w, c = x.shape
        if h < ph or w < pw:
            raise ValueError("pool is larger than the image")
        pooled = np.zeros((n, 1 + (h - ph) // sh, 1 + (w - pw) // sw, c), dtype=x.dtype)
        switches = np.zeros(pooled.shape, dtype=np.int32)
        for b, i, j, k in np.ndindex(*pooled.shape):
            best = None
            for row in range(i * sh, i * sh + ph):
                for column in range(j * sw, j * sw + pw):
                    if best is None or x[b, row, column, k] > best:
                        best = x[b, row, column, k]
                        switches[b, i, j, k] = (row * w + column) * c + k
            pooled[b, i, j, k] = best
        return [pooled, switches]


class by_sliding_windows:
    def max_pool_with_switches(x, pool, stride=None):
        ph, pw = np.broadcast_to(pool, 2)
        sh, sw = np.broadcast_to(pool if stride is None else stride, 2)
        if min(ph, pw) < 1:
            raise ValueError("pool")
        if min(sh, sw) < 1:
            raise ValueError("stride")
        if np.ndim(x) != 4:
            raise ValueError("x")
        if ph > x.shape[1] or pw > x.shape[2]:
            raise ValueError("pool does not fit x")
        n, h, w, c = x.shape
        index = np.arange(h * w * c).reshape(1, h, w, c)

        def windows(array):
            view = np.lib.stride_tricks.sliding_window_view(array, (ph, pw), axis=(1, 2))
            view = view[:, ::sh, ::sw]
            return view.reshape(*view.shape[:4], ph * pw)

        values = windows(x)
        where = values.argmax(axis=-1)[..., None]
        places = np.broadcast_to(windows(index), values.shape)
        return (
            np.take_along_axis(values, where, -1)[..., 0],
            np.take_along_axis(places, where, -1)[..., 0],
        )
