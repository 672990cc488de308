"""Values as grids of numbers, in which the cells that differ are known.

An array of four axes is laid out by image and channel, one of three by its first axis; what is
too large for a page is shown around the first difference. Everything here is data: the template
and the terminal draw it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

# The one rule of what is equal: a cell is marked exactly where a check would say so.
from grader.checks.equality import differing
from grader.safe_text import one_line
from grader.value import Array, Dict, Float, List, Tuple, Value, array_of
from grader.words import Translate

MOST_ROWS = 10
MOST_COLUMNS = 10
MOST_SLICES = 3
# Arguments that are laid out as (height, width, channels in, channels out).
KERNELS = frozenset({"kernel", "kernels", "filter", "filters", "weight", "weights"})

Numbers = np.ndarray[Any, Any]


class Cell(msgspec.Struct, frozen=True):
    """One number. differs: from its counterpart; frame: a zero around the image, not a pixel."""

    text: str
    differs: bool = False
    frame: bool = False


class Grid(msgspec.Struct, frozen=True):
    """A table of numbers.

    title: which slice this is; axes: the names of rows and columns (rows: "" in one dimension);
    columns, and the first of each row: indices; cut: whether more lies around.
    """

    title: str
    axes: tuple[str, str]
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    cut: str = ""

    @property
    def differing(self) -> int:
        return sum(cell.differs for _, row in self.rows for cell in row)

    @property
    def framed(self) -> bool:
        return any(cell.frame for _, row in self.rows for cell in row)


class Drawing(msgspec.Struct, frozen=True):
    """An array: what it is (`float64 (2, 3)`), its grids, and how many more there would be.

    differs: whether what it is is not what its counterpart is.
    """

    head: str
    grids: tuple[Grid, ...]
    left_out: int = 0
    differs: bool = False


class Comparison(msgspec.Struct, frozen=True):
    """Two values side by side. label: where they are within the result (`[0]`), or ""."""

    label: str
    expected: Drawing
    actual: Drawing

    @property
    def pairs(self) -> tuple[tuple[Grid | None, Grid | None], ...]:
        return tuple(itertools.zip_longest(self.expected.grids, self.actual.grids))


def comparisons(
    expected: Value,
    actual: Value,
    arguments: Mapping[str, Value],
    tolerance: float | None,
    _: Translate,
) -> tuple[Comparison, ...]:
    """What was expected beside what came, part by part; empty where numbers cannot show it."""
    found = []
    images = [array for value in arguments.values() if (array := _array(value)) is not None]
    for label, pair in _parts(expected, actual, _):
        found.append(_compare(label, pair, images, tolerance, _))
    return tuple(found[:MOST_SLICES])


def inputs(
    arguments: Mapping[str, Value], focus: int, _: Translate
) -> tuple[tuple[str, Drawing], ...]:
    """The arguments that are arrays, by name; of a batch, the image with this number."""
    found = []
    for name, value in arguments.items():
        array = _array(value) if isinstance(value, Array) else None
        if array is not None:
            slices = list(_slices(array, _, name in KERNELS))
            of_image = [s for s in slices if s.image == focus] or slices
            table = _Table(array, _what(value, _))
            found.append((one_line(name, 60), _drawing(table, of_image, len(slices), _)))
    return tuple(found)


class _Slice(msgspec.Struct, frozen=True):
    title: str
    axes: tuple[str, str]
    index: tuple[Any, ...]
    image: int = 0


class _Table(msgspec.Struct, frozen=True):
    """The numbers of a value, and what the value is."""

    numbers: Numbers
    what: str


def _parts(
    expected: Value, actual: Value, _: Translate, label: str = ""
) -> Iterator[tuple[str, tuple[_Table, _Table]]]:
    right, given = _array(expected), _array(actual)
    if right is not None and given is not None:
        yield label, (_Table(right, _what(expected, _)), _Table(given, _what(actual, _)))
        return
    if label:
        return
    if isinstance(expected, Tuple | List) and isinstance(actual, Tuple | List):
        for index, (e, a) in enumerate(zip(expected.items, actual.items, strict=False)):
            yield from _parts(e, a, _, f"[{index}]")
    if isinstance(expected, Dict) and isinstance(actual, Dict):
        others = dict(zip(actual.keys, actual.values, strict=False))
        for key, value in zip(expected.keys, expected.values, strict=False):
            if key in others:
                yield from _parts(value, others[key], _, one_line(key, 60))


def _what(value: Value, _: Translate) -> str:
    match value:
        case Tuple():
            return _("a tuple of {count}").format(count=len(value.items))
        case List():
            return _("a list of {count}").format(count=len(value.items))
        case Array():
            return f"{value.dtype} {shape_text(value.shape)}"
    return ""


def _array(value: Value) -> Numbers | None:
    """The array that can be drawn of a value: 1 to 4 axes, or a short sequence of numbers."""
    if isinstance(value, Array) and 1 <= len(value.shape) <= 4 and value.data:
        return array_of(value)
    if isinstance(value, Tuple | List) and 1 <= len(value.items) <= MOST_COLUMNS:
        numbers = [_number(item) for item in value.items]
        if not any(number is None for number in numbers):
            with np.errstate(all="ignore"):
                return np.array(numbers)
    return None


def _number(value: Value) -> int | float | bool | None:
    match value:
        case bool() | float():
            return value
        case int():
            return value if abs(value) < 2**62 else None
        case Float():
            return float(value.text)
        case Array(shape=()):
            number = array_of(value).item()
            return number if isinstance(number, bool | int | float) else None
    return None


def _compare(
    label: str,
    pair: tuple[_Table, _Table],
    images: Sequence[Numbers],
    tolerance: float | None,
    _: Translate,
) -> Comparison:
    right, given = (table.numbers for table in pair)
    if right.shape != given.shape:
        drawn = []
        for table in pair:
            slices = list(_slices(table.numbers, _))
            drawn.append(_drawing(table, slices, len(slices), _, images=images))
        return Comparison(label, *(msgspec.structs.replace(d, differs=True) for d in drawn))
    dtype = right.dtype.name if right.dtype.kind in "fc" else "float64"
    mask = differing(right, given, dtype, tolerance == 0, tolerance or None)
    slices = list(_slices(right, _))
    telling = [s for s in slices if mask[s.index].any()] or slices
    drawn = [
        _drawing(table, telling, len(slices), _, mask, other.numbers, images)
        for table, other in (pair, pair[::-1])
    ]
    kinds = right.dtype.kind, given.dtype.kind
    if kinds[0] != kinds[1] or (kinds[0] in "fc" and right.dtype != given.dtype):
        drawn = [msgspec.structs.replace(d, differs=True) for d in drawn]
    return Comparison(label, *drawn)


def focus_of(comparison: Comparison | None, expected: Value, actual: Value) -> int:
    """The number of the first image that differs, for an input of the same batch."""
    if comparison is None or comparison.label:
        return 0
    right, given = _array(expected), _array(actual)
    if right is None or given is None or right.shape != given.shape or right.ndim != 4:
        return 0
    with np.errstate(all="ignore"):
        differing = np.nonzero((right != given).any(axis=(1, 2, 3)))[0]
    return int(differing[0]) if len(differing) else 0


def _slices(array: Numbers, _: Translate, kernel: bool = False) -> Iterator[_Slice]:
    everything = slice(None)
    height_width = (_("height"), _("width"))
    if array.ndim == 4 and kernel:
        for i, o in itertools.product(range(array.shape[2]), range(array.shape[3])):
            title = _("from channel {i} to channel {o}").format(i=i, o=o)
            shown = title if array.shape[2] * array.shape[3] > 1 else ""
            yield _Slice(shown, height_width, (everything, everything, i, o))
    elif array.ndim == 4:
        for n, c in itertools.product(range(array.shape[0]), range(array.shape[3])):
            title = _("image {n}, channel {c}").format(n=n, c=c)
            shown = title if array.shape[0] * array.shape[3] > 1 else ""
            yield _Slice(shown, height_width, (n, everything, everything, c), n)
    elif array.ndim == 3:
        for n in range(array.shape[0]):
            axes = (_("axis {number}").format(number=1), _("axis {number}").format(number=2))
            yield _Slice(f"[{n}, :, :]" if array.shape[0] > 1 else "", axes, (n,), n)
    elif array.ndim == 2:
        axes = (_("axis {number}").format(number=0), _("axis {number}").format(number=1))
        yield _Slice("", axes, ())
    else:
        yield _Slice("", ("", _("index")), ())


def _drawing(
    table: _Table,
    slices: Sequence[_Slice],
    total: int,
    _: Translate,
    mask: Numbers | None = None,
    other: Numbers | None = None,
    images: Sequence[Numbers] = (),
) -> Drawing:
    array = table.numbers
    grids = tuple(
        _grid(
            array[s.index],
            s,
            None if mask is None else mask[s.index],
            None if other is None else other[s.index],
            _frame(array, s, images),
            _,
        )
        for s in slices[:MOST_SLICES]
    )
    return Drawing(table.what, grids, total - len(grids))


def _grid(
    table: Numbers,
    where: _Slice,
    mask: Numbers | None,
    other: Numbers | None,
    frame: Numbers | None,
    _: Translate,
) -> Grid:
    table = np.atleast_2d(table)
    marks = np.zeros(table.shape, bool) if mask is None else np.atleast_2d(mask)
    others = None if other is None else np.atleast_2d(other)
    first = np.argwhere(marks)[0] if marks.any() else (0, 0)
    rows = _window(table.shape[0], int(first[0]), MOST_ROWS)
    columns = _window(table.shape[1], int(first[1]), MOST_COLUMNS)
    lines = []
    for r in rows:
        cells = []
        for c in columns:
            against = others[r, c] if others is not None and marks[r, c] else None
            text = number_text(table[r, c], against)
            cells.append(Cell(text, bool(marks[r, c]), frame is not None and bool(frame[r, c])))
        lines.append((str(r) if where.axes[0] else "", tuple(cells)))
    cut = ""
    if len(rows) < table.shape[0] or len(columns) < table.shape[1]:
        cut = _("{shown} of {whole} shown").format(
            shown=f"{len(rows)} × {len(columns)}", whole=f"{table.shape[0]} × {table.shape[1]}"
        )
    return Grid(where.title, where.axes, tuple(map(str, columns)), tuple(lines), cut)


def _window(size: int, place: int, most: int) -> range:
    """The part of an axis that is shown: the place is in it, with some before it."""
    start = max(min(place - most // 3, size - most), 0)
    return range(start, min(start + most, size))


def _frame(array: Numbers, where: _Slice, images: Sequence[Numbers]) -> Numbers | None:
    """Where a slice is a frame of zeros around the same slice of an argument, if it is that."""
    if array.ndim != 4 or len(where.index) != 4:
        return None
    for image in images:
        if image.ndim != 4 or image.shape[0] != array.shape[0] or image.shape[3] != array.shape[3]:
            continue
        inner, outer = image[where.index], array[where.index]
        spare = (outer.shape[0] - inner.shape[0], outer.shape[1] - inner.shape[1])
        if min(spare) < 0 or max(spare) == 0 or not inner.size:
            continue
        found = [
            place
            for place in itertools.product(range(spare[0] + 1), range(spare[1] + 1))
            if _lies_at(inner, outer, place)
        ]
        if len(found) == 1:
            frame = np.ones(outer.shape, bool)
            (row, column) = found[0]
            frame[row : row + inner.shape[0], column : column + inner.shape[1]] = False
            return frame
    return None


def _lies_at(inner: Numbers, outer: Numbers, place: tuple[int, int]) -> bool:
    row, column = place
    region = outer[row : row + inner.shape[0], column : column + inner.shape[1]]
    return bool(
        np.array_equal(region, inner) and np.count_nonzero(outer) == np.count_nonzero(region)
    )


def shape_text(shape: Sequence[int]) -> str:
    """A shape as Python writes it."""
    return "(" + ", ".join(map(str, shape)) + ("," if len(shape) == 1 else "") + ")"


def number_text(number: Any, against: Any = None) -> str:
    """A number in few digits; in as many as it takes to see it differ from another one."""
    text = _digits(number, 4)
    if against is None:
        return text
    for digits in (4, 6, 9, 17):
        text = _digits(number, digits)
        if text != _digits(against, digits):
            break
    return text


def _digits(number: Any, digits: int) -> str:
    if isinstance(number, bool | np.bool_):
        return str(bool(number))
    if isinstance(number, int | np.integer):
        return str(int(number))
    if isinstance(number, complex | np.complexfloating):
        return f"{complex(number):.{digits}g}"
    text = f"{float(number):.{digits}g}"
    return "0" if text == "-0" else text.replace("-", "−")
