"""How far an assignment is: points of the tests you can see, in words and symbols.

``progress`` is the last cell of every assignment. ``exercises`` reads the list it is
called with, ``saved`` what a saved notebook says; the welcome page uses both.
"""

import html
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nnbyhand import record
from nnbyhand.record import CORRECT, NOT_ATTEMPTED, NOT_YET

NOT_RUN = "not run"
SYMBOLS = {CORRECT: "✓", NOT_YET: "◐", NOT_ATTEMPTED: "○", NOT_RUN: "–"}
LIST = re.compile(r'^progress\(\s*"""\n(.*?)^\s*"""\s*\)', re.DOTALL | re.MULTILINE)
ELSEWHERE = (
    "Run this cell in JupyterLab to see here how far you are: correct, not yet, or "
    "not attempted."
)


@dataclass
class Exercise:
    """An exercise: its visible tests with their points, and the points behind them."""

    title: str
    tests: dict[str, int] = field(default_factory=dict)
    hidden: int = 0
    person: int = 0

    def state(self, outcomes: Mapping[str, str]) -> str:
        """Give one word for all visible tests; '' where none can be seen."""
        words = {outcomes.get(test, NOT_RUN) for test in self.tests}
        if len(words) < 2:
            return words.pop() if words else ""
        return NOT_ATTEMPTED if words <= {NOT_ATTEMPTED, NOT_RUN} else NOT_YET

    def got(self, outcomes: Mapping[str, str]) -> int:
        """Count the points of visible tests that are correct."""
        return sum(
            points
            for test, points in self.tests.items()
            if outcomes.get(test) == CORRECT
        )


def progress(listed: str) -> "Progress":
    """Show how far this assignment is; ``listed`` is written when it is built.

    An exercise stands on a line of its own; indented below it, each visible test with
    its points, then ``hidden`` and ``person`` with theirs.
    """
    here = record.cell_id()
    # another program than JupyterLab may have ids of its own for the same cells
    known = here.endswith("-progress")
    return Progress(exercises(listed), record.outcomes if known else None)


def exercises(listed: str) -> list[Exercise]:
    """Read the list of exercises; ValueError names a line that is none."""
    found: list[Exercise] = []
    for line in listed.splitlines():
        if not line.strip():
            continue
        if not line.startswith(" "):
            found.append(Exercise(line.strip()))
            continue
        name, _, points = line.strip().rpartition(" ")
        if not found or not points.isdigit():
            raise ValueError(f"progress: expected a test and its points, got {line!r}")
        if name in ("hidden", "person"):
            setattr(found[-1], name, int(points))
        else:
            found[-1].tests[name] = int(points)
    return found


class Progress:
    """The panel: a table for the eye and the screen reader, text for all else."""

    def __init__(
        self, found: list[Exercise], outcomes: Mapping[str, str] | None
    ) -> None:
        self.exercises = found
        self.outcomes = dict(outcomes or {})
        self.known = outcomes is not None

    @property
    def visible(self) -> int:
        """The points of all tests that can be seen."""
        return sum(sum(exercise.tests.values()) for exercise in self.exercises)

    @property
    def got(self) -> int:
        """The points of those that are correct."""
        return sum(exercise.got(self.outcomes) for exercise in self.exercises)

    @property
    def states(self) -> list[str]:
        """The word for each exercise with a test that can be seen."""
        words = (exercise.state(self.outcomes) for exercise in self.exercises)
        return [word for word in words if word]

    def rows(self) -> list[tuple[str, str, str, str]]:
        """Give title, state, points now and points later of each exercise."""
        rows = []
        for each in self.exercises:
            most, word = sum(each.tests.values()), each.state(self.outcomes)
            state = f"{SYMBOLS[word]} {word}" if word else "judged later"
            now = f"{each.got(self.outcomes)} of {most}" if most else ""
            if not self.known:
                state, now = "", f"{most}" if most else ""
            later = [f"{each.hidden} by hidden tests"] if each.hidden else []
            later += [f"{each.person} by a person"] if each.person else []
            rows.append((each.title, state, now, ", ".join(later)))
        return rows

    def summary(self) -> str:
        """Say how far it is, and what is judged later, in two or three sentences."""
        hidden = sum(exercise.hidden for exercise in self.exercises)
        person = sum(exercise.person for exercise in self.exercises)
        later = f"{hidden} more points come from hidden tests"
        later += f" and {person} from a person" if person else ""
        later += ", after you have handed in: correct here is not yet full marks."
        if not self.known:
            return f"{self.visible} points come from tests you can see. {later}"
        said = f"{self.got} of {self.visible} points from tests you can see. {later}"
        if NOT_RUN in self.states:
            said += (
                " “Not run” means: not since the kernel started. Run the tests, then "
                "this cell again."
            )
        return said

    def __repr__(self) -> str:
        lines = [self.summary()] if self.known else [ELSEWHERE, self.summary()]
        for title, state, now, later in self.rows():
            lines.append("  " + "; ".join(p for p in (title, state, now, later) if p))
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        said = self.summary() if self.known else f"{ELSEWHERE} {self.summary()}"
        points, stop, more = (html.escape(part) for part in said.partition(". "))
        heads = ["exercise", "state", "points now", "points later"]
        rows = self.rows()
        if not self.known:
            heads.pop(1)
            rows = [(row[0], *row[2:]) for row in rows]
        head = "".join(f'<th scope="col" {LEFT}>{text}</th>' for text in heads)
        body = "".join(_row(row) for row in rows)
        return (
            f"<p><strong>{points}{stop}</strong>{more}</p><table><thead><tr>{head}</tr>"
            f"</thead><tbody>{body}</tbody></table>"
        )


LEFT = 'style="text-align: left"'


def _row(row: tuple[str, ...]) -> str:
    title, *rest = (html.escape(text) for text in row)
    cells = "".join(f"<td {LEFT}>{text}</td>" for text in rest)
    return f'<tr><th scope="row" {LEFT}>{title}</th>{cells}</tr>'


def saved(path: Path) -> Progress | None:
    """Read how far a saved assignment is; None where the file is no assignment."""
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        sources = {cell.get("id", ""): "".join(cell["source"]) for cell in cells}
        lists = [LIST.search(source) for source in sources.values()]
        found = exercises(next(match[1] for match in lists if match))
        outcomes = {
            cell["id"]: _outcome(cell)
            for cell in cells
            if cell["cell_type"] == "code" and cell.get("execution_count")
        }
    except (OSError, ValueError, LookupError, TypeError, AttributeError, StopIteration):
        return None
    return Progress(found, outcomes)


def _outcome(cell: Mapping[str, Any]) -> str:
    errors = [o["ename"] for o in cell["outputs"] if o["output_type"] == "error"]
    if not errors:
        return CORRECT
    attempted = not {"NotAttempted", "NotImplementedError"} & set(errors)
    return NOT_YET if attempted else NOT_ATTEMPTED
