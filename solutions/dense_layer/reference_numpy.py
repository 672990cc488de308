"""A linear layer as a class, in NumPy alone: what Keras does for a layer is written out."""

import numpy as np


class Linear:
    def __init__(self, units, use_bias=True):
        if units < 1:
            raise ValueError(f"units must be at least 1, got {units}")
        self.units, self.use_bias = units, use_bias
        self.weight = self.bias = None

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)  # idea: weight_shape
        self.weight = np.random.normal(0.0, 0.1, shape).astype(np.float32)  # idea: random_start
        if self.use_bias:  # idea: bias
            self.bias = np.zeros(self.units, np.float32)  # idea: bias

    def call(self, x):
        y = x @ self.weight  # idea: product
        return y if self.bias is None else y + self.bias  # idea: bias

    def __call__(self, x):
        """Keras has this one ready: the first call builds, every call computes."""
        if self.weight is None:  # idea: built_once
            self.build(x.shape)  # idea: built_once
        return self.call(x)
