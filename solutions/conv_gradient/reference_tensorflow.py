"""The gradients of `tf.nn.conv2d`, asked of `tf.GradientTape`.

A convolution is linear in its filters and in its input, so the gradient with respect to one does
not depend on what that one is: zeros will do.
"""

import numpy as np
import tensorflow as tf


def conv2d_filter_gradient(x, upstream, kernel, stride=1):
    sizes = [int(size) for size in np.broadcast_to(kernel, 2)]
    filters = tf.zeros((*sizes, x.shape[3], upstream.shape[3]), x.dtype)
    return gradient(x, filters, upstream, stride, filters)


def conv2d_input_gradient(filters, upstream, input_shape, stride=1):
    x = tf.zeros(input_shape, upstream.dtype)
    return gradient(x, filters, upstream, stride, x)


def gradient(x, filters, upstream, stride, source):
    with tf.GradientTape() as tape:
        tape.watch(source)
        strides = [int(step) for step in np.broadcast_to(stride, 2)]
        y = tf.nn.conv2d(x, filters, strides=strides, padding="VALID")
    return tape.gradient(y, source, output_gradients=tf.constant(upstream)).numpy()
