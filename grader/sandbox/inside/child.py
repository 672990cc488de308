"""Runs one implementation on its cases and reports each outcome at once.

What is sent, each as a frame (four bytes of length, big-endian, then JSON):

    {"frame": "locked"}                               before a line of the submission is run
    {"frame": "imported", "defined": [...]}           the file could be imported
    {"frame": "stopped", "exception": {...}}          it could not; nothing follows
    {"frame": "case", "index": 3, "entry": {...}}     the outcome of the case with this index
    {"frame": "done"}                                 every case has been asked

Standard library and NumPy only. Nothing here is trusted by the other side: a submission owns
this process from the moment it is imported.
"""

from __future__ import annotations

import builtins
import json
import linecache
import os
import random
import re
import struct
import sys
import time
from collections.abc import Callable, Sequence
from types import CodeType, FrameType, ModuleType, TracebackType
from typing import Any

import numpy as np
import plain

MAX_MESSAGE = 2_000
MAX_NAMES = 200
GATHER_SECONDS = 0.005


def run(
    plan: dict[str, Any],
    name: str,
    source: str,
    indexes: Sequence[int],
    write: Callable[[bytes], object],
    stream: bool = True,
) -> None:
    """Imports the implementation and runs the cases of these indexes.

    stream: whether each outcome is written at once, so that what ends this process is known to
    be the case after the last one; else those of a few milliseconds are written together, which
    saves the other side most of its waking up.

    plan: `cases` (JSON texts of what to call), `probe` (source or None), `module` (the name to
    import as), `returned` (bytes that one value may hold).
    """
    send = _sender(write, 0.0 if stream else GATHER_SECONDS)
    seed = _seeding()
    # Whoever calls this has locked the process; without this frame, the grader itself has failed.
    send({"frame": "locked"})
    try:
        module = load(plan["module"], name, source)
        probe = load("probe", "probe.py", plan["probe"]) if plan["probe"] else None
    except BaseException as error:
        _flush()
        send({"frame": "stopped", "exception": _raised(error, name)})
        return
    defined = [key for key in module.__dict__ if isinstance(key, str) and not key.startswith("_")]
    send({"frame": "imported", "defined": [key[:100] for key in defined[:MAX_NAMES]]})
    for index in indexes:
        # Every case starts from the same random state, so that their order changes nothing.
        seed(0)
        case = json.loads(plan["cases"][index])
        entry = _entry(case, module, probe, name, plan["returned"])
        _flush()
        send({"frame": "case", "index": index, "entry": entry})
    send({"frame": "done"})


def _seeding() -> Callable[[int], object]:
    """What puts every source of random numbers in a known state: TensorFlow's too where it is."""
    if "tensorflow" in sys.modules:
        keras_seed: Callable[[int], object] = sys.modules["tensorflow"].keras.utils.set_random_seed
        return keras_seed  # of Python and NumPy as well

    def both(number: int) -> None:
        random.seed(number)
        np.random.seed(number)

    return both


def load(module_name: str, file_name: str, source: str) -> ModuleType:
    """Imports source text as a module; its lines are in `linecache`, where AutoGraph looks."""
    module = ModuleType(module_name)
    module.__file__ = file_name
    # AutoGraph empties `linecache`; it is filled again by asking the module's loader.
    module.__dict__["__loader__"] = _Source(source)
    linecache.cache[file_name] = (len(source), None, source.splitlines(keepends=True), file_name)
    sys.modules[module_name] = module
    code: CodeType = compile(source, file_name, "exec", dont_inherit=True)
    exec(code, module.__dict__)
    return module


class _Source:
    """The part of a loader that `linecache` asks for."""

    def __init__(self, source: str) -> None:
        self.source = source

    def get_source(self, name: str) -> str:
        return self.source


