# tries: to fork
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os

    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)
    return "gained a process"
