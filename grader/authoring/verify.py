"""Proves an exercise: everything that its learners and graders rely on, tried.

Each proof is a line; what fails says what, where, and what to do. Nothing is taken on trust:
references, misconceptions, right and empty answers all run in the sandbox, and are graded by the
functions that grade a submission.
"""

from __future__ import annotations

import ast
import doctest
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from grader.authoring.record import (
    MAX_BYTES,
    Zygotes,
    disagreements,
    misconception_lines,
    record_lines,
    reference_answers,
    right_answer,
    write_record,
)
from grader.authoring.variants import empty_answers, misconceptions, reference, right_answers
from grader.checks.run import Checked, check
from grader.diagnosis import diagnose
from grader.diagnosis.evidence import same_answer
from grader.errors import CourseError, GraderError
from grader.exercise import AnswerKey, Exercise, Texts, load_exercise, read_record, recorded_key
from grader.sandbox.runner import Implementation
from grader.show import call_in_short
from grader.stub import stub_in
from grader.transcript import Outcome, Returned, Transcript

FRESH_CASES = 20


@dataclass(frozen=True)
class Proof:
    """One thing that was tried. problems: what is wrong, a line each; none where it holds."""

    exercise: str
    what: str
    problems: tuple[str, ...] = ()

    @property
    def holds(self) -> bool:
        return not self.problems


def verify(exercise: Exercise, zygotes: Zygotes, record: bool = False) -> Iterator[Proof]:
    """The proofs of one exercise, as they are made; `record` first writes its records.

    A `CourseError` on the way is a proof that failed, and ends those of this exercise.
    """
    try:
        for what, problems in _proofs(exercise, zygotes, record):
            yield Proof(exercise.name, what, tuple(problems))
    except GraderError as error:
        yield Proof(exercise.name, "can be loaded and run", (str(error),))


def _proofs(
    exercise: Exercise, zygotes: Zygotes, record: bool
) -> Iterator[tuple[str, Sequence[str]]]:
    answers = reference_answers(exercise, zygotes)
    apart = disagreements(exercise.cases, answers)
    yield (
        f"both references agree on {len(exercise.cases)} cases",
        [f"{call_in_short(case)}: {how}" for case, how in apart],
    )
    right = {case.key: right_answer(case, answers) for case in exercise.cases}
    wrong_lines, wrong = misconception_lines(exercise, right, zygotes)
    if record and not apart:
        write_record(exercise, "recorded.jsonl", record_lines(exercise, answers))
        write_record(exercise, "recorded_misconceptions.jsonl", wrong_lines)
        # What was read of the records before they were written is not asked again.
        exercise = load_exercise(exercise.course, exercise.name)
    yield "the recorded answers are theirs", list(_stale(exercise, right))
    key = AnswerKey(exercise, exercise.groups, right)
    yield "every check is about cases that exist", list(_texts_and_checks(exercise))
    yield from _wrong_answers(exercise, key, wrong, wrong_lines)
    yield from _graded_answers(exercise, key, zygotes)
    yield from _written(exercise)
    yield "no TODO is left", list(_todos(exercise))
    yield f"{FRESH_CASES} fresh cases are drawn and answered", list(_fresh(exercise))


# --- Records -----------------------------------------------------------------------------------


def _stale(exercise: Exercise, right: Mapping[str, Outcome]) -> Iterator[str]:
    path = exercise.folder / "recorded.jsonl"
    again = f"run `grade verify {exercise.name} --record`"
    recorded = read_record(path)
    for case in exercise.cases:
        if case.key not in recorded:
            yield f"{path}: no answer for {call_in_short(case)}; {again}"
        elif not same_answer(case, right[case.key], recorded[case.key]):
            yield f"{path}: the answer for {call_in_short(case)} is not the references'; {again}"
    for key in recorded.keys() - right.keys():
        yield f"{path}: an answer for case {key}, which is no longer asked; {again}"
    if path.stat().st_size > MAX_BYTES:
        yield f"{path}: more than {MAX_BYTES:,} bytes; choose fewer or smaller cases"


def _fresh(exercise: Exercise) -> Iterator[str]:
    drawn = [case for group in exercise.fresh_groups(FRESH_CASES, 1) for case in group.cases]
    if len(drawn) < FRESH_CASES:
        yield f"only {len(drawn)} different cases can be drawn from `fresh`"
    for case in drawn:
        if not isinstance(exercise.answer(case), Returned):
            yield f"the reference does not answer {call_in_short(case)}: {exercise.answer(case)}"


