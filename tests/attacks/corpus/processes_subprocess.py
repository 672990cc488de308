# tries: to run a program
# stopped by: seccomp, root, landlock
# must hold: what it returns does not begin with `gained`


def f():
    import subprocess

    return "gained " + subprocess.run(["/bin/echo", "it"], capture_output=True, text=True).stdout
