"""Dilated convolution, asked of `tf.nn.conv2d`.

How far a dilated kernel reaches TensorFlow has no function for, so it is measured: a single bright
pixel is seen by the first tap at one position and by the last tap at another one.
"""

import numpy as np
import tensorflow as tf


def effective_kernel(kernel, dilation):
    size = 2 * kernel * dilation + 1
    pixel = tf.one_hot([size // 2], size)[:, None, :, None]
    answers = tf.nn.conv2d(
        pixel, tf.ones((1, kernel, 1, 1)), strides=1, padding="SAME", dilations=(1, dilation)
    )
    answering = np.nonzero(answers[0, 0, :, 0].numpy())[0]
    return int(answering[-1] - answering[0] + 1)


def dilated_conv2d(x, filters, dilation=1, padding="valid"):
    dilations = [int(step) for step in np.broadcast_to(dilation, 2)]
    return tf.nn.conv2d(x, filters, strides=1, padding=padding.upper(), dilations=dilations).numpy()
