"""Values as plain data: what crosses the wall between the grader and a submission.

`flatten` turns an object into a tree that JSON can hold, `build` turns such a tree into fresh
objects. Scalars and strings stand for themselves; everything else is a mapping whose key `is`
names its kind (the same tags as the structs in `grader.value`):

    array   dtype, shape, data (base64 of the C-ordered bytes), scalar (a NumPy scalar)
    list    items                      tuple   items
    dict    keys (strings), values     float   text ("nan", "inf", "-inf")
    object  type, text                 whatever is none of these; it can be shown, never built

This module runs inside the sandbox, so it needs the standard library and NumPy alone. The
trusted side uses it too, to flatten what a reference returned.
"""

from __future__ import annotations

import binascii
import math
import reprlib
from collections.abc import Mapping
from typing import Any

import numpy as np

# Exact names, so that neither side ever parses a dtype string that somebody sent.
DTYPES = {
    name: np.dtype(name).newbyteorder("<")
    for name in (
        *("bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64"),
        *("float16", "float32", "float64", "complex64", "complex128"),
    )
}
# By the dtype's string in either byte order; `dtype.name` is computed in Python, each time.
_NAMES = {order.str: n for n, d in DTYPES.items() for order in (d, d.newbyteorder(">"))}
MAX_DEPTH = 8
MAX_ITEMS = 20_000
MAX_TEXT = 10_000
MAX_DIMENSIONS = 8
_INT64 = range(-(2**63), 2**63)

_short = reprlib.Repr()
_short.maxstring = _short.maxother = 200
_short.maxlong = 40


class TooLarge(Exception):
    """A value that holds more than the limit says; the message says what is too large."""


class _Flattening:
    """Counts what one value holds, however often its parts are shared."""

    def __init__(self, max_bytes: int) -> None:
        self.bytes_left = max_bytes
        self.items_left = MAX_ITEMS
        self.max_bytes = max_bytes

    def tree(self, value: object, depth: int = 0) -> Any:
        kind = type(value)
        if value is None or kind is bool:
            return value
        if kind is int:
            return value if value in _INT64 else self.other(value)
        if kind is float:
            number: float = value  # type: ignore[assignment]
            return number if math.isfinite(number) else {"is": "float", "text": str(number)}
        if kind is str:
            text: str = value  # type: ignore[assignment]
            return text if len(text) <= MAX_TEXT and _is_unicode(text) else self.other(text)
        if kind is np.ndarray:
            return self.array(value)  # type: ignore[arg-type]
        if isinstance(value, np.generic) and kind.__module__ == "numpy":
            return self.array(np.asarray(value), scalar=True)
        if kind is complex:
            return self.array(np.asarray(value), scalar=True)
        if depth >= MAX_DEPTH:
            raise TooLarge(f"a value nested more than {MAX_DEPTH} deep")
        if kind is list or kind is tuple:
            items: Any = value
            self.count(len(items))
            return {"is": kind.__name__, "items": [self.tree(item, depth + 1) for item in items]}
        if kind is dict and all(type(key) is str for key in value):  # type: ignore[attr-defined]
            mapping: dict[str, object] = value  # type: ignore[assignment]
            self.count(len(mapping))
            values = [self.tree(item, depth + 1) for item in mapping.values()]
            return {"is": "dict", "keys": [key[:MAX_TEXT] for key in mapping], "values": values}
        return self.other(value)

    def array(self, array: np.ndarray[Any, Any], scalar: bool = False) -> Any:
        name = _NAMES.get(array.dtype.str)
        if name is None or array.ndim > MAX_DIMENSIONS:
            return self.other(array)
        # Asked before copying: a broadcast view claims any size without owning a byte.
        self.bytes_left -= array.size * array.itemsize
        if self.bytes_left < 0 or max(array.shape, default=0) > self.max_bytes:
            raise TooLarge(f"more than {self.max_bytes // 2**20} MiB of returned data")
        data = array.astype(DTYPES[name], copy=False).tobytes()
        tree: dict[str, Any] = {
            "is": "array",
            "dtype": name,
            "shape": list(array.shape),
            "data": binascii.b2a_base64(data, newline=False).decode("ascii"),
        }
        return tree | {"scalar": True} if scalar else tree

    def count(self, items: int) -> None:
        self.items_left -= items
        if self.items_left < 0:
            raise TooLarge(f"more than {MAX_ITEMS} items in lists")

    def other(self, value: object) -> Any:
        kind = type(value)
        name = kind.__qualname__
        if kind.__module__ != "builtins":
            name = f"{kind.__module__}.{name}"
        if kind is np.ndarray:
            name = f"array of dtype {value.dtype.name}"  # type: ignore[attr-defined]
        try:
            text = f"{value.bit_length()} bits" if kind is int else _short.repr(value)  # type: ignore[attr-defined]
        except Exception:
            text = "(its repr raises an exception)"
        return {"is": "object", "type": str(name)[:200], "text": str(text)[:400]}


def _is_unicode(text: str) -> bool:
    """Whether a text has no lone surrogate, which neither JSON nor UTF-8 can hold."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def flatten(value: object, max_bytes: int = 64 * 2**20) -> Any:
    """The tree of a value, holding copies of its arrays.

    Raises `TooLarge` where arrays hold more than `max_bytes`, lists more than 20,000 items in
    all, or the nesting is deeper than 8.
    """
    return _Flattening(max_bytes).tree(value)


def build(tree: Any) -> Any:
    """Fresh objects from a tree; raises `ValueError` for a part that only can be shown."""
    if not isinstance(tree, Mapping):
        return tree
    match tree["is"]:
        case "array":
            data = bytearray(binascii.a2b_base64(tree["data"]))
            array = np.frombuffer(data, dtype=DTYPES[tree["dtype"]]).reshape(tree["shape"])
            return array[()] if tree.get("scalar") else array
        case "list":
            return [build(item) for item in tree["items"]]
        case "tuple":
            return tuple(build(item) for item in tree["items"])
        case "dict":
            return dict(zip(tree["keys"], map(build, tree["values"]), strict=True))
        case "float":
            return float(tree["text"])
    raise ValueError(f"a value of kind {tree['is']} cannot be built")
