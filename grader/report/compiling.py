"""`python -m grader.report.compiling` writes `compiled.py` from the template."""

from __future__ import annotations

import hashlib
from pathlib import Path

import jinja2

from grader.report.html import TEMPLATE, TEMPLATES, environment

COMPILED = Path(__file__).parent / "compiled.py"


def compiled_template() -> str:
    """The text of `compiled.py`, by this version of Jinja2."""
    source = (TEMPLATES / TEMPLATE).read_text("utf-8")
    code = environment().compile(source, TEMPLATE, TEMPLATE, raw=True, defer_init=True)
    head = [
        f'"""{TEMPLATE}, compiled; written by `python -m grader.report.compiling`."""',
        "",
        "# ruff: noqa",
        "# fmt: off",
        "# mypy: ignore-errors",
        f'JINJA = "{jinja2.__version__}"',
        f'SOURCE = "{hashlib.sha256(source.encode()).hexdigest()}"',
    ]
    return "\n".join([*head, code]) + "\n"


if __name__ == "__main__":
    COMPILED.write_text(compiled_template(), "utf-8")
    print(f"wrote {COMPILED}")
