"""Read what a report tells from the gradebook, the receipts and the graded notebooks.

``gather`` gives an ``AssignmentReport`` for each assignment: numbers and words only,
nothing of how they are shown.
"""

import json
import statistics
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.api import Grade, Gradebook, SubmittedAssignment

from coursekit.course import Course, CourseError
from coursekit.grading.export import Standing, note, standing
from coursekit.grading.journal import RECEIPT
from coursekit.report.slips import slip

NO_SCORE = {Standing.UNREADABLE, Standing.TAMPERED}
BINS = 10
Slips = dict[tuple[str, str, str], set[str]]  # exercise, code, sentence: students


@dataclass
class Exercise:
    """One exercise, and how many students came how far."""

    grade_id: str
    title: str
    tests: tuple[str, ...]
    written: bool = False
    outcomes: Counter[str] = field(default_factory=Counter)

    @property
    def graded(self) -> int:
        return sum(self.outcomes.values()) - self.outcomes["no grade"]


@dataclass(frozen=True)
class Slip:
    """A misconception in one exercise, and how many students had it."""

    exercise: str
    code: str
    sentence: str
    who: frozenset[str]

    @property
    def students(self) -> int:
        return len(self.who)


@dataclass(frozen=True)
class Look:
    """A submission that a person has to look at, and why."""

    student: str
    standing: Standing
    why: str


@dataclass
class AssignmentReport:
    """All that is told of one assignment."""

    name: str
    worth: float
    class_size: int
    scores: list[float] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    looks: list[Look] = field(default_factory=list)
    exercises: list[Exercise] = field(default_factory=list)
    slips: list[Slip] = field(default_factory=list)
    late: int = 0
    seconds: list[float] = field(default_factory=list)

    @property
    def handed_in(self) -> int:
        return self.class_size - len(self.missing)

    @property
    def mean(self) -> float | None:
        return statistics.fmean(self.scores) if self.scores else None

    @property
    def median(self) -> float | None:
        return statistics.median(self.scores) if self.scores else None

    @property
    def histogram(self) -> list[int]:
        """How many scores lie in each tenth of the points; the last holds the full."""
        bins = [0] * BINS
        for score in self.scores:
            share = score / self.worth if self.worth else 0.0
            bins[min(int(share * BINS + 1e-9), BINS - 1)] += 1
        return bins

    @property
    def full(self) -> int:
        return sum(score >= self.worth for score in self.scores)

    @property
    def waiting(self) -> int:
        return sum(look.standing is Standing.WAITS for look in self.looks)


def gather(
    course: Course, url: str, course_id: str, words: list[str]
) -> list[AssignmentReport]:
    """Read everything about the assignments named, or about all of them."""
    with Gradebook(url, course_id) as gradebook:
        known = [assignment.name for assignment in gradebook.assignments]
        students = [student.id for student in gradebook.students]
        return [
            _assignment(course, gradebook, name, students)
            for name in _choose(sorted(known), words)
        ]


def _choose(known: list[str], words: list[str]) -> list[str]:
    chosen = []
    for word in words:
        start = f"{int(word):02d}_" if word.isdigit() else word
        found = [name for name in known if name == word or name.startswith(start)]
        if len(found) != 1:
            raise CourseError(
                f"no assignment {word!r} in the gradebook; it holds "
                f"{', '.join(known) or 'none'}"
            )
        chosen += found
    if not known:
        raise CourseError(
            "the gradebook holds no assignment: generate and grade one first"
        )
    return chosen or known


def _assignment(
    course: Course, gradebook: Gradebook, name: str, students: list[str]
) -> AssignmentReport:
    found = gradebook.find_assignment(name)
    report = AssignmentReport(name, found.max_score, len(students))
    report.exercises = exercises(course, name)
    handed = {s.student_id: s for s in gradebook.assignment_submissions(name)}
    slips: Slips = {}
    for student in students:
        if student not in handed:
            report.missing.append(student)
            continue
        folder = course.root / "autograded" / student / name
        _submission(report, handed[student], folder, slips)
    order = [exercise.grade_id for exercise in report.exercises]
    report.slips = sorted(
        (Slip(*key, frozenset(who)) for key, who in slips.items()),
        key=lambda s: (order.index(s.exercise), -s.students, s.code, s.sentence),
    )
    return report


