# tries: to see what is mounted
# stopped by: root, landlock, mount
# must hold: what it returns does not begin with `gained`


def f():
    with open("/proc/self/mounts") as file:
        return "gained " + file.readline()
