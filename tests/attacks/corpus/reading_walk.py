# tries: to look for the answers from the course upwards
# stopped by: root, landlock
# must hold: what it returns does not begin with `gained`

import os, sys

REPO = os.path.abspath(sys.modules["child"].__file__).rsplit("/grader/", 1)[0]


def f():
    for folder, _, files in os.walk(os.path.join(REPO, "solutions")):
        if "recorded.jsonl" in files:
            return "gained " + folder
    return "nothing"