def exercises(course: Course, unit: str) -> list[Exercise]:
    """Read from the notebook what belongs together: an answer with its tests."""
    for path in (course.source(unit), course.release(unit)):
        if path.exists():
            cells = json.loads(path.read_text("utf-8"))["cells"]
            break
    else:
        raise CourseError(
            f"{unit} is in the gradebook, and its notebook is not in source/ nor in "
            "release/: put it back, or name the assignments to report on"
        )
    made: list[Exercise] = []
    title = ""
    for cell in cells:
        about = cell["metadata"].get("nbgrader", {})
        kind = _kind(about)
        heading = "".join(cell["source"]).partition("\n")[0]
        if heading.startswith("## ") and cell["cell_type"] == "markdown":
            title = heading.removeprefix("## ").split(" (")[0]
        if kind == "test" and made and not made[-1].written:
            made[-1].tests += (about["grade_id"],)
        elif kind == "written":
            name = about["grade_id"]
            made.append(Exercise(name, title, (name,), written=True))
        elif kind == "answer":
            made.append(Exercise(about["grade_id"], title, ()))
    return [exercise for exercise in made if exercise.tests]


def _kind(about: dict[str, Any]) -> str:
    if about.get("grade"):
        return "written" if about.get("solution") else "test"
    return "answer" if about.get("solution") else ""


def _submission(
    report: AssignmentReport,
    handed: SubmittedAssignment,
    folder: Path,
    slips: Slips,
) -> None:
    stands = standing(handed)
    if stands not in NO_SCORE:
        report.scores.append(max(0.0, handed.score - handed.late_submission_penalty))
    if stands is not Standing.GRADED:
        report.looks.append(Look(handed.student_id, stands, note(handed)))
    report.late += handed.total_seconds_late > 0
    report.seconds += _seconds(folder)
    grades = {g.name: g for notebook in handed.notebooks for g in notebook.grades}
    said = _said(folder / f"{report.name}.ipynb")
    for exercise in report.exercises:
        mine = {said[test] for test in exercise.tests if test in said}
        codes = {code for code, _ in mine}
        outcome = _outcome(exercise, grades, codes)
        if stands is Standing.UNREADABLE and outcome == "waits":
            outcome = "no grade"  # there is nothing to read
        exercise.outcomes[outcome] += 1
        for code, sentence in mine:
            if code != "blank":
                key = (exercise.grade_id, code, sentence)
                slips.setdefault(key, set()).add(handed.student_id)


def _outcome(exercise: Exercise, grades: dict[str, Grade], codes: set[str]) -> str:
    mine = [grades[test] for test in exercise.tests if test in grades]
    if not mine or all(g.auto_score is None and g.manual_score is None for g in mine):
        return "waits" if exercise.written and mine else "no grade"
    got, worth = sum(g.score for g in mine), sum(g.max_score for g in mine)
    if got >= worth:
        return "correct"
    if got > 0:
        return "partly"
    if exercise.written:
        return "not yet" if any(g.manual_score is not None for g in mine) else "blank"
    return "blank" if codes == {"blank"} else "not yet"


def _said(path: Path) -> dict[str, tuple[str, str]]:
    """Give what each failed test of a graded notebook had recognised."""
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
    except (OSError, ValueError, KeyError):
        return {}
    found = {}
    for cell in cells:
        about = cell.get("metadata", {}).get("nbgrader", {})
        if _kind(about) == "test":
            told = slip("".join(cell["source"]), cell.get("outputs", []))
            if told is not None:
                found[about["grade_id"]] = told
    return found


def _seconds(folder: Path) -> list[float]:
    """Give how long grading took, where ``coursekit grade`` has left a receipt."""
    try:
        receipt = json.loads((folder / RECEIPT).read_text("utf-8"))
        return [float(receipt["seconds"])]
    except (OSError, ValueError, KeyError):
        return []
