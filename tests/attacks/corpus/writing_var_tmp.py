# tries: to leave a folder in /var/tmp
# stopped by: root, landlock, uid
# must hold: what it returns does not begin with `gained`


def f():
    import os

    os.mkdir("/var/tmp/grade-attack-left-behind")
    os.rmdir("/var/tmp/grade-attack-left-behind")
    return "gained a folder"
