"""Wrong answers that learners give. Each class replaces functions of the NumPy reference."""


class first_position_forgotten:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        room = checked(size, kernel, stride, padding, dilation)
        return room // stride


class rounded_up:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        room = checked(size, kernel, stride, padding, dilation)
        return -(-room // stride) + 1


class one_added_before_dividing:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        room = checked(size, kernel, stride, padding, dilation)
        return (room + 1) // stride


class like_same_padding:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        checked(size, kernel, stride, padding, dilation)
        return -(-(size + 2 * padding) // stride)


class padding_counted_once:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        checked(size, kernel, stride, padding, dilation)
        return (size + padding - dilation * (kernel - 1) - 1) // stride + 1


class padding_added_to_the_outputs:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        checked(size, kernel, stride, padding, dilation)
        return (size - dilation * (kernel - 1) - 1) // stride + 1 + 2 * padding


class dilation_times_kernel:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        checked(size, kernel, stride, padding, dilation)
        return (size + 2 * padding - dilation * kernel) // stride + 1


class dilation_left_out:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        checked(size, kernel, stride, padding, dilation)
        return (size + 2 * padding - kernel) // stride + 1


class windows_side_by_side:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        checked(size, kernel, stride, padding, dilation)
        return (size + 2 * padding) // (kernel * stride)


class fraction_of_a_window:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        room = checked(size, kernel, stride, padding, dilation)
        return room / stride + 1


class nothing_for_what_does_not_fit:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        for name, value, least in (
            ("size", size, 1),
            ("kernel", kernel, 1),
            ("stride", stride, 1),
            ("padding", padding, 0),
            ("dilation", dilation, 1),
        ):
            if value < least:
                raise ValueError(f"{name} must be at least {least}")
        return max((size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1, 0)


class fit_judged_without_padding:
    def output_size(size, kernel, stride=1, padding=0, dilation=1):
        room = checked(size, kernel, stride, padding, dilation)
        if dilation * (kernel - 1) + 1 > size:
            raise ValueError("kernel is larger than size")
        return room // stride + 1


def checked(size, kernel, stride, padding, dilation):
    """Every learner here refuses what makes no sense; gives how far the window can move."""
    for name, value, least in (
        ("size", size, 1),
        ("kernel", kernel, 1),
        ("stride", stride, 1),
        ("padding", padding, 0),
        ("dilation", dilation, 1),
    ):
        if value < least:
            raise ValueError(f"{name} must be at least {least}")
    room = size + 2 * padding - dilation * (kernel - 1) - 1
    if room < 0:
        raise ValueError("kernel is too large")
    return room
