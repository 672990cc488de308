"""Taking in what was handed in: whatever it is, a sentence, and never a hang."""

from __future__ import annotations

import hashlib
import json
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.errors import UsageError
from grader.submission import Submission, decode_source, read_submission

needs_unix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file types")
LARGEST = 256 * 1024


def test_a_file_is_read_once_and_hashed(tmp_path: Path) -> None:
    """Its text without a byte order mark; its digest with it, since that is what was handed in."""
    path = tmp_path / "conv_padding.py"
    path.write_bytes(b"\xef\xbb\xbfx = 'caf\xc3\xa9'\r\n")
    assert read_submission(path, student="7") == Submission(
        name="conv_padding.py",
        path=str(path),
        source="x = 'café'\r\n",
        digest=hashlib.sha256(path.read_bytes()).hexdigest(),
        student="7",
    )


@pytest.mark.parametrize("name", ["nowhere.py", "folder", "file.py/inside.py"])
def test_what_is_no_file_is_wrong_usage(tmp_path: Path, name: str) -> None:
    """Nothing was handed in."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.py").write_text("x = 1\n")
    path = tmp_path / name
    with pytest.raises(UsageError) as raised:
        read_submission(path)
    if name == "folder":
        assert str(raised.value) == f"{path} is a folder; name a file"
    else:
        assert str(raised.value) == f"{path}: there is no such file"


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)  # the current folder: such a path may not be long


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(2**33)


@needs_unix
@pytest.mark.parametrize(
    ("make", "refused"),
    [
        (_fifo, "this is a pipe or a device, not a file"),
        (_device, "this is a pipe or a device, not a file"),
        (_dangling, "the link leads nowhere"),
        (_loop, "a link was handed in, not a file"),
        (_socket, "this is a socket or a device, not a file"),
        (_sparse, "the file is larger than 256 KiB"),
    ],
)
def test_what_is_no_ordinary_file_is_refused_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[..., None], refused: str
) -> None:
    """Opening a FIFO does not wait for a writer, nor is a device or a huge file read."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "s.py"
    make(path)
    submission = read_submission(path)
    assert (submission.source, submission.refused) == (None, refused)


def test_a_device_itself_is_refused() -> None:
    """`/dev/zero` would never end."""
    path = Path("/dev/zero")
    if not path.exists():
        pytest.skip("there is none")
    assert read_submission(path).refused == "this is a pipe or a device, not a file"


@needs_unix
def test_a_link_is_followed_where_a_learner_typed_it_and_refused_in_a_batch(
    tmp_path: Path,
) -> None:
    """There it may lead to somebody else's work."""
    (tmp_path / "mine.py").write_text("x = 1\n")
    link = tmp_path / "link.py"
    link.symlink_to("mine.py")
    assert read_submission(link).source == "x = 1\n"
    refused = read_submission(link, follow_links=False)
    assert (refused.source, refused.refused) == (None, "a link was handed in, not a file")


def test_a_file_that_may_not_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the system's own words."""

    def refuse(*_: Any) -> int:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "mine.py"
    path.write_text("x = 1\n")
    monkeypatch.setattr(os, "open", refuse)
    assert read_submission(path).refused == "the file cannot be read: permission denied"


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (b"", "the file is empty"),
        (b" \n\t\r\n", "the file is empty"),
        (b"x = 1\0", "the file holds binary data; hand in the Python file itself"),
        (b"\x7fELF\2\1\1\0\0", "the file holds binary data; hand in the Python file itself"),
        ("x = 1\n".encode("utf-16"), "the file holds binary data; hand in the Python file itself"),
        (b"x = 1\ny = 'caf\xe9'\n", "the file is not UTF-8 in line 2; save it as UTF-8"),
        (b"\xff\xfe", "the file is not UTF-8 in line 1; save it as UTF-8"),
        (b"x = '\xed\xa0\x80'", "the file is not UTF-8 in line 1; save it as UTF-8"),
        (
            b"# coding: utf-7\n#+AAo-x=1",
            "the file says that it is written in utf-7; save it as UTF-8",
        ),
        (
            b"#!/usr/bin/python\n# vim: set fileencoding=latin-1 :\nx = 1",
            "the file says that it is written in latin-1; save it as UTF-8",
        ),
        (
            b"# -*- coding: raw_unicode_escape -*-\nx = 1",
            "the file says that it is written in raw_unicode_escape; save it as UTF-8",
        ),
        (b"x" * (LARGEST + 1), "the file is larger than 256 KiB"),
    ],
    ids=[
        *("empty", "blank", "NUL", "ELF", "UTF-16", "latin-1", "BOM of UTF-16", "surrogate"),
        *("utf-7", "second line", "escapes", "large"),
    ],
)
def test_what_is_no_utf_8_text_is_refused(tmp_path: Path, data: bytes, refused: str) -> None:
    """With the line, and what to do."""
    path = tmp_path / "mine.py"
    path.write_bytes(data)
    submission = read_submission(path)
    assert (submission.source, submission.refused) == (None, refused)


