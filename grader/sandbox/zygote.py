"""The trusted end of a zygote: starts it, hands it plans, and has it fork children.

Light on purpose: `grade` starts the zygote before it imports anything else, so that the two
start at the same time.
"""

from __future__ import annotations

import contextlib
import glob
import itertools
import json
import os
import queue
import re
import select
import selectors
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any, NamedTuple

from grader.sandbox.layout import INSIDE, layout

HEAD = struct.Struct(">I")
CAN_FORK = sys.platform == "linux" and hasattr(os, "pidfd_open")
# One thread each: a forked child may not be allowed to start others.
ENVIRONMENT = {
    "PYTHONHASHSEED": "0",
    "PYTHONIOENCODING": "utf-8",
    "LC_ALL": "C.UTF-8",
    "OPENBLAS_NUM_THREADS": "1",
    "OMP_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "CUDA_VISIBLE_DEVICES": "-1",
    "KERAS_BACKEND": "tensorflow",
}
# Passed on where set: which BLAS kernels are used is the machine's affair, not a secret.
PASSED_ON = ("OPENBLAS_CORETYPE", "SYSTEMROOT")

# Top-level modules beside the standard library's. TensorFlow imports dozens, some of them lazily;
# what is out of reach there is a matter of paths alone.
ALLOWED = {"numpy": ["numpy", "probe"], "tensorflow": None}
# How long a child whose streams are closed may take to be over, in seconds.
DYING = 0.5
# More than a pipe can hold.
MOST_UNREAD = 2**20 + 2**16

# What `strict` has to keep out, and what a submission could do otherwise.
NEEDED = {
    "read": "read other files, the answers among them",
    "network": "reach the network",
    "process": "start other processes",
    "write": "write files",
    "signal": "disturb other processes",
}
_SCRATCH = os.path.join(tempfile.gettempdir(), "grade-scratch-")
_counter = itertools.count()
EXPLANATIONS = {
    "numpy": "this exercise is solved with NumPy and Python's standard library alone",
    "tensorflow": "this exercise is solved with TensorFlow, Keras and NumPy",
}


class SandboxError(Exception):
    """The sandbox itself failed. That is the grader's failure, never the submission's."""


@dataclass(frozen=True)
class Settings:
    """How a zygote is started.

    runtime: "numpy" or "tensorflow"; limits: the fields of `grader.sandbox.limits.Limits`;
    portable: a fresh interpreter for every run instead of a fork, for systems without fork.
    isolation: "auto" takes all layers there are, "strict" refuses to start without the needed.
    without, landlock: for tests: layers to leave out, and the highest Landlock version to use.
    """

    runtime: str
    limits: Mapping[str, Any]
    portable: bool = not CAN_FORK
    isolation: str = "auto"
    without: tuple[str, ...] = ()
    landlock: int = 99

    def message(self) -> dict[str, Any]:
        paths = layout(self.runtime)
        return {
            "do": "start",
            "runtime": self.runtime,
            "limits": dict(self.limits),
            "path": paths.path,
            "binds": paths.binds,
            "masks": paths.masks,
            "over": paths.over,
            "readable": paths.readable,
            "allowed": ALLOWED[self.runtime],
            "explain": EXPLANATIONS[self.runtime],
            "without": self.without,
            "landlock": self.landlock,
            # A user that nobody else is: neither signals nor limits are shared with anybody.
            "uid": 0x4000_0000 + os.getpid(),
            # Readable by everybody, and nothing that a submission needs.
            "answer": "/etc/passwd",
            "scratch": f"{_SCRATCH}{os.getpid()}-{next(_counter)}",
        }


