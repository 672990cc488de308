"""An automated grader for exercises and quizzes on deep learning layers."""

__version__ = "0.1.0"
