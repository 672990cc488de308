"""Layer `no_new_privs` and layer `uid`: nothing to gain, and nothing left to lose."""

from __future__ import annotations

import ctypes
import os
import signal

import kernel

_LAST_CAPABILITY = 63
_CAPABILITY_VERSION_3 = 0x20080522


def die_with_parent() -> None:
    """The kernel ends this process when the one that started it ends; see prctl(2)."""
    kernel.prctl(kernel.PR_SET_PDEATHSIG, signal.SIGKILL)


def forbid_new_privileges() -> None:
    """No program that is started gains anything by its set-uid bit or capabilities."""
    kernel.prctl(kernel.PR_SET_NO_NEW_PRIVS, 1)


def hide_memory() -> None:
    """No core file, no debugger, and /proc/PID belongs to root; see PR_SET_DUMPABLE."""
    kernel.prctl(kernel.PR_SET_DUMPABLE, 0)


def become(uid: int) -> None:
    """Leaves every group and becomes this user and group; needs root."""
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)


def drop_capabilities() -> None:
    """Gives up every capability, also those that a user namespace gave."""
    kernel.prctl(kernel.PR_CAP_AMBIENT, kernel.PR_CAP_AMBIENT_CLEAR_ALL)
    for capability in range(_LAST_CAPABILITY + 1):
        try:
            kernel.prctl(kernel.PR_CAPBSET_DROP, capability)
        except OSError:
            break  # not one of this kernel's, or not ours to drop
    header = (ctypes.c_uint32 * 2)(_CAPABILITY_VERSION_3, 0)
    kernel.syscall("capset", ctypes.byref(header), ctypes.byref((ctypes.c_uint32 * 6)()))
