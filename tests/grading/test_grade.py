"""``coursekit grade``, run as an instructor runs it, on a small class."""

import csv
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from datetime import datetime
from pathlib import Path

import nbformat
import pytest
from nbgrader.api import Gradebook

from coursekit import bank
from coursekit.classroom import Classroom, fill
from coursekit.course import Course, run_nbgrader, steady_environment
from coursekit.grading import sandbox
from coursekit.grading.compare import differences, rows
from coursekit.grading.journal import Journal

WHY = sandbox.probe()
pytestmark = pytest.mark.skipif(bool(WHY), reason=f"no sandbox here: {WHY}")

UNIT = "01_neurons_and_gates"
RIGHT = (
    "import numpy as np\n\n\ndef weighted_sum(x, w, b):\n    return np.dot(w, x) + b"
)
NO_BIAS = "import numpy as np\n\n\ndef weighted_sum(x, w, b):\n    return np.dot(w, x)"


@pytest.fixture
def classroom(room: Classroom, tmp_path: Path) -> Classroom:
    """A class of its own that has received the small assignment."""
    return Classroom(Path(shutil.copytree(room.folder, tmp_path / "class")))


def hand_in(classroom: Classroom, student: str, answer: str = RIGHT) -> None:
    work = fill(classroom.released(UNIT), {"neuron-sum": answer})
    classroom.hand_in(student, UNIT, work)


def start(classroom: Classroom, *options: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "coursekit.cli", "grade", *options],
        cwd=classroom.folder,
        env=steady_environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def grade(classroom: Classroom, *options: str, status: int = 0) -> str:
    """Run the command and give what it printed."""
    process = start(classroom, *options)
    said, complained = process.communicate(timeout=120)
    assert process.returncode == status, said + complained
    return said + (complained if status else "")


def points(classroom: Classroom, student: str) -> tuple[float | None, float | None]:
    found = rows(classroom.folder, UNIT)
    value = found[student, "neuron-sum-value"][0]
    return value, found[student, "neuron-sum-hidden"][0]


def receipt(classroom: Classroom, student: str) -> dict:
    path = classroom.folder / "autograded" / student / UNIT / "receipt.json"
    return json.loads(path.read_text("utf-8"))


def events(classroom: Classroom) -> Counter:
    """Count the lines of the journal, by what happened and to whom."""
    path = classroom.folder / ".grading" / "journal.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    parsed = [json.loads(line) for line in lines]
    return Counter(
        (line["event"], line["student"]) for line in parsed if "student" in line
    )


# --- the same grades as plain nbgrader ----------------------------------------------


@pytest.mark.slow
def test_same_as_plain_nbgrader(classroom, tmp_path) -> None:
    config = classroom.folder / "nbgrader_config.py"
    penalty = "c.PerDay.percent_a_day = c.PerDay.most_percent = 100\n"
    config.write_text(config.read_text("utf-8") + penalty, "utf-8")
    with Gradebook(f"sqlite:///{classroom.folder / 'gradebook.db'}") as book:
        book.update_or_create_assignment(UNIT, duedate=datetime(2026, 1, 1))
    hand_in(classroom, "right")
    hand_in(classroom, "wrong", NO_BIAS)
    hand_in(classroom, "syntax", "def (")
    hand_in(classroom, "loud", f'import warnings\nwarnings.warn("x")\n{RIGHT}')
    hand_in(classroom, "late")
    hand_in(
        classroom, "crash", "import os\n\n\ndef weighted_sum(x, w, b):\n    os.abort()"
    )
    hand_in(classroom, "dead", f"{RIGHT}\nimport os\nos.abort()")
    classroom.hand_in("blank", UNIT, classroom.released(UNIT))
    classroom.hand_in("broken", UNIT, "{")
    stamp = classroom.folder / "submitted" / "late" / UNIT / "timestamp.txt"
    stamp.write_text("2026-03-01 10:00:00 UTC", "utf-8")
    plain = Classroom(Path(shutil.copytree(classroom.folder, tmp_path / "plain")))
    run_nbgrader(plain.folder, "autograde", UNIT, accept=(0, 1))
    grade(classroom, UNIT)
    told = differences(plain.folder, classroom.folder, UNIT)
    # the one difference that is meant: we say why something is not simply graded
    assert all("comment " in line or "broken/" in line for line in told), told
    assert rows(classroom.folder, UNIT)["late", f"late {UNIT}"] == (2.0,)
    assert points(classroom, "wrong")[0] == 0


