"""Submission + exercise → Result. The one way in: a single file is a batch of one.

run          sources → transcripts                 (grader.sandbox.runner)
check        transcripts → findings                (grader.checks.run)
diagnose     transcript → ideas that explain it    (grader.diagnosis)
result_of    all of them, in words, → Result
"""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

import msgspec

from grader import __version__
from grader.case import Case
from grader.checks.problem import Finding
from grader.checks.run import Checked, check
from grader.checks.words import finding_in_words, place_in_words, problem_in_words
from grader.course import SHOW_HIDDEN
from grader.exercise import AnswerKey, Exercise, Texts
from grader.result import (
    CheckOutcome,
    CheckResult,
    Counterexample,
    Isolation,
    Misconception,
    Result,
    SubmissionOutcome,
)
from grader.sandbox.zygote import Zygote
from grader.show import call_to_paste, outcome_for_reading
from grader.submission import Submission
from grader.transcribing import transcribe
from grader.transcript import Crashed, NotRun, Outcome, Raised, Returned, TimedOut, Transcript
from grader.value import Array, Dict, List, Object, Tuple, Value
from grader.words import Translate, translator

if TYPE_CHECKING:
    from grader.diagnosis import Diagnosis

# So many submissions share one pytest run: more save little, and cost memory.
CHUNK = 64
# A counterexample carries values of at most so many numbers, to be drawn from the Result.
MOST_NUMBERS = 2_000


@dataclass(frozen=True)
class Judgement:
    """What checks and diagnosis say of one transcript: all that depends on its digest alone."""

    checked: Checked
    diagnoses: tuple[Diagnosis, ...] = ()


class Grader:
    """Grades submissions of one exercise, with one zygote.

    key: what is asked and what is right; language: of the texts in the Results;
    keep: whether judgements are kept, so that equal transcripts are judged once.
    """

    def __init__(
        self, key: AnswerKey, zygote: Zygote, language: str = "en", keep: bool = True
    ) -> None:
        self.key, self.zygote, self.language, self.keep = key, zygote, language, keep
        self._kept: dict[str, Judgement] = {}

    def grade(self, submissions: Iterable[Submission]) -> Iterator[Result]:
        """The Results of these submissions, in their order.

        Raises `GraderError` or `SandboxError` where the grader cannot grade.
        """
        stream = iter(submissions)
        while chunk := list(islice(stream, CHUNK)):
            transcripts = [transcribe(self.zygote, self.key, submission) for submission in chunk]
            yield from self.results(chunk, transcripts)

    def results(
        self, submissions: Sequence[Submission], transcripts: Sequence[Transcript | None]
    ) -> list[Result]:
        """The Results of submissions that have been run already."""
        told = zip(submissions, transcripts, self.judge(transcripts), strict=True)
        return [self.result(*one) for one in told]

    def judge(self, transcripts: Sequence[Transcript | None]) -> list[Judgement | None]:
        """The judgements of these transcripts; None for what was refused or not imported."""
        known = self._kept if self.keep else {}
        new: dict[object, Transcript] = {}
        for index, transcript in enumerate(transcripts):
            if transcript is not None and transcript.stopped is None:
                if self.keep and transcript.digest in known:
                    continue
                new[transcript.digest if self.keep else index] = transcript
        judged = judge(self.key, list(new.values()))
        if not self.keep:
            found = dict(zip(new, judged, strict=True))
            return [found.get(index) for index in range(len(transcripts))]
        known.update((t.digest, j) for t, j in zip(new.values(), judged, strict=True))
        return [known.get(t.digest) if t is not None else None for t in transcripts]

    def result(
        self, submission: Submission, transcript: Transcript | None, judgement: Judgement | None
    ) -> Result:
        """The Result, in the language of this grader."""
        isolation = Isolation(self.zygote.level, self.zygote.layers)
        return result_of(self.key, submission, transcript, judgement, self.language, isolation)


def judge(key: AnswerKey, transcripts: Sequence[Transcript]) -> list[Judgement]:
    """Checks and diagnoses each of these transcripts, the checks in one pytest run."""
    judgements = []
    for transcript, checked in zip(transcripts, check(key, transcripts), strict=True):
        diagnoses: tuple[Diagnosis, ...] = ()
        if any(checked.findings.values()):
            # A right answer needs no diagnosis, nor its import.
            from grader.diagnosis import diagnose

            diagnoses = tuple(diagnose(key, transcript))
        judgements.append(Judgement(checked, diagnoses))
    return judgements


