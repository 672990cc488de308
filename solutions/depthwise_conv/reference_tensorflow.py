"""Depthwise convolution, asked of `tf.nn.depthwise_conv2d`.

TensorFlow refuses strides that differ for height and width here; then each channel is asked by
itself of `tf.nn.conv2d`, of which depthwise convolution is nothing but one for each channel.
"""

import numpy as np
import tensorflow as tf


def depthwise_conv2d(x, filters, stride=1, padding="valid"):
    strides = [int(step) for step in np.broadcast_to(stride, 2)]
    if strides[0] == strides[1]:
        return tf.nn.depthwise_conv2d(x, filters, [1, *strides, 1], padding.upper()).numpy()
    channels = [
        tf.nn.conv2d(x[..., c : c + 1], filters[:, :, c : c + 1], strides, padding.upper())
        for c in range(x.shape[3])
    ]
    return tf.concat(channels, axis=3).numpy()
