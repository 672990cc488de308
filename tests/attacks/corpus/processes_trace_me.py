# tries: to be debugged
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    import platform

    done = libc.syscall(101 if platform.machine() == "x86_64" else 117, 0, 0, 0, 0)
    return "gained a debugger" if done == 0 else "nothing"
