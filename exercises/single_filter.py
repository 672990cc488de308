"""One filter on one image

A filter is a small array of weights that looks for a pattern. It is laid on a patch of the
image that is as large as itself; each pixel is multiplied by the weight that lies on it, and
all the products are added up. The sum is one number: large where the patch looks like the
filter, about zero where the two have nothing to do with each other, negative where dark and
bright are exchanged.

Slide the filter over the image, ask at every position, and you get a new image that shows
*where* the pattern is: that is a convolution with one channel and one filter, the heart of the
layer. A filter `[[-1, 1]]`, for example, answers wherever it gets brighter from left to right.
Nobody has to invent such filters for a network; training finds them.
"""

import numpy as np


def apply_filter(patch, kernel):
    """What a filter answers to one patch: the sum of the products, one number.

    `patch` and `kernel` are arrays of the same shape (kernel_height, kernel_width). Each pixel is
    multiplied by the weight at the same place; the kernel is not flipped. Neither array is changed.

    Where the two shapes differ, `ValueError` is raised naming `patch` or `kernel`.
    Returns a number.

    >>> patch = np.array([[1.0, 2.0], [3.0, 4.0]])
    >>> kernel = np.array([[10.0, 0.0], [-1.0, 1.0]])
    >>> print(int(apply_filter(patch, kernel)))   # 1*10 + 2*0 + 3*-1 + 4*1
    11
    """
    raise NotImplementedError


def filter_image(image, kernel, stride=1):
    """Slides a filter over a grey image and writes what it answers at each position.

    `image` has the shape (height, width), `kernel` holds the weights and has the shape
    (kernel_height, kernel_width). Both have the same floating-point dtype, which the result keeps;
    neither is changed. `stride` is an integer or a (height, width) pair: how far the filter moves
    down and to the right from one position to the next. It never leaves the image; rows and columns
    that are left over at the end are not looked at.

    `ValueError` is raised naming the argument: an `image` or a `kernel` without two axes, a
    `stride` below 1, a kernel that is larger than the image (naming `kernel` or `image`).
    Returns an array of shape (out_height, out_width).

    >>> image = np.array([[1.0, 2.0, 3.0], [4.0, 9.0, 6.0], [0.0, 5.0, 5.0]])
    >>> kernel = np.array([[-1.0, 1.0]])          # how much brighter is the pixel to the right?
    >>> print(filter_image(image, kernel).tolist())
    [[1.0, 1.0], [5.0, -3.0], [5.0, 0.0]]
    >>> print(filter_image(image, kernel, stride=2).tolist())
    [[1.0], [5.0]]
    """
    raise NotImplementedError