class Zygote:
    """A running zygote, or in portable form a promise to start an interpreter for each run.

    Raises `SandboxError` where it does not start or dies of itself.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.layers: tuple[str, ...] = ()
        # What became of each forbidden act in a real child; see `inside/selftest.py`.
        self.acts: dict[str, str] = {}
        self._plans: dict[str, dict[str, Any]] = {}
        self._ready = False
        if settings.portable:
            return
        _clear_scratch()
        start = settings.message()
        self._scratch: str = start["scratch"]
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [*_interpreter(), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                env=_environment(),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                start_new_session=True,
                cwd="/",
            )
        self._control = ours
        self._send(start)

    def plan(self, name: str, plan: Mapping[str, Any]) -> None:
        """Hands over what runs have in common, once."""
        if name in self._plans:
            return
        self._plans[name] = {"do": "plan", "id": name, **plan}
        if not self.settings.portable:
            self._send(self._plans[name])

    def run(
        self, plan: str, name: str, source: str, indexes: Sequence[int], stream: bool = True
    ) -> Child:
        """Starts a child that runs an implementation's source on these cases of the plan.

        stream: whether it writes each outcome at once, or those of a few milliseconds together.
        """
        message: dict[str, Any] = {"do": "run", "plan": plan, "name": name, "source": source}
        message |= {"indexes": list(indexes), "stream": stream}
        if self.settings.portable:
            return FreshChild([self.settings.message(), self._plans[plan], message])
        self.wait_until_ready()
        results, results_in = os.pipe()
        output, output_in = os.pipe()
        try:
            self._send(message, [results_in, output_in])
        finally:
            os.close(results_in)
            os.close(output_in)
        try:
            _, descriptors = self._receive()
        except SandboxError:
            os.close(results)
            os.close(output)
            raise
        return ForkedChild(self, results, output, descriptors[0])

    def ended(self) -> dict[str, Any]:
        """What the zygote says when its child has ended."""
        return self._receive()[0]

    def missing(self) -> list[str]:
        """The acts of `NEEDED` that the self-test did not see refused."""
        return [act for act in NEEDED if self.acts.get(act) != "refused"]

    @property
    def level(self) -> str:
        """What was proved: "strict" where every needed act is refused, "partial", or "none"."""
        refused = [act for act, outcome in self.acts.items() if outcome == "refused"]
        return "none" if not refused else "partial" if self.missing() else "strict"

    def wait_until_ready(self) -> None:
        """Waits for the first message; raises `SandboxError` where it does not come, or where
        `strict` was asked for and cannot be given."""
        if not self._ready:
            message, _ = self._receive()
            self.layers = tuple(message["layers"])
            self.acts = dict(message["acts"])
            self._ready = True
            if self.settings.isolation == "strict" and self.missing():
                raise SandboxError(
                    "strict isolation cannot be given here: a submission could "
                    + ", ".join(NEEDED[act] for act in self.missing())
                    + "; `grade doctor` shows what is missing and how to get it"
                )

    def _send(self, message: Mapping[str, Any], descriptors: Sequence[int] = ()) -> None:
        data = frame(message)
        try:
            if descriptors:
                socket.send_fds(self._control, [data[: HEAD.size]], list(descriptors))
                data = data[HEAD.size :]
            self._control.sendall(data)
        except OSError as error:
            raise SandboxError(self._last_words()) from error

    def _receive(self) -> tuple[dict[str, Any], list[int]]:
        try:
            head, descriptors, _, _ = socket.recv_fds(self._control, HEAD.size, 1)
        except OSError as error:
            raise SandboxError(self._last_words()) from error
        if len(head) < HEAD.size:
            raise SandboxError(self._last_words())
        data = bytearray()
        (length,) = HEAD.unpack(head)
        # Never more than this frame: the next one may have been sent already.
        while len(data) < length:
            part = self._control.recv(length - len(data))
            if not part:
                raise SandboxError(self._last_words())
            data += part
        return json.loads(data), list(descriptors)

    def _last_words(self) -> str:
        self._process.kill()
        errors = b""
        if self._process.stderr and not self._process.stderr.closed:
            _, errors = self._process.communicate()
        lines = errors.decode("utf-8", "replace").strip().splitlines()
        return "the sandbox did not start: " + (lines[-1] if lines else "it ended without a word")

    def close(self) -> None:
        """Ends the zygote, and with it any child."""
        if self.settings.portable:
            return
        self._control.close()
        self._process.kill()
        self._process.wait()
        if self._process.stderr:
            self._process.stderr.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def __enter__(self) -> Zygote:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class End(NamedTuple):
    """How a child ended.

    signal: what had ended it before it was killed (0: nothing had); seconds: its CPU time;
    output: what it had printed last, and nobody had read yet.
    """

    signal: int
    seconds: float | None
    output: bytes


class Child:
    """One running child: two streams to read, a clock to look at, an end."""

    def read(self, timeout: float) -> tuple[bytes, bytes, bool]:
        """Bytes of frames, bytes of output, and whether the stream of frames has ended."""
        raise NotImplementedError

    def cpu_seconds(self) -> float | None:
        """CPU time used so far as the kernel counts it, or None where that cannot be had."""
        raise NotImplementedError

    def end(self) -> End:
        """Kills what is left of it, and tells how it had ended before."""
        raise NotImplementedError


class ForkedChild(Child):
    def __init__(self, zygote: Zygote, results: int, output: int, pidfd: int) -> None:
        self._zygote, self._results, self._output, self._pidfd = zygote, results, output, pidfd
        self._ended = False
        self._selector = selectors.DefaultSelector()
        for descriptor in (results, output):
            os.set_blocking(descriptor, False)
            self._selector.register(descriptor, selectors.EVENT_READ)

    def read(self, timeout: float) -> tuple[bytes, bytes, bool]:
        frames, output = b"", b""
        for key, _ in self._selector.select(timeout):
            with contextlib.suppress(BlockingIOError):
                data = os.read(key.fd, 2**16)
                if not data:
                    self._selector.unregister(key.fd)
                if key.fd == self._output:
                    output = data
                else:
                    frames, self._ended = data, not data
        return frames, output, self._ended

    def cpu_seconds(self) -> float | None:
        with open(f"/proc/self/fdinfo/{self._pidfd}") as info:
            found = re.search(r"^Pid:\t(\d+)", info.read(), re.MULTILINE)
        if found is None:
            return None
        # clock_getcpuclockid(3): the process clock of a pid.
        with contextlib.suppress(OSError):
            return time.clock_gettime((~int(found[1]) << 3) | 2)
        return None

    def end(self) -> End:
        # Its streams close a moment before it is over, and then of itself: by which signal?
        over = select.poll()
        over.register(self._pidfd, select.POLLIN)
        was_over = bool(over.poll(1000 * DYING if self._ended else 0))
        try:
            with contextlib.suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._pidfd, signal.SIGKILL)
            ended = self._zygote.ended()
            last = bytearray()
            with contextlib.suppress(BlockingIOError):
                while len(last) < MOST_UNREAD and (data := os.read(self._output, 2**16)):
                    last += data
        finally:
            os.close(self._pidfd)
            self._selector.close()
            os.close(self._results)
            os.close(self._output)
        status = ended["status"]
        died_of = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
        ours = died_of == signal.SIGKILL and not was_over
        return End(0 if ours else died_of, ended["seconds"], bytes(last))


class FreshChild(Child):
    """A fresh interpreter; its streams are read by threads, since not every system can select."""

    def __init__(self, messages: Sequence[Mapping[str, Any]]) -> None:
        self._process = subprocess.Popen(
            [*_interpreter(), "portable"],
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert self._process.stdin
        assert self._process.stdout
        assert self._process.stderr
        self._open = {"frames", "output"}
        self._queue: queue.Queue[tuple[str, bytes]] = queue.Queue(64)
        for name, stream in (("frames", self._process.stdout), ("output", self._process.stderr)):
            threading.Thread(target=self._pump, args=(name, stream), daemon=True).start()
        with contextlib.suppress(BrokenPipeError):
            self._process.stdin.write(b"".join(map(frame, messages)))
            self._process.stdin.flush()

    def _pump(self, name: str, stream: IO[bytes]) -> None:
        with stream:
            while data := os.read(stream.fileno(), 2**16):
                self._queue.put((name, data))
        self._queue.put((name, b""))

    def read(self, timeout: float) -> tuple[bytes, bytes, bool]:
        try:
            name, data = self._queue.get(timeout=timeout) if timeout else self._queue.get_nowait()
        except queue.Empty:
            return b"", b"", False
        if not data:
            self._open.discard(name)
        return (data, b"", not data) if name == "frames" else (b"", data, False)

    def cpu_seconds(self) -> float | None:
        if not hasattr(time, "clock_gettime"):
            return None
        with contextlib.suppress(OSError):
            return time.clock_gettime((~self._process.pid << 3) | 2)
        return None

    def end(self) -> End:
        seconds = self.cpu_seconds()
        if "frames" not in self._open:
            # Its streams close a moment before it is over, and then of itself: by which signal?
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(DYING)
        died_of = -(self._process.poll() or 0)
        self._process.kill()
        self._process.wait()
        last = bytearray()
        # What it leaves running may hold the streams open; nobody waits for that.
        until = time.monotonic() + DYING
        while self._open and len(last) < MOST_UNREAD and time.monotonic() < until:
            last += self.read(DYING / 10)[1]
        if self._process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()
        return End(max(died_of, 0), seconds, bytes(last))


def _clear_scratch() -> None:
    """Removes the folders of graders that were killed before they could do it themselves."""
    for path in glob.glob(_SCRATCH + "*"):
        owner = path.removeprefix(_SCRATCH).split("-")[0]
        if owner.isdecimal() and not os.path.exists(f"/proc/{owner}"):
            shutil.rmtree(path, ignore_errors=True)


def frame(message: Mapping[str, Any]) -> bytes:
    """A message as it is sent: four bytes of length, then JSON."""
    text = json.dumps(message).encode("ascii")
    return HEAD.pack(len(text)) + text


def _interpreter() -> list[str]:
    # Isolated but for `-E`, which would forget the hash seed; the environment is ours anyway.
    return [sys.executable, "-P", "-s", "-S", "-B", str(INSIDE / "zygote.py")]


def _environment() -> dict[str, str]:
    passed = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return ENVIRONMENT | passed