def test_one_server_or_three_give_the_same(classroom, tmp_path) -> None:
    for i in range(5):
        hand_in(classroom, f"s{i}", RIGHT if i % 2 else NO_BIAS)
    other = Classroom(Path(shutil.copytree(classroom.folder, tmp_path / "other")))
    grade(classroom, UNIT, "--jobs", "1")
    grade(other, UNIT, "--jobs", "3")
    assert differences(classroom.folder, other.folder, UNIT) == []


# --- nothing is lost, nothing is done twice -----------------------------------------


def test_second_run_grades_nothing(classroom) -> None:
    hand_in(classroom, "right")
    assert "1 graded now" in grade(classroom, "01")
    before = events(classroom)
    assert "1 unchanged" in grade(classroom, "01")
    assert events(classroom) == before


def test_new_work_is_graded_again_and_only_that(classroom) -> None:
    hand_in(classroom, "first", NO_BIAS)
    hand_in(classroom, "second", NO_BIAS)
    grade(classroom, UNIT)
    shutil.rmtree(classroom.folder / "submitted" / "first")
    hand_in(classroom, "first")
    said = grade(classroom, UNIT)
    assert "neuron-sum-value: 0 → 1 (other work was handed in)" in said
    counts = events(classroom)
    assert counts["executed", "first"] == 2
    assert counts["executed", "second"] == 1
    assert points(classroom, "first") == (1, 1)


def change_test(classroom: Classroom, old: str, new: str) -> None:
    """Change a test as an instructor does: edit the source, generate it again."""
    path = classroom.folder / "source" / UNIT / f"{UNIT}.ipynb"
    work = nbformat.read(path, as_version=4)
    touched = [cell for cell in work.cells if old in cell.source]
    assert touched, f"{old!r} is no longer in a test"
    for cell in touched:
        cell.source = cell.source.replace(old, new)
    nbformat.write(work, path)
    run_nbgrader(classroom.folder, "generate_assignment", UNIT, "--force")


def test_fall_of_a_grade_is_asked_for(classroom) -> None:
    hand_in(classroom, "right")
    grade(classroom, UNIT)
    change_test(classroom, "rng.normal(size=7)", "rng.normal(size=(7, 2)).T[9]")
    said = grade(classroom, UNIT, status=1)
    assert "these grades would fall" in said
    assert "neuron-sum-hidden: 1 → 0 (the assignment was changed)" in said
    assert "held back" in said
    assert points(classroom, "right") == (1, 1)
    executed = events(classroom)["executed", "right"]
    said = grade(classroom, UNIT, "--yes")
    assert points(classroom, "right") == (1, 0)
    # the answer was asked, the work was not done again
    assert events(classroom)["executed", "right"] == executed


def test_grade_of_a_person_survives(classroom) -> None:
    hand_in(classroom, "right")
    grade(classroom, UNIT)
    url = f"sqlite:///{classroom.folder / 'gradebook.db'}"
    with Gradebook(url) as book:
        given = book.find_grade("neuron-words", UNIT, UNIT, "right")
        given.manual_score, given.needs_manual_grade = 2, False
        book.db.commit()
    grade(classroom, UNIT, "--force")
    assert rows(classroom.folder, UNIT)["right", "neuron-words"] == (0.0, 2.0, False)
    # other work: a person has to look again, and still nothing is lost
    shutil.rmtree(classroom.folder / "submitted" / "right")
    hand_in(classroom, "right", NO_BIAS)
    grade(classroom, UNIT, "--yes")
    assert rows(classroom.folder, UNIT)["right", "neuron-words"] == (0.0, 2.0, True)


