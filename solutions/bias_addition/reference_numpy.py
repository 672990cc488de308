"""Adding a bias, in NumPy."""

import numpy as np


def add_bias(x, bias):
    if np.ndim(x) == 0:
        raise ValueError("x must have at least one axis, the features")
    if np.ndim(bias) != 1 or len(bias) != x.shape[-1]:
        raise ValueError(f"bias must have one number for each of the {x.shape[-1]} features")
    return x + bias  # idea: last_axis
