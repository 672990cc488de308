"""Submission → transcript: runs what was handed in on the cases of an answer key.

Apart from `grader.grading`, so that it can begin before pytest is imported.
"""

from __future__ import annotations

from grader.exercise import AnswerKey
from grader.sandbox.runner import Implementation, run
from grader.sandbox.zygote import Zygote
from grader.submission import Submission, lines_in_cells
from grader.transcript import Transcript


def transcribe(zygote: Zygote, key: AnswerKey, submission: Submission) -> Transcript | None:
    """What the submission does, or None where it was refused.

    Raises `SandboxError` where the sandbox itself fails.
    """
    if submission.source is None:
        return None
    implementation = Implementation(submission.source, submission.name)
    transcript = run(zygote, key.plan, implementation)
    if submission.name.endswith(".ipynb"):
        return lines_in_cells(transcript, submission.source)
    return transcript
