# tries: to signal the process above
# stopped by: seccomp, landlock, pid, uid
# must hold: what it returns does not begin with `gained`


def f():
    import os

    os.kill(os.getppid(), 0)
    return "gained a signal"
