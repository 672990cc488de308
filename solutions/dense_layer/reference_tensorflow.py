"""A linear layer in Keras: what is chosen, what is learned and what is computed, each in its place.

The exercise is to do without `keras.layers.Dense`, so this reference does, too; it is the solution
that a learner is to find, and the one in NumPy has to agree with it.
"""

import keras
import tensorflow as tf


class Linear(keras.layers.Layer):
    def __init__(self, units, use_bias=True):
        super().__init__()
        if units < 1:
            raise ValueError(f"units must be at least 1, got {units}")
        self.units, self.use_bias = units, use_bias
        self.bias = None

    def build(self, input_shape):
        self.weight = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="weight"
        )
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def call(self, x):
        y = tf.matmul(x, self.weight)
        return y if self.bias is None else y + self.bias
