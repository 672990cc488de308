"""`grade doctor`: what isolation this machine gives."""

from __future__ import annotations

import click

from grader.sandbox.zygote import CAN_FORK


@click.command("doctor", epilog="Example: grade doctor")
def command() -> int:
    """Tells what the sandbox can do on this machine."""
    fork = "one child is forked for each submission"
    if not CAN_FORK:
        fork = "a fresh interpreter is started for each submission (slower; not tested here)"
    click.echo(f"processes        {fork}")
    click.echo("resource limits  CPU time, memory, file size, open files")
    return 0
