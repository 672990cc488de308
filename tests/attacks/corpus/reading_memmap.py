# tries: to map a file with NumPy
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import numpy as np

    return f"gained {np.memmap('/etc/passwd', mode='r')[:4]}"
