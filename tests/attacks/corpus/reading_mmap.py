# tries: to map a file into memory
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import mmap

    with open("/etc/passwd", "rb") as file:
        return f"gained {mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)[:20]}"
