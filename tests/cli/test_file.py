"""`grade FILE...`: exit codes, whole messages, and what is printed."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

QUIET = ("--no-report", "--format", "json")

Grade = Callable[..., Any]


@pytest.fixture
def work(course: Path) -> Path:
    """The file that a learner edits."""
    return course / "exercises" / "conv_padding.py"


# --- Exit codes --------------------------------------------------------------------------------


def test_0_every_check_passed(grade: Grade, work: Path, reference: str) -> None:
    """And progress remembers it."""
    work.write_text(reference, "utf-8")
    ran = grade(work, *QUIET)
    assert (ran.code, ran.stderr) == (0, "")
    assert (ran.json["outcome"], ran.json["points"]) == ("passed", 22)
    progress = json.loads((work.parent.parent / "reports" / "progress.json").read_bytes())
    assert progress["conv_padding"]["outcome"] == "passed"


@pytest.mark.parametrize(
    ("content", "outcome", "message"),
    [
        (None, "not_started", ""),
        (
            b"x = 1",
            "failed",
            "the file defines no `same_padding`\nthe file defines no `pad_images`",
        ),
        (b"", "refused", "the file is empty"),
        (b"\0", "refused", "the file holds binary data; hand in the Python file itself"),
        (b"x = '\xff'", "refused", "the file is not UTF-8 in line 1; save it as UTF-8"),
        (b"#" * 300_000, "refused", "the file is larger than 256 KiB"),
        (
            b"def f(:\n",
            "error",
            "the file could not be imported (line 1): SyntaxError: invalid syntax\n    def f(:",
        ),
        (
            b"import sys\nsys.exit(0)",
            "error",
            "the file ends the program when it is imported (line 2)",
        ),
    ],
    ids=["stub", "other", "empty", "binary", "latin-1", "huge", "syntax", "exit"],
)
def test_1_some_check_did_not_pass(
    grade: Grade, work: Path, content: bytes | None, outcome: str, message: str
) -> None:
    """Also of what was refused or could not be imported."""
    if content is not None:
        work.write_bytes(content)
    ran = grade(work, *QUIET)
    assert (ran.code, ran.stderr) == (1, "")
    assert (ran.json["outcome"], ran.json["points"], ran.json["max_points"]) == (outcome, 0, 22)
    assert ran.json["message"] == message


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX file types")
@pytest.mark.parametrize(
    ("make", "message"),
    [
        (os.mkfifo, "this is a pipe or a device, not a file"),
        (lambda path: path.symlink_to("/dev/zero"), "this is a pipe or a device, not a file"),
        (lambda path: path.symlink_to("nowhere"), "the link leads nowhere"),
    ],
    ids=["FIFO", "device", "dangling link"],
)
def test_1_what_is_no_ordinary_file_is_refused_without_a_hang(
    grade: Grade, work: Path, make: Callable[[Path], None], message: str
) -> None:
    """It was handed in, but is not gradable."""
    work.unlink()
    make(work)
    ran = grade(work, *QUIET)
    assert (ran.code, ran.json["outcome"], ran.json["message"]) == (1, "refused", message)


def test_a_link_that_a_learner_typed_is_followed(grade: Grade, work: Path, reference: str) -> None:
    """Its own name names the exercise."""
    elsewhere = work.parent.parent / "mine.py"
    elsewhere.write_text(reference, "utf-8")
    work.unlink()
    work.symlink_to(elsewhere)
    assert grade(work, *QUIET).code == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["exercises/nowhere.py"], "grade: exercises/nowhere.py: there is no such file\n"),
        (["exercises"], "grade: exercises is a folder; name a file\n"),
        (
            ["exercises/conv_paddin.py"],
            "grade: `conv_paddin` names no exercise of the course in {course}; did you mean "
            "conv_padding? Name it with --exercise, or see `grade list`.\n",
        ),
        (
            ["exercises/conv_padding.py", "--exercise", "zzz"],
            "grade: `zzz` names no exercise of the course in {course}. "
            "Name it with --exercise, or see `grade list`.\n",
        ),
        (
            ["exercises/conv_padding.py", "--course", "exercises"],
            "grade: exercises is not a course: it has no folder `solutions`\n",
        ),
        (
            ["exercises/conv_padding.py", "--lang", "xx"],
            "Error: Invalid value for '--lang': 'xx' is not one of 'en', 'ko'.\n",
        ),
        (
            ["exercises/conv_padding.py", "--fresh", "-1"],
            "Error: Invalid value for '--fresh': -1 is not in the range 0<=x<=1000.\n",
        ),
        (["exercises/conv_padding.py", "--nonsense"], "--nonsense"),
        (["--no-report"], "Error: Missing argument 'FILES...'.\n"),
        (
            ["hint", "zzz"],
            "grade: `zzz` names no exercise of the course in {course}. "
            "Name it with --exercise, or see `grade list`.\n",
        ),
    ],
    ids=[
        "missing",
        "folder",
        "near",
        "far",
        "course",
        "language",
        "range",
        "option",
        "none",
        "word",
    ],
)
def test_2_the_command_was_not_used_as_it_can_be(
    grade: Grade, course: Path, arguments: list[str], message: str
) -> None:
    """A sentence on standard error, and nothing on standard output."""
    (course / "exercises" / "conv_paddin.py").write_text("x = 1\n", "utf-8")
    ran = grade(*arguments, cwd=course)
    assert (ran.code, ran.stdout) == (2, "")
    # What click says of an unknown option changes with its version.
    whole = ran.stderr if "--nonsense" not in arguments else "--nonsense"
    assert whole.endswith(message.format(course=course)), ran.stderr


def test_2_no_course_is_found(grade: Grade, tmp_path: Path) -> None:
    """It is said how to name one."""
    path = tmp_path / "conv_padding.py"
    path.write_text("x = 1\n", "utf-8")
    ran = grade(path)
    assert (ran.code, ran.stdout) == (2, "")
    assert ran.stderr == (
        "grade: no course found: neither above the file nor above the current folder is there "
        "one with `exercises` and `solutions`. Name it with --course DIR or GRADE_COURSE.\n"
    )


def test_3_the_course_is_wrong(grade: Grade, course: Path, work: Path) -> None:
    """With file and line: it is never the learner's fault."""
    path = course / "solutions" / "conv_padding" / "cases.py"
    path.write_text("x = 1\nGROUPS = nothing\n", "utf-8")
    ran = grade(work, *QUIET)
    assert (ran.code, ran.stdout) == (3, "")
    assert ran.stderr == (
        f"grade: the grader could not grade: {path}:2: NameError: name 'nothing' is not defined\n"
    )


