# tries: to watch files
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    found = libc.inotify_init()
    return f"gained {found}" if found >= 0 else "nothing"
