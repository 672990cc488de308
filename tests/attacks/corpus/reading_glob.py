# tries: to find them by a pattern
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    import glob

    found = glob.glob(os.path.join(REPO, "solutions", "*", "recorded.jsonl"))
    return f"gained {found}" if found else "nothing"
