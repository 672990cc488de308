"""Source 2: the right answer to another question.

The NumPy reference is asked with one argument altered. What the submission returned equals that
answer: "your result is what you get when `stride` is ignored". Worded from the argument's name,
so it explains mistakes that no author wrote down.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import msgspec
import numpy as np

from grader.case import Case
from grader.diagnosis.evidence import Diagnosis, Evidence, Wording
from grader.diagnosis.relations import RELATIONS, Relation
from grader.exercise import IdeaText
from grader.transcript import Outcome, Returned, Transcript
from grader.value import object_of, value_of
from grader.words import N_, Translate

# Given the value of an argument and its default: the altered value, or `SAME` where this kind of
# alteration has nothing to alter.
SAME = object()
Alter = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Alteration:
    """One way to alter an argument; `title` and `explanation` speak of `{name}`."""

    id: str
    alter: Alter
    title: str
    explanation: str


def _is_size(value: Any) -> bool:
    return isinstance(value, int | np.integer) and not isinstance(value, bool)


def _is_pair(value: Any) -> bool:
    return isinstance(value, tuple | list) and len(value) == 2 and all(map(_is_size, value))


def _taken_as_one(value: Any, default: Any) -> Any:
    if _is_size(value) and value > 1:
        return 1
    return (1, 1) if _is_pair(value) and tuple(value) != (1, 1) else SAME


def _left_at_default(value: Any, default: Any) -> Any:
    if default is SAME or isinstance(value, np.ndarray):
        return SAME
    return SAME if value == default else default


def _left_out(value: Any, default: Any) -> Any:
    return None if isinstance(value, np.ndarray) and default is None else SAME


def _reversed(value: Any, default: Any) -> Any:
    return (value[1], value[0]) if _is_pair(value) and value[0] != value[1] else SAME


def _first_for_both(value: Any, default: Any) -> Any:
    return (value[0], value[0]) if _is_pair(value) and value[0] != value[1] else SAME


def _second_for_both(value: Any, default: Any) -> Any:
    return (value[1], value[1]) if _is_pair(value) and value[0] != value[1] else SAME


def _other_padding(value: Any, default: Any) -> Any:
    if not isinstance(value, str):
        return SAME
    return {"same": "valid", "valid": "same"}.get(value.lower(), SAME)


def _is_counting(value: Any) -> bool:
    """Whether a value is an array of integers, such as switches."""
    return isinstance(value, np.ndarray) and value.dtype.kind in "iu" and bool(value.size)


def _one_more(value: Any, default: Any) -> Any:
    if _is_counting(value):
        return value + 1
    if _is_pair(value):
        return tuple(part + 1 for part in value)
    return value + 1 if _is_size(value) else SAME


def _one_less(value: Any, default: Any) -> Any:
    if _is_counting(value):
        return value - 1
    if _is_pair(value):
        return tuple(part - 1 for part in value)
    return value - 1 if _is_size(value) else SAME


def _doubled(value: Any, default: Any) -> Any:
    return value * 2 if _is_size(value) and value else SAME


def _array(ndim: int, change: Callable[[np.ndarray[Any, Any]], np.ndarray[Any, Any]]) -> Alter:
    def alter(value: Any, default: Any) -> Any:
        if not isinstance(value, np.ndarray) or not value.size or (ndim and value.ndim != ndim):
            return SAME
        changed = np.ascontiguousarray(change(value))
        same = changed.shape == value.shape and np.array_equal(changed, value)
        return SAME if same else changed

    return alter


NOT_PASSED = Alteration(
    "one_by_default",
    lambda value, default: SAME,
    N_("`{name}` is taken as 1 where it is not passed"),
    N_("Your result is what one gets with `{name}` 1; look up what its default means here."),
)

ALTERATIONS = (
    NOT_PASSED,
    Alteration(
        "ignored",
        _taken_as_one,
        N_("`{name}` is ignored"),
        N_("Your result is what one gets with `{name}` taken as 1, whatever was passed."),
    ),
    Alteration(
        "default",
        _left_at_default,
        N_("`{name}` is left at its default"),
        N_("Your result is what one gets when `{name}` is not passed at all."),
    ),
    Alteration(
        "left_out",
        _left_out,
        N_("`{name}` is left out"),
        N_("Your result is what one gets without `{name}`."),
    ),
    Alteration(
        "reversed",
        _reversed,
        N_("The two numbers of `{name}` are exchanged"),
        N_(
            "Your result is right for `{name}` with height and width exchanged: height comes first."
        ),
    ),
    Alteration(
        "first_for_both",
        _first_for_both,
        N_("The height's `{name}` is used for the width too"),
        N_("Your result is what one gets when both axes use the first number of `{name}`."),
    ),
    Alteration(
        "second_for_both",
        _second_for_both,
        N_("The width's `{name}` is used for the height too"),
        N_("Your result is what one gets when both axes use the second number of `{name}`."),
    ),
    Alteration(
        "other_padding",
        _other_padding,
        N_("`{name}` is taken for the other one"),
        N_('Your result is what one gets with "valid" and "same" exchanged in `{name}`.'),
    ),
    Alteration(
        "flipped",
        _array(4, lambda a: a[::-1, ::-1]),
        N_("`{name}` is flipped"),
        N_(
            "Your result is what one gets when `{name}` is turned by 180°, as in mathematics. "
            "In deep learning the window is multiplied as it stands."
        ),
    ),
    Alteration(
        "upside_down",
        _array(4, lambda a: a[::-1]),
        N_("The rows of `{name}` are reversed"),
        N_("Your result is what one gets when the first axis of `{name}` is reversed."),
    ),
    Alteration(
        "mirrored",
        _array(4, lambda a: a[:, ::-1]),
        N_("The columns of `{name}` are reversed"),
        N_("Your result is what one gets when the second axis of `{name}` is reversed."),
    ),
    Alteration(
        "flipped_2d",
        _array(2, lambda a: a[::-1, ::-1]),
        N_("`{name}` is flipped"),
        N_(
            "Your result is what one gets when `{name}` is turned by 180°, as in mathematics. "
            "In deep learning the window is multiplied as it stands."
        ),
    ),
    Alteration(
        "transposed_4d",
        _array(4, lambda a: a.swapaxes(1, 2)),
        N_("Height and width of `{name}` are exchanged"),
        N_("Your result is what one gets when rows and columns of `{name}` are exchanged."),
    ),
    Alteration(
        "spatially_transposed",
        _array(4, lambda a: a.swapaxes(0, 1)),
        N_("The first two axes of `{name}` are exchanged"),
        N_("Your result is what one gets when the first two axes of `{name}` are exchanged."),
    ),
    Alteration(
        "transposed",
        _array(2, lambda a: a.T),
        N_("`{name}` is transposed"),
        N_("Your result is what one gets with the rows and columns of `{name}` exchanged."),
    ),
    Alteration(
        "last_axes_exchanged",
        _array(4, lambda a: a.swapaxes(2, 3)),
        N_("The last two axes of `{name}` are exchanged"),
        N_("Your result is what one gets when the last two axes of `{name}` are exchanged."),
    ),
    Alteration(
        "one_example",
        _array(4, lambda a: np.broadcast_to(a[:1], a.shape)),
        N_("Only the first example of `{name}` is used"),
        N_("Your result is what one gets when every image of the batch is the first one."),
    ),
    Alteration(
        "other_channels_lost",
        _array(4, lambda a: a * (np.arange(a.shape[-1]) == 0)),
        N_("Only the first channel of `{name}` counts"),
        N_("Your result is what one gets when all channels of `{name}` but the first are 0."),
    ),
    Alteration(
        "one_channel",
        _array(4, lambda a: np.broadcast_to(a[..., :1], a.shape)),
        N_("Only the first channel of `{name}` is used"),
        N_("Your result is what one gets when every channel is the first one."),
    ),
    Alteration(
        "negated",
        _array(0, lambda a: -a),
        N_("`{name}` enters with the opposite sign"),
        N_("Your result is what one gets with every number of `{name}` negated."),
    ),
    Alteration(
        "without_effect",
        _array(0, np.zeros_like),
        N_("`{name}` has no effect"),
        N_("Your result is what one gets when `{name}` holds nothing but zeros."),
    ),
    Alteration(
        "first_for_all",
        _array(1, lambda a: np.full_like(a, a[0])),
        N_("Only the first number of `{name}` is used"),
        N_("Your result is what one gets when every number of `{name}` is its first."),
    ),
    Alteration(
        "summed",
        _array(1, lambda a: np.full_like(a, a.sum())),
        N_("The numbers of `{name}` are added up"),
        N_("Your result is what one gets when every number of `{name}` is the sum of them all."),
    ),
    Alteration(
        "averaged",
        _array(1, lambda a: np.full_like(a, a.mean())),
        N_("The mean of `{name}` is used"),
        N_("Your result is what one gets when every number of `{name}` is the mean of them all."),
    ),
    Alteration(
        "last_for_all",
        _array(1, lambda a: np.full_like(a, a[-1])),
        N_("Only the last number of `{name}` is used"),
        N_("Your result is what one gets when every number of `{name}` is its last."),
    ),
    Alteration(
        "first_alone",
        _array(1, lambda a: np.where(np.arange(len(a)) == 0, a, 0).astype(a.dtype)),
        N_("Only the first number of `{name}` counts"),
        N_("Your result is what one gets when all numbers of `{name}` but the first are 0."),
    ),
    Alteration(
        "last_alone",
        _array(1, lambda a: np.where(np.arange(len(a)) == len(a) - 1, a, 0).astype(a.dtype)),
        N_("Only the last number of `{name}` counts"),
        N_("Your result is what one gets when all numbers of `{name}` but the last are 0."),
    ),
    Alteration(
        "order_reversed",
        _array(1, lambda a: a[::-1]),
        N_("`{name}` is taken from the back"),
        N_("Your result is what one gets with the numbers of `{name}` in reverse order."),
    ),
    Alteration(
        "one_more",
        _one_more,
        N_("`{name}` is taken one too large"),
        N_("Your result is what one gets with 1 added to `{name}`."),
    ),
    Alteration(
        "one_less",
        _one_less,
        N_("`{name}` is taken one too small"),
        N_("Your result is what one gets with 1 subtracted from `{name}`."),
    ),
    Alteration(
        "doubled",
        _doubled,
        N_("`{name}` counts twice"),
        N_("Your result is what one gets when `{name}` is doubled."),
    ),
)


def altered_questions(evidence: Evidence) -> list[Diagnosis]:
    """The alterations that explain the submission; with one relation on top if none does alone."""
    found = list(_explaining(evidence, None))
    if not found:
        for relation in RELATIONS:
            if relation.combines:
                found += _explaining(evidence, relation)
    return found


def _explaining(evidence: Evidence, relation: Relation | None) -> Iterator[Diagnosis]:
    functions = dict.fromkeys(case.function for case in evidence.wrong)
    seen = set()
    for function in functions:
        for parameter in evidence.exercise.parameters(function):
            for alteration in ALTERATIONS:
                name = parameter.name
                if (name, alteration.id) in seen:
                    continue
                explained = _explained(evidence, name, alteration, relation)
                if explained:
                    seen.add((name, alteration.id))
                    yield Diagnosis(
                        f"{name}.{alteration.id}" + (f".{relation.id}" if relation else ""),
                        "altered",
                        explained,
                        evidence.failed,
                        _wording(name, alteration, relation),
                    )


def _explained(
    evidence: Evidence, name: str, alteration: Alteration, relation: Relation | None
) -> tuple[str, ...]:
    def predict(case: Case) -> Outcome | None:
        altered = _altered(evidence, case, name, alteration)
        if altered is None:
            return None
        answer = evidence.ask(altered)
        if relation is not None and isinstance(answer, Returned):
            return relation.applied(answer)
        return answer

    explained: tuple[str, ...] = ()
    functions = dict.fromkeys(case.function for case in evidence.wrong)
    for function in functions:
        # Most alterations explain nothing: the smallest wrong answer that they speak of tells,
        # before all others are altered.
        altered = (
            (case, predict(case))
            for case in evidence.wrong
            if case.function == function
            and not case.names
            and _altered(evidence, case, name, alteration) is not None
        )
        first = next((told for told in islice(altered, 3) if told[1] is not None), None)
        if first is None or first[1] is None or not evidence.agrees(first[0], first[1]):
            continue
        cases = [
            case
            for case in evidence.cases
            if case.function == function
            and not case.names
            and _altered(evidence, case, name, alteration) is not None
        ]
        explained += evidence.explained(cases, predict)
    return explained


def _altered(evidence: Evidence, case: Case, name: str, alteration: Alteration) -> Case | None:
    key = case.key, name, alteration.id
    if key not in evidence.altered:
        evidence.altered[key] = alter_case(evidence, case, name, alteration)
    return evidence.altered[key]


def alter_case(evidence: Evidence, case: Case, name: str, alteration: Alteration) -> Case | None:
    """The case with one argument altered, or None where there is nothing to alter."""
    parameters = evidence.exercise.parameters(case.function)
    for index, parameter in enumerate(parameters):
        if parameter.name != name:
            continue
        default = SAME if parameter.default is parameter.empty else parameter.default
        if index < len(case.arguments):
            value = alteration.alter(object_of(case.arguments[index]), default)
            if value is SAME:
                return None
            arguments = (*case.arguments[:index], value_of(value), *case.arguments[index + 1 :])
            return msgspec.structs.replace(case, arguments=arguments)
        if name in case.options:
            value = alteration.alter(object_of(case.options[name]), default)
            if value is SAME:
                return None
            return _with_option(case, name, value)
        if alteration is NOT_PASSED:
            return _with_option(case, name, 1) if default is None else None
        if default is not SAME and default is not None:
            value = alteration.alter(default, default)
            if value is SAME:
                return None
            return _with_option(case, name, value)
    return None


def _with_option(case: Case, name: str, value: Any) -> Case:
    return msgspec.structs.replace(case, options={**case.options, name: value_of(value)})


def _wording(name: str, alteration: Alteration, relation: Relation | None) -> Wording:
    def wording(translate: Translate, _: Transcript) -> IdeaText:
        title = translate(alteration.title).format(name=name)
        explanation = translate(alteration.explanation).format(name=name)
        if relation is not None:
            explanation += " " + translate("Besides:") + " " + translate(relation.explanation)
        return IdeaText(title, explanation)

    return wording
