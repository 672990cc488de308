# tries: to spawn a program
# stopped by: seccomp, root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import os

    pid = os.posix_spawn("/bin/true", ["true"], {})
    os.waitpid(pid, 0)
    return "gained a program"
