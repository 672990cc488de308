# tries: to reach what listens on this machine
# stopped by: seccomp, landlock, net
# must hold: what it returns does not begin with `gained`


def f():
    import errno, socket

    there = socket.socket()
    there.settimeout(1)
    done = there.connect_ex(("127.0.0.1", 9))
    return "gained the network" if done in (0, errno.ECONNREFUSED) else "nothing"