# --- Wrong answers -----------------------------------------------------------------------------


def _wrong_answers(
    exercise: Exercise, key: AnswerKey, wrong: Mapping[str, Transcript], lines: Sequence[str]
) -> Iterator[tuple[str, Sequence[str]]]:
    path = exercise.folder / "recorded_misconceptions.jsonl"
    recorded = path.read_text("utf-8").splitlines() if path.is_file() else []
    stale = (
        []
        if recorded == list(lines)
        else [
            f"{path}: not what the misconceptions give; run `grade verify {exercise.name} --record`"
        ]
    )
    yield "the recorded misconceptions are fresh", stale
    checked = check(key, list(wrong.values()))
    yield (
        f"{len(wrong)} misconceptions are caught by a check",
        [
            f"{name}: no check fails"
            for name, result in zip(wrong, checked, strict=True)
            if not any(result.findings.values())
        ],
    )
    yield "each misconception is told apart from the others", list(_confused(key, wrong))


def _confused(key: AnswerKey, wrong: Mapping[str, Transcript]) -> Iterator[str]:
    for name, transcript in wrong.items():
        named = [diagnosis.id for diagnosis in diagnose(key, transcript)]
        if not named or named[0] != name:
            yield f"{name}: taken for {named[0] if named else 'nothing known'}"


# --- Right and empty answers -------------------------------------------------------------------


def _graded_answers(
    exercise: Exercise, key: AnswerKey, zygotes: Zygotes
) -> Iterator[tuple[str, Sequence[str]]]:
    runtime = exercise.manifest.runtime
    right = {f"reference_{runtime}.py": reference(exercise, runtime), **right_answers(exercise)}
    graded = _grade(key, right, zygotes)
    yield (
        f"{len(right)} right answers get full marks, undiagnosed",
        [
            f"{name}: {what}"
            for name, (transcript, result) in graded.items()
            for what in _not_right(key, transcript, result)
        ],
    )
    empty = _grade(key, empty_answers(exercise), zygotes)
    yield (
        f"{len(empty)} empty answers score 0",
        [
            f"{name}: gets {points:g} points for {', '.join(passed)}"
            for name, (_, result) in empty.items()
            for passed in [[c for c, finding in result.findings.items() if finding is None]]
            for points in [sum(result.points[c] for c in passed)]
            if points
        ],
    )


def _grade(
    key: AnswerKey, implementations: Mapping[str, Implementation], zygotes: Zygotes
) -> dict[str, tuple[Transcript, Checked]]:
    runtime = key.exercise.manifest.runtime
    transcripts = [zygotes.run(key.exercise, i, runtime) for i in implementations.values()]
    pairs = zip(transcripts, check(key, transcripts), strict=True)
    return dict(zip(implementations, pairs, strict=True))


def _not_right(key: AnswerKey, transcript: Transcript, checked: Checked) -> Iterator[str]:
    from grader.checks.words import finding_in_words
    from grader.words import translator

    for name, finding in checked.findings.items():
        if finding is not None:
            yield f"`{name}` fails: {finding_in_words(finding, translator('en'))}"
    for diagnosis in diagnose(key, transcript):
        yield f"diagnosed as {diagnosis.id}"


# --- Texts, checks, stub -----------------------------------------------------------------------


def _texts_and_checks(exercise: Exercise) -> Iterator[str]:
    tree = ast.parse(exercise.checks_path.read_text("utf-8"))
    names = {
        node.name.removeprefix("test_")
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }
    used = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    for group in exercise.groups:
        if group.name not in used:
            yield f"{exercise.checks_path}: no check asks for the group `{group.name}`"
    for name in exercise.manifest.visible:
        if name not in names:
            yield f"{exercise.folder / 'exercise.toml'}: visible check `{name}` does not exist"
    for language in exercise.course.languages:
        path = exercise.folder / f"text.{language}.toml"
        if not path.is_file():
            yield f"{path}: this file is missing"
            continue
        yield from _missing_texts(exercise, exercise.texts(language), str(path), names)


