"""The command group. Each word is a module of this package, imported when it is asked for."""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from grader import __version__
from grader.errors import GraderError, UsageError
from grader.safe_text import safe_text
from grader.sandbox.zygote import SandboxError

# Word → what `grade --help` says of it; the module of the same name has `command`.
COMMANDS = {
    "doctor": "What isolation this machine gives, and what is missing.",
    "hint": "The next hint for an exercise, one at a time.",
    "list": "The exercises in order, and how far I am.",
    "new": "A new exercise for a course, to be filled in.",
    "next": "The exercise to do next.",
    "start": "Puts a fresh stub in place.",
    "statement": "The task of an exercise.",
    "verify": "Proves the exercises of a course.",
}


class Words(click.Group):
    """The words of `COMMANDS`; anything else is a file to grade."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name in COMMANDS or name == "file":
            module = importlib.import_module(f"grader.cli.{name}_command")
            return module.command  # type: ignore[no-any-return]
        return None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] not in (*COMMANDS, "file"):
            return "file", self.get_command(ctx, "file"), args
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        # Options of grading may stand before the file: `grade --lang ko FILE`.
        if args and args[0].startswith("-") and args[0] not in ("--help", "--version", "-h"):
            args = ["file", *args]
            ctx.obj = "file"
        return super().parse_args(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(
    cls=Words,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: grade exercises/conv_padding.py",
)
@click.version_option(__version__)
@click.pass_context
def grade(ctx: click.Context) -> None:
    """Grades exercises on deep learning layers: `grade FILE...`.

    Everything that is none of the commands below is a file to grade; `grade file --help` shows
    the options for that.
    """
    if ctx.invoked_subcommand is None:
        from grader.cli.next_command import command

        ctx.invoke(command)


def run(arguments: list[str] | None = None) -> int:
    """Runs the command line; returns the exit code: 0, 1, 2 (usage) or 3 (the grader failed)."""
    try:
        outcome: Any = grade.main(arguments, prog_name="grade", standalone_mode=False)
        return outcome if isinstance(outcome, int) else 0
    except click.exceptions.Exit as exit_:
        return exit_.exit_code
    except click.ClickException as error:
        error.show()
        return 2
    except click.Abort:
        click.echo("stopped", err=True)
        return 130
    except UsageError as error:
        click.echo(f"grade: {safe_text(error)}", err=True)
        return 2
    except (GraderError, SandboxError) as error:
        click.echo(f"grade: the grader could not grade: {safe_text(error)}", err=True)
        return 3
    except BrokenPipeError:
        # Whoever read the output has read enough; nothing is left to say.
        sys.stderr.close()
        return 0
    except Exception as error:  # never a traceback of the grader
        click.echo(
            f"grade: the grader failed: {type(error).__name__}: {safe_text(error)}\n"
            "This is a fault of the grader, not of the submission. "
            "GRADE_DEBUG=1 shows where it happened.",
            err=True,
        )
        import os

        if os.environ.get("GRADE_DEBUG"):
            raise
        return 3
