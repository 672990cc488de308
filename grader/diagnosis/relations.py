"""Source 3: a relation to the right answer, and the conditions under which it is right."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np

from grader.case import Case
from grader.diagnosis.evidence import Diagnosis, Evidence
from grader.exercise import IdeaText
from grader.transcript import Outcome, Returned
from grader.value import object_of, value_of
from grader.words import Translate


def _(text: str) -> str:
    """Marks a text for translation; it is translated where it is shown."""
    return text


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

    def applied(self, answer: Returned) -> Outcome | None:
        """The answer that this relation predicts, or None where it says nothing new."""
        value = object_of(answer.value)
        try:
            with np.errstate(all="ignore"):
                changed = value_of(self.change(value))
        except Exception:
            return None
        return None if changed == answer.value else Returned(changed)


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


def _shifted(rows: int, columns: int) -> Callable[[Any], Any]:
    def change(value: Any) -> Any:
        return np.roll(value, (rows, columns), axis=(1, 2))

    return _array(4)(change)


RELATIONS = (
    Relation(
        "pair_reversed",
        _reverse_pair,
        _("The two results are exchanged"),
        _("Each of your two numbers is right, but they are in the other order."),
        combines=True,
    ),
    Relation(
        "spatially_transposed",
        _array(4)(lambda a: a.swapaxes(1, 2)),
        _("Rows and columns of the result are exchanged"),
        _("Your result is the right one with height and width exchanged."),
        combines=True,
    ),
    Relation(
        "transposed",
        _array(2)(lambda a: a.T),
        _("The result is transposed"),
        _("Your result is the right one with rows and columns exchanged."),
        combines=True,
    ),
    Relation(
        "channels_first",
        _array(4)(lambda a: np.moveaxis(a, 3, 1)),
        _("The channels come first in the result"),
        _(
            "Your result has the right numbers as (batch, channels, height, width); channels are last."
        ),
    ),
    Relation(
        "flipped_rows",
        _array(2, 4)(lambda a: np.flip(a, 0 if a.ndim == 2 else 1)),
        _("The rows of the result are in reverse order"),
        _("Your result is the right one upside down."),
    ),
    Relation(
        "flipped_columns",
        _array(2, 4)(lambda a: np.flip(a, 1 if a.ndim == 2 else 2)),
        _("The columns of the result are in reverse order"),
        _("Your result is the right one mirrored."),
    ),
    Relation(
        "shifted_down",
        _shifted(1, 0),
        _("The result is one row too low"),
        _("Your result is the right one, moved down by one row."),
    ),
    Relation(
        "shifted_right",
        _shifted(0, 1),
        _("The result is one column too far right"),
        _("Your result is the right one, moved to the right by one column."),
    ),
    Relation(
        "shifted_both",
        _shifted(1, 1),
        _("The result is shifted by one position"),
        _("Your result is the right one, moved by one row and one column."),
    ),
    Relation(
        "shifted_back",
        _shifted(-1, -1),
        _("The result is shifted by one position"),
        _("Your result is the right one, moved up and to the left by one."),
    ),
    Relation(
        "sign",
        lambda v: _number(lambda n: -n)(v) if not isinstance(v, np.ndarray) else -v,
        _("The sign is wrong"),
        _("Your result is the right one with the opposite sign."),
        combines=True,
    ),
    Relation(
        "one_more",
        _number(lambda n: n + 1),
        _("The result is one too large"),
        _(
            "Your result is always one more than the right one: one step or one end is counted twice."
        ),
        combines=True,
    ),
    Relation(
        "one_less",
        _number(lambda n: n - 1),
        _("The result is one too small"),
        _("Your result is always one less than the right one: the first position counts too."),
        combines=True,
    ),
    Relation(
        "doubled",
        lambda v: v * 2 if isinstance(v, np.ndarray) else _number(lambda n: n * 2)(v),
        _("The result is twice the right one"),
        _("Your result is twice the right one: something is counted twice."),
    ),
    Relation(
        "halved",
        lambda v: v / 2 if isinstance(v, np.ndarray) else _number(lambda n: n / 2)(v),
        _("The result is half the right one"),
        _("Your result is half the right one."),
    ),
    Relation(
        "negative_cut",
        _array()(lambda a: np.maximum(a, 0)),
        _("Negative numbers are replaced by zero"),
        _("Your result is the right one with every negative number set to 0."),
        combines=True,
    ),
    Relation(
        "absolute",
        _array()(np.abs),
        _("Negative numbers lose their sign"),
        _("Your result is the right one without signs."),
    ),
    Relation(
        "batch_summed",
        _array(4)(lambda a: a.sum(axis=0, keepdims=True)),
        _("The images of the batch are added up"),
        _("Your result is the sum over the batch; every image has a result of its own."),
    ),
    Relation(
        "batch_dropped",
        _array(4)(lambda a: a[0]),
        _("Only the first image comes back"),
        _("Your result is that of the first image alone, without the batch axis."),
        combines=True,
    ),
    Relation(
        "only_first",
        _array(4)(lambda a: a[:1]),
        _("Only the first image comes back"),
        _("Your result has one image; there is one for each image of the batch."),
    ),
    Relation(
        "squeezed",
        _array()(lambda a: a.squeeze()),
        _("Axes of length 1 are missing"),
        _("Your numbers are right, but axes of length 1 were dropped."),
    ),
    Relation(
        "flattened",
        _array()(lambda a: a.ravel()),
        _("The result is flat"),
        _("Your numbers are right, but all axes were joined to one."),
    ),
    Relation(
        "single_precision",
        _array()(lambda a: a.astype(np.float32 if a.dtype == np.float64 else np.float64)),
        _("The dtype is not kept"),
        _("Your numbers are right, but of another floating-point type than the argument's."),
    ),
    Relation(
        "integers",
        _array()(lambda a: a.astype(np.int64)),
        _("The result is an integer array"),
        _(
            "Your numbers have lost their fractions or their type: the result keeps the floating-point dtype."
        ),
    ),
    Relation(
        "floats",
        lambda v: v.astype(np.float64) if isinstance(v, np.ndarray) else _number(float)(v),
        _("The result is a float, not an integer"),
        _("Your numbers are right, but they are floats: `/` always gives a float, `//` does not."),
        combines=True,
    ),
    Relation(
        "list",
        _array()(lambda a: a.tolist()),
        _("The result is a list, not an array"),
        _("Your numbers are right, but in nested lists; return a NumPy array."),
    ),
    Relation(
        "none",
        lambda v: None,
        _("Nothing is returned"),
        _("Your function ends without `return` (or prints its result): it gives None."),
    ),
)


def relations(evidence: Evidence) -> list[Diagnosis]:
    """The relations that hold in every failing case of some function."""
    found = []
    functions = dict.fromkeys(case.function for case in evidence.wrong)
    for relation in RELATIONS:
        explained: tuple[str, ...] = ()
        for function in functions:
            cases = [c for c in evidence.cases if c.function == function and not c.names]
            explained += evidence.explained(cases, partial(_predicted, evidence, relation))
        if explained:
            found.append(
                Diagnosis(
                    relation.id,
                    "relation",
                    explained,
                    len(evidence.failing),
                    _wording(relation.title, relation.explanation),
                )
            )
    return found


def _predicted(evidence: Evidence, relation: Relation, case: Case) -> Outcome | None:
    answer = evidence.right(case)
    return relation.applied(answer) if isinstance(answer, Returned) else None


# --- Conditions --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Condition:
    """A property of a case's arguments; the submission is right exactly where it holds."""

    id: str
    holds: Callable[[dict[str, Any]], bool | None]
    title: str
    explanation: str


