"""."""

import keras
import tensorflow as tf


class Linear(keras.layers.Layer):
    """."""

    def __init__(self, units, use_bias=True):
        super().__init__()
        raise NotImplementedError

    def build(self, input_shape):
        raise NotImplementedError

    def call(self, x):
        raise NotImplementedError
