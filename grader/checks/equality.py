"""The one rule of what is equal: what is there, type, shape, dtype, values, in this order.

- A number may be a Python number, a NumPy scalar or a 0-d array; where an integer is expected,
  an integer of any type but bool.
- A tuple or list may be a tuple, a list, or a 1-d array of its length.
- An array is an array of the same shape and dtype (any integer dtype for an integer one).
- Zero has no sign; NaN equals NaN; infinities must be in the same places.
- Values are exact where the case says so, else within a tolerance relative to the largest
  expected value: 1e-5 for single precision, 1e-9 for double, or what the case says.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.checks.problem import Difference
from grader.value import Array, Dict, Float, List, Object, Tuple, Value, array_of, value_of

TOLERANCES = {
    "float16": 1e-2,
    "float32": 1e-5,
    "complex64": 1e-5,
    "float64": 1e-9,
    "complex128": 1e-9,
}


def difference(
    expected: Value,
    received: Value,
    *,
    exact: bool = False,
    tolerance: float | None = None,
    any_precision: bool = False,
    place: tuple[int | str, ...] = (),
) -> Difference | None:
    """Where `received` parts from `expected`, or None where it does not.

    any_precision: floating dtypes of other widths are accepted, as where the dtype is a
    question of its own.
    """

    def apart(step: str, e: Value = expected, r: Value = received, **more: Any) -> Difference:
        return Difference(step, e, r, place, **more)

    if received is None or expected is None:
        return None if received is expected else apart("nothing")
    if isinstance(expected, Array) and expected == received:
        return None  # the same bytes: most answers are right
    if isinstance(received, Object):
        return apart("type")
    match expected:
        case bool():
            truth = _bool(received)
            return apart("type") if truth is None else None if truth is expected else apart("value")
        case str():
            return (
                apart("type" if not isinstance(received, str) else "value")
                if (received != expected)
                else None
            )
        case Tuple() | List():
            return _sequences(expected, received, exact, tolerance, any_precision, place)
        case Dict():
            return _dicts(expected, received, exact, tolerance, any_precision, place)
        case Array() if expected.shape or not expected.scalar:
            if expected.shape == () and not isinstance(received, Array):
                return _numbers(expected, received, exact, tolerance, place)
            if not isinstance(received, Array) or (received.scalar and expected.shape):
                return apart("type")
            if received.shape != expected.shape:
                return apart("shape", str(expected.shape), str(received.shape))
            if not _dtype_fits(expected.dtype, received.dtype, any_precision):
                return apart("dtype", expected.dtype, received.dtype)
            return _arrays(expected, received, exact, tolerance, place)
    return _numbers(expected, received, exact, tolerance, place)


def _numbers(
    expected: Value,
    received: Value,
    exact: bool,
    tolerance: float | None,
    place: tuple[int | str, ...],
) -> Difference | None:
    right, given = _number(expected), _number(received)
    if given is None or isinstance(given, bool):
        return Difference("type", expected, received, place)
    if isinstance(right, int) and not isinstance(given, int):
        return Difference("type", expected, received, place)
    if right == given:
        return None
    if isinstance(right, int):
        return Difference("value", expected, received, place)
    dtype = expected.dtype if isinstance(expected, Array) else "float64"
    apart = differing(np.asarray(right), np.asarray(given), dtype, exact, tolerance)
    return Difference("value", expected, received, place) if apart.any() else None


def _arrays(
    expected: Array,
    received: Array,
    exact: bool,
    tolerance: float | None,
    place: tuple[int | str, ...],
) -> Difference | None:
    right, given = array_of(expected), array_of(received)
    apart = differing(right, given, expected.dtype, exact, tolerance)
    count = int(np.count_nonzero(apart))
    if not count:
        return None
    first = tuple(int(axis[0]) for axis in np.nonzero(apart)) if apart.ndim else ()
    return Difference(
        "value",
        _item(right[first]),
        _item(given[first]),
        (*place, *first),
        count,
        apart.size,
    )


def _item(number: Any) -> Value:
    """The number as it is read: in single precision 0.1, not 0.10000000149011612."""
    return value_of(float(str(number)) if isinstance(number, np.floating) else number.item())


def differing(
    right: np.ndarray[Any, Any],
    given: np.ndarray[Any, Any],
    dtype: str,
    exact: bool,
    tolerance: float | None,
) -> np.ndarray[Any, Any]:
    """Where two arrays of one shape differ. Only the right one sets the tolerance."""
    if right.dtype.kind in "biu" and given.dtype.kind in "biu":
        return np.asarray(right != given)
    wide = np.complex128 if "c" in (right.dtype.kind, given.dtype.kind) else np.float64
    right, given = right.astype(wide), given.astype(wide)
    finite = np.isfinite(right)
    with np.errstate(all="ignore"):
        same = (right == given) | (np.isnan(right) & np.isnan(given))
        if not exact:
            scale = float(np.max(np.abs(right), initial=0.0, where=finite)) or 1.0
            allowed = (TOLERANCES[dtype] if tolerance is None else tolerance) * scale
            same |= finite & np.isfinite(given) & (np.abs(right - given) <= allowed)
    return np.asarray(~same)


def _sequences(
    expected: Tuple | List,
    received: Value,
    exact: bool,
    tolerance: float | None,
    any_precision: bool,
    place: tuple[int | str, ...],
) -> Difference | None:
    if isinstance(received, Array) and len(received.shape) == 1:
        items = tuple(value_of(item) for item in array_of(received).tolist())
    elif isinstance(received, Tuple | List):
        items = received.items
    else:
        return Difference("type", expected, received, place)
    if len(items) != len(expected.items):
        return Difference("length", len(expected.items), len(items), place)
    return _first(
        enumerate(zip(expected.items, items, strict=True)), exact, tolerance, any_precision, place
    )


def _dicts(
    expected: Dict,
    received: Value,
    exact: bool,
    tolerance: float | None,
    any_precision: bool,
    place: tuple[int | str, ...],
) -> Difference | None:
    if not isinstance(received, Dict):
        return Difference("type", expected, received, place)
    given = dict(zip(received.keys, received.values, strict=True))
    if set(given) != set(expected.keys):
        return Difference("keys", str(sorted(expected.keys)), str(sorted(given)), place)
    pairs = (
        (key, (value, given[key]))
        for key, value in zip(expected.keys, expected.values, strict=True)
    )
    return _first(pairs, exact, tolerance, any_precision, place)


def _first(
    pairs: Any,
    exact: bool,
    tolerance: float | None,
    any_precision: bool,
    place: tuple[int | str, ...],
) -> Difference | None:
    for where, (right, given) in pairs:
        found = difference(
            right,
            given,
            exact=exact,
            tolerance=tolerance,
            any_precision=any_precision,
            place=(*place, where),
        )
        if found:
            return found
    return None


def _dtype_fits(expected: str, received: str, any_precision: bool) -> bool:
    if expected == received:
        return True
    right, given = np.dtype(expected).kind, np.dtype(received).kind
    if right in "iu":
        return given in "iu"
    return any_precision and right == given


def _number(value: Value) -> Any:
    """A Python number, or None for what is none."""
    match value:
        case bool() | int() | float():
            return value
        case Float():
            return float(value.text)
        case Array() if value.shape == ():
            return array_of(value).item()
    return None


def _bool(value: Value) -> bool | None:
    number = _number(value)
    return number if isinstance(number, bool) else None
