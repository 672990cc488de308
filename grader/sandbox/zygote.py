"""The trusted end of a zygote: starts it, hands it plans, and has it fork children.

Light on purpose: `grade` starts the zygote before it imports anything else, so that the two
start at the same time.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import queue
import re
import select
import selectors
import signal
import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

HEAD = struct.Struct(">I")
INSIDE = Path(__file__).parent / "inside"
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

EXPLANATIONS = {
    "numpy": "this exercise is solved with NumPy and Python's standard library alone",
    "tensorflow": "this exercise is solved with TensorFlow, Keras and NumPy",
}


class SandboxError(Exception):
    """The sandbox itself failed. That is the grader's failure, never the submission's."""


class Settings:
    """How a zygote is started.

    runtime: "numpy" or "tensorflow"; limits: the fields of `grader.sandbox.limits.Limits`;
    portable: a fresh interpreter for every run instead of a fork, for systems without fork.
    """

    def __init__(
        self, runtime: str, limits: Mapping[str, Any], portable: bool = not CAN_FORK
    ) -> None:
        self.runtime = runtime
        self.limits = dict(limits)
        self.portable = portable

    def message(self) -> dict[str, Any]:
        return {
            "do": "start",
            "runtime": self.runtime,
            "limits": self.limits,
            "path": library_path(),
            "allowed": ALLOWED[self.runtime],
            "explain": EXPLANATIONS[self.runtime],
        }


def library_path() -> list[str]:
    """The folders that hold the libraries a zygote imports."""
    folders = []
    for name in ("numpy", "tensorflow"):
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            folder = str(Path(spec.origin).parent.parent)
            if folder not in folders:
                folders.append(folder)
    return folders


class Zygote:
    """A running zygote, or in portable form a promise to start an interpreter for each run.

    Raises `SandboxError` where it does not start or dies of itself.
    """

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.layers: tuple[str, ...] = ()
        self._plans: dict[str, dict[str, Any]] = {}
        self._ready = False
        if settings.portable:
            return
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
            )
        self._control = ours
        self._send(settings.message())

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
        self._wait_until_ready()
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

    def _wait_until_ready(self) -> None:
        if not self._ready:
            message, _ = self._receive()
            self.layers = tuple(message["layers"])
            self._ready = True

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
        head, descriptors, _, _ = socket.recv_fds(self._control, HEAD.size, 1)
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
