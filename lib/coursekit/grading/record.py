"""Write grades into nbgrader's gradebook: one writer, one transaction a submission.

The rows are those that ``nbgrader autograde`` with this course's configuration writes.
nbgrader's own methods commit after every step; here they do not, so that a submission
is in the gradebook whole or not at all, and every row is written once.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import (
    Comment,
    Gradebook,
    MissingEntry,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.plugins import LateSubmissionPlugin

from coursekit.grading.integrity import Sheet, sheet_of
from coursekit.grading.verdict import verdict

# points by notebook and grade_id; None is "not graded"
Points = dict[str, dict[str, float | None]]
NO_RESPONSE = "No response."  # nbgrader's words


@dataclass
class Result:
    """What is to be recorded of one submission."""

    student: str
    assignment: str
    status: str
    reasons: list[str]
    work: dict[
        str, NotebookNode
    ]  # executed; a notebook that is not there is unreadable
    evidence: dict[str, list[str]] = field(default_factory=dict)
    unrun: list[str] = field(default_factory=list)
    handed_in: Any = None
    fresh: bool = True  # other work than when it was last graded

    @property
    def note(self) -> str:
        """The one line for a submission that is not simply graded, or ''."""
        if self.status == "graded":
            return ""
        return f"{self.status}: " + "; ".join(self.reasons)


class Ledger:
    """The gradebook of a course, open for one writer."""

    def __init__(self, url: str, course_id: str, penalty: LateSubmissionPlugin) -> None:
        self.gradebook = Gradebook(url, course_id)
        self.penalty = penalty
        # what the instructor made stays loaded from one submission to the next
        self.gradebook.db().expire_on_commit = False
        if url.startswith("sqlite"):
            self.gradebook.db.connection().exec_driver_sql("PRAGMA journal_mode=WAL")
            self.gradebook.db.commit()
        self.held: list[Any] = []

    def close(self) -> None:
        self.gradebook.close()

    def assignments(self) -> list[str]:
        return [assignment.name for assignment in self.gradebook.assignments]

    def roster(self) -> list[str]:
        return [student.id for student in self.gradebook.students]

    def sheets(self, assignment: str) -> dict[str, Sheet]:
        """Give what the instructor made, by notebook."""
        found = self.gradebook.find_assignment(assignment)
        for notebook in found.notebooks:
            self.held += [*notebook.grade_cells, *notebook.solution_cells]
        return {
            notebook.name: sheet_of(self.gradebook, notebook.name, assignment)
            for notebook in found.notebooks
        }

    def points(self, assignment: str, student: str) -> Points | None:
        """Give the automatic points as they stand; None for an unknown submission."""
        try:
            submission = self.gradebook.find_submission(assignment, student)
        except MissingEntry:
            return None
        return {
            notebook.name: {grade.name: grade.auto_score for grade in notebook.grades}
            for notebook in submission.notebooks
        }

    def record(self, result: Result) -> Points:
        """Write all rows of a submission, or none."""
        with self._whole():
            book = self.gradebook
            book.update_or_create_student(result.student)
            book.db().commit = _later
            more = {"timestamp": result.handed_in} if result.handed_in else {}
            submission = book.update_or_create_submission(
                result.assignment, result.student, **more
            )
            written: Points = {}
            for notebook in submission.notebooks:
                written[notebook.name] = _save_grades(notebook, result)
                _save_comments(notebook, result)
            book.db.flush()
            for notebook in submission.notebooks:
                self._penalise(submission, notebook)
        return written

    def _penalise(
        self, submission: SubmittedAssignment, notebook: SubmittedNotebook
    ) -> None:
        notebook.late_submission_penalty = None
        late = submission.total_seconds_late
        if late <= 0:
            return
        self.gradebook.db.refresh(notebook)
        penalty = self.penalty.late_submission_penalty(
            submission.student_id, notebook.score, late
        )
        if penalty is not None:
            notebook.late_submission_penalty = min(max(penalty, 0), notebook.score)

    @contextlib.contextmanager
    def _whole(self) -> Iterator[None]:
        session = self.gradebook.db()
        commit, session.commit = session.commit, session.flush
        try:
            with session.no_autoflush:  # nbgrader builds its rows in half steps
                yield
        except BaseException:
            session.rollback()
            raise
        else:
            commit()
        finally:
            session.commit = commit


def _later() -> None:
    """Stand in for a commit: all rows of a submission are written together."""


def planned(result: Result, sheets: dict[str, Sheet]) -> Points:
    """Give the points that ``record`` will write."""
    points: Points = {}
    for name, sheet in sheets.items():
        cells = _cells(result.work.get(name))
        points[name] = {
            grade_id: _settle(cells.get(grade_id), result)[0]
            for grade_id, flags in sheet.flags.items()
            if flags["grade"]
        }
    return points


def _cells(work: NotebookNode | None) -> dict[str, NotebookNode]:
    if work is None:
        return {}
    return {
        cell.metadata["nbgrader"]["grade_id"]: cell
        for cell in work.cells
        if "nbgrader" in cell.metadata
    }


def _settle(cell: NotebookNode | None, result: Result) -> tuple[float | None, bool]:
    """Give (points, needs a human) for a graded cell, the receipt considered."""
    if cell is None:
        return None, True
    name = cell.metadata["nbgrader"]["grade_id"]
    if name in result.unrun:
        return None, True
    points, doubtful = verdict(cell)
    if name in result.evidence and points != 0:
        return None, True  # neither silently full nor silently zero
    return points, doubtful


def _names(notebook: SubmittedNotebook) -> dict[str, str]:
    """Give the name of each cell by its id, which a new row knows before its cell."""
    made = notebook.notebook
    cells = (*made.grade_cells, *made.solution_cells, *made.task_cells)
    return {cell.id: cell.name for cell in cells}


def _save_grades(
    notebook: SubmittedNotebook, result: Result
) -> dict[str, float | None]:
    cells, written = _cells(result.work.get(notebook.name)), {}
    names = _names(notebook)
    for grade in notebook.grades:
        name = names[grade.cell_id]
        points, doubtful = _settle(cells.get(name), result)
        settled = grade.manual_score is not None and not result.fresh
        if not (settled and grade.auto_score == points):
            # a person who has graded this must look again where something changed
            grade.needs_manual_grade = doubtful or grade.manual_score is not None
        grade.auto_score = points
        written[name] = points
    return written


def _save_comments(notebook: SubmittedNotebook, result: Result) -> None:
    cells = _cells(result.work.get(notebook.name))
    order, names = list(cells), _names(notebook)

    def place(comment: Comment) -> int:
        name = names[comment.cell_id]
        return order.index(name) if name in cells else 0

    said = result.note
    for comment in sorted(notebook.comments, key=place):
        cell = cells.get(names[comment.cell_id])
        unchanged = cell is not None and cell.metadata["nbgrader"][
            "checksum"
        ] == utils.compute_checksum(cell)
        lines = [said] if said else []
        if unchanged and not utils.is_task(cell):
            lines.append(NO_RESPONSE)
        comment.auto_comment = "\n".join(lines) or None
        said = ""  # once for the notebook
