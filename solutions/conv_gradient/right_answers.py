"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class position_by_position:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        require_four_axes(x=x, upstream=upstream)
        (kh, kw), (sh, sw) = as_pairs(kernel=kernel, stride=stride)
        require_fit(upstream, x.shape, (kh, kw), (sh, sw))
        gradient = np.zeros((kh, kw, x.shape[3], upstream.shape[3]))
        for n, i, j, o in np.ndindex(upstream.shape):
            window = x[n, i * sh : i * sh + kh, j * sw : j * sw + kw]
            gradient[..., o] += upstream[n, i, j, o] * window
        return gradient.astype(x.dtype)

    def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
        require_four_axes(filters=filters, upstream=upstream)
        if len(input_shape) != 4 or min(input_shape[1:]) < 1:
            raise ValueError("input_shape")
        if filters.shape[2] != input_shape[3]:
            raise ValueError("filters")
        [(sh, sw)] = as_pairs(stride=stride)
        kh, kw = filters.shape[:2]
        require_fit(upstream, input_shape, (kh, kw), (sh, sw))
        if upstream.shape[3] != filters.shape[3]:
            raise ValueError("upstream")
        gradient = np.zeros(input_shape, dtype=filters.dtype)
        for n, i, j, o in np.ndindex(*upstream.shape):
            gradient[n, i * sh : i * sh + kh, j * sw : j * sw + kw] += (
                upstream[n, i, j, o] * filters[..., o]
            )
        return gradient


class as_convolutions:
    def conv2d_filter_gradient(x, upstream, kernel, stride=1):
        require_four_axes(x=x, upstream=upstream)
        kernel, (sh, sw) = as_pairs(kernel=kernel, stride=stride)
        require_fit(upstream, x.shape, kernel, (sh, sw))
        windows = np.lib.stride_tricks.sliding_window_view(x, kernel, axis=(1, 2))[:, ::sh, ::sw]
        return np.einsum("nijchw,nijo->hwco", windows, upstream)

    def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
        if filters.ndim != 4:
            raise ValueError("filters")
        if upstream.ndim != 4:
            raise ValueError("upstream")
        if len(input_shape) != 4:
            raise ValueError("input_shape")
        n, h, w, c = input_shape
        if h < 1 or w < 1 or c != filters.shape[2]:
            raise ValueError("input_shape does not fit the filters")
        ((sh, sw),) = as_pairs(stride=stride)
        kh, kw, _, out = filters.shape
        require_fit(upstream, input_shape, (kh, kw), (sh, sw))
        if upstream.shape[3] != out:
            raise ValueError("upstream")
        # Spread by the stride, surrounded by zeros, convolved with the filters turned round.
        spread = np.zeros((n, h + kh - 1, w + kw - 1, out), upstream.dtype)
        spread[:, kh - 1 : h : sh, kw - 1 : w : sw] = upstream
        windows = np.lib.stride_tricks.sliding_window_view(spread, (kh, kw), axis=(1, 2))
        return np.einsum("nijohw,hwco->nijc", windows, filters[::-1, ::-1])
