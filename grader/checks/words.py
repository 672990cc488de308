"""Problems in words: the one place where they become sentences."""

from __future__ import annotations

from grader.checks.problem import (
    Changed,
    Difference,
    Finding,
    Grew,
    NothingRight,
    NotRefused,
    Problem,
    Said,
)
from grader.show import call_in_short, value_in_short
from grader.transcript import Crashed, NotRun, Raised, Returned, TimedOut
from grader.value import Array, Dict, List, Object, Tuple, Value
from grader.words import Translate


def finding_in_words(finding: Finding, _: Translate) -> str:
    """`call: what is wrong there`, in one sentence."""
    sentence = problem_in_words(finding.problem, _)
    if finding.case is None or isinstance(finding.problem, NothingRight | NotRun):
        return sentence
    return f"{call_in_short(finding.case)}: {sentence}"


def problem_in_words(problem: Problem, _: Translate) -> str:
    """One sentence, without a full stop."""
    match problem:
        case Difference():
            return _difference(problem, _)
        case NotRefused():
            return _not_refused(problem, _)
        case Changed():
            return _("the argument `{name}` was changed in place; work on a copy").format(
                name=problem.argument
            )
        case Grew(small=None) | Grew(large=None):
            return _("the executed lines could not be counted: something else was tracing")
        case Grew():
            return _(
                "{large} Python lines are executed for the larger image and {small} for the "
                "smaller one; a solution without a loop over pixels executes as many for both"
            ).format(large=problem.large, small=problem.small)
        case NothingRight():
            return _("not judged: it counts where an answer is right, and none is yet")
        case Said():
            return problem.text
        case Raised(kind="NotImplementedError"):
            return _("not written yet: it raises NotImplementedError")
        case Raised():
            return _raised(problem, _)
        case TimedOut():
            return _("ended after {limit}").format(limit=limit_in_words(problem.limit, _))
        case Crashed():
            return _(problem.reason)
        case NotRun():
            return _("not run: {reason}").format(reason=_(problem.reason))


def limit_in_words(limit: str, _: Translate) -> str:
    """A limit such as `1 s of CPU time`, translated around its number."""
    number, unit, rest = limit.partition(" s")
    return number + unit + (" " + _(rest.strip()) if rest.strip() else "")


def _difference(problem: Difference, _: Translate) -> str:
    where = ""
    if problem.place:
        where = _(" at {place}").format(place="[" + ", ".join(map(str, problem.place)) + "]")
    match problem.step:
        case "nothing" if problem.received is None:
            return _("expected {expected}, got None; does every path end in `return`?").format(
                expected=_kind(problem.expected, _) + where
            )
        case "nothing" | "type":
            return _("expected {expected}, got {received}").format(
                expected=_kind(problem.expected, _) + where, received=_kind(problem.received, _)
            )
        case "length":
            return _("expected {expected} items, got {received}").format(
                expected=problem.expected, received=problem.received
            )
        case "shape":
            return _("expected shape {expected}, got {received}").format(
                expected=problem.expected, received=problem.received
            )
        case "dtype":
            return _("expected dtype {expected}, got {received}").format(
                expected=problem.expected, received=problem.received
            )
        case "keys":
            return _("expected the keys {expected}, got {received}").format(
                expected=problem.expected, received=problem.received
            )
    sentence = _("expected {expected}, got {received}").format(
        expected=value_in_short(problem.expected), received=value_in_short(problem.received)
    )
    if problem.total > 1:
        sentence += where + _("; {count} of {total} values differ").format(
            count=problem.count, total=problem.total
        )
        return sentence
    return sentence + where


def _kind(value: Value, _: Translate) -> str:
    match value:
        case None:
            return "None"
        case bool():
            return repr(value)
        case int():
            return _("an integer ({value})").format(value=value)
        case float():
            return _("a float ({value})").format(value=f"{value:.6g}")
        case str():
            return _("a string ({value})").format(value=value_in_short(value, 40))
        case Array(shape=()):
            return _("a {dtype} number ({value})").format(
                dtype=value.dtype, value=value_in_short(value)
            )
        case Array():
            return _("an array of shape {shape}").format(shape=value.shape)
        case Tuple():
            return _("a tuple of {count}").format(count=len(value.items))
        case List():
            return _("a list of {count}").format(count=len(value.items))
        case Dict():
            return _("a dict")
        case Object():
            return f"{value.type} ({value.text})" if value.text else value.type
    return value_in_short(value)


def _not_refused(problem: NotRefused, _: Translate) -> str:
    names = _(" or ").join(f"`{name}`" for name in problem.names)
    wanted = _("expected {kind} whose message names {names}").format(kind=problem.kind, names=names)
    match problem.received:
        case Returned():
            got = value_in_short(problem.received.value)
            return wanted + _(", got {received}").format(received=got)
        case Raised(kind=problem.kind):
            return wanted + _(", got the message “{message}”").format(
                message=problem.received.message[:120]
            )
        case Raised():
            return wanted + _(", got {received}").format(
                received=f"{problem.received.type}: {problem.received.message[:120]}"
            )
    return wanted


def _raised(problem: Raised, _: Translate) -> str:
    text = f"{problem.type}: {problem.message}" if problem.message else problem.type
    if problem.line is None:
        return _("raised {error}").format(error=text)
    return _("raised {error} ({place})").format(error=text, place=place_in_words(problem, _))


def place_in_words(raised: Raised, _: Translate) -> str:
    """`line 3`, or of a notebook `cell 2, line 3`."""
    if raised.cell is not None:
        return _("cell {cell}, line {line}").format(cell=raised.cell, line=raised.line)
    return _("line {line}").format(line=raised.line)
