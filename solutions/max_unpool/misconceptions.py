"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class last_of_those_that_meet:
    def max_unpool(pooled, switches, output_shape):
        restored, places, values = prepare(pooled, switches, output_shape)
        for image in range(len(restored)):
            restored[image, places[image]] = values[image]
        return restored.reshape(output_shape)


class largest_of_those_that_meet:
    def max_unpool(pooled, switches, output_shape):
        restored, places, values = prepare(pooled, switches, output_shape)
        for image in range(len(restored)):
            for place in dict.fromkeys(places[image].tolist()):
                restored[image, place] = values[image][places[image] == place].max()
        return restored.reshape(output_shape)


class batch_counted_in:
    def max_unpool(pooled, switches, output_shape):
        restored, places, values = prepare(pooled, switches, output_shape)
        flat = restored.reshape(-1)
        np.add.at(flat, places.reshape(-1), values.reshape(-1))
        return flat.reshape(output_shape)


class switch_names_a_pixel:
    def max_unpool(pooled, switches, output_shape):
        prepare(pooled, switches, output_shape)
        n, height, width, channels = output_shape
        restored = np.zeros((n, height * width, channels), pooled.dtype)
        for b, i, j, c in np.ndindex(*pooled.shape):
            restored[b, switches[b, i, j, c] % (height * width), c] += pooled[b, i, j, c]
        return restored.reshape(output_shape)


class channels_come_first_in_the_switch:
    def max_unpool(pooled, switches, output_shape):
        restored, places, values = prepare(pooled, switches, output_shape)
        np.add.at(restored, (np.arange(len(restored))[:, None], places), values)
        n, height, width, channels = output_shape
        return np.moveaxis(restored.reshape(n, channels, height, width), 1, 3)


class image_filled_by_columns:
    def max_unpool(pooled, switches, output_shape):
        restored, places, values = prepare(pooled, switches, output_shape)
        np.add.at(restored, (np.arange(len(restored))[:, None], places), values)
        n, height, width, channels = output_shape
        return restored.reshape(n, width, height, channels).swapaxes(1, 2)


class repeated_over_the_window:
    def max_unpool(pooled, switches, output_shape):
        prepare(pooled, switches, output_shape)
        n, height, width, channels = output_shape
        rows = np.minimum(np.arange(height) * pooled.shape[1] // height, pooled.shape[1] - 1)
        columns = np.minimum(np.arange(width) * pooled.shape[2] // width, pooled.shape[2] - 1)
        return pooled[:, rows][:, :, columns]


class always_the_top_left:
    def max_unpool(pooled, switches, output_shape):
        prepare(pooled, switches, output_shape)
        n, height, width, channels = output_shape
        restored = np.zeros(output_shape, pooled.dtype)
        step_h, step_w = height // pooled.shape[1], width // pooled.shape[2]
        for i in range(pooled.shape[1]):
            for j in range(pooled.shape[2]):
                restored[:, i * step_h, j * step_w] = pooled[:, i, j]
        return restored


class switches_of_the_first_image:
    def max_unpool(pooled, switches, output_shape):
        restored, places, values = prepare(pooled, switches, output_shape)
        for image in range(len(restored)):
            np.add.at(restored[image], places[0], values[image])
        return restored.reshape(output_shape)


def prepare(pooled, switches, output_shape):
    """What all of them share: senseless arguments refused, everything flat, image by image."""
    if pooled.ndim != 4:
        raise ValueError("pooled must have four axes")
    if switches.shape != pooled.shape:
        raise ValueError("switches must have the shape of pooled")
    n, height, width, channels = output_shape
    if n != len(pooled) or channels != pooled.shape[3]:
        raise ValueError("output_shape does not fit pooled")
    size = height * width * channels
    if np.any(switches < 0) or np.any(switches >= size):
        raise ValueError("switches out of range")
    each = (n, np.prod(pooled.shape[1:]))
    return np.zeros((n, size), pooled.dtype), switches.reshape(each), pooled.reshape(each)
