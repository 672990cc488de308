"""A new exercise: every file that one has, with a working example and a TODO where to write.

The example multiplies by a factor. It passes `grade verify` but for its TODOs, so an author can
replace it piece by piece and always see what is still missing.
"""

from __future__ import annotations

import re
from pathlib import Path
from string import Template

from grader.course import RUNTIMES, Course
from grader.errors import UsageError

SKELETON = Path(__file__).with_name("skeleton")


def write_skeleton(course: Course, name: str, runtime: str = "numpy") -> Path:
    """Writes a new exercise into a course; returns its folder.

    Raises `UsageError` where the name is taken or none that a Python file could have.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise UsageError(f"`{name}` is no name for an exercise: use a-z, 0-9 and _")
    if runtime not in RUNTIMES:
        raise UsageError(f"the runtime is one of {', '.join(RUNTIMES)}")
    folder = course.root / "solutions" / name
    if folder.exists():
        raise UsageError(f"{folder} is there already")
    folder.mkdir(parents=True)
    for path in sorted(SKELETON.iterdir()):
        if not path.is_file():
            continue
        text = Template(path.read_text("utf-8")).safe_substitute(name=name, runtime=runtime)
        if path.name == "text.en.toml":
            # Every language of the course gets the same TODOs.
            for language in course.languages:
                (folder / f"text.{language}.toml").write_text(text, "utf-8")
        else:
            (folder / path.name).write_text(text, "utf-8")
    return folder
