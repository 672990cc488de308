"""Values: what crosses the wall and what is recorded come back as the same bits."""

from __future__ import annotations

import base64
import json
import math
import re
import struct
from typing import Any

import hypothesis.strategies as st
import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis.extra import numpy as hnp

from grader import value as values
from grader.sandbox import wire
from grader.sandbox.inside import plain
from grader.value import Array, Dict, Float, List, Object, Tuple, Value

DTYPES = sorted(plain.DTYPES)

arrays = st.sampled_from(DTYPES).flatmap(
    lambda name: hnp.arrays(
        plain.DTYPES[name], hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=4)
    )
)
scalars = arrays.filter(lambda a: a.size).map(lambda a: a.ravel()[0])
leaves = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.complex_numbers()
    | st.text(max_size=20)
    | arrays
    | scalars
)
objects = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


def bits(obj: Any) -> Any:
    """An object as something that is equal only where types and every bit are."""
    if isinstance(obj, list | tuple):
        return type(obj).__name__, [bits(item) for item in obj]
    if isinstance(obj, dict):
        return "dict", [(key, bits(item)) for key, item in obj.items()]
    if isinstance(obj, np.ndarray | np.generic):
        native = obj.astype(obj.dtype.newbyteorder("="))
        return type(obj).__name__, obj.dtype.name, obj.shape, native.tobytes()
    if isinstance(obj, float):
        return "float", "nan" if math.isnan(obj) else struct.pack(">d", obj)
    if isinstance(obj, complex):  # travels as NumPy's complex128
        return bits(np.complex128(obj))
    return type(obj).__name__, obj


def with_one_nan(obj: Any) -> Any:
    """The same object, its NaNs replaced by the one NaN that text can spell."""
    if isinstance(obj, list | tuple):
        return type(obj)(with_one_nan(item) for item in obj)
    if isinstance(obj, dict):
        return {key: with_one_nan(item) for key, item in obj.items()}
    if isinstance(obj, complex | np.complexfloating):
        return with_one_nan(np.asarray(obj))[()]
    if isinstance(obj, np.ndarray | np.generic) and obj.dtype.kind in "fc":
        array = np.array(obj)
        parts = (
            array.view(array.real.dtype) if array.ndim else array.reshape(1).view(array.real.dtype)
        )
        parts[np.isnan(parts)] = np.nan
        return parts.view(array.dtype).reshape(array.shape)[()] if array.ndim == 0 else array
    return obj


# --- Round trips -------------------------------------------------------------------------------


@given(objects)
def test_an_object_comes_back_from_its_value_bit_by_bit(obj: Any) -> None:
    """Types, shapes, dtypes and every bit, NaN, infinity and -0.0 among them."""
    assert bits(values.object_of(values.value_of(obj))) == bits(obj)


@given(objects)
def test_what_a_child_sends_is_what_the_grader_holds(obj: Any) -> None:
    """The sandbox's own encoding, decoded by the strict decoder, is the object's Value."""
    outcome = {"outcome": "returned", "value": plain.flatten(obj)}
    text = json.dumps({"frame": "case", "index": 7, "entry": {"outcome": outcome}}).encode()
    frame = wire.decode(text)
    assert isinstance(frame, wire.CaseDone)
    assert frame.index == 7
    received: Any = frame.entry.outcome
    assert bits(values.object_of(received.value)) == bits(obj)


@given(objects)
def test_what_the_grader_sends_is_what_a_child_builds(obj: Any) -> None:
    """A case's argument, encoded by the trusted side, is built again in the sandbox."""
    sent = json.loads(msgspec.json.encode(values.value_of(obj)))
    assert bits(plain.build(sent)) == bits(obj)


@given(objects)
def test_the_text_of_a_record_reads_back_as_the_same_value(obj: Any) -> None:
    """Through the line of a file, and with NaN without a payload."""
    obj = with_one_nan(obj)
    line = json.dumps(values.to_text(values.value_of(obj)), ensure_ascii=False, allow_nan=False)
    again = values.from_text(msgspec.json.decode(line.encode()))
    assert again == values.value_of(obj)
    assert bits(values.object_of(again)) == bits(obj)


@given(st.floats(width=32, allow_nan=False, allow_infinity=False))
def test_single_precision_is_written_with_its_own_shortest_digits(number: float) -> None:
    """0.1 as float32 is recorded as 0.1, not as 0.10000000149011612."""
    (written,) = values.to_text(values.value_of(np.array([number], np.float32)))["values"]
    assert np.float32(written) == np.float32(number)
    assert len(repr(float(written))) <= len(repr(float(str(np.float32(number)))))