def test_gradebook_is_backed_up(classroom) -> None:
    hand_in(classroom, "right", NO_BIAS)
    grade(classroom, UNIT)
    grade(classroom, UNIT, "--force")
    copies = sorted((classroom.folder / ".grading" / "backups").glob("*.db"))
    assert len(copies) == 2
    with sqlite3.connect(copies[1]) as book:
        assert book.execute("select count(*) from submitted_assignment").fetchone()[0]


def test_two_graders_at_once_are_refused(classroom) -> None:
    hand_in(classroom, "right")
    with Journal(classroom.folder).alone():
        assert "another coursekit grade" in grade(classroom, UNIT, status=1)


def wait_for(journal: Path, size: int, seconds: float) -> None:
    """Wait until the journal has grown, or for so long."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if journal.exists() and journal.stat().st_size > size:
            return
        time.sleep(0.01)


def test_ctrl_c_stops_and_the_next_run_goes_on(classroom) -> None:
    for i in range(12):
        hand_in(classroom, f"s{i:02d}")
    process = start(classroom, UNIT, "--jobs", "1")
    wait_for(classroom.folder / ".grading" / "journal.jsonl", 0, 30)
    process.send_signal(signal.SIGINT)
    said, complained = process.communicate(timeout=30)
    assert process.returncode == 130, said + complained
    assert "run the same command to go on" in complained
    done = len(events(classroom))
    assert 0 < done < 36
    grade(classroom, UNIT)
    assert all(points(classroom, f"s{i:02d}") == (1, 1) for i in range(12))
    assert max(events(classroom).values()) == 1


@pytest.mark.slow
def test_killed_at_twenty_random_moments(classroom, tmp_path) -> None:
    for i in range(70):
        hand_in(classroom, f"s{i:02d}", (RIGHT, NO_BIAS, "1 / 0")[i % 3])
    whole = Classroom(Path(shutil.copytree(classroom.folder, tmp_path / "whole")))
    rng = random.Random(int(os.environ.get("KILL_SEED", "7")))
    journal = classroom.folder / ".grading" / "journal.jsonl"
    for _ in range(20):
        size = journal.stat().st_size if journal.exists() else 0
        process = start(classroom, UNIT, "--jobs", "2")
        wait_for(journal, size, 30)
        time.sleep(rng.uniform(0.0, 0.35))
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
    left = sum(
        1
        for i in range(70)
        if not (
            classroom.folder / "autograded" / f"s{i:02d}" / UNIT / "receipt.json"
        ).exists()
    )
    assert left, "all was graded before the last kill: hand in more"
    grade(classroom, UNIT)
    grade(whole, UNIT)
    assert differences(whole.folder, classroom.folder, UNIT) == []
    twice = [
        key for key, n in events(classroom).items() if key[0] == "executed" and n > 1
    ]
    assert not twice
    kept = ("status", "points", "reasons", "key")
    for i in range(70):
        mine, its = receipt(classroom, f"s{i:02d}"), receipt(whole, f"s{i:02d}")
        assert {k: mine[k] for k in kept} == {k: its[k] for k in kept}
    assert not list((classroom.folder / ".grading").glob("outcomes/*/*"))


# --- every submission ends with a receipt -------------------------------------------


def test_receipts_and_export_say_how_it_stands(classroom) -> None:
    hand_in(classroom, "right")
    hand_in(classroom, "dead", f"{RIGHT}\nimport os\nos.abort()")
    hand_in(classroom, "nosy", f"import sys\nsys._getframe()\n{RIGHT}")
    classroom.hand_in("broken", UNIT, "{")
    with Gradebook(f"sqlite:///{classroom.folder / 'gradebook.db'}") as book:
        book.update_or_create_student("absent, for now")
    said = grade(classroom, UNIT)
    assert "5 students" in said
    assert "missing" in said
    found = {name: receipt(classroom, name) for name in ("right", "dead", "nosy")}
    assert found["right"]["status"] == "graded"
    assert found["dead"]["status"] == "partly graded"
    assert "the process ended" in found["dead"]["reasons"][0]
    assert found["nosy"]["status"] == "tampered"
    assert found["nosy"]["evidence"]["neuron-sum-value"] == [
        "the notebook's code used sys._getframe"
    ]
    assert points(classroom, "nosy") == (None, None)
    assert receipt(classroom, "broken")["status"] == "unreadable"
    with classroom.export().open(encoding="utf-8", newline="") as file:
        exported = {row["student_id"]: row for row in csv.DictReader(file)}
    stands = {name: (row["standing"], row["score"]) for name, row in exported.items()}
    assert stands == {
        "right": ("graded", "2"),
        "dead": ("partly graded", "0"),
        "nosy": ("tampered: a person must look", ""),
        "broken": ("could not be read", ""),
        "absent, for now": ("not handed in", ""),
    }
    assert "the process ended" in exported["dead"]["reason"]
    assert "is no notebook" in exported["broken"]["reason"]


def test_dead_interpreter_costs_its_cell_only(classroom) -> None:
    """The answer cell runs again in a new interpreter; what ended the old one not."""
    work = fill(classroom.released(UNIT), {"neuron-sum": RIGHT})
    place = next(i for i, c in enumerate(work.cells) if "weighted_sum" in c.source)
    deadly = nbformat.v4.new_code_cell("import os\nos.abort()", id="deadly")
    work.cells.insert(place + 1, deadly)
    classroom.hand_in("dead", UNIT, work)
    grade(classroom, UNIT)
    assert points(classroom, "dead") == (1, 1)


def test_function_that_crashes_costs_its_own_tests_only(classroom) -> None:
    """Each test that calls it ends an interpreter; the next starts a new one."""
    crash = "import os\n\n\ndef weighted_sum(x, w, b):\n    os.abort()"
    work = fill(classroom.released(UNIT), {"neuron-sum": crash})
    answer = nbformat.v4.new_code_cell("6 * 7", id="after")
    work.cells.append(answer)
    classroom.hand_in("dead", UNIT, work)
    said = grade(classroom, UNIT)
    assert "neuron-sum-value: the process ended" in said
    assert points(classroom, "dead") == (0, 0)
    path = classroom.folder / "autograded" / "dead" / UNIT / f"{UNIT}.ipynb"
    last = nbformat.read(path, as_version=4).cells[-1]
    assert last.outputs[0].data["text/plain"] == "42"


# --- the sandbox is there, or grading refuses ---------------------------------------


def test_without_a_sandbox_grading_refuses(classroom, monkeypatch, capsys) -> None:
    from coursekit import cli

    hand_in(classroom, "right")
    monkeypatch.setattr(sandbox, "probe", lambda: "unshare is refused here")
    folder = str(classroom.folder)
    assert cli.main(["--course", folder, "grade", UNIT]) == 1
    said = capsys.readouterr().err
    assert "cannot be contained on this machine: unshare is refused here" in said
    assert "--no-sandbox" in said
    assert not (classroom.folder / "autograded" / "right").exists()
    assert cli.main(["--course", folder, "grade", UNIT, "--no-sandbox"]) == 0
    assert receipt(classroom, "right")["contained"] is False
    assert points(classroom, "right") == (1, 1)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["99"], "no assignment '99'"),
        ([UNIT, "--student", "nobody"], "nothing handed in for .* by nobody"),
    ],
)
def test_wrong_words_are_told(classroom, words, said) -> None:
    hand_in(classroom, "right")
    import re

    assert re.search(said, grade(classroom, *words, status=1))


def test_nothing_handed_in_is_told(classroom) -> None:
    assert "nothing is handed in" in grade(classroom, status=1)


# --- helpers of the tests themselves ------------------------------------------------


def test_right_and_wrong_are_what_they_say(small_course) -> None:
    small: Course = small_course()
    (exercise,) = [e for e in bank.exercises(small, UNIT)[1]]
    assert exercise.grade_id == "neuron-sum"
