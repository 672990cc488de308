"""Source 3, too: what all wrong answers have in common that no right one has.

Said where no hypothesis predicts the answers themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.case import Case
from grader.diagnosis.evidence import Diagnosis, Evidence, Wording
from grader.diagnosis.relations import wording
from grader.exercise import IdeaText
from grader.transcript import Raised, Returned, Transcript
from grader.value import object_of
from grader.words import N_, Translate

# --- Observations ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Observation:
    """Something that all wrong answers of a function have in common, though it predicts none."""

    id: str
    holds: Callable[[Any, Any], bool]
    title: str
    explanation: str


def _float_for_integer(right: Any, given: Any) -> bool:
    if isinstance(right, tuple | list) and isinstance(given, tuple | list):
        return len(right) == len(given) and any(map(_float_for_integer, right, given))
    return isinstance(right, int | np.integer) and isinstance(given, float | np.floating)


def _other_rank(right: Any, given: Any) -> bool:
    if isinstance(right, tuple | list) and isinstance(given, tuple | list):
        return len(right) == len(given) and any(map(_other_rank, right, given))
    arrays = isinstance(right, np.ndarray) and isinstance(given, np.ndarray)
    return arrays and right.ndim != given.ndim


def _not_zero(right: Any, given: Any) -> bool:
    """Whether an array differs from the right one only where that is 0."""
    arrays = isinstance(right, np.ndarray) and isinstance(given, np.ndarray)
    if not arrays or right.shape != given.shape or right.dtype.kind != "f":
        return False
    return bool(np.array_equal(right[right != 0], given[right != 0]))


def _scaled(right: Any, given: Any) -> bool:
    """Whether an array of several numbers is the right one times a factor."""
    arrays = isinstance(right, np.ndarray) and isinstance(given, np.ndarray)
    if not arrays or right.shape != given.shape or right.dtype.kind != "f":
        return False
    seen = right != 0
    if not seen.any() or np.any(given[~seen]):
        return False
    factors = given[seen] / right[seen]
    return bool(np.allclose(factors, factors[0], rtol=1e-4)) and abs(factors[0]) > 1e-6


OBSERVATIONS = (
    Observation(
        "scaled",
        _scaled,
        N_("The result is the right one times a factor"),
        N_(
            "Wherever your answer is wrong, it is the right one multiplied by some number: something "
            "is divided or multiplied once too often, or not at all."
        ),
    ),
    Observation(
        "float_for_integer",
        _float_for_integer,
        N_("The result is a float, not an integer"),
        N_("Wherever your answer is wrong it is a float: `/` always gives one, `//` does not."),
    ),
    Observation(
        "not_zero",
        _not_zero,
        N_("What should be 0 is something else"),
        N_("Wherever your answer is wrong, the right one is 0; all other numbers are right."),
    ),
    Observation(
        "other_rank",
        _other_rank,
        N_("The result has another number of axes"),
        N_("Wherever your answer is wrong it has more or fewer axes than it should."),
    ),
)


def changed_arguments(evidence: Evidence) -> list[Diagnosis]:
    """That right answers were bought by changing what was passed in."""
    if not evidence.changed:
        return []
    text = wording(
        N_("An argument is changed in place"),
        N_(
            "Your numbers are right, but they are written into the array that was passed in. "
            "Whoever called your function still needs it; work on a copy."
        ),
    )
    keys = tuple(case.key for case in evidence.changed)
    return [Diagnosis("changed_in_place", "observation", keys, evidence.failed, text)]


def observations(evidence: Evidence) -> list[Diagnosis]:
    """What all wrong answers of a function have in common."""
    found = []
    for observation in OBSERVATIONS:
        explained: list[str] = []
        for function in dict.fromkeys(case.function for case in evidence.wrong):
            pairs = [
                (case, _values(evidence, case))
                for case in evidence.wrong
                if case.function == function and not case.names
            ]
            if pairs and all(pair and observation.holds(*pair) for _case, pair in pairs):
                explained += [case.key for case, _pair in pairs]
        if explained:
            text = wording(observation.title, observation.explanation)
            failed = evidence.failed
            found.append(Diagnosis(observation.id, "observation", tuple(explained), failed, text))
    return found


def unrefused(evidence: Evidence) -> list[Diagnosis]:
    """Which arguments that make no sense are not refused as the docstring says."""
    by_names: dict[tuple[str, ...], list[str]] = {}
    for case in evidence.failing:
        if case.names and isinstance(evidence.right(case), Raised):
            given = evidence.given(case)
            if isinstance(given, Returned) or (
                isinstance(given, Raised) and given.kind != "NotImplementedError"
            ):
                by_names.setdefault(case.names[:1], []).append(case.key)
    return [
        Diagnosis(
            f"{names[0]}.unrefused", "observation", tuple(keys), evidence.failed, _unrefused(names)
        )
        for names, keys in by_names.items()
    ]


def _unrefused(names: tuple[str, ...]) -> Wording:
    def text(translate: Translate, _: Transcript) -> IdeaText:
        told = translate(" or ").join(f"`{name}`" for name in names)
        return IdeaText(
            translate("A senseless {names} is not refused as it should be").format(names=told),
            translate(
                "Some calls make no sense because of {names}. Your function is to raise ValueError "
                "there, with a message that names the argument; NumPy does not always complain by "
                "itself."
            ).format(names=told),
        )

    return text


def _values(evidence: Evidence, case: Case) -> tuple[Any, Any] | None:
    right, given = evidence.right(case), evidence.given(case)
    if isinstance(right, Returned) and isinstance(given, Returned):
        try:
            return object_of(right.value), object_of(given.value)
        except ValueError:
            return None
    return None


# --- Conditions --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Condition:
    """A property of a case's arguments: wherever it holds, the submission is right, and mostly
    wrong wherever it does not."""

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
        N_("Wrong only where height and width differ"),
        N_(
            "Wherever height and width are alike your answers are right; wherever they are wrong, the "
            "two differ."
        ),
    ),
    Condition(
        "one_example_only",
        _one_example,
        N_("Right for a single image alone"),
        N_("Your answers are right for a batch of one image, and wrong for more."),
    ),
    Condition(
        "one_channel_only",
        _one_channel,
        N_("Right for one channel alone"),
        N_("Your answers are right for images of one channel, and wrong for more."),
    ),
    Condition(
        "defaults_only",
        _all_defaults,
        N_("Right with the default arguments alone"),
        N_("Your answers are right as long as no option is passed, and wrong wherever one is."),
    ),
    Condition(
        "non_negative_only",
        _no_negatives,
        N_("Right for numbers that are not negative alone"),
        N_(
            "Your answers are right as long as there is no negative number, and wrong wherever there is one."
        ),
    ),
)


def conditions(evidence: Evidence) -> list[Diagnosis]:
    """The conditions that part right from wrong, in the first function with both."""
    for function in dict.fromkeys(case.function for case in evidence.wrong):
        arguments = {
            case.key: _arguments(evidence, case)
            for case in evidence.cases
            if case.function == function and not case.names
        }
        # What is right of nothing at all tells nothing.
        arguments = {key: named for key, named in arguments.items() if not _is_empty(named)}
        failing = [key for key in arguments if key in evidence.failing_keys]
        for condition in CONDITIONS:
            holds = {key: condition.holds(named) for key, named in arguments.items()}
            there = sum(held is True for held in holds.values())
            elsewhere = sum(held is False for held in holds.values())
            if (
                len(failing) >= 2
                and all(holds[key] is False for key in failing)
                # Neither a handful of small cases that happen to be right…
                and there >= 2
                and there * 4 >= elsewhere
                # …nor a mistake that shows here and there.
                and len(failing) * 2 > elsewhere
            ):
                text = wording(condition.title, condition.explanation)
                keys = tuple(failing)
                return [Diagnosis(condition.id, "condition", keys, evidence.failed, text)]
    return []


def _is_empty(arguments: dict[str, Any]) -> bool:
    return any(isinstance(a, np.ndarray) and not a.size for a in arguments.values())


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
