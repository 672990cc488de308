"""The pytest entry point: one option, and nothing imported until it is given."""

from __future__ import annotations

from typing import Any


def pytest_addoption(parser: Any) -> None:
    group = parser.getgroup("layer-grader")
    group.addoption(
        "--submission",
        metavar="FILE",
        help="judge this file with the checks of an exercise (solutions/NAME/checks.py)",
    )


def pytest_configure(config: Any) -> None:
    if config.getoption("--submission", None):
        from grader.checks.plugin import CommandLine

        config.pluginmanager.register(CommandLine(config.getoption("--submission")))
