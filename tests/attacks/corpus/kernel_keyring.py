# tries: to read the session keyring
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    import platform

    found = libc.syscall(250 if platform.machine() == "x86_64" else 219, 0, -3, 1)
    return f"gained {found}" if found >= 0 else "nothing"
