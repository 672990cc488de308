"""A Result's outcome in a few words, and its checks in the order in which they are shown."""

from __future__ import annotations

from collections.abc import Sequence

from grader.result import CheckResult, Result
from grader.safe_text import one_line
from grader.words import Translate


def verdict(result: Result, _: Translate) -> str:
    """How it went, in one sentence."""
    passed = sum(check.outcome == "passed" for check in result.checks)
    counts = {"passed": passed, "total": len(result.checks)}
    match result.outcome:
        case "passed":
            return _("Every check passed.")
        case "not_started":
            return _("Not started yet: nothing is written so far.")
        case "refused":
            return _("This file could not be graded.")
        case "error":
            return _("The file could not be imported, so nothing was checked.")
        case "timed_out" if not result.checks:
            return _("Importing the file took too long, so nothing was checked.")
        case "timed_out":
            return _("{passed} of {total} checks passed; a call took too long.").format(**counts)
        case "crashed":
            return _("{passed} of {total} checks passed; a call ended its process.").format(
                **counts
            )
    if not passed:
        return _("None of {total} checks passed yet.").format(**counts)
    return _("{passed} of {total} checks passed.").format(**counts)


def score(result: Result, _: Translate) -> str:
    """The points, as `14 of 22 points`."""
    return _("{points} of {max_points} points").format(
        points=f"{result.points:g}", max_points=f"{result.max_points:g}"
    )


def state_of(result: Result, check: CheckResult) -> str:
    """What a check's mark shows: passed, failed, or unclear, where there is nothing to judge."""
    if check.outcome == "passed":
        return "passed"
    unclear = check.outcome == "not_run" or result.outcome == "not_started"
    return "unclear" if unclear else "failed"


def outcome_word(outcome: str, _: Translate) -> str:
    """The outcome of a check in a word or two."""
    return {
        "passed": _("passed"),
        "failed": _("not passed"),
        "error": _("raised an error"),
        "timed_out": _("took too long"),
        "crashed": _("crashed"),
        "not_run": _("not judged"),
    }.get(outcome, one_line(outcome))


def in_order(checks: Sequence[CheckResult]) -> list[tuple[CheckResult, int]]:
    """The checks in their order, each that needs another one right under it, with its depth."""
    ids = {check.id for check in checks}
    under: dict[str | None, list[CheckResult]] = {}
    for check in checks:
        because = check.because if check.because in ids and check.because != check.id else None
        under.setdefault(because, []).append(check)
    ordered: list[tuple[CheckResult, int]] = []

    def add(parent: str | None, depth: int) -> None:
        for check in under.pop(parent, ()):
            ordered.append((check, depth))
            add(check.id, depth + 1)

    add(None, 0)
    # Whatever is left needs itself in a circle; it is shown all the same.
    for rest in under.values():
        ordered += [(check, 0) for check in rest]
    return ordered
