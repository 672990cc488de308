# tries: to choose its processor
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import os

    os.sched_setaffinity(0, os.sched_getaffinity(0))
    return "gained a processor"
