"""The questions of the lessons' self-checks, by their ID in the syllabus.

They stand here and not in the lessons, so that a reader meets the question before the
answer; a module for each unit. Every option has a sentence of its own; ``right`` names
the right one.
"""

from importlib import import_module
from pkgutil import iter_modules

from nnbyhand.quizzes.question import Question


def _collect() -> dict[str, list[Question]]:
    quizzes: dict[str, list[Question]] = {}
    for module in iter_modules(__path__):
        if module.name != "question":
            quizzes |= import_module(f"{__name__}.{module.name}").QUIZZES
    return quizzes


QUIZZES = _collect()

__all__ = ["QUIZZES", "Question"]
