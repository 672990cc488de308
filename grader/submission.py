"""Takes in what was handed in: bytes read once, checked, decoded by one rule.

Whatever is wrong with a file that exists is the submission's outcome (`refused`, in words), and
what is no file at all is a wrong use of the command.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import stat
from pathlib import Path
from typing import Any

import msgspec

from grader.errors import UsageError
from grader.sandbox.limits import MAX_NOTEBOOK_BYTES, MAX_SOURCE_BYTES
from grader.transcript import Raised, Transcript

_COOKIE = re.compile(rb"^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)", re.ASCII)
_MAGIC = re.compile(r"^(\s*)[%!?].*")


class Submission(msgspec.Struct, frozen=True):
    """What was handed in.

    name:    the file's name, which messages show; path: as it was given.
    source:  its text, or None where it was refused; digest: SHA-256 of its bytes, in hexadecimal.
    refused: why it cannot be graded, in words, or "".
    student: whose it is, where that is known.
    """

    name: str
    path: str
    source: str | None
    digest: str
    refused: str = ""
    student: str | None = None


def read_submission(
    path: Path, follow_links: bool = True, student: str | None = None
) -> Submission:
    """Reads a file that was handed in, once.

    Raises `UsageError` where there is nothing to grade: no such path, or a folder.
    """
    data, refused = _read(path, follow_links)
    source = None
    if data is not None:
        try:
            source = _notebook(data) if path.suffix == ".ipynb" else decode_source(data)
        except ValueError as error:
            refused = str(error)
    digest = hashlib.sha256(data or b"").hexdigest()
    return Submission(path.name, str(path), source, digest, refused, student)


def decode_source(data: bytes) -> str:
    """Python source as text: strict UTF-8, whatever its coding cookie says.

    Raises `ValueError` in words where it is empty, binary, not UTF-8 or says another encoding.
    """
    if not data.strip():
        raise ValueError("the file is empty")
    if b"\0" in data:
        raise ValueError("the file holds binary data; hand in the Python file itself")
    for line in data.split(b"\n")[:2]:
        cookie = _COOKIE.match(line)
        # Otherwise a checker, a viewer and Python could each read another program.
        if cookie and cookie[1].lower().replace(b"_", b"-") not in (b"utf-8", b"utf8", b"ascii"):
            raise ValueError(
                f"the file says that it is written in {cookie[1].decode()}; save it as UTF-8"
            )
    try:
        return data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        number = data[: error.start].count(b"\n") + 1
        raise ValueError(f"the file is not UTF-8 in line {number}; save it as UTF-8") from None


def _read(path: Path, follow_links: bool) -> tuple[bytes | None, str]:
    """The bytes, or why there are none."""
    limit = MAX_NOTEBOOK_BYTES if path.suffix == ".ipynb" else MAX_SOURCE_BYTES
    # Without O_NONBLOCK, opening a FIFO waits for a writer for ever.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)
    if not follow_links:
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        descriptor = os.open(path, flags)
    except FileNotFoundError:
        if path.is_symlink():
            return None, "the link leads nowhere"
        raise UsageError(f"{path}: there is no such file") from None
    except IsADirectoryError:
        raise UsageError(f"{path} is a folder; name a file") from None
    except OSError as error:
        if error.errno == errno.ELOOP:
            return None, "a link was handed in, not a file"
        if error.errno in (errno.ENXIO, errno.ENODEV):
            return None, "this is a socket or a device, not a file"
        if error.errno == errno.ENOTDIR:
            raise UsageError(f"{path}: there is no such file") from None
        return None, f"the file cannot be read: {os.strerror(error.errno or 0).lower()}"
    try:
        status = os.fstat(descriptor)
        if stat.S_ISDIR(status.st_mode):
            raise UsageError(f"{path} is a folder; name a file")
        if not stat.S_ISREG(status.st_mode):
            return None, "this is a pipe or a device, not a file"
        data = bytearray()
        while len(data) <= limit and (part := os.read(descriptor, limit + 1 - len(data))):
            data += part
    except OSError as error:
        return None, f"the file cannot be read: {os.strerror(error.errno or 0).lower()}"
    finally:
        os.close(descriptor)
    if len(data) > limit:
        return None, f"the file is larger than {limit // 1024} KiB"
    return bytes(data), ""


# --- Notebooks ---------------------------------------------------------------------------------


class _Cell(msgspec.Struct):
    cell_type: str = ""
    source: str | list[str] = ""


class _Notebook(msgspec.Struct):
    cells: list[_Cell]


def _notebook(data: bytes) -> str:
    """The code cells of a notebook, joined; each is headed by a comment with its number."""
    try:
        notebook = msgspec.json.decode(data, type=_Notebook)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise ValueError("the file is no Jupyter notebook (format 4)") from None
    parts = []
    number = 0
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        number += 1
        text = cell.source if isinstance(cell.source, str) else "".join(cell.source)
        lines = text.split("\n")
        if lines[0].startswith("%%"):
            lines = []
        # `pass`, since a block may hold nothing but a magic.
        kept = [_MAGIC.sub(r"\1pass", line) for line in lines]
        parts.append("\n".join([f"# --- cell {number} ---", *kept]))
    if not parts:
        raise ValueError("the notebook has no code cells")
    return decode_source("\n".join(parts).encode("utf-8", "surrogatepass"))


def lines_in_cells(transcript: Transcript, source: str) -> Transcript:
    """The transcript of a notebook, with lines counted in their cells."""
    entries = {
        key: msgspec.structs.replace(entry, outcome=_in_cell(entry.outcome, source))
        for key, entry in transcript.entries.items()
    }
    stopped = transcript.stopped and _in_cell(transcript.stopped, source)
    return msgspec.structs.replace(transcript, entries=entries, stopped=stopped)


def _in_cell(outcome: Any, source: str) -> Any:
    if not isinstance(outcome, Raised) or outcome.line is None:
        return outcome
    for back, text in enumerate(reversed(source.split("\n")[: outcome.line])):
        found = re.fullmatch(r"# --- cell (\d+) ---", text)
        if found:
            return msgspec.structs.replace(outcome, line=back, cell=int(found[1]))
    return outcome
