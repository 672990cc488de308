"""`grade verify`: every damage to a course is found, and named."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


def _damage(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


# Name of the damaged exercise: file, what is replaced by what, the proof that fails, its words.
DAMAGES = {
    "line_deleted": (
        *("recorded.jsonl", "first line", ""),
        "the recorded answers are theirs",
        "recorded.jsonl: no answer for same_padding(1, 1); run `grade verify line_deleted --record`",
    ),
    "value_edited": (
        *("recorded.jsonl", '"items": [1, 1]', '"items": [1, 2]'),
        "the recorded answers are theirs",
        "recorded.jsonl: the answer for same_padding(1, 3) is not the references'; "
        "run `grade verify value_edited --record`",
    ),
    "check_weakened": (
        *("checks.py", 'submission.answers("nothing_missing")', 'submission.answers("stride_one")'),
        "9 misconceptions are caught by a check",
        None,
    ),
    "text_missing": (
        *("text.ko.toml", "[checks.never_negative]", "[checks.other]"),
        "every check is about cases that exist",
        "text.ko.toml: no [checks.never_negative]",
    ),
    "points_for_nothing": (
        "checks.py",
        'submission.answers("empty_batch")',
        "assert submission.transcript",
        "empty answers score 0",
        "the stub: gets 1 points for empty_batch",
    ),
    "stub_edited": (
        *("stub.py", "How many zeros", "How very many zeros"),
        "the stub's docstrings are the texts",
        "stub.py: its docstrings are not those of text.en.toml",
    ),
    "example_wrong": (
        *("text.en.toml", "1 2\n", "2 1\n"),
        "the examples in the docstrings hold",
        "text.en.toml: ",
    ),
}


@pytest.mark.tensorflow
def test_every_damage_fails_the_proof_that_is_about_it(
    make_course: Callable[..., Path], grade: Callable[..., Any]
) -> None:
    """One course of copies, each damaged in one way, and one that is whole.

    One test, since starting TensorFlow takes seconds.
    """
    root = make_course("conv_padding")
    whole = root / "solutions" / "conv_padding"
    for name, (file, old, new, _proof, _problem) in DAMAGES.items():
        folder = root / "solutions" / name
        shutil.copytree(whole, folder)
        if old == "first line":
            lines = (folder / file).read_text("utf-8").splitlines(keepends=True)
            (folder / file).write_text("".join(lines[1:]), "utf-8")
        else:
            _damage(folder, file, old, new)
    # With this check gone as well, negative amounts slip through.
    weakened = root / "solutions" / "check_weakened"
    for group in ("two_axes", "images", "strides"):
        _damage(weakened, "checks.py", f'answers("{group}")', 'answers("stride_one")')
    ran = grade("verify", cwd=root)
    assert ran.code == 1, ran.stdout + ran.stderr
    said: dict[str, list[str]] = {}
    for line in ran.stdout.splitlines():
        if not line.startswith(" "):
            said[line] = proofs = []
        else:
            proofs.append(line)
    assert not [line for line in said["conv_padding"] if "FAILED" in line], ran.stdout
    for name, (_file, _old, _new, proof, problem) in DAMAGES.items():
        failed = "\n".join(said[name])
        assert re.search(rf"FAILED  .*{re.escape(proof)}", failed), f"{name}:\n{failed}"
        assert problem is None or problem in failed, f"{name}:\n{failed}"
    caught = "\n".join(said["check_weakened"])
    assert "negative_amounts: no check fails" in caught, caught
    assert ran.stderr.endswith("of the proofs failed\n")
