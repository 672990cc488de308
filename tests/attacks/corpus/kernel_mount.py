# tries: to mount a file system
# stopped by: seccomp, no_new_privs, uid, landlock
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    import os

    done = libc.mount(b"tmpfs", os.environ["TMPDIR"].encode(), b"tmpfs", 0, None)
    return "gained a mount" if done == 0 else "nothing"
