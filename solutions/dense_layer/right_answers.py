"""Right answers in other styles: full marks, and no diagnosis."""

import keras
import tensorflow as tf


class with_keras_operations:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            if units <= 0:
                raise ValueError("units is to be a positive number")
            super().__init__(name="my_linear")
            self.units = units
            self.use_bias = use_bias

        def build(self, input_shape):
            *_, features = input_shape
            start = keras.initializers.RandomNormal(stddev=0.05)
            self.weight = self.add_weight(shape=(features, self.units), initializer=start)
            self.bias = None
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")
            super().build(input_shape)

        def call(self, inputs):
            result = keras.ops.matmul(inputs, self.weight)
            if self.use_bias:
                result = keras.ops.add(result, self.bias)
            return result


class summed_by_einsum:
    class Linear(keras.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            self.units, self.use_bias = units, use_bias

        def build(self, input_shape):
            if self.units < 1:
                raise ValueError(f"units={self.units}")
            sizes = (input_shape[len(input_shape) - 1], self.units)
            self.weight = self.add_weight(shape=sizes, initializer="he_normal", dtype="float32")
            self.bias = (
                self.add_weight(shape=sizes[1:], initializer="zeros") if self.use_bias else None
            )

        def call(self, x, training=False):
            y = tf.einsum("...i,io->...o", x, self.weight)
            return tf.nn.bias_add(y, self.bias) if self.use_bias else y


class multiplied_and_summed:
    class Linear(tf.keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super(Linear, self).__init__()
            if not isinstance(units, int) or units < 1:
                raise ValueError("units must be a positive integer")
            self.units = units
            self.use_bias = use_bias
            self.weight, self.bias = None, None

        def build(self, input_shape):
            self.weight = self.add_weight(
                name="w", shape=[input_shape[-1], self.units], initializer="uniform", trainable=True
            )
            if self.use_bias:
                self.bias = self.add_weight(name="b", shape=[self.units], initializer="zeros")

        def call(self, x):
            y = tf.reduce_sum(x[..., :, None] * self.weight, axis=-2)
            if self.use_bias:
                y += self.bias
            return y
