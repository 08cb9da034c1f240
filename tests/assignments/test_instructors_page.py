"""docs/instructors.md, done: every command on the page, in its order, on a real class.

A block is run as it stands, in a copy of the course. Comments on the page say what
happens in between: ``test: …`` is something students or a person do, ``not run: …``
says why a block is left out.
"""

import csv
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from coursekit import bank
from coursekit.classroom import fill
from coursekit.course import find_course, steady_environment
from coursekit.grading import sandbox

ROOT = find_course(Path(__file__).parent).root
PAGE = ROOT / "docs" / "instructors.md"
ONE, THREE = "01_neurons_and_gates", "03_forward_propagation"
PART = re.compile(
    r"<!-- (?P<kind>test|not run): (?P<says>[^\n]+) -->|```bash\n(?P<code>.*?)```",
    re.DOTALL,
)

pytestmark = pytest.mark.slow


class Class:
    """A machine with the course, an instructor and students."""

    def __init__(self, root: Path) -> None:
        self.root = root / "course"
        self.exchange = root / "exchange"
        self.exchange.mkdir(parents=True)
        self.exchange.chmod(0o777)
        self.home = root / "home"
        self.home.mkdir()
        self.said: dict[str, str] = {}
        self.graded: dict[str, float] = {}
        course = find_course(ROOT)
        for unit in (ONE, THREE):
            for path in (
                course.source_text(unit),
                course.source(unit),
                course.bank(unit),
            ):
                self._copy(path)
        for name in ("nbgrader_config.py", "docs/coverage.md", "pyproject.toml"):
            self._copy(ROOT / name)
        shutil.copytree(
            ROOT / "lib",
            self.root / "lib",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        self.answers = {
            unit: {e.grade_id: e.solution for e in bank.exercises(course, unit)[1]}
            for unit in (ONE, THREE)
        }

    def _copy(self, path: Path) -> None:
        target = self.root / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if path.is_dir() else shutil.copy)(path, target)

    def environment(self, user: str = "teacher") -> dict[str, str]:
        programs = str(Path(sys.executable).parent)
        return steady_environment() | {
            "HOME": str(self.home),
            "LOGNAME": user,
            "PATH": programs + os.pathsep + os.environ["PATH"],
            "PYTHONPATH": str(self.root / "lib"),
        }

    def run(self, code: str, folder: Path | None = None, user: str = "teacher") -> str:
        """Run commands as a person would type them; the first that fails ends it."""
        code = code.replace("/srv/nbgrader/exchange", str(self.exchange))
        code = code.replace("2026-", "2099-")  # nobody is late by the clock of a test
        if sandbox.probe():
            code = re.sub(r"(?m)^(coursekit grade)", r"\1 --no-sandbox", code)
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", code],
            cwd=folder or self.root,
            env=self.environment(user),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        said = done.stdout + done.stderr
        assert done.returncode == 0, f"{code}\nended with {done.returncode}:\n{said}"
        return said

    def gradebook(self, folder: Path | None = None) -> Gradebook:
        return Gradebook(f"sqlite:///{(folder or self.root) / 'gradebook.db'}")

    def work(
        self, unit: str, but: dict[str, str] | None = None
    ) -> nbformat.NotebookNode:
        """A notebook with every answer right but those given."""
        path = self.root / "release" / unit / f"{unit}.ipynb"
        return fill(nbformat.read(path, 4), self.answers[unit] | (but or {}))

    def standings(self) -> set[str]:
        """Who has a grade for the first unit."""
        with self.gradebook() as gradebook:
            return {s.student.id for s in gradebook.assignment_submissions(ONE)}

    def score(self, student: str, unit: str = ONE) -> float:
        with self.gradebook() as gradebook:
            return gradebook.find_submission(unit, student).score


def submit(here: Class, student: str, but: dict[str, str]) -> None:
    """Fetch, work and submit, under the student's name."""
    place = here.home / student
    place.mkdir()
    (place / "nbgrader_config.py").write_text(
        f'c = get_config()\nc.CourseDirectory.course_id = "networks-autumn"\n'
        f'c.Exchange.root = "{here.exchange}"\n'
        # one account plays all: nbgrader would take its name
        f'c.CourseDirectory.student_id = "{student}"\n',
        "utf-8",
    )
    here.run(f"nbgrader fetch_assignment {ONE}", place, student)
    nbformat.write(here.work(ONE, but), place / ONE / f"{ONE}.ipynb")
    here.run(f"nbgrader submit {ONE}", place, student)


def students_submit_01(here: Class) -> None:
    assert "networks-autumn 01_neurons_and_gates" in here.said["nbgrader list"]
    slip = "def weighted_sum(x, w, b):\n    return x @ w"
    submit(here, "ada", {"neuron-words": "Many units, joined."})
    submit(here, "bo", {"neuron-sum": slip})


def the_zip_arrives(here: Class) -> None:
    folder = here.root / "downloaded" / THREE / "archive"
    middle = "assignsubmission_file_"
    with zipfile.ZipFile(folder / "Networks-Forward-77.zip", "w") as bundle:
        for name in ("Bo Åkesson, Jr._41", "Cy Østby_42"):
            text = nbformat.writes(here.work(THREE))
            bundle.writestr(f"{name}_{middle}{THREE}.ipynb", text)


def a_person_gives_points(here: Class) -> None:
    assert "ada" in here.standings(), here.said["coursekit grade"]
    assert here.score("ada") == 30
    assert here.score("bo") == 28
    assert here.score("cy", THREE) > 20
    with here.gradebook() as gradebook:
        grade = gradebook.find_grade("neuron-words", ONE, ONE, "ada")
        assert grade.needs_manual_grade
        grade.manual_score, grade.needs_manual_grade = 2, False
        comment = gradebook.find_comment("neuron-words", ONE, ONE, "ada")
        comment.manual_comment = "Good. Say what joins them: $w_{ij}$."
        gradebook.db.commit()


