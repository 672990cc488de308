# tries: to go where the answers are
# stopped by: root
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    os.chdir(os.path.join(REPO, "solutions"))
    return "gained " + os.getcwd()