@pytest.mark.parametrize(
    ("array", "written"),
    [
        (np.array([0.1, 3.0, -0.0], np.float32), [0.1, 3, -0.0]),
        (np.array([np.nan, np.inf, -np.inf]), ["nan", "inf", "-inf"]),
        (np.array([2.0**53, 1e300, 5e-324]), [2.0**53, 1e300, 5e-324]),
        (np.array([2**64 - 1], np.uint64), [2**64 - 1]),
        (np.array([True, False]), [True, False]),
        (np.array([1 - 2j]), ["(1-2j)"]),
        (np.float16(0.1), [0.1]),
    ],
    ids=["float32", "not finite", "large and small", "uint64", "bool", "complex", "scalar"],
)
def test_arrays_are_recorded_as_numbers_a_person_can_read(array: Any, written: list[Any]) -> None:
    """Whole numbers without a point, and a word where JSON has no number."""
    told = values.to_text(values.value_of(array))["values"]
    assert list(map(repr, told)) == list(map(repr, written))


def test_big_endian_and_strided_arrays_travel_as_what_they_show() -> None:
    """Byte order and strides are an array's own affair."""
    strided = np.arange(24, dtype=">f8").reshape(4, 6)[::-2, 1::3].T
    back = values.object_of(values.value_of(strided))
    assert back.tolist() == strided.tolist()
    assert back.dtype == np.dtype("<f8")


# --- What is not plain -------------------------------------------------------------------------


class Sly(np.ndarray):
    """Equal to everything."""

    def __eq__(self, other: object) -> Any:
        return np.True_


class LoudFloat(float):
    pass


class NoRepr:
    def __repr__(self) -> str:
        raise RuntimeError


@pytest.mark.parametrize(
    ("obj", "type_name"),
    [
        (np.zeros(2).view(Sly), "Sly"),
        (np.ma.masked_all(2), "MaskedArray"),
        (np.array([None, 1], dtype=object), "array of dtype object"),
        (np.array(["a"]), "array of dtype str32"),
        (np.zeros(1, dtype=[("a", "i4")]), "array of dtype void32"),
        (np.array(["2020-01-01"], dtype="datetime64[D]"), "array of dtype datetime64[D]"),
        (np.zeros((1,) * 9), "array of dtype float64"),
        (LoudFloat(1), "LoudFloat"),
        (2**63, "int"),
        (10**5000, "int"),
        ("x" * 10_001, "str"),
        ({1: 2}, "dict"),
        ({1, 2}, "set"),
        ((n for n in range(3)), "generator"),
        (b"bytes", "bytes"),
        (len, "builtin_function_or_method"),
        (NoRepr(), "NoRepr"),
    ],
    ids=[
        *("subclass", "masked", "objects", "strings", "records", "dates", "nine axes"),
        *("float subclass", "65 bits", "5000 digits", "long text", "number keys", "set"),
        *("generator", "bytes", "function", "no repr"),
    ],
)
def test_whatever_is_not_plain_data_becomes_a_name_and_a_short_text(
    obj: object, type_name: str
) -> None:
    """It can be shown, is equal to nothing, and cannot be built again."""
    value = values.value_of(obj)
    assert isinstance(value, Object)
    assert value.type.endswith(type_name)
    assert len(value.text) <= 400
    with pytest.raises(ValueError, match="cannot be built again"):
        values.object_of(value)


def _nested(depth: int) -> Any:
    return [_nested(depth - 1)] if depth else 0


def _shared() -> Any:
    shared: Any = [1]
    for _ in range(60):
        shared = [shared, shared]
    return shared


def _cyclic() -> Any:
    cyclic: list[Any] = []
    cyclic.append(cyclic)
    return cyclic


@pytest.mark.parametrize(
    ("obj", "sentence"),
    [
        (np.broadcast_to(1.0, (10**9, 10**4)), "more than 64 MiB of returned data"),
        (np.zeros((0, 2**40)), "more than 64 MiB of returned data"),
        ([np.zeros(5 * 2**20)] * 2, "more than 64 MiB of returned data"),
        ([0] * 20_001, "more than 20000 items in lists"),
        (_nested(9), "a value nested more than 8 deep"),
        (_shared(), "a value nested more than 8 deep"),
        (_cyclic(), "a value nested more than 8 deep"),
    ],
    ids=["broadcast", "empty but wide", "twice", "items", "deep", "shared", "cyclic"],
)
def test_what_holds_too_much_is_refused_before_it_is_copied(obj: Any, sentence: str) -> None:
    """The sentence says what is too large."""
    with pytest.raises(plain.TooLarge) as raised:
        values.value_of(obj)
    assert str(raised.value) == sentence


