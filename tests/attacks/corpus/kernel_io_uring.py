# tries: to do input and output past the filter
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    found = libc.syscall(425, 1, ctypes.create_string_buffer(200))
    return f"gained {found}" if found >= 0 else "nothing"
