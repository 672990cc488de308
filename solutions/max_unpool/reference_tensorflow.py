"""Max unpooling, measured with TensorFlow.

TensorFlow has no unpooling of its own, but it scatters numbers to given places of a flat array,
and adds up those that meet.
"""

import tensorflow as tf


def max_unpool(pooled, switches, output_shape):
    n, height, width, channels = (int(size) for size in output_shape)
    size = height * width * channels
    if not n:
        return tf.zeros((n, height, width, channels), pooled.dtype).numpy()
    # Each image's places come after those of the images before it.
    first = tf.reshape(tf.range(n, dtype=tf.int64) * size, (n, 1))
    places = tf.reshape(tf.cast(switches, tf.int64), (n, -1)) + first
    flat = tf.scatter_nd(tf.reshape(places, (-1, 1)), tf.reshape(pooled, (-1,)), (n * size,))
    return tf.reshape(flat, (n, height, width, channels)).numpy()