# --- Lies --------------------------------------------------------------------------------------

ONE = np.ones(1).tobytes()


@pytest.mark.parametrize(
    ("lie", "sentence"),
    [
        (Array("object", (1,), ONE), "an array of an unknown dtype"),
        (Array("f8", (1,), ONE), "an array of an unknown dtype"),
        (Array(">f8", (1,), ONE), "an array of an unknown dtype"),
        (Array("float64", (2,), ONE), "an array whose bytes do not fit its shape"),
        (Array("float64", (), b""), "an array whose bytes do not fit its shape"),
        (Array("float64", (2**32, 2**32), b""), "an array whose bytes do not fit its shape"),
        (Array("float64", (-1, -1), ONE), "an array with an impossible size"),
        (Array("float64", (0, 2**40), b""), "an array with an impossible size"),
        (Array("float64", (1,) * 9, ONE), "an array of too many dimensions"),
        (Array("float64", (1,), ONE, scalar=True), "a scalar with a shape"),
        (Array("bool", (2,), b"\1\2"), "a bool that is neither 0 nor 1"),
        (Array("bool", (1,), b"\xff"), "a bool that is neither 0 nor 1"),
        (Dict(("a", "a"), (1, 2)), "a dict whose keys do not fit its values"),
        (Dict(("a",), (1, 2)), "a dict whose keys do not fit its values"),
        (2**63, "an integer of more than 64 bits"),
        (-(10**4000), "an integer of more than 64 bits"),
        (Float("1.0"), "a float that is a number already"),
        (Float("__import__('os')"), "a float that is a number already"),
    ],
    ids=lambda told: type(told).__name__ if not isinstance(told, str) else "",
)
@pytest.mark.parametrize("inside", ["alone", "list", "tuple", "dict"])
def test_every_lie_of_a_decoded_value_is_refused(lie: Value, sentence: str, inside: str) -> None:
    """Wherever it is."""
    wrapped = {
        "alone": lie,
        "list": List((1, lie)),
        "tuple": Tuple((Tuple((lie,)),)),
        "dict": Dict(("a",), (lie,)),
    }[inside]
    with pytest.raises(ValueError, match=f"^{re.escape(sentence)}$"):
        values.check(wrapped)


def test_a_value_nested_deeper_than_a_child_may_send_is_refused() -> None:
    """Eight deep is allowed, as in the sandbox."""
    value: Value = 0
    for _ in range(8):
        value = List((value,))
    values.check(value)
    with pytest.raises(ValueError, match=r"^a value nested too deep$"):
        values.check(List((value,)))


@given(objects)
def test_an_honest_value_passes_the_check(obj: Any) -> None:
    """Nothing that the sandbox sends of itself is taken for a lie."""
    values.check(values.value_of(obj))


def test_array_bytes_that_are_no_base64_do_not_decode() -> None:
    """They are refused while decoding, before any check."""
    good = {"is": "array", "dtype": "float64", "shape": [1], "data": base64.b64encode(ONE).decode()}
    assert msgspec.convert(good, Value) == Array("float64", (1,), ONE)
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({**good, "data": "not base64!"}, Value)


@pytest.mark.parametrize(
    "line",
    [
        '{"is": "array", "dtype": "object", "shape": [1], "values": [1]}',
        '{"is": "array", "dtype": "float64", "shape": [2], "values": [1]}',
        '{"is": "array", "dtype": "int8", "shape": [1], "values": [300]}',
        '{"is": "array", "dtype": "float64", "shape": [1], "values": ["one"]}',
        '{"is": "array", "dtype": "float64", "shape": [1]}',
        '{"is": "nothing"}',
    ],
)
def test_a_record_that_is_no_value_is_refused(line: str) -> None:
    """By the errors that the reader of records turns into a line number."""
    with pytest.raises((ValueError, KeyError, TypeError, OverflowError, msgspec.MsgspecError)):
        values.from_text(msgspec.json.decode(line.encode()))
