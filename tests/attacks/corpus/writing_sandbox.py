# tries: to write into the sandbox itself
# stopped by: root, landlock, uid
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    path = os.path.join(REPO, "grader", "sandbox", "inside", "grade_attack.py")
    with open(path, "w") as file:
        file.write("x")
    os.unlink(path)
    return "gained a file"
