# tries: to make a pipe with a name
# stopped by: seccomp, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import os, tempfile

    os.mkfifo(os.path.join(tempfile.gettempdir(), "pipe"))
    return "gained a pipe"
