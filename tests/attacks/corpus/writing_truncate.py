# tries: to cut a file by its path
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`

import ctypes

libc = ctypes.CDLL(None, use_errno=True)


def f():
    import os, tempfile

    with tempfile.NamedTemporaryFile() as file:
        os.truncate(file.name, 0) if libc.truncate(file.name.encode(), 0) == 0 else None
        return "gained it" if libc.truncate(file.name.encode(), 0) == 0 else "nothing"
