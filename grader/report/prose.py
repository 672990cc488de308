"""The course's Markdown as data: blocks of segments, which a template escapes like any text.

Code, emphasis and paragraphs are all that most texts use; they are read right here. A text with
more (lists, fenced code, headings, links) is read by Markdown-it, whose import costs more than a
whole report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from grader.safe_text import safe_text

Kind = Literal["text", "code", "strong", "em"]
BlockKind = Literal["paragraph", "item", "code", "heading", "quote"]


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
# A line that begins a block other than a paragraph, or a link, an escape or an entity.
_MORE = re.compile(
    r"^(?:\s*(?:[-+*>#|]|\d+[.)])\s|```|~~~|    )|\]\(|\\[!-/]|&#?\w+;|^\|", re.MULTILINE
)


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
    return tuple(
        Block("paragraph", inline(" ".join(part.split()))) for part in paragraphs if part.strip()
    )


def plain(markdown: str) -> str:
    """A text without its marks, for a terminal."""
    return "".join(segment.text for segment in inline(markdown))


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
                yield Block(shown, tuple(_segments(token.children or [])), label)


def _segments(tokens: list[Any]) -> Iterator[Segment]:
    style: Kind = "text"
    for token in tokens:
        match token.type:
            case "strong_open":
                style = "strong"
            case "em_open":
                style = "em"
            case "strong_close" | "em_close":
                style = "text"
            case "code_inline":
                yield Segment("code", safe_text(token.content))
            case "softbreak" | "hardbreak":
                yield Segment(style, " ")
            case "link_close" | "link_open" | "image":
                # A report opens nothing: of a link, the words are kept.
                continue
            case _:
                yield Segment(style, safe_text(token.content))
