"""What `conv_padding` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def amounts(size, kernel, **options):
    return call("same_padding", size, kernel, **options)


def image(shape, kernel, seed=0, dtype=np.float64, **options):
    return call("pad_images", numbers(*shape, seed=seed, dtype=dtype), kernel, **options)


GROUPS = (
    group(
        "stride_one",
        [amounts(size, kernel) for kernel in (1, 3, 5, 7) for size in (1, 2, 5, 8)],
        exact=True,
    ),
    group(
        "odd_total",
        [amounts(size, kernel) for kernel in (2, 4, 6) for size in (1, 3, 4, 8)]
        + [amounts(4, 3, stride=2), amounts(8, 3, stride=2), amounts(10, 5, stride=2)],
        exact=True,
    ),
    group(
        "strides",
        [
            amounts(size, kernel, stride=stride)
            for stride, kernel, size in (
                (2, 3, 3),
                (2, 3, 5),
                (2, 5, 5),
                (3, 5, 6),
                (3, 5, 7),
                (3, 4, 8),
                (4, 5, 9),
                (4, 7, 10),
                (2, 3, 6),
                (3, 3, 10),
                (5, 7, 12),
                (2, 4, 7),
            )
        ],
        exact=True,
    ),
    group(
        "nothing_missing",
        [
            amounts(size, kernel, stride=stride)
            for size, kernel, stride in (
                (2, 1, 2),
                (4, 1, 2),
                (6, 2, 3),
                (6, 1, 3),
                (5, 1, 4),
                (8, 2, 4),
                (9, 2, 5),
                (9, 3, 3),
            )
        ],
        exact=True,
    ),
    group(
        "dilation",
        [
            amounts(size, kernel, dilation=dilation)
            for size, kernel, dilation in (
                (3, 1, 2),
                (5, 3, 2),
                (6, 2, 2),
                (7, 2, 3),
                (8, 3, 3),
                (9, 4, 2),
            )
        ]
        + [amounts(7, 3, stride=2, dilation=2), amounts(9, 2, stride=3, dilation=3)]
        + [amounts(10, 3, stride=3, dilation=2), amounts(8, 2, stride=2, dilation=3)],
        exact=True,
    ),
    group(
        "images",
        [
            image((1, 2, 2, 1), 3),
            image((1, 3, 3, 1), 3, seed=1),
            image((1, 3, 3, 1), 2, seed=2),
            image((1, 4, 4, 1), 3, seed=3, stride=2),
            image((2, 3, 3, 1), 3, seed=4),
            image((1, 3, 3, 2), 3, seed=5),
            image((2, 5, 5, 3), 4, seed=6),
            image((2, 4, 4, 2), 1, seed=7, stride=2),
            image((1, 6, 6, 2), 3, seed=8, dilation=2),
        ],
        exact=True,
    ),
    group(
        "two_axes",
        [
            image((1, 2, 3, 1), (1, 3), seed=10),
            image((1, 3, 2, 1), (3, 1), seed=11),
            image((1, 4, 5, 1), 3, seed=12, stride=2),
            image((1, 3, 4, 2), (2, 3), seed=13),
            image((2, 5, 3, 1), 3, seed=14, stride=(1, 2)),
            image((1, 4, 6, 1), [3, 2], seed=15, stride=[2, 3]),
            image((2, 5, 7, 2), (2, 3), seed=16, dilation=(3, 1)),
            image((1, 7, 4, 3), (3, 2), seed=17, stride=(3, 1), dilation=(1, 2)),
        ],
        exact=True,
    ),
    group(
        "single_precision",
        [
            image((1, 2, 3, 1), 3, seed=20, dtype=np.float32),
            image((2, 3, 2, 2), (2, 3), seed=21, dtype=np.float32),
            image((1, 4, 4, 1), 3, seed=22),
        ],
        exact=True,
    ),
    group(
        "empty_batch",
        [image((0, 3, 4, 2), 3), image((0, 5, 5, 1), 2, stride=2)],
        exact=True,
    ),
    group(
        "senseless",
        [
            call("same_padding", 0, 3, names="size"),
            call("same_padding", 5, 0, names="kernel"),
            call("same_padding", 5, 3, stride=0, names="stride"),
            call("same_padding", 5, 3, stride=-1, names="stride"),
            call("same_padding", 5, 3, dilation=0, names="dilation"),
            call("pad_images", numbers(4, 5), 3, names="x"),
            call("pad_images", numbers(4, 5, 2), 3, names="x"),
            call("pad_images", numbers(1, 4, 5, 1), (3, 0), names="kernel"),
            call("pad_images", numbers(1, 4, 5, 1), 3, stride=(1, 0), names="stride"),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def draw(low, high):
        return int(random.integers(low, high + 1))

    odd, even = 2 * draw(0, 4) + 1, 2 * draw(1, 4)
    size, stride, dilation = draw(3, 20), draw(2, 5), draw(2, 4)
    yield "stride_one", amounts(size, odd)
    yield "odd_total", amounts(size, even)
    yield "strides", amounts(size, draw(stride, 9), stride=stride)
    yield "nothing_missing", amounts(stride * draw(1, 4), draw(1, stride), stride=stride)
    yield "dilation", amounts(size, draw(2, 4), dilation=dilation)
    shape = (draw(1, 2), draw(2, 6), draw(2, 6), draw(1, 3))
    x = random.integers(-9, 10, shape).astype(np.float64)
    yield "images", call("pad_images", x, draw(1, 4), stride=draw(1, 2))
    yield (
        "two_axes",
        call("pad_images", x, (draw(1, 4), draw(1, 4)), stride=(draw(1, 3), draw(1, 3))),
    )
