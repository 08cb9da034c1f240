"""What is known of wrong answers: for each task, what each misconception would give.

``TASKS`` maps the name of an exercise to its ``Task``. A wrong form has the same
arguments as the right one, so ``checks`` can compare a learner's numbers with it; a
``Probe`` looks at the calls where no number tells. The sentence of a misconception
stands once a topic, in its module.
"""

from importlib import import_module
from pkgutil import iter_modules

from nnbyhand.misconceptions.task import Probe, Sentences, Task


def _collect() -> dict[str, Task]:
    tasks: dict[str, Task] = {}
    for module in iter_modules(__path__):
        if module.name != "task":
            tasks |= import_module(f"{__name__}.{module.name}").TASKS
    return tasks


TASKS = _collect()

__all__ = ["TASKS", "Probe", "Sentences", "Task"]
