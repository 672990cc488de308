# tries: to switch off address randomisation
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    return "gained it" if libc.personality(0x0040000) >= 0 else "nothing"
