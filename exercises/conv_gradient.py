"""How training finds the filters

Nobody writes the filters of a network by hand. Training begins with random ones and changes
each weight a little in the direction that makes the loss smaller. For that it has to know how
the loss depends on each weight: the gradient.

What a convolution needs for it are two things: what it saw, and `upstream`, the gradient of the
loss with respect to each number of its *output*, which the layer behind it hands over. A weight
is used at every position of every image, so all these uses count: its gradient is the **sum**
of upstream × the pixel that it was multiplied by. And since there is a layer in front as well,
the convolution has to hand over a gradient of its own, that of its *input*: a pixel is seen by
several windows, and its gradient is the sum of upstream × the weight that it met there.
"""

import numpy as np


def conv2d_filter_gradient(x, upstream, kernel, stride=1):
    """The gradient of the loss with respect to the filters of a convolution with padding "valid".

    `x` has the shape (batch, height, width, in_channels): the images that were convolved.
    `upstream` has the shape (batch, out_height, out_width, out_channels): the gradient of the loss
    with respect to each output. Both have the same floating-point dtype, which the result keeps;
    neither is changed. `kernel` is the size of the filters and `stride` their step, each an integer
    or a (height, width) pair. Summed, not averaged, over images and positions; for an empty batch
    it is zero.

    `ValueError` is raised naming the argument: an `x` or `upstream` without four axes, a `kernel`
    or `stride` below 1, a kernel larger than the image (`kernel` or `x`), an `upstream` whose
    batch, height or width is not that of the convolution's output.
    Returns an array of shape (kernel_height, kernel_width, in_channels, out_channels).

    >>> x = np.array([1.0, 2.0, 3.0]).reshape(1, 1, 3, 1)
    >>> upstream = np.array([10.0, 1.0]).reshape(1, 1, 2, 1)
    >>> gradient = conv2d_filter_gradient(x, upstream, (1, 2))
    >>> print(gradient.ravel().tolist())          # 1*10 + 2*1 and 2*10 + 3*1
    [12.0, 23.0]
    """
    raise NotImplementedError


def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
    """The gradient of the loss with respect to the input of a convolution with padding "valid".

    `filters` has the shape (kernel_height, kernel_width, in_channels, out_channels), `upstream` the
    shape (batch, out_height, out_width, out_channels), as above. Both have the same floating-point
    dtype, which the result keeps; neither is changed. `input_shape` is the (batch, height, width,
    in_channels) of the images, a tuple or list; `stride` is an integer or a (height, width) pair.
    Pixels that no window saw have the gradient 0. An empty batch stays empty.

    `ValueError` is raised naming the argument: `filters` or `upstream` without four axes, an
    `input_shape` that is not four sizes (of at least 1, the batch of at least 0), channels of the
    filters that do not match it or filters larger than it (`filters` or `input_shape`), a `stride`
    below 1, an `upstream` whose batch, height or width is not that of the convolution's output
    (`upstream` or `input_shape`) or whose channels are not the filters' (`upstream` or `filters`).
    Returns an array of shape `input_shape`.

    >>> filters = np.array([4.0, 5.0]).reshape(1, 2, 1, 1)
    >>> upstream = np.array([10.0, 1.0]).reshape(1, 1, 2, 1)
    >>> gradient = conv2d_input_gradient(filters, upstream, (1, 1, 3, 1))
    >>> print(gradient.ravel().tolist())          # 4*10, then 5*10 + 4*1, then 5*1
    [40.0, 54.0, 5.0]
    """
    raise NotImplementedError
