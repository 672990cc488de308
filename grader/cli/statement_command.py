"""`grade statement NAME`: the task, in the learner's language."""

from __future__ import annotations

import click

from grader.cli.options import course_option, language_option
from grader.course import find_course


@click.command("statement", epilog="Example: grade statement conv_padding --lang ko")
@click.argument("name")
@course_option
@language_option
def command(name: str, course: str | None, language: str | None) -> int:
    """Prints the task: what is computed and why, and each function's contract."""
    from grader.exercise import load_exercise

    exercise = load_exercise(find_course(named=course), name)
    texts = exercise.texts(language or "en")
    click.secho(texts.title, bold=True)
    click.echo()
    click.echo(texts.statement.strip())
    for function in exercise.functions:
        parameters = ", ".join(str(p) for p in exercise.parameters(function))
        click.echo()
        click.secho(f"{function}({parameters})", bold=True)
        click.echo(texts.docstrings[function].strip())
    return 0
