"""What `depthwise_conv` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def convolved(image, kernel, seed, dtype=np.float64, **options):
    """A call on an image (batch, height, width, channels), filters (height, width, multiplier)."""
    x = numbers(*image, seed=seed, dtype=dtype)
    shape = (kernel[0], kernel[1], image[3], kernel[2])
    filters = numbers(*shape, seed=seed + 500, dtype=dtype, low=-4, high=4)
    return call("depthwise_conv2d", x, filters, **options)


def senseless(image, filters, names, **options):
    x, weights = numbers(*image, seed=7), numbers(*filters, seed=8)
    return call("depthwise_conv2d", x, weights, names=names, **options)


GROUPS = (
    group(
        "one_channel",
        [
            convolved((1, 1, 1, 1), (1, 1, 1), 4),
            convolved((1, 1, 2, 1), (1, 2, 1), 2),
            convolved((1, 2, 2, 1), (2, 2, 1), 3),
            convolved((1, 2, 3, 1), (2, 2, 1), 4),
            convolved((1, 3, 2, 1), (2, 1, 1), 5),
            convolved((1, 3, 4, 1), (2, 3, 1), 6),
            convolved((1, 5, 4, 1), (3, 2, 1), 7),
        ],
    ),
    group(
        "channels",
        [
            convolved((1, 1, 1, 2), (1, 1, 1), 10),
            convolved((1, 1, 2, 2), (1, 2, 1), 11),
            convolved((1, 2, 2, 2), (2, 2, 1), 12),
            convolved((1, 2, 3, 3), (2, 2, 1), 13),
            convolved((1, 3, 2, 2), (2, 1, 1), 14),
            convolved((1, 4, 3, 3), (3, 2, 1), 15),
            convolved((1, 3, 4, 4), (2, 3, 1), 16),
        ],
    ),
    group(
        "multipliers",
        [
            convolved((1, 1, 1, 1), (1, 1, 2), 20),
            convolved((1, 1, 2, 1), (1, 2, 2), 21),
            convolved((1, 2, 3, 1), (2, 2, 2), 22),
            convolved((1, 3, 3, 1), (2, 2, 3), 23),
        ],
    ),
    group(
        "channels_and_multipliers",
        [
            convolved((1, 1, 1, 2), (1, 1, 2), 30),
            convolved((1, 1, 1, 2), (1, 1, 3), 31),
            convolved((1, 1, 1, 3), (1, 1, 2), 32),
            convolved((1, 2, 2, 2), (2, 1, 2), 33),
            convolved((1, 2, 3, 3), (2, 2, 2), 34),
            convolved((1, 4, 3, 2), (3, 2, 3), 35),
        ],
    ),
    group(
        "batches",
        [
            convolved((2, 1, 1, 1), (1, 1, 1), 40),
            convolved((2, 2, 3, 2), (2, 2, 1), 41),
            convolved((3, 3, 2, 2), (2, 1, 2), 42),
            convolved((2, 4, 3, 3), (2, 3, 2), 43),
        ],
    ),
    group(
        "strides",
        [
            convolved((1, 1, 3, 1), (1, 1, 1), 50, stride=2),
            convolved((1, 3, 3, 2), (1, 1, 1), 51, stride=2),
            convolved((1, 4, 4, 1), (2, 2, 1), 52, stride=2),
            convolved((1, 4, 5, 2), (2, 2, 2), 53, stride=2),
            convolved((1, 5, 4, 2), (2, 2, 1), 54, stride=3),
            convolved((2, 6, 5, 2), (3, 2, 2), 55, stride=2),
        ],
    ),
    group(
        "stride_pairs",
        [
            convolved((1, 2, 3, 1), (1, 1, 1), 60, stride=(1, 2)),
            convolved((1, 3, 2, 1), (1, 1, 1), 61, stride=(2, 1)),
            convolved((1, 4, 5, 2), (2, 2, 1), 62, stride=(1, 3)),
            convolved((1, 6, 4, 2), (2, 2, 2), 63, stride=[3, 2]),
            convolved((2, 5, 6, 3), (3, 2, 2), 64, stride=(2, 3)),
        ],
    ),
    # Total padding of 0, 1, 2 and 3.
    group(
        "same",
        [
            convolved((1, 1, 1, 1), (1, 1, 1), 70, padding="same"),
            convolved((1, 1, 2, 1), (1, 2, 1), 71, padding="same"),
            convolved((1, 2, 2, 1), (3, 3, 1), 72, padding="same"),
            convolved((1, 2, 3, 2), (2, 2, 1), 73, padding="same"),
            convolved((1, 3, 4, 1), (3, 2, 2), 74, padding="same"),
            convolved((1, 3, 3, 2), (4, 3, 1), 75, padding="same"),
            convolved((2, 4, 3, 2), (2, 3, 2), 76, padding="same"),
        ],
    ),
    group(
        "same_with_stride",
        [
            convolved((1, 4, 4, 1), (3, 3, 1), 80, padding="same", stride=2),
            convolved((1, 5, 5, 1), (3, 3, 1), 81, padding="same", stride=2),
            convolved((1, 4, 5, 2), (2, 2, 1), 82, padding="same", stride=2),
            convolved((1, 4, 6, 1), (1, 1, 2), 83, padding="same", stride=3),
            convolved((1, 5, 4, 2), (3, 2, 2), 84, padding="same", stride=(2, 1)),
            convolved((2, 6, 5, 2), (4, 3, 1), 85, padding="same", stride=(3, 2)),
        ],
    ),
    group(
        "letter_case",
        [
            convolved((1, 2, 3, 1), (2, 2, 1), 90, padding="VALID"),
            convolved((1, 2, 3, 1), (2, 2, 1), 91, padding="SAME"),
            convolved((1, 3, 2, 1), (2, 2, 1), 92, padding="Same"),
        ],
    ),
    group(
        "single_precision",
        [
            convolved((1, 3, 3, 2), (2, 2, 2), 95, np.float32),
            convolved((2, 3, 4, 1), (3, 2, 1), 96, np.float32, padding="same"),
            convolved((1, 3, 3, 2), (2, 2, 1), 97),
        ],
    ),
    group(
        "empty_batch",
        [
            convolved((0, 3, 4, 2), (2, 2, 3), 98),
            convolved((0, 5, 4, 1), (3, 3, 2), 99, padding="same", stride=2),
        ],
    ),
    group(
        "senseless",
        [
            senseless((3, 4), (2, 2, 1, 1), "x"),
            senseless((3, 4, 1), (2, 2, 1, 1), "x"),
            senseless((1, 3, 4, 1), (2, 2), "filters"),
            senseless((1, 3, 4, 2), (2, 2, 2), "filters"),
            senseless((1, 3, 4, 2), (2, 2, 3, 1), ("filters", "x")),
            senseless((1, 3, 4, 2), (2, 2, 1, 2), ("filters", "x")),
            senseless((1, 3, 4, 1), (2, 2, 2, 1), ("filters", "x")),
            senseless((1, 2, 4, 1), (3, 2, 1, 1), ("filters", "x")),
            senseless((1, 3, 2, 1), (2, 4, 1, 1), ("filters", "x")),
            senseless((1, 3, 4, 1), (2, 2, 1, 1), "stride", stride=0),
            senseless((1, 3, 4, 1), (2, 2, 1, 1), "stride", stride=(1, -1)),
            senseless((1, 3, 4, 1), (2, 2, 1, 1), "padding", padding="full"),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def size(low, high):
        return int(random.integers(low, high + 1))

    def drawn(n, channels, multiplier, **options):
        kernel = (size(1, 3), size(1, 3))
        image = (n, kernel[0] + size(0, 3), kernel[1] + size(0, 3), channels)
        x = random.integers(-9, 10, image).astype(np.float64)
        filters = random.integers(-4, 5, (*kernel, channels, multiplier)).astype(np.float64)
        return call("depthwise_conv2d", x, filters, **options)

    yield "one_channel", drawn(1, 1, 1)
    yield "channels", drawn(1, size(2, 4), 1)
    yield "multipliers", drawn(1, 1, size(2, 4))
    yield "channels_and_multipliers", drawn(1, size(2, 3), size(2, 3))
    yield "batches", drawn(size(2, 3), size(1, 3), size(1, 2))
    yield "strides", drawn(1, 2, 2, stride=size(2, 3))
    yield "stride_pairs", drawn(1, 2, 1, stride=(size(1, 3), size(1, 3)))
    yield "same", drawn(1, size(1, 2), size(1, 2), padding="same")
    yield "same_with_stride", drawn(1, 2, 1, padding="same", stride=size(2, 3))
