"""What `conv2d` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def convolved(image, kernel, seed=0, dtype=np.float64, biased=False, **options):
    """A call on an image (batch, height, width, channels) with filters (height, width, out)."""
    x = numbers(*image, seed=seed, dtype=dtype)
    shape = (kernel[0], kernel[1], image[3], kernel[2])
    filters = numbers(*shape, seed=seed + 500, dtype=dtype, low=-4, high=4)
    if biased:
        options["bias"] = numbers(kernel[2], seed=seed + 900, dtype=dtype)
    return call("conv2d", x, filters, **options)


def senseless(image, kernel, names, channels=None, bias=None, axes=None, **options):
    x = numbers(*image, seed=7)
    filters = numbers(kernel[0], kernel[1], channels or image[-1], kernel[2], seed=8)
    if axes:
        filters = filters.reshape(axes)
    if bias:
        options["bias"] = numbers(*bias, seed=9)
    return call("conv2d", x, filters, names=names, **options)


GROUPS = (
    group(
        "one_filter",
        [
            convolved((1, 1, 1, 1), (1, 1, 1), 1),
            convolved((1, 1, 2, 1), (1, 2, 1), 2),
            convolved((1, 2, 1, 1), (2, 1, 1), 3),
            convolved((1, 2, 2, 1), (2, 2, 1), 4),
            convolved((1, 2, 3, 1), (2, 2, 1), 5),
            convolved((1, 3, 2, 1), (2, 1, 1), 6),
            convolved((1, 3, 4, 1), (2, 3, 1), 7),
            convolved((1, 4, 4, 1), (3, 3, 1), 8),
            convolved((1, 5, 4, 1), (3, 2, 1), 9),
        ],
    ),
    group(
        "in_channels",
        [
            convolved((1, 1, 1, 2), (1, 1, 1), 10),
            convolved((1, 2, 2, 2), (2, 2, 1), 11),
            convolved((1, 2, 3, 3), (1, 2, 1), 12),
            convolved((1, 3, 3, 2), (2, 2, 1), 13),
            convolved((1, 4, 3, 3), (3, 2, 1), 14),
        ],
    ),
    group(
        "out_channels",
        [
            convolved((1, 1, 1, 1), (1, 1, 2), 20),
            convolved((1, 2, 2, 1), (2, 2, 2), 21),
            convolved((1, 2, 3, 2), (2, 2, 2), 22),
            convolved((1, 3, 2, 2), (1, 1, 3), 23),
            convolved((1, 3, 4, 2), (2, 3, 3), 24),
            convolved((1, 4, 4, 3), (3, 3, 2), 25),
        ],
    ),
    group(
        "batches",
        [
            convolved((2, 1, 1, 1), (1, 1, 1), 30),
            convolved((2, 2, 3, 1), (2, 2, 1), 31),
            convolved((3, 3, 2, 2), (2, 1, 2), 32),
            convolved((2, 3, 4, 3), (2, 2, 3), 33),
        ],
    ),
    group(
        "biases",
        [
            convolved((1, 1, 1, 1), (1, 1, 1), 40, biased=True),
            convolved((1, 2, 2, 1), (1, 1, 2), 41, biased=True),
            convolved((1, 2, 3, 2), (2, 2, 2), 42, biased=True),
            convolved((1, 4, 4, 2), (2, 2, 3), 43, biased=True),
            convolved((2, 3, 3, 2), (2, 2, 2), 44, biased=True),
            convolved((2, 3, 4, 1), (3, 2, 3), 45, biased=True),
        ],
    ),
    group(
        "strides",
        [
            convolved((1, 1, 3, 1), (1, 1, 1), 50, stride=2),
            convolved((1, 3, 3, 1), (1, 1, 1), 51, stride=2),
            convolved((1, 4, 4, 1), (2, 2, 1), 52, stride=2),
            convolved((1, 5, 5, 1), (2, 2, 1), 53, stride=2),
            convolved((1, 4, 5, 1), (2, 3, 1), 54, stride=2),
            convolved((1, 4, 6, 2), (2, 2, 1), 55, stride=(1, 2)),
            convolved((1, 6, 4, 1), (2, 2, 2), 56, stride=(3, 1)),
            convolved((2, 5, 6, 2), (3, 2, 2), 57, stride=[2, 3]),
            convolved((1, 7, 5, 1), (2, 2, 1), 58, stride=3),
        ],
    ),
    # Total padding of 0, 1 and 2 and more, at stride 1 and above.
    group(
        "same",
        [
            convolved((1, 1, 1, 1), (1, 1, 1), 60, padding="same"),
            convolved((1, 2, 2, 1), (3, 3, 1), 61, padding="same"),
            convolved((1, 2, 3, 1), (1, 2, 1), 62, padding="same"),
            convolved((1, 3, 3, 1), (2, 2, 1), 63, padding="same"),
            convolved((1, 3, 4, 1), (3, 2, 1), 64, padding="same"),
            convolved((1, 2, 2, 1), (4, 3, 1), 65, padding="same"),
            convolved((1, 3, 3, 2), (3, 3, 2), 66, padding="same"),
            convolved((2, 4, 3, 1), (2, 3, 2), 67, padding="same"),
            convolved((1, 3, 2, 1), (5, 4, 1), 68, padding="same"),
        ],
    ),
    group(
        "same_with_stride",
        [
            convolved((1, 4, 4, 1), (3, 3, 1), 70, padding="same", stride=2),
            convolved((1, 5, 5, 1), (3, 3, 1), 71, padding="same", stride=2),
            convolved((1, 4, 5, 1), (2, 2, 1), 72, padding="same", stride=2),
            convolved((1, 5, 4, 2), (3, 2, 1), 73, padding="same", stride=(2, 1)),
            convolved((2, 6, 5, 1), (4, 3, 2), 74, padding="same", stride=(3, 2)),
            convolved((1, 4, 6, 1), (1, 1, 1), 75, padding="same", stride=3),
            convolved((1, 3, 7, 2), (2, 5, 2), 76, padding="same", stride=2, biased=True),
        ],
    ),
    group(
        "letter_case",
        [
            convolved((1, 2, 3, 1), (2, 2, 1), 80, padding="VALID"),
            convolved((1, 2, 3, 1), (2, 2, 1), 81, padding="SAME"),
            convolved((1, 3, 2, 1), (2, 2, 1), 82, padding="Same"),
        ],
    ),
    group(
        "single_precision",
        [
            convolved((1, 3, 3, 2), (2, 2, 2), 90, np.float32, biased=True),
            convolved((2, 3, 4, 1), (3, 2, 1), 91, np.float32, padding="same"),
        ],
    ),
    group(
        "empty_batch",
        [
            convolved((0, 3, 4, 2), (2, 2, 3), 95),
            convolved((0, 5, 4, 1), (3, 3, 2), 96, padding="same", stride=2, biased=True),
        ],
    ),
    group(
        "senseless",
        [
            senseless((3, 3), (2, 2, 1), ("x",), channels=1),
            senseless((3, 3, 1), (2, 2, 1), ("x",)),
            senseless((1, 3, 3, 1), (2, 2, 1), ("filters",), axes=(2, 2)),
            senseless((1, 3, 3, 2), (2, 2, 1), ("filters", "x"), channels=3),
            senseless((1, 3, 3, 2), (2, 2, 1), ("filters", "x"), channels=1),
            senseless((1, 2, 3, 1), (3, 2, 1), ("filters", "x")),
            senseless((1, 3, 2, 1), (2, 4, 1), ("filters", "x")),
            senseless((1, 3, 3, 1), (2, 2, 2), ("bias",), bias=(3,)),
            senseless((1, 3, 3, 1), (2, 2, 2), ("bias",), bias=(1,)),
            senseless((1, 3, 3, 1), (2, 2, 2), ("stride",), stride=0),
            senseless((1, 3, 3, 1), (2, 2, 2), ("stride",), stride=(1, -1)),
            senseless((1, 3, 3, 1), (2, 2, 1), ("padding",), padding="full"),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def size(low, high):
        return int(random.integers(low, high + 1))

    def drawn(n, channels, out, biased=False, **options):
        x = random.integers(-9, 10, (n, size(4, 7), size(4, 7), channels)).astype(np.float64)
        filters = random.integers(-4, 5, (size(1, 3), size(1, 3), channels, out)).astype(np.float64)
        if biased:
            options["bias"] = random.integers(-9, 10, out).astype(np.float64)
        return call("conv2d", x, filters, **options)

    yield "one_filter", drawn(1, 1, 1)
    yield "in_channels", drawn(1, size(2, 4), 1)
    yield "out_channels", drawn(1, size(1, 3), size(2, 4))
    yield "batches", drawn(size(2, 4), size(1, 3), size(1, 3))
    yield "biases", drawn(size(1, 3), size(1, 3), size(1, 4), biased=True)
    yield "strides", drawn(size(1, 2), 2, 2, stride=(size(1, 3), size(1, 3)))
    yield "same", drawn(1, size(1, 2), size(1, 2), padding="same")
    yield "same_with_stride", drawn(1, 1, 2, padding="same", stride=size(2, 3))
