"""What is asked of a run, who executes, and what became of each submission.

Quick to import, so that warm servers can begin before the rest is read.
"""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Any, Protocol

from coursekit.grading.sandbox import Policy


class Executor(Protocol):
    """Whoever executes jobs: servers on this machine, or a cluster."""

    def submit(self, job: dict[str, Any]) -> "Future[dict[str, Any]]": ...

    def stop(self) -> None: ...


@dataclass
class Line:
    """What became of one submission in this run."""

    student: str
    assignment: str
    status: str
    points: float | None = None
    worth: float = 0.0
    reasons: list[str] = field(default_factory=list)
    changes: list[str] = field(default_factory=list)
    done: str = "graded now"  # or "unchanged", "finished", "held back", "failed"


@dataclass
class Options:
    """What the instructor asked for."""

    students: list[str] = field(default_factory=list)
    policy: Policy = field(default_factory=Policy)
    allow: tuple[str, ...] = ()
    force: bool = False
    agree: Callable[[list[Line]], bool] = lambda lowered: False
