# tries: to write beside the answers
# stopped by: root, landlock, uid
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    path = os.path.join(REPO, "solutions", "grade-attack-left-behind")
    with open(path, "w") as file:
        file.write("x")
    os.unlink(path)
    return "gained a file"
