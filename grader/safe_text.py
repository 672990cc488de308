"""Text from outside made inert: whatever it holds, showing it does nothing but show it.

Names, messages, printed output and source come from submissions. On a terminal a control
character moves the cursor or rewrites the line above; in a browser a bidirectional mark reverses
what is read. `safe_text` leaves letters and spaces alone and spells out the rest (`\\x1b`,
`\\u202e`). HTML's own characters are the template's business, which escapes them itself.
"""

from __future__ import annotations

import re
import unicodedata

# Control, format, surrogate, private use, unassigned, line and paragraph separators.
_SPELT_OUT = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Letters by category, but drawn as nothing at all.
_INVISIBLE = frozenset("\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
_MARKS = frozenset({"Mn", "Mc", "Me"})
# More marks than this on one letter are there to climb over the lines above.
MOST_MARKS = 4
# What needs no look: printable ASCII, tab, new line; Hangul, kana and common ideographs.
_ODD = re.compile(
    r"[^\x20-\x7e\t\n\u3041-\u3096\u30a1-\u30fa\u3131-\u3163\u4e00-\u9fcc\uac00-\ud7a3]+"
)


def safe_text(text: object, limit: int | None = None) -> str:
    """The text with everything spelt out that is not simply seen; never raises.

    limit: of the characters that come back; a longer text ends in `…`.
    """
    if not isinstance(text, str):
        try:
            text = str(text)
        except Exception:
            text = f"<{type(text).__name__}>"
    if limit is not None:
        # Spelling out only lengthens, so what lies beyond the limit is never needed.
        cut, text = len(text) > limit, text[:limit]
        safe = _ODD.sub(_spelt_out, text)
        if cut or len(safe) > limit:
            return safe[: max(limit - 1, 0)] + "…"[:limit]
        return safe
    return _ODD.sub(_spelt_out, text)


def one_line(text: object, limit: int = 200) -> str:
    """As `safe_text`, and in one line: for names and the middle of sentences."""
    return " ".join(safe_text(text, limit).split())


def _spelt_out(found: re.Match[str]) -> str:
    parts = []
    marks = 0
    for char in found[0]:
        category = unicodedata.category(char)
        marks = marks + 1 if category in _MARKS else 0
        if category in _SPELT_OUT or char in _INVISIBLE or marks > MOST_MARKS:
            parts.append(_escape(ord(char)))
        else:
            parts.append(char)
    return "".join(parts)


def _escape(code: int) -> str:
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
