"""Attempts the forbidden acts in a real, locked child, and says which of them succeeded.

Confinement is proved, not assumed: a layer counts where the act that it forbids fails here, not
where its system call returned 0.
"""

from __future__ import annotations

import errno
import os
import signal
import socket
from collections.abc import Callable

import kernel


def attempt_all(answer: str) -> dict[str, str]:
    """What became of each act: "refused", or how it succeeded.

    answer: the path of a file that no submission may read.
    """
    acts: dict[str, Callable[[], object]] = {
        "read": lambda: _read(answer),
        "list": lambda: os.listdir(os.path.dirname(answer)),
        "network": _connect,
        "socket": lambda: socket.socket(socket.AF_UNIX).close(),
        "process": _fork,
        "write": _write,
        "signal": lambda: os.kill(os.getppid(), signal.SIGCONT),
        # PTRACE_SEIZE: unlike PTRACE_ATTACH, it does not stop whom it succeeds with.
        "ptrace": lambda: kernel.syscall("ptrace", 0x4206, os.getppid(), 0, 0),
        "memory": lambda: _read("/proc/1/mem"),
        "namespace": lambda: kernel.unshare(0x10000000),
        "mount": lambda: kernel.mount("tmpfs", "/tmp", "tmpfs", 0),
        "uid": lambda: os.setuid(0) if os.getuid() else os.chroot("/"),
    }
    return {name: _outcome(act) for name, act in acts.items()}


def attempt_program() -> None:
    """Tries to become another program; returns only where that is refused."""
    try:
        os.execv("/bin/true", ["true"])
    except OSError:
        return


def _outcome(act: Callable[[], object]) -> str:
    try:
        said = act()
    except OSError as error:
        # Whoever is told that nobody listens has reached the network.
        return "reached" if error.errno == errno.ECONNREFUSED else "refused"
    return f"succeeded: {said}" if isinstance(said, str) else "succeeded"


def _read(path: str) -> None:
    with open(path, "rb") as file:
        file.read(1)


def _connect() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as there:
        there.settimeout(0.2)
        there.connect(("127.0.0.1", 9))


def _fork() -> None:
    pid = os.fork()
    if pid == 0:
        os._exit(0)
    os.waitpid(pid, 0)


def _write() -> None:
    for folder in ("/", "/dev/shm", "/var/tmp", "/run", os.path.expanduser("~")):
        path = os.path.join(folder, ".grade-self-test")
        try:
            with open(path, "w"):
                os.unlink(path)
                return
        except OSError:
            continue
    raise PermissionError("nowhere")
