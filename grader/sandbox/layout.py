"""Which paths a sandbox needs to see: the interpreter's library, the allowed distributions.

Computed by the trusted side, in a few milliseconds; the sandbox binds them into its own root and
makes Landlock rules of them. `site-packages` is never among them, only single entries of it.
"""

from __future__ import annotations

import functools
import glob
import os
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

INSIDE = Path(__file__).parent / "inside"
_PACKAGES = ("site-packages", "dist-packages")
# Data that the standard library and libc read; whatever is missing is left out.
_DATA = ("/etc/ld.so.cache", "/usr/share/zoneinfo", "/usr/lib/locale", "/etc/localtime")


@dataclass(frozen=True)
class Layout:
    """Paths, at which they are seen inside.

    binds: files and folders; masks: folders within them that are seen empty; over: what is put
    into the masks again; readable: the same for Landlock, which knows no masks, entry by entry;
    path: what `sys.path` needs besides the standard library.
    """

    binds: tuple[str, ...]
    masks: tuple[str, ...]
    over: tuple[str, ...]
    readable: tuple[str, ...]
    path: tuple[str, ...]


@functools.cache
def layout(runtime: str) -> Layout:
    """The layout for a runtime, "numpy" or "tensorflow"."""
    libraries = tuple(dict.fromkeys(_standard_library()))
    found = _numpy() if runtime == "numpy" else _distributions([runtime])
    packages = tuple(dict.fromkeys(found))
    shared = tuple(_shared_libraries())
    masks = tuple(
        os.path.join(folder, name)
        for folder in (*libraries, *shared)
        if not os.path.islink(folder)
        for name in _packages_within(folder)
    )
    data = tuple(path for path in _DATA if os.path.exists(path))
    readable = [str(INSIDE), *shared, *data, *packages]
    for folder in libraries:
        readable += [e.path for e in os.scandir(folder) if e.name not in _PACKAGES]
    readable += [f"/dev/{name}" for name in ("null", "zero", "random", "urandom")]
    if runtime == "tensorflow":
        readable += ["/proc/cpuinfo", "/proc/meminfo", "/proc/stat"]
        readable += ["/sys/devices/system/cpu"]
    return Layout(
        binds=(*libraries, *shared, *data, str(INSIDE), *_outside(packages, masks)),
        masks=masks,
        over=tuple(path for path in packages if path not in _outside(packages, masks)),
        readable=tuple(readable),
        path=tuple(dict.fromkeys(os.path.dirname(path) for path in packages)),
    )


def _outside(packages: Iterable[str], masks: Iterable[str]) -> tuple[str, ...]:
    """The packages that lie in no masked folder."""
    return tuple(p for p in packages if not any(p.startswith(mask + "/") for mask in masks))


def _standard_library() -> Iterator[str]:
    # Asked of `os` itself: `sysconfig` reads all its variables for the same answer.
    yield os.path.dirname(os.path.realpath(os.__file__))
    yield os.path.dirname(os.__file__)
    for path in sys.path:
        if path.endswith((".zip", "lib-dynload")) and os.path.exists(path):
            yield path


def _shared_libraries() -> Iterator[str]:
    """The folders of shared libraries, and the links that lead to them."""
    multiarch = getattr(sys.implementation, "_multiarch", "")
    for top in ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"):
        for path in (os.path.join(top, multiarch), top) if multiarch else (top,):
            if not os.path.isdir(path):
                continue
            # All of /usr/lib is far more than libraries: Debian's dist-packages, for one.
            if path in ("/lib", "/usr/lib", "/usr/local/lib") and not os.path.islink(path):
                continue
            yield path
    yield from glob.glob(os.path.join(sys.base_prefix, "lib", "libpython*.so*"))


def _packages_within(folder: str) -> list[str]:
    return [
        name for name in _packages_candidates(folder) if os.path.isdir(os.path.join(folder, name))
    ]


def _packages_candidates(folder: str) -> list[str]:
    names = list(_PACKAGES)
    if os.path.isdir(folder) and not os.path.basename(folder).startswith("python"):
        # A folder of shared libraries may hold other Pythons.
        names = [
            os.path.join(entry.name, name)
            for entry in os.scandir(folder)
            if entry.name.startswith("python") and entry.is_dir()
            for name in _PACKAGES
        ]
    return names


def _numpy() -> Iterator[str]:
    """NumPy's folders; looked for by hand, since reading metadata takes longer than all the rest."""
    for folder in sys.path:
        if os.path.isfile(os.path.join(folder, "numpy", "__init__.py")):
            for name in ("numpy", "numpy.libs"):
                if os.path.isdir(os.path.join(folder, name)):
                    yield os.path.join(folder, name)
            return


def _distributions(names: Iterable[str]) -> Iterator[str]:
    """The single entries of site-packages that distributions and their requirements consist of."""
    from importlib import metadata

    wanted, done = list(names), set()
    while wanted:
        name = re.sub(r"[-_.]+", "-", wanted.pop()).lower()
        if name in done:
            continue
        done.add(name)
        try:
            found = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue
        folder = str(found.locate_file(""))
        for entry in _top_level(found):
            path = os.path.normpath(os.path.join(folder, entry))
            if os.path.exists(path):
                yield path
        for requirement in found.requires or ():
            if "extra ==" not in requirement:
                wanted.append(re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0])


def _top_level(found: object) -> Iterator[str]:
    """The names directly in site-packages; read off the RECORD, which wheels always have."""
    record = found.read_text("RECORD") or ""  # type: ignore[attr-defined]
    names = {line.split("/", 1)[0].split(",", 1)[0] for line in record.splitlines()}
    yield from sorted(name for name in names if name and name not in ("..", "__pycache__"))
