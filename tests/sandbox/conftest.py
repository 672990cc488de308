"""Small plans that run in a moment, in both forms of the sandbox."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from grader.case import Case, call
from grader.sandbox.limits import limits_for
from grader.sandbox.runner import Implementation, Plan, run
from grader.sandbox.zygote import CAN_FORK, Settings, Zygote
from grader.transcript import Entry, Transcript

# Small, and of CPU time alone: on the wall there is time enough for a busy machine.
LIMITS: dict[str, Any] = {"case_seconds": 0.4, "wall_factor": 30.0, "total_seconds": 4.0}


def plan_of(
    cases: Sequence[Case], groups: Sequence[int] = (), probe: str | None = None, **limits: Any
) -> Plan:
    """A plan of these cases; without `groups` each case is a group of its own."""
    settings = limits_for("numpy", {**LIMITS, **limits})
    groups = tuple(groups) or tuple(range(len(cases)))
    told = repr([[case.key for case in cases], groups, probe, settings])
    name = hashlib.sha256(told.encode()).hexdigest()
    return Plan(name, "solution", "numpy", settings, tuple(cases), groups, probe)


@pytest.fixture(
    scope="session",
    params=[
        pytest.param(
            False, marks=pytest.mark.skipif(not CAN_FORK, reason="needs fork"), id="forked"
        ),
        pytest.param(True, id="portable"),
    ],
)
def sandbox(request: pytest.FixtureRequest) -> Iterator[Zygote]:
    """A zygote that forks, and the portable form that starts an interpreter for each run."""
    limits = dataclasses.asdict(limits_for("numpy", LIMITS))
    with Zygote(Settings("numpy", limits, portable=request.param)) as zygote:
        yield zygote


class Runs:
    """What running a source on some cases of `f` gives, in the order of the cases."""

    def __init__(self, zygote: Zygote) -> None:
        self.zygote = zygote

    def transcript(
        self, source: str, cases: Sequence[Case] = (call("f"),), name: str = "mine.py", **plan: Any
    ) -> Transcript:
        return run(self.zygote, plan_of(cases, **plan), Implementation(source, name))

    def entries(
        self, source: str, cases: Sequence[Case] = (call("f"),), **plan: Any
    ) -> list[Entry]:
        transcript = self.transcript(source, cases, **plan)
        assert transcript.stopped is None, transcript.stopped
        return [transcript.entries[case.key] for case in cases]

    def value(self, source: str, case: Case = call("f"), **plan: Any) -> Any:  # noqa: B008
        """What the one case returned."""
        (entry,) = self.entries(source, [case], **plan)
        outcome: Any = entry.outcome
        return outcome.value


@pytest.fixture
def runs(sandbox: Zygote) -> Runs:
    """Runs in both forms of the sandbox."""
    return Runs(sandbox)


@pytest.fixture
def forked(zygote: Zygote) -> Runs:
    """Runs in the form with a fork alone, where the other one would only be slower."""
    return Runs(zygote)


@pytest.fixture
def plans() -> Callable[..., Plan]:
    return plan_of
