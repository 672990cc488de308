"""Which layers of isolation are taken on, and in which order. The layers are modules of their own.

`zygote` comes before anything is imported: what it takes on, children inherit. `child` comes last
in each child, right before the submission is imported. What could not be had is not passed over:
`proved` tries the forbidden acts in a real child, and the grader decides what that is worth.

    start: without (names of layers that a test switches off), binds, masks, over, readable,
           uid (to become when started as root), landlock (the highest version to use),
           scratch (a folder to make where there can be no root of our own)
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import sys
from typing import Any

if sys.platform == "linux":
    # All of them now: once the libraries are imported, nothing of this folder can be.
    import kernel
    import landlock
    import namespaces
    import privileges
    import root
    import seccomp
    import selftest

# The descriptor of the Landlock rules, above all that are opened and closed for each child.
RULES = 200


class Confinement:
    """What the zygote has taken on, and what each child is to take on."""

    def __init__(self) -> None:
        self.layers: list[str] = ["process"]
        self.rules: int | None = None
        self.seccomp = False
        self.scratch = ""


def zygote(start: dict[str, Any]) -> Confinement:
    """Takes on what children inherit. As pid 1 of a new namespace, this returns in a new process:
    the old one waits for it, and both end with the grader."""
    confinement = Confinement()
    if sys.platform != "linux":
        return confinement

    without = frozenset(start["without"])
    if not kernel.SUPPORTED:
        return confinement
    privileges.die_with_parent()

    entered = namespaces.enter(without)
    if "pid" in entered:
        _become_first_process()
        privileges.die_with_parent()
    confinement.layers += [f"{name} namespace" for name in entered]
    if "mount" in entered and "root" not in without:
        proc = start["runtime"] == "tensorflow" and "pid" in entered
        with contextlib.suppress(OSError):
            paths = start["binds"], start["masks"], start["over"]
            root.build(*paths, proc, start["limits"]["file_size"])
            confinement.layers.append("root")
            confinement.scratch = root.SCRATCH
    if not confinement.scratch:
        confinement.scratch = start["scratch"]
        os.mkdir(confinement.scratch, 0o700)
    os.environ["TMPDIR"] = confinement.scratch
    if os.geteuid() == 0 and "uid" not in without and "root" in confinement.layers:
        privileges.become(start["uid"])
        confinement.layers.append("uid")
    if "no_new_privs" not in without:
        privileges.drop_capabilities()
        privileges.forbid_new_privileges()
        confinement.layers.append("no_new_privs")
    # A change of uid has cleared it, and the kernel looks at it once a process.
    privileges.die_with_parent()
    return confinement


def rules(confinement: Confinement, start: dict[str, Any]) -> None:
    """Builds what is the same for every child; after the imports, which need more than children."""
    if sys.platform != "linux" or "no_new_privs" not in confinement.layers:
        return

    without = frozenset(start["without"])
    privileges.hide_memory()
    if "landlock" not in without:
        version = min(landlock.abi(), start["landlock"])
        if version:
            writable = [confinement.scratch, "/dev/null"]
            built = landlock.ruleset(start["readable"], writable, version)
            confinement.rules = os.dup2(built, RULES)
            os.close(built)
            confinement.layers.append(f"landlock {version}")
    if "seccomp" not in without and kernel.SUPPORTED:
        confinement.seccomp = True
        confinement.layers.append("seccomp")


def child(confinement: Confinement, start: dict[str, Any]) -> None:
    """Locks this child, for good."""
    if sys.platform == "linux" and confinement.layers != ["process"]:
        privileges.die_with_parent()
    _limit_resources(start)
    if confinement.rules is not None:
        if start["runtime"] == "tensorflow":
            # It ends itself where it cannot read what its own process is.
            landlock.allow_reading(confinement.rules, "/proc/self")
        landlock.restrict(confinement.rules)
        os.close(confinement.rules)
    if confinement.seccomp:
        seccomp.install(seccomp.program(start["runtime"] == "tensorflow", os.getpid()))


def after_child(confinement: Confinement) -> None:
    """Removes all that a child has left in the folder that it may write to."""
    if not confinement.scratch:
        return
    for entry in os.scandir(confinement.scratch):
        if entry.is_dir(follow_symlinks=False):
            shutil.rmtree(entry.path, ignore_errors=True)
        else:
            with contextlib.suppress(OSError):
                os.unlink(entry.path)


def proved(confinement: Confinement, start: dict[str, Any]) -> dict[str, str]:
    """What became of the forbidden acts in a locked child, by their names."""
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            child(confinement, start)
            acts = selftest.attempt_all(start["answer"])
            # Whoever becomes another program says nothing any more, so that is said beforehand.
            os.write(sending, json.dumps(acts | {"program": "succeeded"}).encode() + b"\n")
            selftest.attempt_program()
            os.write(sending, json.dumps(acts | {"program": "refused"}).encode() + b"\n")
        finally:
            os._exit(0)
    os.close(sending)
    data = b""
    while part := os.read(receiving, 65536):
        data += part
    os.close(receiving)
    os.waitpid(pid, 0)
    after_child(confinement)

    found: dict[str, str] = json.loads(data.splitlines()[-1]) if data else {}
    return found


def threads() -> int:
    """How many threads this process has; forking is safe with one alone."""
    with contextlib.suppress(OSError), open("/proc/self/stat", "rb") as status:
        return int(status.read().rpartition(b")")[2].split()[17])
    return 1


def _become_first_process() -> None:
    """Forks into the new pid namespace; this process only waits, and the new one goes on."""
    pid = os.fork()
    if pid == 0:
        return
    # The socket to the grader belongs to the child alone: when that ends, the grader has to see it.
    os.closerange(3, 256)
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, 0)
    os._exit(0)


def _limit_resources(start: dict[str, Any]) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent watches instead
        return
    limits = start["limits"]
    seconds = int(limits["total_seconds"]) + 2
    bounds = {
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: limits["file_size"],
        resource.RLIMIT_NOFILE: limits["open_files"],
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_AS: limits["address_space"] or start["mapped"] + limits["memory"],
    }
    for which, bound in bounds.items():
        # An instructor's own, lower limit stays.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(which, (bound, bound))
    # A write beyond the limit is an error to be seen, not the end of the process.
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)


def mapped() -> int:
    """Bytes of address space that this process has mapped; 0 where that cannot be told."""
    with contextlib.suppress(OSError), open("/proc/self/statm", "rb") as statm:
        return int(statm.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    return 0