def result_of(
    key: AnswerKey,
    submission: Submission,
    transcript: Transcript | None,
    judgement: Judgement | None,
    language: str = "en",
    isolation: Isolation | None = None,
) -> Result:
    """What is told of one submission; a pure function of its arguments.

    transcript: None where the submission was refused; judgement: None where it was refused or
    could not be imported.
    """
    exercise = key.exercise
    texts, _ = exercise.texts(language), translator(language)
    result = Result(
        exercise=exercise.name,
        exercise_version=exercise.version,
        submission=submission.name,
        digest=submission.digest,
        student=submission.student,
        outcome="refused",
        points=0,
        max_points=0,
        isolation=isolation or Isolation("none"),
        seconds=transcript.seconds if transcript else 0.0,
        output=transcript.output if transcript else "",
        grader_version=__version__,
        message=_(submission.refused),
        language=language,
        title=texts.title,
    )
    if transcript is None:
        return msgspec.structs.replace(result, max_points=sum(points_of(exercise).values()))
    if judgement is None:
        return msgspec.structs.replace(
            result,
            outcome="timed_out" if isinstance(transcript.stopped, TimedOut) else "error",
            max_points=sum(points_of(exercise).values()),
            message=_stopped(transcript, _),
            line=transcript.stopped.line if isinstance(transcript.stopped, Raised) else None,
        )
    checks = _checks(key, transcript, judgement.checked, texts, _)
    points = sum(check.points for check in checks)
    outcome = _outcome(transcript, checks)
    return msgspec.structs.replace(
        result,
        outcome=outcome,
        points=points,
        max_points=sum(check.max_points for check in checks),
        checks=checks,
        misconceptions=()
        if outcome == "not_started"
        else tuple(_misconception(f, texts, transcript, _) for f in judgement.diagnoses),
        message=_did_you_mean(exercise, transcript, _),
        first=_first(key, judgement.checked.findings),
    )


