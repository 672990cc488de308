"""Decodes what a child sent. Every byte of it may be hostile.

A frame is four bytes of length and JSON of one of the structs here. Decoding is by type, without
pickle or eval; what does not fit raises `WireError`, which is the submission's failure and in
words. Sizes are bounded before anything is decoded: a node of JSON costs a comma or a bracket,
so counting those bounds the memory that decoding can take, and array data is base64, which has
neither.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from typing import Any

import msgspec

from grader import value as values
from grader.transcript import Crashed, Entry, Raised, Returned
from grader.value import Dict, List, Object, Tuple, Value

HEAD = struct.Struct(">I")
MAX_NODES = 100_000
MAX_TEXT = 10_000
MAX_NAMES = 200
_ADDRESS = re.compile(r"\b0x[0-9a-fA-F]{6,16}\b")


class WireError(Exception):
    """What a child sent is no frame that was asked for; the message says why, for the learner."""


class Locked(msgspec.Struct, frozen=True, tag_field="frame", tag="locked"):
    pass


class Imported(msgspec.Struct, frozen=True, tag_field="frame", tag="imported"):
    defined: tuple[str, ...]


class Stopped(msgspec.Struct, frozen=True, tag_field="frame", tag="stopped"):
    exception: Raised


class CaseDone(msgspec.Struct, frozen=True, tag_field="frame", tag="case"):
    index: int
    entry: Entry


class Done(msgspec.Struct, frozen=True, tag_field="frame", tag="done"):
    pass


Frame = Locked | Imported | Stopped | CaseDone | Done
_decoder: msgspec.json.Decoder[Any] = msgspec.json.Decoder(Frame)


class Frames:
    """Cuts the stream of one child into frames."""

    def __init__(self, max_bytes: int) -> None:
        # Base64 makes four bytes of three; the rest of a frame is small.
        self.max_bytes = max_bytes * 4 // 3 + 2**20
        self._buffer = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """The frames that are complete now; raises `WireError`."""
        self._buffer += data
        while len(self._buffer) >= HEAD.size:
            (length,) = HEAD.unpack_from(self._buffer)
            if length > self.max_bytes:
                raise WireError("it sent a message larger than the limit")
            if len(self._buffer) < HEAD.size + length:
                return
            text = bytes(memoryview(self._buffer)[HEAD.size : HEAD.size + length])
            del self._buffer[: HEAD.size + length]
            yield decode(text)


def decode(text: bytes) -> Frame:
    """One frame; raises `WireError`."""
    if text.count(b",") + text.count(b"[") + text.count(b"{") > MAX_NODES:
        raise WireError("it sent a message of too many parts")
    try:
        frame: Frame = _decoder.decode(text)
        if isinstance(frame, CaseDone):
            return CaseDone(frame.index, _clean_entry(frame.entry))
    except (msgspec.MsgspecError, ValueError, RecursionError, UnicodeError) as error:
        raise WireError("it sent a message that is none of the grader's") from error
    if isinstance(frame, Stopped):
        return Stopped(_clean_exception(frame.exception))
    if isinstance(frame, Imported):
        return Imported(tuple(map(clean, frame.defined[:MAX_NAMES])))
    return frame


def without_addresses(text: str) -> str:
    """Text with addresses as `0x…`, since they differ from run to run."""
    return _ADDRESS.sub("0x…", text)


def clean(text: str) -> str:
    """Text without addresses, of bounded length."""
    return without_addresses(text[:MAX_TEXT])


def _clean_exception(error: Raised) -> Raised:
    return msgspec.structs.replace(
        error,
        type=clean(error.type),
        kind=clean(error.kind),
        message=clean(error.message),
        place=clean(error.place),
        source=clean(error.source),
    )


def _clean_entry(entry: Entry) -> Entry:
    outcome = entry.outcome
    if entry.changed:
        entry = msgspec.structs.replace(entry, changed=tuple(map(clean, entry.changed)))
    if isinstance(outcome, Returned):
        values.check(outcome.value)
        return msgspec.structs.replace(entry, outcome=Returned(_clean_value(outcome.value)))
    if isinstance(outcome, Raised):
        return msgspec.structs.replace(entry, outcome=_clean_exception(outcome))
    if isinstance(outcome, Crashed):
        return msgspec.structs.replace(entry, outcome=Crashed(clean(outcome.reason)))
    # Whether a case ran out of time is not the child's to say.
    raise ValueError("an outcome that only the grader gives")


def _clean_value(value: Value) -> Value:
    match value:
        case Object():
            return Object(clean(value.type), clean(value.text))
        case List():
            return List(tuple(map(_clean_value, value.items)))
        case Tuple():
            return Tuple(tuple(map(_clean_value, value.items)))
        case Dict():
            return Dict(value.keys, tuple(map(_clean_value, value.values)))
    return value
