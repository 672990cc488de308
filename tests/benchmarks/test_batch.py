"""Many submissions in one call, on one core."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from grader.authoring.variants import misconceptions, reference, right_answers
from grader.course import find_course
from grader.exercise import Exercise, load_exercise, recorded_key
from grader.grading import Grader
from grader.sandbox.inside import plain
from grader.sandbox.zygote import Zygote
from grader.submission import Submission

from .measuring import BASELINE, ROOT, seconds

COUNT = 500


def test_500_different_submissions(table: list[str]) -> None:
    """≥ 200 × the baseline's rate on one core with nothing kept; beside it, the floor of a batch."""
    exercise = load_exercise(find_course(named=str(ROOT)), "conv_padding")
    submissions = _different(exercise, COUNT)
    key = recorded_key(exercise)
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        with Zygote(key.plan.settings()) as zygote:
            rates = {}
            for name, keep in (("nothing kept", False), ("equal transcripts kept", True)):
                grader = Grader(key, zygote, keep=keep)
                list(grader.grade(submissions[:20]))
                started = time.perf_counter()
                results = list(grader.grade(submissions))
                rates[name] = (time.perf_counter() - started) / COUNT
                assert {result.outcome for result in results} == {"passed", "failed"}
        floor = _median(lambda: _fork_import_call(exercise, submissions[0].source or ""))
    finally:
        os.sched_setaffinity(0, cores)
    path = ROOT / "solutions" / "conv_padding" / "reference_numpy.py"
    baseline = statistics.median(seconds(BASELINE, {"SUBMISSION": str(path)}) for _ in range(3))
    table.append(f"{COUNT} different submissions on one core   ms each   × floor   baseline ÷")
    rows = {"floor: fork, import, call": floor, **rates, "baseline": baseline}
    for name, each in rows.items():
        table.append(
            f"  {name:<35} {each * 1000:10.2f} {each / floor:9.2f} {baseline / each:12.0f}"
        )
    assert rates["nothing kept"] <= baseline / 200


def _different(exercise: Exercise, count: int) -> list[Submission]:
    """Submissions that differ in every byte string: right ones and every misconception."""
    kinds = {**misconceptions(exercise), **right_answers(exercise)}
    kinds["reference"] = reference(exercise, "numpy")
    sources = [implementation.source for implementation in kinds.values()]
    return [
        Submission(f"{n}.py", "", f"{sources[n % len(sources)]}\n# student {n}\n", str(n))
        for n in range(count)
    ]


def _median(act: Callable[[], float]) -> float:
    return statistics.median(act() for _ in range(31))


def _fork_import_call(exercise: Exercise, source: str) -> float:
    """What cannot be avoided: a fork, an import, and every case called once."""
    cases = [case for case in exercise.cases if not case.names]
    trees = [[plain.flatten(a) for a in case.python_arguments()[0]] for case in cases]
    started = time.perf_counter()
    pid = os.fork()
    if pid == 0:
        names: dict[str, object] = {}
        exec(compile(source, "submission.py", "exec"), names)
        for case, arguments in zip(cases, trees, strict=True):
            options = case.python_arguments()[1]
            names[case.function](*map(plain.build, arguments), **options)  # type: ignore[operator]
        os._exit(0)
    os.waitpid(pid, 0)
    return time.perf_counter() - started


def test_reports_are_not_in_the_way(tmp_path: Path) -> None:
    """Grading imports no reports: scores never wait for pages."""
    import subprocess

    code = "import sys, grader.grading; print([m for m in sys.modules if m.startswith('jinja2')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
