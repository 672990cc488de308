# tries: to share a message queue with others
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    queue = libc.msgget(0, 0o1600)
    if queue >= 0:
        libc.msgctl(queue, 0, None)
    return "gained a queue" if queue >= 0 else "nothing"
