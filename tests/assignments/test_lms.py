"""Work in from Moodle and Canvas by real zip_collect; grades out in their layouts."""

import csv
import shutil
import zipfile
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook
from traitlets.config import Config

from coursekit.classroom import Classroom
from coursekit.course import run_nbgrader
from coursekit.grading.collect import CanvasCollector, LmsCollector, key, slug
from coursekit.grading.late import DAY, PerDay
from coursekit.grading.layouts import CanvasExport, MoodleExport

UNIT = "01_neurons_and_gates"
PEOPLE = {
    "ada": ("Ada", "Lovelace", "ada@example.org", "101"),
    "zoe": ("Zoë", "Müller-Østby", "zoe@example.org", "102"),
    "sam": ("Sam", "O'Neil, Jr.", "sam@example.org", "103"),
    "kim1": ("Kim", "Lee", "kim1@example.org", "104"),
    "kim2": ("Kim", "Lee", "kim2@example.org", "105"),
    "nomail": ("No", "Mail", None, None),
}


@pytest.fixture
def here(room: Classroom, tmp_path: Path) -> Classroom:
    """A class of its own, with a roster."""
    shutil.copytree(room.folder, tmp_path / "class")
    made = Classroom(tmp_path / "class")
    with Gradebook(f"sqlite:///{made.folder / 'gradebook.db'}") as gradebook:
        for student, (first, last, email, number) in PEOPLE.items():
            gradebook.add_student(
                student,
                first_name=first,
                last_name=last,
                email=email,
                lms_user_id=number,
            )
    return made


def archive(here: Classroom, name: str, files: list[str]) -> None:
    """Make the zip a platform would, each notebook telling where it came from."""
    folder = here.folder / "downloaded" / UNIT / "archive"
    folder.mkdir(parents=True)
    with zipfile.ZipFile(folder / name, "w") as bundle:
        for file in files:
            work = here.released(UNIT)
            work.metadata["came_as"] = file
            bundle.writestr(file, nbformat.writes(work))


def collected(here: Classroom) -> dict[str, str]:
    """Give for each student the name their file came under."""
    return {
        path.parts[-3]: nbformat.read(path, 4).metadata["came_as"]
        for path in (here.folder / "submitted").glob(f"*/{UNIT}/{UNIT}.ipynb")
    }


@pytest.mark.slow
@pytest.mark.parametrize("folders", [False, True], ids=["flat", "in folders"])
def test_a_zip_from_moodle(here, folders) -> None:
    between = "/" if folders else ""
    middle = f"_assignsubmission_file_{between}"
    files = {
        "ada": f"Ada Lovelace_4001{middle}{UNIT}.ipynb",
        "zoe": f"Zoë Müller-Østby_4002{middle}{UNIT} (1).ipynb",
        "sam": f"Sam O'Neil, Jr._4003{middle}{UNIT}.ipynb",
        "kim-lee-4004": f"Kim Lee_4004{middle}{UNIT}.ipynb",
        "kim-lee-4005": f"Kim Lee_4005{middle}{UNIT}.ipynb",
        "new-person": f"New Person_4006{middle}{UNIT}.ipynb",
        "": f"Ada Lovelace_4001{middle}{UNIT}-1.ipynb",
    }
    archive(here, "Networks-Gates-99.zip", [*files.values(), "readme.txt"])
    said = run_nbgrader(
        here.folder,
        *("zip_collect", UNIT),
        "--collector=coursekit.grading.collect.MoodleCollector",
    )
    # "-1" sorts first: one of ada's two files is kept, and nobody is stopped
    files["ada"] = files.pop("")
    assert collected(here) == files
    assert "ada handed in" in said
    assert "twice" in said
    assert "New Person is not in the gradebook" in said
    assert said.count("more than one person is called Kim Lee") == 2


@pytest.mark.slow
def test_a_zip_from_canvas(here) -> None:
    files = {
        "ada": f"lovelaceada_101_9001_{UNIT}.ipynb",
        "zoe": f"müllerøstbyzoë_LATE_102_9002_{UNIT}-2.ipynb",
        "sam": f"oneiljrsam_103_9003_{UNIT}.ipynb",
        "kim1": f"leekim_104_9004_{UNIT}.ipynb",
        "kim2": f"leekim_105_9005_{UNIT}.ipynb",
        "nomail": f"mailno_777_9006_{UNIT}.ipynb",
    }
    archive(here, "submissions.zip", list(files.values()))
    said = run_nbgrader(
        here.folder,
        *("zip_collect", UNIT),
        "--collector=coursekit.grading.collect.CanvasCollector",
    )
    assert collected(here) == files
    assert "zoe came late" in said
    assert "Skipped" not in said


