# tries: to put the solutions on the path and import the reference
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    sys.path.insert(0, os.path.join(REPO, "solutions/conv_padding"))
    sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__name__ != "_Finder"]
    import reference_numpy

    return f"gained {reference_numpy.__file__}"
