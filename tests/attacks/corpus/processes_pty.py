# tries: to open a terminal of its own
# stopped by: seccomp, root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import os

    master, slave = os.openpty()
    return "gained a terminal"
