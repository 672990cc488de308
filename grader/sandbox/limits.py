"""Every limit of the sandbox, in one place. An exercise overrides them under `[limits]`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

MIB = 2**20
MAX_SOURCE_BYTES = 256 * 2**10
MAX_NOTEBOOK_BYTES = 5 * MIB


@dataclass(frozen=True)
class Limits:
    """Limits of one implementation's run.

    CPU time decides; wall time, `wall_factor` times as long, ends only what sleeps.

    case_seconds, total_seconds: CPU time of one case and of the submission, in seconds.
    memory:       bytes above what the zygote has mapped (numpy) or of resident memory.
    address_space: bytes of address space (tensorflow); None follows from `memory`.
    output:       bytes of printed output that are kept.
    returned:     bytes of arrays in one returned value.
    file_size:    bytes of one written file.
    open_files, restarts: counts.
    """

    case_seconds: float = 1.0
    total_seconds: float = 5.0
    wall_factor: float = 10.0
    memory: int = 512 * MIB
    address_space: int | None = None
    output: int = 1 * MIB
    returned: int = 64 * MIB
    file_size: int = 16 * MIB
    open_files: int = 64
    restarts: int = 3


DEFAULTS = {
    "numpy": Limits(),
    "tensorflow": Limits(
        case_seconds=10.0,
        total_seconds=30.0,
        memory=1024 * MIB,
        address_space=4096 * MIB,
        open_files=256,
    ),
}


def limits_for(runtime: str, overrides: Mapping[str, Any]) -> Limits:
    """The limits of an exercise: its runtime's, and what its manifest says otherwise."""
    return replace(DEFAULTS[runtime], **overrides)
