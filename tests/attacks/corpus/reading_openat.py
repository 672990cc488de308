# tries: to open a file relative to a folder
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import os

    folder = os.open("/etc", os.O_PATH)
    descriptor = os.open("passwd", os.O_RDONLY, dir_fd=folder)
    return f"gained {os.read(descriptor, 20)}"
