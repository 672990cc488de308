"""The wire: every byte of it may be hostile.

What does not fit is the submission's failure, in words; nothing that a child sends raises
anything else, costs much memory, or is heard in another order than it was asked in.
"""

from __future__ import annotations

import base64
import json
import random
import struct
from collections.abc import Callable, Sequence
from typing import Any

import msgspec
import numpy as np
import pytest

from grader.case import call
from grader.sandbox import wire
from grader.sandbox.inside import plain
from grader.sandbox.runner import Implementation, Plan, run
from grader.sandbox.zygote import Child, End, SandboxError
from grader.transcript import Crashed, Entry, NotRun, Raised, Returned, Transcript
from grader.value import Array, List, Object

NOT_OURS = "it sent a message that is none of the grader's"
NOT_ASKED = "it sent an answer that was not asked for"
TOO_LARGE = "it sent a message larger than the limit"
TOO_MANY = "it sent a message of too many parts"

LOCKED = {"frame": "locked"}
IMPORTED = {"frame": "imported", "defined": ["f"]}
DONE = {"frame": "done"}


def case(index: int, value: Any = 0, **entry: Any) -> dict[str, Any]:
    entry = {"outcome": {"outcome": "returned", "value": value}, **entry}
    return {"frame": "case", "index": index, "entry": entry}


def frames(*messages: dict[str, Any] | bytes) -> bytes:
    """Messages as a child sends them; bytes stand for the text of one as it is."""
    texts = [m if isinstance(m, bytes) else json.dumps(m).encode() for m in messages]
    return b"".join(struct.pack(">I", len(text)) + text for text in texts)


def array(**changes: Any) -> dict[str, Any]:
    """An honest array of two numbers, but for the changes."""
    data = base64.b64encode(np.ones(2).tobytes()).decode()
    return {"is": "array", "dtype": "float64", "shape": [2], "data": data, **changes}


# --- One frame ---------------------------------------------------------------------------------


def test_an_honest_frame_is_decoded() -> None:
    """To the structs that the rest of the grader works with."""
    told = wire.decode(json.dumps(case(3, array(), changed=["0"], lines=7)).encode())
    ones = Array("float64", (2,), np.ones(2).tobytes())
    assert told == wire.CaseDone(3, Entry(Returned(ones), ("0",), 7))
    assert wire.decode(json.dumps(IMPORTED).encode()) == wire.Imported(("f",))
    assert wire.decode(json.dumps(DONE).encode()) == wire.Done()


@pytest.mark.parametrize(
    "message",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'{"frame": "done"',
        b'{"frame": "done"}}',
        b'{"frame": "forged"}',
        b'{"frame": 1}',
        b'{"frame": "imported"}',
        b'{"frame": "imported", "defined": "f"}',
        b'{"frame": "stopped"}',
        b'{"frame": "case", "index": "0", "entry": {"outcome": {"outcome": "returned", "value": 1}}}',
        b'{"frame": "case", "index": 0, "entry": {}}',
        b'{"frame": "case", "index": 0, "entry": {"outcome": {"outcome": "returned"}}}',
        b'{"frame": "case", "index": 0, "entry": {"outcome": {"outcome": "returned", "value": NaN}}}',
        b'{"frame": "done"}\xff',
        b'{"frame": "\xed\xa0\x80"}',
        case(0, {"is": "exec", "code": "1"}),
        case(0, {"is": "float", "text": "1.0"}),
        case(0, {"items": [1]}),
        case(0, 2**70),
        case(0, {"is": "list", "items": 5}),
        case(0, {"is": "dict", "keys": ["a", "a"], "values": [1, 2]}),
        case(0, {"is": "dict", "keys": ["a"], "values": []}),
        case(0, {"is": "dict", "keys": [1], "values": [1]}),
        case(0, array(dtype="object")),
        case(0, array(dtype="<f8")),
        case(0, array(dtype="f8," * 1000)),
        case(0, array(shape=[3])),
        case(0, array(shape=[-2])),
        case(0, array(shape=[True, 2])),
        case(0, array(shape=[2**32, 2**32])),
        case(0, array(shape=[0, 2**40], data="")),
        case(0, array(shape=[2] + [1] * 8)),
        case(0, array(shape="2")),
        case(0, array(data="****")),
        case(0, array(data=[1, 2])),
        case(0, array(dtype="bool", data="AgE=")),
        case(0, array(scalar=True)),
        case(0, array(scalar="yes")),
        {
            "frame": "case",
            "index": 0,
            "entry": {"outcome": {"outcome": "timed_out", "limit": "1 s"}},
        },
        {"frame": "case", "index": 0, "entry": {"outcome": {"outcome": "not_run", "reason": "x"}}},
        case(0, lines="7"),
        case(0, changed=[3]),
    ],
    ids=str,
)
def test_what_is_no_frame_is_refused(message: Any) -> None:
    """Broken JSON, other types, lying arrays, and outcomes that only the grader gives."""
    text = message if isinstance(message, bytes) else json.dumps(message).encode()
    with pytest.raises(wire.WireError) as raised:
        wire.decode(text)
    assert str(raised.value) == NOT_OURS


