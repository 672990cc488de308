# tries: to share a semaphore with others
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    found = libc.semget(0, 1, 0o1600)
    if found >= 0:
        libc.semctl(found, 0, 0)
    return "gained a semaphore" if found >= 0 else "nothing"
