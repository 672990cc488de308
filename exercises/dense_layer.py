"""A layer with weights of its own

So far a linear layer was a function: whoever called it had to bring the weight and the bias.
In a network nobody wants to carry them around, so a layer is an *object* that owns its weights.
Keras has a ready-made one, `Dense`. Here you write it yourself, on top of `keras.layers.Layer`,
the class that every layer of Keras is made from.

It takes three methods. `__init__` notes what the user has chosen. `build(input_shape)` makes
the weights: only now is it known how many features the input has. `call(x)` computes
`x @ weight + bias`. You never call the last two yourself: with `layer(x)`, Keras runs `build`
before the first `call`, and from then on `call` alone.
"""

import keras
import tensorflow as tf


class Linear(keras.layers.Layer):
    """A linear layer that owns its weights: `layer(x)` is `x @ weight + bias`.

    `x` has the shape (batch, ..., in_features), two axes or more, and the result the shape
    (batch, ..., units); both are float32. An empty batch gives an empty result. `x` is not changed.
    Inside a Keras model, where the batch size is still None, the layer works as well.

    `self.weight`, of shape (in_features, units), starts with random numbers, which differ from
    layer to layer. `self.bias`, of shape (units,), starts at zero. With `use_bias=False`,
    `self.bias` is None. `build` makes them, not `__init__`: it knows `in_features`. They are
    trainable weights of the layer, its only ones, and calling the layer does not change them.

    No other layer of Keras (`Dense`, `Conv2D`, ...) is used or inherited from.
    `units` is an integer of at least 1; a smaller one raises `ValueError` naming it.

    >>> layer = Linear(2)
    >>> x = tf.constant([[1.0, 2.0, 3.0]])
    >>> print(tuple(layer(x).shape))              # the first call makes weight and bias
    (1, 2)
    >>> _ = layer.weight.assign([[1, 0], [0, 1], [2, -1]])
    >>> _ = layer.bias.assign([10, 20])
    >>> print(layer(x).numpy().tolist())          # 1 + 0 + 6 + 10 and 0 + 2 - 3 + 20
    [[17.0, 19.0]]
    """

    def __init__(self, units, use_bias=True):
        super().__init__()
        raise NotImplementedError

    def build(self, input_shape):
        raise NotImplementedError

    def call(self, x):
        raise NotImplementedError