def _images(arguments: dict[str, Any]) -> list[np.ndarray[Any, Any]]:
    return [a for a in arguments.values() if isinstance(a, np.ndarray) and a.ndim == 4]


def _first_image(arguments: dict[str, Any]) -> np.ndarray[Any, Any] | None:
    return next(iter(_images(arguments)), None)


def _square(arguments: dict[str, Any]) -> bool | None:
    image = _first_image(arguments)
    pairs = [a for a in arguments.values() if isinstance(a, tuple | list) and len(a) == 2]
    if image is None:
        return None
    return image.shape[1] == image.shape[2] and all(a == b for a, b in pairs)


def _one_example(arguments: dict[str, Any]) -> bool | None:
    image = _first_image(arguments)
    return None if image is None else image.shape[0] == 1


def _one_channel(arguments: dict[str, Any]) -> bool | None:
    image = _first_image(arguments)
    return None if image is None else image.shape[3] == 1


def _no_negatives(arguments: dict[str, Any]) -> bool | None:
    arrays = [a for a in arguments.values() if isinstance(a, np.ndarray)]
    return None if not arrays else all(bool(np.all(a >= 0)) for a in arrays)


def _all_defaults(arguments: dict[str, Any]) -> bool | None:
    return bool(arguments.get("*defaults"))