def call(
    function: Callable[..., Any], case: dict[str, Any], first: tuple[Any, ...], max_bytes: int
) -> dict[str, Any]:
    """The entry of one call: outcome, changed arguments, executed lines where asked for.

    first: what a probe is given before the case's arguments, namely the implementation.
    Raises whatever the call raises.
    """
    arguments = [plain.build(tree) for tree in case["arguments"]]
    options = {key: plain.build(tree) for key, tree in case.get("options", {}).items()}
    counted = None
    if case.get("count_lines"):
        with _LineCounter() as counter:
            value = function(*first, *arguments, **options)
        counted = counter.lines
    else:
        value = function(*first, *arguments, **options)
    entry: dict[str, Any] = {"outcome": {"outcome": "returned"}}
    entry["outcome"]["value"] = plain.flatten(value, max_bytes)
    changed = [str(i) for i, old in enumerate(case["arguments"]) if _differs(arguments[i], old)]
    changed += [key for key, old in case.get("options", {}).items() if _differs(options[key], old)]
    if changed:
        entry["changed"] = changed
    if counted is not None:
        entry["lines"] = counted
    return entry


def _entry(
    case: dict[str, Any], module: ModuleType, probe: ModuleType | None, name: str, max_bytes: int
) -> dict[str, Any]:
    try:
        if case.get("probe"):
            return call(getattr(probe, case["function"]), case, (module,), max_bytes)
        return call(getattr(module, case["function"]), case, (), max_bytes)
    except plain.TooLarge as error:
        return {"outcome": {"outcome": "crashed", "reason": str(error)}}
    except BaseException as error:
        return {"outcome": {"outcome": "raised", **_raised(error, name)}}


def _differs(now: object, before: Any) -> bool:
    try:
        return bool(plain.flatten(now) != before)
    except plain.TooLarge:
        return True


class _LineCounter:
    """Counts executed Python lines, NumPy's own included; None if somebody else traced too.

    A submission can take the trace function away. An audit hook cannot be taken away, and it
    sees that; what it cannot see (a frame's `f_trace_lines`) lowers both counts of a check alike
    only if the growth itself is hidden, and then buys the points of one efficiency check.
    """

    meddled = False
    hooked = False

    def __enter__(self) -> _LineCounter:
        if not _LineCounter.hooked:
            sys.addaudithook(_notice_settrace)
            _LineCounter.hooked = True
        self.count = 0
        self._trace = self._global
        sys.settrace(self._trace)
        _LineCounter.meddled = False
        return self

    def __exit__(self, *_: object) -> None:
        gone = sys.gettrace() is not self._trace or _LineCounter.meddled
        sys.settrace(None)
        self.lines = None if gone else self.count

    def _global(self, frame: FrameType, event: str, argument: object) -> Any:
        return self._local

    def _local(self, frame: FrameType, event: str, argument: object) -> Any:
        if event == "line":
            self.count += 1
        return self._local


def _notice_settrace(event: str, arguments: object) -> None:
    if event == "sys.settrace":
        _LineCounter.meddled = True


def _raised(error: BaseException, file_name: str) -> dict[str, Any]:
    """The fields of `grader.transcript.Raised`."""
    error = _unwrapped(error)
    kind = next(c.__name__ for c in type(error).__mro__ if c.__module__ == "builtins")
    try:
        message = _without_nodes(str(error))
    except BaseException:
        message = "(its text could not be made: __str__ raises)"
    line, place, own = _own_line(error.__traceback__, file_name)
    if kind == "NotImplementedError" and not own:
        # A library's word for what it cannot do: nothing that is still to be written.
        kind = "RuntimeError"
    if isinstance(error, SyntaxError) and error.filename == file_name:
        line, message = error.lineno, str(error.msg)
    fields: dict[str, Any] = {
        "type": str(type(error).__name__)[:200],
        "kind": kind,
        "message": message[:MAX_MESSAGE],
    }
    if isinstance(line, int) and 0 < line < 2**31:
        fields["line"] = line
        fields["place"] = str(place)[:100]
        fields["source"] = linecache.getline(file_name, line).strip()[:300]
    return fields


