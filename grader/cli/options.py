"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from grader.words import LANGUAGES

F = TypeVar("F", bound=Callable[..., Any])


def course_option(command: F) -> F:
    return click.option(
        "--course",
        metavar="DIR",
        help="The course; by default the one above the file or the current folder.",
    )(command)


def language_option(command: F) -> F:
    return click.option(
        "--lang",
        "language",
        type=click.Choice(LANGUAGES),
        default=None,
        envvar="GRADE_LANG",
        help="The language of texts and messages.",
    )(command)


FILE = click.Path(path_type=Path)
