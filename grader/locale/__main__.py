"""`python -m grader.locale` brings the catalogues up to date with the package's words.

It collects what is marked by `_`, `N_` or `translate` in Python and in the templates, adds what is
new to each `grader.po` (to be translated there), drops what is gone, and compiles `grader.mo`.
A third language is a folder of its own here. Exit code 1 where a translation is missing.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LOCALE = Path(__file__).parent
PACKAGE = LOCALE.parent
METHODS = [
    ("report/compiled.py", "ignore"),
    ("**.py", "python"),
    ("**.j2", "jinja2.ext.babel_extract"),
]
MARKS = {"_": None, "N_": None, "translate": None}
# So that a catalogue changes with its words alone.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)

# Said where neither mark can stand: in the sandbox, which knows no languages, and by exceptions.
SAID_ELSEWHERE = (
    "a link was handed in, not a file",
    "a smaller case of this kind ran out of time",
    "earlier cases hung or crashed too often",
    "its process ended itself in the middle of a call",
    "its process was killed, most likely because it used too much memory",
    "of CPU time",
    "of CPU time in all",
    "the file holds binary data; hand in the Python file itself",
    "the file is empty",
    "the file is no Jupyter notebook (format 4)",
    "the link leads nowhere",
    "the notebook has no code cells",
    "this case was not asked",
    "this is a pipe or a device, not a file",
    "this is a socket or a device, not a file",
    "without computing",
)


def words() -> Iterator[str]:
    """Every sentence of the package that is to be translated."""
    yield from SAID_ELSEWHERE
    for _file, _line, message, _comments, _context in extract_from_dir(
        PACKAGE, method_map=METHODS, keywords=MARKS
    ):
        if isinstance(message, str) and message:
            yield message


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/grader.po"))


def po_path(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "grader.po"


def read(language: str) -> Catalog:
    """The catalogue of a language, as it is now."""
    with po_path(language).open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The catalogue with the package's words of now and the translations of before."""
    old = read(language)
    new = Catalog(
        locale=language,
        project="layer-grader",
        version="0",
        copyright_holder="layer-grader",
        msgid_bugs_address="layer-grader",
        creation_date=NO_DATE,
        revision_date=NO_DATE,
        last_translator="layer-grader",
        language_team=language,
        header_comment="# The grader's own words; `python -m grader.locale` keeps this file.",
        fuzzy=False,
    )
    for message in words():
        known = old.get(message)
        new.add(message, known.string if known and not known.fuzzy else "")
    return new


def po_bytes(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_po(file, catalog, width=96, no_location=True, sort_output=True, ignore_obsolete=True)
    return file.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    file = io.BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def missing(catalog: Catalog) -> list[str]:
    """The sentences that have no translation."""
    return [str(message.id) for message in catalog if message.id and not message.string]


def main() -> int:
    """Writes the catalogues; says what is missing."""
    code = 0
    for language in languages():
        catalog = updated(language)
        po_path(language).write_bytes(po_bytes(catalog))
        po_path(language).with_suffix(".mo").write_bytes(mo_bytes(catalog))
        left = missing(catalog)
        print(f"{language}: {len(catalog)} sentences, {len(left)} of them not translated")
        for message in left:
            print(f"  {message!r}")
            code = 1
    return code


if __name__ == "__main__":
    sys.exit(main())
