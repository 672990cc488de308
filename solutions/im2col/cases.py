"""What `im2col` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def windows(image, kernel, seed, dtype=np.float64, **options):
    return call("im2col", numbers(*image, seed=seed, dtype=dtype), kernel, **options)


def convolved(image, kernel, seed, dtype=np.float64, **options):
    """A call on an image (batch, height, width, channels) with filters (height, width, out)."""
    x = numbers(*image, seed=seed, dtype=dtype)
    shape = (kernel[0], kernel[1], image[3], kernel[2])
    filters = numbers(*shape, seed=seed + 500, dtype=dtype, low=-4, high=4)
    return call("conv2d_im2col", x, filters, **options)


GROUPS = (
    group(
        "windows",
        [
            windows((1, 1, 1, 1), 1, 1),
            windows((1, 1, 2, 1), (1, 2), 2),
            windows((1, 2, 1, 1), (2, 1), 3),
            windows((1, 2, 2, 1), 1, 4),
            windows((1, 2, 2, 1), 2, 5),
            windows((1, 2, 3, 1), 2, 6),
            windows((1, 3, 2, 1), (2, 1), 7),
            windows((1, 3, 3, 1), 2, 8),
            windows((1, 3, 4, 1), [2, 3], 9),
            windows((1, 4, 3, 1), (3, 2), 10),
            windows((1, 5, 4, 1), 3, 11),
            windows((1, 4, 6, 1), (1, 4), 12),
        ],
        exact=True,
    ),
    group(
        "channels",
        [
            windows((1, 1, 1, 2), 1, 20),
            windows((1, 1, 2, 2), (1, 2), 21),
            windows((1, 2, 1, 2), (2, 1), 22),
            windows((1, 2, 2, 2), 2, 23),
            windows((1, 2, 3, 3), 2, 24),
            windows((1, 3, 3, 2), (2, 3), 25),
            windows((1, 4, 3, 4), (3, 1), 26),
        ],
        exact=True,
    ),
    group(
        "batches",
        [
            windows((2, 1, 1, 1), 1, 30),
            windows((2, 2, 3, 1), 2, 31),
            windows((3, 3, 2, 2), (2, 1), 32),
            windows((2, 3, 4, 3), (2, 3), 33),
        ],
        exact=True,
    ),
    group(
        "strides",
        [
            windows((1, 1, 3, 1), 1, 40, stride=2),
            windows((1, 3, 3, 1), 1, 41, stride=2),
            windows((1, 4, 4, 1), 2, 42, stride=2),
            windows((1, 4, 5, 1), 2, 43, stride=2),
            windows((1, 5, 5, 1), 3, 44, stride=2),
            windows((1, 5, 4, 2), 2, 45, stride=3),
            windows((2, 6, 5, 1), (3, 2), 46, stride=2),
        ],
        exact=True,
    ),
    group(
        "stride_pairs",
        [
            windows((1, 2, 3, 1), 1, 50, stride=(1, 2)),
            windows((1, 3, 2, 1), 1, 51, stride=(2, 1)),
            windows((1, 4, 5, 2), 2, 52, stride=(1, 3)),
            windows((1, 6, 4, 1), 2, 53, stride=[3, 2]),
            windows((2, 5, 7, 2), (3, 2), 54, stride=(2, 4)),
        ],
        exact=True,
    ),
    group(
        "convolutions",
        [
            convolved((1, 1, 1, 1), (1, 1, 1), 61),
            convolved((1, 2, 2, 1), (2, 2, 1), 62),
            convolved((1, 2, 3, 1), (2, 2, 1), 63),
            convolved((1, 1, 1, 2), (1, 1, 1), 64),
            convolved((1, 1, 1, 1), (1, 1, 2), 65),
            convolved((1, 2, 2, 1), (1, 2, 2), 66),
            convolved((1, 2, 3, 2), (2, 2, 1), 67),
            convolved((1, 3, 2, 2), (2, 1, 3), 68),
            convolved((1, 3, 4, 3), (2, 3, 2), 69),
            convolved((2, 2, 3, 1), (1, 2, 2), 70),
            convolved((2, 4, 3, 2), (3, 2, 3), 71),
            convolved((3, 3, 5, 2), (2, 2, 2), 72),
        ],
    ),
    group(
        "convolution_strides",
        [
            convolved((1, 3, 3, 1), (1, 1, 1), 80, stride=2),
            convolved((1, 4, 5, 1), (2, 2, 2), 81, stride=2),
            convolved((1, 5, 4, 2), (3, 2, 2), 82, stride=(1, 2)),
            convolved((2, 6, 5, 2), (2, 3, 2), 83, stride=(3, 1)),
            convolved((1, 7, 6, 1), (2, 2, 3), 84, stride=[2, 3]),
        ],
    ),
    group(
        "single_precision",
        [
            windows((1, 2, 3, 2), 2, 90, np.float32),
            convolved((1, 3, 4, 2), (2, 2, 3), 91, np.float32),
            windows((2, 3, 3, 1), 2, 92),
        ],
    ),
    group(
        "empty_batch",
        [
            windows((0, 3, 4, 2), 2, 95),
            windows((0, 5, 4, 1), (3, 2), 96, stride=2),
            convolved((0, 3, 4, 2), (2, 2, 3), 97),
        ],
    ),
    # In pairs: the image alone grows.
    group(
        "image_sizes",
        [
            windows((1, 3, 4, 1), 2, 100),
            windows((1, 18, 4, 1), 2, 101),
            windows((2, 4, 3, 2), (1, 2), 102, stride=(2, 1)),
            windows((2, 4, 18, 2), (1, 2), 103, stride=(2, 1)),
            convolved((1, 4, 5, 2), (2, 3, 2), 104),
            convolved((1, 12, 15, 2), (2, 3, 2), 105),
        ],
        count_lines=True,
    ),
    group(
        "senseless_windows",
        [
            call("im2col", numbers(3, 4), 2, names="x"),
            call("im2col", numbers(3, 4, 1), 2, names="x"),
            call("im2col", numbers(1, 3, 4, 1), 0, names="kernel"),
            call("im2col", numbers(1, 3, 4, 1), (2, -1), names="kernel"),
            call("im2col", numbers(1, 3, 4, 1), 2, stride=0, names="stride"),
            call("im2col", numbers(1, 3, 4, 1), 2, stride=(1, 0), names="stride"),
            call("im2col", numbers(1, 3, 4, 1), (4, 2), names=("kernel", "x")),
            call("im2col", numbers(1, 3, 4, 1), (1, 6), names=("kernel", "x")),
        ],
        oracles=("numpy",),
    ),
    group(
        "senseless_filters",
        [
            call("conv2d_im2col", numbers(3, 4, 1), numbers(2, 2, 1, 1), names="x"),
            call("conv2d_im2col", numbers(1, 3, 4, 1), numbers(2, 2), names="filters"),
            call("conv2d_im2col", numbers(1, 3, 4, 2), numbers(2, 2, 1, 3), names=("filters", "x")),
            call("conv2d_im2col", numbers(1, 3, 4, 2), numbers(2, 2, 3, 1), names=("filters", "x")),
            call("conv2d_im2col", numbers(1, 3, 4, 1), numbers(4, 2, 1, 1), names=("filters", "x")),
            call(
                "conv2d_im2col", numbers(1, 3, 4, 1), numbers(2, 2, 1, 1), stride=0, names="stride"
            ),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def size(low, high):
        return int(random.integers(low, high + 1))

    def drawn(shape, high=9):
        return random.integers(-high, high + 1, shape).astype(np.float64)

    kernel = (size(1, 3), size(1, 3))

    def image(n, channels):
        return drawn((n, kernel[0] + size(0, 3), kernel[1] + size(0, 3), channels))

    def filters(channels):
        return drawn((*kernel, channels, size(1, 3)), 4)

    channels = size(1, 3)
    yield "windows", call("im2col", image(1, 1), kernel)
    yield "channels", call("im2col", image(1, size(2, 4)), kernel)
    yield "batches", call("im2col", image(size(2, 3), channels), kernel)
    yield "strides", call("im2col", image(1, channels), kernel, stride=size(2, 3))
    yield "stride_pairs", call("im2col", image(1, 2), kernel, stride=(size(1, 3), size(1, 3)))
    x = image(size(1, 2), channels)
    yield "convolutions", call("conv2d_im2col", x, filters(channels))
    pair = (size(1, 3), size(1, 3))
    yield "convolution_strides", call("conv2d_im2col", x, filters(channels), stride=pair)
