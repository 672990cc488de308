"""Source 3: a relation to the right answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import msgspec
import numpy as np

from grader.case import Case
from grader.diagnosis.evidence import Diagnosis, Evidence, Wording
from grader.exercise import IdeaText
from grader.transcript import Outcome, Returned, Transcript
from grader.value import Tuple, object_of, value_of
from grader.words import N_, Translate


@dataclass(frozen=True)
class Relation:
    """A function from the right answer to a wrong one, and what that is called.

    combines: whether it is tried on top of an altered question too.
    """

    id: str
    change: Callable[[Any], Any]
    title: str
    explanation: str
    combines: bool = False

    def applied(self, answer: Returned, part: int | None = None) -> Outcome | None:
        """The answer that this relation predicts, or None where it says nothing new.

        part: of several results, the one that is related; the others are right.
        """
        value = object_of(answer.value)
        try:
            with np.errstate(all="ignore"):
                if part is None:
                    value = self.change(value)
                else:
                    value = (*value[:part], self.change(value[part]), *value[part + 1 :])
            changed = value_of(value)
        except Exception:
            return None
        # Compared as text: to Python, 2 and 2.0 are equal, and here they are not the same answer.
        same = msgspec.json.encode(changed) == msgspec.json.encode(answer.value)
        return None if same else Returned(changed)


def _array(*dimensions: int) -> Callable[[Callable[[Any], Any]], Callable[[Any], Any]]:
    """Restricts a change to arrays of these numbers of dimensions."""

    def restrict(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
        def changed(value: Any) -> Any:
            if not isinstance(value, np.ndarray) or (dimensions and value.ndim not in dimensions):
                raise TypeError("this relation is about arrays")
            return change(value)

        return changed

    return restrict


def _number(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Applies a change to a number, or to each of a tuple's."""

    def changed(value: Any) -> Any:
        if isinstance(value, tuple | list):
            return tuple(changed(item) for item in value)
        if isinstance(value, bool | str | np.ndarray) or value is None:
            raise TypeError("this relation is about numbers")
        return change(value)

    return changed


def _reverse_pair(value: Any) -> Any:
    if not isinstance(value, tuple | list) or len(value) != 2:
        raise TypeError("this relation is about pairs")
    return (value[1], value[0])


