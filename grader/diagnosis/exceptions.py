"""Source 5: what an exception says, in the learner's words and with their line."""

from __future__ import annotations

import re
from dataclasses import dataclass

from grader.checks.words import place_in_words
from grader.diagnosis.evidence import Diagnosis, Evidence, Wording
from grader.exercise import IdeaText
from grader.transcript import Raised, Transcript
from grader.words import N_, Translate


@dataclass(frozen=True)
class Reading:
    """How an exception is to be read: which one, and what it means. `{0}`… are the groups."""

    id: str
    kinds: tuple[str, ...]
    pattern: str
    title: str
    explanation: str


READINGS = (
    Reading(
        "shapes_do_not_fit",
        ("ValueError",),
        r"could not be broadcast together with (?:remapped )?shapes (.*)",
        N_("Two arrays whose shapes do not fit are combined"),
        N_("NumPy cannot combine the shapes {0}: from the right, sizes must be equal or 1."),
    ),
    Reading(
        "assignment_does_not_fit",
        ("ValueError",),
        r"could not broadcast input array from shape (\(.*?\)) into shape (\(.*?\))",
        N_("A block is written where it does not fit"),
        N_("An array of shape {0} is assigned to a slice of shape {1}: one of the two is off."),
    ),
    Reading(
        "matrices_do_not_fit",
        ("ValueError",),
        r"matmul: .*\(size (\d+) is different from (\d+)\)",
        N_("Two matrices whose inner sizes differ are multiplied"),
        N_(
            "The last axis of the left one has to be as long as the first of the right one: {1} and {0}."
        ),
    ),
    Reading(
        "matrices_do_not_fit",
        ("Exception",),
        # TensorFlow's way to say so; the right one's size first, as in NumPy's.
        r"Matrix size-incompatible: (?=.*In\[1\]: \[(?:\d+,)*?(\d+),\d+\])In\[0\]: \[(?:\d+,)*(\d+)\]",
        N_("Two matrices whose inner sizes differ are multiplied"),
        N_(
            "The last axis of the left one has to be as long as the first of the right one: {1} and {0}."
        ),
    ),
    Reading(
        "reshape_does_not_fit",
        ("ValueError",),
        r"cannot reshape array of size (\d+) into shape (.*)",
        N_("An array is reshaped to another number of values"),
        N_("{0} values cannot fill the shape {1}."),
    ),
    Reading(
        "index_beyond",
        ("IndexError",),
        r"index (-?\d+) is out of bounds for axis (\d+) with size (\d+)",
        N_("An index lies beyond the array"),
        N_("Index {0} is asked of axis {1}, whose last index is one less than its size, {2}."),
    ),
    Reading(
        "too_many_indices",
        ("IndexError",),
        r"too many indices for array: array is (\d+)-dimensional, but (\d+) were indexed",
        N_("More indices than axes"),
        N_("The array has {0} axes, but {1} indices are used."),
    ),
    Reading(
        "index_no_integer",
        ("IndexError", "TypeError"),
        r"only integers|'(?:numpy\.)?float\w*' object cannot be interpreted as an integer"
        r"|slice indices must be integers",
        N_("A float is used where an integer has to be"),
        N_("Sizes and indices are integers. `/` always gives a float; `//` divides integers."),
    ),
    Reading(
        "pair_not_understood",
        ("TypeError",),
        r"'(int|numpy\.int64)' object is not (subscriptable|iterable)"
        r"|cannot unpack non-iterable (int)|must be an iterable, not (int)",
        N_("An integer is treated as a pair"),
        N_("This argument may be one integer or a (height, width) pair; here it is one integer."),
    ),
    Reading(
        "pair_as_number",
        ("TypeError",),
        r"unsupported operand type\(s\) for .*: '(tuple|list)'|'(tuple|list)' and 'int'"
        r"|can only concatenate (tuple|list)|'(tuple|list)' object cannot be interpreted"
        r"|'[<>]=?' not supported between instances of (?:'int' and )?'(tuple|list)'",
        N_("A pair is treated as one number"),
        N_("This argument may be one integer or a (height, width) pair; here it is a pair."),
    ),
    Reading(
        "truth_of_an_array",
        ("ValueError",),
        r"truth value of an array",
        N_("An array is asked whether it is true"),
        N_(
            "`if x:` asks one question; an array has many answers. Ask `x is not None` or use `.any()`."
        ),
    ),
    Reading(
        "base_class_not_begun",
        ("RuntimeError", "AttributeError"),
        r"super\(\).__init__\(\)",
        N_("`super().__init__()` is missing"),
        N_(
            "Keras prepares a layer in its own constructor: call `super().__init__()` first in yours."
        ),
    ),
    Reading(
        "unknown_parameter",
        ("TypeError",),
        r"got an unexpected keyword argument '(\w+)'",
        N_("A parameter is missing or has another name"),
        N_("The function is called with `{0}=…`, as its stub says; keep the stub's parameters."),
    ),
    Reading(
        "wrong_parameters",
        ("TypeError",),
        r"takes .* positional arguments? but|missing \d+ required positional argument",
        N_("The function has other parameters than its stub"),
        N_("Keep the names and the order of the stub's parameters."),
    ),
    Reading(
        "none_used",
        ("TypeError", "AttributeError"),
        r"NoneType",
        N_("None is used as if it were a value"),
        N_(
            "Something is None here: an option that was not passed, or a function without `return`."
        ),
    ),
    Reading(
        "unknown_name",
        ("NameError",),
        r"name '(\w+)' is not defined",
        N_("`{0}` is not defined"),
        N_("The name `{0}` is used but never assigned or imported; is it misspelt?"),
    ),
    Reading(
        "unassigned",
        ("UnboundLocalError",),
        r"variable '(\w+)'",
        N_("`{0}` is used before it has a value"),
        N_(
            "On this path nothing was assigned to `{0}`; give it a value before the branch or loop."
        ),
    ),
    Reading(
        "unknown_attribute",
        ("AttributeError",),
        r"has no attribute '(\w+)'",
        N_("`{0}` does not exist there"),
        N_("The object has no `{0}`; is the name right, and is it the object you mean?"),
    ),
    Reading(
        "zero_division",
        ("ZeroDivisionError",),
        r"",
        N_("Something is divided by zero"),
        N_("Look at which of the numbers can be 0 in this call."),
    ),
    Reading(
        "endless_recursion",
        ("RecursionError",),
        r"",
        N_("The function calls itself without an end"),
        N_("Every call leads to another one; a case that needs no further call is missing."),
    ),
    Reading(
        "read_only",
        ("ValueError",),
        r"read-only",
        N_("A view that cannot be written is written to"),
        N_("Take a copy first: `x = x.copy()`."),
    ),
    Reading(
        "out_of_memory",
        ("MemoryError",),
        r"",
        N_("Far too much memory is asked for"),
        N_("An array of this size cannot be meant; look at how its shape is computed."),
    ),
)


