"""Convolution as a matrix product

Two loops over all positions are easy to read but slow: Python takes a step for every pixel.
Matrix products, in contrast, are the best tuned programs there are. So many libraries write a
convolution as a matrix product, and all it takes is to write the image differently.

`im2col` ("image to columns") lays out, for each position, all numbers that the window sees
there in one row. Pixels that several windows see are simply written several times. A filter,
unrolled in the same order, is a column of weights; and "multiply and add up" is then what a
matrix product does, for all positions and all filters at once. That costs memory, and it is
well worth it.
"""

import numpy as np


def im2col(x, kernel, stride=1):
    """Writes out what a window sees at each of its positions.

    `x` has the shape (batch, height, width, channels); it is not changed, and the result keeps its
    dtype. An empty batch stays empty. `kernel` is the window's size and `stride` its step, each an
    integer or a (height, width) pair. The window never leaves the image.

    Along the last axis of the result the numbers are in the order kernel row, kernel column,
    channel, as in `tf.image.extract_patches`: first all channels of the window's top left pixel,
    then those of the pixel to its right, and so on, row by row. The number of executed Python lines
    must not grow with the image: loop over the window's taps if you like, but not over positions.

    `ValueError` is raised naming the argument: an `x` without four axes, a `kernel` or `stride`
    below 1, a window larger than the image (naming `kernel` or `x`).
    Returns an array of shape
    (batch, out_height, out_width, kernel_height * kernel_width * channels).

    >>> x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).reshape(1, 2, 3, 1)
    >>> print(im2col(x, 2)[0, 0].tolist())   # two windows next to each other share 2 and 5
    [[1.0, 2.0, 4.0, 5.0], [2.0, 3.0, 5.0, 6.0]]
    """
    raise NotImplementedError


def conv2d_im2col(x, filters, stride=1):
    """Convolves images with filters, as one matrix product of what `im2col` gives.

    `x` has the shape (batch, height, width, in_channels), `filters` the shape (kernel_height,
    kernel_width, in_channels, out_channels). Both have the same floating-point dtype, which the
    result keeps; neither is changed. `stride` is an integer or a (height, width) pair. The image is
    not padded and the filters are not flipped. An empty batch stays empty. As above, the number of
    executed Python lines must not grow with the image.

    `ValueError` is raised naming the argument: an `x` or `filters` without four axes, channels that
    do not match (`x` or `filters`), filters larger than the image (`x` or `filters`), a `stride`
    below 1.
    Returns an array of shape (batch, out_height, out_width, out_channels).

    >>> x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).reshape(1, 2, 3, 1)
    >>> filters = np.array([[1.0, 0.0], [0.0, 10.0]]).reshape(2, 2, 1, 1)
    >>> print(conv2d_im2col(x, filters).ravel().tolist())   # 1*1 + 5*10 and 2*1 + 6*10
    [51.0, 62.0]
    """
    raise NotImplementedError
