"""Right answers in other styles: full marks, and no diagnosis."""

import numpy as np


class feature_by_feature:
    def add_bias(x, bias):
        bias = np.asarray(bias)
        if bias.shape != (x.shape[-1],):
            raise ValueError("the length of bias is not the number of features")
        result = np.empty_like(x)
        for feature in range(x.shape[-1]):
            result[..., feature] = x[..., feature] + bias[feature]
        return result


class as_a_matrix_product:
    def add_bias(x, bias):
        if bias.ndim != 1 or bias.size != x.shape[-1]:
            raise ValueError("bias: one number for each feature")
        ones = np.ones(x.shape[:-1] + (1,), x.dtype)
        return np.add(x, ones @ bias[None, :])
