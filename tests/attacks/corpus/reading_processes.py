# tries: to list the processes of the machine
# stopped by: root, landlock, mount
# must hold: what it returns does not begin with `gained`


def f():
    import os

    found = [name for name in os.listdir("/proc") if name.isdecimal()]
    return f"gained {found}" if found else "nothing"
