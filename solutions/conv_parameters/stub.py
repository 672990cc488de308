"""."""


def conv_parameter_count(kernel, in_channels, out_channels, use_bias=True):
    """."""
    raise NotImplementedError


def linear_parameter_count_for(input_shape, output_shape, use_bias=True):
    """."""
    raise NotImplementedError
