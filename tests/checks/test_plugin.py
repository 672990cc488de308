"""Checks as pytest runs them: by themselves, and inside `grade`, where nothing outside counts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from grader.checks.problem import Finding
from grader.checks.run import check
from grader.course import Course
from grader.errors import CourseError
from grader.exercise import AnswerKey, Exercise, load_exercise, recorded_key
from grader.transcript import Transcript

CHECKS = "solutions/conv_padding/checks.py"


@pytest.fixture
def wrong(course: Path, reference: str) -> Path:
    """A submission that forgets the stride."""
    path = course / "exercises" / "conv_padding.py"
    path.write_text(reference.replace("(outputs - 1) * stride", "(size - 1)"), "utf-8")
    return path


@pytest.fixture
def run_pytest(run_python: Callable[..., Any], course: Path) -> Callable[..., Any]:
    """Runs `python -m pytest` in the course's folder."""

    def run(*arguments: object, env: Any = None) -> Any:
        return run_python("-m", "pytest", "-p", "no:cacheprovider", *arguments, cwd=course, env=env)

    return run


# --- pytest solutions/NAME/checks.py --submission FILE -----------------------------------------


def test_checks_run_by_themselves_with_the_usual_options(
    run_pytest: Callable[..., Any], wrong: Path, course: Path
) -> None:
    """One item a check, with its sentence, and the option for a JUnit file."""
    report = course / "junit.xml"
    ran = run_pytest(CHECKS, "--submission", wrong, "-v", f"--junitxml={report}", "--tb=line")
    assert ran.code == 1
    assert f"{CHECKS}::test_same_amounts_at_stride_one PASSED" in ran.stdout
    assert f"{CHECKS}::test_stride_changes_the_amounts FAILED" in ran.stdout
    assert "same_padding(3, 3, stride=2): expected 1, got " not in ran.stderr
    assert "CheckFailed: same_padding(" in ran.stdout
    (suite,) = ElementTree.parse(report).getroot()
    assert (suite.get("tests"), suite.get("errors")) == ("11", "0")
    assert suite.get("failures") == str(len(suite.findall("testcase/failure")))


def test_checks_can_be_chosen_and_ended_at_the_first_failure(
    run_pytest: Callable[..., Any], wrong: Path
) -> None:
    """`-k` and `-x`."""
    ran = run_pytest(CHECKS, "--submission", wrong, "-k", "same_amounts or dtype", "-q")
    assert (ran.code, "2 passed, 9 deselected" in ran.stdout) == (0, True), ran.stdout
    ran = run_pytest(CHECKS, "--submission", wrong, "-x", "-q")
    assert ran.code == 1
    assert "1 failed" in ran.stdout


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(None, "there is no such file"), ("", "the file is empty")],
    ids=["missing", "empty"],
)
def test_a_submission_that_cannot_be_read_is_wrong_usage_of_pytest(
    run_pytest: Callable[..., Any], course: Path, content: str | None, sentence: str
) -> None:
    """Said in the sentence that `grade` says."""
    path = course / "conv_padding.py"
    if content is not None:
        path.write_text(content, "utf-8")
    ran = run_pytest(CHECKS, "--submission", path, "-q")
    assert ran.code != 0
    assert sentence in ran.stdout + ran.stderr
    assert "passed" not in ran.stdout


def test_the_entry_point_imports_nothing_until_a_submission_is_given(
    run_python: Callable[..., Any], tmp_path: Path
) -> None:
    """It is loaded in every pytest run of the environment."""
    code = (
        "import sys, grader.checks.entry\n"
        "print(sorted(m for m in sys.modules if m.startswith(('grader', 'numpy', 'msgspec'))))"
    )
    ran = run_python("-c", code, cwd=tmp_path)
    assert ran.stdout == "['grader', 'grader.checks', 'grader.checks.entry']\n"


# --- Inside `grade` ----------------------------------------------------------------------------

SABOTAGE = """
import pytest

@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item, call):
    raise SystemExit("sabotage")

def pytest_collection_modifyitems(items):
    items.clear()
"""


def test_nothing_beside_a_submission_or_in_the_environment_influences_grade(
    course: Path, wrong: Path, grade: Callable[..., Any]
) -> None:
    """conftest.py, pytest.ini, pyproject.toml, plugins and options of pytest."""
    before = grade(wrong, "--no-report", "--format", "json", cwd=course)
    assert before.code == 1
    for folder in (
        course,
        course / "exercises",
        course / "solutions",
        course / "solutions" / "conv_padding",
    ):
        (folder / "conftest.py").write_text(SABOTAGE, "utf-8")
        (folder / "pytest.ini").write_text(
            "[pytest]\naddopts = --collect-only -k nothing\n", "utf-8"
        )
        (folder / "sitecustomize.py").write_text("raise SystemExit\n", "utf-8")
    (course / "pyproject.toml").write_text("[tool.pytest.ini_options]\naddopts='-x'\n", "utf-8")
    (course / "exercises" / "numpy.py").write_text("raise SystemExit\n", "utf-8")
    env = {"PYTEST_ADDOPTS": "--collect-only", "PYTEST_PLUGINS": "nowhere"}
    after = grade(wrong, "--no-report", "--format", "json", cwd=course / "exercises", env=env)
    assert {**after.json, "seconds": 0} == {**before.json, "seconds": 0}


@pytest.fixture
def edited(course: Path) -> Callable[[str, str], AnswerKey]:
    """The answer key of a course in which one line of `checks.py` is another one."""

    def edit(old: str, new: str) -> AnswerKey:
        path = course / CHECKS
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
        return recorded_key(load_exercise(Course(course), "conv_padding"))

    return edit


