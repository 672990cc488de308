"""`grade start NAME`: puts a fresh stub in place."""

from __future__ import annotations

import os

import click

from grader.cli.options import course_option, language_option
from grader.course import find_course
from grader.errors import UsageError


@click.command("start", epilog="Example: grade start conv_padding --lang ko")
@click.argument("name")
@click.option("--overwrite", is_flag=True, help="Replace work that is there already.")
@course_option
@language_option
def command(name: str, overwrite: bool, course: str | None, language: str | None) -> int:
    """Writes the exercise's stub into `exercises/`; work that is there is never overwritten
    unless --overwrite says so."""
    from grader.exercise import load_exercise
    from grader.stub import stub_in
    from grader.words import translator

    _ = translator(language or "en")
    found = find_course(named=course)
    exercise = load_exercise(found, name)
    path = found.root / "exercises" / f"{name}.py"
    shown = os.path.relpath(path)
    stubs = {stub_in(exercise, known) for known in found.languages}
    if path.exists() and not overwrite and path.read_text("utf-8", "replace") not in stubs:
        raise UsageError(f"{shown} holds work already; `--overwrite` would replace it")
    path.parent.mkdir(exist_ok=True)
    path.write_text(stub_in(exercise, language or "en"), "utf-8")
    click.echo(_("Edit {path}, then run: grade {path}").format(path=shown))
    return 0
