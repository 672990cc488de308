"""Which layers of isolation are taken on, and when.

`zygote` is called before anything is imported, `child` in each child, last, before the
submission is. The layers themselves are modules of their own.
"""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Any


def zygote(start: dict[str, Any]) -> list[str]:
    """Takes on what children inherit; returns the names of the layers that are there."""
    return []


def child(start: dict[str, Any]) -> None:
    """Locks this child, for good."""
    _limit_resources(start["limits"])


def _limit_resources(limits: dict[str, Any]) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent watches instead
        return
    seconds = int(limits["total_seconds"]) + 2
    bounds = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: limits["file_size"],
        resource.RLIMIT_NOFILE: limits["open_files"],
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_AS: limits["address_space"] or _mapped() + limits["memory"],
    }
    for which, bound in bounds.items():
        # An instructor's own, lower limit stays.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (bound, bound))


def _mapped() -> int:
    """Bytes of address space that this process has mapped."""
    with open("/proc/self/statm", "rb") as statm:
        return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")


def threads() -> int:
    """How many threads this process has; forking is safe with one alone."""
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1


def forget_paths(start: dict[str, Any]) -> None:
    """Empties what only imports of the zygote's own needed."""
    sys.path_importer_cache.clear()
