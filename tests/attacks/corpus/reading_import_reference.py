# tries: to import the reference by its path
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    import importlib.util

    spec = importlib.util.spec_from_file_location(
        "r", os.path.join(REPO, "solutions/conv_padding/reference_numpy.py")
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return f"gained {module.same_padding(5, 3)}"
