"""What `max_unpool` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def unpooled(switches, output_shape, seed=0, shape=None, dtype=np.float64, **options):
    """A call with these switches, given flat, image by image; `shape` is that of `pooled`."""
    switches = np.array(switches, np.int64).reshape(shape)
    pooled = numbers(*shape, seed=seed, dtype=dtype, low=1, high=9)
    # Negative maxima are as good as any; every third one is.
    pooled = np.where(np.arange(pooled.size).reshape(shape) % 3 == 2, -pooled, pooled).astype(dtype)
    return call("max_unpool", pooled, switches, output_shape, **options)


def drawn(shape, pool, seed, dtype=np.float64):
    """Switches as max pooling of windows side by side would give them."""
    n, out_h, out_w, channels = shape
    height, width = out_h * pool[0], out_w * pool[1]
    offsets = numbers(*shape, seed=seed + 300, low=0, high=pool[0] * pool[1] - 1).astype(np.int64)
    rows = np.arange(out_h)[None, :, None, None] * pool[0] + offsets // pool[1]
    columns = np.arange(out_w)[None, None, :, None] * pool[1] + offsets % pool[1]
    switches = (rows * width + columns) * channels + np.arange(channels)
    pooled = numbers(*shape, seed=seed, dtype=dtype)
    return call("max_unpool", pooled, switches, (n, height, width, channels))


GROUPS = (
    group(
        "one_number",
        [
            unpooled([0], (1, 1, 1, 1), 1, (1, 1, 1, 1)),
            unpooled([1], (1, 1, 2, 1), 2, (1, 1, 1, 1)),
            unpooled([1], (1, 2, 1, 1), 3, (1, 1, 1, 1)),
            unpooled([2], (1, 2, 2, 1), 4, (1, 1, 1, 1)),
            unpooled([3], (1, 2, 3, 1), 5, (1, 1, 1, 1)),
            unpooled([4], (1, 3, 2, 1), 6, (1, 1, 1, 1)),
        ],
        exact=True,
    ),
    group(
        "several_numbers",
        [
            unpooled([1, 2], (1, 1, 4, 1), 7, (1, 1, 2, 1)),
            unpooled([4, 3], (1, 2, 4, 1), 8, (1, 1, 2, 1)),
            unpooled([1, 6], (1, 2, 4, 1), 9, (1, 1, 2, 1)),
            unpooled([2, 5], (1, 4, 2, 1), 10, (1, 2, 1, 1)),
            drawn((1, 2, 2, 1), (2, 2), 11),
            drawn((1, 1, 3, 1), (3, 2), 12),
            drawn((1, 3, 2, 1), (1, 3), 13),
            drawn((1, 2, 3, 1), (2, 3), 14),
        ],
        exact=True,
    ),
    group(
        "channels",
        [
            unpooled([0, 1], (1, 1, 1, 2), 15, (1, 1, 1, 2)),
            unpooled([2, 1], (1, 1, 2, 2), 16, (1, 1, 1, 2)),
            unpooled([4, 3], (1, 2, 2, 2), 17, (1, 1, 1, 2)),
            drawn((1, 1, 2, 2), (2, 2), 18),
            drawn((1, 2, 1, 3), (2, 3), 19),
            drawn((1, 2, 2, 3), (2, 2), 20),
            drawn((1, 1, 3, 4), (3, 1), 21),
        ],
        exact=True,
    ),
    group(
        "batches",
        [
            unpooled([1, 0], (2, 1, 2, 1), 22, (2, 1, 1, 1)),
            unpooled([3, 0, 1], (3, 2, 2, 1), 23, (3, 1, 1, 1)),
            drawn((2, 1, 2, 1), (2, 2), 24),
            drawn((2, 2, 2, 2), (2, 2), 25),
            drawn((3, 2, 1, 2), (1, 3), 26),
        ],
        exact=True,
    ),
    # Overlapping windows share a maximum: its place is named more than once.
    group(
        "named_twice",
        [
            unpooled([1, 1], (1, 1, 3, 1), 27, (1, 1, 2, 1)),
            unpooled([2, 2, 2], (1, 1, 4, 1), 28, (1, 1, 3, 1)),
            unpooled([4, 4, 4, 4], (1, 3, 3, 1), 29, (1, 2, 2, 1)),
            unpooled([4, 2, 4, 7], (1, 3, 3, 1), 30, (1, 2, 2, 1)),
            unpooled([2, 5, 2, 5], (1, 2, 2, 2), 31, (1, 1, 2, 2)),
            unpooled([1, 1, 2, 2], (2, 1, 3, 1), 32, (2, 1, 2, 1)),
        ],
        exact=True,
    ),
    # The image is larger than its windows: a rest was left over.
    group(
        "larger_images",
        [
            unpooled([1], (1, 1, 3, 1), 33, (1, 1, 1, 1)),
            unpooled([3], (1, 3, 3, 1), 34, (1, 1, 1, 1)),
            unpooled([1, 8], (1, 3, 5, 1), 35, (1, 1, 2, 1)),
            unpooled([1, 7, 11, 18], (1, 5, 5, 1), 36, (1, 2, 2, 1)),
            unpooled([4, 9, 10, 3], (2, 3, 3, 2), 37, (2, 1, 1, 2)),
            unpooled([2], [1, 2, 2, 1], 38, (1, 1, 1, 1)),
        ],
        exact=True,
    ),
    group(
        "single_precision",
        [
            unpooled([1, 6], (1, 2, 4, 1), 39, (1, 1, 2, 1), np.float32),
            drawn((2, 1, 2, 2), (2, 2), 40, np.float32),
        ],
        exact=True,
    ),
    group(
        "empty_batch",
        [
            unpooled([], (0, 4, 6, 2), 41, (0, 2, 3, 2)),
            unpooled([], (0, 3, 3, 1), 42, (0, 1, 1, 1)),
        ],
        exact=True,
    ),
    group(
        "senseless",
        [
            unpooled([4], (1, 2, 2, 1), 43, (1, 1, 1, 1), names=("switches", "output_shape")),
            unpooled([-1], (1, 2, 2, 1), 44, (1, 1, 1, 1), names="switches"),
            unpooled([0, 9], (2, 2, 2, 1), 45, (2, 1, 1, 1), names=("switches", "output_shape")),
            call(
                "max_unpool",
                numbers(1, 1, 2, 1),
                np.zeros((1, 2, 1, 1), np.int64),
                (1, 2, 4, 1),
                names=("switches", "pooled"),
            ),
            call(
                "max_unpool",
                numbers(1, 1, 2, 1),
                np.zeros((1, 1, 1, 1), np.int64),
                (1, 2, 4, 1),
                names=("switches", "pooled"),
            ),
            call(
                "max_unpool",
                numbers(2, 2),
                np.zeros((2, 2), np.int64),
                (1, 4, 4, 1),
                names="pooled",
            ),
            unpooled([0], (2, 2, 2, 1), 46, (1, 1, 1, 1), names=("output_shape", "pooled")),
            unpooled([0], (1, 2, 2, 3), 47, (1, 1, 1, 1), names=("output_shape", "pooled")),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def size(low, high):
        return int(random.integers(low, high + 1))

    def scattered(n, out_h, out_w, channels, height, width):
        shape = (n, out_h, out_w, channels)
        switches = random.integers(0, height * width * channels, shape)
        pooled = random.integers(1, 10, shape).astype(np.float64)
        return call("max_unpool", pooled, switches, (n, height, width, channels))

    yield "several_numbers", scattered(1, 1, size(2, 4), 1, size(2, 4), size(3, 6))
    yield "channels", scattered(1, size(1, 2), size(1, 2), size(2, 4), size(2, 4), size(2, 4))
    yield "batches", scattered(size(2, 4), 1, 2, size(1, 3), size(2, 4), size(2, 5))
    yield "named_twice", scattered(size(1, 2), 2, 3, 1, 2, 2)
