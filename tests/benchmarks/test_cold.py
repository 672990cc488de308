"""One submission, cold: from the command to the written report."""

from __future__ import annotations

import sys
from pathlib import Path

from grader.authoring.variants import misconceptions, reference
from grader.course import find_course
from grader.exercise import load_exercise

from .measuring import BASELINE, FLOOR, GRADE, ROOT, medians


def _written(folder: Path, exercise: str, name: str) -> Path:
    loaded = load_exercise(find_course(named=str(ROOT)), exercise)
    source = reference(loaded, loaded.manifest.runtime).source
    if name != "right":
        source = misconceptions(loaded)[name].source
    path = folder / f"{name}.py"
    path.write_text(source, "utf-8")
    return path


def _grade(path: Path, exercise: str, reports: Path) -> list[str]:
    options = ["--course", str(ROOT), "--exercise", exercise, "--report-dir", str(reports)]
    return [*GRADE, str(path), *options]


def test_cold_numpy(tmp_path: Path, table: list[str]) -> None:
    """Right ≤ 2.2 × the floor, wrong ≤ 2.8 ×, and both ≤ 1/10 of the baseline."""
    right = _written(tmp_path, "conv_padding", "right")
    wrong = _written(tmp_path, "conv_padding", "odd_zero_before")
    taken = medians(
        {
            "floor": FLOOR,
            "right": _grade(right, "conv_padding", tmp_path),
            "wrong": _grade(wrong, "conv_padding", tmp_path),
            "baseline": BASELINE,
        },
        {"baseline": {"SUBMISSION": str(right)}},
    )
    table.append("one submission, cold, numpy runtime        seconds   × floor   baseline ÷")
    for name, time in taken.items():
        ratio, less = time / taken["floor"], taken["baseline"] / time
        table.append(f"  {name:<40} {time:7.3f} {ratio:9.2f} {less:12.1f}")
    assert (tmp_path / "conv_padding.html").is_file()
    assert taken["right"] <= 2.2 * taken["floor"]
    assert taken["wrong"] <= 2.8 * taken["floor"]
    assert taken["wrong"] <= taken["baseline"] / 10


def test_cold_tensorflow(tmp_path: Path, table: list[str]) -> None:
    """A right and a wrong dense layer ≤ 1.3 × `import tensorflow`."""
    taken = medians(
        {
            "import tensorflow": [sys.executable, "-c", "import tensorflow"],
            "right": _grade(_written(tmp_path, "dense_layer", "right"), "dense_layer", tmp_path),
        }
    )
    floor = taken["import tensorflow"]
    table.append("one submission, cold, tensorflow runtime   seconds   × import")
    for name, time in taken.items():
        table.append(f"  {name:<40} {time:7.3f} {time / floor:9.2f}")
    assert taken["right"] <= 1.3 * floor
