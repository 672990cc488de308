# tries: to leave a file in /dev/shm
# stopped by: root, landlock, uid
# must hold: what it returns does not begin with `gained`


def f():
    import os

    path = "/dev/shm/grade-attack-left-behind"
    with open(path, "w") as file:
        file.write("x")
    os.unlink(path)
    return "gained a file"
