"""A submission's source as lines of coloured segments.

The source is a stranger's, and it is read in the trusted process: by `tokenize`, which runs
nothing, only as far as it can be read, and only up to a size. (Pygments would take as long to
compile its expressions as the rest of the report does to be written.)
"""

from __future__ import annotations

import io
import keyword
import tokenize
from collections.abc import Collection
from typing import Literal

import msgspec

from grader.safe_text import safe_text

Style = Literal["", "keyword", "string", "comment", "number", "name"]

MOST_CHARACTERS = 24_000
MOST_LINES = 600
LONGEST_LINE = 300


class Line(msgspec.Struct, frozen=True):
    """A line of source. involved: whether the first thing to fix has to do with it."""

    number: int
    segments: tuple[tuple[Style, str], ...]
    involved: bool = False


class Listing(msgspec.Struct, frozen=True):
    """Source to show; cut: whether something of it is left out."""

    lines: tuple[Line, ...]
    cut: bool = False

    @property
    def involved(self) -> tuple[int, ...]:
        return tuple(line.number for line in self.lines if line.involved)


def listing(
    source: str,
    involved: Collection[int] = (),
    most: int = MOST_CHARACTERS,
    colour: bool = True,
) -> Listing:
    """The lines of a source, from those before the first that is involved where it is long."""
    lines = source.split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    styles = _styles(source) if colour and len(source) <= MOST_CHARACTERS else {}
    start = 0
    if len(lines) > MOST_LINES or len(source) > most:
        start = max(min(involved, default=1) - 21, 0)
    shown: list[Line] = []
    used = 0
    for number in range(start, len(lines)):
        used += min(len(lines[number]), LONGEST_LINE) + 12
        if used > most or len(shown) == MOST_LINES:
            break
        text = lines[number].removesuffix("\r")
        shown.append(
            Line(number + 1, _cut(text, styles.get(number + 1, [])), number + 1 in involved)
        )
    return Listing(tuple(shown), cut=len(shown) < len(lines))


def lines_of_function(source: str, name: str) -> range:
    """The line of `def name(`, as a range of one, or an empty one where there is none."""
    if not name.isidentifier() or len(source) > MOST_CHARACTERS * 4:
        return range(0)
    for number, line in enumerate(source.split("\n"), 1):
        words = line.replace("(", " ").replace(":", " ").split(maxsplit=2)
        if len(words) > 1 and words[0] in ("def", "class") and words[1] == name:
            return range(number, number + 1)
    return range(0)


def _cut(text: str, spans: list[tuple[int, int, Style]]) -> tuple[tuple[Style, str], ...]:
    segments: list[tuple[Style, str]] = []
    end = 0
    for start, stop, style in spans:
        start, stop = max(start, end), min(stop, LONGEST_LINE)
        if stop <= start:
            continue
        if start > end:
            segments.append(("", safe_text(text[end:start])))
        segments.append((style, safe_text(text[start:stop])))
        end = stop
    if end < len(text):
        rest = safe_text(text[end : max(LONGEST_LINE, end)])
        segments.append(("", rest + ("…" if len(text) > LONGEST_LINE else "")))
    return tuple(segments)


def _styles(source: str) -> dict[int, list[tuple[int, int, Style]]]:
    """For each line (from 1), where what begins and ends; as far as the source can be read."""
    spans: dict[int, list[tuple[int, int, Style]]] = {}
    before = ""
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            style = _style(token, before)
            if token.type not in (tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT):
                before = token.string
            if style:
                (first, start), (last, stop) = token.start, token.end
                for line in range(first, last + 1):
                    left = start if line == first else 0
                    right = stop if line == last else LONGEST_LINE
                    spans.setdefault(line, []).append((left, right, style))
    except Exception:
        # Half a file, or none of Python: what was read so far keeps its colours.
        pass
    return spans


def _style(token: tokenize.TokenInfo, before: str) -> Style:
    match token.type:
        case tokenize.NAME if keyword.iskeyword(token.string):
            return "keyword"
        case tokenize.NAME if before in ("def", "class"):
            return "name"
        case tokenize.STRING:
            return "string"
        case tokenize.COMMENT:
            return "comment"
        case tokenize.NUMBER:
            return "number"
    # Python 3.12 takes f-strings apart; their text is a string all the same.
    return "string" if tokenize.tok_name[token.type].startswith("FSTRING") else ""
