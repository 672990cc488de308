"""Max pooling with switches, asked of TensorFlow."""

import numpy as np
import tensorflow as tf


def max_pool_with_switches(x, pool, stride=None):
    pool, stride = np.broadcast_to(pool, 2), np.broadcast_to(pool if stride is None else stride, 2)
    if not len(x):
        # TensorFlow refuses an empty batch here; the shapes follow from one example.
        pooled, switches = max_pool_with_switches(
            np.zeros((1, *x.shape[1:]), x.dtype), pool, stride
        )
        return pooled[:0], switches[:0]
    pooled, switches = tf.nn.max_pool_with_argmax(
        x,
        ksize=[int(size) for size in pool],
        strides=[int(size) for size in stride],
        padding="VALID",
        include_batch_in_index=False,
    )
    return pooled.numpy(), switches.numpy()
