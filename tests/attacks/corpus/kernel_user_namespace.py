# tries: to become root of a world of its own
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    return "gained a namespace" if libc.unshare(0x10000000) == 0 else "nothing"
