"""Wrong answers that learners give. Each class replaces functions of the reference.

TODO: at least four, each wrong in one idea.
"""

import numpy as np


class factor_added:
    def $name(x, factor=2):
        if factor < 1:
            raise ValueError("factor must be at least 1")
        return np.asarray(x) + factor


class factor_left_out:
    def $name(x, factor=2):
        if factor < 1:
            raise ValueError("factor must be at least 1")
        return np.asarray(x) * 2
