"""Two-dimensional convolution, asked of TensorFlow."""

import numpy as np
import tensorflow as tf


def conv2d(x, filters, bias=None, stride=1, padding="valid"):
    strides = [int(step) for step in np.broadcast_to(stride, 2)]
    result = tf.nn.conv2d(x, filters, strides=strides, padding=padding.upper())
    return (result if bias is None else tf.nn.bias_add(result, bias)).numpy()
