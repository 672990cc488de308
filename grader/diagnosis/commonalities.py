"""Source 3, too: what all wrong answers have in common that no right one has.

Said where no hypothesis predicts the answers themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from grader.case import Case
from grader.diagnosis.evidence import Diagnosis, Evidence
from grader.diagnosis.relations import wording
from grader.transcript import Returned
from grader.value import object_of
from grader.words import N_

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
    arrays = isinstance(right, np.ndarray) and isinstance(given, np.ndarray)
    return arrays and right.ndim != given.ndim


OBSERVATIONS = (
    Observation(
        "float_for_integer",
        _float_for_integer,
        N_("The result is a float, not an integer"),
        N_("Wherever your answer is wrong it is a float: `/` always gives one, `//` does not."),
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
        N_("Right on square inputs alone"),
        N_(
            "Your answers are right wherever height and width are alike, and wrong wherever they are not."
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
                        evidence.failed,
                        wording(condition.title, condition.explanation),
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
