"""View → one HTML file that needs nothing besides itself.

The template is compiled beforehand, into `compiled.py` (`python -m grader.report.compiling`
writes it, a test holds it current), since compiling takes longer than all the rest. With another
version of Jinja2 than it was compiled by, it is compiled on the spot.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from markupsafe import Markup

from grader.report.view import AMOUNTS, View, view_of
from grader.result import Result
from grader.words import translator

if TYPE_CHECKING:
    from grader.exercise import Texts

TEMPLATES = Path(__file__).parent / "templates"
TEMPLATE = "report.html.j2"
# Of a file, in bytes; what would be larger is written again with less in it.
LARGEST = 150_000


def write_report(
    folder: Path,
    result: Result,
    submission_path: Path,
    source: str | None = None,
    texts: Texts | None = None,
) -> Path:
    """Writes `<exercise>.html` into the folder, which is made if need be; returns its path.

    submission_path: what was graded, which is never overwritten by its own report.
    Raises `OSError` where it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{_file_stem(result.exercise)}.html"
    if path.exists() and submission_path.exists() and path.samefile(submission_path):
        raise FileExistsError(f"{path} is the submission itself")
    page = render_result(result, source, texts).encode("utf-8", "backslashreplace")
    # Renamed into place, so that a browser never sees half a page.
    beside = folder / f".{path.name}.{os.getpid()}"
    try:
        beside.write_bytes(page)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def render_result(result: Result, source: str | None = None, texts: Texts | None = None) -> str:
    """The page of a Result, with as much in it as `LARGEST` allows."""
    page = ""
    for amount in AMOUNTS:
        page = render(view_of(result, source, texts, amount))
        if len(page.encode("utf-8", "backslashreplace")) <= LARGEST:
            break
    return page


def render(view: View) -> str:
    """The page of a View."""
    style, script = _asset("report.css"), _asset("report.js")
    return _template().render(
        v=view,
        _=translator(view.language),
        css=Markup(style),
        script=Markup(script),
        csp=content_security_policy(style, script),
    )


def content_security_policy(style: str, script: str) -> str:
    """Nothing is loaded, and no style or script counts but these two."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def environment() -> jinja2.Environment:
    """Everything is escaped, and a name that the View does not have is an error."""
    return jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@functools.cache
def _template() -> jinja2.Template:
    from grader.report import compiled

    if jinja2.__version__ == compiled.JINJA:
        return jinja2.Template.from_module_dict(environment(), vars(compiled), {})
    return environment().from_string((TEMPLATES / TEMPLATE).read_text("utf-8"))


@functools.cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


@functools.cache
def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return "sha256-" + base64.b64encode(digest).decode()


def _file_stem(exercise: str) -> str:
    """The exercise's name; of a Result from elsewhere, what of it is fit for a file's name."""
    return (
        "".join(c for c in exercise[:100] if c.isascii() and (c.isalnum() or c in "_-")) or "report"
    )
