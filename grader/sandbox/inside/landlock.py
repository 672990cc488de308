"""Layer `landlock`: which paths may be read, and that nothing else may be written.

See landlock(7) and the kernel's Documentation/userspace-api/landlock.rst. The rules are built
once, in the zygote; taking them on costs a child one system call. Landlock does not govern
`stat`, so other paths can be seen to exist where the layer `root` is missing.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable

import kernel

LANDLOCK_CREATE_RULESET_VERSION = 1
LANDLOCK_RULE_PATH_BENEATH = 1

ACCESS_FS_EXECUTE = 1 << 0
ACCESS_FS_WRITE_FILE = 1 << 1
ACCESS_FS_READ_FILE = 1 << 2
ACCESS_FS_READ_DIR = 1 << 3
ACCESS_FS_REMOVE_DIR = 1 << 4
ACCESS_FS_REMOVE_FILE = 1 << 5
ACCESS_FS_MAKE_DIR = 1 << 7
ACCESS_FS_MAKE_REG = 1 << 8
ACCESS_FS_REFER = 1 << 13
ACCESS_FS_TRUNCATE = 1 << 14
ACCESS_FS_IOCTL_DEV = 1 << 15
ACCESS_NET_BIND_TCP = 1 << 0
ACCESS_NET_CONNECT_TCP = 1 << 1
SCOPE_ABSTRACT_UNIX_SOCKET = 1 << 0
SCOPE_SIGNAL = 1 << 1

# Rights on file systems that each version of the interface knows.
_HANDLED = {
    1: (1 << 13) - 1,
    2: (1 << 14) - 1,
    3: (1 << 15) - 1,
    4: (1 << 15) - 1,
    5: (1 << 16) - 1,
}
_READ_FILE = ACCESS_FS_READ_FILE
_READ = ACCESS_FS_READ_FILE | ACCESS_FS_READ_DIR
_WRITE = (
    *(ACCESS_FS_WRITE_FILE, ACCESS_FS_REMOVE_DIR, ACCESS_FS_REMOVE_FILE, ACCESS_FS_MAKE_DIR),
    *(ACCESS_FS_MAKE_REG, ACCESS_FS_REFER, ACCESS_FS_TRUNCATE),
)


class _RulesetAttr(ctypes.Structure):
    _fields_ = (
        ("handled_access_fs", ctypes.c_uint64),
        ("handled_access_net", ctypes.c_uint64),
        ("scoped", ctypes.c_uint64),
    )


class _PathBeneathAttr(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("allowed_access", ctypes.c_uint64), ("parent_fd", ctypes.c_int32))


def abi() -> int:
    """The version of the interface that this kernel has; 0 where there is none."""
    try:
        return kernel.syscall("landlock_create_ruleset", None, 0, LANDLOCK_CREATE_RULESET_VERSION)
    except OSError:
        return 0


def ruleset(readable: Iterable[str], writable: Iterable[str], version: int) -> int:
    """A descriptor of the rules: `readable` paths and what is beneath them may be read,
    `writable` ones written too, and nothing else. Paths that do not exist are left out.

    version: of the interface to use, at least 1. Raises `OSError`.
    """
    handled = _HANDLED[min(version, max(_HANDLED))]
    attr = _RulesetAttr(handled)
    size = 8
    if version >= 4:
        attr.handled_access_net = ACCESS_NET_BIND_TCP | ACCESS_NET_CONNECT_TCP
        size = 16
    if version >= 6:
        attr.scoped = SCOPE_ABSTRACT_UNIX_SOCKET | SCOPE_SIGNAL
        size = 24
    rules = kernel.syscall("landlock_create_ruleset", ctypes.byref(attr), size, 0)
    for path in readable:
        allow_reading(rules, path)
    for path in writable:
        _allow(rules, path, (_READ | sum(_WRITE)) & handled)
    return rules


def allow_reading(rules: int, path: str) -> None:
    """Adds a path to rules that are not taken on yet; raises `OSError`."""
    _allow(rules, path, _READ)


def restrict(rules: int) -> None:
    """Takes the rules on, for good; `no_new_privs` has to be set. Raises `OSError`."""
    kernel.syscall("landlock_restrict_self", rules, 0)


def _allow(rules: int, path: str, access: int) -> None:
    try:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        if not os.path.isdir(path):
            access &= _READ_FILE | ACCESS_FS_WRITE_FILE | ACCESS_FS_TRUNCATE
        rule = _PathBeneathAttr(access, descriptor)
        kernel.syscall(
            "landlock_add_rule", rules, LANDLOCK_RULE_PATH_BENEATH, ctypes.byref(rule), 0
        )
    finally:
        os.close(descriptor)
