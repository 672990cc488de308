"""View → lines on a terminal: with rich where somebody is looking, plainly where a file is.

Both write the same lines; rich only gives them their styles. It is not imported otherwise, since
that takes a tenth of a whole run.
"""

from __future__ import annotations

import itertools
import os
import shutil
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.report.grids import Comparison, Grid
from grader.report.prose import Block, Segment
from grader.report.view import Amount, Check, Failure, View, view_of
from grader.result import Result
from grader.safe_text import safe_text
from grader.words import Translate, translator

# A piece of a line and its style, one of `STYLES`.
Span = tuple[str, str]
Row = tuple[Span, ...]

STYLES = {
    "": "",
    "bold": "bold",
    "dim": "dim",
    "good": "green",
    "bad": "red",
    "head": "bold underline",
    "idea": "bold magenta",
    "right": "bold blue",
    "wrong": "bold red",
    "code": "cyan",
    "all good": "bold green",
}
MARKS = {"passed": ("✓", "good"), "failed": ("✗", "bad"), "unclear": ("–", "dim")}
WIDEST = 100
# A screen is not a page: of long texts, the beginning is enough here.
AMOUNT = Amount(text=1_500)


def show(result: Result, report: Path | None) -> None:
    """Prints a Result; report: where the page is that says more."""
    size = shutil.get_terminal_size((80, 24)).columns
    rows = rows_of(view_of(result, amount=AMOUNT), report, min(size, WIDEST))
    # Rich would colour a file too, if it were asked to; here it is asked only for a person.
    person = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    if person and os.environ.get("TERM") != "dumb":
        _print_with_rich(rows)
    else:
        text = "".join("".join(text for text, _ in row).rstrip() + "\n" for row in rows)
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def rows_of(view: View, report: Path | None, width: int) -> list[Row]:
    """All that is printed, in lines no wider than `width` where their words allow."""
    _ = translator(view.language)
    rows: list[Row] = [((view.exercise, "bold"), ("  " + view.title, "dim")), ()]
    rows += _check_rows(view.checks, width)
    if view.checks:
        rows.append(())
    for line in view.message:
        rows += _wrapped(line, width, "  ", "")
    if view.message:
        rows.append(())
    if view.first:
        rows += _failure_rows(view.first, width, _)
    if view.idea:
        rows += _wrapped(view.idea.title, width, "", "idea")
        for block in view.idea.explanation:
            rows += _block_rows(block, width)
        rows.append(())
    if view.advice:
        rows += _wrapped((Segment("text", _("Try:") + " "), *view.advice), width, "", "")
        rows.append(())
    style = "all good" if view.outcome == "passed" else "bold"
    rows.append(((view.verdict, style), (f" {view.score}", style)))
    if report:
        where = _("Report: {path}").format(path=safe_text(_near(report)))
        rows.append(((where, "dim"),))
    return rows


def columns_of(text: str) -> int:
    """How many columns a text takes: Hangul and the like take two, marks none."""
    if text.isascii():
        return len(text)
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)
    return wide - sum(unicodedata.category(c) in ("Mn", "Me") for c in text)


def _check_rows(checks: Sequence[Check], width: int) -> list[Row]:
    rows: list[Row] = []
    longest = max((len(check.points) for check in checks), default=0)
    room = max(width - longest - 6, 20)
    for check in checks:
        mark, style = MARKS[check.state]
        indent = "  " * check.depth
        title = "".join(segment.text for segment in check.title)
        lines = _fold(title, max(room - len(indent), 20))
        gap = " " * (room - len(indent) - columns_of(lines[0]) + 2)
        strong = "bold" if check.is_first else "" if not check.passed else "dim"
        head = (f"  {indent}{mark} ", style), (lines[0], strong)
        rows.append((*head, (gap + check.points.rjust(longest), "dim" if check.passed else "")))
        rows += [((f"    {indent}{line}", strong),) for line in lines[1:]]
    return rows


def _failure_rows(failure: Failure, width: int, _: Translate) -> list[Row]:
    rows: list[Row] = [((_("First to fix:") + " ", "head"), *_styled(failure.check, "head")), ()]
    if failure.call:
        rows += [(("    " + line, "code"),) for line in failure.call.split("\n")]
        rows.append(())
    # A few numbers in a row read best as Python writes them.
    if any(grid.axes[0] for c in failure.comparisons for grid in c.expected.grids):
        for comparison in failure.comparisons:
            rows += _comparison_rows(comparison, width, _)
    elif failure.expected or failure.actual:
        for label, text, style in (
            (_("expected"), failure.expected, "right"),
            (_("got"), failure.actual, "wrong"),
        ):
            first, *others = text.split("\n")
            if others:
                rows.append(((f"  {label}", style),))
                rows += [(("    " + line, ""),) for line in (first, *others)]
            else:
                pad = " " * max(10 - columns_of(label), 1)
                rows.append(((f"  {label}{pad}", style), (first, "")))
        rows.append(())
    rows += _wrapped(failure.difference, width, "  ", "bold")
    rows.append(())
    return rows


