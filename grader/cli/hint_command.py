"""`grade hint NAME`: the next hint, one at a time."""

from __future__ import annotations

import click

from grader.cli.options import course_option, language_option
from grader.course import find_course


@click.command("hint", epilog="Example: grade hint conv_padding")
@click.argument("name")
@course_option
@language_option
def command(name: str, course: str | None, language: str | None) -> int:
    """Shows the next hint, from a nudge to nearly there; after the last one, all of them again."""
    from grader.exercise import load_exercise
    from grader.progress import Progress, progress, remember_hint
    from grader.words import translator

    _ = translator(language or "en")
    found = find_course(named=course)
    hints = load_exercise(found, name).texts(language or "en").hints
    shown = progress(found).get(name, Progress()).hints_shown
    if shown < len(hints):
        click.echo(
            _("Hint {number} of {count}: {hint}").format(
                number=shown + 1, count=len(hints), hint=hints[shown]
            )
        )
        remember_hint(found, name, shown + 1)
        return 0
    click.echo(_("These are all the hints there are:"))
    for number, hint in enumerate(hints, 1):
        click.echo(f"{number}. {hint}")
    return 0
