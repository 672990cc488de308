"""What `$name` is asked, smallest first in every group. TODO: 60 to 200 telling cases."""

import numpy as np

from grader.case import call, group, numbers

GROUPS = (
    group(
        "values",
        [
            call("$name", numbers(*shape, seed=seed), *factor)
            for seed, (shape, factor) in enumerate(
                [((1,), ()), ((2, 3), ()), ((2,), (3,)), ((3, 2), (1,)), ((2, 1, 3), (5,))]
            )
        ],
        exact=True,
    ),
    group(
        "single_precision",
        [call("$name", numbers(2, 3, seed=9, dtype=np.float32), 3)],
        exact=True,
    ),
    group(
        "senseless",
        [call("$name", numbers(2), factor, names="factor") for factor in (0, -1)],
        oracles=("numpy",),
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""
    shape = tuple(int(size) for size in random.integers(1, 5, 2))
    x = random.integers(-9, 10, shape).astype(np.float64)
    yield "values", call("$name", x, int(random.integers(2, 9)))
