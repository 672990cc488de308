# tries: to learn that a path exists
# stopped by: root
# must hold: what it returns does not begin with `gained`


def f():
    import os

    return "gained it" if os.path.exists("/etc/passwd") else "nothing"
