# tries: to open its own memory as a file
# stopped by: root, landlock, mount, no_new_privs
# must hold: what it returns does not begin with `gained`


def f():
    import os

    descriptor = os.open("/proc/self/mem", os.O_RDONLY)
    return f"gained {descriptor}"
