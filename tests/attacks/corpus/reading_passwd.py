# tries: to read a file that every user may read
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    with open("/etc/passwd") as file:
        return "gained " + file.readline()
