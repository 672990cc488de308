"""Layers `user`, `mount`, `pid`, `net`, `ipc` and `uts`: a world of its own; see namespaces(7)."""

from __future__ import annotations

import os

import kernel

CLONE_NEWNS = 0x00020000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

FLAGS = {
    "mount": CLONE_NEWNS,
    "pid": CLONE_NEWPID,
    "net": CLONE_NEWNET,
    "ipc": CLONE_NEWIPC,
    "uts": CLONE_NEWUTS,
}


def enter(without: frozenset[str]) -> list[str]:
    """Enters each namespace that this system permits; returns the names of those.

    An ordinary user needs a user namespace first, in which they keep their own uid and gid. Of
    `pid`, only children that are forked afterwards are inside.
    """
    entered = []
    if os.geteuid() != 0:
        uid, gid = os.getuid(), os.getgid()
        if "user" in without:
            return []
        try:
            kernel.unshare(CLONE_NEWUSER)
        except OSError:
            return []
        _write("/proc/self/setgroups", "deny")
        _write("/proc/self/uid_map", f"{uid} {uid} 1")
        _write("/proc/self/gid_map", f"{gid} {gid} 1")
        entered.append("user")
    for name, flag in FLAGS.items():
        if name in without:
            continue
        try:
            kernel.unshare(flag)
            entered.append(name)
        except OSError:
            continue
    return entered


def _write(path: str, text: str) -> None:
    with open(path, "w") as file:
        file.write(text)
