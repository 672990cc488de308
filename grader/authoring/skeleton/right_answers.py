"""Right answers in other styles: full marks, and no diagnosis. TODO: at least two."""

import numpy as np


class by_adding_up:
    def $name(x, factor=2):
        if factor < 1:
            raise ValueError("factor must be positive")
        return sum([x] * (factor - 1), np.array(x))