def _nested(opening: bytes, closing: bytes, depth: int) -> bytes:
    value = opening * depth + b"0" + closing * depth
    return (
        b'{"frame":"case","index":0,"entry":{"outcome":{"outcome":"returned","value":%s}}}' % value
    )


@pytest.mark.parametrize("depth", [9, 500, 10_000, 40_000])
def test_deep_nesting_is_refused(depth: int) -> None:
    """At any depth beyond the eight that a child's own encoder gives."""
    with pytest.raises(wire.WireError):
        wire.decode(_nested(b'{"is":"list","items":[', b"]}", depth))
    with pytest.raises(wire.WireError, match=NOT_OURS):
        wire.decode(_nested(b"[", b"]", depth))


@pytest.mark.parametrize("node", [b"[]", b"0", b"{}", b'{"is":"list","items":[]}'])
def test_a_message_of_many_small_parts_is_refused_before_it_is_decoded(node: bytes) -> None:
    """A few bytes on the wire would be hundreds in memory."""
    with pytest.raises(wire.WireError) as raised:
        wire.decode(b"[" + b",".join([node] * 100_001) + b"]")
    assert str(raised.value) == TOO_MANY


@pytest.mark.parametrize("length", [2**32 - 1, 2**31, 2**28])
def test_a_length_beyond_the_limit_is_refused_before_it_is_read(length: int) -> None:
    """Nothing is set aside for it."""
    stream = wire.Frames(max_bytes=64 * 2**20)
    with pytest.raises(wire.WireError) as raised:
        list(stream.feed(struct.pack(">I", length) + b"x"))
    assert str(raised.value) == TOO_LARGE


def test_frames_are_the_same_however_the_stream_is_cut() -> None:
    """Byte by byte, or all at once."""
    data = frames(IMPORTED, case(0, array()), case(1, "text"), DONE)
    whole = list(wire.Frames(1000).feed(data))
    stream = wire.Frames(1000)
    pieces = [frame for byte in data for frame in stream.feed(bytes([byte]))]
    assert pieces == whole
    assert len(whole) == 4


def test_a_truncated_frame_is_no_frame() -> None:
    """At no length."""
    data = frames(IMPORTED)
    for end in range(len(data)):
        assert list(wire.Frames(1000).feed(data[:end])) == []


def test_every_text_is_bounded_and_without_addresses() -> None:
    """Of exceptions, of objects wherever they are, of names and of reasons."""
    long = "<f at 0x7f6954fc9300>" + "x" * 10**5
    raised = dict.fromkeys(("type", "kind", "message", "place", "source"), long)
    entry = {"outcome": {"outcome": "raised", **raised, "line": 3}, "changed": [long]}
    told: Any = wire.decode(json.dumps({"frame": "case", "index": 0, "entry": entry}).encode())
    error = told.entry.outcome
    shown = {error.type, error.kind, error.message, error.place, error.source, *told.entry.changed}
    (text,) = shown
    assert text.startswith("<f at 0x…>xxx")
    assert len(text) <= 10_000
    nested: Any = plain.flatten([print])
    nested["items"][0]["text"] = long
    told = wire.decode(json.dumps(case(0, nested)).encode())
    assert told.entry.outcome.value == List((Object("builtin_function_or_method", text),))
    told = wire.decode(json.dumps({"frame": "imported", "defined": [long] * 300}).encode())
    assert set(told.defined) == {text}
    assert len(told.defined) == 200
    crashed = {"outcome": {"outcome": "crashed", "reason": long}}
    told = wire.decode(json.dumps({"frame": "case", "index": 0, "entry": crashed}).encode())
    assert told.entry.outcome == Crashed(text)


# --- A whole child -----------------------------------------------------------------------------


class Scripted(Child):
    """A child that has said these bytes, in pieces, and ended."""

    def __init__(self, data: bytes, piece: int = 4096) -> None:
        self.pieces = [data[i : i + piece] for i in range(0, len(data), piece)]

    def read(self, timeout: float) -> tuple[bytes, bytes, bool]:
        return (self.pieces.pop(0), b"", False) if self.pieces else (b"", b"", True)

    def cpu_seconds(self) -> float | None:
        return 0.0

    def end(self) -> End:
        return End(0, 0.0, b"")


