"""`grade new NAME`: a new exercise for a course."""

from __future__ import annotations

import click

from grader.cli.options import course_option
from grader.course import find_course


@click.command("new", epilog="Example: grade new batch_norm")
@click.argument("name")
@click.option("--runtime", type=click.Choice(["numpy", "tensorflow"]), default="numpy")
@course_option
def command(name: str, runtime: str, course: str | None) -> int:
    """Writes every file that an exercise has, with a working example and a TODO wherever the
    author has to write. `grade verify NAME` lists the TODOs that are left."""
    from grader.authoring.skeleton import write_skeleton

    folder = write_skeleton(find_course(named=course), name, runtime)
    click.echo(f"{folder} is written. Replace its TODOs, then run:")
    click.echo(f"  grade verify {name} --record")
    return 0
