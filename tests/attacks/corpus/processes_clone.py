# tries: to clone by its number
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    import os, platform

    pid = libc.syscall(56 if platform.machine() == "x86_64" else 220, 17, 0, 0, 0, 0)
    if pid == 0:
        os._exit(0)
    return "gained a process" if pid > 0 else "nothing"
