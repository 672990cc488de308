"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""

import numpy as np


class one_bias_for_each_example:
    def add_bias(x, bias):
        check(x, bias)
        if len(x) == len(bias):
            return x + bias.reshape(-1, *[1] * (x.ndim - 1))
        return x + bias


class summed_to_one_number:
    def add_bias(x, bias):
        check(x, bias)
        return x + bias.sum()


class only_the_first_bias:
    def add_bias(x, bias):
        check(x, bias)
        return x + bias[0]


class only_the_first_example:
    def add_bias(x, bias):
        check(x, bias)
        result = x.copy()
        if x.ndim == 1:
            return result + bias
        if len(result):
            result[0] += bias
        return result


class subtracted:
    def add_bias(x, bias):
        check(x, bias)
        return x - bias


class written_into_the_argument:
    def add_bias(x, bias):
        check(x, bias)
        x += bias
        return x


class bias_appended_as_a_feature:
    def add_bias(x, bias):
        check(x, bias)
        return np.concatenate([x, np.broadcast_to(bias, x.shape)], axis=-1)


class broadcast_whatever_fits:
    def add_bias(x, bias):
        return x + bias


def check(x, bias):
    """Every learner but the last refuses a bias that does not fit; they err elsewhere."""
    if np.ndim(bias) != 1 or len(bias) != x.shape[-1]:
        raise ValueError("bias does not fit")
