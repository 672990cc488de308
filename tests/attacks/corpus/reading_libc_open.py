# tries: to open a file without Python
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    import os

    descriptor = libc.open(b"/etc/passwd", 0)
    return f"gained {os.read(descriptor, 20)}" if descriptor >= 0 else "nothing"
