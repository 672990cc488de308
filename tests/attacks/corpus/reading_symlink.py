# tries: to read through a link that it makes
# stopped by: root, landlock, seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os, tempfile

    path = os.path.join(tempfile.gettempdir(), "link")
    os.symlink("/etc/passwd", path)
    with open(path) as file:
        return "gained " + file.readline()
