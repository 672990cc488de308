"""What `add_bias` is asked, smallest first in every group."""

import numpy as np

from grader.case import call, group, numbers


def added(shape, seed=0, dtype=np.float64, **settings):
    x = numbers(*shape, seed=seed, dtype=dtype)
    bias = numbers(shape[-1], seed=seed + 100, dtype=dtype)
    return call("add_bias", x, bias, **settings)


GROUPS = (
    group(
        "one_example",
        [added((1, n), seed) for seed, n in enumerate((1, 2, 3, 4, 5, 7))],
        exact=True,
    ),
    group(
        "several_examples",
        [
            added(shape, seed)
            for seed, shape in enumerate(
                ((2, 1), (2, 3), (3, 2), (4, 3), (3, 5), (5, 2), (6, 4)), start=10
            )
        ],
        exact=True,
    ),
    # As many examples as features: the bias fits along either axis, and only one is right.
    group("square", [added((n, n), 20 + n) for n in (2, 3, 4, 5)], exact=True),
    group("no_batch", [added((n,), 30 + n) for n in (1, 2, 3, 5)], exact=True),
    group(
        "images",
        [
            added(shape, seed)
            for seed, shape in enumerate(
                (
                    *((1, 1, 1, 2), (1, 2, 2, 1), (1, 2, 3, 2), (2, 3, 2, 3), (2, 2, 2, 2)),
                    *((3, 2, 2), (2, 3, 4), (3, 3, 3), (2, 1, 2, 3, 2), (3, 4, 2, 3)),
                ),
                start=40,
            )
        ],
        exact=True,
    ),
    group(
        "single_precision",
        [added((2, 3), 60, np.float32), added((1, 2, 2, 3), 61, np.float32)],
        exact=True,
    ),
    group("empty_batch", [added((0, 3), 70), added((0, 2, 2, 4), 71)], exact=True),
    group(
        "senseless",
        [
            call("add_bias", numbers(1, 3, seed=80), numbers(2, seed=81), names="bias"),
            call("add_bias", numbers(1, 3, seed=82), numbers(1, seed=83), names="bias"),
            call("add_bias", numbers(2, 3, seed=84), numbers(2, seed=85), names="bias"),
            call("add_bias", numbers(2, 3, seed=86), numbers(2, 3, seed=87), names="bias"),
            call("add_bias", numbers(3, 3, seed=88), numbers(3, 1, seed=89), names="bias"),
            call("add_bias", numbers(1, 2, 2, 3, seed=90), numbers(4, seed=91), names="bias"),
        ],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def draw(*shape):
        return random.integers(-9, 10, shape).astype(np.float64)

    n, features = int(random.integers(2, 7)), int(random.integers(2, 9))
    yield "one_example", call("add_bias", draw(1, features), draw(features))
    yield "several_examples", call("add_bias", draw(n, features), draw(features))
    yield "square", call("add_bias", draw(features, features), draw(features))
    yield "no_batch", call("add_bias", draw(features), draw(features))
    height, width = random.integers(1, 5, 2)
    yield "images", call("add_bias", draw(n, height, width, features), draw(features))
