"""The Result's JSON Schema, which other people's tools rely on.

`python tests/test_result.py` writes `grader/result.schema.json` anew; keys are only ever added.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import msgspec
import pytest

SCHEMA = Path(__file__).resolve().parent.parent / "grader" / "result.schema.json"

# The promise of the design: every one of them is there, for good.
RESULT = {
    *("exercise", "exercise_version", "submission", "digest", "student", "outcome", "points"),
    *("max_points", "checks", "misconceptions", "output", "isolation", "seconds"),
    "grader_version",
}
CHECK = {"id", "title", "outcome", "points", "max_points", "message", "hint", "counterexample"}
MISCONCEPTION = {"id", "title", "explanation", "confidence", "cases_explained", "cases_failed"}
COUNTEREXAMPLE = {"call", "expected", "actual", "difference"}


def current_schema() -> bytes:
    """The schema as the file holds it."""
    from grader.result import result_schema

    return msgspec.json.format(msgspec.json.encode(result_schema()), indent=2) + b"\n"


def test_the_schema_of_the_package_is_that_of_the_result() -> None:
    """If a key was added: `python tests/test_result.py` writes the file anew."""
    assert SCHEMA.read_bytes() == current_schema()


def test_the_schema_is_a_schema() -> None:
    """By its own schema."""
    jsonschema.Draft202012Validator.check_schema(json.loads(SCHEMA.read_bytes()))


@pytest.mark.parametrize(
    "source",
    [
        "reference",
        "def same_padding(size, kernel, stride=1, dilation=1):\n    return kernel // 2, kernel // 2",
        "raise SystemExit",
        "import os\ndef same_padding(*a, **o): os._exit(1)\npad_images = same_padding",
        "def same_padding(*a, **o): raise NotImplementedError\npad_images = same_padding",
        "def same_paddings(): print('\\x1b[2J\\ud800')",
    ],
    ids=["passed", "failed", "error", "crashed", "not_started", "misspelt"],
)
def test_every_result_keeps_to_the_schema_and_its_promised_keys(
    graded: Callable[..., Any], reference: str, source: str
) -> None:
    """Whatever the outcome."""
    result = graded(reference if source == "reference" else source)
    tree = json.loads(msgspec.json.encode(result))
    schema = json.loads(SCHEMA.read_bytes())
    jsonschema.Draft202012Validator(schema).validate(tree)
    assert tree.keys() >= RESULT
    for check in tree["checks"]:
        assert check.keys() >= CHECK
        if check["counterexample"]:
            assert check["counterexample"].keys() >= COUNTEREXAMPLE
    for misconception in tree["misconceptions"]:
        assert misconception.keys() >= MISCONCEPTION
    assert tree["isolation"].keys() >= {"level", "layers"}


if __name__ == "__main__":
    SCHEMA.write_bytes(current_schema())
