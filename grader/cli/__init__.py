"""The command line: `grade FILE...` and the words in `grader.cli.main`."""

from __future__ import annotations

import gc
import sys


def main() -> None:
    """The console script `grade`."""
    # What imports make stays; looking through all of it again and again takes a tenth of a start.
    gc.set_threshold(100_000, 50, 100)
    from grader.cli import early

    early.start(sys.argv[1:])
    from grader.cli.main import run

    code = run()
    early.throw_away()
    sys.exit(code)
