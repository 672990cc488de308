"""The stub that a learner edits: code from `stub.py`, docstrings from the texts of a language."""

from __future__ import annotations

import ast
import textwrap
from typing import Any

from grader.exercise import Exercise, Texts


def stub_in(exercise: Exercise, language: str) -> str:
    """The stub with its docstrings in this language."""
    return with_docstrings(exercise.stub, exercise.texts(language))


def with_docstrings(source: str, texts: Texts) -> str:
    """Source of a stub with every docstring replaced by the text's: the module's and, by name,
    each function's or class's. `Linear.call` names a method."""
    lines = source.splitlines()
    tree = ast.parse(source)
    module_text = f"{texts.title}\n\n{texts.statement.strip()}"
    places: list[tuple[Any, str, str]] = [(tree, module_text, "")]
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in texts.docstrings:
            places.append((node, texts.docstrings[node.name], "    "))
    for node, text, indent in reversed(places):
        if not node.body or ast.get_docstring(node, clean=False) is None:
            continue
        first = node.body[0]
        written = f'"""{text.strip()}\n"""' if "\n" in text.strip() else f'"""{text.strip()}"""'
        # A backslash in a text is meant as one.
        written = ("r" if "\\" in written else "") + written
        lines[first.lineno - 1 : first.end_lineno] = textwrap.indent(written, indent).splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"
