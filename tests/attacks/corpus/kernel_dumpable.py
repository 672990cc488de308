# tries: to make its memory readable to its owner again
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    return "gained it" if libc.prctl(4, 1) == 0 else "nothing"
