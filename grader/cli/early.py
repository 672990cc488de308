"""Starts the sandbox before the command line is even understood.

The zygote takes as long to start as everything that this process imports, so the two should run
side by side from the first moment. What is started here is only a guess at what will be needed:
the file that is graded and its exercise. Where the guess is wrong, it is thrown away.
"""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from grader.course import Manifest, find_course
from grader.sandbox.limits import limits_for
from grader.sandbox.zygote import Settings, Zygote

_started: list[Zygote] = []


def start(arguments: Sequence[str]) -> None:
    """Starts the zygote that grading the first file among these arguments would use."""
    given = dict(pairwise(arguments))
    path = next((Path(a) for a in arguments if not a.startswith("-") and os.path.isfile(a)), None)
    if path is None or path == Path(given.get("--roster", "")):
        return
    try:
        course = find_course(path, given.get("--course"))
        manifest = course.manifest(given.get("--exercise") or path.stem)
        _started.append(Zygote(settings_of(manifest)))
    except Exception:
        # Whatever is wrong is said where it is understood.
        return


def settings_of(manifest: Manifest) -> Settings:
    """How a zygote for this exercise is started, if nothing else is asked for."""
    limits = limits_for(manifest.runtime, manifest.limits)
    return Settings(manifest.runtime, dataclasses.asdict(limits))


def zygote_for(settings: Settings) -> Zygote:
    """The zygote that was started early where its settings are these, else a new one."""
    for zygote in _started:
        if zygote.settings == settings:
            _started.remove(zygote)
            return zygote
    return Zygote(settings)


def throw_away() -> None:
    """Ends what was started early and not used."""
    while _started:
        _started.pop().close()
