"""Padding that keeps the size

A convolution looks at a window and writes one number, so without help every layer shrinks the
image a little: a 3×3 filter takes one pixel off each side. Networks that are many layers deep
therefore put zeros around the image first. With padding `"same"` there are just enough zeros
that the output has `ceil(size / stride)` positions, whatever the filter's size.

How many zeros are missing follows from the last window: it starts at `(outputs - 1) * stride`
and reaches `dilation * (kernel - 1) + 1` pixels far. What lies beyond the image has to be padded.
Half of it goes before the image and half after; **the odd zero goes after** (right and bottom),
as in TensorFlow.
"""

import numpy as np


def same_padding(size, kernel, stride=1, dilation=1):
    """How many zeros one axis needs before and after it so that nothing is lost.

    A window of `kernel` taps, `dilation` pixels apart, moves in steps of `stride` over `size`
    pixels; there are to be `ceil(size / stride)` positions. Where the total is odd, the odd zero
    goes after. The total is never negative.

    All four are integers of at least 1; a smaller one raises `ValueError` naming it.
    Returns `(before, after)`, two integers.

    >>> before, after = same_padding(5, 4)   # 5 outputs; the last window covers pixels 4 to 7
    >>> print(before, after)                 # 3 zeros are missing, the odd one goes after
    1 2
    """
    raise NotImplementedError


def pad_images(x, kernel, stride=1, dilation=1):
    """Puts the zeros of `same_padding` around every image of a batch.

    `x` has the shape (batch, height, width, channels) and keeps its dtype; it is not changed.
    `kernel`, `stride` and `dilation` are integers, or (height, width) pairs. Height and width are
    padded each by its own amounts, batch and channels not at all. An empty batch stays empty.

    An `x` without four axes raises `ValueError` naming it, as does a size below 1.
    Returns an array of shape (batch, height + zeros, width + zeros, channels).

    >>> x = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 2, 2, 1)
    >>> print(pad_images(x, 2)[0, :, :, 0].tolist())
    [[1.0, 2.0, 0.0], [3.0, 4.0, 0.0], [0.0, 0.0, 0.0]]
    """
    raise NotImplementedError