class Scripts:
    """In place of a zygote: every child says the same bytes, whatever it was asked."""

    def __init__(self, said: Callable[[Sequence[int]], bytes]) -> None:
        self.said = said

    def plan(self, name: str, plan: Any) -> None: ...

    def run(self, plan: str, name: str, source: str, indexes: Sequence[int], *_: Any) -> Child:
        return Scripted(self.said(indexes))


@pytest.fixture
def hear(plans: Callable[..., Plan]) -> Callable[..., Transcript]:
    """What is heard of a locked child that says these bytes when asked three cases."""
    plan = plans([call("f", 1), call("f", 2), call("f", 3)])

    def listen(said: bytes) -> Transcript:
        zygote: Any = Scripts(lambda _indexes: frames(LOCKED) + said)
        return run(zygote, plan, Implementation(""))

    return listen


def outcomes(transcript: Transcript) -> list[Any]:
    return [entry.outcome for entry in transcript.entries.values()]


ZERO = Returned(0)
GONE = Crashed("its process ended itself in the middle of a call")
FORGED = Crashed(NOT_ASKED)


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        (frames(IMPORTED, case(0), case(1), case(2), DONE), [ZERO, ZERO, ZERO]),
        (frames(IMPORTED, DONE), [FORGED, FORGED, FORGED]),
        (frames(IMPORTED, case(0), DONE), [ZERO, FORGED, FORGED]),
        (frames(IMPORTED, case(2), case(1), case(0), DONE), [FORGED, FORGED, ZERO]),
        (frames(IMPORTED, case(1), DONE), [FORGED, ZERO, FORGED]),
        (frames(IMPORTED, case(7), DONE), [FORGED, FORGED, FORGED]),
        (frames(IMPORTED, case(-1), DONE), [FORGED, FORGED, FORGED]),
        (frames(IMPORTED, case(0), case(0, 1), case(1), DONE), [ZERO, FORGED, FORGED]),
        (frames(IMPORTED, LOCKED, case(0)), [FORGED, FORGED, FORGED]),
        (frames(IMPORTED, IMPORTED, case(0)), [FORGED, FORGED, FORGED]),
        (frames(IMPORTED, {"frame": "stopped", "exception": {}}), [Crashed(NOT_OURS)] * 3),
        (frames(IMPORTED, case(0), b"{}"), [ZERO, FORGED, FORGED]),
        (frames(IMPORTED) + b"\xff" * 9, [Crashed(TOO_LARGE)] * 3),
        (frames(IMPORTED), [GONE, GONE, GONE]),
        (frames(IMPORTED, case(0), case(1))[:-1], [ZERO, FORGED, FORGED]),
        (frames(IMPORTED, case(0), case(1), case(2)), [ZERO, ZERO, ZERO]),
    ],
    ids=[
        *(
            "honest",
            "done at once",
            "done early",
            "wrong order",
            "skips one",
            "unasked",
            "negative",
        ),
        *(
            "repeated",
            "locked late",
            "imported twice",
            "stopped late",
            "broken frame",
            "huge frame",
            "ends",
        ),
        *("ends in a frame", "never done"),
    ],
)
def test_only_what_was_asked_is_heard_and_in_that_order(
    hear: Any, said: bytes, heard: list[Any]
) -> None:
    """The case that was due fails, in words; those before it stand.

    Every child here says the same bytes, also where only the remaining cases are asked again.
    """
    transcript = hear(said)
    assert transcript.stopped is None
    assert outcomes(transcript) == heard


@pytest.mark.parametrize(
    ("said", "stopped"),
    [
        (b"", GONE),
        (b"\0\0", GONE),
        (frames(case(0), IMPORTED), FORGED),
        (frames(DONE), FORGED),
        (b"GET / HTTP/1.1\r\n", Crashed(TOO_LARGE)),
        (frames(b"[]"), Crashed(NOT_OURS)),
    ],
    ids=["nothing", "two bytes", "case first", "done first", "not ours", "no frame"],
)
def test_a_child_that_never_imported_stops_the_run(
    hear: Any, said: bytes, stopped: Crashed
) -> None:
    """No case was asked, and none counts."""
    transcript = hear(said)
    assert (transcript.stopped, transcript.entries) == (stopped, {})


