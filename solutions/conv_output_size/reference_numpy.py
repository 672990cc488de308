"""How many outputs a convolution has along one axis."""


def output_size(size, kernel, stride=1, padding=0, dilation=1):
    for name, value, least in (
        ("size", size, 1),
        ("kernel", kernel, 1),
        ("stride", stride, 1),
        ("padding", padding, 0),
        ("dilation", dilation, 1),
    ):
        if value < least:
            raise ValueError(f"{name} must be at least {least}, got {value}")
    reach = dilation * (kernel - 1) + 1  # idea: reach
    room = size + 2 * padding - reach  # idea: room
    if room < 0:
        raise ValueError(f"a kernel that reaches {reach} pixels far does not fit into size {size}")
    return room // stride + 1  # idea: steps
