"""Result → View: everything a report says, in words and in order, before it has a look.

A pure function of the Result and, where there are any, of the source and the exercise's texts.
What comes from a submission is made inert here, by `safe_text`; what is long is cut here, by the
caps of an `Amount`. The template and the terminal only place it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from grader.report import grids, prose
from grader.report.prose import Block, Segment
from grader.report.source import Line, Listing, lines_of_function, listing
from grader.report.wording import in_order, outcome_word, score, state_of, verdict
from grader.result import CheckResult, Counterexample, Misconception, Result
from grader.safe_text import one_line, safe_text
from grader.show import value_in_short
from grader.value import Array
from grader.words import Translate, translator

if TYPE_CHECKING:
    from grader.exercise import Texts


class Amount(msgspec.Struct, frozen=True):
    """How much of everything is shown.

    text, output, source: characters; others: how many failures besides the first are told in
    full, and how many of those with their numbers drawn.
    """

    text: int = 3_000
    output: int = 6_000
    source: int = 24_000
    colour: bool = True
    others: int = 40
    drawn: int = 40


# From the most to the least: the first that makes a file of a fair size is taken.
AMOUNTS = (
    Amount(),
    Amount(drawn=3),
    Amount(text=1_000, output=3_000, source=12_000, colour=False, others=12, drawn=0),
    Amount(text=300, output=800, source=3_000, colour=False, others=0, drawn=0),
)
MOST_CHECKS = 200


class Failure(msgspec.Struct, frozen=True):
    """A call that goes wrong.

    call: to paste; short: the same in one line; scalars: the arguments that are no arrays;
    expected, actual: as text, for where numbers cannot show it; comparisons, inputs: the numbers;
    excerpt: the lines of the submission that an exception came from.
    """

    check: tuple[Segment, ...]
    call: str
    difference: tuple[Segment, ...]
    expected: str = ""
    actual: str = ""
    short: str = ""
    scalars: tuple[tuple[str, str], ...] = ()
    comparisons: tuple[grids.Comparison, ...] = ()
    inputs: tuple[tuple[str, grids.Drawing], ...] = ()
    excerpt: tuple[Line, ...] = ()

    @property
    def axes(self) -> tuple[str, str] | None:
        """The names of rows and columns, where there are rows."""
        drawn = [c.expected for c in self.comparisons] + [d for _, d in self.inputs]
        named = [grid.axes for drawing in drawn for grid in drawing.grids if grid.axes[0]]
        return named[0] if named else None

    @property
    def framed(self) -> bool:
        """Whether a grid shows an image between its zeros."""
        return any(g.framed for c in self.comparisons for g in c.expected.grids + c.actual.grids)


class Idea(msgspec.Struct, frozen=True):
    """What was mixed up. evidence: how many of the failing cases it explains, in words."""

    title: tuple[Segment, ...]
    explanation: tuple[Block, ...]
    evidence: str
    sure: bool


class Check(msgspec.Struct, frozen=True):
    """A line in the list of checks. depth: 1 where it is folded under the one that it needs."""

    title: tuple[Segment, ...]
    passed: bool
    state: str
    word: str
    points: str
    depth: int
    is_first: bool
    hint: tuple[Segment, ...] = ()
    failure: Failure | None = None


class View(msgspec.Struct, frozen=True):
    """A whole report."""

    language: str
    exercise: str
    title: str
    outcome: str
    mark: str
    verdict: str
    score: str
    message: tuple[tuple[Segment, ...], ...]
    states: tuple[str, ...]
    first: Failure | None
    idea: Idea | None
    other_ideas: tuple[Idea, ...]
    advice: tuple[Segment, ...]
    checks: tuple[Check, ...]
    source: Listing | None
    open_source: bool
    output: str
    why: tuple[Block, ...]
    statement: tuple[Block, ...]
    hints: tuple[tuple[Segment, ...], ...]
    facts: tuple[tuple[str, str], ...]


def view_of(
    result: Result,
    source: str | None = None,
    texts: Texts | None = None,
    amount: Amount = AMOUNTS[0],
) -> View:
    """What a report of this Result says.

    source: the submission's, where it is to be shown; texts: of the exercise, in the Result's
    language.
    """
    _ = translator(result.language)
    first = next((check for check in result.checks if check.id == result.first), None)
    ideas = [_idea(found, amount, _) for found in result.misconceptions]
    started = result.outcome != "not_started"
    shown = first if started else None
    listed = _listing(result, first, source, amount)
    return View(
        language=result.language,
        exercise=one_line(result.exercise),
        title=one_line(result.title) or one_line(result.exercise),
        outcome=result.outcome,
        mark={"passed": "passed", "not_started": "unclear"}.get(result.outcome, "failed"),
        verdict=verdict(result, _),
        score=score(result, _),
        message=tuple(
            map(prose.sentence, safe_text(_message(result, _), amount.text).splitlines())
        ),
        states=tuple(state_of(result, check) for check in result.checks),
        first=_failure(shown, amount, _, listed) if shown else None,
        idea=ideas[0] if ideas else None,
        other_ideas=tuple(ideas[1:]),
        advice=_advice(result, first, texts, _),
        checks=tuple(_checks(result, amount, _)),
        source=listed,
        # A file that cannot be imported has no call to show; its line is the first thing to see.
        open_source=result.outcome == "error",
        output=safe_text(result.output, amount.output) if result.output.strip() else "",
        why=prose.blocks(texts.why) if texts and result.outcome == "passed" else (),
        statement=prose.blocks(texts.statement) if texts else (),
        hints=tuple(prose.inline(hint) for hint in texts.hints) if texts else (),
        facts=tuple(_facts(result, _)),
    )


def _message(result: Result, _: Translate) -> str:
    if result.outcome == "not_started":
        return _(
            "Every function still raises NotImplementedError. "
            "Write the first one, save, and run `grade` again."
        )
    return result.message


def _failure(
    check: CheckResult,
    amount: Amount,
    _: Translate,
    listed: Listing | None = None,
    drawn: bool = True,
) -> Failure:
    title = prose.inline(safe_text(check.title or check.id, 300))
    example = check.counterexample
    if example is None:
        return Failure(title, "", prose.sentence(safe_text(check.message, amount.text)))
    compared, given = _drawn(example, _) if drawn else ((), ())
    difference = example.difference
    excerpt = _excerpt(listed, example.line)
    if excerpt:
        # What was raised stands under "Got" already.
        difference = _("It was raised in line {line} of your file.").format(line=example.line)
    same = example.expected == example.actual or _look_alike(compared)
    ended = check.outcome in ("timed_out", "crashed")
    return Failure(
        check=title,
        call=safe_text(example.call, amount.text),
        difference=prose.sentence(safe_text(difference, amount.text)),
        # What is right is not what is wrong, as where an argument was changed.
        expected="" if same else safe_text(example.expected, amount.text),
        actual="" if same else _("no answer") if ended else safe_text(example.actual, amount.text),
        short=_short(example.call),
        scalars=tuple(_scalars(example)),
        comparisons=() if same else compared,
        inputs=given,
        excerpt=excerpt,
    )


def _excerpt(listed: Listing | None, number: int | None) -> tuple[Line, ...]:
    """The line that an exception names, with its neighbours."""
    if listed is None or number not in listed.involved:
        return ()
    return tuple(line for line in listed.lines if abs(line.number - number) <= 1)


def _look_alike(compared: tuple[grids.Comparison, ...]) -> bool:
    """Whether numbers are compared, and no cell and no shape differs."""
    drawings = [drawing for c in compared for drawing in (c.expected, c.actual)]
    return bool(drawings) and not any(
        drawing.differs or any(grid.differing for grid in drawing.grids) for drawing in drawings
    )


def _short(call: str) -> str:
    """The call itself, which is the last line of what is to be pasted."""
    last = call.rstrip().rpartition("\n")[2]
    return one_line(last.removeprefix("print(").removesuffix(")") if "print(" in last else last)


def _scalars(example: Counterexample) -> list[tuple[str, str]]:
    """The arguments that are no arrays, since a call by position does not name them."""
    return [
        (one_line(name, 60), one_line(value_in_short(value, 40), 40))
        for name, value in example.arguments.items()
        if not isinstance(value, Array) or not value.shape
    ][:8]


def _drawn(
    example: Counterexample, _: Translate
) -> tuple[tuple[grids.Comparison, ...], tuple[tuple[str, grids.Drawing], ...]]:
    right, given = example.expected_value, example.actual_value
    compared = grids.comparisons(right, given, example.arguments, example.tolerance, _)
    focus = grids.focus_of(compared[0] if compared else None, right, given)
    return compared, grids.inputs(example.arguments, focus, _)


def _idea(found: Misconception, amount: Amount, _: Translate) -> Idea:
    evidence = _("This explains {explained} of the {failed} calls that go wrong.").format(
        explained=found.cases_explained, failed=found.cases_failed
    )
    if found.cases_explained >= found.cases_failed:
        evidence = _("This explains every call that goes wrong.")
    return Idea(
        title=prose.inline(one_line(found.title, 300)),
        explanation=prose.blocks(safe_text(found.explanation, amount.text)),
        evidence=evidence,
        sure=found.confidence >= 0.8,
    )


def _advice(
    result: Result, first: CheckResult | None, texts: Texts | None, _: Translate
) -> tuple[Segment, ...]:
    """What to try: what goes with the idea, else with how the call ended, else with the check."""
    hint = next((found.hint for found in result.misconceptions if found.hint), "")
    if result.outcome == "not_started":
        hint = texts.hints[0] if texts and texts.hints else ""
        if not hint:
            hint = _(
                "`grade statement {name}` shows the task, `grade hint {name}` gives a first hint."
            ).format(name=one_line(result.exercise))
    elif not hint and first:
        hint = first.hint
        if first.outcome == "timed_out":
            hint = _(
                "Look for the loop that this call does not leave: "
                "which condition ends it, and does the body change what it asks?"
            )
    return prose.inline(safe_text(hint, 1_000))


def _checks(result: Result, amount: Amount, _: Translate) -> list[Check]:
    checks = []
    started = result.outcome != "not_started"
    # Of a stub nothing is the cause of anything; its checks keep their order.
    ordered = in_order(result.checks) if started else [(check, 0) for check in result.checks]
    told = 0
    for check, depth in ordered[:MOST_CHECKS]:
        is_first = check.id == result.first and started
        passed = check.outcome == "passed"
        # The first failure is shown in full above; of a stub, the list alone says enough.
        failure = None
        if started and not passed and not is_first and told < amount.others:
            failure = _failure(check, amount, _, drawn=told < amount.drawn)
            told += 1
        checks.append(
            Check(
                title=prose.inline(safe_text(check.title or check.id, 300)),
                passed=passed,
                state=state_of(result, check),
                word=outcome_word(check.outcome, _) if started else _("not written yet"),
                points=f"{check.points:g}/{check.max_points:g}",
                depth=min(depth, 2),
                is_first=is_first,
                hint=prose.inline(safe_text(check.hint, 1_000)) if failure else (),
                failure=failure if failure and (failure.call or failure.difference) else None,
            )
        )
    return checks


def _listing(
    result: Result, first: CheckResult | None, source: str | None, amount: Amount
) -> Listing | None:
    if source is None or result.outcome == "not_started":
        return None
    involved: set[int] = set()
    example = first.counterexample if first else None
    # A notebook's lines are counted in their cell, and its source is all cells joined.
    counted = not result.submission.endswith(".ipynb")
    if result.line and counted:
        involved.add(result.line)
    elif example and example.line and counted:
        involved.add(example.line)
    elif example:
        involved.update(lines_of_function(source, example.function))
    return listing(source, involved, amount.source, amount.colour)


def _facts(result: Result, _: Translate) -> list[tuple[str, str]]:
    isolation = {
        "strict": _("strict"),
        "partial": _("partial"),
        "none": _("none"),
    }.get(result.isolation.level, one_line(result.isolation.level))
    layers = ", ".join(one_line(layer, 40) for layer in result.isolation.layers)
    facts = [
        (_("File"), one_line(result.submission)),
        (_("Student"), one_line(result.student) if result.student else ""),
        (_("Fingerprint"), one_line(result.digest)[:16]),
        (_("Exercise version"), one_line(result.exercise_version)),
        (_("Grader version"), one_line(result.grader_version)),
        (_("Isolation"), f"{isolation} ({layers})" if layers else isolation),
        (
            _("Computing time"),
            _("{seconds} s").format(seconds=f"{result.seconds:.2f}") if result.seconds else "",
        ),
    ]
    return [(name, value) for name, value in facts if value]
