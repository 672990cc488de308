# tries: to change the permissions of a file
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os, tempfile

    with tempfile.NamedTemporaryFile() as file:
        os.chmod(file.name, 0o4755)
    return "gained it"
