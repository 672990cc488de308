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
    from grader.authoring.verify_all import verify_all

    found = find_course(named=course)
    chosen = [found.manifest(name).name for name in names]
    chosen = chosen or [manifest.name for manifest in found.exercises]
    failed = 0
    for name, proofs in zip(chosen, verify_all(found, chosen, record), strict=True):
        click.secho(name, bold=True)
        for proof in proofs:
            click.echo(f"  {'ok' if proof.holds else 'FAILED'}  {proof.what}")
            for problem in proof.problems:
                click.echo(f"          {problem}")
            failed += not proof.holds
    if failed:
        click.echo(f"{failed} of the proofs failed", err=True)
    return 1 if failed else 0
