"""What `Linear` is asked: it is made, given numbers, called and looked at.

Keras is imported where only Keras can tell; the rest works for the NumPy reference as well.
"""

import numpy as np


def output(submission, x, weight, bias=None):
    """What the layer gives for `x` when it holds these numbers; without `bias` it is to have none."""
    layer = submission.Linear(weight.shape[1], use_bias=bias is not None)
    layer(x)  # the first call makes the weights
    put(layer, "weight", weight)
    if bias is not None:
        put(layer, "bias", bias)
    return plain(layer(x))


def weight_shape(submission, input_shape, units, use_bias=True):
    """The shape of `weight` after the layer has seen an input of this shape."""
    return shape_of(called(submission, input_shape, units, use_bias).weight)


def bias_shape(submission, input_shape, units, use_bias=True):
    """The shape of `bias` after the layer has seen an input of this shape; None without a bias."""
    return shape_of(called(submission, input_shape, units, use_bias).bias)


def before_and_after_build(submission, features, units):
    """The shape of `weight` before `build` has told the number of features, and after."""
    layer = submission.Linear(units)
    before = shape_of(getattr(layer, "weight", None))
    layer.build((None, features))
    return {"before build": before, "after build": shape_of(layer.weight)}


def initial_weight(submission, features, units):
    """Whether the weight starts with random numbers."""
    one, other = (plain(called(submission, (1, features), units).weight) for _ in range(2))
    if not np.all(np.isfinite(one)):
        return "not finite"
    if np.all(one == one.flat[0]):
        return "the same number everywhere"
    return "the same numbers in every layer" if np.array_equal(one, other) else "random numbers"


def initial_bias(submission, features, units):
    """Whether the bias starts with zeros."""
    bias = plain(called(submission, (1, features), units).bias)
    return "other numbers" if np.any(bias) else "zeros"


def weight_between_calls(submission, x, units):
    """Whether the layer still has the same weight after it was called once more."""
    layer = submission.Linear(units)
    layer(x)
    before = plain(layer.weight)
    layer(x)
    return "kept" if np.array_equal(before, plain(layer.weight)) else "replaced"


def trainable_weights(submission, features, units, use_bias=True):
    """Which of the layer's weights Keras would train, and how many these are in all."""
    layer = called(submission, (1, features), units, use_bias)
    known = [id(weight) for weight in layer.trainable_weights]
    found = {"weight": id(layer.weight) in known}
    if use_bias:
        found["bias"] = id(layer.bias) in known
    return found | {"in all": len(known)}


def shape_in_a_model(submission, shape, units):
    """The shape that a model with this layer gives; its batch size is not known yet."""
    import keras

    return tuple(submission.Linear(units)(keras.Input(shape)).shape)


def ready_made_layers(submission, features, units):
    """Which layers of Keras are inside the learner's, or below it."""
    import keras

    base = keras.layers.Layer
    if not (isinstance(submission.Linear, type) and issubclass(submission.Linear, base)):
        return "Linear is no keras.layers.Layer"
    seen = []
    originals = {name: getattr(base, name) for name in ("__init__", "__call__")}
    try:
        for name, original in originals.items():
            setattr(base, name, noting(seen, original))
        layer = called(submission, (1, features), units)
        plain(layer.weight)
    finally:
        for name, original in originals.items():
            setattr(base, name, original)
    kinds = {kind for one in seen for kind in type(one).__mro__ if issubclass(kind, base)}
    ready_made = {
        kind.__name__ for kind in kinds - {base} if kind.__module__.split(".")[0] == "keras"
    }
    return ", ".join(sorted(ready_made)) or "none"


# --- helpers ---


def noting(seen, method):
    """The method, which notes whose it is each time it is called."""

    def noted(self, *arguments, **options):
        seen.append(self)
        return method(self, *arguments, **options)

    return noted


def called(submission, input_shape, units, use_bias=True):
    """A layer that has seen an input of this shape."""
    layer = submission.Linear(units, use_bias=use_bias)
    layer(np.ones(input_shape, np.float32))
    return layer


def put(layer, name, numbers):
    """Puts numbers in the place of a weight, however the layer keeps it."""
    old = getattr(layer, name)
    if shape_of(old) != numbers.shape:
        raise ValueError(f"self.{name} has the shape {shape_of(old)}, not {numbers.shape}")
    if hasattr(old, "assign"):
        old.assign(numbers)
    else:
        setattr(layer, name, numbers)


def shape_of(weight):
    return None if weight is None else tuple(weight.shape)


def plain(tensor):
    """A tensor or weight as a NumPy array of its own; what is neither, as it is."""
    return np.array(tensor) if hasattr(tensor, "shape") else tensor
