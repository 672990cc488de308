"""Runs an implementation on cases: source text in, transcript out.

One outcome comes back after the other, so a hang or a crash costs one case: the child is killed,
the case is noted, and a new child goes on with the rest, a few times.
"""

from __future__ import annotations

import dataclasses
import signal
import time
from collections.abc import Sequence
from typing import Any

import msgspec

from grader.case import Case
from grader.sandbox import wire
from grader.sandbox.limits import Limits
from grader.sandbox.zygote import Child, SandboxError, Settings, Zygote
from grader.transcript import Crashed, Entry, NotRun, Raised, TimedOut, Transcript

# How often a child that says nothing has its clock looked at, in seconds.
LOOK_EVERY = 0.05
# How long a child may take until it is locked and begins, in seconds: a fresh interpreter on a
# busy machine imports TensorFlow meanwhile.
START_SECONDS = 120


class Plan(msgspec.Struct, frozen=True):
    """What the runs of one exercise have in common.

    id: changes whenever anything else here does; groups: for each case the index of its group,
    since after a time-out the larger cases of that group are left out.
    """

    id: str
    module: str
    runtime: str
    limits: Limits
    cases: tuple[Case, ...]
    groups: tuple[int, ...]
    probe: str | None = None

    def settings(self) -> Settings:
        """How a zygote for this plan is started."""
        return Settings(self.runtime, dataclasses.asdict(self.limits))


class Implementation(msgspec.Struct, frozen=True):
    """A Python file as text, and the name that its own messages show."""

    source: str
    name: str = "submission.py"


def run(zygote: Zygote, plan: Plan, implementation: Implementation) -> Transcript:
    """What this implementation does in every case of the plan.

    Raises `SandboxError` where the sandbox itself fails; whatever the implementation does is in
    the transcript.
    """
    zygote.plan(plan.id, _plan_message(plan))
    run = _Run(plan)
    # Most submissions neither hang nor crash, and gather what they send. Of one that does, the
    # cases that were not heard of are asked again, one by one: then it is known which it was.
    remaining = run.ask(zygote, implementation, range(len(plan.cases)), stream=False)
    if remaining and run.output.start and run.seconds < plan.limits.total_seconds:
        # How much had been said and heard by then is chance; from the start, it is not.
        run.forget()
        remaining = range(len(plan.cases))
    for _ in range(plan.limits.restarts + 1):
        if not remaining:
            break
        remaining = run.ask(zygote, implementation, remaining, stream=True)
    run.give_up(remaining)
    return run.transcript()


def _plan_message(plan: Plan) -> dict[str, Any]:
    texts = [
        msgspec.json.encode(
            {
                "function": case.function,
                "arguments": case.arguments,
                "options": case.options,
                "probe": case.probe,
                "count_lines": case.count_lines,
            }
        ).decode()
        for case in plan.cases
    ]
    return {
        "cases": texts,
        "probe": plan.probe,
        "module": plan.module,
        "returned": plan.limits.returned,
    }


