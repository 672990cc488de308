# tries: to change its priority
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os

    os.nice(1)
    return "gained it"
