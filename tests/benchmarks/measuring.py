"""Timing whole commands alternately in one run, so that a drifting machine drifts for all."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[2]
GRADE = [sys.executable, "-c", "from grader.cli import main; main()"]
FLOOR = [sys.executable, "-c", "import numpy, pytest"]
# An ordinary run of an ordinary pytest file, without anything of this repository around it.
BASELINE = [
    *(sys.executable, "-m", "pytest", "-q", f"--config-file={os.devnull}", "--noconftest"),
    *("-p", "no:cacheprovider", "--import-mode=importlib"),
    str(Path(__file__).parent / "baseline" / "conv_padding.py"),
]
RUNS = 7


def seconds(command: Sequence[str], environment: Mapping[str, str] | None = None) -> float:
    """Wall time of one run of a command, whatever its exit code."""
    started = time.perf_counter()
    subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, **(environment or {})},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - started


def medians(
    commands: Mapping[str, Sequence[str]],
    environments: Mapping[str, Mapping[str, str]] | None = None,
    runs: int = RUNS,
) -> dict[str, float]:
    """The median time of each command in seconds, run in turn after one warm-up of each."""
    environments = environments or {}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            time_taken = seconds(command, environments.get(name))
            if turn:
                taken[name].append(time_taken)
    return {name: statistics.median(times) for name, times in taken.items()}
