"""Export grades so that what nobody has graded yet is never read as an honest zero.

Stock nbgrader writes 0.0 for a notebook it could not read and joins fields with bare
commas. ``StandingExport`` adds a column that says in words how the grade stands and
leaves the score empty where there is none.
"""

import csv
from enum import StrEnum
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment
from nbgrader.plugins import ExportPlugin

FIELDS = ("assignment", "student_id", "standing", "score", "max_score", "reason")


class Standing(StrEnum):
    """How the grade of a submission stands."""

    GRADED = "graded"
    WAITS = "a written answer waits for a reader"
    DOUBTFUL = "a test needs a look"
    PARTLY = "partly graded"
    TIMED_OUT = "timed out"
    TAMPERED = "tampered: a person must look"
    UNREADABLE = "could not be read"
    MISSING = "not handed in"


# how coursekit grade begins its note on a submission that is not simply graded
NOTED = {
    "partly graded": Standing.PARTLY,
    "timed out": Standing.TIMED_OUT,
    "tampered": Standing.TAMPERED,
    "unreadable": Standing.UNREADABLE,
}


class StandingExport(ExportPlugin):
    """Write one line for each student and assignment, with its standing."""

    def export(self, gradebook: Gradebook) -> None:
        path = Path(self.to or "grades.csv")
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(FIELDS)
            for assignment in gradebook.assignments:
                if self.assignment and assignment.name not in self.assignment:
                    continue
                for student in gradebook.students:
                    if self.student and student.id not in self.student:
                        continue
                    stands, score, why = _grade(gradebook, assignment.name, student.id)
                    rows.writerow(
                        (
                            assignment.name,
                            student.id,
                            stands.value,
                            "" if score is None else f"{score:g}",
                            f"{assignment.max_score:g}",
                            why,
                        )
                    )
        self.log.info("Exported grades to %s", path)


def standing(submission: SubmittedAssignment) -> Standing:
    """Tell from the gradebook how the grade of a submission stands."""
    grades = [grade for notebook in submission.notebooks for grade in notebook.grades]
    written = {
        cell.name
        for notebook in submission.assignment.notebooks
        for cell in notebook.solution_cells
    }
    ungraded = [
        grade
        for grade in grades
        if grade.auto_score is None and grade.manual_score is None
    ]
    noted = NOTED.get(note(submission).partition(":")[0])
    if any(grade.name not in written for grade in ungraded):
        return noted or Standing.UNREADABLE
    if any(grade.needs_manual_grade and grade.name not in written for grade in grades):
        return Standing.DOUBTFUL
    if noted in {Standing.PARTLY, Standing.TIMED_OUT}:
        return noted
    if any(grade.needs_manual_grade for grade in grades):
        return Standing.WAITS
    return Standing.GRADED


def note(submission: SubmittedAssignment) -> str:
    """Give what the grader noted on a submission that is not simply graded, or ''."""
    for notebook in submission.notebooks:
        for comment in notebook.comments:
            said = (comment.auto_comment or "").partition("\n")[0]
            if said.partition(":")[0] in NOTED:
                return said
    return ""


def _grade(
    gradebook: Gradebook, assignment: str, student: str
) -> tuple[Standing, float | None, str]:
    try:
        submission = gradebook.find_submission(assignment, student)
    except MissingEntry:
        return Standing.MISSING, None, ""
    stands, why = standing(submission), note(submission)
    if stands in {Standing.UNREADABLE, Standing.TAMPERED}:
        return stands, None, why
    points = max(0.0, submission.score - submission.late_submission_penalty)
    return stands, points, why
