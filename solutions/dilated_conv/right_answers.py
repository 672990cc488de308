"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class zeros_between_the_weights:
    def effective_kernel(kernel, dilation):
        if kernel < 1 or dilation < 1:
            raise ValueError("kernel and dilation must be at least 1")
        return kernel + (kernel - 1) * (dilation - 1)

    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        down, right = refuse_nonsense(x, filters, dilation, padding)
        kh, kw, c, out = filters.shape
        wide = np.zeros(
            (effective_kernel(kh, down), effective_kernel(kw, right), c, out), filters.dtype
        )
        wide[::down, ::right] = filters
        if padding.lower() == "same":
            rows, columns = ((n - 1) // 2 for n in wide.shape[:2])
            x = np.pad(
                x,
                [
                    (0, 0),
                    (rows, wide.shape[0] - 1 - rows),
                    (columns, wide.shape[1] - 1 - columns),
                    (0, 0),
                ],
            )
        if wide.shape[0] > x.shape[1] or wide.shape[1] > x.shape[2]:
            raise ValueError("the dilated filters are larger than the image")
        windows = np.lib.stride_tricks.sliding_window_view(x, wide.shape[:2], axis=(1, 2))
        return np.einsum("nijchw,hwco->nijo", windows, wide)


class position_by_position:
    def effective_kernel(kernel, dilation):
        if not kernel >= 1:
            raise ValueError("kernel")
        if not dilation >= 1:
            raise ValueError("dilation")
        return np.arange(0, kernel * dilation, dilation)[-1] + 1

    def dilated_conv2d(x, filters, dilation=1, padding="valid"):
        dh, dw = refuse_nonsense(x, filters, dilation, padding)
        n, h, w, _ = x.shape
        kh, kw, _, out = filters.shape
        rh, rw = (kh - 1) * dh + 1, (kw - 1) * dw + 1
        top = left = 0
        out_h, out_w = h - rh + 1, w - rw + 1
        if padding.lower() == "same":
            top, left, out_h, out_w = (rh - 1) // 2, (rw - 1) // 2, h, w
        if out_h < 1 or out_w < 1:
            raise ValueError("dilation is too large")
        padded = np.zeros((n, h + rh, w + rw, x.shape[3]))
        padded[:, top : top + h, left : left + w] = x
        result = np.empty((n, out_h, out_w, out), dtype=x.dtype)
        for i in range(out_h):
            for j in range(out_w):
                window = padded[:, i : i + rh : dh, j : j + rw : dw]
                result[:, i, j] = np.tensordot(window, filters, 3)
        return result
