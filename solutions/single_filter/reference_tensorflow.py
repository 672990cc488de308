"""One filter on one grey image, asked of `tf.nn.conv2d`: one example, one channel, one filter."""

import numpy as np
import tensorflow as tf


def apply_filter(patch, kernel):
    return filter_image(patch, kernel)[0, 0]


def filter_image(image, kernel, stride=1):
    strides = [int(step) for step in np.broadcast_to(stride, 2)]
    result = tf.nn.conv2d(
        image[None, :, :, None], kernel[:, :, None, None], strides=strides, padding="VALID"
    )
    return result[0, :, :, 0].numpy()
