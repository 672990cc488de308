"""What `conv_output_size` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group


def outputs(size, kernel, **options):
    return call("output_size", size, kernel, **options)


def each(sizes_and_kernels, **options):
    return [outputs(size, kernel, **options) for size, kernel in sizes_and_kernels]


GROUPS = (
    group(
        "stride_one",
        each(
            [
                *((1, 1), (2, 1), (2, 2), (3, 2), (3, 3), (5, 1)),
                *((5, 3), (5, 4), (6, 6), (8, 3), (9, 5), (28, 5)),
            ]
        ),
        exact=True,
    ),
    # The last window ends with the last pixel.
    group(
        "strides",
        each([(3, 1), (4, 2), (5, 3), (7, 3), (8, 2), (9, 5)], stride=2)
        + each([(4, 1), (6, 3), (8, 5), (9, 3)], stride=3)
        + [outputs(9, 1, stride=4), outputs(12, 4, stride=4), outputs(11, 1, stride=5)],
        exact=True,
    ),
    # Some pixels are left over.
    group(
        "rests",
        each([(2, 1), (3, 2), (4, 3), (6, 3), (8, 3), (9, 2), (12, 5)], stride=2)
        + each([(2, 1), (3, 2), (5, 3), (6, 2), (7, 3), (10, 5)], stride=3)
        + [outputs(3, 3, stride=4), outputs(7, 2, stride=4), outputs(12, 7, stride=5)],
        exact=True,
    ),
    group(
        "paddings",
        each([(1, 1), (1, 3), (3, 3), (4, 2), (5, 3), (6, 5)], padding=1)
        + each([(1, 5), (2, 3), (5, 5), (7, 4)], padding=2)
        + [outputs(2, 8, padding=3), outputs(8, 7, padding=3)],
        exact=True,
    ),
    group(
        "dilations",
        each([(1, 1), (3, 2), (5, 3), (6, 3), (8, 4), (9, 3)], dilation=2)
        + each([(4, 2), (7, 3), (9, 2), (10, 3)], dilation=3)
        + [outputs(9, 3, dilation=4), outputs(10, 1, dilation=5)],
        exact=True,
    ),
    group(
        "together",
        [
            outputs(1, 3, stride=2, padding=1),
            outputs(4, 3, stride=2, padding=1),
            outputs(5, 3, stride=2, padding=1),
            outputs(6, 4, stride=2, padding=1),
            outputs(7, 5, stride=3, padding=2),
            outputs(5, 3, padding=2, dilation=2),
            outputs(7, 2, stride=2, dilation=3),
            outputs(8, 3, stride=3, dilation=2),
            outputs(9, 3, stride=2, padding=1, dilation=2),
            outputs(10, 4, stride=3, padding=2, dilation=3),
            outputs(np.int64(9), np.int64(4), stride=np.int64(2), padding=np.int64(2)),
            outputs(224, 7, stride=2, padding=3),
            outputs(227, 11, stride=4),
        ],
        exact=True,
    ),
    group(
        "senseless",
        [
            call("output_size", 0, 1, names="size"),
            call("output_size", 5, 0, names="kernel"),
            call("output_size", 5, 3, stride=0, names="stride"),
            call("output_size", 5, 3, stride=-2, names="stride"),
            call("output_size", 5, 3, padding=-1, names="padding"),
            call("output_size", 5, 3, dilation=0, names="dilation"),
        ],
        oracles=("numpy",),
    ),
    # For one pixel too few, TensorFlow gives an empty result.
    group(
        "does_not_fit",
        [
            call("output_size", 1, 2, names=("size", "kernel")),
            call("output_size", 3, 5, names=("size", "kernel")),
            call("output_size", 5, 9, stride=2, names=("size", "kernel", "stride")),
            call("output_size", 2, 5, padding=1, names=("size", "kernel", "padding")),
            call("output_size", 4, 3, dilation=2, names=("size", "kernel", "dilation")),
            call("output_size", 6, 3, dilation=3, names=("size", "kernel", "dilation")),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def draw(low, high):
        return int(random.integers(low, high + 1))

    kernel, steps, stride = draw(1, 7), draw(0, 8), draw(2, 5)
    yield "stride_one", outputs(kernel + draw(0, 20), kernel)
    yield "strides", outputs(kernel + steps * stride, kernel, stride=stride)
    yield "rests", outputs(kernel + steps * stride + draw(1, stride - 1), kernel, stride=stride)
    padding, dilation = draw(1, 4), draw(2, 4)
    yield "paddings", outputs(kernel + draw(0, 12), kernel, padding=padding)
    reach = dilation * (kernel - 1) + 1
    yield "dilations", outputs(reach + draw(0, 12), kernel, dilation=dilation)
    size = reach + draw(0, 20)
    yield "together", outputs(size, kernel, stride=stride, padding=padding, dilation=dilation)
