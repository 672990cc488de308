# tries: to stop the kernel in the middle of an access
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    import platform

    found = libc.syscall(323 if platform.machine() == "x86_64" else 282, 1)
    return f"gained {found}" if found >= 0 else "nothing"
