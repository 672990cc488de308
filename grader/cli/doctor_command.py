"""`grade doctor`: what isolation this machine gives, what is missing and how to get it."""

from __future__ import annotations

import dataclasses

import click

from grader.sandbox.limits import DEFAULTS
from grader.sandbox.zygote import CAN_FORK, NEEDED, Settings, Zygote

_RIGHTS = "needs the user namespace, or root"
# Layer, what it keeps out, how to get it.
LAYERS = (
    ("process", "whatever would share memory with the answers", "always there"),
    (
        "user namespace",
        "nothing by itself; it gives an ordinary user the rights for those below",
        "kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0; "
        "root needs none",
    ),
    ("mount namespace", "changes to the system's mounts", _RIGHTS),
    ("root", "every path but the interpreter's and its libraries'", "needs the mount namespace"),
    ("pid namespace", "seeing and signalling other processes", _RIGHTS),
    ("net namespace", "the network, the machine's own services too", _RIGHTS),
    ("ipc namespace", "shared memory and semaphores of others", _RIGHTS),
    ("uts namespace", "the machine's name", _RIGHTS),
    ("uid", "root's rights, where the grader is started as root", "for root, with its own root"),
    ("no_new_privs", "gaining rights from programs", "Linux 3.5"),
    ("landlock", "reading and writing other files", "Linux 5.13, CONFIG_SECURITY_LANDLOCK"),
    ("seccomp", "network, programs, processes, debugging", "Linux 3.17, x86_64 or aarch64"),
)


@click.command("doctor", epilog="Example: grade doctor")
@click.option("--without", multiple=True, hidden=True, help="Leave out a layer, for tests.")
def command(without: tuple[str, ...]) -> int:
    """Shows the layers of the sandbox: which are there, what each keeps out, how to get the
    missing ones; and whether `--isolation strict` can be given.

    Nothing is taken on trust: a locked process attempts what is forbidden. Exit code: 0 where
    strict can be given, 1 where it cannot.
    """
    if not CAN_FORK:
        click.echo("This system cannot fork safely: a fresh interpreter is started for each")
        click.echo("submission, with a time limit. It is not confined, and not tested here.")
        return 1
    fields = dataclasses.asdict(DEFAULTS["numpy"])
    with Zygote(Settings("numpy", fields, without=without)) as zygote:
        zygote.wait_until_ready()
        return show(zygote)


def show(zygote: Zygote) -> int:
    """Prints the table of a zygote's layers; 0 where it can be strict, else 1."""
    there = {layer.rstrip("0123456789").strip(): layer for layer in zygote.layers}
    for name, keeps_out, how in LAYERS:
        if name in there:
            click.echo(f"  there    {there[name]:<16} keeps out {keeps_out}")
        elif name == "user namespace" and "mount namespace" in there:
            click.echo(f"  unneeded {name:<16} the ones below are there without it")
        else:
            click.echo(f"  missing  {name:<16} would keep out {keeps_out}; {how}")
    click.echo()
    for act, outcome in sorted(zygote.acts.items()):
        if outcome != "refused":
            click.echo(f"  a submission's attempt at `{act}` was not refused: {outcome}")
    missing = zygote.missing()
    if not missing:
        click.echo("strict isolation can be given: what it forbids was tried, and refused")
        return 0
    could = ", ".join(NEEDED[act] for act in missing)
    click.echo(f"strict isolation cannot be given: a submission could {could}")
    return 1