@pytest.fixture
def right(key: AnswerKey) -> Transcript:
    """The transcript of the reference, made from the record."""
    from grader.transcript import Entry

    return Transcript({case: Entry(outcome) for case, outcome in key.answers.items()})


@pytest.mark.parametrize(
    "line",
    [
        "pytest.skip('not today')",
        "pytest.xfail('known')",
        "pytest.importorskip('no_such_module')",
        "raise pytest.skip.Exception('x')",
    ],
)
def test_a_check_that_is_skipped_or_xfailed_is_not_passed(
    edited: Callable[..., AnswerKey], right: Transcript, line: str
) -> None:
    """Whatever was not judged gives no points."""
    (checked,) = check(edited('submission.answers("odd_total")', line), [right])
    found = checked.findings["odd_zero_goes_after"]
    assert isinstance(found, Finding)
    assert found.outcome == "not_run"
    assert [name for name, f in checked.findings.items() if f] == ["odd_zero_goes_after"]


@pytest.mark.parametrize(
    "mark", ["@pytest.mark.skip", "@pytest.mark.xfail", "@pytest.mark.skipif(True, reason='x')"]
)
def test_a_check_that_is_marked_to_be_skipped_is_not_passed(
    edited: Callable[..., AnswerKey], right: Transcript, mark: str
) -> None:
    """Not even by a right answer, where it was not run; never by a wrong one."""
    key = edited("def test_odd_zero_goes_after", f"{mark}\ndef test_odd_zero_goes_after")
    good, bad = check(key, [right, Transcript({})])
    assert bad.findings["odd_zero_goes_after"] is not None
    found = good.findings["odd_zero_goes_after"]
    assert (found is None) == ("xfail" in mark)
    assert found is None or found.outcome == "not_run"


def test_a_plain_assertion_is_a_failed_check_with_its_words(
    edited: Callable[..., AnswerKey], right: Transcript
) -> None:
    """A check stays ordinary pytest."""
    key = edited('submission.answers("odd_total")', 'assert 1 == 2, "in so many words"')
    (checked,) = check(key, [right])
    found = checked.findings["odd_zero_goes_after"]
    assert found is not None
    assert (found.outcome, found.problem.text) == ("failed", "in so many words")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("old", "new", "line", "what"),
    [
        (
            'submission.answers("odd_total")',
            "submission.answer()",
            None,
            "a check failed by itself: AttributeError: 'Judged' object has no attribute 'answer'",
        ),
        (
            'submission.answers("odd_total")',
            "1 / 0",
            None,
            "a check failed by itself: ZeroDivisionError: division by zero",
        ),
        (
            "@pytest.mark.points(3)\ndef test_odd_zero_goes_after",
            "def test_odd_zero_goes_after",
            11,
            "`test_odd_zero_goes_after` needs `@pytest.mark.points(…)`",
        ),
        (
            "def test_odd_zero_goes_after(submission):\n    submission.answers",
            "def test_odd_zero_goes_after():\n    print",
            None,
            "`test_odd_zero_goes_after` has to take `submission`",
        ),
    ],
    ids=["attribute", "division", "no points", "no submission"],
)
def test_a_check_that_is_wrong_itself_is_the_courses_fault(
    edited: Callable[..., AnswerKey],
    right: Transcript,
    old: str,
    new: str,
    line: int | None,
    what: str,
) -> None:
    """Never the submission's: nobody loses points by it."""
    key = edited(old, new)
    with pytest.raises(CourseError) as raised:
        check(key, [right])
    assert raised.value.what == what
    assert line is None or raised.value.line == line


def test_a_check_that_fails_by_itself_is_exit_code_3(
    course: Path, edited: Callable[..., AnswerKey], grade: Callable[..., Any]
) -> None:
    """With a sentence, and no Result."""
    edited('submission.answers("odd_total")', "1 / 0")
    ran = grade(course / "exercises" / "conv_padding.py", "--no-report", "--format", "json")
    assert (ran.code, ran.stdout) == (3, "")
    assert ran.stderr == (
        f"grade: the grader could not grade: {course / CHECKS}: a check failed by itself: "
        "ZeroDivisionError: division by zero\n"
    )


def test_many_transcripts_are_judged_in_one_run_each_by_itself(
    key: AnswerKey, right: Transcript
) -> None:
    """In the order in which they came."""
    empty = Transcript({})
    told = check(key, [empty, right, empty])
    assert [any(checked.findings.values()) for checked in told] == [True, False, True]
    assert told[1].points["odd_zero_goes_after"] == 3
    assert told[1].needs["image_between_its_zeros"] == (
        "same_amounts_at_stride_one",
        "odd_zero_goes_after",
    )
    assert check(key, []) == []


def test_each_exercise_is_judged_by_its_own_checks(
    course: Path, key: AnswerKey, right: Transcript
) -> None:
    """Also where one process judges several, whose files have the same name."""
    (first,) = check(key, [right])
    path = course / CHECKS
    path.write_text(
        "import pytest\n\n\n@pytest.mark.points(1)\ndef test_other(submission):\n"
        '    submission.answers("strides")\n',
        "utf-8",
    )
    exercise: Exercise = load_exercise(Course(course), "conv_padding")
    (other,) = check(recorded_key(exercise), [right])
    (again,) = check(key, [right])
    assert list(other.findings) == ["other"]
    assert list(again.findings) == list(first.findings)


def test_checks_keep_the_order_of_the_file(key: AnswerKey, right: Transcript) -> None:
    """As reports show them."""
    (checked,) = check(key, [right])
    source = key.exercise.checks_path.read_text("utf-8")
    order = [line[9:].split("(")[0] for line in source.splitlines() if line.startswith("def test_")]
    assert list(checked.findings) == order
