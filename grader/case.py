"""Cases: what an implementation is asked, as data.

A course writes them with `call`, `probe` and `group` in `cases.py`; the release form is
`cases.jsonl`, one case a line, which `case_to_text` and `case_from_text` write and read.
"""

from __future__ import annotations

import functools
import hashlib
import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
import numpy as np

from grader.value import Value, from_text, object_of, to_text, value_of


class Case(msgspec.Struct, frozen=True, dict=True, omit_defaults=True):
    """One call of a function of the submission, or of a probe of the exercise.

    arguments, options: what is passed by position and by keyword.
    names:      an argument that makes no sense here; the error's message names one of these.
    tolerance:  relative to the largest expected value; None is the exercise's or dtype's own.
    exact:      whether values must be equal, as where they are only moved or selected.
    oracles:    which references can answer it; TensorFlow has no answer to some.
    count_lines: whether the Python lines that the call executes are counted.
    """

    function: str
    arguments: tuple[Value, ...] = ()
    options: dict[str, Value] = {}
    probe: bool = False
    names: tuple[str, ...] = ()
    tolerance: float | None = None
    exact: bool = False
    oracles: tuple[str, ...] = ("numpy", "tensorflow")
    count_lines: bool = False

    @functools.cached_property
    def key(self) -> str:
        """16 hexadecimal digits of SHA-256 over what is asked; the same on every machine."""
        asked: list[object] = [self.function, self.probe, self.arguments]
        asked.append(sorted(self.options.items()))
        if self.count_lines:
            # The same call with its lines counted is another case, which costs more.
            asked.append("count_lines")
        return hashlib.sha256(msgspec.json.encode(asked)).hexdigest()[:16]

    def python_arguments(self) -> tuple[list[Any], dict[str, Any]]:
        """Fresh positional and keyword arguments."""
        options = {name: object_of(value) for name, value in self.options.items()}
        return [object_of(value) for value in self.arguments], options


class Group(msgspec.Struct, frozen=True):
    """Cases about one thing, smallest first; checks name it."""

    name: str
    cases: tuple[Case, ...]


def call(
    function: str,
    *arguments: object,
    names: str | Iterable[str] = (),
    tolerance: float | None = None,
    exact: bool = False,
    oracles: Iterable[str] = ("numpy", "tensorflow"),
    count_lines: bool = False,
    **options: object,
) -> Case:
    """A case that calls a function of the submission with these arguments."""
    return Case(
        function,
        tuple(value_of(argument) for argument in arguments),
        {name: value_of(option) for name, option in options.items()},
        names=(names,) if isinstance(names, str) else tuple(names),
        tolerance=tolerance,
        exact=exact,
        oracles=tuple(oracles),
        count_lines=count_lines,
    )


def probe(function: str, *arguments: object, **settings: Any) -> Case:
    """A case that calls a function of `probe.py` with the submission and these arguments."""
    return msgspec.structs.replace(call(function, *arguments, **settings), probe=True)


def group(name: str, cases: Iterable[Case], **settings: Any) -> Group:
    """A group; the settings (`exact`, `tolerance`, `oracles`…) hold for each of its cases."""
    return Group(name, tuple(msgspec.structs.replace(case, **settings) for case in cases))


def group_to_lines(group: Group, encode: Any) -> list[str]:
    """The lines of `cases.jsonl` of a group; `encode` turns a mapping into JSON text."""
    return [encode({"group": group.name, **case_to_text(case)}) for case in group.cases]


def case_to_text(case: Case) -> dict[str, Any]:
    """The mapping of a case in the release form."""
    plain = {"arguments", "options"}
    tree = {
        field: value for field, value in msgspec.to_builtins(case).items() if field not in plain
    }
    tree["arguments"] = [to_text(value) for value in case.arguments]
    tree["options"] = {name: to_text(value) for name, value in case.options.items()}
    return tree


def case_from_text(tree: Mapping[str, Any]) -> Case:
    """The case of a mapping in the release form; raises `msgspec.ValidationError`."""
    settings = {k: v for k, v in tree.items() if k not in ("group", "arguments", "options")}
    case = msgspec.convert(settings, Case)
    return msgspec.structs.replace(
        case,
        arguments=tuple(from_text(value) for value in tree.get("arguments", ())),
        options={name: from_text(value) for name, value in tree.get("options", {}).items()},
    )


def numbers(
    *shape: int, dtype: Any = np.float64, seed: int = 0, low: int = -9, high: int = 9
) -> np.ndarray[Any, Any]:
    """An array of small whole numbers, neither rising nor symmetric, with negatives and ties.

    The same on every machine and NumPy version, since recorded answers are keyed by it.
    """
    state = 2 * seed + 7
    values = []
    for _ in range(math.prod(shape)):
        state = (1_103_515_245 * state + 12_345) % 2**31
        values.append(low + (state >> 16) % (high - low + 1))
    return np.array(values, dtype=dtype).reshape(shape)