def _missing_texts(exercise: Exercise, texts: Texts, path: str, checks: set[str]) -> Iterator[str]:
    sections: list[tuple[str, set[str], set[str]]] = [
        ("checks", checks, set(texts.checks)),
        ("misconceptions", set(misconceptions(exercise)), set(texts.misconceptions)),
        ("docstrings", set(exercise.functions), set(texts.docstrings)),
        ("ideas", set(ideas(exercise)), set(texts.ideas)),
    ]
    for section, wanted, there in sections:
        for name in sorted(wanted - there):
            yield f"{path}: no [{section}.{name}]"
        for name in sorted(there - wanted):
            yield f"{path}: [{section}.{name}] belongs to nothing"
    for name, value in (("statement", texts.statement), ("why", texts.why), ("title", texts.title)):
        if not value.strip():
            yield f"{path}: `{name}` is empty"
    if len(texts.hints) < 2:
        yield f"{path}: `hints` needs at least two, from a nudge to nearly there"
    if any(not text.title or not text.hint for text in texts.checks.values()):
        yield f"{path}: a check without title or hint"
    if any(not t.title or not t.explanation for t in texts.misconceptions.values()):
        yield f"{path}: a misconception without title or explanation"


def ideas(exercise: Exercise) -> list[str]:
    """The ideas that the lines of the NumPy reference name with `# idea: …`."""
    source = (exercise.folder / "reference_numpy.py").read_text("utf-8")
    marked = (line.partition("# idea:")[2].strip() for line in source.splitlines())
    return list(dict.fromkeys(idea for idea in marked if idea))


def _written(exercise: Exercise) -> Iterator[tuple[str, Sequence[str]]]:
    path = exercise.folder / "stub.py"
    problems = []
    if exercise.stub != stub_in(exercise, "en"):
        problems.append(
            f"{path}: its docstrings are not those of text.en.toml; run "
            f"`grade verify {exercise.name} --record`"
        )
    yield "the stub's docstrings are the texts", problems
    failures = []
    for language in exercise.course.languages:
        failures += [f"text.{language}.toml: {f}" for f in _doctests(exercise, language)]
    yield "the examples in the docstrings hold", failures


def _todos(exercise: Exercise) -> Iterator[str]:
    for path in sorted(exercise.folder.iterdir()):
        if path.suffix in (".py", ".toml"):
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
                if "TODO" in line:
                    yield f"{path}:{number}: {line.strip()}"


def _doctests(exercise: Exercise, language: str) -> list[str]:
    """Runs the docstrings' examples with the reference; in a process of its own for TensorFlow."""
    source = stub_in(exercise, language)
    implementation = reference(exercise, exercise.manifest.runtime).source
    if exercise.manifest.runtime == "tensorflow":
        return _in_a_process(source, implementation)
    return run_doctests(source, implementation)


def run_doctests(stub: str, implementation: str) -> list[str]:
    """The examples of a stub that an implementation does not keep, or that a stub lacks."""
    namespace: dict[str, object] = {"__name__": "reference"}
    exec(compile(implementation, "reference", "exec"), namespace)
    failures: list[str] = []
    parser, runner = doctest.DocTestParser(), doctest.DocTestRunner(verbose=False)
    for node in ast.parse(stub).body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef):
            continue
        text = ast.get_docstring(node) or ""
        test = parser.get_doctest(text, dict(namespace), node.name, None, 0)
        if not test.examples:
            failures.append(f"`{node.name}` has no worked example")
        said: list[str] = []
        runner.run(test, out=_appender(said))
        failures += ["".join(said).strip()] if said else []
    return failures


def _appender(said: list[str]) -> Callable[[str], object]:
    return said.append


def _in_a_process(stub: str, implementation: str) -> list[str]:
    code = (
        "import json, sys; from grader.authoring.verify import run_doctests; "
        "print('\\n' + json.dumps(run_doctests(*json.load(sys.stdin))))"
    )
    import json
    import os

    from grader.sandbox.zygote import ENVIRONMENT

    done = subprocess.run(
        [sys.executable, "-c", code],
        input=json.dumps([stub, implementation]),
        capture_output=True,
        text=True,
        env=os.environ | ENVIRONMENT,
        check=False,
    )
    if done.returncode:
        return [done.stderr.strip().splitlines()[-1]]
    return list(json.loads(done.stdout.strip().splitlines()[-1]))


def write_stub(exercise: Exercise) -> None:
    """Writes the stub anew, with the docstrings of the English texts."""
    (exercise.folder / "stub.py").write_text(stub_in(exercise, "en"), "utf-8")


__all__ = ["CourseError", "Proof", "recorded_key", "verify", "write_stub"]
