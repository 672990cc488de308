"""The sources that know no author: each finds what it is for, and not its near relative.

A small exercise stands for every other one. Its functions are chosen so that every alteration
and every relation changes their answers; a learner is a function of a case.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import msgspec
import numpy as np
import pytest

from grader.case import Case, Group, call, numbers
from grader.diagnosis import Diagnosis, diagnose
from grader.diagnosis.alterations import ALTERATIONS, SAME, Alteration
from grader.diagnosis.commonalities import CONDITIONS
from grader.diagnosis.exceptions import READINGS
from grader.diagnosis.relations import RELATIONS, Relation
from grader.exercise import AnswerKey, signatures
from grader.transcript import Entry, Outcome, Raised, Returned, Transcript
from grader.value import object_of, value_of
from grader.words import translator

STUB = """
def image(x, kernel, stride=1, padding="valid", bias=None): pass
def matrix(weight): pass
def size(n, kernel, stride=1): pass
def amounts(n, step=1): pass
"""


def pair(value: Any) -> tuple[int, int]:
    return tuple(value) if np.ndim(value) else (value, value)


def image(x: Any, kernel: Any, stride: Any = 1, padding: str = "valid", bias: Any = None) -> Any:
    (rows, columns), (down, right) = pair(kernel), pair(stride)
    if min(rows, columns, down, right) < 1:
        raise ValueError("kernel or stride")
    y = sum(np.roll(x, i, 1) * (i + 1) for i in range(rows))
    y = y + sum(np.roll(x, j, 2) * (3 * j + 2) for j in range(columns))
    y = (y * np.arange(1, x.shape[3] + 1))[:, ::down, ::right]
    if padding.lower() == "same":
        y = np.pad(y, ((0, 0), (0, 1), (0, 2), (0, 0)))
    return (y if bias is None else y + bias).astype(x.dtype)


def matrix(weight: Any) -> Any:
    rows, columns = weight.shape
    return weight * np.arange(1, columns + 1) + np.arange(rows)[:, None] * 10


def size(n: int, kernel: int, stride: int = 1) -> int:
    if min(n, kernel, stride) < 1:
        raise ValueError("n, kernel or stride")
    return 7 * n - 3 * kernel + 50 // stride


def amounts(n: int, step: int = 1) -> tuple[int, int]:
    return n * step, 3 * n + 1


FUNCTIONS: dict[str, Callable[..., Any]] = {
    f.__name__: f
    for f in (image, matrix, size, amounts)  # type: ignore[attr-defined]
}
CASES = (
    *(call("amounts", n) for n in (1, 4)),
    *(call("amounts", n, step=3) for n in (2, 5)),
    *(call("size", n, k) for n, k in ((5, 3), (9, 2))),
    *(call("size", n, k, stride=s) for n, k, s in ((5, 3, 2), (9, 2, 3))),
    *(call("matrix", numbers(2, 3, seed=s)) for s in (1, 2, 3)),
    call("image", numbers(1, 3, 3, 1, seed=1), 1),
    call("image", numbers(1, 4, 4, 1, seed=2), 2),
    call("image", numbers(2, 3, 3, 1, seed=3), 2),
    call("image", numbers(1, 3, 3, 2, seed=4), 3),
    call("image", numbers(1, 3, 5, 2, seed=5), (2, 3)),
    call("image", numbers(1, 4, 4, 1, seed=11), 2, stride=2),
    call("image", numbers(2, 5, 4, 3, seed=6), (1, 2), stride=2),
    call("image", numbers(2, 5, 4, 2, seed=7), 2, stride=(2, 3)),
    call("image", numbers(1, 4, 5, 2, seed=8), 2, padding="same"),
    call("image", numbers(2, 4, 3, 2, seed=9), (2, 1), padding="same", bias=numbers(2, seed=5)),
    call("image", numbers(2, 4, 3, 3, seed=10, dtype=np.float32), 2, bias=numbers(3, seed=6)),
)


def answer(case: Case) -> Outcome:
    arguments, options = case.python_arguments()
    try:
        return Returned(value_of(FUNCTIONS[case.function](*arguments, **options)))
    except ValueError as error:
        return Raised("ValueError", "ValueError", str(error))


PARAMETERS = signatures(STUB)
RIGHT = {case.key: answer(case) for case in CASES}
EXERCISE: Any = SimpleNamespace(
    cases=CASES,
    answer=answer,
    parameters=lambda name: PARAMETERS[name],
    recorded_misconceptions={},
)
KEY = AnswerKey(EXERCISE, (Group("all", CASES),), RIGHT)

Learner = Callable[[Case], Outcome]


def diagnosed(learner: Learner) -> list[Diagnosis]:
    """What is said of a learner who answers every case with this."""
    return diagnose(KEY, transcript(learner), own=False)


def transcript(learner: Learner) -> Transcript:
    return Transcript({case.key: Entry(learner(case)) for case in CASES})


def ids(found: list[Diagnosis]) -> list[str]:
    return [diagnosis.id for diagnosis in found]


def test_a_right_answer_is_not_diagnosed() -> None:
    """By any source."""
    assert diagnosed(answer) == []


# --- Altered questions -------------------------------------------------------------------------


def altered(case: Case, name: str, alteration: Alteration) -> Case | None:
    """The question that a learner hears who alters one argument; None if there is none."""
    arguments, options = case.python_arguments()
    for index, parameter in enumerate(PARAMETERS[case.function]):
        if parameter.name != name:
            continue
        default = SAME if parameter.default is parameter.empty else parameter.default
        if index < len(arguments):
            value = alteration.alter(arguments[index], default)
            arguments = [*arguments[:index], value, *arguments[index + 1 :]]
        else:
            value = alteration.alter(options.get(name, default), default)
            options = {**options, name: value}
        return None if value is SAME else call(case.function, *arguments, **options)
    return None


def hears(name: str, alteration: Alteration, function: str) -> Learner:
    """A learner who solves another question, where it makes sense, in one function."""

    def learner(case: Case) -> Outcome:
        question = altered(case, name, alteration) if case.function == function else None
        given = answer(question) if question else answer(case)
        return given if isinstance(given, Returned) else answer(case)

    return learner


MEANT = [
    ("image", "x", "flipped"),
    ("image", "x", "transposed_4d"),
    ("image", "x", "one_example"),
    ("image", "x", "one_channel"),
    ("image", "kernel", "ignored"),
    ("image", "kernel", "reversed"),
    ("image", "kernel", "first_for_both"),
    ("image", "kernel", "second_for_both"),
    ("image", "kernel", "one_more"),
    ("image", "stride", "ignored"),
    ("image", "stride", "reversed"),
    ("image", "padding", "default"),
    ("image", "padding", "other_padding"),
    ("image", "bias", "left_out"),
    ("matrix", "weight", "flipped_2d"),
    ("matrix", "weight", "transposed"),
    ("size", "n", "one_less"),
    ("size", "kernel", "doubled"),
    ("size", "stride", "ignored"),
    ("amounts", "step", "doubled"),
]


@pytest.mark.parametrize(("function", "name", "id_"), MEANT, ids=[".".join(m) for m in MEANT])
def test_the_right_answer_to_another_question_is_recognised(
    function: str, name: str, id_: str
) -> None:
    """And explains everything that is wrong, though nobody wrote it down."""
    alteration = next(a for a in ALTERATIONS if a.id == id_)
    first = diagnosed(hears(name, alteration, function))[0]
    assert first.cases_explained == first.cases_failed
    # Another reading may come to the same answers; it names the same argument.
    assert (first.source, first.id.split(".")[0]) == ("altered", name)
    text = first.text(None, transcript(answer), translator("en"))  # type: ignore[arg-type]
    assert f"`{name}`" in text.title
    assert "{" not in text.title + text.explanation


@pytest.mark.parametrize(("function", "name", "id_"), MEANT, ids=[".".join(m) for m in MEANT])
def test_another_question_is_not_claimed_of_a_near_relative(
    function: str, name: str, id_: str
) -> None:
    """Who is right in one of the cases where that question has another answer did not hear it."""
    alteration = next(a for a in ALTERATIONS if a.id == id_)
    learner = hears(name, alteration, function)
    wrong = [case for case in CASES if learner(case) != answer(case)]

    def relative(case: Case) -> Outcome:
        return answer(case) if case is wrong[-1] else learner(case)

    claimed = [
        d for d in diagnosed(relative) if d.source == "altered" and "." not in d.id[len(name) + 1 :]
    ]
    assert f"{name}.{id_}" not in ids(claimed)


# --- Relations ---------------------------------------------------------------------------------


def related(relation: Relation) -> Learner:
    """A learner whose answer is the right one, changed, wherever that can be done."""

    def learner(case: Case) -> Outcome:
        right = answer(case)
        assert isinstance(right, Returned)
        return relation.applied(right) or right

    return learner


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.id)
def test_a_relation_to_the_right_answer_is_recognised(relation: Relation) -> None:
    """It, or a smaller one that comes to the same."""
    learner = related(relation)
    found = diagnosed(learner)
    assert found, "nothing was said"
    assert found[0].source in ("relation", "altered")
    assert relation.id in ids(found) or found[0].cases_explained == found[0].cases_failed


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.id)
def test_a_relation_is_not_claimed_where_one_answer_breaks_it(relation: Relation) -> None:
    """One case of each function that is wrong in another way is enough."""
    learner = related(relation)

    def relative(case: Case) -> Outcome:
        # As text: to Python, 2 and 2.0 are equal.
        told = msgspec.json.encode
        same = [c for c in CASES if c.function == case.function]
        wrong = [c for c in same if told(learner(c)) != told(answer(c))]
        return Returned("something else") if case in wrong[-1:] else learner(case)

    assert relation.id not in ids(diagnosed(relative))


def test_a_relation_combines_with_an_altered_question() -> None:
    """Where neither alone explains it: the stride ignored, and one too many."""
    stride = next(a for a in ALTERATIONS if a.id == "ignored")

    def learner(case: Case) -> Outcome:
        if case.function != "size":
            return answer(case)
        question = altered(case, "stride", stride) or case
        given = answer(question)
        assert isinstance(given, Returned)
        return Returned(object_of(given.value) + 1) if question is not case else answer(case)

    found = diagnosed(learner)
    assert ids(found)[0] == "stride.ignored.one_more"
    text = found[0].text(None, transcript(learner), translator("en"))  # type: ignore[arg-type]
    assert "Besides:" in text.explanation


def test_a_learner_may_have_one_function_right_and_another_wrong() -> None:
    """What is wrong in one of them is explained by itself."""
    doubled = next(r for r in RELATIONS if r.id == "doubled")
    found = diagnosed(
        lambda case: (related(doubled) if case.function == "matrix" else answer)(case)
    )
    assert (found[0].id, found[0].cases_explained, found[0].confidence) == ("doubled", 3, 1.0)


# --- Conditions --------------------------------------------------------------------------------

GARBAGE = Returned(value_of("no known mistake"))


def _is(case: Case, condition: str) -> bool:
    (x, *_), options = case.python_arguments()
    kernel = case.python_arguments()[0][1]
    match condition:
        case "square_only":
            pairs = [v for v in (kernel, *options.values()) if isinstance(v, tuple | list)]
            return bool(x.shape[1] == x.shape[2] and all(a == b for a, b in pairs))
        case "one_example_only":
            return bool(x.shape[0] == 1)
        case "one_channel_only":
            return bool(x.shape[3] == 1)
        case "defaults_only":
            return not options
    return bool((x >= 0).all())


@pytest.mark.parametrize(
    "condition", ["square_only", "one_example_only", "one_channel_only", "defaults_only"]
)
def test_a_condition_under_which_answers_are_right_is_named(condition: str) -> None:
    """Where nothing predicts the wrong answers themselves."""

    def learner(case: Case) -> Outcome:
        wrong = case.function == "image" and not _is(case, condition)
        return GARBAGE if wrong else answer(case)

    assert condition in {one.id for one in CONDITIONS}
    assert ids(diagnosed(learner)) == [condition]


@pytest.mark.parametrize(
    "condition", ["square_only", "one_example_only", "one_channel_only", "defaults_only"]
)
def test_a_condition_is_not_named_where_one_answer_breaks_it(condition: str) -> None:
    """One wrong answer within it is enough, and so is being wrong beyond it but here and there."""
    image_cases = [case for case in CASES if case.function == "image"]
    beyond = [case for case in image_cases if not _is(case, condition)]
    within = [case for case in image_cases if _is(case, condition)]

    def wrong_within(case: Case) -> Outcome:
        return GARBAGE if case in [*beyond, within[0]] else answer(case)

    def mostly_right(case: Case) -> Outcome:
        return GARBAGE if case in beyond[: len(beyond) // 2] else answer(case)

    assert condition not in ids(diagnosed(wrong_within))
    assert condition not in ids(diagnosed(mostly_right))


# --- Exceptions --------------------------------------------------------------------------------


def _raises(make: Callable[[], Any]) -> Raised:
    """The exception that Python or NumPy raises, as a child tells it."""
    with pytest.raises(Exception) as raised:  # noqa: PT011
        make()
    kind = raised.type.__name__
    kind = {
        "UFuncTypeError": "TypeError",
        "_UFuncNoLoopError": "TypeError",
        "AxisError": "ValueError",
    }.get(kind, kind)
    return Raised(kind, kind, str(raised.value), line=7, place="image", source="y = …")


NONE: Any = None
THREE: Any = 3
HALF: Any = 0.5
PAIR: Any = (1, 2)


def _unassigned() -> Any:
    if not CASES:
        value = 1
    return value


def _read_only() -> None:
    array = np.zeros(2)
    array.flags.writeable = False
    array[0] = 1


EXCEPTIONS: dict[str, list[Callable[[], Any]]] = {
    "truth_of_an_array": [lambda: 1 if np.ones(2) else 0],
    "base_class_not_begun": [lambda: forget_the_base_class()],
    "shapes_do_not_fit": [lambda: np.ones((2, 3)) + np.ones((2, 4))],
    "assignment_does_not_fit": [lambda: np.ones((2, 3)).__setitem__(slice(0, 1), np.ones((2, 2)))],
    "matrices_do_not_fit": [lambda: np.ones((2, 3)) @ np.ones((2, 3))],
    "reshape_does_not_fit": [lambda: np.ones(6).reshape(4, 2)],
    "index_beyond": [lambda: np.ones((2, 3))[0, 3]],
    "too_many_indices": [lambda: np.ones(3)[0, 0]],
    "index_no_integer": [
        lambda: np.ones(3)[1.0],  # type: ignore[call-overload]
        lambda: range(1.5),  # type: ignore[arg-type]
        lambda: [1, 2][HALF:],
    ],
    "pair_not_understood": [
        lambda: THREE[0],
        lambda: list(THREE),
        lambda: (lambda a, b: 0)(*THREE),
    ],
    "pair_as_number": [
        lambda: PAIR // THREE,
        lambda: PAIR < THREE,
        lambda: PAIR > THREE,
        lambda: THREE < PAIR,
        lambda: PAIR + THREE,
    ],
    "unknown_parameter": [lambda: size(1, 2, strides=1)],  # type: ignore[call-arg]
    "wrong_parameters": [lambda: size(1), lambda: size(1, 2, 3, 4)],  # type: ignore[call-arg]
    "none_used": [lambda: NONE + 1, lambda: NONE.shape, lambda: NONE[0]],
    "unknown_name": [lambda: nowhere],  # type: ignore[name-defined]  # noqa: F821
    "unassigned": [_unassigned],
    "unknown_attribute": [lambda: np.nothing],
    "zero_division": [lambda: 1 // 0],
    "read_only": [_read_only],
    "out_of_memory": [lambda: np.ones(2**50)],
}


def forget_the_base_class() -> None:
    """As Keras says it; asking Keras itself would take seconds."""
    raise RuntimeError("In layer `Linear`, you forgot to call `super().__init__()` first.")


def test_every_reading_of_an_exception_is_tried() -> None:
    """With what Python and NumPy say themselves; only one cannot be raised here."""
    assert {reading.id for reading in READINGS} - set(EXCEPTIONS) == {"endless_recursion"}


@pytest.mark.parametrize(
    ("id_", "make"),
    [(id_, make) for id_, makes in EXCEPTIONS.items() for make in makes],
    ids=[f"{id_} {n}" for id_, makes in EXCEPTIONS.items() for n in range(len(makes))],
)
def test_an_exception_is_put_in_the_learners_words(id_: str, make: Callable[[], Any]) -> None:
    """As it is worded by the versions that are installed, and with their line."""
    raised = _raises(make)

    def learner(case: Case) -> Outcome:
        return raised if case.function == "image" else answer(case)

    found = diagnosed(learner)
    assert ids(found) == [id_], raised
    assert found[0].source == "exception"
    text = found[0].text(None, transcript(learner), translator("en"))  # type: ignore[arg-type]
    assert text.explanation.endswith("It happens in line 7: `y = …`")
    assert "{" not in text.title + text.explanation


@pytest.mark.parametrize(
    "raised",
    [
        Raised("ValueError", "ValueError", "my own words"),
        Raised("KeyError", "KeyError", "'name'"),
        Raised("Mine", "Exception", "index 3 is out of bounds for axis 0 with size 3"),
        Raised("NotImplementedError", "NotImplementedError", ""),
    ],
    ids=repr,
)
def test_an_exception_that_says_nothing_known_is_not_explained(raised: Raised) -> None:
    """Nothing is guessed."""

    def learner(case: Case) -> Outcome:
        return raised if case.function == "image" else answer(case)

    assert [d for d in diagnosed(learner) if d.source == "exception"] == []
