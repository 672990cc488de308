# tries: to change its root
# stopped by: seccomp, no_new_privs, uid, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import os

    os.chroot("/")
    return "gained a root"
