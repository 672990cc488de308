# tries: to keep bytes where no file is
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os

    return f"gained {os.memfd_create('x')}"