def _counted(change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Applies a change to what is counted: numbers, and arrays of integers."""

    def changed(value: Any) -> Any:
        if isinstance(value, np.ndarray) and value.dtype.kind in "iu":
            return change(value)
        return _number(change)(value)

    return changed


def _as_floats(value: Any) -> Any:
    if isinstance(value, np.ndarray):
        if value.dtype.kind not in "iu":
            raise TypeError("this relation is about integers")
        return value.astype(np.float64)
    return _number(float)(value)


def _other_precision(array: Any, given: type, wanted: type) -> Any:
    if array.dtype != given:
        raise TypeError(f"this relation is about {given}")
    return array.astype(wanted)


def _pair_of(split: Callable[[int], tuple[int, int]]) -> Callable[[Any], Any]:
    """Splits the sum of two integers in another way."""

    def changed(value: Any) -> Any:
        if not isinstance(value, tuple | list) or len(value) != 2:
            raise TypeError("this relation is about pairs")
        if not all(isinstance(part, int) for part in value):
            raise TypeError("this relation is about integers")
        return split(sum(value))

    return changed


def _shifted(rows: int, columns: int) -> Callable[[Any], Any]:
    def change(value: Any) -> Any:
        return np.roll(value, (rows, columns), axis=(1, 2))

    return _array(4)(change)


RELATIONS = (
    Relation(
        "pair_reversed",
        _reverse_pair,
        N_("The two results are exchanged"),
        N_("Each of your two numbers is right, but they are in the other order."),
        combines=True,
    ),
    Relation(
        "all_after",
        _pair_of(lambda total: (0, total)),
        N_("All of it is put after"),
        N_("Your two numbers have the right sum, but the first one is always 0."),
        combines=True,
    ),
    Relation(
        "all_before",
        _pair_of(lambda total: (total, 0)),
        N_("All of it is put before"),
        N_("Your two numbers have the right sum, but the second one is always 0."),
        combines=True,
    ),
    Relation(
        "both_rounded_up",
        _pair_of(lambda total: (-(-total // 2),) * 2),
        N_("Both halves are rounded up"),
        N_("Where the total is odd, your two numbers are equal, and their sum is one too large."),
        combines=True,
    ),
    Relation(
        "both_rounded_down",
        _pair_of(lambda total: (total // 2,) * 2),
        N_("Both halves are rounded down"),
        N_("Where the total is odd, your two numbers are equal, and their sum is one too small."),
        combines=True,
    ),
    Relation(
        "shape_exchanged",
        _array(4)(lambda a: a.reshape(a.shape[0], a.shape[2], a.shape[1], a.shape[3])),
        N_("Height and width are exchanged in the shape of the result"),
        N_(
            "Your numbers are right and in the right order, but they are laid out with the width "
            "as the number of rows."
        ),
    ),
    Relation(
        "spatially_transposed",
        _array(4)(lambda a: a.swapaxes(1, 2)),
        N_("Rows and columns of the result are exchanged"),
        N_("Your result is the right one with height and width exchanged."),
        combines=True,
    ),
    Relation(
        "transposed",
        _array(2)(lambda a: a.T),
        N_("The result is transposed"),
        N_("Your result is the right one with rows and columns exchanged."),
        combines=True,
    ),
    Relation(
        "channels_first",
        _array(4)(lambda a: np.moveaxis(a, 3, 1)),
        N_("The channels come first in the result"),
        N_(
            "Your result has the right numbers as (batch, channels, height, width); channels are last."
        ),
    ),
    Relation(
        "flipped_rows",
        _array(2, 4)(lambda a: np.flip(a, 0 if a.ndim == 2 else 1)),
        N_("The rows of the result are in reverse order"),
        N_("Your result is the right one upside down."),
    ),
    Relation(
        "flipped_columns",
        _array(2, 4)(lambda a: np.flip(a, 1 if a.ndim == 2 else 2)),
        N_("The columns of the result are in reverse order"),
        N_("Your result is the right one mirrored."),
    ),
    Relation(
        "shifted_down",
        _shifted(1, 0),
        N_("The result is one row too low"),
        N_("Your result is the right one, moved down by one row."),
    ),
    Relation(
        "shifted_right",
        _shifted(0, 1),
        N_("The result is one column too far right"),
        N_("Your result is the right one, moved to the right by one column."),
    ),
    Relation(
        "shifted_both",
        _shifted(1, 1),
        N_("The result is shifted by one position"),
        N_("Your result is the right one, moved by one row and one column."),
    ),
    Relation(
        "shifted_back",
        _shifted(-1, -1),
        N_("The result is shifted by one position"),
        N_("Your result is the right one, moved up and to the left by one."),
    ),
    Relation(
        "sign",
        lambda v: _number(lambda n: -n)(v) if not isinstance(v, np.ndarray) else -v,
        N_("The sign is wrong"),
        N_("Your result is the right one with the opposite sign."),
        combines=True,
    ),
    Relation(
        "one_more",
        _counted(lambda n: n + 1),
        N_("The result is one too large"),
        N_(
            "Your result is always one more than the right one: one step or one end is counted twice."
        ),
        combines=True,
    ),
    Relation(
        "one_less",
        _counted(lambda n: n - 1),
        N_("The result is one too small"),
        N_("Your result is always one less than the right one: the first position counts too."),
        combines=True,
    ),
    Relation(
        "doubled",
        lambda v: v * 2 if isinstance(v, np.ndarray) else _number(lambda n: n * 2)(v),
        N_("The result is twice the right one"),
        N_("Your result is twice the right one: something is counted twice."),
    ),
    Relation(
        "halved",
        lambda v: v / 2 if isinstance(v, np.ndarray) else _number(lambda n: n / 2)(v),
        N_("The result is half the right one"),
        N_("Your result is half the right one."),
    ),
    Relation(
        "negative_cut",
        _array()(lambda a: np.maximum(a, 0)),
        N_("Negative numbers are replaced by zero"),
        N_("Your result is the right one with every negative number set to 0."),
        combines=True,
    ),
    Relation(
        "absolute",
        _array()(np.abs),
        N_("Negative numbers lose their sign"),
        N_("Your result is the right one without signs."),
    ),
    Relation(
        "batch_summed",
        _array(4)(lambda a: a.sum(axis=0, keepdims=True)),
        N_("The images of the batch are added up"),
        N_("Your result is the sum over the batch; every image has a result of its own."),
    ),
    Relation(
        "batch_dropped",
        _array(4)(lambda a: a[0]),
        N_("Only the first image comes back"),
        N_("Your result is that of the first image alone, without the batch axis."),
        combines=True,
    ),
    Relation(
        "only_first",
        _array(4)(lambda a: a[:1]),
        N_("Only the first image comes back"),
        N_("Your result has one image; there is one for each image of the batch."),
    ),
    Relation(
        "squeezed",
        _array()(lambda a: a.squeeze()),
        N_("Axes of length 1 are missing"),
        N_("Your numbers are right, but axes of length 1 were dropped."),
    ),
    Relation(
        "flattened",
        _array()(lambda a: a.ravel()),
        N_("The result is flat"),
        N_("Your numbers are right, but all axes were joined to one."),
    ),
    Relation(
        "double_precision",
        _array()(lambda a: _other_precision(a, np.float32, np.float64)),
        N_("The dtype is not kept"),
        N_("Your numbers are right, but of another floating-point type than the argument's."),
    ),
    Relation(
        "single_precision",
        _array()(lambda a: _other_precision(a, np.float64, np.float32)),
        N_("The dtype is not kept"),
        N_("Your numbers are right, but of another floating-point type than the argument's."),
    ),
    Relation(
        "integers",
        _array()(lambda a: a.astype(np.int64)),
        N_("The result is an integer array"),
        N_(
            "Your numbers have lost their fractions or their type: the result keeps the floating-point dtype."
        ),
    ),
    Relation(
        "floats",
        _as_floats,
        N_("The result is a float, not an integer"),
        N_("Your numbers are right, but they are floats: `/` always gives a float, `//` does not."),
        combines=True,
    ),
    Relation(
        "list",
        _array()(lambda a: a.tolist()),
        N_("The result is a list, not an array"),
        N_("Your numbers are right, but in nested lists; return a NumPy array."),
    ),
    Relation(
        "none",
        lambda v: None,
        N_("Nothing is returned"),
        N_("Your function ends without `return` (or prints its result): it gives None."),
    ),
)


def relations(evidence: Evidence) -> list[Diagnosis]:
    """The relations that hold in every failing case of some function, for all of its result or
    for one of several."""
    found = []
    functions = dict.fromkeys(case.function for case in evidence.wrong)
    for part in (None, 0, 1):
        for relation in RELATIONS:
            explained: tuple[str, ...] = ()
            for function in functions:
                cases = [c for c in evidence.cases if c.function == function and not c.names]
                predict = partial(_predicted, evidence, relation, part)
                explained += evidence.explained(cases, predict)
            if explained:
                name = relation.id if part is None else f"{relation.id}.{part}"
                text = wording(relation.title, relation.explanation)
                found.append(Diagnosis(name, "relation", explained, evidence.failed, text))
    return found


def _predicted(
    evidence: Evidence, relation: Relation, part: int | None, case: Case
) -> Outcome | None:
    answer = evidence.right(case)
    if not isinstance(answer, Returned) or (part is not None) != isinstance(answer.value, Tuple):
        # A pair of numbers is one result: its relations are those of the whole.
        return relation.applied(answer) if isinstance(answer, Returned) and part is None else None
    return relation.applied(answer, part)


def wording(title: str, explanation: str) -> Wording:
    """Makes the text of an idea that no author wrote down."""

    def text(translate: Translate, _: Transcript) -> IdeaText:
        return IdeaText(translate(title), translate(explanation))

    return text
