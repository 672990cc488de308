"""Courses: how one is found, and what is said of one that is wrong.

An error names the file, the line where there is one, and what to do.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from grader.course import Course, find_course
from grader.errors import CourseError, UsageError
from grader.exercise import Exercise, load_exercise, recorded_key

# --- Discovery ---------------------------------------------------------------------------------


@pytest.fixture
def two_courses(make_course: Callable[..., Path]) -> tuple[Path, Path]:
    return make_course(into="here"), make_course(into="there")


def test_a_course_is_found_from_the_file_upwards(course: Path, tmp_path: Path) -> None:
    """However deep the file lies, whether or not it exists."""
    deep = course / "exercises" / "of" / "mine"
    deep.mkdir(parents=True)
    for path in (deep / "conv_padding.py", course / "conv_padding.py"):
        assert find_course(path).root == course


def test_a_course_is_found_from_the_current_folder_upwards(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the file lies in none."""
    monkeypatch.chdir(course / "solutions" / "conv_padding")
    assert find_course(tmp_path / "conv_padding.py").root == course
    assert find_course().root == course


def test_the_course_above_the_file_comes_before_that_of_the_current_folder(
    two_courses: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file belongs where it lies."""
    here, there = two_courses
    monkeypatch.chdir(there)
    assert find_course(here / "exercises" / "x.py").root == here


def test_a_named_course_comes_before_every_other(
    two_courses: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """GRADE_COURSE before what is found, and --course before GRADE_COURSE."""
    here, there = two_courses
    monkeypatch.setenv("GRADE_COURSE", str(there))
    assert find_course(here / "exercises" / "x.py").root == there
    assert find_course(named=str(here)).root == here


def test_a_named_course_that_is_none_is_wrong_usage(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not looked for elsewhere."""
    monkeypatch.setenv("GRADE_COURSE", str(tmp_path))
    with pytest.raises(UsageError) as raised:
        find_course()
    assert str(raised.value) == f"{tmp_path} is not a course: it has no folder `solutions`"


def test_where_no_course_is_found_it_is_said_how_to_name_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both ways."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError) as raised:
        find_course(tmp_path / "x.py")
    assert str(raised.value) == (
        "no course found: neither above the file nor above the current folder is there one with "
        "`exercises` and `solutions`. Name it with --course DIR or GRADE_COURSE."
    )


def test_a_folder_without_exercises_is_found_only_when_it_is_named(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many folders are called `solutions`."""
    monkeypatch.chdir(tmp_path)
    for path in (course / "exercises").iterdir():
        path.unlink()
    (course / "exercises").rmdir()
    assert find_course(named=str(course)).root == course
    with pytest.raises(UsageError, match=r"^no course found"):
        find_course(course / "conv_padding.py")


# --- Names -------------------------------------------------------------------------------------


def test_exercises_are_in_the_order_of_the_course(make_course: Callable[..., Path]) -> None:
    """By `order`, then by name."""
    root = make_course("conv_padding")
    for name, order in (("later", 900), ("first", 1), ("also_first", 1)):
        folder = root / "solutions" / name
        folder.mkdir()
        (folder / "exercise.toml").write_text(
            f'order = {order}\nsection = "s"\nruntime = "numpy"\n', "utf-8"
        )
    names = [manifest.name for manifest in Course(root).exercises]
    assert names == ["also_first", "first", "conv_padding", "later"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("conv_paddin", "; did you mean conv_padding?"),
        ("padding", "; did you mean conv_padding?"),
        ("zzz", "."),
        ("../conv_padding", "; did you mean conv_padding?"),
        ("CONV_PADDING", "."),
        ("", "."),
    ],
)
def test_a_name_of_no_exercise_gets_the_nearest_ones(course: Path, name: str, meant: str) -> None:
    """And is never a path."""
    with pytest.raises(UsageError) as raised:
        Course(course).manifest(name)
    assert str(raised.value) == (
        f"`{name}` names no exercise of the course in {course}{meant} "
        "Name it with --exercise, or see `grade list`."
    )


# --- What is wrong with one --------------------------------------------------------------------

TOML = 'order = 1\nsection = "s"\nruntime = "numpy"\n'


def _everything(root: Path) -> None:
    """Asks a course for all that grading needs of it."""
    course = Course(root)
    assert course.settings is not None
    (manifest,) = course.exercises
    exercise = Exercise(manifest, course)
    key = recorded_key(exercise)
    assert key.cases
    assert exercise.recorded_misconceptions is not None
    for language in course.languages:
        exercise.texts(language)
    from grader.checks.run import check
    from grader.transcript import Transcript

    check(key, [Transcript({})])


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


@pytest.mark.parametrize(
    ("name", "content", "line", "what"),
    [
        ("exercise.toml", TOML + "order = 2\n", None, "this is not TOML: "),
        ("exercise.toml", TOML + "a b\n", 4, "this is not TOML: "),
        (
            "exercise.toml",
            TOML + "visible = []\n",
            None,
            "unknown key `visible`; known are limits, needs, order, runtime, section, visible_checks",
        ),
        (
            "exercise.toml",
            'section = "s"\nruntime = "numpy"\n',
            None,
            "`order` is missing or not a number",
        ),
        (
            "exercise.toml",
            'order = 1\nruntime = "numpy"\n',
            None,
            "`section` is missing or not text",
        ),
        (
            "exercise.toml",
            TOML.replace("numpy", "torch"),
            None,
            "`runtime` is one of numpy, tensorflow",
        ),
        ("exercise.toml", TOML + "[limits]\ncpu = 1\n", None, "unknown limit `cpu`; known are "),
        (
            "exercise.toml",
            TOML + '[limits]\nmemory = "big"\n',
            None,
            "the limit `memory` is to be a number above 0",
        ),
        ("exercise.toml", TOML + "limits = 3\n", None, "`limits` is to be a table"),
        ("exercise.toml", b"\xff", None, "this is not UTF-8: "),
        ("cases.py", "x = (\n", 1, "'(' was never closed"),
        ("cases.py", "\n\nx = y\n", 3, "NameError: name 'y' is not defined"),
        ("cases.py", "GROUPS = ()\n", None, "`GROUPS` is to be a tuple of `group(…)`"),
        ("cases.py", "GROUPS = (1,)\n", None, "`GROUPS` is to be a tuple of `group(…)`"),
        ("cases.py", None, None, "this file is missing"),
        ("recorded.jsonl", "{}\nx\n", 1, "this line is no recorded answer: "),
        ("recorded.jsonl", "x\n", 1, "this line is no JSON object: "),
        (
            "recorded.jsonl",
            '{"case": "a", "returned": {"is": "array", "dtype": "int8", "shape": [1], "values": [300]}}',
            1,
            "this line is no recorded answer: ",
        ),
        (
            "recorded.jsonl",
            "",
            None,
            "no answer for same_padding with case ee28cbaabe8b453d; "
            "run `grade verify conv_padding --record`",
        ),
        (
            "recorded.jsonl",
            None,
            None,
            "this file is missing; run `grade verify conv_padding --record`",
        ),
        ("recorded_misconceptions.jsonl", "[]\n", 1, "this line is no JSON object: "),
        ("text.ko.toml", 'title = "x"\n', None, "Object missing required field `statement`"),
        ("text.en.toml", "title = 3\n", None, "Expected `str`, got `int` - at `$.title`"),
        ("checks.py", "def test_a(submission:\n", 1, "'(' was never closed"),
        ("checks.py", "import pytest\n\nx = y\n", 3, "NameError: name 'y' is not defined"),
        ("checks.py", "x = 1\n", None, "there is no check in it"),
        ("checks.py", None, None, "this file is missing"),
    ],
)
def test_an_error_in_a_course_names_file_and_line_and_fault(
    course: Path, name: str, content: str | bytes | None, line: int | None, what: str
) -> None:
    """Whatever is wrong is a CourseError, which is exit code 3."""
    path = course / "solutions" / "conv_padding" / name
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CourseError) as raised:
        _everything(course)
    error = raised.value
    assert error.path == path
    assert error.what.startswith(what)
    assert error.line == line or what == "this is not TOML: "
    where = f"{path}:{error.line}" if error.line else str(path)
    assert str(error) == f"{where}: {error.what}"


def test_an_error_in_the_settings_of_a_course_is_named(course: Path) -> None:
    """`course.toml` too."""
    path = course / "course.toml"
    path.write_text('show_hidden = "some"\n', "utf-8")
    with pytest.raises(CourseError) as raised:
        _everything(course)
    assert str(raised.value) == f"{path}: `show_hidden` is one of all, title, count, none"


def test_a_check_of_a_group_that_does_not_exist_is_an_error_of_the_course(course: Path) -> None:
    """It names the group."""
    path = course / "solutions" / "conv_padding" / "checks.py"
    _edit(path, 'answers("odd_total")', 'answers("odd_totals")')
    with pytest.raises(CourseError) as raised:
        _everything(course)
    assert str(raised.value) == f"{path}: `cases.py` has no group `odd_totals`"


def test_one_exercise_is_loaded_without_the_others(
    course: Path, grade: Callable[..., Any], reference: str
) -> None:
    """A neighbour that is broken in every file disturbs nobody."""
    neighbour = course / "solutions" / "broken"
    neighbour.mkdir()
    for name in ("exercise.toml", "cases.py", "checks.py", "recorded.jsonl", "text.en.toml"):
        (neighbour / name).write_text("\0 broken (", "utf-8")
    work = course / "exercises" / "conv_padding.py"
    work.write_text(reference, "utf-8")
    assert grade(work, "--no-report", "--format", "json").code == 0
    ran = grade("list", cwd=course)
    assert ran.code == 3
    assert ran.stderr.startswith(
        f"grade: the grader could not grade: {neighbour / 'exercise.toml'}"
    )


def test_nothing_is_written_beside_the_course(course: Path) -> None:
    """No bytecode: a stale one could be read."""
    _everything(course)
    assert not list(course.rglob("__pycache__"))


# --- Versions ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "old", "new", "changed"),
    [
        ("cases.py", "for size in (1, 2, 5, 8)", "for size in (1, 2, 5)", "cases"),
        ("exercise.toml", "order", "limits = {memory = 1000000000}\norder", "cases"),
        ("checks.py", "points(3)", "points(4)", "checks"),
        ("recorded.jsonl", "[0, 0]", "[0, 1]", "checks"),
        ("text.en.toml", "zeros", "zeroes", "neither"),
        ("misconceptions.py", "total", "the_total", "neither"),
        ("cases.py", "smallest first", "small ones first", "neither"),
    ],
)
def test_a_version_says_whether_to_run_again_or_to_judge_again(
    course: Path, exercise: Exercise, name: str, old: str, new: str, changed: str
) -> None:
    """`<cases>.<checks>`; a digest of what matters to each, and texts are in neither."""
    _edit(course / "solutions" / "conv_padding" / name, old, new)
    before = exercise.version.split(".")
    after = load_exercise(Course(course), "conv_padding").version.split(".")
    assert (before[0] != after[0]) == (changed == "cases")
    assert changed == "cases" or (before[1] != after[1]) == (changed == "checks")


def test_fresh_cases_are_drawn_from_the_seed_alone(exercise: Exercise) -> None:
    """The same for every submission of a run, and never those on record."""
    drawn = exercise.fresh_groups(20, seed=7)
    assert drawn == exercise.fresh_groups(20, seed=7)
    assert drawn != exercise.fresh_groups(20, seed=8)
    keys = [case.key for group in drawn for case in group.cases]
    assert len(keys) == len(set(keys)) >= 20
    assert not set(keys) & {case.key for case in exercise.cases}
