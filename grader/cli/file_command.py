"""`grade FILE...`: grades, prints, writes the report.

The sandbox is started before the rest is imported, so that the two start at the same time.
"""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import click
import msgspec

from grader.cli import early
from grader.cli.options import FILE, course_option, language_option
from grader.course import Course, Manifest, find_course
from grader.errors import UsageError
from grader.sandbox.zygote import Zygote

if TYPE_CHECKING:
    from grader.exercise import AnswerKey, Exercise
    from grader.result import Result


class Request:
    """One file to grade, with what was found out about it before it is read."""

    def __init__(self, path: Path, course: Course, manifest: Manifest) -> None:
        self.path, self.course, self.manifest = path, course, manifest

    @cached_property
    def exercise(self) -> Exercise:
        from grader.exercise import Exercise

        return Exercise(self.manifest, self.course)


@click.command("file", epilog="Example: grade exercises/conv_padding.py --lang ko")
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.option("--exercise", metavar="NAME", help="The exercise; by default the file's stem.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
@click.option("--report-dir", metavar="DIR", type=FILE, help="Where the HTML reports go.")
@click.option("--no-report", is_flag=True, help="Write no HTML report.")
@click.option("--open", "open_report", is_flag=True, help="Open the report in a browser.")
@click.option("--live", is_flag=True, help="Ask the references on the spot, TensorFlow too.")
@click.option(
    "--fresh",
    metavar="N",
    type=click.IntRange(0, 1000),
    default=0,
    help="N more cases, drawn anew.",
)
@click.option("--seed", metavar="S", type=click.IntRange(0), default=None, help="Seed of --fresh.")
@click.option("--student", metavar="ID", default=None, help="Whose submission it is.")
@click.option(
    "--isolation",
    type=click.Choice(["auto", "strict"]),
    default="auto",
    help="strict refuses to grade where the answers or the network are in reach.",
)
@click.option("--portable", is_flag=True, hidden=True, help="A fresh interpreter, no fork.")
@click.option("--without", multiple=True, hidden=True, help="Leave out a layer, for tests.")
@course_option
@language_option
def command(
    files: tuple[Path, ...],
    exercise: str | None,
    form: str,
    report_dir: Path | None,
    no_report: bool,
    open_report: bool,
    live: bool,
    fresh: int,
    seed: int | None,
    student: str | None,
    isolation: str,
    portable: bool,
    without: tuple[str, ...],
    course: str | None,
    language: str | None,
) -> int:
    """Grades files, each by the exercise that its name (or --exercise) names.

    Exit code: 0 when every check passed, 1 when some did not, 2 for wrong usage, 3 when the
    grader itself could not grade.
    """
    requests = [_request(path, exercise, course) for path in files]
    zygotes: dict[str, Zygote] = {}
    try:
        for request in requests:
            manifest = request.manifest
            if manifest.name not in zygotes:
                settings = replace(
                    early.settings_of(manifest), isolation=isolation, without=without
                )
                settings = replace(settings, portable=settings.portable or portable)
                zygotes[manifest.name] = early.zygote_for(settings)
        results = _grade(requests, zygotes, language or "en", live, fresh, seed, student)
    finally:
        for zygote in zygotes.values():
            zygote.close()
    reports = [] if no_report else _write_reports(requests, results, report_dir)
    _show(requests, results, form, reports)
    if open_report and reports:
        click.launch(str(reports[0]))
    _remember(requests, results)
    return 0 if all(result.outcome == "passed" for result in results) else 1


def _request(path: Path, exercise: str | None, course: str | None) -> Request:
    if path.is_dir():
        raise UsageError(f"{path} is a folder; name a file")
    if not path.exists() and not path.is_symlink():
        raise UsageError(f"{path}: there is no such file")
    found = find_course(path, course)
    return Request(path, found, found.manifest(exercise or path.stem))


def _grade(
    requests: list[Request],
    zygotes: dict[str, Zygote],
    language: str,
    live: bool,
    fresh: int,
    seed: int | None,
    student: str | None,
) -> list[Result]:
    from grader.exercise import recorded_key, with_fresh_cases
    from grader.submission import read_submission
    from grader.transcribing import transcribe

    keys: dict[str, AnswerKey] = {}
    submissions, transcripts = [], []
    # Run in a thread of its own, so that pytest is imported in the meantime.
    with ThreadPoolExecutor(1) as pool:
        for request in requests:
            name = request.manifest.name
            if name not in keys:
                keys[name] = recorded_key(request.exercise)
                if live:
                    from grader.authoring.live import live_key

                    keys[name] = live_key(request.exercise, fresh, seed or 0)
                elif fresh:
                    keys[name] = with_fresh_cases(keys[name], fresh, seed or 0)
            submissions.append(read_submission(request.path, student=student))
            work = zygotes[name], keys[name], submissions[-1]
            transcripts.append(pool.submit(transcribe, *work))
        from grader.grading import Grader
    graders = {name: Grader(key, zygotes[name], language) for name, key in keys.items()}
    results: list[Result] = []
    for request, submission, running in zip(requests, submissions, transcripts, strict=True):
        grader = graders[request.manifest.name]
        results += grader.results([submission], [running.result()])
    return results


def _write_reports(
    requests: list[Request], results: list[Result], report_dir: Path | None
) -> list[Path]:
    from grader.report.html import write_report
    from grader.submission import read_submission

    paths = []
    for request, result in zip(requests, results, strict=True):
        texts = request.exercise.texts(result.language)
        source = None
        if result.outcome != "refused":
            again = read_submission(request.path)
            # Saved anew in the meantime, it is no longer what was graded.
            source = again.source if again.digest == result.digest else None
        folder = report_dir or request.course.reports
        try:
            paths.append(write_report(folder, result, request.path, source, texts))
        except OSError as error:
            raise UsageError(
                f"the report cannot be written to {folder}: {error.strerror or error}. "
                "Name another folder with --report-dir, or pass --no-report."
            ) from error
    return paths


def _show(requests: list[Request], results: list[Result], form: str, reports: list[Path]) -> None:
    if form == "json":
        encoded = msgspec.json.encode(results[0] if len(results) == 1 else results)
        sys.stdout.write(msgspec.json.format(encoded, indent=2).decode() + "\n")
        return
    from grader.report.terminal import show

    for index, result in enumerate(results):
        show(result, reports[index] if reports else None)


def _remember(requests: list[Request], results: list[Result]) -> None:
    from grader.progress import remember

    for request, result in zip(requests, results, strict=True):
        remember(request.course, result)
