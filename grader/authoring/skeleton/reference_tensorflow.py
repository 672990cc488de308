"""TODO: the same, asked of TensorFlow (tf.nn, tf.keras.layers, …), not computed by hand."""

import tensorflow as tf


def $name(x, factor=2):
    return tf.multiply(x, tf.cast(factor, x.dtype)).numpy()
