"""`grade verify`: proves exercises, and with `--record` first writes their records."""

from __future__ import annotations

import click

from grader.cli.options import course_option
from grader.course import find_course


@click.command("verify", epilog="Example: grade verify conv_padding --record")
@click.argument("names", nargs=-1)
@click.option("--record", is_flag=True, help="Write stub and records anew, then prove them.")
@course_option
def command(names: tuple[str, ...], record: bool, course: str | None) -> int:
    """Proves the named exercises, or all: references agree, records are fresh, every
    misconception is caught and told apart, empty answers score 0, texts are complete.

    Exit code: 0 when every proof holds, 1 when one does not.
    """
    from grader.authoring.record import Zygotes
    from grader.authoring.verify import verify, write_stub
    from grader.exercise import load_exercise

    found = find_course(named=course)
    chosen = names or tuple(manifest.name for manifest in found.exercises)
    failed = 0
    with Zygotes() as zygotes:
        for name in chosen:
            exercise = load_exercise(found, name)
            click.secho(name, bold=True)
            if record:
                write_stub(exercise)
                exercise = load_exercise(found, name)
            for proof in verify(exercise, zygotes, record):
                click.echo(f"  {'ok' if proof.holds else 'FAILED'}  {proof.what}")
                for problem in proof.problems:
                    click.echo(f"          {problem}")
                failed += not proof.holds
    if failed:
        click.echo(f"{failed} of the proofs failed", err=True)
    return 1 if failed else 0