def _without_nodes(message: str) -> str:
    """The message without where in its graph TensorFlow was, which tells a learner nothing."""
    message = re.sub(r"^\{\{function_node [^{}]*\}\} ", "", message)
    return re.sub(r" \[Op:\w+\]( name: ?\S*)?$", "", message)


def _unwrapped(error: BaseException) -> BaseException:
    """What a layer raised, where Keras has wrapped it in advice for authors of layers."""
    for _ in range(100):  # models hold models
        inner = error.__context__
        try:
            if type(inner) is not type(error) or not str(error).endswith(f":\n\n{inner}"):
                break
        except BaseException:  # its text could not be made
            break
        error = inner
    return error


def _own_line(traceback: TracebackType | None, file_name: str) -> tuple[int | None, str, bool]:
    """The last line of the implementation's own file that led to the exception, the function that
    it is in, and whether it was there that the exception was raised."""
    line, place, own = None, "", False
    for _ in range(10_000):
        if traceback is None:
            break
        code = traceback.tb_frame.f_code
        own = code.co_filename == file_name
        if own:
            line, place = traceback.tb_lineno, code.co_name
        traceback = traceback.tb_next
    return line, place, own


def _sender(write: Callable[[bytes], object], gather: float) -> Callable[[dict[str, Any]], None]:
    """A function that writes frames; those of cases are gathered for so many seconds."""
    # Bound here, before the submission is imported: a later change of json.dumps is its own loss.
    dumps, pack, clock = json.dumps, struct.Struct(">I").pack, time.perf_counter
    gathered = bytearray()
    written = 0.0

    def send(message: dict[str, Any]) -> None:
        nonlocal written
        # A lone surrogate, which a message or a name may hold, has no UTF-8.
        text = dumps(message, ensure_ascii=False).encode("utf-8", "replace")
        gathered.extend(pack(len(text)) + text)
        now = clock()
        if message["frame"] != "case" or now - written >= gather or len(gathered) > 2**15:
            write(bytes(gathered))
            gathered.clear()
            written = now

    return send


def writer(descriptor: int) -> Callable[[bytes], None]:
    """A function that writes all of some bytes to a descriptor."""
    os_write = os.write

    def write(data: bytes) -> None:
        view = memoryview(data)
        while view:
            view = view[os_write(descriptor, view) :]

    return write


def _flush() -> None:
    for stream in (sys.stdout, sys.stderr):
        try:  # noqa: SIM105 - contextlib would be one more import in the sandbox
            stream.flush()
        except BaseException:
            pass


# --- What a submission meets in place of a person ---------------------------------------------


def furnish(allowed: Sequence[str] | None, explain: str) -> None:
    """Puts sentences where a submission would otherwise wait for ever or fail without a reason.

    allowed: the top-level modules that may be imported besides the standard library's, or None
    for all that can be found; explain: why others may not.
    """
    if allowed is not None:
        sys.meta_path.insert(0, _Finder(frozenset(allowed) | sys.stdlib_module_names, explain))
    builtins.input = _no_input
    sys.breakpointhook = _no_breakpoint


class _Finder:
    """Refuses what an exercise does not allow, in words; finds nothing itself."""

    def __init__(self, allowed: frozenset[str], explain: str) -> None:
        self.allowed = allowed
        self.explain = explain

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        top = name.partition(".")[0]
        # The standard library's own platform modules begin with an underscore.
        if top not in self.allowed and not top.startswith("_"):
            raise ModuleNotFoundError(f"`{top}` is out of reach: {self.explain}", name=name)


def _no_input(prompt: object = "") -> str:
    raise EOFError("input() has nobody to ask here: use the function's arguments")


def _no_breakpoint(*_: object, **__: object) -> None:
    raise RuntimeError("breakpoint() has no terminal here: take it out before handing in")
