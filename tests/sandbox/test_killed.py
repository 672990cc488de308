"""The grader, killed at any moment, leaves no process and no folder behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

CODE = """
import dataclasses, msgspec, sys
from grader.case import call
from grader.sandbox.limits import DEFAULTS
from grader.sandbox.runner import Implementation, Plan, run
from grader.sandbox.zygote import Settings, Zygote
limits = DEFAULTS["numpy"]
with Zygote(Settings("numpy", dataclasses.asdict(limits), without=sys.argv[1:])) as zygote:
    plan = Plan("p", "submission", "numpy", limits, (call("f"),), (0,))
    while True:
        run(zygote, plan, Implementation("import time\\ndef f(): time.sleep(0.01)"))
"""


@pytest.mark.parametrize("without", [[], ["user", "mount", "pid", "net", "ipc", "uts"]])
@pytest.mark.parametrize("moment", [0.05, 0.15, 0.3, 0.6])
def test_a_killed_grader_leaves_no_process(moment: float, without: list[str]) -> None:
    _kill_after(moment, without)


@pytest.mark.full
@pytest.mark.parametrize("number", range(50))
def test_a_grader_killed_at_fifty_moments_leaves_no_process(number: int) -> None:
    _kill_after(0.02 * (number + 1), [] if number % 2 else ["user", "mount", "pid"])


def _kill_after(moment: float, without: list[str]) -> None:
    grader = subprocess.Popen(
        [sys.executable, "-c", CODE, *without],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(moment)
    before = _children(grader.pid)
    os.kill(grader.pid, signal.SIGKILL)
    grader.wait()
    deadline = time.monotonic() + 10
    while (left := [pid for pid in before if _runs(pid)]) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert left == []


def _children(pid: int) -> list[int]:
    """All processes below one, as the kernel lists them."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").iterdir():
        try:
            found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found + [below for child in found for below in _children_or_none(child)]


def _children_or_none(pid: int) -> list[int]:
    try:
        return _children(pid)
    except OSError:
        return []


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
