"""Write grades in the layouts that Moodle and Canvas read.

    nbgrader export --exporter=coursekit.grading.layouts.MoodleExport --to moodle.csv
    nbgrader export --exporter=coursekit.grading.layouts.CanvasExport --to canvas.csv

A cell is empty where there is no grade: nothing handed in, not readable, or a person
still has to look. A zero is a zero that somebody earned.
"""

import csv
from pathlib import Path

from nbgrader.api import Assignment, Gradebook, MissingEntry, Student
from nbgrader.plugins import ExportPlugin
from traitlets import Bool, Dict, Enum, Unicode

from coursekit.grading.export import Standing, standing

SETTLED = {Standing.GRADED, Standing.PARTLY}


class LmsExport(ExportPlugin):
    """What both layouts share; ``rows`` is what a subclass adds."""

    file = "grades.csv"
    names = Dict(help="the platform's name of an assignment, by ours").tag(config=True)
    provisional = Bool(
        False, help="write the points so far where a person still has to look"
    ).tag(config=True)

    def export(self, gradebook: Gradebook) -> None:
        path = Path(self.to or self.file)
        assignments = [
            assignment
            for assignment in gradebook.assignments
            if not self.assignment or assignment.name in self.assignment
        ]
        students = [
            student
            for student in gradebook.students
            if not self.student or student.id in self.student
        ]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(self.rows(gradebook, students, assignments))
        self.log.info("Exported grades to %s", path)

    def rows(
        self,
        gradebook: Gradebook,
        students: list[Student],
        assignments: list[Assignment],
    ) -> list[list[str]]:
        raise NotImplementedError

    def name(self, assignment: Assignment) -> str:
        return str(self.names.get(assignment.name, assignment.name))

    def grade(self, gradebook: Gradebook, name: str, student: Student) -> str:
        """Give the points, the penalty for coming late taken off; '' for none."""
        try:
            submission = gradebook.find_submission(name, student.id)
        except MissingEntry:
            return ""
        stands = standing(submission)
        so_far = self.provisional and stands not in {
            Standing.UNREADABLE,
            Standing.TAMPERED,
        }
        if stands not in SETTLED and not so_far:
            self.log.warning("%s, %s is left empty: %s", student.id, name, stands.value)
            return ""
        return f"{max(0.0, submission.score - submission.late_submission_penalty):g}"


class MoodleExport(LmsExport):
    """A line for each student: who it is, then a column for each assignment.

    Moodle stops the whole import at a line without its identifier, so such students
    are left out, and named.
    """

    file = "moodle.csv"
    HEADERS = {  # noqa: RUF012  (a constant, not a trait)
        "email": "Email address",
        "id": "Username",
        "lms_user_id": "ID number",
    }
    identifier = Enum(
        list(HEADERS), "email", help="what Moodle knows a student by"
    ).tag(config=True)

    def rows(
        self,
        gradebook: Gradebook,
        students: list[Student],
        assignments: list[Assignment],
    ) -> list[list[str]]:
        named = [s for s in students if getattr(s, self.identifier)]
        for student in students:
            if student not in named:
                self.log.warning(
                    "%s is left out: no %s in the gradebook; add it with nbgrader db "
                    "student import, or choose another with --MoodleExport.identifier",
                    student.id,
                    self.identifier,
                )
        head = [self.HEADERS[self.identifier], "First name", "Last name"]
        return [
            [*head, *map(self.name, assignments)],
            *(
                [
                    str(getattr(student, self.identifier)),
                    student.first_name or "",
                    student.last_name or "",
                    *(self.grade(gradebook, a.name, student) for a in assignments),
                ]
                for student in named
            ),
        ]


class CanvasExport(LmsExport):
    """Canvas's own gradebook layout, with its row of points possible.

    ``assignment_ids`` gives the numbers of assignments in Canvas; without a number
    Canvas looks for an assignment of that name, and else makes a new one.
    """

    file = "canvas.csv"
    assignment_ids = Dict(help="Canvas's number of an assignment, by our name").tag(
        config=True
    )
    section = Unicode("", help="the section all these students are in").tag(config=True)

    def rows(
        self,
        gradebook: Gradebook,
        students: list[Student],
        assignments: list[Assignment],
    ) -> list[list[str]]:
        head = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section"]
        possible = [f"{a.max_score:g}" for a in assignments]
        return [
            [*head, *map(self._title, assignments)],
            ["    Points Possible", "", "", "", "", *possible],
            *(
                [
                    _sortable(student),
                    student.lms_user_id or "",
                    "",
                    student.id,
                    self.section,
                    *(self.grade(gradebook, a.name, student) for a in assignments),
                ]
                for student in students
            ),
        ]

    def _title(self, assignment: Assignment) -> str:
        number = self.assignment_ids.get(assignment.name)
        name = self.name(assignment)
        return f"{name} ({number})" if number else name


def _sortable(student: Student) -> str:
    """Give "Lovelace, Ada" as Canvas does, or the id of who has no name."""
    parts = [part for part in (student.last_name, student.first_name) if part]
    return ", ".join(parts) or str(student.id)