class _Run:
    """The state of one implementation's run, over however many children."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.limits = plan.limits
        self.entries: dict[int, Entry] = {}
        self.stopped: Raised | TimedOut | Crashed | None = None
        self.defined: tuple[str, ...] = ()
        self.output = _Output(plan.limits.output)
        self.seconds = 0.0

    def ask(
        self, zygote: Zygote, implementation: Implementation, indexes: Sequence[int], stream: bool
    ) -> Sequence[int]:
        """Runs one child on these cases; returns the cases that are left for another one."""
        file = implementation.name, implementation.source
        child = zygote.run(self.plan.id, *file, indexes, stream)
        asked = list(indexes)
        frames = wire.Frames(self.limits.returned)
        self.locked = self.imported = False
        failure: TimedOut | Crashed | None = None
        clock = _Clock(child, self.limits, self.seconds)
        finished = False
        try:
            while not finished and failure is None:
                data, output, ended = child.read(LOOK_EVERY)
                self.output.add(output)
                if data:
                    for frame in frames.feed(data):
                        finished = self._take(frame, asked)
                        clock.restart()
                        if finished:
                            break
                elif ended:
                    failure = Crashed("")
                failure = failure or clock.expired(self.locked)
        except wire.WireError as error:
            failure = Crashed(str(error))
        end = child.end()
        self.output.add(end.output)
        self.seconds += end.seconds or 0.0
        if failure is None:
            return ()
        if not self.locked:
            raise SandboxError("a child of the sandbox could not be locked")
        if failure == Crashed(""):
            failure = Crashed(_how_it_ended(end.signal))
            if end.signal == signal.SIGXCPU:
                failure = TimedOut(f"{self.limits.total_seconds:g} s of CPU time in all")
        if self.imported and not stream and self.seconds < self.limits.total_seconds:
            return asked
        return self._after(failure, asked)

    def _take(self, frame: wire.Frame, asked: list[int]) -> bool:
        """Notes a frame; whether it was the last. Accepts only what was asked, in order."""
        match frame:
            case wire.Locked() if not self.locked:
                self.locked = True
                return False
            case wire.Imported() if self.locked and not self.imported:
                self.imported = True
                self.defined = frame.defined
                return False
            case wire.Stopped() if self.locked and not self.imported:
                self.stopped = frame.exception
                return True
            case wire.CaseDone() if self.imported and asked and frame.index == asked[0]:
                self.entries[asked.pop(0)] = frame.entry
                return False
            case wire.Done() if self.imported and not asked:
                return True
        raise wire.WireError("it sent an answer that was not asked for")

    def _after(self, failure: TimedOut | Crashed, left: list[int]) -> Sequence[int]:
        """Notes how the case that was running ended; returns what another child should run."""
        if not self.imported:
            self.stopped = failure
            return ()
        if not left:
            return ()
        index, *rest = left
        self.entries[index] = Entry(failure)
        if isinstance(failure, TimedOut):
            same = self.plan.groups[index]
            for other in [i for i in rest if self.plan.groups[i] == same]:
                reason = "a smaller case of this kind ran out of time"
                self.entries[other] = Entry(NotRun(reason))
                rest.remove(other)
            if self.seconds >= self.limits.total_seconds:
                self.give_up(rest, "the time for the whole submission was used up")
                return ()
        return rest

    def forget(self) -> None:
        """Unhears all that a child said."""
        self.entries.clear()
        self.output = _Output(self.limits.output)

    def give_up(
        self, indexes: Sequence[int], reason: str = "earlier cases hung or crashed too often"
    ) -> None:
        for index in indexes:
            self.entries[index] = Entry(NotRun(reason))

    def transcript(self) -> Transcript:
        entries = {}
        if self.stopped is None:
            entries = {self.plan.cases[i].key: self.entries[i] for i in sorted(self.entries)}
        return Transcript(
            entries, self.stopped, self.defined, self.output.text(), round(self.seconds, 4)
        )


class _Clock:
    """Decides when a child has had its time. CPU time counts; wall time ends only sleepers."""

    def __init__(self, child: Child, limits: Limits, used_before: float) -> None:
        self.child, self.limits, self.used_before = child, limits, used_before
        self.started = self.since = time.monotonic()
        self.cpu_since: float | None = None
        self.cpu = 0.0

    def restart(self) -> None:
        """A case begins."""
        self.since = time.monotonic()
        self.cpu_since = None

    def expired(self, begun: bool) -> TimedOut | None:
        """Which limit is reached, if any. begun: whether a line of the implementation may run."""
        limits, now = self.limits, time.monotonic()
        if not begun:
            # How long an interpreter takes to start is the machine's affair.
            return TimedOut(f"{START_SECONDS} s") if now - self.started > START_SECONDS else None
        # A look at the clock costs a few system calls; young cases need none.
        if now - self.since < LOOK_EVERY and now - self.started < limits.total_seconds:
            return None
        cpu = self.child.cpu_seconds()
        if cpu is None:  # no such clock on this system: wall time has to do
            if now - self.since > limits.case_seconds * limits.wall_factor:
                return TimedOut(f"{limits.case_seconds * limits.wall_factor:g} s")
            return None
        if self.cpu_since is None:
            self.cpu_since = max(cpu - (now - self.since), self.cpu)
        self.cpu = cpu
        if cpu - self.cpu_since > limits.case_seconds:
            return TimedOut(f"{limits.case_seconds:g} s of CPU time")
        if self.used_before + cpu > limits.total_seconds:
            return TimedOut(f"{limits.total_seconds:g} s of CPU time in all")
        if now - self.since > limits.case_seconds * limits.wall_factor:
            return TimedOut(f"{limits.case_seconds * limits.wall_factor:g} s without computing")
        return None


class _Output:
    """What was printed: the start and the end are kept, what lies between is counted."""

    def __init__(self, limit: int) -> None:
        self.half = limit // 2
        self.start, self.end, self.dropped = bytearray(), bytearray(), 0

    def add(self, data: bytes) -> None:
        room = self.half - len(self.start)
        self.start += data[:room] if room > 0 else b""
        self.end += data[max(room, 0) :]
        surplus = len(self.end) - self.half
        if surplus > 0:
            self.dropped += surplus
            del self.end[:surplus]

    def text(self) -> str:
        middle = f"\n… {self.dropped} bytes left out …\n".encode() if self.dropped else b""
        return wire.without_addresses(
            (bytes(self.start) + middle + bytes(self.end)).decode("utf-8", "replace")
        )


def _how_it_ended(died_of: int) -> str:
    if died_of == signal.SIGKILL:
        return "its process was killed, most likely because it used too much memory"
    if died_of:
        return f"its process was ended by {signal.Signals(died_of).name}"
    return "its process ended itself in the middle of a call"
