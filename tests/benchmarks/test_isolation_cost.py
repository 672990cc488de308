"""What the layers of isolation cost, measured in one run with and without them."""

from __future__ import annotations

import dataclasses
import statistics
import time

from grader.course import find_course
from grader.exercise import load_exercise, recorded_key
from grader.sandbox.runner import Implementation, Plan, run
from grader.sandbox.zygote import Settings, Zygote

from .measuring import ROOT

NOTHING = ("user", "mount", "pid", "net", "ipc", "uts", "no_new_privs", "landlock", "seccomp")
ROUNDS, EACH = 15, 20


def test_layers_cost_two_milliseconds_a_submission(table: list[str]) -> None:
    """≤ 2 ms in a batch, ≤ 20 ms more for a single one to be ready."""
    exercise = load_exercise(find_course(named=str(ROOT)), "conv_padding")
    plan = recorded_key(exercise).plan
    implementation = Implementation(exercise.stub)
    settings = {
        "with all layers": plan.settings(),
        "without": dataclasses.replace(plan.settings(), without=NOTHING),
    }
    ready = {name: statistics.median(_ready(s) for _ in range(9)) for name, s in settings.items()}
    zygotes = {name: Zygote(s) for name, s in settings.items()}
    taken: dict[str, list[float]] = {name: [] for name in settings}
    try:
        for _ in range(ROUNDS):
            for name, zygote in zygotes.items():
                taken[name].append(_batch(zygote, plan, implementation))
    finally:
        for zygote in zygotes.values():
            zygote.close()
    each = {name: statistics.median(times) / EACH for name, times in taken.items()}
    table.append("isolation                                ms a submission   ms until ready")
    for name in settings:
        table.append(f"  {name:<40} {each[name] * 1000:13.2f} {ready[name] * 1000:16.1f}")
    assert each["with all layers"] - each["without"] <= 0.002
    assert ready["with all layers"] - ready["without"] <= 0.020


def _ready(settings: Settings) -> float:
    started = time.perf_counter()
    with Zygote(settings) as zygote:
        zygote.wait_until_ready()
        return time.perf_counter() - started


def _batch(zygote: Zygote, plan: Plan, implementation: Implementation) -> float:
    started = time.perf_counter()
    for _ in range(EACH):
        run(zygote, plan, implementation)
    return time.perf_counter() - started
