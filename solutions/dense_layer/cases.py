"""What `dense_layer` is asked, smallest first in every group. All numbers are float32."""

import numpy as np

from grader.case import group, numbers, probe


def output(x_shape, units, seed=0, use_bias=True):
    x = numbers(*x_shape, seed=seed, dtype=np.float32)
    weight = numbers(x_shape[-1], units, seed=seed + 100, dtype=np.float32)
    if not use_bias:
        return probe("output", x, weight)
    return probe("output", x, weight, numbers(units, seed=seed + 200, dtype=np.float32))


def x(*shape, seed):
    return numbers(*shape, seed=seed, dtype=np.float32)


GROUPS = (
    group(
        "weight_shapes",
        [
            probe("weight_shape", (1, 1), 1),
            probe("weight_shape", (1, 3), 2),
            probe("weight_shape", (4, 2), 5),
            probe("weight_shape", (2, 3), 3),
        ],
    ),
    group(
        "bias_shapes",
        [
            probe("bias_shape", (1, 3), 2),
            probe("bias_shape", (4, 2), 5),
            probe("bias_shape", (2, 3), 1),
        ],
    ),
    group(
        "outputs",
        [
            output((1, 1), 1),
            output((1, 2), 1, seed=1),
            output((1, 3), 2, seed=2),
            output((2, 2), 3, seed=3),
            output((3, 3), 3, seed=4),
            output((4, 5), 2, seed=5),
        ],
    ),
    group(
        "ready_made",
        [probe("ready_made_layers", 3, 2), probe("ready_made_layers", 2, 4)],
        oracles=("tensorflow",),
    ),
    group(
        "before_and_after",
        [probe("before_and_after_build", 3, 2), probe("before_and_after_build", 4, 4)],
    ),
    group("weight_start", [probe("initial_weight", 3, 2), probe("initial_weight", 4, 5)]),
    group("bias_start", [probe("initial_bias", 3, 2), probe("initial_bias", 2, 4)]),
    group(
        "without_bias",
        [
            probe("bias_shape", (1, 3), 2, use_bias=False),
            probe("weight_shape", (1, 3), 2, use_bias=False),
            output((1, 2), 2, seed=10, use_bias=False),
            output((3, 2), 4, seed=11, use_bias=False),
        ],
    ),
    group(
        "more_axes",
        [
            probe("weight_shape", (1, 2, 3), 2),
            output((1, 2, 3), 2, seed=20),
            output((2, 3, 2), 4, seed=21),
            output((3, 1, 2), 2, seed=22, use_bias=False),
            output((2, 2, 3, 4), 2, seed=23),
        ],
    ),
    group(
        "between_calls",
        [
            probe("weight_between_calls", x(1, 2, seed=30), 3),
            probe("weight_between_calls", x(3, 4, seed=31), 2),
        ],
    ),
    group(
        "trainable",
        [
            probe("trainable_weights", 3, 2),
            probe("trainable_weights", 2, 4, use_bias=False),
        ],
        oracles=("tensorflow",),
    ),
    group(
        "in_a_model",
        [probe("shape_in_a_model", (3,), 2), probe("shape_in_a_model", (4, 3), 5)],
        oracles=("tensorflow",),
    ),
    group("empty_batch", [output((0, 3), 2, seed=40)]),
    group(
        "senseless",
        [
            probe("weight_shape", (1, 3), 0, names="units"),
            probe("weight_shape", (1, 3), -2, names="units"),
        ],
    ),
)


def fresh(random):
    """One more call for each group whose values are compared."""

    def draw(low, high):
        return int(random.integers(low, high + 1))

    def drawn(*shape):
        return random.integers(-9, 10, shape).astype(np.float32)

    batch, features, units = draw(1, 5), draw(1, 6), draw(1, 6)
    weight, bias = drawn(features, units), drawn(units)
    yield "weight_shapes", probe("weight_shape", (batch, features), units)
    yield "bias_shapes", probe("bias_shape", (batch, features), units)
    yield "outputs", probe("output", drawn(batch, features), weight, bias)
    yield "without_bias", probe("output", drawn(batch, features), weight)
    yield "more_axes", probe("output", drawn(batch, draw(1, 4), features), weight, bias)
