"""Padding as TensorFlow does it, read off its own convolution.

TensorFlow has no function that says how much `"SAME"` pads, so it is measured: an image that
holds its own positions is convolved with a filter that is 1 at one tap alone. What comes out is
the position which that tap sees, and a 0 where it sees padding.
"""

import numpy as np
import tensorflow as tf


def same_padding(size, kernel, stride=1, dilation=1):
    positions = tf.reshape(tf.range(1.0, size + 1.0), (1, 1, size, 1))
    taps = tf.reshape(tf.eye(kernel), (1, kernel, 1, kernel))
    # One output channel for each tap of the filter.
    seen = tf.nn.conv2d(
        positions, taps, strides=(1, stride), padding="SAME", dilations=(1, dilation)
    )[0, 0].numpy()
    output, tap = np.argwhere(seen > 0)[0]
    before = int(output * stride + tap * dilation - (seen[output, tap] - 1))
    last = (len(seen) - 1) * stride - before + (kernel - 1) * dilation
    return before, max(int(last - (size - 1)), 0)


def pad_images(x, kernel, stride=1, dilation=1):
    kernel, stride, dilation = (np.broadcast_to(value, 2) for value in (kernel, stride, dilation))
    amounts = [
        same_padding(x.shape[axis + 1], int(kernel[axis]), int(stride[axis]), int(dilation[axis]))
        for axis in (0, 1)
    ]
    return tf.pad(x, [(0, 0), *amounts, (0, 0)]).numpy()
