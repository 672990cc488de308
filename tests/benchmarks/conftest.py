"""Benchmarks run when they are asked for by name (`python -m pytest tests/benchmarks`), alone and
one after the other: two at once would measure each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).parent
_TABLE: list[str] = []


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> None:
    if _asked_for(config):
        config.option.numprocesses = 0
        config.option.dist = "no"
        config.option.tx = []


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    return None if _asked_for(config) else True


def _asked_for(config: pytest.Config) -> bool:
    paths = [Path(str(argument).split("::")[0]).resolve() for argument in config.args]
    return any(path == HERE or HERE in path.parents for path in paths)


@pytest.fixture
def table() -> Iterator[list[str]]:
    """Lines for the table that is printed in the end."""
    lines: list[str] = []
    yield lines
    _TABLE.extend(lines)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _TABLE:
        terminalreporter.section("benchmarks")
        for line in _TABLE:
            terminalreporter.write_line(line)
