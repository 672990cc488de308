# tries: to talk to the kernel about the network
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import socket

    socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 0).close()
    return "gained a socket"
