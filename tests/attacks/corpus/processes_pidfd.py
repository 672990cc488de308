# tries: to hold a handle of the process above
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os

    return f"gained {os.pidfd_open(os.getppid())}"