def explained_exceptions(evidence: Evidence) -> list[Diagnosis]:
    """The readings of the exceptions that were raised where an answer was expected."""
    found: dict[str, tuple[Reading, list[str]]] = {}
    for case in evidence.failing:
        given = evidence.given(case)
        if not isinstance(given, Raised) or isinstance(evidence.right(case), Raised):
            continue
        for reading in READINGS:
            if given.kind in reading.kinds and re.search(reading.pattern, given.message):
                found.setdefault(reading.id, (reading, []))[1].append(case.key)
                break
    failed = evidence.failed
    return [
        Diagnosis(name, "exception", tuple(keys), failed, _wording(reading, keys[0]))
        for name, (reading, keys) in found.items()
    ]


def _wording(reading: Reading, key: str) -> Wording:
    def wording(translate: Translate, transcript: Transcript) -> IdeaText:
        raised = transcript.entries[key].outcome
        assert isinstance(raised, Raised)
        match = re.search(reading.pattern, raised.message)
        groups = [group or "" for group in match.groups()] if match else []
        explanation = translate(reading.explanation).format(*groups)
        if raised.line:
            explanation += " " + translate("It happens in {place}: `{source}`").format(
                place=place_in_words(raised, translate), source=raised.source
            )
        return IdeaText(translate(reading.title).format(*groups), explanation)

    return wording
