"""Two-dimensional convolution

A convolutional layer slides small filters over an image. At every position it multiplies the
window under a filter with the filter, number by number, and adds everything up, over height,
width *and channels*: one number. Each filter makes one channel of the output, and each has one
bias. Because the same few weights are used at every position, a layer needs far fewer of them
than one that connects every pixel with every output.

As everywhere in deep learning the filter is laid on the window as it stands; it is not flipped,
as the convolution of mathematics would (strictly speaking this is a correlation).
"""

import numpy as np


def conv2d(x, filters, bias=None, stride=1, padding="valid"):
    """Convolves images with filters, as `tf.nn.conv2d` does.

    `x` has the shape (batch, height, width, in_channels), `filters` the shape (kernel_height,
    kernel_width, in_channels, out_channels), `bias` the shape (out_channels,) or None. All have the
    same floating-point dtype, which the result keeps; none is changed. An empty batch stays empty.
    `stride` is an integer or a (height, width) pair. The filters are not flipped.

    `padding` is "valid" (windows lie within the image) or "same" in any letter case. With "same"
    there are `ceil(size / stride)` positions; the image is padded with as many zeros as the last
    window needs, the odd one after (bottom, right).

    Raises `ValueError` naming the argument: `x` or `filters` without four axes; channels that do not
    match (`x` or `filters`); a filter larger than the image with "valid" (`x` or `filters`); a `bias`
    without one number for each filter; a `stride` below 1; another `padding`.
    Returns an array of shape (batch, out_height, out_width, out_channels).

    >>> x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]).reshape(1, 2, 3, 1)
    >>> filters = np.array([[1.0, 0.0], [0.0, 10.0]]).reshape(2, 2, 1, 1)
    >>> print(conv2d(x, filters).ravel().tolist())   # 1*1 + 5*10 and 2*1 + 6*10
    [51.0, 62.0]
    """
    raise NotImplementedError
