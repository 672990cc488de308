"""The course's Markdown as data: blocks of segments, which a template escapes like any text.

Code, emphasis and paragraphs are all that most texts use; they are read right here. Of a text with
more, Markdown-it finds the blocks (lists, fenced code, headings); its import costs as much as a
whole report. Emphasis is read here in any case: by the letter of CommonMark the asterisks of
`**편향(bias)**을` would stay, since a Korean particle follows without a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

from grader.safe_text import safe_text

Kind = Literal["text", "code", "strong", "em"]
BlockKind = Literal["paragraph", "item", "code", "heading"]


class Segment(msgspec.Struct, frozen=True):
    """A piece of a line, all in one style."""

    kind: Kind
    text: str


class Block(msgspec.Struct, frozen=True):
    """A paragraph or the like; label: a list item's mark."""

    kind: BlockKind
    segments: tuple[Segment, ...]
    label: str = ""

    @property
    def text(self) -> str:
        return "".join(segment.text for segment in self.segments)


# A run of backticks up to the next run of the same length; emphasis that hugs its words.
_TICKS = r"(?P<ticks>(?<!`)`+(?!`))(?P<code>.+?)(?<!`)(?P=ticks)(?!`)"
_CODE = re.compile(_TICKS, re.DOTALL)
_INLINE = re.compile(
    _TICKS + r"|\*\*(?=\S)(?P<strong>[^*]+?)(?<=\S)\*\*"
    r"|(?<!\*)\*(?=\S)(?P<em>[^*]+?)(?<=\S)\*(?!\*)",
    re.DOTALL,
)
# A line that begins a block other than a paragraph.
_MORE = re.compile(r"^(?:\s*(?:[-+*>#]|\d+[.)])\s|```|~~~|    |\|)", re.MULTILINE)
# A report opens nothing: of a link or an image, the words are kept.
_LINK = re.compile(r"!?\[([^\]]+)\]\([^)\s]*\)")


def inline(text: str) -> tuple[Segment, ...]:
    """The segments of one paragraph."""
    return _inline(_INLINE, safe_text(text))


def sentence(text: str) -> tuple[Segment, ...]:
    """The segments of a sentence of the grader's: names in backticks, and a capital to begin."""
    if re.match("[a-z]+ ", text):
        text = text[0].upper() + text[1:]
    return _inline(_CODE, safe_text(text))


def _inline(pattern: re.Pattern[str], text: str) -> tuple[Segment, ...]:
    segments: list[Segment] = []
    end = 0
    for found in pattern.finditer(text):
        if found.start() > end:
            segments.append(Segment("text", text[end : found.start()]))
        kind: Kind = found.lastgroup  # type: ignore[assignment]
        inner = found[kind]
        if kind == "code" and inner.strip() and inner[0] == inner[-1] == " ":
            inner = inner[1:-1]
        segments.append(Segment(kind, inner))
        end = found.end()
    if end < len(text):
        segments.append(Segment("text", text[end:]))
    return tuple(segments)


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a text of the course."""
    if _MORE.search(markdown):
        return tuple(_by_markdown_it(markdown))
    paragraphs = re.split(r"\n\s*\n", markdown.strip())
    return tuple(Block("paragraph", _words_of(part)) for part in paragraphs if part.strip())


def _words_of(text: str) -> tuple[Segment, ...]:
    return inline(_LINK.sub(r"\1", " ".join(text.split())))


def _by_markdown_it(markdown: str) -> Iterator[Block]:
    from markdown_it import MarkdownIt

    kind: BlockKind = "paragraph"
    labels: list[str] = []
    numbers: list[int] = []
    for token in MarkdownIt("commonmark", {"html": False}).parse(markdown):
        match token.type:
            case "heading_open":
                kind = "heading"
            case "heading_close":
                kind = "paragraph"
            case "ordered_list_open":
                numbers.append(int(token.attrs.get("start", 1)))
            case "bullet_list_open":
                numbers.append(-1)
            case "ordered_list_close" | "bullet_list_close":
                numbers.pop()
            case "list_item_open":
                labels.append("•" if numbers[-1] < 0 else f"{numbers[-1]}.")
                numbers[-1] += 1 if numbers[-1] >= 0 else 0
            case "fence" | "code_block":
                yield Block("code", (Segment("text", safe_text(token.content.rstrip("\n"))),))
            case "inline":
                shown: BlockKind = "item" if numbers and labels else kind
                label = labels.pop() if labels else ""
                yield Block(shown, _words_of(token.content), label)