def test_two_of_one_name_unknown_to_the_gradebook_stay_apart() -> None:
    collector = CanvasCollector()
    paths = [f"/x/extracted/leekim_{n}_1_{UNIT}.ipynb" for n in (7, 8, 7)]
    students = [(collector.collect(path) or {}).get("student_id") for path in paths]
    assert students == ["leekim", "leekim-8", "leekim"]


def test_a_file_of_another_shape_is_skipped() -> None:
    assert CanvasCollector().collect("/x/extracted/notes.ipynb") is None
    assert CanvasCollector().collect("/x/extracted/leekim_7_1_notes.pdf") is None
    assert isinstance(CanvasCollector(), LmsCollector)


def test_names_are_compared_without_accents() -> None:
    assert key("Müller, Zoë") == key("MULLER zoe")
    assert key("Ada") != key("Ida")
    assert slug("李 明") == "李-明"
    assert slug("../..") == ""


# --- layouts ------------------------------------------------------------------------


def hand_in_and_grade(here: Classroom) -> None:
    """One full mark, one zero, one that waits; the others hand nothing in."""
    from coursekit import bank
    from coursekit.course import find_course

    course = find_course(Path(__file__).parent)
    _, exercises = bank.exercises(course, UNIT)
    answer = next(e.solution for e in exercises if e.grade_id == "neuron-sum")
    for student, answers in {
        "ada": {"neuron-sum": answer},
        "zoe": {},
        "sam": {"neuron-sum": answer, "neuron-words": "Two sums, then one."},
    }.items():
        work = here.released(UNIT)
        for cell in work.cells:
            name = cell.metadata.get("nbgrader", {}).get("grade_id")
            cell.source = answers.get(name, cell.source)
        here.hand_in(student, UNIT, work)
    here.autograde(UNIT, lambda: None)


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.slow
def test_exports_tell_no_grade_from_zero(here) -> None:
    hand_in_and_grade(here)
    layouts = "coursekit.grading.layouts"
    said = run_nbgrader(here.folder, "export", f"--exporter={layouts}.MoodleExport")
    assert read(here.folder / "moodle.csv") == [
        ["Email address", "First name", "Last name", UNIT],
        ["kim1@example.org", "Kim", "Lee", ""],
        ["kim2@example.org", "Kim", "Lee", ""],
        ["ada@example.org", "Ada", "Lovelace", "2"],
        ["zoe@example.org", "Zoë", "Müller-Østby", "0"],
        ["sam@example.org", "Sam", "O'Neil, Jr.", ""],
    ]
    assert "nomail is left out" in said
    assert "sam, 01_neurons_and_gates is left empty: a written answer" in said
    run_nbgrader(
        here.folder,
        *("export", f"--exporter={layouts}.CanvasExport", "--to=c.csv"),
        "--CanvasExport.assignment_ids={'01_neurons_and_gates': '4711'}",
        "--CanvasExport.section=Monday",
        "--CanvasExport.provisional=True",
    )
    head, possible, *lines = read(here.folder / "c.csv")
    assert head == [
        *("Student", "ID", "SIS User ID", "SIS Login ID", "Section"),
        f"{UNIT} (4711)",
    ]
    assert possible == ["    Points Possible", "", "", "", "", "5"]
    assert ["O'Neil, Jr., Sam", "103", "", "sam", "Monday", "2"] in lines
    assert ["Müller-Østby, Zoë", "102", "", "zoe", "Monday", "0"] in lines
    assert ["Mail, No", "", "", "nomail", "Monday", ""] in lines
    assert len(lines) == len(PEOPLE)
    raw = (here.folder / "c.csv").read_text("utf-8")
    assert '"O\'Neil, Jr., Sam"' in raw


def test_layouts_are_plugins_with_defaults() -> None:
    assert MoodleExport().identifier == "email"
    assert not CanvasExport().provisional


# --- late work ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("late", "penalty"),
    [
        (60, None),
        (15 * 60, None),
        (15 * 60 + 1, 1.0),
        (DAY, 1.0),
        (DAY + 1, 2.0),
        (30 * DAY, 5.0),
    ],
)
def test_so_much_a_day_up_to_a_limit(late, penalty) -> None:
    plugin = PerDay(config=Config(PerDay={"percent_a_day": 10}))
    assert plugin.late_submission_penalty("ada", 10.0, late) == penalty


def test_nothing_is_taken_off_until_a_share_is_set() -> None:
    assert PerDay().late_submission_penalty("ada", 10.0, 9 * DAY) is None


def test_who_was_given_more_days_loses_nothing_in_them() -> None:
    plugin = PerDay(config=Config(PerDay={"percent_a_day": 10, "extra_days": {"a": 2}}))
    assert plugin.late_submission_penalty("a", 10.0, 2 * DAY) is None
    assert plugin.late_submission_penalty("a", 10.0, 2.5 * DAY) == 1.0
    assert plugin.late_submission_penalty("b", 10.0, 2 * DAY) == 2.0
