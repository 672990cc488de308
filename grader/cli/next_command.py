"""`grade next`: the exercise to do next."""

from __future__ import annotations

import click

from grader.cli.options import course_option, language_option
from grader.course import find_course


@click.command("next", epilog="Example: grade next")
@course_option
@language_option
def command(course: str | None = None, language: str | None = None) -> int:
    """Says which exercise comes next: the first of the course that has not been passed."""
    from grader.exercise import Exercise
    from grader.progress import progress
    from grader.words import translator

    _ = translator(language or "en")
    found = find_course(named=course)
    known = progress(found)
    for manifest in found.exercises:
        if manifest.name in known and known[manifest.name].outcome == "passed":
            continue
        title = Exercise(manifest, found).texts(language or "en").title
        click.echo(_("Next: {name} ({title})").format(name=manifest.name, title=title))
        path = found.root / "exercises" / f"{manifest.name}.py"
        if path.is_file():
            click.echo(_("Edit {path}, then run: grade {path}").format(path=_shown(path)))
        else:
            click.echo(_("Begin with: grade start {name}").format(name=manifest.name))
        return 0
    click.echo(_("Every exercise is passed."))
    return 0


def _shown(path: object) -> str:
    import os

    return os.path.relpath(str(path))