def _comparison_rows(comparison: Comparison, width: int, _: Translate) -> Iterator[Row]:
    """Expected and got beside each other, or below each other where they are too wide."""
    if comparison.label:
        yield ((f"  {comparison.label}", "bold"),)
    for right, given in comparison.pairs:
        left = _grid_rows(right, _("expected"), comparison.expected.head, "right")
        other = _grid_rows(given, _("got"), comparison.actual.head, "wrong")
        wide = max((_row_width(row) for row in left), default=0)
        if wide + max((_row_width(row) for row in other), default=0) + 6 <= width:
            for one, two in itertools.zip_longest(left, other, fillvalue=()):
                gap = " " * (wide - _row_width(one) + 4) if left else ""
                yield (("  ", ""), *one, (gap, ""), *two)
        else:
            for row in (*left, *other):
                yield (("  ", ""), *row)
        cut = next((g.cut for g in (right, given) if g and g.cut), "")
        if cut:
            yield ((f"  {cut}", "dim"),)
    if comparison.expected.left_out:
        count = comparison.expected.left_out
        yield (("  " + _("Slices not drawn: {count}").format(count=count), "dim"),)
    yield ()


def _grid_rows(grid: Grid | None, label: str, head: str, style: str) -> list[Row]:
    if grid is None:
        return []
    title = f"  {grid.title}" if grid.title else ""
    rows: list[Row] = [((label, style), (f"  {head}{title}", "dim"))]
    wide = max((len(cell.text) for _, row in grid.rows for cell in row), default=0)
    for _, row in grid.rows:
        spans: list[Span] = [(" ", "")]
        for cell in row:
            text = cell.text.rjust(wide)
            if cell.differs:
                # In brackets too, since not everybody sees the colour.
                blank = text[: len(text) - len(cell.text)]
                spans += [(blank, ""), (f"[{cell.text}]", style)]
            else:
                spans.append((f" {text} ", "dim" if cell.frame else ""))
        rows.append(tuple(spans))
    return rows


def _row_width(row: Row) -> int:
    return sum(columns_of(text) for text, _ in row)


def _block_rows(block: Block, width: int) -> list[Row]:
    if block.kind == "code":
        return [(("    " + line, "code"),) for line in block.text.split("\n")]
    label = Segment("text", f"{block.label} ")
    return _wrapped((label, *block.segments) if block.label else block.segments, width, "  ", "")


def _styled(segments: Sequence[Segment], style: str) -> Row:
    kinds = {"text": style, "code": style or "code", "strong": "bold", "em": style or "bold"}
    return tuple(
        # In backticks still, for where there are no colours.
        (f"`{segment.text}`" if segment.kind == "code" else segment.text, kinds[segment.kind])
        for segment in segments
    )


def _wrapped(segments: Sequence[Segment], width: int, indent: str, style: str) -> list[Row]:
    """The segments in lines that break between words."""
    rows: list[Row] = []
    line: list[Span] = []
    used = len(indent)
    for text, kind in _styled(segments, style):
        for word in _words(text):
            if used + columns_of(word.rstrip()) > width and used > len(indent):
                rows.append(((indent, ""), *line))
                line, used, word = [], len(indent), word.lstrip()
            if line and line[-1][1] == kind:
                line[-1] = (line[-1][0] + word, kind)
            else:
                line.append((word, kind))
            used += columns_of(word)
    if line:
        rows.append(((indent, ""), *line))
    return rows


def _words(text: str) -> Iterator[str]:
    """The words of a text, each with the space after it; new lines count as spaces."""
    parts = text.replace("\n", " ").split(" ")
    for part in parts[:-1]:
        yield part + " "
    if parts[-1]:
        yield parts[-1]


def _fold(text: str, width: int) -> list[str]:
    rows = _wrapped((Segment("text", text),), width, "", "")
    return ["".join(part for part, _ in row).rstrip() for row in rows] or [""]


def _near(path: Path) -> str:
    """A path as it is shortest to read from the current folder."""
    try:
        return str(path.resolve().relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)


def _print_with_rich(rows: Sequence[Row]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, markup=False, emoji=False)
    for row in rows:
        console.print(
            Text.assemble(*((text, STYLES[style]) for text, style in row)), soft_wrap=True
        )
