"""Why locality saves parameters

A linear layer connects everything with everything: each value of its output has a weight of its
own for each value of its input. Between two images that is an enormous number of weights. A
convolution makes two assumptions: what belongs together in an image lies close together
(*locality*), and a pattern means the same wherever it is (*the same weights at every
position*). So a filter has weights for one small window only, and uses them everywhere.

How much that saves you find out by counting: the parameters of a convolution, and those of a
linear layer that would turn the same input image into an output of the same shape. A filter
spans all channels of its input: what many a drawing shows as a flat square is a block of
kernel_height × kernel_width × in_channels weights. Each filter has one bias; in a linear layer
each value of the output has one.
"""


def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
    """How many parameters, weights and biases, a convolution has.

    `kernel` is an integer or a (height, width) pair, `in_channels` and `out_channels` are integers;
    there are `out_channels` filters, each of which spans all input channels. With `use_bias` each
    filter has one bias, without it there are none.

    All sizes are at least 1; a smaller one raises `ValueError` naming the argument.
    Returns an integer.

    >>> print(conv_parameter_count(3, 2, 5))   # 5 filters of 3*3*2 weights and a bias each
    95
    """
    raise NotImplementedError


def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
    """How many parameters a linear layer has that turns inputs of one shape into outputs of another.

    `input_shape` and `output_shape` are tuples or lists of sizes without the batch, most often
    (height, width, channels), but of any length. Every value of the input is connected with every
    value of the output. With `use_bias` each value of the output has one bias, without it there are
    none.

    All sizes are at least 1; a smaller one raises `ValueError` naming the argument.
    Returns an integer.

    >>> print(linear_parameter_count_for((4, 4, 2), (2, 2, 5)))   # 32 * 20 weights, 20 biases
    660
    """
    raise NotImplementedError
