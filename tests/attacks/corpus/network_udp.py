# tries: to open a datagram socket
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import socket

    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()
    return "gained a socket"
