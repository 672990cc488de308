# tries: to make a second name of a file
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os, tempfile

    with tempfile.NamedTemporaryFile() as file:
        os.link(file.name, file.name + ".link")
    return "gained a link"
