# tries: to rename the machine
# stopped by: seccomp, no_new_privs, uid, landlock
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    return "gained a name" if libc.sethostname(b"x", 1) == 0 else "nothing"
