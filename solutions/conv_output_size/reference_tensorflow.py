"""How many outputs a convolution has, read off what TensorFlow's own gives.

The zeros are put around the row by `tf.pad`, which is what a padding given as a number means.
"""

import tensorflow as tf


def output_size(size, kernel, stride=1, padding=0, dilation=1):
    row = tf.pad(tf.zeros((1, 1, size, 1)), [(0, 0), (0, 0), (padding, padding), (0, 0)])
    result = tf.nn.conv2d(
        row,
        tf.zeros((1, kernel, 1, 1)),
        strides=(1, int(stride)),
        padding="VALID",
        dilations=(1, int(dilation)),
    )
    return result.shape[2]
