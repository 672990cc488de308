"""Values and calls as Python text that a student can read, and paste."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from inspect import Parameter
from typing import Any

import numpy as np

from grader.case import Case
from grader.transcript import Crashed, NotRun, Outcome, Raised, Returned, TimedOut
from grader.value import Array, Dict, Float, List, Object, Tuple, Value, array_of

# Beyond this many numbers an array is shown around the place that matters.
MANY = 512


def value_in_python(value: Value) -> str:
    """An expression that gives the value again, with NumPy as `np`; never abbreviated."""
    match value:
        case Array():
            return _array(value)
        case List():
            return "[" + ", ".join(map(value_in_python, value.items)) + "]"
        case Tuple():
            comma = "," if len(value.items) == 1 else ""
            return "(" + ", ".join(map(value_in_python, value.items)) + comma + ")"
        case Dict():
            items = zip(value.keys, value.values, strict=True)
            return "{" + ", ".join(f"{key!r}: {value_in_python(v)}" for key, v in items) + "}"
        case Float():
            return f'float("{value.text}")'
        case Object():
            return f"<{value.type}: {value.text}>" if value.text else f"<{value.type}>"
    return repr(value)


def value_for_reading(value: Value) -> str:
    """The value as a person reads it: arrays as rows of aligned numbers with shape and dtype."""
    if isinstance(value, Array) and value.shape:
        head = f"{value.dtype} {value.shape}"
        return "\n".join([head, *_tables(value)]) if value.data else head
    if isinstance(value, Array):
        return _number(array_of(value)[()])
    if isinstance(value, Tuple | List) and any(isinstance(item, Array) for item in value.items):
        return "\n".join(f"[{i}] {value_for_reading(v)}" for i, v in enumerate(value.items))
    if isinstance(value, Dict) and any(isinstance(item, Array) for item in value.values):
        pairs = zip(value.keys, value.values, strict=True)
        return "\n".join(f"{key}: {value_for_reading(v)}" for key, v in pairs)
    if isinstance(value, Float):
        return value.text
    return value_in_python(value)


def value_in_short(value: Value, limit: int = 80) -> str:
    """The value in one line of bounded length, for the middle of a sentence."""
    if isinstance(value, Array) and value.shape:
        if array_of(value).size <= 6 and len(value.shape) == 1:
            return "[" + ", ".join(map(_number, array_of(value))) + "]"
        return f"{value.dtype} {value.shape}"
    text = value_for_reading(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"


def outcome_for_reading(outcome: Outcome) -> str:
    """An outcome as a person reads it."""
    match outcome:
        case Returned():
            return value_for_reading(outcome.value)
        case Raised():
            return f"{outcome.type}: {outcome.message}" if outcome.message else outcome.type
        case TimedOut():
            return f"… ({outcome.limit})"
        case Crashed() | NotRun():
            return f"({outcome.reason})"


def call_in_short(case: Case) -> str:
    """The call in one line, arrays by name or shape: `pad_images(x, 3, stride=2)`."""
    arguments = [value_in_short(value) for value in case.arguments]
    arguments += [f"{name}={value_in_short(value)}" for name, value in case.options.items()]
    return f"{case.function}({', '.join(arguments)})"


def call_to_paste(case: Case, module: str, parameters: Sequence[Parameter]) -> str:
    """A complete snippet, imports included, that makes the call and prints what it gives.

    Arrays get lines of their own, under the names of the parameters they are passed to.
    """
    lines, arguments = [], []
    for index, value in enumerate(case.arguments):
        name = parameters[index].name if index < len(parameters) else f"argument_{index}"
        if _is_long(value):
            lines.append(f"{name} = {value_in_python(value)}")
            arguments.append(name)
        else:
            arguments.append(value_in_python(value))
    for name, value in case.options.items():
        if _is_long(value):
            lines.append(f"{name} = {value_in_python(value)}")
            arguments.append(f"{name}={name}")
        else:
            arguments.append(f"{name}={value_in_python(value)}")
    imports = (
        ["import numpy as np", ""] if any("np." in line for line in [*lines, *arguments]) else []
    )
    if case.probe:
        source = [f"import {module}", "from probe import " + case.function, ""]
        arguments.insert(0, module)
    else:
        source = [f"from {module} import {case.function}", ""]
    call = f"print({case.function}({', '.join(arguments)}))"
    return "\n".join([*imports[:1], *source, *lines, call])


def _is_long(value: Value) -> bool:
    return (isinstance(value, Array) and bool(value.shape)) or len(value_in_python(value)) > 40


def _number(number: Any) -> str:
    """A number as it is best read: no trailing zeros, six significant digits."""
    if isinstance(number, bool | np.bool_):
        return str(bool(number))
    if isinstance(number, int | np.integer):
        return str(int(number))
    if isinstance(number, complex | np.complexfloating):
        return str(complex(number))
    text = f"{float(number):.6g}"
    return "0" if text == "-0" else text


def _tables(value: Array) -> Iterator[str]:
    """Rows of aligned numbers; of an image, one table for each example and channel."""
    array = array_of(value)
    if array.size > MANY:
        yield f"({array.size} values, the first 64) " + " ".join(map(_number, array.ravel()[:64]))
        return
    if array.ndim == 4:
        many = array.shape[0] * array.shape[3] > 1
        for n, c in itertools.product(range(array.shape[0]), range(array.shape[3])):
            if many:
                yield f"[{n}, :, :, {c}]"
            yield from _rows(array[n, :, :, c])
    elif array.ndim == 3:
        for n in range(array.shape[0]):
            yield f"[{n}]"
            yield from _rows(array[n])
    elif array.ndim <= 2:
        yield from _rows(np.atleast_2d(array))
    else:
        yield " ".join(map(_number, array.ravel()))


def _rows(table: np.ndarray[Any, Any]) -> Iterator[str]:
    texts = [[_number(number) for number in row] for row in table]
    width = max((len(text) for row in texts for text in row), default=0)
    for row in texts:
        yield "  " + " ".join(text.rjust(width) for text in row)


def _array(value: Array) -> str:
    array = array_of(value)
    dtype = "bool" if value.dtype == "bool" else f"np.{value.dtype}"
    if value.scalar:
        return (
            f"np.{value.dtype}({_literal(array[()])})"
            if value.dtype != "bool"
            else repr(bool(array))
        )
    if not array.size:
        return f"np.zeros({value.shape}, dtype={dtype})"
    if array.ndim <= 2:
        return f"np.array({_nested(array)}, dtype={dtype})"
    # A row of pixels a line, and the shape said once, reads better than four levels of brackets.
    rows = array.reshape(-1, array.shape[-1] * array.shape[-2])
    lines = ["    " + ", ".join(map(_literal, row)) + "," for row in rows]
    return "\n".join(["np.array([", *lines, f"], dtype={dtype}).reshape{value.shape}"])


def _nested(array: np.ndarray[Any, Any]) -> str:
    if array.ndim == 0:
        return _literal(array[()])
    if array.ndim == 1:
        return "[" + ", ".join(map(_literal, array)) + "]"
    return "[" + ", ".join(map(_nested, array)) + "]"


def _literal(number: Any) -> str:
    if isinstance(number, np.floating) and not np.isfinite(number):
        return {"nan": "np.nan", "inf": "np.inf", "-inf": "-np.inf"}[str(float(number))]
    if isinstance(number, np.floating):
        text = str(number)
        return text[:-2] if text.endswith(".0") else text
    return str(number.item() if isinstance(number, np.generic) else number)
