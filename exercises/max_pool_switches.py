"""Max pooling with switches

Max pooling keeps the largest number of each window and forgets the rest. What it also forgets is
*where* that number was, and a network that restores an image later (an auto-encoder, a
segmentation network) needs just that. So the place is written down: a **switch** is the index of
the maximum in its image.

Indices count the numbers of one image as they lie in memory: row by row, in each row column by
column, and in each pixel channel by channel. The pixel in row `r` and column `c` of an image that
is `width` wide starts at `(r * width + c) * channels`.
"""

import numpy as np


def max_pool_with_switches(x, pool, stride=None):
    """The largest number of each window, and where in its image it was.

    `x` has the shape (batch, height, width, channels). A window of `pool` pixels moves in steps of
    `stride`; both are integers or (height, width) pairs, and without a `stride` it is `pool`.
    Padding is "valid": windows lie within the image, what is left over at the right and bottom
    belongs to none. Each channel is pooled by itself. An empty batch gives empty results.

    Returns `(pooled, switches)`, both of shape (batch, out_height, out_width, channels). `pooled`
    keeps the dtype of `x`, which is not changed. `switches` are integers: a switch is
    `(row * width + column) * channels + channel` of the maximum, within its own image; the first
    maximum wins a tie.

    An `x` without four axes raises `ValueError` naming it; a `pool` or `stride` below 1 naming that
    one; a `pool` larger than the image naming `pool` or `x`.

    >>> x = np.array([[1.0, 5.0, 2.0, 0.0], [3.0, 4.0, 8.0, 6.0]]).reshape(1, 2, 4, 1)
    >>> pooled, switches = max_pool_with_switches(x, 2)
    >>> print(pooled.ravel().tolist(), switches.ravel().tolist())   # 8 is number 1 * 4 + 2
    [5.0, 8.0] [1, 6]
    """
    raise NotImplementedError