def the_author_corrects_a_test(here: Class) -> None:
    """The hidden test of the sum accepted a forgotten bias, and now it does not."""
    page = (here.root / "feedback" / "ada" / ONE / f"{ONE}.html").read_text("utf-8")
    assert "<math" in page
    assert "Say what joins them" in page
    text = here.root / "source" / f"{ONE}.py"
    before = text.read_text("utf-8")
    # of the parts: a letter that was called right is called wrong
    after = before.replace(
        '"output": "A",\n        }\n    ],', '"output": "B",\n        }\n    ],'
    )
    assert after != before
    here.graded = {"ada": here.score("ada"), "bo": here.score("bo")}
    text.write_text(after, "utf-8")


def dee_hands_in(here: Class) -> None:
    """After the change ada has lost the point of the parts, and nothing else."""
    assert here.graded["ada"] == 32
    assert here.score("ada") == 31
    assert here.score("bo") == here.graded["bo"] - 1
    assert "neuron-parts-hidden: 1 → 0" in here.said["coursekit grade 01 --yes"]
    submit(here, "dee", {})
    here.run(f"nbgrader collect {ONE}")
    # a day and a half too late: two days begun, a fifth of the points
    late = here.root / "submitted" / "dee" / ONE / "timestamp.txt"
    assert late.exists()
    late.write_text("2099-10-14 12:00:00 UTC", "utf-8")


def section_b(here: Class) -> None:
    """A copy of this course, where others have been graded."""
    assert here.score("dee") == 29
    other = here.root.parent / "section-b"
    shutil.copytree(here.root, other)
    for name in ("submitted", "autograded", "feedback", ".grading"):
        shutil.rmtree(other / name, ignore_errors=True)
    (other / "gradebook.db").unlink()
    work = other / "submitted" / "eve" / ONE
    work.mkdir(parents=True)
    nbformat.write(here.work(ONE, {"neuron-words": "A net."}), work / f"{ONE}.ipynb")
    here.run(f"nbgrader generate_assignment {ONE} --create --force", other)
    here.run("coursekit grade 01", other)
    with here.gradebook(other) as gradebook:
        grade = gradebook.find_grade("neuron-words", ONE, ONE, "eve")
        grade.manual_score, grade.needs_manual_grade = 3, False
        gradebook.db.commit()


HOOKS: dict[str, Callable[[Class], None]] = {
    "students submit 01 through the exchange": students_submit_01,
    "the zip file from Moodle arrives": the_zip_arrives,
    "a person gives points for the written answers": a_person_gives_points,
    "the author corrects a hidden test of 01": the_author_corrects_a_test,
    "dee hands in 01": dee_hands_in,
    "section-b has graded 01": section_b,
}


@pytest.fixture(scope="module")
def done(tmp_path_factory) -> tuple[Class, list[str]]:
    """Do what the page says; give the class, and the reasons of blocks left out."""
    here = Class(tmp_path_factory.mktemp("page"))
    reasons, met, skip = [], [], False
    for part in PART.finditer(PAGE.read_text("utf-8")):
        if part["kind"] == "test":
            met.append(part["says"])
            HOOKS[part["says"]](here)
        elif part["kind"] == "not run":
            reasons.append(part["says"])
            skip = True
        elif skip:
            skip = False
        else:
            said = here.run(part["code"])
            here.said[part["code"].strip().splitlines()[-1]] = said
    assert met == list(HOOKS)
    return here, reasons


def test_every_command_works_and_few_are_left_out(done) -> None:
    _, reasons = done
    assert len(reasons) == 2, reasons
    assert len(re.findall(r"```bash", PAGE.read_text("utf-8"))) >= 18


def test_the_grades_are_in_all_three_files(done) -> None:
    here, _ = done

    def read(name: str) -> list[list[str]]:
        with (here.root / name).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))

    moodle = {row[0]: row[3:] for row in read("moodle.csv")}
    assert moodle["Email address"] == [ONE, THREE]
    assert moodle["ada@example.org"] == ["32", ""]
    assert moodle["bo@example.org"][0] == "28"
    assert moodle["cy@example.org"][0] == ""
    canvas = {row[0]: row for row in read("canvas.csv")}
    assert canvas["Åkesson, Jr., Bo"][1] == "102"
    assert canvas["    Points Possible"][5] == "33"
    lines = {(row[0], row[1]): row for row in read("grades.csv")}
    assert lines[ONE, "cy"][2:4] == ["not handed in", ""]
    assert lines[ONE, "dee"][2:4] == ["graded", "23.2"]  # 29, a fifth for coming late
    assert lines[ONE, "eve"][2:4] == ["graded", "32"]  # merged, its written answer too
    assert lines[THREE, "bo"][2] in {"graded", "a written answer waits for a reader"}


def test_the_reports_are_there(done) -> None:
    here, _ = done
    report = (here.root / "report.html").read_text("utf-8")
    assert "z = … is what comes out without the bias term" in report
    assert "Lovelace" not in report
    told = (here.root / "for-the-class.html").read_text("utf-8")
    assert "bias-forgotten" in told
    assert THREE not in told


def test_feedback_went_back_through_the_exchange(done) -> None:
    here, _ = done
    assert list((here.exchange / "networks-autumn" / "feedback").glob("*.html"))


def test_the_new_unit_is_proven(done) -> None:
    here, _ = done
    zeros = "wrong accepted 0, right rejected 0, own message missing 0"
    assert zeros in here.said["coursekit bank 12"]
