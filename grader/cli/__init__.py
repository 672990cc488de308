"""The command line: `grade FILE...` and the words in `grader.cli.main`."""

from __future__ import annotations

import sys


def main() -> None:
    """The console script `grade`."""
    from grader.cli import early

    early.start(sys.argv[1:])
    from grader.cli.main import run

    code = run()
    early.throw_away()
    sys.exit(code)
