"""Dilated convolution

A neuron that is to recognise something large has to see much of the image. A larger filter sees
more, but it costs weights: 7×7 has more than five times as many as 3×3. A **dilated**
convolution sees more with the *same* weights. It pulls the filter apart, like a net whose
meshes get wider: with dilation d neighbouring taps lie d pixels apart, and the pixels in the
gaps are not looked at.

Unlike pooling and unlike a stride, it throws no position away: the filter is still asked at
*every* pixel, so the result stays as large as it can be. That is why networks that have to say
something about each single pixel like to use it.
"""

import numpy as np


def effective_kernel(kernel, dilation):
    """How many pixels a dilated kernel covers along one axis, gaps included.

    `kernel` is the number of taps and `dilation` the distance from one tap to the next, in pixels:
    at dilation 1 the taps lie side by side. Both are integers of at least 1; a smaller one raises
    `ValueError` naming it.
    Returns an integer.

    >>> print(effective_kernel(3, 2))   # x · x · x
    5
    """
    raise NotImplementedError


def dilated_conv2d(x, filters, dilation=1, padding="valid"):
    """Convolves images with filters whose taps lie apart, at stride 1, as `tf.nn.conv2d` does.

    `x` has the shape (batch, height, width, in_channels), `filters` the shape (kernel_height,
    kernel_width, in_channels, out_channels). Both have the same floating-point dtype, which the
    result keeps; neither is changed. `dilation` is an integer or a (height, width) pair. The
    filters are not flipped. An empty batch stays empty.

    `padding` is "valid" (the filter lies within the image, gaps included) or "same" in any letter
    case. With "same" the result is as large as the image: it is padded with as many zeros as the
    dilated filter needs, the odd one after (bottom, right).

    `ValueError` is raised naming the argument: an `x` or `filters` without four axes, channels that
    do not match (`x` or `filters`), a `dilation` below 1, another `padding`, filters that with
    "valid" reach further than the image (naming `filters`, `kernel` or `dilation`).
    Returns an array of shape (batch, out_height, out_width, out_channels).

    >>> x = np.array([1.0, 2.0, 3.0, 4.0]).reshape(1, 1, 4, 1)
    >>> filters = np.array([1.0, 10.0]).reshape(1, 2, 1, 1)
    >>> print(dilated_conv2d(x, filters, dilation=2).ravel().tolist())   # 1 + 30 and 2 + 40
    [31.0, 42.0]
    """
    raise NotImplementedError
