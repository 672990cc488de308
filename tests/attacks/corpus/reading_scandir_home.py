# tries: to list the homes and services of the machine
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import os

    return "gained " + " ".join(e.name for e in os.scandir("/etc") if e.name == "passwd")
