# tries: to read a file through `linecache`
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import linecache

    line = linecache.getline("/etc/passwd", 1)
    return "gained " + line if line else "nothing"
