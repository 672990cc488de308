"""What `conv_parameters` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group


def conv(kernel, in_channels, out_channels, **options):
    return call("conv_parameter_count", kernel, in_channels, out_channels, **options)


def linear(input_shape, output_shape, **options):
    return call("linear_parameter_count_for", input_shape, output_shape, **options)


GROUPS = (
    group(
        "filters",
        [
            conv(kernel, in_channels, out_channels, use_bias=False)
            for kernel, in_channels, out_channels in (
                (1, 1, 1),
                (2, 1, 1),
                (3, 1, 1),
                (2, 1, 2),
                (2, 3, 1),
                (3, 2, 2),
                (3, 1, 5),
                (1, 4, 3),
                (5, 3, 6),
                (7, 3, 64),
            )
        ],
        exact=True,
    ),
    group(
        "kernel_pairs",
        [
            conv((1, 2), 1, 1, use_bias=False),
            conv((3, 1), 1, 2, use_bias=False),
            conv((2, 3), 2, 1, use_bias=False),
            conv([3, 2], 2, 3, use_bias=False),
            conv((1, 7), 4, 5, use_bias=False),
            conv((2, 3), 3, 4, use_bias=False),
        ],
        exact=True,
    ),
    group(
        "filter_biases",
        [
            conv(1, 1, 1),
            conv(2, 1, 1),
            conv(1, 1, 3),
            conv(1, 3, 1),
            conv(2, 2, 3),
            conv(3, 3, 2),
            conv(3, 1, 32),
            conv(3, 32, 64),
            conv(5, 3, 6, use_bias=True),
            conv(11, 3, 96),
            conv(np.int64(3), np.int64(4), np.int64(5)),
        ],
        exact=True,
    ),
    group(
        "pairs",
        [
            linear(input_shape, output_shape, use_bias=False)
            for input_shape, output_shape in (
                ((1, 1, 1), (1, 1, 1)),
                ((1, 2, 1), (1, 1, 1)),
                ((1, 1, 1), (2, 1, 1)),
                ((1, 1, 2), (1, 1, 3)),
                ((2, 2, 1), (2, 1, 1)),
                ((2, 3, 1), (1, 2, 2)),
                ((2, 3, 2), (2, 2, 3)),
                ((4, 5, 3), (3, 4, 2)),
                ((6, 5, 1), (4, 3, 4)),
            )
        ],
        exact=True,
    ),
    group(
        "output_biases",
        [
            linear((1, 1, 1), (1, 1, 1)),
            linear((1, 1, 1), (1, 2, 1)),
            linear((1, 2, 1), (1, 1, 1)),
            linear((1, 1, 2), (1, 1, 3)),
            linear((2, 2, 1), (1, 2, 2)),
            linear((2, 3, 2), (2, 2, 3)),
            linear((4, 3, 3), (2, 3, 4), use_bias=True),
            linear((8, 8, 1), (6, 6, 4)),
            linear([5, 4, 2], [3, 2, 2]),
        ],
        exact=True,
    ),
    group(
        "other_shapes",
        [
            linear((3,), (2,)),
            linear((2, 3, 2), (4,)),
            linear((6,), (1, 2, 2)),
            linear((5, 4), (3, 2), use_bias=False),
            linear((28, 28, 1), (10,)),
        ],
        exact=True,
    ),
    # The layers of real networks; a linear layer of this size does not fit into any memory.
    group(
        "real_networks",
        [
            conv(3, 64, 128),
            conv(3, 512, 512, use_bias=False),
            linear((28, 28, 1), (26, 26, 32)),
            linear((32, 32, 3), (32, 32, 16), use_bias=False),
            linear((224, 224, 3), (224, 224, 64)),
        ],
        exact=True,
        oracles=("numpy",),
    ),
    group(
        "senseless_filters",
        [
            call("conv_parameter_count", 0, 1, 1, names="kernel"),
            call("conv_parameter_count", (3, 0), 1, 1, names="kernel"),
            call("conv_parameter_count", (-1, 3), 1, 1, names="kernel"),
            call("conv_parameter_count", 3, 0, 1, names="in_channels"),
            call("conv_parameter_count", 3, 1, 0, names="out_channels"),
            call("conv_parameter_count", 3, 1, -2, names="out_channels"),
        ],
        oracles=("numpy",),
    ),
    group(
        "senseless_shapes",
        [
            call("linear_parameter_count_for", (0, 2, 1), (1, 1, 1), names="input_shape"),
            call("linear_parameter_count_for", (2, -2, 1), (1, 1, 1), names="input_shape"),
            call("linear_parameter_count_for", (-2, -2, 1), (1, 1, 1), names="input_shape"),
            call("linear_parameter_count_for", (2, 2, 1), (1, 1, 0), names="output_shape"),
            call("linear_parameter_count_for", (2, 2, 1), (-1, -1, 1), names="output_shape"),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def size(low, high):
        return int(random.integers(low, high + 1))

    def shape(high):
        return (size(1, high), size(1, high), size(1, 4))

    channels = (size(1, 64), size(1, 64))
    yield "filters", conv(size(1, 7), *channels, use_bias=False)
    yield "kernel_pairs", conv((size(1, 5), size(1, 5)), *channels, use_bias=False)
    yield "filter_biases", conv(size(1, 7), *channels)
    yield "pairs", linear(shape(9), shape(9), use_bias=False)
    yield "output_biases", linear(shape(9), shape(9))
    yield "other_shapes", linear(shape(9), (size(2, 20),))
