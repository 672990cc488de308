"""What `max_pool_with_switches` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def pooled(shape, pool, seed=0, dtype=np.float64, low=-9, high=9, **options):
    x = numbers(*shape, seed=seed, dtype=dtype, low=low, high=high)
    return call("max_pool_with_switches", x, pool, **options)


def image(rows, pool, **options):
    """A case of one image with one channel, written out by its rows."""
    x = np.array(rows, np.float64)[None, :, :, None]
    return call("max_pool_with_switches", x, pool, **options)


GROUPS = (
    group(
        "one_window",
        [
            image([[3, 1]], (1, 2)),
            image([[1], [3]], (2, 1)),
            image([[1, 4], [2, 3]], 2),
            image([[1, 2], [4, 3]], 2),
            image([[-3, -1], [-2, -4]], 2),
            pooled((1, 3, 3, 1), 3, seed=1),
            pooled((1, 2, 3, 1), (2, 3), seed=2),
        ],
        exact=True,
    ),
    group(
        "one_channel",
        [
            image([[5, 1, 2, 7]], (1, 2)),
            image([[1, 5, 2, 0], [3, 4, 8, 6]], 2),
            image([[1, 5], [3, 4], [2, 0], [8, 6]], 2),
            pooled((1, 4, 4, 1), 2, seed=3),
            pooled((1, 4, 6, 1), 2, seed=4),
            pooled((1, 6, 4, 1), (3, 2), seed=5),
            pooled((1, 3, 6, 1), 3, seed=6),
            pooled((1, 6, 9, 1), 3, seed=7),
        ],
        exact=True,
    ),
    group(
        "ties",
        [
            image([[2, 2]], (1, 2)),
            image([[2], [2]], (2, 1)),
            image([[1, 3], [3, 1]], 2),
            image([[0, 0], [0, 0]], 2),
            image([[4, 1, 4], [1, 4, 1], [4, 1, 4]], 2, stride=1),
            pooled((1, 4, 4, 1), 2, seed=8, low=0, high=1),
            pooled((2, 4, 6, 2), 2, seed=9, low=-1, high=0),
            pooled((1, 6, 6, 1), 3, seed=10, low=0, high=2),
        ],
        exact=True,
    ),
    group(
        "channels",
        [
            pooled((1, 2, 2, 2), 2, seed=11),
            pooled((1, 2, 4, 2), 2, seed=12),
            pooled((1, 4, 2, 3), 2, seed=13),
            pooled((1, 4, 4, 3), 2, seed=14),
            pooled((1, 3, 6, 2), (3, 2), seed=15),
            pooled((1, 4, 6, 5), (2, 3), seed=16),
        ],
        exact=True,
    ),
    group(
        "batches",
        [
            pooled((2, 2, 2, 1), 2, seed=17),
            pooled((3, 2, 4, 1), 2, seed=18),
            pooled((2, 4, 4, 2), 2, seed=19),
            pooled((3, 3, 6, 2), 3, seed=20),
            pooled((4, 4, 2, 3), (2, 1), seed=21),
        ],
        exact=True,
    ),
    group(
        "strides",
        [
            image([[1, 5, 3]], (1, 2), stride=1),
            pooled((1, 3, 3, 1), 2, seed=22, stride=1),
            pooled((1, 3, 4, 1), 2, seed=23, stride=1),
            pooled((1, 5, 5, 1), 3, seed=24, stride=2),
            pooled((1, 4, 7, 1), 2, seed=25, stride=3),
            pooled((1, 5, 6, 2), 3, seed=26, stride=(2, 3)),
            pooled((2, 5, 4, 2), (3, 2), seed=27, stride=(1, 2)),
            pooled((1, 7, 5, 1), [2, 3], seed=28, stride=[3, 1]),
            pooled((2, 6, 7, 3), 2, seed=29, stride=2),
        ],
        exact=True,
    ),
    group(
        "rest_left_over",
        [
            pooled((1, 3, 2, 1), 2, seed=30),
            pooled((1, 2, 3, 1), 2, seed=31),
            pooled((1, 5, 5, 1), 2, seed=32),
            pooled((2, 5, 7, 2), (2, 3), seed=33),
            pooled((1, 7, 8, 1), 3, seed=34),
        ],
        exact=True,
    ),
    group(
        "single_precision",
        [
            pooled((1, 2, 4, 2), 2, seed=35, dtype=np.float32),
            pooled((2, 4, 3, 1), (2, 3), seed=36, dtype=np.float32),
        ],
        exact=True,
    ),
    group(
        "empty_batch",
        [pooled((0, 4, 6, 2), 2), pooled((0, 5, 3, 1), (2, 3), stride=1)],
        exact=True,
    ),
    group(
        "senseless",
        [
            pooled((1, 4, 4, 1), 0, names="pool"),
            pooled((1, 4, 4, 1), (2, 0), names="pool"),
            pooled((1, 4, 4, 1), 5, names=("pool", "x")),
            pooled((1, 2, 4, 1), (3, 2), names=("pool", "x")),
            pooled((1, 4, 4, 1), 2, stride=0, names="stride"),
            pooled((1, 4, 4, 1), 2, stride=(1, -1), names="stride"),
            pooled((4, 4), 2, names="x"),
            pooled((4, 4, 1), 2, names="x"),
            pooled((1, 0, 4, 1), 1, names=("x", "pool")),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def drawn(shape, pool, low=-9, high=9, **options):
        x = random.integers(low, high + 1, shape).astype(np.float64)
        return call("max_pool_with_switches", x, pool, **options)

    def size(low, high):
        return int(random.integers(low, high + 1))

    pool = (size(1, 3), size(1, 3))
    yield "one_channel", drawn((1, pool[0] * size(1, 3), pool[1] * size(2, 3), 1), pool)
    yield "ties", drawn((size(1, 2), 4, 6, size(1, 2)), 2, low=0, high=2)
    yield "channels", drawn((1, size(3, 6), size(3, 6), size(2, 4)), pool)
    yield "batches", drawn((size(2, 4), size(3, 6), size(3, 6), size(1, 3)), pool)
    yield (
        "strides",
        drawn((size(1, 2), size(4, 7), size(4, 7), 2), pool, stride=(size(1, 3), size(1, 3))),
    )