def points_of(exercise: Exercise) -> Mapping[str, float]:
    """The points of each check, as its marks say, for what could not be judged at all."""
    import ast

    points = {}
    for node in ast.parse(exercise.checks_path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            for mark in node.decorator_list:
                if isinstance(mark, ast.Call) and ast.unparse(mark.func) == "pytest.mark.points":
                    points[node.name.removeprefix("test_")] = ast.literal_eval(mark.args[0])
    return points


def _checks(
    key: AnswerKey, transcript: Transcript, checked: Checked, texts: Texts, _: Translate
) -> tuple[CheckResult, ...]:
    results = []
    for name, kept in checked.findings.items():
        finding = _own(kept, transcript)
        text = texts.checks.get(name)
        needs = (need for need in checked.needs[name] if checked.findings.get(need))
        outcome: CheckOutcome = finding.outcome if finding else "passed"
        results.append(
            CheckResult(
                id=name,
                title=text.title if text else name,
                outcome=outcome,
                points=0 if finding else checked.points[name],
                max_points=checked.points[name],
                message=finding_in_words(finding, _) if finding else "",
                hint=text.hint if text and finding else "",
                counterexample=_counterexample(key, transcript, finding, _),
                because=next(needs, None) if finding else None,
                visible=name in key.exercise.manifest.visible,
            )
        )
    return tuple(results)


def _own(finding: Finding | None, transcript: Transcript) -> Finding | None:
    """A finding with this submission's own lines: those of an equal transcript may differ."""
    if finding is None or finding.case is None or not isinstance(finding.problem, Raised):
        return finding
    outcome = transcript.entries[finding.case.key].outcome
    assert isinstance(outcome, Raised)
    return msgspec.structs.replace(finding, problem=outcome)


def _counterexample(
    key: AnswerKey, transcript: Transcript, finding: Finding | None, _: Translate
) -> Counterexample | None:
    if finding is None or finding.case is None or isinstance(finding.problem, NotRun):
        return None
    case = finding.case
    entry = transcript.entries.get(case.key)
    expected = key.answers[case.key]
    if isinstance(expected, Raised) and case.names:
        names = _(" or ").join(f"`{name}`" for name in case.names)
        wanted = _("{kind} whose message names {names}").format(kind=expected.kind, names=names)
    else:
        wanted = outcome_for_reading(expected)
    return Counterexample(
        call=call_to_paste(case, key.exercise.name, key.exercise.parameters(case.function)),
        expected=wanted,
        actual=outcome_for_reading(entry.outcome) if entry else "",
        difference=problem_in_words(finding.problem, _),
        function=case.function,
        arguments=_arguments(key.exercise, case),
        expected_value=_drawable(expected),
        actual_value=_drawable(entry.outcome if entry else None),
        tolerance=0 if case.exact else case.tolerance,
        line=finding.problem.line if isinstance(finding.problem, Raised) else None,
    )


def _arguments(exercise: Exercise, case: Case) -> dict[str, Value]:
    """What the call is given, by the names of the parameters."""
    parameters = exercise.parameters(case.function)
    given: dict[str, Value] = {}
    for index, value in enumerate(case.arguments):
        name = parameters[index].name if index < len(parameters) else f"argument_{index}"
        given[name] = value
    given |= case.options
    return {name: value for name, value in given.items() if _size(value) <= MOST_NUMBERS}


def _drawable(outcome: Outcome | None) -> Value:
    """The value that came back, if one did and it is not too large for a page."""
    if isinstance(outcome, Returned) and _size(outcome.value) <= MOST_NUMBERS:
        return outcome.value
    return None


def _size(value: Value) -> int:
    """How many numbers and characters a value holds."""
    match value:
        case Array():
            return math.prod(value.shape)
        case List() | Tuple():
            return sum(map(_size, value.items), len(value.items))
        case Dict():
            return sum(map(_size, value.values), sum(map(len, value.keys)))
        case str():
            return len(value)
        case Object():
            return len(value.text)
    return 1


def _outcome(transcript: Transcript, checks: Sequence[CheckResult]) -> SubmissionOutcome:
    outcomes = [entry.outcome for entry in transcript.entries.values()]
    if all(isinstance(o, Raised) and o.kind == "NotImplementedError" for o in outcomes):
        return "not_started"
    if all(check.outcome == "passed" for check in checks):
        return "passed"
    if any(isinstance(outcome, TimedOut) for outcome in outcomes):
        return "timed_out"
    if any(isinstance(outcome, Crashed) for outcome in outcomes):
        return "crashed"
    return "failed"


def _first(key: AnswerKey, findings: Mapping[str, Finding | None]) -> str | None:
    """The check whose failing case comes first: the smallest is the one to fix first."""
    order = {case.key: index for index, case in enumerate(key.cases)}

    def place(name: str) -> tuple[bool, int]:
        finding = findings[name]
        assert finding is not None
        case: Case | None = finding.case
        judged = finding.outcome != "not_run"
        return not judged, order.get(case.key, len(order)) if case else len(order)

    return min((name for name, finding in findings.items() if finding), key=place, default=None)


def _misconception(
    found: Diagnosis, texts: Texts, transcript: Transcript, _: Translate
) -> Misconception:
    text = found.text(texts, transcript, _)
    return Misconception(
        id=found.id,
        title=text.title,
        explanation=text.explanation.strip(),
        confidence=round(found.confidence, 2),
        cases_explained=found.cases_explained,
        cases_failed=found.cases_failed,
        hint=text.hint,
        source=found.source,
    )


def _stopped(transcript: Transcript, _: Translate) -> str:
    stopped = transcript.stopped
    if isinstance(stopped, Raised) and stopped.kind == "SystemExit":
        return _("the file ends the program when it is imported ({place})").format(
            place=place_in_words(stopped, _)
        )
    if isinstance(stopped, Raised):
        text = f"{stopped.type}: {stopped.message}" if stopped.message else stopped.type
        where = f" ({place_in_words(stopped, _)})" if stopped.line else ""
        shown = f"\n    {stopped.source}" if stopped.source else ""
        return (
            _("the file could not be imported{where}: {error}").format(where=where, error=text)
            + shown
        )
    if isinstance(stopped, TimedOut):
        return _(
            "importing the file was {what}; what runs for long belongs into the functions"
        ).format(what=problem_in_words(stopped, _))
    assert isinstance(stopped, Crashed)
    return _("importing the file ended its process: {reason}").format(reason=_(stopped.reason))


def _did_you_mean(exercise: Exercise, transcript: Transcript, _: Translate) -> str:
    """Which functions are missing, and which name may have been meant."""
    sentences = []
    for name in exercise.functions:
        if name in transcript.defined:
            continue
        near = difflib.get_close_matches(name, transcript.defined, n=1)
        sentence = _("the file defines no `{name}`").format(name=name)
        if near:
            sentence += _("; did you mean `{near}`? Rename it").format(near=near[0])
        sentences.append(sentence)
    return "\n".join(sentences)


def hide(result: Result, show_hidden: str) -> Result:
    """A Result without what students are not to see of hidden checks.

    show_hidden: "all", "title", "count" or "none", as a course says.
    """
    if show_hidden == "all":
        return result
    if show_hidden not in SHOW_HIDDEN:
        raise ValueError(f"show_hidden is one of {', '.join(SHOW_HIDDEN)}")
    checks: list[CheckResult] = []
    for number, item in enumerate(result.checks, 1):
        if item.visible:
            checks.append(item)
            continue
        bare: dict[str, Any] = {"message": "", "hint": "", "counterexample": None, "because": None}
        if show_hidden == "title":
            checks.append(msgspec.structs.replace(item, **bare))
        elif show_hidden == "count":
            bare |= {"id": f"hidden_{number}", "title": ""}
            checks.append(msgspec.structs.replace(item, **bare))
    visible = {item.id for item in result.checks if item.visible}
    return msgspec.structs.replace(
        result,
        checks=tuple(checks),
        output="",
        first=result.first if result.first in visible else None,
    )
