"""Max unpooling

An auto-encoder or a segmentation network first gathers an image by pooling and then has to spread
it out again. What max pooling dropped is gone, but if it kept its **switches**, each maximum can
at least go back to the very place that it came from. All other places get a 0.

That keeps the edges of an image sharp: a maximum does not land somewhere in its window (nearest
neighbour upsampling would put it everywhere, a bed of nails always at the top left), but where
it was.
"""

import numpy as np


def max_unpool(pooled, switches, output_shape):
    """Puts each pooled number back to the place in its image that its switch names; 0 elsewhere.

    `pooled` and `switches` have the same shape (batch, pooled_height, pooled_width, channels), as
    `max_pool_with_switches` returns them: a switch is the integer
    `(row * width + column) * channels + channel` within its own image. `output_shape` is (batch,
    height, width, channels) of the result, a tuple or a list. A place that is named twice gets the
    sum. The dtype of `pooled` is kept; neither argument is changed. An empty batch stays empty.

    Raises `ValueError` naming the argument: `pooled` without four axes; `switches` of another shape
    (`switches` or `pooled`); a switch below 0 (`switches`) or beyond the image (`switches` or
    `output_shape`); an `output_shape` with another batch or other channels (that or `pooled`).
    Returns an array of shape `output_shape`.

    >>> pooled = np.array([5.0, 8.0]).reshape(1, 1, 2, 1)
    >>> switches = np.array([1, 6]).reshape(1, 1, 2, 1)
    >>> print(max_unpool(pooled, switches, (1, 2, 4, 1))[0, :, :, 0].tolist())
    [[0.0, 5.0, 0.0, 0.0], [0.0, 0.0, 8.0, 0.0]]
    """
    raise NotImplementedError
