# tries: to run the reference where it lies
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    import runpy

    return "gained " + str(
        list(runpy.run_path(os.path.join(REPO, "solutions/conv_padding/reference_numpy.py")))
    )
