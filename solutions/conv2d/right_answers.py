"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class by_the_filter_taps:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        sh, sw = refuse_nonsense(x, filters, bias, stride, padding)
        kh, kw, _, out = filters.shape
        if padding.lower() == "same":
            oh, ow = -(-x.shape[1] // sh), -(-x.shape[2] // sw)
            th = max((oh - 1) * sh + kh - x.shape[1], 0)
            tw = max((ow - 1) * sw + kw - x.shape[2], 0)
            x = np.pad(x, ((0, 0), (th // 2, th - th // 2), (tw // 2, tw - tw // 2), (0, 0)))
        oh, ow = (x.shape[1] - kh) // sh + 1, (x.shape[2] - kw) // sw + 1
        result = np.zeros((x.shape[0], oh, ow, out), x.dtype)
        for i in range(kh):
            for j in range(kw):
                seen = x[:, i : i + (oh - 1) * sh + 1 : sh, j : j + (ow - 1) * sw + 1 : sw]
                result += seen @ filters[i, j]
        if bias is not None:
            result += bias
        return result


class by_einsum:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        sh, sw = refuse_nonsense(x, filters, bias, stride, padding)
        kh, kw = filters.shape[:2]
        if padding.lower() == "same":
            amounts = [same_padding(x.shape[1], kh, sh), same_padding(x.shape[2], kw, sw)]
            x = np.pad(x, [(0, 0), *amounts, (0, 0)])
        windows = np.lib.stride_tricks.sliding_window_view(x, (kh, kw), axis=(1, 2))[:, ::sh, ::sw]
        result = np.einsum("nijchw,hwco->nijo", windows.astype(np.float64), filters)
        return (result + (0 if bias is None else bias)).astype(x.dtype)


class number_by_number:
    def conv2d(x, filters, bias=None, stride=1, padding="valid"):
        sh, sw = refuse_nonsense(x, filters, bias, stride, padding)
        n, h, w, c = x.shape
        kh, kw, _, out = filters.shape
        top = left = 0
        oh, ow = (h - kh) // sh + 1, (w - kw) // sw + 1
        if padding.lower() == "same":
            oh, ow = -(-h // sh), -(-w // sw)
            top, left = max((oh - 1) * sh + kh - h, 0) // 2, max((ow - 1) * sw + kw - w, 0) // 2
        result = np.zeros((n, oh, ow, out), x.dtype)
        for b, i, j, o in np.ndindex(n, oh, ow, out):
            total = 0.0 if bias is None else bias[o]
            for di in range(kh):
                for dj in range(kw):
                    row, column = i * sh + di - top, j * sw + dj - left
                    if 0 <= row < h and 0 <= column < w:
                        for channel in range(c):
                            total += x[b, row, column, channel] * filters[di, dj, channel, o]
            result[b, i, j, o] = total
        return result
