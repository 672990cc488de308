"""Proves many exercises, on every core; each process starts TensorFlow once."""

from __future__ import annotations

import atexit
import functools
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from grader.authoring.record import Zygotes
from grader.authoring.verify import Proof, verify, write_stub
from grader.course import Course
from grader.exercise import load_exercise


def verify_all(course: Course, names: Sequence[str], record: bool) -> Iterator[list[Proof]]:
    """The proofs of each of these exercises, in their order, as they are done."""
    jobs = min(len(names), len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 2)
    if jobs <= 1:
        for name in names:
            yield _verify_one(course.root, record, name)
        return
    # A fresh interpreter each: a fork would inherit whatever this process has imported.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context) as pool:
        yield from pool.map(functools.partial(_verify_one, course.root, record), names)


@functools.cache
def _zygotes() -> Zygotes:
    zygotes = Zygotes()
    atexit.register(zygotes.close)
    return zygotes


def _verify_one(root: Path, record: bool, name: str) -> list[Proof]:
    exercise = load_exercise(Course(root), name)
    if record:
        write_stub(exercise)
        exercise = load_exercise(Course(root), name)
    return list(verify(exercise, _zygotes(), record))
