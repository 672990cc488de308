# tries: to read how the process above was started
# stopped by: root, landlock, mount
# must hold: what it returns does not begin with `gained`


def f():
    import os

    with open(f"/proc/{os.getppid()}/stat", "rb") as file:
        return f"gained {file.read(20)}"
