# tries: to read solutions/conv_padding/checks.py, found from where the sandbox itself lies
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    with open(os.path.join(REPO, "solutions/conv_padding/checks.py")) as file:
        return "gained " + file.readline()