@pytest.mark.parametrize("said", [b"", frames(IMPORTED, case(0)), b"\xff" * 9])
def test_a_child_that_was_not_locked_is_the_graders_failure(
    plans: Callable[..., Plan], said: bytes
) -> None:
    """No line of the submission has run, so it is not its fault."""
    zygote: Any = Scripts(lambda _indexes: said)
    with pytest.raises(SandboxError, match=r"^a child of the sandbox could not be locked$"):
        run(zygote, plans([call("f")]), Implementation(""))


def test_a_forged_transcript_only_says_what_was_returned(forked: Any) -> None:
    """A submission that writes frames itself can forge its answers, and nothing else."""
    source = (
        "import json, os, struct\ndef send(m):\n    t = json.dumps(m).encode()\n"
        "    os.write(3, struct.pack('>I', len(t)) + t)\n"
        "def f(x):\n    for m in MESSAGES:\n        send(m)\n    os._exit(0)\n"
    )

    def outcomes_of(*messages: Any) -> list[Any]:
        cases = [call("f", 1), call("f", 2)]
        return [e.outcome for e in forked.entries(f"MESSAGES = {messages!r}\n{source}", cases)]

    timed_out = {"outcome": {"outcome": "timed_out", "limit": "0 s"}}
    assert outcomes_of({"frame": "done"}) == [FORGED, FORGED]
    assert outcomes_of({"frame": "case", "index": 0, "entry": timed_out}) == [
        Crashed(NOT_OURS),
        Crashed(NOT_OURS),
    ]
    assert outcomes_of(case(0, "a"), case(1, "b"), DONE) == [Returned("a"), Returned("b")]


# --- At random ---------------------------------------------------------------------------------


def honest(indexes: Sequence[int]) -> bytes:
    """What a true transcript of every kind of value looks like."""
    values = [
        np.arange(6.0).reshape(2, 3),
        (1, 2.5, float("nan"), None, "text", [True]),
        {"a": np.float32(1), "b": print},
    ]
    told = [case(i, plain.flatten(values[i % 3]), changed=["0"]) for i in indexes]
    raised = {"outcome": "raised", "type": "E", "kind": "Exception", "message": "m", "line": 3}
    told[-1]["entry"]["outcome"] = raised if len(told) > 2 else told[-1]["entry"]["outcome"]
    return frames(IMPORTED, *told, DONE)


def _mutate(data: bytes, chance: random.Random) -> bytes:
    """A few bytes changed, dropped, repeated or moved."""
    mutated = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, to = sorted(chance.randrange(len(mutated) + 1) for _ in "ab")
        match chance.randrange(5):
            case 0:
                mutated[at : at + 1] = chance.randbytes(1)
            case 1:
                del mutated[at : min(to, at + 20)]
            case 2:
                mutated[at:at] = mutated[at:to]
            case 3:
                mutated[at:at] = chance.choice([b"[", b"{", b'"', b",", b"-1", b"null", b"1e999"])
            case 4:
                del mutated[at:]
        if not mutated:
            break
    return bytes(mutated)


def _is_contained(hear: Any, said: bytes) -> None:
    """Whatever was said, there is a transcript of the asked cases, which can be stored."""
    transcript = hear(said)
    assert isinstance(transcript, Transcript)
    if transcript.stopped is not None:
        assert transcript.entries == {}
        assert isinstance(transcript.stopped, Raised | Crashed)
        return
    assert len(transcript.entries) == 3
    for outcome in outcomes(transcript):
        assert isinstance(outcome, Returned | Raised | Crashed | NotRun)
    again = msgspec.json.decode(msgspec.json.encode(transcript), type=Transcript)
    assert again.digest == transcript.digest


def test_random_bytes_are_no_frame() -> None:
    """Ten thousand strings of them, with and without the start of a frame."""
    chance = random.Random(1)
    for number in range(10_000):
        text = chance.randbytes(chance.randrange(60))
        if number % 2:
            text = b'{"frame":"case","index":0,"entry":{"outcome":' + text
        with pytest.raises(wire.WireError):
            wire.decode(text)


def _try_mutations(hear: Any, count: int) -> None:
    chance = random.Random(2)
    data = honest(range(3))
    assert outcomes(hear(data))[0] == Returned(Array("float64", (2, 3), np.arange(6.0).tobytes()))
    for _ in range(count):
        _is_contained(hear, _mutate(data, chance))
        _is_contained(hear, chance.randbytes(chance.randrange(200)))


def test_mutations_of_a_true_transcript_are_contained(hear: Any) -> None:
    """A thousand of them, and as many random streams."""
    _try_mutations(hear, 1000)


@pytest.mark.full
def test_ten_thousand_mutations_of_a_true_transcript_are_contained(hear: Any) -> None:
    """Ten thousand of them, and as many random streams."""
    _try_mutations(hear, 10_000)
