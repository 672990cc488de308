"""What `dilated_conv` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def convolved(image, kernel, seed, dtype=np.float64, **options):
    """A call on an image (batch, height, width, channels) with filters (height, width, out)."""
    x = numbers(*image, seed=seed, dtype=dtype)
    shape = (kernel[0], kernel[1], image[3], kernel[2])
    filters = numbers(*shape, seed=seed + 500, dtype=dtype, low=-4, high=4)
    return call("dilated_conv2d", x, filters, **options)


def senseless(image, filters, names, **options):
    x, weights = numbers(*image, seed=7), numbers(*filters, seed=8)
    return call("dilated_conv2d", x, weights, names=names, **options)


GROUPS = (
    group(
        "reaches",
        [
            call("effective_kernel", kernel, dilation)
            for kernel, dilation in (
                *((1, 1), (2, 1), (3, 1), (1, 2), (1, 4), (2, 2), (2, 3)),
                *((3, 2), (4, 2), (3, 3), (2, 5), (5, 2), (3, 4), (7, 3), (3, 16)),
            )
        ],
        exact=True,
    ),
    group(
        "undilated",
        [
            convolved((1, 1, 1, 1), (1, 1, 1), 4),
            convolved((1, 2, 2, 1), (2, 2, 1), 2),
            convolved((1, 2, 3, 1), (2, 2, 1), 3, dilation=1),
            convolved((1, 4, 3, 1), (3, 2, 1), 4),
            convolved((1, 3, 4, 1), (1, 3, 1), 5),
        ],
    ),
    group(
        "dilated",
        [
            convolved((1, 1, 2, 1), (1, 1, 1), 11, dilation=2),
            convolved((1, 1, 3, 1), (1, 2, 1), 12, dilation=2),
            convolved((1, 3, 1, 1), (2, 1, 1), 13, dilation=2),
            convolved((1, 3, 3, 1), (2, 2, 1), 14, dilation=2),
            convolved((1, 3, 4, 1), (2, 2, 1), 15, dilation=2),
            convolved((1, 1, 5, 1), (1, 3, 1), 16, dilation=2),
            convolved((1, 4, 5, 1), (2, 2, 1), 17, dilation=3),
            convolved((1, 5, 6, 1), (3, 3, 1), 18, dilation=2),
            convolved((1, 7, 6, 1), (3, 2, 1), 19, dilation=2),
            convolved((1, 8, 7, 1), (3, 3, 1), 20, dilation=3),
        ],
    ),
    group(
        "channels",
        [
            convolved((1, 1, 3, 2), (1, 2, 1), 30, dilation=2),
            convolved((1, 1, 3, 1), (1, 2, 2), 31, dilation=2),
            convolved((2, 3, 1, 1), (2, 1, 1), 32, dilation=2),
            convolved((1, 3, 4, 2), (2, 2, 2), 33, dilation=2),
            convolved((2, 4, 5, 1), (2, 2, 3), 34, dilation=3),
            convolved((2, 5, 6, 3), (3, 2, 2), 35, dilation=2),
        ],
    ),
    group(
        "dilation_pairs",
        [
            convolved((1, 2, 3, 1), (2, 2, 1), 40, dilation=(1, 2)),
            convolved((1, 3, 2, 1), (2, 2, 1), 41, dilation=(2, 1)),
            convolved((1, 4, 4, 1), (2, 2, 1), 42, dilation=(3, 1)),
            convolved((1, 4, 6, 2), (2, 3, 1), 43, dilation=[3, 2]),
            convolved((2, 5, 7, 1), (3, 2, 2), 44, dilation=(1, 4)),
            convolved((1, 6, 5, 1), (2, 3, 1), 45, dilation=(4, 2)),
        ],
    ),
    # Total padding of 0, 1, 2, 3, 4 and 6.
    group(
        "same",
        [
            convolved((1, 1, 1, 1), (1, 1, 1), 50, padding="same"),
            convolved((1, 1, 2, 1), (1, 2, 1), 51, padding="same"),
            convolved((1, 2, 2, 1), (2, 2, 1), 52, padding="same", dilation=2),
            convolved((1, 2, 3, 1), (1, 3, 1), 53, padding="same", dilation=2),
            convolved((1, 3, 2, 1), (2, 1, 1), 54, padding="same", dilation=3),
            convolved((1, 3, 3, 1), (3, 3, 1), 55, padding="same"),
            convolved((1, 3, 3, 1), (3, 3, 1), 56, padding="same", dilation=2),
            convolved((1, 4, 3, 1), (2, 2, 1), 57, padding="same", dilation=3),
            convolved((1, 4, 5, 1), (2, 4, 1), 58, padding="same", dilation=2),
            convolved((1, 5, 4, 2), (3, 2, 2), 59, padding="same", dilation=2),
            convolved((2, 4, 6, 2), (2, 3, 3), 60, padding="same", dilation=3),
            convolved((1, 6, 5, 1), (2, 3, 1), 61, padding="same", dilation=(3, 2)),
        ],
    ),
    group(
        "letter_case",
        [
            convolved((1, 2, 4, 1), (1, 2, 1), 70, padding="VALID", dilation=2),
            convolved((1, 2, 3, 1), (2, 2, 1), 71, padding="SAME", dilation=2),
            convolved((1, 3, 2, 1), (2, 2, 1), 72, padding="Same"),
        ],
    ),
    group(
        "single_precision",
        [
            convolved((1, 3, 4, 2), (2, 2, 2), 80, np.float32, dilation=2),
            convolved((2, 3, 3, 1), (2, 3, 1), 81, np.float32, dilation=2, padding="same"),
            convolved((1, 3, 3, 1), (2, 2, 1), 82, dilation=2),
        ],
    ),
    group(
        "empty_batch",
        [
            convolved((0, 3, 4, 2), (2, 2, 3), 90, dilation=2),
            convolved((0, 5, 4, 1), (3, 3, 2), 91, dilation=2, padding="same"),
        ],
    ),
    group(
        "senseless_kernels",
        [
            call("effective_kernel", 0, 1, names="kernel"),
            call("effective_kernel", -1, 2, names="kernel"),
            call("effective_kernel", 3, 0, names="dilation"),
            call("effective_kernel", 3, -2, names="dilation"),
        ],
        oracles=("numpy",),
    ),
    group(
        "senseless",
        [
            senseless((4, 5), (2, 2, 1, 1), "x"),
            senseless((4, 5, 1), (2, 2, 1, 1), "x"),
            senseless((1, 4, 5, 1), (2, 2), "filters"),
            senseless((1, 4, 5, 2), (2, 2, 3, 1), ("filters", "x")),
            senseless((1, 4, 5, 2), (2, 2, 1, 1), ("filters", "x")),
            senseless((1, 4, 5, 1), (2, 2, 1, 1), "dilation", dilation=0),
            senseless((1, 4, 5, 1), (2, 2, 1, 1), "dilation", dilation=(1, -1)),
            senseless((1, 4, 5, 1), (2, 2, 1, 1), "padding", padding="full"),
        ],
        oracles=("numpy",),
    ),
    group(
        "does_not_fit",
        [
            senseless((1, 2, 4, 1), (3, 2, 1, 1), ("filters", "kernel", "dilation")),
            senseless((1, 2, 3, 1), (2, 2, 1, 1), ("filters", "kernel", "dilation"), dilation=2),
            senseless((1, 5, 4, 1), (2, 3, 1, 1), ("filters", "kernel", "dilation"), dilation=2),
            senseless(
                (1, 3, 6, 1), (2, 2, 1, 1), ("filters", "kernel", "dilation"), dilation=(3, 1)
            ),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def size(low, high):
        return int(random.integers(low, high + 1))

    def drawn(n, channels, out, dilation, **options):
        kernel, steps = (size(1, 3), size(1, 3)), np.broadcast_to(dilation, 2)
        image = [int(s * (k - 1) + size(1, 4)) for k, s in zip(kernel, steps, strict=True)]
        x = random.integers(-9, 10, (n, *image, channels)).astype(np.float64)
        filters = random.integers(-4, 5, (*kernel, channels, out)).astype(np.float64)
        return call("dilated_conv2d", x, filters, dilation=dilation, **options)

    yield "reaches", call("effective_kernel", size(1, 9), size(1, 6))
    yield "undilated", drawn(1, 1, 1, 1)
    yield "dilated", drawn(1, 1, 1, size(2, 3))
    yield "channels", drawn(size(1, 2), size(1, 3), size(1, 3), size(2, 3))
    yield "dilation_pairs", drawn(1, 1, size(1, 2), (size(1, 3), size(1, 3)))
    yield "same", drawn(1, size(1, 2), size(1, 2), size(1, 3), padding="same")
