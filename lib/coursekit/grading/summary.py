"""What the instructor reads when a run has ended."""

from collections import Counter
from collections.abc import Iterable

from coursekit.grading.terms import Line

MARKS = {
    "graded": "",
    "partly graded": "!",
    "timed out": "!",
    "tampered": "?",
    "unreadable": "x",
    "missing": "-",
    "not graded": "x",
}


def table(assignment: str, lines: list[Line]) -> list[str]:
    """Lay out one line for each student, those who need a look with their reasons."""
    width = max([len(line.student) for line in lines] + [7])
    rows = [assignment, f"  {'student':<{width}}  {'points':>12}  status"]
    for line in lines:
        points = "none" if line.points is None else f"{line.points:g}"
        status = line.status if line.done == "graded now" else _with(line)
        rows.append(
            f"{MARKS.get(line.status, ''):>1} {line.student:<{width}}  "
            f"{points + ' of ' + format(line.worth, 'g'):>12}  {status}"
        )
        rows += [f"      {text}" for text in (*line.reasons, *line.changes)]
    return rows


def _with(line: Line) -> str:
    return line.done if line.status == "missing" else f"{line.status}, {line.done}"


def count(lines: Iterable[Line]) -> str:
    """Say in one line how many there are of each status, and what this run did."""
    lines = list(lines)
    statuses = Counter(line.status for line in lines)
    done = Counter(line.done for line in lines)
    parts = [f"{number} {status}" for status, number in statuses.most_common()]
    return (
        f"{len(lines)} students: {', '.join(parts)} "
        f"({', '.join(f'{number} {what}' for what, number in done.most_common())})"
    )
