"""Grade a fabricated class with real nbgrader and compare with what is expected.

``demo`` makes a course in a folder of its own, hands in the work of a whole class (see
``coursekit.roles``), runs ``nbgrader autograde``, ``generate_feedback`` and ``export``,
and prints the gradebook with the expected points beside.
"""

import csv
import tempfile
import webbrowser
from dataclasses import dataclass, replace
from pathlib import Path

from tqdm import tqdm

from coursekit.classroom import Classroom, Report
from coursekit.course import Course, CourseError
from coursekit.grading.export import Standing
from coursekit.pages import Secrets, page_faults, secrets
from coursekit.roles import Role, roles


@dataclass(frozen=True)
class Line:
    """One line of the gradebook beside what was expected of it."""

    role: Role
    report: Report | None
    faults: tuple[str, ...]


def demo(
    course: Course, units: list[str], *, folder: Path | None = None, show: bool = True
) -> int:
    """Grade a fabricated class; give 0 if every line is as expected, else 1."""
    units = [unit for unit in units if course.source_text(unit).exists()]
    if not units:
        raise CourseError("none of these units has an assignment")
    place = (folder or Path(tempfile.mkdtemp(prefix="class-"))).resolve()
    if place.exists() and any(place.iterdir()):
        raise CourseError(f"{place} is not empty: give a new folder with --folder")
    print(f"the class lies in {place}")
    room = Classroom.open(course, units, place)
    lines = {unit: grade_class(course, room, unit) for unit in units}
    exported = _exported(room)
    wrong = total = 0
    for unit, graded in lines.items():
        whole = [
            _with_export(line, exported.get((unit, line.role.name))) for line in graded
        ]
        print("\n".join(table(unit, whole)))
        wrong += sum(bool(line.faults) for line in whole)
        total += len(whole)
    print(f"submissions {total}, as expected {total - wrong}, otherwise {wrong}")
    print(f"grades: {room.folder / 'grades.csv'}\nfeedback: {room.folder / 'feedback'}")
    if show:
        webbrowser.open((room.folder / "feedback").as_uri())
    return 1 if wrong else 0


def grade_class(course: Course, room: Classroom, unit: str) -> list[Line]:
    """Hand in, autograde and write feedback for one unit; compare every line."""
    fabricated = roles(course, room, unit)
    for role in fabricated:
        room.hand_in(role.name, unit, role.work)
    with tqdm(total=len(fabricated), unit="student", leave=False) as bar:
        bar.set_description(f"{unit}: autograde")
        room.autograde(unit, bar.update)
    with tqdm(total=len(fabricated), unit="page", leave=False) as bar:
        bar.set_description(f"{unit}: generate_feedback")
        room.feedback(unit, bar.update)
    reports = room.reports(unit)
    hidden = secrets(course.source_text(unit).read_text("utf-8"))
    return [
        Line(role, reports.get(role.name), _faults(room, unit, role, reports, hidden))
        for role in fabricated
    ]


def _faults(
    room: Classroom,
    unit: str,
    role: Role,
    reports: dict[str, Report],
    hidden: Secrets,
) -> tuple[str, ...]:
    report = reports.get(role.name)
    if report is None:
        return ("is not in the gradebook",)
    faults = []
    if report.standing is not role.standing:
        faults.append(f"expected {role.standing.value!r}")
    for cell in sorted(set(role.points) | set(report.points)):
        got, due = report.points.get(cell), role.points.get(cell)
        if got != due:
            faults.append(f"{cell}: expected {due}, got {got}")
    page = room.page(role.name, unit)
    if page.exists() != (role.standing is not Standing.UNREADABLE):
        faults.append("has a feedback page" if page.exists() else "no feedback page")
    elif page.exists():
        faults += page_faults(page.read_text("utf-8"), hidden, role.says)
    return tuple(faults)


def table(unit: str, lines: list[Line]) -> list[str]:
    """Lay the gradebook of a unit out, the expected points beside the given ones."""
    width = max(len(line.role.name) for line in lines) + 2
    rows = [
        unit,
        f"  {'student':<{width}}{'points':>7}{'expected':>10}  equal  status",
    ]
    for line in lines:
        report, role = line.report, line.role
        readable = report is not None and report.standing is not Standing.UNREADABLE
        got = f"{report.total:g}" if report is not None and readable else "none"
        due = "none" if role.standing is Standing.UNREADABLE else f"{role.total:g}"
        status = report.standing.value if report is not None else "not graded"
        equal = "no" if line.faults else "yes"
        rows.append(f"  {role.name:<{width}}{got:>7}{due:>10}  {equal:<5}  {status}")
        rows += [f"      {fault}" for fault in line.faults]
    return rows


def _exported(room: Classroom) -> dict[tuple[str, str], dict[str, str]]:
    """Export the grades and read the CSV back, by unit and student."""
    with room.export().open(encoding="utf-8", newline="") as file:
        return {
            (row["assignment"], row["student_id"]): row for row in csv.DictReader(file)
        }


def _with_export(line: Line, row: dict[str, str] | None) -> Line:
    """Add what the exported line says otherwise than expected."""
    readable = line.role.standing is not Standing.UNREADABLE
    due = (line.role.standing.value, f"{line.role.total:g}" if readable else "")
    got = (row["standing"], row["score"]) if row else None
    if got == due:
        return line
    return replace(
        line, faults=(*line.faults, f"grades.csv: expected {due}, got {got}")
    )
