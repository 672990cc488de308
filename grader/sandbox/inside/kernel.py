"""The system calls that Python has no function for, with the kernel's names and numbers.

Standard library alone: this runs before anything else is imported in the sandbox.
"""

from __future__ import annotations

import ctypes
import os
import platform

MACHINE = platform.machine()
# syscall numbers of the two machines this runs on; x86_64 first, then aarch64.
_NUMBERS = {
    "clone": (56, 220),
    "fork": (57, None),
    "ptrace": (101, 117),
    "pivot_root": (155, 41),
    "capset": (126, 91),
    "seccomp": (317, 277),
    "bpf": (321, 280),
    "landlock_create_ruleset": (444, 444),
    "landlock_add_rule": (445, 445),
    "landlock_restrict_self": (446, 446),
}
SUPPORTED = MACHINE in ("x86_64", "aarch64")

# linux/prctl.h
PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_NO_NEW_PRIVS = 38
PR_CAP_AMBIENT = 47
PR_CAP_AMBIENT_CLEAR_ALL = 4

_libc = ctypes.CDLL(None, use_errno=True)


def syscall(name: str, *arguments: object) -> int:
    """Makes a system call; raises `OSError` with its errno, or where it has no number here."""
    number = _NUMBERS[name][0 if MACHINE == "x86_64" else 1] if SUPPORTED else None
    if number is None:
        raise OSError(38, f"{name} is not known on {MACHINE}")
    return _checked(name, _libc.syscall(ctypes.c_long(number), *map(_word, arguments)))


def prctl(option: int, *arguments: int) -> int:
    """prctl(2); raises `OSError`."""
    words = [ctypes.c_ulong(a) for a in (*arguments, 0, 0, 0, 0)[:4]]
    return _checked("prctl", _libc.prctl(ctypes.c_int(option), *words))


def mount(source: str, target: str, kind: str, flags: int, data: str = "") -> None:
    """mount(2); raises `OSError` that names the target."""
    texts = [text.encode() for text in (source, target, kind)]
    done = _libc.mount(*texts, ctypes.c_ulong(flags), data.encode() or None)
    _checked(f"mount {target}", done)


def umount_detached(target: str) -> None:
    """umount2(2) with MNT_DETACH; raises `OSError`."""
    _checked(f"umount {target}", _libc.umount2(target.encode(), 2))


def unshare(flags: int) -> None:
    """unshare(2); raises `OSError`."""
    _checked("unshare", _libc.unshare(ctypes.c_int(flags)))


def _word(argument: object) -> object:
    return ctypes.c_long(argument) if isinstance(argument, int) else argument


def _checked(what: str, done: int) -> int:
    if done < 0:
        error = ctypes.get_errno()
        raise OSError(error, f"{what}: {os.strerror(error)}")
    return done
