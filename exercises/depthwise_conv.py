"""Depthwise convolution

An ordinary convolution does two things at once: it looks for patterns *in the image*, and it
mixes the *channels*, since the products of all channels end up in one sum. A **depthwise**
convolution does the first only. Each channel has filters of its own, looks at itself alone, and
makes output channels of its own; nothing is added up across channels.

That takes far fewer weights and multiplications. The mixing is left to a layer that does
nothing else, a 1×1 convolution. Both together do almost as well as the ordinary layer at a
fraction of its cost, which is why the networks in mobile phones are built of them.

How many filters a channel has is called the *multiplier*: C channels become C · multiplier.
"""

import numpy as np


def depthwise_conv2d(x, filters, stride=1, padding="valid"):
    """Convolves each channel of the images with filters of its own, as `tf.nn.depthwise_conv2d` does.

    `x` has the shape (batch, height, width, channels), `filters` the shape (kernel_height,
    kernel_width, channels, multiplier). Both have the same floating-point dtype, which the result
    keeps; neither is changed. The filters are not flipped. An empty batch stays empty. `stride` is
    an integer or a (height, width) pair, whose numbers may differ.

    Filter m of channel c sees channel c only and makes output channel `c * multiplier + m`.

    `padding` is "valid" (windows lie within the image) or "same" in any letter case. With "same"
    there are `ceil(size / stride)` positions; the image is padded with as many zeros as the last
    window needs, the odd one after (bottom, right).

    `ValueError` is raised naming the argument: an `x` or `filters` without four axes, channels that
    do not match (`x` or `filters`), filters larger than the image with "valid" (`x` or `filters`),
    a `stride` below 1, another `padding`.
    Returns an array of shape (batch, out_height, out_width, channels * multiplier).

    >>> x = np.array([[1.0, 2.0], [3.0, 4.0]]).reshape(1, 1, 2, 2)      # two pixels, two channels
    >>> filters = np.array([[1.0, 10.0], [1.0, -1.0]]).reshape(1, 2, 2, 1)
    >>> print(depthwise_conv2d(x, filters).ravel().tolist())            # 1*1 + 3*1 and 2*10 - 4*1
    [4.0, 16.0]
    """
    raise NotImplementedError