@pytest.mark.parametrize(
    "data",
    [
        b"# -*- coding: utf-8 -*-\nx = 1",
        b"# coding=UTF_8\nx = 1",
        b"# coding: ascii\nx = 1",
        b"x = 1\n\n# coding: utf-7 in the third line means nothing\n",
        b"x = 'coding: latin-1'\n",
        b"x" * LARGEST,
    ],
)
def test_ordinary_files_are_not_refused(data: bytes) -> None:
    """What a comment says further down means nothing to Python either."""
    assert decode_source(data) == data.decode()


# --- Notebooks ---------------------------------------------------------------------------------


def notebook(*cells: str | list[str], kind: str = "code") -> bytes:
    return json.dumps(
        {
            "cells": [
                {"cell_type": "markdown", "source": "# A title"},
                *({"cell_type": kind, "source": cell, "outputs": []} for cell in cells),
            ],
            "metadata": {},
            "nbformat": 4,
        }
    ).encode()


def test_the_code_cells_of_a_notebook_are_joined_without_their_magics(tmp_path: Path) -> None:
    """Each under its number; lines stay lines, and a block of magics alone stays a block."""
    path = tmp_path / "conv_padding.ipynb"
    path.write_bytes(
        notebook(
            ["%matplotlib inline\n", "import numpy as np\n", "!pip install x"],
            "%%timeit\nwhile True: pass",
            "if True:\n    %time x = 1\nx = 7 % 2\ny = '100 %'",
        )
    )
    assert read_submission(path).source == (
        "# --- cell 1 ---\npass\nimport numpy as np\npass\n"
        "# --- cell 2 ---\n"
        "# --- cell 3 ---\nif True:\n    pass\nx = 7 % 2\ny = '100 %'"
    )


@pytest.mark.parametrize(
    ("data", "refused"),
    [
        (b"{", "the file is no Jupyter notebook (format 4)"),
        (b"[]", "the file is no Jupyter notebook (format 4)"),
        (b"{}", "the file is no Jupyter notebook (format 4)"),
        (b'{"cells": 3}', "the file is no Jupyter notebook (format 4)"),
        (
            b'{"cells": [{"cell_type": "code", "source": 3}]}',
            "the file is no Jupyter notebook (format 4)",
        ),
        (b"[" * 100_000, "the file is no Jupyter notebook (format 4)"),
        (b"\xff", "the file is no Jupyter notebook (format 4)"),
        (b"", "the file is no Jupyter notebook (format 4)"),
        (b'{"cells": []}', "the notebook has no code cells"),
        (notebook("text", kind="markdown"), "the notebook has no code cells"),
        (notebook("x = '\\u0000'"), None),
        (
            b'{"cells": [{"cell_type": "code", "source": "\\u0000"}]}',
            "the file holds binary data; hand in the Python file itself",
        ),
    ],
)
def test_a_broken_notebook_is_refused(tmp_path: Path, data: bytes, refused: str | None) -> None:
    """In one sentence, whatever it is."""
    path = tmp_path / "conv_padding.ipynb"
    path.write_bytes(data)
    assert read_submission(path).refused == (refused or "")


def test_a_notebook_is_graded_and_its_lines_name_the_cell(
    course: Path, grade: Callable[..., Any], reference: str
) -> None:
    """As a learner counts them."""
    path = course / "exercises" / "conv_padding.ipynb"
    path.write_bytes(notebook("%load_ext autoreload", reference))
    ran = grade(path, "--no-report", "--format", "json")
    assert (ran.code, ran.json["outcome"]) == (0, "passed"), ran.stdout
    path.write_bytes(notebook("import numpy as np", "x = 1\ny = z"))
    ran = grade(path, "--no-report", "--format", "json")
    assert (ran.code, ran.json["outcome"]) == (1, "error")
    assert ran.json["message"] == (
        "the file could not be imported (cell 2, line 2): NameError: name 'z' is not defined\n"
        "    y = z"
    )
    broken = reference.replace("    outputs =", "    nothing.here\n    outputs =")
    path.write_bytes(notebook("import numpy as np", broken))
    ran = grade(path, "--no-report", "--format", "json")
    line = broken.split("\n").index("    nothing.here") + 1
    assert ran.json["checks"][0]["message"] == (
        f"same_padding(1, 1): raised NameError: name 'nothing' is not defined (cell 2, line {line})"
    )
