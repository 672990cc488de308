"""The baseline: the checks of `conv_padding` as an ordinary pytest file, as a course has it today.

The submission (SUBMISSION) is imported into this process, and TensorFlow is asked for every
answer. Nothing here is hidden, isolated or explained.
"""

import importlib.util
import os
import sys
from pathlib import Path

import numpy as np
import pytest
import tensorflow as tf  # noqa: F401 - what such a file begins with

SOLUTION = Path(__file__).parents[3] / "solutions" / "conv_padding"


def load(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


cases = load(SOLUTION / "cases.py", "baseline_cases")
reference = load(SOLUTION / "reference_tensorflow.py", "baseline_reference")
submission = load(Path(os.environ["SUBMISSION"]), "baseline_submission")


@pytest.mark.parametrize(
    "case",
    [case for group in cases.GROUPS if group.name != "senseless" for case in group.cases],
    ids=lambda case: f"{case.function}-{case.key}",
)
def test_answer(case):
    arguments, options = case.python_arguments()
    expected = getattr(reference, case.function)(*arguments, **options)
    actual = getattr(submission, case.function)(*arguments, **options)
    np.testing.assert_array_equal(actual, expected)


@pytest.mark.parametrize(
    "case", next(group.cases for group in cases.GROUPS if group.name == "senseless")
)
def test_refused(case):
    arguments, options = case.python_arguments()
    with pytest.raises(ValueError, match=case.names[0]):
        getattr(submission, case.function)(*arguments, **options)
