"""Windows and convolution, asked of `tf.image.extract_patches` and `tf.nn.conv2d`."""

import numpy as np
import tensorflow as tf


def im2col(x, kernel, stride=1):
    sizes, strides = ([int(v) for v in np.broadcast_to(value, 2)] for value in (kernel, stride))
    return tf.image.extract_patches(
        x, [1, *sizes, 1], [1, *strides, 1], rates=[1, 1, 1, 1], padding="VALID"
    ).numpy()


def conv2d_im2col(x, filters, stride=1):
    strides = [int(step) for step in np.broadcast_to(stride, 2)]
    return tf.nn.conv2d(x, filters, strides=strides, padding="VALID").numpy()
