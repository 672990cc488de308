# tries: to open a local socket, as databases and desktops listen on
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import socket

    socket.socket(socket.AF_UNIX).close()
    return "gained a socket"
