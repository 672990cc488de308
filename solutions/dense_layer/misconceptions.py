"""Wrong answers that learners give. Each class replaces the layer of the TensorFlow reference."""

import keras
import numpy as np
import tensorflow as tf


def check(units):
    """Every learner here refuses what makes no sense; the misconceptions are about the rest."""
    if units < 1:
        raise ValueError("units must be at least 1")


class dense_inside:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.dense = keras.layers.Dense(units, use_bias=use_bias)

        def build(self, input_shape):
            self.dense.build(input_shape)
            self.weight = self.dense.kernel
            self.bias = self.dense.bias

        def call(self, x):
            return self.dense(x)


class weight_transposed:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(self.units, input_shape[-1]))
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            y = tf.matmul(x, self.weight, transpose_b=True)
            return y if self.bias is None else y + self.bias


class bias_not_added:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(input_shape[-1], self.units))
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            return tf.matmul(x, self.weight)


class bias_on_the_input:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(input_shape[-1], self.units))
            if self.use_bias:
                self.bias = self.add_weight(shape=(input_shape[-1],), initializer="zeros")

        def call(self, x):
            return tf.matmul(x if self.bias is None else x + self.bias, self.weight)


class bias_in_spite_of_use_bias:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units = units

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(input_shape[-1], self.units))
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            return tf.matmul(x, self.weight) + self.bias


class bias_not_zero_at_first:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(
                shape=(input_shape[-1], self.units), initializer="random_normal"
            )
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="random_normal")

        def call(self, x):
            y = tf.matmul(x, self.weight)
            return y if self.bias is None else y + self.bias


class weight_starts_constant:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(input_shape[-1], self.units), initializer="zeros")
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            y = tf.matmul(x, self.weight)
            return y if self.bias is None else y + self.bias


class weights_unknown_to_keras:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = np.random.randn(input_shape[-1], self.units).astype("float32")
            if self.use_bias:
                self.bias = np.zeros(self.units, "float32")

        def call(self, x):
            y = tf.matmul(x, self.weight)
            return y if self.bias is None else y + self.bias


class weights_made_in_call:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            pass

        def call(self, x):
            self.weight = tf.random.normal((x.shape[-1], self.units))
            y = tf.matmul(x, self.weight)
            if self.use_bias:
                self.bias = tf.zeros(self.units)
                y = y + self.bias
            return y


class weights_made_in_the_constructor:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.bias = None
            self.weight = self.add_weight(shape=(units, units))
            if use_bias:
                self.bias = self.add_weight(shape=(units,), initializer="zeros")

        def call(self, x):
            y = tf.matmul(x, self.weight)
            return y if self.bias is None else y + self.bias


class features_on_the_second_axis:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(input_shape[1], self.units))
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            y = tf.matmul(x, self.weight)
            return y if self.bias is None else y + self.bias


class input_flattened:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.features = int(np.prod(input_shape[1:]))
            self.weight = self.add_weight(shape=(self.features, self.units))
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            y = tf.matmul(tf.reshape(x, (-1, self.features)), self.weight)
            return y if self.bias is None else y + self.bias


class relu_on_top:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(input_shape[-1], self.units))
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            y = tf.matmul(x, self.weight)
            return tf.nn.relu(y if self.bias is None else y + self.bias)


class softmax_on_top:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(input_shape[-1], self.units))
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            y = tf.matmul(x, self.weight)
            return tf.nn.softmax(y if self.bias is None else y + self.bias)


class numpy_in_call:
    class Linear(keras.layers.Layer):
        def __init__(self, units, use_bias=True):
            super().__init__()
            check(units)
            self.units, self.use_bias = units, use_bias
            self.bias = None

        def build(self, input_shape):
            self.weight = self.add_weight(shape=(input_shape[-1], self.units))
            if self.use_bias:
                self.bias = self.add_weight(shape=(self.units,), initializer="zeros")

        def call(self, x):
            y = np.matmul(x, self.weight)
            return y if self.bias is None else np.add(y, self.bias)
