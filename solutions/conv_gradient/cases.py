"""What `conv_gradient` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def shapes(image, kernel, stride):
    """The shape of the outputs of a convolution, for filters (height, width, out)."""
    down, right = np.broadcast_to(stride, 2).tolist()
    height, width = (image[1] - kernel[0]) // down + 1, (image[2] - kernel[1]) // right + 1
    return (image[0], height, width, kernel[2])


def by_filters(image, kernel, seed, dtype=np.float64, stride=1):
    x = numbers(*image, seed=seed, dtype=dtype)
    upstream = numbers(*shapes(image, kernel, stride), seed=seed + 400, dtype=dtype, low=-4, high=4)
    options = {} if stride == 1 else {"stride": stride}
    return call("conv2d_filter_gradient", x, upstream, kernel[:2], **options)


def by_input(image, kernel, seed, dtype=np.float64, stride=1):
    filters = numbers(*kernel[:2], image[3], kernel[2], seed=seed, dtype=dtype)
    upstream = numbers(*shapes(image, kernel, stride), seed=seed + 400, dtype=dtype, low=-4, high=4)
    options = {} if stride == 1 else {"stride": stride}
    return call("conv2d_input_gradient", filters, upstream, image, **options)


def no_filters(x, upstream, kernel, names, **options):
    arrays = numbers(*x, seed=7), numbers(*upstream, seed=8)
    return call("conv2d_filter_gradient", *arrays, kernel, names=names, **options)


def no_input(filters, upstream, input_shape, names, **options):
    arrays = numbers(*filters, seed=7), numbers(*upstream, seed=8)
    return call("conv2d_input_gradient", *arrays, input_shape, names=names, **options)


GROUPS = (
    group(
        "filters",
        [
            by_filters((1, 1, 1, 1), (1, 1, 1), 18),
            by_filters((1, 1, 2, 1), (1, 1, 1), 2),
            by_filters((1, 1, 2, 1), (1, 2, 1), 3),
            by_filters((1, 1, 3, 1), (1, 2, 1), 4),
            by_filters((1, 3, 1, 1), (2, 1, 1), 6),
            by_filters((1, 2, 3, 1), (2, 2, 1), 7),
            by_filters((1, 3, 3, 1), (2, 2, 1), 8),
            by_filters((1, 3, 4, 1), (2, 3, 1), 9),
            by_filters((1, 5, 4, 1), (3, 2, 1), 10),
            call(
                "conv2d_filter_gradient",
                numbers(1, 3, 4, 1, seed=11),
                numbers(1, 2, 3, 1, seed=411, low=-4, high=4),
                2,
            ),
        ],
    ),
    group(
        "filter_channels",
        [
            by_filters((1, 1, 1, 2), (1, 1, 1), 20),
            by_filters((1, 1, 1, 1), (1, 1, 2), 21),
            by_filters((1, 1, 2, 2), (1, 2, 3), 22),
            by_filters((1, 2, 3, 2), (2, 2, 2), 23),
            by_filters((1, 4, 3, 3), (2, 2, 2), 24),
        ],
    ),
    group(
        "filter_batches",
        [
            by_filters((2, 1, 1, 1), (1, 1, 1), 30),
            by_filters((2, 1, 2, 1), (1, 2, 1), 31),
            by_filters((3, 2, 3, 1), (2, 2, 1), 32),
            by_filters((2, 3, 4, 2), (2, 2, 3), 33),
        ],
    ),
    group(
        "filter_strides",
        [
            by_filters((1, 1, 3, 1), (1, 1, 1), 40, stride=2),
            by_filters((1, 3, 3, 1), (1, 1, 1), 41, stride=2),
            by_filters((1, 4, 4, 1), (2, 2, 1), 42, stride=2),
            by_filters((1, 4, 5, 1), (2, 2, 1), 43, stride=2),
            by_filters((1, 5, 6, 2), (3, 2, 1), 44, stride=(2, 3)),
            by_filters((2, 6, 4, 1), (2, 2, 2), 45, stride=[3, 1]),
        ],
    ),
    group(
        "inputs",
        [
            by_input((1, 1, 1, 1), (1, 1, 1), 52),
            by_input((1, 1, 2, 1), (1, 1, 1), 53),
            by_input((1, 1, 2, 1), (1, 2, 1), 54),
            by_input((1, 1, 3, 1), (1, 2, 1), 55),
            by_input((1, 3, 1, 1), (2, 1, 1), 56),
            by_input((1, 2, 3, 1), (2, 2, 1), 57),
            by_input((1, 3, 3, 1), (2, 2, 1), 58),
            by_input((1, 3, 4, 1), (2, 3, 1), 59),
            by_input((1, 5, 4, 1), (3, 2, 1), 60),
            by_input((1, 4, 5, 1), (3, 3, 1), 61),
        ],
    ),
    group(
        "input_channels",
        [
            by_input((1, 1, 1, 2), (1, 1, 1), 70),
            by_input((1, 1, 1, 1), (1, 1, 2), 71),
            by_input((1, 1, 2, 2), (1, 2, 3), 72),
            by_input((1, 2, 3, 2), (2, 2, 2), 73),
            by_input((1, 4, 3, 3), (2, 2, 2), 74),
        ],
    ),
    group(
        "input_batches",
        [
            by_input((2, 1, 1, 1), (1, 1, 1), 80),
            by_input((2, 1, 2, 1), (1, 2, 1), 81),
            by_input((3, 2, 3, 1), (2, 2, 1), 82),
            by_input((2, 3, 4, 2), (2, 2, 3), 83),
        ],
    ),
    # Every pixel is in some window.
    group(
        "input_strides",
        [
            by_input((1, 1, 4, 1), (1, 2, 1), 90, stride=2),
            by_input((1, 4, 4, 1), (2, 2, 1), 91, stride=2),
            by_input((1, 5, 3, 1), (3, 3, 1), 92, stride=2),
            by_input((1, 5, 4, 2), (3, 2, 1), 93, stride=2),
            by_input((1, 4, 6, 1), (2, 3, 2), 94, stride=(1, 3)),
            by_input((2, 6, 4, 1), (3, 2, 2), 95, stride=[3, 2]),
        ],
    ),
    # Some pixels are in none: between the windows, or left over at the end.
    group(
        "unseen_pixels",
        [
            by_input((1, 1, 3, 1), (1, 1, 1), 100, stride=2),
            by_input((1, 1, 2, 1), (1, 1, 1), 101, stride=2),
            by_input((1, 4, 3, 1), (1, 1, 1), 102, stride=2),
            by_input((1, 4, 5, 1), (2, 2, 1), 103, stride=2),
            by_input((1, 5, 6, 2), (2, 2, 1), 104, stride=3),
            by_input((2, 4, 6, 1), (3, 2, 2), 105, stride=(2, 3)),
        ],
    ),
    group(
        "single_precision",
        [
            by_filters((1, 3, 4, 2), (2, 2, 2), 110, np.float32),
            by_input((2, 3, 3, 1), (2, 3, 1), 111, np.float32),
            by_input((1, 3, 3, 1), (2, 2, 1), 112),
        ],
    ),
    group(
        "empty_batch",
        [
            by_filters((0, 3, 4, 2), (2, 2, 3), 120),
            by_input((0, 3, 4, 2), (2, 2, 3), 121),
        ],
    ),
    group(
        "senseless_filters",
        [
            no_filters((3, 4), (1, 2, 3, 1), 2, "x"),
            no_filters((1, 3, 4, 1), (2, 3), 2, "upstream"),
            no_filters((1, 3, 4, 1), (1, 2, 3, 1), 0, "kernel"),
            no_filters((1, 3, 4, 1), (1, 2, 3, 1), (2, -1), "kernel"),
            no_filters((1, 3, 4, 1), (1, 1, 1, 1), (4, 2), ("kernel", "x")),
            no_filters((1, 3, 4, 1), (1, 2, 3, 1), 2, "stride", stride=0),
            no_filters((1, 3, 4, 1), (1, 3, 3, 1), 2, "upstream"),
            no_filters((1, 3, 4, 1), (1, 2, 1, 1), 2, "upstream"),
            no_filters((1, 3, 4, 1), (1, 2, 3, 1), 2, "upstream", stride=2),
            no_filters((2, 3, 4, 1), (1, 2, 3, 1), 2, "upstream"),
        ],
        oracles=("numpy",),
    ),
    group(
        "senseless_inputs",
        [
            no_input((2, 2), (1, 2, 3, 1), (1, 3, 4, 1), "filters"),
            no_input((2, 2, 1, 1), (2, 3), (1, 3, 4, 1), "upstream"),
            no_input((2, 2, 1, 1), (1, 2, 3, 1), (3, 4, 1), "input_shape"),
            no_input((2, 2, 1, 1), (1, 2, 3, 1), (1, 3, -4, 1), "input_shape"),
            no_input((2, 2, 2, 1), (1, 2, 3, 1), (1, 3, 4, 1), ("filters", "input_shape")),
            no_input((4, 2, 1, 1), (1, 1, 1, 1), (1, 3, 4, 1), ("filters", "input_shape")),
            no_input((2, 2, 1, 1), (1, 2, 3, 1), (1, 3, 4, 1), "stride", stride=(0, 1)),
            no_input((2, 2, 1, 1), (1, 3, 3, 1), (1, 3, 4, 1), ("upstream", "input_shape")),
            no_input((2, 2, 1, 1), (1, 1, 3, 1), (1, 3, 4, 1), ("upstream", "input_shape")),
            no_input((2, 2, 1, 1), (2, 2, 3, 1), (1, 3, 4, 1), ("upstream", "input_shape")),
            no_input((2, 2, 1, 2), (1, 2, 3, 1), (1, 3, 4, 1), ("upstream", "filters")),
            no_input((2, 2, 1, 1), (1, 2, 3, 2), (1, 3, 4, 1), ("upstream", "filters")),
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

    def geometry(n, channels, out, stride=1):
        kernel = (size(1, 3), size(1, 3), out)
        image = (n, kernel[0] + size(0, 3), kernel[1] + size(0, 3), channels)
        return image, kernel, drawn(shapes(image, kernel, stride), 4)

    def one(n, channels, out, **options):
        image, kernel, upstream = geometry(n, channels, out, **options)
        return call("conv2d_filter_gradient", drawn(image), upstream, kernel[:2], **options)

    def other(n, channels, out, **options):
        image, kernel, upstream = geometry(n, channels, out, **options)
        filters = drawn((*kernel[:2], channels, out))
        return call("conv2d_input_gradient", filters, upstream, image, **options)

    yield "filters", one(1, 1, 1)
    yield "filter_channels", one(1, size(1, 3), size(2, 3))
    yield "filter_batches", one(size(2, 3), 1, size(1, 2))
    yield "filter_strides", one(1, 1, 2, stride=(size(1, 3), size(2, 3)))
    yield "inputs", other(1, 1, 1)
    yield "input_channels", other(1, size(1, 3), size(2, 3))
    yield "input_batches", other(size(2, 3), 1, size(1, 2))
    yield "unseen_pixels", other(1, 1, 2, stride=(size(1, 3), size(2, 3)))
