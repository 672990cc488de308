# tries: to leave its process group
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os

    os.setpgid(0, 0)
    return "gained a group"
