# tries: to run a shell
# stopped by: seccomp, root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import os

    return "gained a shell" if os.system("exit 0") == 0 else "nothing"