def test_3_a_failure_of_the_grader_itself_has_no_traceback(
    run_python: Callable[..., Any], course: Path, work: Path
) -> None:
    """Unless it is asked for."""
    code = (
        "import sys, grader.cli.file_command as f\n"
        "def fail(*_): raise RuntimeError('a fault')\n"
        "f._grade = fail\nfrom grader.cli import main\nmain()"
    )
    ran = run_python("-P", "-c", code, work, cwd=course)
    assert ran.code == 3
    assert ran.stderr == (
        "grade: the grader failed: RuntimeError: a fault\n"
        "This is a fault of the grader, not of the submission. "
        "GRADE_DEBUG=1 shows where it happened.\n"
    )


def test_the_text_of_a_run_needs_no_terminal(grade: Grade, work: Path, reference: str) -> None:
    """Plain, without a byte of colour; the rest of it is tested with the report."""
    work.write_text(reference.replace("total // 2", "total - total // 2"), "utf-8")
    ran = grade(work, "--no-report")
    assert (ran.code, ran.stderr) == (1, "")
    assert "\x1b" not in ran.stdout
    assert "The odd zero is put before the image" in ran.stdout


def test_the_package_works_wherever_it_is_installed(
    grade: Grade, repository: Path, tmp_path: Path, work: Path, reference: str
) -> None:
    """Also below the folder for temporary files, where the sandbox has one of its own."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(repository / "grader", tmp_path / "lib" / "grader", ignore=ignored)
    work.write_text(reference, "utf-8")
    ran = grade(work, *QUIET, env={"PYTHONPATH": str(tmp_path / "lib")})
    assert (ran.code, ran.stderr) == (0, "")


# --- Several files, options --------------------------------------------------------------------


def test_several_files_are_an_array_in_their_order(
    grade: Grade, course: Path, work: Path, reference: str
) -> None:
    """One object for one file. 1 unless all of them passed."""
    right = course / "right.py"
    right.write_text(reference, "utf-8")
    ran = grade(right, work, "--exercise", "conv_padding", *QUIET)
    assert ran.code == 1
    assert [(r["submission"], r["outcome"]) for r in ran.json] == [
        ("right.py", "passed"),
        ("conv_padding.py", "not_started"),
    ]
    ran = grade(right, right, "--exercise", "conv_padding", *QUIET)
    assert (ran.code, len(ran.json)) == (0, 2)


def test_two_exercises_are_judged_each_by_its_own_checks(
    grade: Grade, course: Path, work: Path, reference: str
) -> None:
    """In one command."""
    other = course / "solutions" / "other_padding"
    shutil.copytree(course / "solutions" / "conv_padding", other)
    checks = (other / "checks.py").read_text("utf-8")
    (other / "checks.py").write_text(checks.replace("points(3)", "points(30)"), "utf-8")
    second = course / "exercises" / "other_padding.py"
    for path in (work, second):
        path.write_text(reference, "utf-8")
    ran = grade(work, second, *QUIET)
    assert [(r["exercise"], r["points"]) for r in ran.json] == [
        ("conv_padding", 22),
        ("other_padding", 22 + 3 * 27),
    ]


def test_options_may_stand_before_the_file(grade: Grade, work: Path) -> None:
    """As learners type them."""
    ran = grade("--lang", "ko", "--student", "2026-0042", *QUIET, work)
    assert ran.code == 1
    assert (ran.json["language"], ran.json["student"]) == ("ko", "2026-0042")
    assert ran.json["title"] == "크기를 지키는 패딩"


def test_the_language_may_come_from_the_environment(grade: Grade, work: Path) -> None:
    """GRADE_LANG."""
    assert grade(work, *QUIET, env={"GRADE_LANG": "ko"}).json["language"] == "ko"


def test_the_course_may_come_from_the_environment(
    grade: Grade, course: Path, tmp_path: Path, reference: str
) -> None:
    """GRADE_COURSE, for a file that lies elsewhere."""
    path = tmp_path / "conv_padding.py"
    path.write_text(reference, "utf-8")
    assert grade(path, *QUIET, env={"GRADE_COURSE": str(course)}).code == 0
    assert grade(path, *QUIET, "--course", course).code == 0


def test_a_misspelt_function_gets_did_you_mean(grade: Grade, work: Path, reference: str) -> None:
    """The first thing that a report says."""
    work.write_text(reference.replace("def pad_images", "def pad_image"), "utf-8")
    ran = grade(work, *QUIET)
    assert ran.json["message"] == (
        "the file defines no `pad_images`; did you mean `pad_image`? Rename it"
    )


def test_the_portable_form_gives_the_same_result(grade: Grade, work: Path, reference: str) -> None:
    """A fresh interpreter in place of a fork."""
    work.write_text(reference.replace("total // 2", "total - total // 2"), "utf-8")
    forked, portable = (grade(work, *QUIET, *more).json for more in ((), ("--portable",)))
    for result in (forked, portable):
        result["seconds"] = result["isolation"] = None
    assert forked == portable


def test_the_same_file_gives_the_same_bytes_each_time(
    grade: Grade, work: Path, reference: str
) -> None:
    """Times aside."""
    source = "print({'a', 'b', 'c'}, object())\n" + reference.replace("total // 2", "total")
    work.write_text(source, "utf-8")
    first, second = (grade(work, *QUIET) for _ in "ab")

    def without_times(text: str) -> list[str]:
        return [line for line in text.splitlines() if '"seconds"' not in line]

    assert without_times(first.stdout) == without_times(second.stdout)


# --- Fresh cases and live answers --------------------------------------------------------------


@pytest.fixture
def table(course: Path, work: Path) -> Path:
    """A submission that answers from a table of the recorded answers, and knows nothing else."""
    from grader.course import Course
    from grader.exercise import load_exercise
    from grader.show import value_in_python
    from grader.transcript import Raised, Returned

    exercise = load_exercise(Course(course), "conv_padding")
    rows = []
    for case in exercise.cases:
        answer = exercise.answers[case.key]
        asked = [value_in_python(v) for v in case.arguments]
        asked += [f"{name}={value_in_python(v)}" for name, v in case.options.items()]
        key = f"key({case.function!r}, {', '.join(asked)})"
        if isinstance(answer, Returned):
            rows.append(f"    {key}: {value_in_python(answer.value)},")
        else:
            assert isinstance(answer, Raised)
            rows.append(f"    {key}: ValueError({answer.message!r}),")
    source = (
        "import copy\nimport numpy as np\n\n\ndef plain(value):\n"
        "    if isinstance(value, np.ndarray):\n"
        "        return (value.shape, value.dtype.str, value.tobytes())\n"
        "    return tuple(value) if isinstance(value, list) else value\n\n\n"
        "def key(function, *arguments, **options):\n"
        "    named = ((name, plain(value)) for name, value in sorted(options.items()))\n"
        "    return (function, *map(plain, arguments), *named)\n"
        "\n\nTABLE = {\n" + "\n".join(rows) + "\n}\n\n\n"
        "def answer(*arguments, **options):\n"
        "    found = TABLE.get(key(*arguments, **options))\n"
        "    if isinstance(found, ValueError):\n        raise found\n"
        "    return copy.deepcopy(found)\n\n\n"
        "def same_padding(*arguments, **options):\n"
        '    return answer("same_padding", *arguments, **options)\n\n\n'
        "def pad_images(*arguments, **options):\n"
        '    return answer("pad_images", *arguments, **options)\n'
    )
    work.write_text(source, "utf-8")
    return work


def test_a_table_of_the_recorded_answers_passes_alone_and_fails_with_fresh_cases(
    grade: Grade, table: Path
) -> None:
    """That is what fresh cases are for."""
    alone = grade(table, *QUIET)
    assert (alone.code, alone.json["points"]) == (0, 22), alone.json["message"]
    ran = grade(table, *QUIET, "--fresh", "20", "--seed", "1")
    assert (ran.code, ran.json["outcome"]) == (1, "failed")
    assert ran.json["points"] < 11


def test_fresh_cases_are_passed_by_a_right_answer_and_drawn_from_the_seed(
    grade: Grade, work: Path, reference: str, table: Path
) -> None:
    """The same seed gives the same Result, another seed another counterexample."""
    same = [grade(table, *QUIET, "--fresh", "5", "--seed", seed).json for seed in "112"]
    for result in same:
        result["seconds"] = 0
    assert same[0] == same[1] != same[2]
    work.write_text(reference, "utf-8")
    ran = grade(work, *QUIET, "--fresh", "50", "--seed", "3")
    assert (ran.code, ran.json["points"]) == (0, 22)


@pytest.mark.tensorflow
def test_live_asks_the_references_on_the_spot(grade: Grade, course: Path, table: Path) -> None:
    """TensorFlow too, for recorded and fresh cases; the record itself is not what decides."""
    record = course / "solutions" / "conv_padding" / "recorded.jsonl"
    record.write_text(record.read_text("utf-8").replace("[0, 0]", "[0, 7]"), "utf-8")
    assert grade(table, *QUIET).code == 1
    ran = grade(table, *QUIET, "--live")
    assert (ran.code, ran.json["points"]) == (0, 22), ran.stderr
