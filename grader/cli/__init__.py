"""The command line: `grade FILE...` and the words in `grader.cli.main`."""

from __future__ import annotations

import sys


def main() -> None:
    """The console script `grade`."""
    from grader.cli.main import run

    sys.exit(run())