CONDITIONS = (
    Condition(
        "square_only",
        _square,
        _("Right on square inputs alone"),
        _(
            "Your answers are right wherever height and width are alike, and wrong wherever they are not."
        ),
    ),
    Condition(
        "one_example_only",
        _one_example,
        _("Right for a single image alone"),
        _("Your answers are right for a batch of one image, and wrong for more."),
    ),
    Condition(
        "one_channel_only",
        _one_channel,
        _("Right for one channel alone"),
        _("Your answers are right for images of one channel, and wrong for more."),
    ),
    Condition(
        "defaults_only",
        _all_defaults,
        _("Right with the default arguments alone"),
        _("Your answers are right as long as no option is passed, and wrong wherever one is."),
    ),
    Condition(
        "non_negative_only",
        _no_negatives,
        _("Right for numbers that are not negative alone"),
        _(
            "Your answers are right as long as there is no negative number, and wrong wherever there is one."
        ),
    ),
)


def conditions(evidence: Evidence) -> list[Diagnosis]:
    """The conditions that part right from wrong, in the first function with both."""
    for function in dict.fromkeys(case.function for case in evidence.wrong):
        cases = [c for c in evidence.cases if c.function == function and not c.names]
        failing = [c for c in cases if c.key in evidence.failing_keys]
        passing = [c for c in cases if c.key not in evidence.failing_keys]
        if len(failing) < 2 or len(passing) < 2:
            continue
        for condition in CONDITIONS:
            wrong = _holds(evidence, condition, failing)
            right = _holds(evidence, condition, passing)
            if wrong == {False} and right == {True}:
                return [
                    Diagnosis(
                        condition.id,
                        "condition",
                        tuple(case.key for case in failing),
                        len(evidence.failing),
                        _wording(condition.title, condition.explanation),
                    )
                ]
    return []


def _holds(evidence: Evidence, condition: Condition, cases: Iterable[Case]) -> set[bool | None]:
    return {condition.holds(_arguments(evidence, case)) for case in cases}


def _arguments(evidence: Evidence, case: Case) -> dict[str, Any]:
    parameters = evidence.exercise.parameters(case.function)
    positional, options = case.python_arguments()
    named = {p.name: value for p, value in zip(parameters, positional, strict=False)} | options
    defaults = {p.name: p.default for p in parameters if p.default is not p.empty}
    named["*defaults"] = not any(
        isinstance(value, np.ndarray) or value != defaults[name]
        for name, value in named.items()
        if name in defaults
    )
    return named


def _wording(title: str, explanation: str) -> Callable[[Translate], IdeaText]:
    return lambda translate: IdeaText(translate(title), translate(explanation))


