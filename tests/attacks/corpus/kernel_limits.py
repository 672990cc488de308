# tries: to change its limits
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import resource

    resource.setrlimit(resource.RLIMIT_STACK, (2**20, 2**20))
    return "gained it"
