"""How many outputs a convolution has

A convolution slides a window over its input and writes one number for each position of the
window. Before you can build a network you have to know how many that are: the output of one
layer is the input of the next, and a size that is off by one makes the whole network fall
apart. Height and width are counted separately, so here it is about one axis.

Four things decide. The window begins at the first pixel and has to end within the input, so a
large `kernel` leaves fewer positions. The `stride` is the step from one position to the next.
`padding` puts that many zeros in front of the input *and* as many behind it. With a `dilation`
of d the kernel's taps lie d pixels apart, so that the window reaches further.
"""


def output_size(size, kernel, stride=1, padding=0, dilation=1):
    """How many outputs a convolution has along one axis.

    A window of `kernel` taps, `dilation` pixels apart, moves in steps of `stride` over `size`
    pixels with `padding` zeros before them and as many after them. It starts at the first zero (or
    pixel) and never leaves the padded input; pixels that are left over at the end get no window.

    All are integers: `padding` of at least 0, the others of at least 1. A smaller one raises
    `ValueError` naming it. A window that does not fit into the padded input, be it by one pixel,
    raises `ValueError` naming `kernel`, `size` or another argument that is at fault.
    Returns an integer.

    >>> print(output_size(7, 3, stride=2))              # starts at pixels 0, 2 and 4
    3
    >>> print(output_size(5, 3, stride=2, padding=1))   # of 7 pixels, zeros included: 0, 2 and 4
    3
    """
    raise NotImplementedError
