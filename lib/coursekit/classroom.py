"""A class in a folder of its own: hand work in, have it graded, read the grades.

``Classroom.open`` copies the course and generates the assignments there; ``hand_in``
puts a notebook where a student would; ``autograde`` runs plain ``nbgrader autograde``
and ``grade`` runs ``coursekit grade``; ``reports`` reads the points from the gradebook.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from coursekit.course import (
    Course,
    CourseError,
    copy_course,
    run_nbgrader,
    steady_environment,
)
from coursekit.grading.export import Standing, standing
from coursekit.text import to_notebook

FAILED = re.compile(r"error processing assignment '.*' for student '(.*)'")
BEGUN = {"autograde": "| INFO] Sanitizing ", "generate_feedback": "| INFO] Writing "}


@dataclass
class Report:
    """What the gradebook says about one submission, and the notebook as executed."""

    standing: Standing
    points: dict[str, float | None] = field(default_factory=dict)
    notebook: NotebookNode | None = None

    @property
    def total(self) -> float:
        return sum(points or 0.0 for points in self.points.values())


@dataclass(frozen=True)
class Classroom:
    """A course folder with assignments that students have received."""

    folder: Path

    @classmethod
    def open(cls, course: Course, units: list[str], folder: Path) -> "Classroom":
        """Copy what grading needs into ``folder`` and generate the assignments."""
        copy_course(course, folder, [])
        for unit in units:
            # from the text, so that a test never depends on when one last built
            text = course.source_text(unit).read_text("utf-8")
            source = folder / "source" / unit / f"{unit}.ipynb"
            source.parent.mkdir(parents=True)
            nbformat.write(to_notebook(text, name=f"source/{unit}.py"), source)
            run_nbgrader(folder, "generate_assignment", unit, "--create")
        return cls(folder)

    def released(self, unit: str) -> NotebookNode:
        """Give a fresh copy of what every student receives."""
        path = self.folder / "release" / unit / f"{unit}.ipynb"
        return nbformat.read(path, as_version=4)

    def hand_in(self, student: str, unit: str, work: NotebookNode | str) -> None:
        """Put a notebook, or the text of a file, where a student's work lies."""
        path = self.folder / "submitted" / student / unit / f"{unit}.ipynb"
        path.parent.mkdir(parents=True)
        # not through nbformat: it would mend what a student has broken
        text = work if isinstance(work, str) else json.dumps(work)
        path.write_text(text, "utf-8")

    def autograde(self, unit: str, step: Callable[[], None]) -> set[str]:
        """Grade everything handed in; give the students whose work could not be.

        ``step`` is called when nbgrader turns to the next submission.
        """
        code, log = self._watch("autograde", unit, step)
        failed = set(FAILED.findall(log))
        if code and not failed:
            raise CourseError(f"nbgrader autograde ended with {code}:\n{_tail(log)}")
        return failed

    def grade(self, unit: str) -> None:
        """Grade everything handed in with ``coursekit grade``."""
        done = subprocess.run(
            [sys.executable, "-m", "coursekit.cli", "grade", unit],
            cwd=self.folder,
            env=steady_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            said = _tail(done.stdout + done.stderr)
            raise CourseError(f"coursekit grade ended with {done.returncode}:\n{said}")

    def feedback(self, unit: str, step: Callable[[], None]) -> Path:
        """Write the feedback pages and give the folder they lie in."""
        code, log = self._watch("generate_feedback", unit, step)
        if code:
            raise CourseError(
                f"nbgrader generate_feedback ended with {code}:\n{_tail(log)}"
            )
        return self.folder / "feedback"

    def page(self, student: str, unit: str) -> Path:
        return self.folder / "feedback" / student / unit / f"{unit}.html"

    def export(self) -> Path:
        """Write all grades to a CSV file, by ``nbgrader export``."""
        run_nbgrader(self.folder, "export")
        return self.folder / "grades.csv"

    def reports(self, unit: str) -> dict[str, Report]:
        """Read what the gradebook says about every submission, by student."""
        from nbgrader.api import Gradebook

        found = {}
        with Gradebook(f"sqlite:///{self.folder / 'gradebook.db'}") as gradebook:
            for handed in gradebook.assignment_submissions(unit):
                student = handed.student_id
                points = {
                    grade.name: grade.score
                    if grade.auto_score is not None or grade.manual_score is not None
                    else None
                    for notebook in handed.notebooks
                    for grade in notebook.grades
                }
                path = self.folder / "autograded" / student / unit / f"{unit}.ipynb"
                notebook = nbformat.read(path, as_version=4) if path.exists() else None
                found[student] = Report(standing(handed), points, notebook)
        return found

    def _watch(
        self, command: str, unit: str, step: Callable[[], None]
    ) -> tuple[int, str]:
        """Run an nbgrader command and call ``step`` at every submission it begins."""
        lines = []
        with subprocess.Popen(
            [sys.executable, "-m", "nbgrader", command, unit],
            cwd=self.folder,
            env=steady_environment() | {"PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                lines.append(line)
                if BEGUN[command] in line:
                    step()
        return process.returncode, "".join(lines)


def fill(notebook: NotebookNode, answers: Mapping[str, str]) -> NotebookNode:
    """Put answers, by grade_id, into the cells of a released notebook."""
    left = set(answers)
    for cell in notebook.cells:
        name = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in left:
            cell.source = answers[name]
            left.remove(name)
    if left:
        raise CourseError(f"no cells {sorted(left)} in the released notebook")
    return notebook


def _tail(log: str) -> str:
    return "\n".join(log.splitlines()[-25:])
