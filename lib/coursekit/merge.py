"""Bring another section's class into this gradebook: ``coursekit merge FOLDER``.

Students, what they handed in, the graded notebooks and every grade come over: points of
tests, points and comments of people, penalties. The two sections must have been given
the same assignments; what is here already is never changed.
"""

import shutil
from pathlib import Path

from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment

from coursekit.course import Course, CourseError
from coursekit.grading.run import course_settings

FOLDERS = ("submitted", "autograded", "feedback")
ROW = ("auto_score", "manual_score", "extra_credit", "needs_manual_grade")
TOLD = ("auto_comment", "manual_comment")
PERSON = ("first_name", "last_name", "email", "lms_user_id")


def merge(course: Course, other: Course) -> list[str]:
    """Copy what the other section has and this one has not; say what was done."""
    with _open(course) as mine, _open(other) as theirs:
        _comparable(mine, theirs)
        both = {s.id for s in mine.students} & {s.id for s in theirs.students}
        twice = sorted(
            f"{handed.student_id} in {assignment.name}"
            for assignment in theirs.assignments
            for handed in theirs.assignment_submissions(assignment.name)
            if handed.student_id in both and _has(mine, assignment.name, handed)
        )
        twice += [
            f"{name}/{path.parent.name}/{path.name}"
            for name in FOLDERS
            for path in (other.root / name).glob("*/*/")
            if (course.root / name / path.parent.name / path.name).exists()
        ]
        if twice:
            raise CourseError(
                "both sections have work of the same person for the same assignment: "
                f"{', '.join(twice)}. Move one of the two away first; nothing was "
                "merged."
            )
        done = []
        for student in theirs.students:
            if student.id not in both:
                about = {name: getattr(student, name) for name in PERSON}
                mine.add_student(student.id, **about)
        for assignment in theirs.assignments:
            handed = theirs.assignment_submissions(assignment.name)
            for submission in handed:
                _rows(mine, assignment.name, submission)
            done.append(f"{assignment.name}: {len(handed)} submissions")
        mine.db.commit()
    for name in FOLDERS:
        for path in sorted((other.root / name).glob("*/*/")):
            shutil.copytree(path, course.root / name / path.parent.name / path.name)
    return done


def _open(course: Course) -> Gradebook:
    _, place = course_settings(course)
    file = Path(place.db_url.removeprefix("sqlite:///"))
    if place.db_url.startswith("sqlite") and not file.exists():
        raise CourseError(f"{course.root} has no gradebook: {file} is missing")
    return Gradebook(place.db_url, place.course_id)


def _comparable(mine: Gradebook, theirs: Gradebook) -> None:
    """Refuse where an assignment has other cells or other points here."""
    for assignment in theirs.assignments:
        if not theirs.assignment_submissions(assignment.name):
            continue
        try:
            here = _cells(mine, assignment.name)
        except MissingEntry:
            raise CourseError(
                f"{assignment.name} is not in this gradebook: run nbgrader "
                f"generate_assignment {assignment.name} first"
            ) from None
        if here != _cells(theirs, assignment.name):
            raise CourseError(
                f"{assignment.name} is not the same in both sections (other cells, or "
                "other points): generate it anew from one source in both, and grade"
            )


def _cells(gradebook: Gradebook, assignment: str) -> set[tuple[str, str, float]]:
    return {
        (notebook.name, cell.name, cell.max_score)
        for notebook in gradebook.find_assignment(assignment).notebooks
        for cell in notebook.grade_cells
    }


def _has(gradebook: Gradebook, assignment: str, handed: SubmittedAssignment) -> bool:
    try:
        gradebook.find_submission(assignment, handed.student_id)
    except MissingEntry:
        return False
    return True


def _rows(mine: Gradebook, assignment: str, theirs: SubmittedAssignment) -> None:
    """Write a submission with its grades and comments, as they are."""
    new = mine.add_submission(assignment, theirs.student_id, timestamp=theirs.timestamp)
    notebooks = {notebook.name: notebook for notebook in new.notebooks}
    for notebook in theirs.notebooks:
        copy = notebooks[notebook.name]
        copy.late_submission_penalty = notebook.late_submission_penalty
        for rows, there, fields in (
            (copy.grades, notebook.grades, ROW),
            (copy.comments, notebook.comments, TOLD),
        ):
            by_name = {row.name: row for row in rows}
            for row in there:
                for name in fields:
                    setattr(by_name[row.name], name, getattr(row, name))
