"""Values as the trusted side holds them: plain, frozen, and comparable without surprises.

A `Value` is what a call was given or what came back. Scalars and strings stand for themselves,
everything else is one of the structs below, whose tags are those of
`grader.sandbox.inside.plain`. The same structs are the wire format (arrays as bytes, in base64)
and the store's; `to_text` and `from_text` give the form of `recorded.jsonl`, in which arrays are
numbers that a person can read and `git diff`.
"""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np

from grader.sandbox.inside import plain

DTYPES = plain.DTYPES


class Array(msgspec.Struct, frozen=True, tag_field="is", tag="array", omit_defaults=True):
    """A NumPy array (or scalar): dtype name, shape, and the bytes in C order, little-endian."""

    dtype: str
    shape: tuple[int, ...]
    data: bytes
    scalar: bool = False


class List(msgspec.Struct, frozen=True, tag_field="is", tag="list"):
    items: tuple[Value, ...]


class Tuple(msgspec.Struct, frozen=True, tag_field="is", tag="tuple"):
    items: tuple[Value, ...]


class Dict(msgspec.Struct, frozen=True, tag_field="is", tag="dict"):
    keys: tuple[str, ...]
    values: tuple[Value, ...]


class Float(msgspec.Struct, frozen=True, tag_field="is", tag="float"):
    """A float that JSON has no number for: `nan`, `inf` or `-inf`."""

    text: str


class Object(msgspec.Struct, frozen=True, tag_field="is", tag="object"):
    """Anything that is not plain data, as its type's name and a short text; equal to nothing."""

    type: str
    text: str


Value = None | bool | int | float | str | Array | List | Tuple | Dict | Float | Object


def _convert(tree: object) -> Value:
    value: Value = msgspec.convert(tree, Value)
    return value


def value_of(obj: object) -> Value:
    """The Value of a Python object; raises `plain.TooLarge` beyond the limits stated there."""
    return _convert(plain.flatten(obj))


def object_of(value: Value) -> Any:
    """A fresh Python object of a Value; raises `ValueError` for an `Object`."""
    match value:
        case Array():
            return array_of(value).copy()[()] if value.scalar else array_of(value).copy()
        case List():
            return [object_of(item) for item in value.items]
        case Tuple():
            return tuple(object_of(item) for item in value.items)
        case Dict():
            return {
                key: object_of(item) for key, item in zip(value.keys, value.values, strict=True)
            }
        case Float():
            return float(value.text)
        case Object():
            raise ValueError(f"a {value.type} cannot be built again")
    return value


def array_of(value: Array) -> np.ndarray[Any, Any]:
    """The read-only array of an Array."""
    return np.frombuffer(value.data, dtype=DTYPES[value.dtype]).reshape(value.shape)


def check(value: Value, depth: int = 0) -> None:
    """Raises `ValueError` unless a decoded Value keeps what its types alone cannot promise."""
    match value:
        case int() if not -(2**63) <= value < 2**63:
            raise ValueError("an integer of more than 64 bits")
        case Array():
            dtype = DTYPES.get(value.dtype)
            if dtype is None:
                raise ValueError("an array of an unknown dtype")
            if len(value.shape) > plain.MAX_DIMENSIONS:
                raise ValueError("an array of too many dimensions")
            if any(not 0 <= size < 2**40 for size in value.shape):
                raise ValueError("an array with an impossible size")
            if math.prod(value.shape) * dtype.itemsize != len(value.data):
                raise ValueError("an array whose bytes do not fit its shape")
            if value.scalar and value.shape:
                raise ValueError("a scalar with a shape")
            if value.dtype == "bool" and value.data.strip(b"\0\1"):
                raise ValueError("a bool that is neither 0 nor 1")
        case List() | Tuple():
            _check_items(value.items, depth)
        case Dict():
            if len(value.keys) != len(value.values) or len(set(value.keys)) != len(value.keys):
                raise ValueError("a dict whose keys do not fit its values")
            _check_items(value.values, depth)
        case str():
            if len(value) > plain.MAX_TEXT:
                raise ValueError("a string longer than the limit")
        case Float():
            if value.text not in ("nan", "inf", "-inf"):
                raise ValueError("a float that is a number already")


def _check_items(items: tuple[Value, ...], depth: int) -> None:
    if depth >= plain.MAX_DEPTH:
        raise ValueError("a value nested too deep")
    for item in items:
        check(item, depth + 1)


# --- The text form of records ------------------------------------------------------------------


def to_text(value: Value) -> Any:
    """What `json` writes of a Value in a record: arrays as numbers in C order."""
    match value:
        case Array():
            numbers = [_number(number, value.dtype) for number in array_of(value).ravel()]
            tree: dict[str, Any] = {"is": "array", "dtype": value.dtype, "shape": list(value.shape)}
            return tree | ({"scalar": True} if value.scalar else {}) | {"values": numbers}
        case List() | Tuple():
            return {
                "is": "list" if isinstance(value, List) else "tuple",
                "items": [to_text(item) for item in value.items],
            }
        case Dict():
            return {"is": "dict", "keys": value.keys, "values": [to_text(v) for v in value.values]}
    return msgspec.to_builtins(value)


def from_text(tree: Any) -> Value:
    """The Value of a record's text form; raises `ValueError` or `KeyError` where it is none."""
    if not isinstance(tree, dict):
        return _convert(tree)
    match tree.get("is"):
        case "array":
            dtype = DTYPES[tree["dtype"]]
            numbers = [complex(n) if dtype.kind == "c" else n for n in tree["values"]]
            numbers = [float(n) if isinstance(n, str) else n for n in numbers]
            try:
                array = np.array(numbers, dtype=dtype)
            except OverflowError as error:
                raise ValueError(str(error)) from error
            return Array(
                tree["dtype"],
                tuple(tree["shape"]),
                array.reshape(tree["shape"]).tobytes(),
                tree.get("scalar", False),
            )
        case "list":
            return List(tuple(map(from_text, tree["items"])))
        case "tuple":
            return Tuple(tuple(map(from_text, tree["items"])))
        case "dict":
            return Dict(tuple(tree["keys"]), tuple(map(from_text, tree["values"])))
    return _convert(tree)


def _number(number: Any, dtype: str) -> Any:
    """The shortest number that reads back as the same bits; NaN and infinity as words."""
    kind = DTYPES[dtype].kind
    if kind == "b":
        return bool(number)
    if kind in "iu":
        return int(number)
    if kind == "c":
        return str(complex(number))
    if not np.isfinite(number):
        return str(float(number))
    shortest = float(str(number))
    exact = float(number)
    shortest = shortest if DTYPES[dtype].type(shortest) == number else exact
    return (
        int(shortest)
        if shortest.is_integer() and abs(shortest) < 2**53 and str(shortest) != "-0.0"
        else shortest
    )
