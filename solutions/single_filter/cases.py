"""What `single_filter` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def patch(*shape, seed):
    return call(
        "apply_filter", numbers(*shape, seed=seed), numbers(*shape, seed=seed + 300, low=-4, high=4)
    )


def filtered(image, kernel, seed, dtype=np.float64, **options):
    weights = numbers(*kernel, seed=seed + 300, dtype=dtype, low=-4, high=4)
    return call("filter_image", numbers(*image, seed=seed, dtype=dtype), weights, **options)


GROUPS = (
    group(
        "patches",
        [
            patch(1, 1, seed=5),
            patch(1, 2, seed=9),
            patch(2, 1, seed=7),
            patch(2, 2, seed=4),
            patch(1, 3, seed=5),
            patch(2, 3, seed=6),
            patch(3, 2, seed=7),
            patch(3, 3, seed=12),
            patch(4, 2, seed=9),
            patch(5, 5, seed=10),
        ],
    ),
    group(
        "positions",
        [
            filtered((1, 1), (1, 1), 16),
            filtered((2, 2), (1, 1), 21),
            filtered((2, 2), (2, 2), 22),
            filtered((2, 3), (2, 2), 23),
            filtered((3, 2), (2, 2), 24),
            filtered((3, 3), (2, 2), 25),
            filtered((3, 4), (2, 2), 26),
            filtered((3, 5), (3, 3), 27),
            filtered((5, 4), (3, 3), 28),
            filtered((6, 7), (3, 3), 29),
        ],
    ),
    group(
        "kernel_shapes",
        [
            filtered((1, 3), (1, 2), 40),
            filtered((3, 1), (2, 1), 41),
            filtered((2, 3), (1, 3), 42),
            filtered((3, 3), (1, 2), 43),
            filtered((3, 3), (2, 1), 44),
            filtered((3, 4), (2, 3), 45),
            filtered((4, 3), (3, 2), 46),
            filtered((4, 5), (4, 1), 47),
            filtered((5, 6), (2, 5), 48),
        ],
    ),
    group(
        "strides",
        [
            filtered((1, 3), (1, 1), 60, stride=2),
            filtered((3, 3), (1, 1), 61, stride=2),
            filtered((4, 4), (2, 2), 62, stride=2),
            filtered((2, 5), (2, 2), 63, stride=2),
            filtered((5, 4), (2, 2), 64, stride=2),
            filtered((5, 5), (3, 3), 65, stride=2),
            filtered((6, 7), (2, 3), 66, stride=2),
            filtered((7, 6), (2, 2), 67, stride=3),
            filtered((7, 8), (3, 1), 68, stride=4),
        ],
    ),
    group(
        "stride_pairs",
        [
            filtered((2, 3), (1, 1), 80, stride=(1, 2)),
            filtered((3, 2), (1, 1), 81, stride=(2, 1)),
            filtered((4, 5), (2, 2), 82, stride=(1, 3)),
            filtered((5, 4), (2, 2), 83, stride=[3, 1]),
            filtered((6, 5), (3, 2), 84, stride=(2, 3)),
            filtered((5, 7), (2, 3), 85, stride=np.array([3, 2])),
        ],
    ),
    group(
        "single_precision",
        [
            filtered((2, 3), (2, 2), 90, np.float32),
            filtered((4, 5), (2, 3), 91, np.float32, stride=2),
            filtered((3, 3), (2, 2), 92),
        ],
    ),
    group(
        "senseless_patches",
        [
            call("apply_filter", numbers(2, 3), numbers(3, 2), names=("patch", "kernel")),
            call("apply_filter", numbers(2, 2), numbers(2, 1), names=("patch", "kernel")),
            call("apply_filter", numbers(2, 3), numbers(1, 3), names=("patch", "kernel")),
            call("apply_filter", numbers(1, 1), numbers(2, 2), names=("patch", "kernel")),
            call("apply_filter", numbers(2, 2), numbers(3, 3), names=("patch", "kernel")),
        ],
        oracles=("numpy",),
    ),
    group(
        "senseless_images",
        [
            call("filter_image", numbers(4), numbers(2, 2), names="image"),
            call("filter_image", numbers(1, 4, 4), numbers(2, 2), names="image"),
            call("filter_image", numbers(4, 4), numbers(2), names="kernel"),
            call("filter_image", numbers(2, 3), numbers(3, 2), names=("kernel", "image")),
            call("filter_image", numbers(3, 2), numbers(2, 4), names=("kernel", "image")),
            call("filter_image", numbers(3, 3), numbers(2, 2), stride=0, names="stride"),
            call("filter_image", numbers(3, 3), numbers(2, 2), stride=(1, 0), names="stride"),
            call("filter_image", numbers(3, 3), numbers(2, 2), stride=-1, names="stride"),
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

    def pair(kernel, **options):
        image = drawn((kernel[0] + size(0, 4), kernel[1] + size(0, 4)))
        return call("filter_image", image, drawn(kernel, 4), **options)

    one, kernel = size(1, 3), (size(1, 4), size(1, 4))
    yield "patches", call("apply_filter", drawn(kernel), drawn(kernel, 4))
    yield "positions", pair((one, one))
    yield "kernel_shapes", pair(kernel)
    yield "strides", pair(kernel, stride=size(2, 3))
    yield "stride_pairs", pair(kernel, stride=(size(1, 3), size(1, 3)))
