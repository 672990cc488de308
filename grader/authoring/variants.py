"""Wrong and right answers as implementations.

`misconceptions.py` and `right_answers.py` hold classes. Each groups functions (and classes) that
replace those of the same name in the reference of the exercise's runtime; together they are a
whole file, as a learner would hand it in.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader.errors import CourseError
from grader.exercise import Exercise
from grader.sandbox.runner import Implementation


def misconceptions(exercise: Exercise) -> Mapping[str, Implementation]:
    """The known-wrong answers by their id, in the order of the file."""
    return _variants(exercise, exercise.folder / "misconceptions.py")


def right_answers(exercise: Exercise) -> Mapping[str, Implementation]:
    """Right answers in other styles, by their name."""
    return _variants(exercise, exercise.folder / "right_answers.py")


def reference(exercise: Exercise, runtime: str) -> Implementation:
    """`reference_numpy.py` or `reference_tensorflow.py`."""
    path = exercise.folder / f"reference_{runtime}.py"
    try:
        return Implementation(path.read_text("utf-8"), path.name)
    except FileNotFoundError:
        raise CourseError(path, "this file is missing") from None


def empty_answers(exercise: Exercise) -> Mapping[str, Implementation]:
    """What deserves no point: the untouched stub, and functions that answer without thinking."""
    parameters = {name: _parameter_names(exercise, name) for name in exercise.functions}
    answers = {
        "returns None": "return None",
        "returns 0": "return 0",
        "returns 1": "return 1",
        "returns NaN": "return float('nan')",
        "returns an empty array": "import numpy; return numpy.empty(0)",
        "returns an empty tuple": "return ()",
        "returns True": "return True",
        "returns its first argument": "return arguments[0] if arguments else None",
    }
    found = {"the stub": Implementation(exercise.stub)}
    for name, body in answers.items():
        found[name] = Implementation(
            "\n".join(_definition(exercise, f, "*arguments, **options", body) for f in parameters)
        )
    found["raises ValueError naming every argument"] = Implementation(
        "\n".join(
            _definition(exercise, f, "*arguments, **options", f"raise ValueError({' '.join(n)!r})")
            for f, n in parameters.items()
        )
    )
    return found


def _definition(exercise: Exercise, name: str, parameters: str, body: str) -> str:
    tree = ast.parse(exercise.stub)
    node: Any = next(n for n in tree.body if getattr(n, "name", None) == name)
    if isinstance(node, ast.FunctionDef):
        return f"def {name}({parameters}):\n    {body}\n"
    methods = [m.name for m in node.body if isinstance(m, ast.FunctionDef)]
    lines = [f"def {m}(self, {parameters}):\n    {body}" for m in methods if m != "__init__"]
    lines.append("def __init__(self, *arguments, **options):\n    pass")
    # As a learner would: a class whose methods answer, callable where it is called.
    lines.append(f"def __call__(self, {parameters}):\n    {body}")
    return f"class {name}:\n" + textwrap.indent("\n".join(lines), "    ") + "\n"


def _parameter_names(exercise: Exercise, function: str) -> list[str]:
    node = next(n for n in ast.parse(exercise.stub).body if getattr(n, "name", None) == function)
    functions = [n for n in ast.walk(node) if isinstance(n, ast.FunctionDef)]
    names = [a.arg for f in functions for a in f.args.args if a.arg != "self"]
    return list(dict.fromkeys(names))


def _variants(exercise: Exercise, path: Path) -> dict[str, Implementation]:
    try:
        source = path.read_text("utf-8")
        tree = ast.parse(source)
    except FileNotFoundError:
        raise CourseError(path, "this file is missing") from None
    except SyntaxError as error:
        raise CourseError(path, str(error.msg), error.lineno) from error
    base = reference(exercise, exercise.manifest.runtime).source
    shared = [
        ast.get_source_segment(source, node) or ""
        for node in tree.body
        if isinstance(node, ast.Import | ast.ImportFrom | ast.FunctionDef | ast.Assign)
    ]
    found = {}
    for node in tree.body:
        if isinstance(node, ast.ClassDef):
            parts = [base, *shared, _body(source, node)]
            found[node.name] = Implementation("\n\n\n".join(parts) + "\n", f"{node.name}.py")
    if not found:
        raise CourseError(path, "it holds no class; write one for each answer")
    return found


def _body(source: str, node: ast.ClassDef) -> str:
    members = [
        member
        for member in node.body
        if not (isinstance(member, ast.Expr) and isinstance(member.value, ast.Constant))
    ]
    lines = source.splitlines()
    parts = []
    for member in members:
        decorators = getattr(member, "decorator_list", [])
        start = min([member.lineno, *(d.lineno for d in decorators)])
        parts.append(textwrap.dedent("\n".join(lines[start - 1 : member.end_lineno])))
    return "\n\n\n".join(parts)
