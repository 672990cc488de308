"""What an implementation did: one outcome for every case, and what it printed.

Everything that judges or explains is a pure function of transcripts.
"""

from __future__ import annotations

import functools
import hashlib

import msgspec

from grader.value import Value


class Returned(msgspec.Struct, frozen=True, tag_field="outcome", tag="returned"):
    value: Value


class Raised(msgspec.Struct, frozen=True, tag_field="outcome", tag="raised", omit_defaults=True):
    """An exception: its class, the nearest built-in class above it, its text.

    line: the learner's own line, counted from 1, or None where none of theirs was involved.
    place: the function of theirs that the line is in; source: the line itself.
    cell: of a notebook, the code cell that the line is counted in.
    """

    type: str
    kind: str
    message: str
    line: int | None = None
    place: str = ""
    source: str = ""
    cell: int | None = None


class TimedOut(msgspec.Struct, frozen=True, tag_field="outcome", tag="timed_out"):
    """A call that was ended; `limit` names the limit in words ("1 s of CPU time")."""

    limit: str


class Crashed(msgspec.Struct, frozen=True, tag_field="outcome", tag="crashed"):
    """A call that took the process with it, or whose answer could not be taken; in words."""

    reason: str


class NotRun(msgspec.Struct, frozen=True, tag_field="outcome", tag="not_run"):
    """A case that was not asked, and why."""

    reason: str


Outcome = Returned | Raised | TimedOut | Crashed | NotRun


class Entry(msgspec.Struct, frozen=True, omit_defaults=True):
    """What happened in one case.

    changed: the names or positions of arguments that were changed in place.
    lines:   executed Python lines, where the case asks for them; None too where the trace
             function was gone after the call.
    """

    outcome: Outcome
    changed: tuple[str, ...] = ()
    lines: int | None = None


class Transcript(msgspec.Struct, frozen=True, dict=True, omit_defaults=True):
    """What one implementation did.

    entries:  by the case's key.
    stopped:  why the implementation could not be imported, if so; then no entry counts.
    defined:  the public names that it defines, for "did you mean".
    output:   what it printed, cut in the middle to the limit.
    seconds:  CPU time of its processes; no part of the digest.
    """

    entries: dict[str, Entry]
    stopped: Raised | TimedOut | Crashed | None = None
    defined: tuple[str, ...] = ()
    output: str = ""
    seconds: float = 0.0

    @functools.cached_property
    def digest(self) -> str:
        """SHA-256 of what was returned, raised or changed; equal digests are judged once."""
        told = [
            [key, _behaviour(entry.outcome), entry.changed, entry.lines]
            for key, entry in sorted(self.entries.items())
        ]
        stopped = self.stopped and _behaviour(self.stopped)
        return hashlib.sha256(msgspec.msgpack.encode([stopped, told])).hexdigest()


def _behaviour(outcome: Outcome) -> object:
    if isinstance(outcome, Raised):
        return ("raised", outcome.type, outcome.kind, outcome.message)
    return outcome
