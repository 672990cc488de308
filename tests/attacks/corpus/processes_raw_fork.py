# tries: to fork without Python
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    import os

    pid = libc.fork()
    if pid == 0:
        os._exit(0)
    return "gained a process" if pid > 0 else "nothing"
