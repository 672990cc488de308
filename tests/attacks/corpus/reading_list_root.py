# tries: to list the root folder
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import os

    return "gained " + " ".join(os.listdir("/"))
