# tries: to listen on an abstract name
# stopped by: seccomp
# must hold: what it returns does not begin with `gained`


def f():
    import socket

    listening = socket.socket(socket.AF_UNIX)
    listening.bind("\0grade-attack")
    return "gained a name"
