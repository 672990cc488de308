"""How many parameters Keras' own layers have, counted after they were built."""

import math

import numpy as np
import tensorflow as tf


def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
    kernel = [int(size) for size in np.broadcast_to(kernel, 2)]
    layer = tf.keras.layers.Conv2D(int(out_channels), kernel, use_bias=use_bias)
    layer.build((None, None, None, int(in_channels)))
    return layer.count_params()


def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
    # Between images a linear layer needs its input flattened; the output is only reshaped.
    layer = tf.keras.layers.Dense(math.prod(output_shape), use_bias=use_bias)
    layer.build(tf.keras.layers.Flatten().compute_output_shape((None, *input_shape)))
    return layer.count_params()
