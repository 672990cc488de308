"""Adding a bias

A layer multiplies its input by weights and then adds a **bias**: one number for each feature of
its output. Without it every layer would have to give 0 for an input of zeros; the bias moves each
feature up or down, whatever comes in.

The same bias belongs to every example of a batch, and to every pixel of an image. The features
are the *last* axis, however many axes come before it.
"""

import numpy as np


def add_bias(x, bias):
    """Adds one bias to each feature.

    `x` has the shape (..., features), with any number of axes before the last: none, a batch, or
    the batch, height and width of images. `bias` has the shape (features,). Both have the same
    floating-point dtype, which the result keeps. Neither is changed. An empty batch stays empty.

    A `bias` that has not exactly one axis with one number for each feature raises `ValueError`
    naming it. Returns an array of the shape of `x`.

    >>> x = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])   # 2 examples, 3 features
    >>> print(add_bias(x, np.array([10.0, 20.0, 30.0])).tolist())
    [[11.0, 22.0, 33.0], [14.0, 25.0, 36.0]]
    """
    raise NotImplementedError
