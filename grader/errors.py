"""What can go wrong besides a submission, and the exit code of each.

GraderError                  exit 3: the grader could not grade
├── CourseError              a course that is wrong in a file, at a line, and what to do
└── SandboxError             the sandbox failed (in `grader.sandbox.zygote`, which is light)
UsageError                   exit 2: nothing was handed in, or an option makes no sense
"""

from __future__ import annotations

from pathlib import Path


class GraderError(Exception):
    """The grader could not grade: its own failure, never the student's."""


class UsageError(Exception):
    """The command was not used as it can be; the message says what to do instead."""


class CourseError(GraderError):
    """Something in the course is wrong.

    path, line: where (line counted from 1, or None); what: the fault and what to do about it.
    """

    def __init__(self, path: Path, what: str, line: int | None = None) -> None:
        self.path, self.line, self.what = path, line, what
        super().__init__(f"{path}:{line}: {what}" if line else f"{path}: {what}")
