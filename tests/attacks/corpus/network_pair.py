# tries: to make a pair of sockets
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import socket

    socket.socketpair()
    return "gained a pair"
