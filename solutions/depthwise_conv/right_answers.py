"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class filter_by_filter:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        stride_h, stride_w = refuse_nonsense(x, filters, stride, padding)
        kh, kw, c, m = filters.shape
        if padding.lower() == "same":
            amounts = [
                same_padding(x.shape[1], kh, stride_h),
                same_padding(x.shape[2], kw, stride_w),
            ]
            x = np.pad(x, [(0, 0), *amounts, (0, 0)])
        out_h, out_w = (x.shape[1] - kh) // stride_h + 1, (x.shape[2] - kw) // stride_w + 1
        result = np.zeros((x.shape[0], out_h, out_w, c * m), dtype=x.dtype)
        for channel in range(c):
            for number in range(m):
                kernel = filters[:, :, channel, number]
                for i in range(out_h):
                    for j in range(out_w):
                        top, left = i * stride_h, j * stride_w
                        window = x[:, top : top + kh, left : left + kw, channel]
                        result[:, i, j, channel * m + number] = (window * kernel).sum(axis=(1, 2))
        return result


class by_einsum:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        down, right = refuse_nonsense(x, filters, stride, padding)
        kh, kw, c, m = filters.shape
        if padding.lower() == "same":
            th = max((-(-x.shape[1] // down) - 1) * down + kh - x.shape[1], 0)
            tw = max((-(-x.shape[2] // right) - 1) * right + kw - x.shape[2], 0)
            x = np.pad(x, ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
        windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))
        result = np.einsum("nijchw,hwcm->nijcm", windows[:, ::down, ::right], filters)
        return np.concatenate([result[:, :, :, channel] for channel in range(c)], axis=3)


class as_a_convolution_with_zeros:
    def depthwise_conv2d(x, filters, stride=1, padding="valid"):
        down, right = refuse_nonsense(x, filters, stride, padding)
        kh, kw, c, m = filters.shape
        full = np.zeros((kh, kw, c, c * m))
        for channel in range(c):
            full[:, :, channel, channel * m : (channel + 1) * m] = filters[:, :, channel]
        if padding.lower() == "same":
            x = np.pad(
                x,
                (
                    (0, 0),
                    same_padding(x.shape[1], kh, down),
                    same_padding(x.shape[2], kw, right),
                    (0, 0),
                ),
            )
        out_h, out_w = (x.shape[1] - kh) // down + 1, (x.shape[2] - kw) // right + 1
        result = np.empty((len(x), out_h, out_w, c * m), x.dtype)
        for i, j in np.ndindex(out_h, out_w):
            window = x[:, i * down : i * down + kh, j * right : j * right + kw]
            result[:, i, j] = np.tensordot(window, full, axes=3)
        return result
