"""The attack corpus: each attack gains nothing under all layers, and something without its own.

An attack is a file in `corpus/`. Its first lines say what it tries and which layers stop it; its
`f()` returns a text that begins with `gained` where it succeeded. One that never succeeds would
prove nothing, so each has to succeed in a control run with its layers switched off.
"""

from __future__ import annotations

import importlib.util
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.py"))
_PATH = Path(__file__).parents[1] / "sandbox" / "test_isolation.py"
_spec = importlib.util.spec_from_file_location("isolation", _PATH)
assert _spec is not None
assert _spec.loader is not None
isolation: Any = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(isolation)

pytestmark = isolation.pytestmark


def layers_of(attack: Path) -> tuple[str, ...]:
    found = re.search(r"^# stopped by: (.*)$", attack.read_text("utf-8"), re.MULTILINE)
    assert found, f"{attack.name} does not say what stops it"
    return tuple(found[1].split(", "))


@cache
def gained(who: str, without: tuple[str, ...]) -> dict[str, str]:
    """What each attack that these layers stop (all of them: with no layer off) came to."""
    attacks = [attack for attack in CORPUS if not without or layers_of(attack) == without]
    sources = [attack.read_text("utf-8") for attack in attacks]
    _, _, level, told = isolation.ask(who, without, sources=sources)
    assert without or level == "strict"
    return {attack.name: text(outcomes) for attack, outcomes in zip(attacks, told, strict=True)}


def text(outcomes: list[Any]) -> str:
    stopped, *entries = outcomes
    outcome = stopped or entries[0]
    value = outcome.get("value")
    return value if isinstance(value, str) else f"{outcome['outcome']}: {outcome}"


@pytest.mark.parametrize("who", isolation.WHO)
def test_no_attack_gains_anything(who: str) -> None:
    """Under all layers, whoever the grader runs as."""
    found = gained(who, ())
    assert len(found) == len(CORPUS)
    assert {name: told for name, told in found.items() if told.startswith("gained")} == {}


@pytest.mark.parametrize("layers", sorted({layers_of(attack) for attack in CORPUS}))
def test_every_attack_succeeds_without_its_layers(layers: tuple[str, ...]) -> None:
    found = gained(isolation.WHO[0], layers)
    assert {name: told for name, told in found.items() if not told.startswith("gained")} == {}


def test_the_attacks_left_nothing_behind() -> None:
    """Neither do the control runs, which could."""
    left = [*Path("/tmp").glob("grade-attack*"), *Path("/dev/shm").glob("grade-attack*")]
    assert left == []
