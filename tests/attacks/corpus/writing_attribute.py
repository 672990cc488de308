# tries: to hide bytes in an attribute of a file
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os, tempfile

    with tempfile.NamedTemporaryFile() as file:
        os.setxattr(file.name, "user.x", b"x")
    return "gained it"
