"""Adding a bias, asked of TensorFlow."""

import tensorflow as tf


def add_bias(x, bias):
    if x.ndim == 1:
        return tf.nn.bias_add(x[None], bias)[0].numpy()
    return tf.nn.bias_add(x, bias).numpy()
