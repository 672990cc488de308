"""Layer `root`: a file system of its own, in which nothing else even exists.

A tmpfs holds read-only binds of the interpreter's and the allowed libraries' folders at their own
paths, so a dropped uid can read a Python under somebody's home, and no other path leads anywhere.
Needs the mount namespace.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence

import kernel

MS_RDONLY = 1
MS_NOSUID = 2
MS_NODEV = 4
MS_NOEXEC = 8
MS_REMOUNT = 32
MS_BIND = 4096
MS_REC = 16384
MS_PRIVATE = 1 << 18

# No path that a bind could lie under, as /tmp is: what is in it is removed after each child.
SCRATCH = "/.scratch"
DEVICES = ("null", "zero", "random", "urandom")
# Where the new root is put together, before it becomes `/`: nothing is ever bound from there.
_PLACES = ("/sys", "/mnt", "/media", "/srv", "/opt", "/home")
# statvfs(3) flags that a bind has to keep: an unprivileged user may not take them away.
_KEPT = {
    1: MS_RDONLY,
    2: MS_NOSUID,
    4: MS_NODEV,
    8: MS_NOEXEC,
    1024: 1024,
    2048: 2048,
    4096: 1 << 21,
}


def build(
    binds: Sequence[str], masks: Sequence[str], over: Sequence[str], proc: bool, scratch_bytes: int
) -> None:
    """Builds the root and makes it `/`. Raises `OSError` where a step is not permitted.

    binds: files and folders to be seen, at their own paths; masks: folders within them that are
    to be seen empty; over: what is bound into those masks again; proc: whether /proc is there
    (of the new pid namespace). SCRATCH is a tmpfs of so many bytes, the only place to write.
    """
    kernel.mount("none", "/", "", MS_REC | MS_PRIVATE)
    place = next(
        p for p in _PLACES if os.path.isdir(p) and not any(b.startswith(p + "/") for b in binds)
    )
    kernel.mount("tmpfs", place, "tmpfs", MS_NOSUID | MS_NODEV, "size=1m,nr_inodes=8k,mode=755")
    os.makedirs(place + SCRATCH)
    kernel.mount(
        "tmpfs",
        place + SCRATCH,
        "tmpfs",
        MS_NOSUID | MS_NODEV | MS_NOEXEC,
        f"size={scratch_bytes},nr_inodes=256,mode=1777",
    )
    for path in binds:
        _bind(place, path)
    for path in masks:
        kernel.mount("tmpfs", place + path, "tmpfs", MS_NOSUID | MS_NODEV, "size=64k,mode=755")
    for path in over:
        _bind(place, path)
    for name in DEVICES:
        _bind(place, f"/dev/{name}", device=True)
    if proc:
        os.makedirs(place + "/proc", exist_ok=True)
        kernel.mount("proc", place + "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC)
    os.chdir(place)
    kernel.syscall("pivot_root", b".", b".")
    # The old root lies on the new one; it goes, and with it every other path.
    kernel.umount_detached(".")
    os.chdir("/")
    for path in masks:
        kernel.mount("none", path, "", MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)
    kernel.mount("none", "/", "", MS_REMOUNT | MS_BIND | MS_RDONLY | MS_NOSUID | MS_NODEV)


def _bind(place: str, path: str, device: bool = False) -> None:
    """Makes a file or folder visible under the new root, and the links that lead to it as links."""
    real = _recreate_links(place, path)
    target = place + real
    try:
        is_folder = stat.S_ISDIR(os.stat(real).st_mode)
    except OSError:
        return
    if is_folder:
        os.makedirs(target, exist_ok=True)
    elif not os.path.lexists(target):
        os.makedirs(os.path.dirname(target), exist_ok=True)
        os.close(os.open(target, os.O_CREAT | os.O_WRONLY | os.O_CLOEXEC, 0o644))
    kernel.mount(real, target, "", MS_BIND | MS_REC)
    kept = os.statvfs(target).f_flag
    flags = sum(flag for bit, flag in _KEPT.items() if kept & bit)
    flags |= MS_NOSUID | MS_RDONLY
    kernel.mount("none", target, "", MS_REMOUNT | MS_BIND | flags | (0 if device else MS_NODEV))


def _recreate_links(place: str, path: str) -> str:
    """Makes every link on the way to a path anew; returns the path that they lead to.

    Nothing is ever made through a link: it could lead out of the new root.
    """
    for _ in range(40):
        parts = path.split("/")
        for end in range(2, len(parts) + 1):
            prefix = "/".join(parts[:end])
            if os.path.islink(prefix):
                above, text = os.path.dirname(prefix), os.readlink(prefix)
                os.makedirs(place + above, exist_ok=True)
                if not os.path.lexists(place + prefix):
                    os.symlink(text, place + prefix)
                path = os.path.normpath(os.path.join(above, text, *parts[end:]))
                break
        else:
            return path
    raise OSError(40, f"too many links on the way to {path}")
