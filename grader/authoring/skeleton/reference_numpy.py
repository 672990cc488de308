"""TODO: what this computes, in NumPy. Written to be read: it is what one would show in class."""

import numpy as np


def $name(x, factor=2):
    if factor < 1:
        raise ValueError(f"factor must be at least 1, got {factor}")
    return np.asarray(x) * factor  # idea: scaling
