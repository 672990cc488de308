"""`grade list`: the exercises in order, and how far I am."""

from __future__ import annotations

import click

from grader.cli.options import course_option, language_option
from grader.course import find_course, read_toml


@click.command("list", epilog="Example: grade list")
@course_option
@language_option
def command(course: str | None, language: str | None) -> int:
    """Lists the exercises of the course in order, with the last outcome of each."""
    from grader.progress import Progress, progress
    from grader.words import translator

    found = find_course(named=course)
    known = progress(found)
    _ = translator(language or "en")
    section = None
    for manifest in found.exercises:
        if manifest.section != section:
            section = manifest.section
            click.secho(section, bold=True)
        done = known.get(manifest.name, Progress())
        state = "·"
        if done.outcome is not None:
            state = "✓" if done.outcome == "passed" else f"{done.points:g}/{done.max_points:g}"
        path = manifest.folder / f"text.{language or 'en'}.toml"
        title = read_toml(path if path.is_file() else manifest.folder / "text.en.toml")["title"]
        runtime = "" if manifest.runtime == "numpy" else f"  ({manifest.runtime})"
        click.echo(f"  {state:>6}  {manifest.name:<24} {title}{runtime}")
    return 0
