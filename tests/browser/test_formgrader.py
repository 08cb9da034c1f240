"""An instructor in nbgrader's formgrader, from what was handed in to what goes back.

The class is small: one exercise, and a written answer with its rubric. No page asks the
web for anything, so formulas and pictures must come with it.
"""

import csv
import json
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from coursekit import bank
from coursekit.classroom import Classroom, fill
from coursekit.course import Course, run_nbgrader

UNIT = "01_neurons_and_gates"
DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
    "AABJRU5ErkJggg=="
)
WORDS = rf"""Many **units**, joined: $\sum_i w_i x_i + b$.

<script>document.title = "taken over"</script>

![a dot](data:image/png;base64,{DOT})
"""
# not a rule, but what people see: every picture has words, no formula is left raw
NO_WORDS = """Array.from(document.images).filter(image => !image.alt.trim())
  .map(image => image.outerHTML.slice(0, 200))"""
RAW = r"/\$[^$\n]*\\[a-z]+[^$\n]*\$/i.test(document.body.innerText)"
# the page is there before its points are
POINTS = """want => document.querySelector("input.score#neuron-words").value === want"""
DRAW = """from nnbyhand import show
import matplotlib.pyplot as plt

figure, axes = plt.subplots()
axes.plot([0, 1])
show.show_figure(figure, alt="A line that rises from 0 to 1.")
"""


@pytest.fixture
def handed_in(course: Course, room: Classroom, tmp_path: Path) -> Classroom:
    """Two students have handed in; ada has written an answer, bo has not."""
    shutil.copytree(room.folder, tmp_path / "course")
    here = Classroom(tmp_path / "course")
    _, exercises = bank.exercises(course, UNIT)
    right = {e.grade_id: e.solution for e in exercises if e.grade_id == "neuron-sum"}
    work = fill(here.released(UNIT), right | {"neuron-words": WORDS})
    own = next(
        cell
        for cell in work.cells
        if cell.cell_type == "code" and "nbgrader" not in cell.metadata
    )
    own.source = DRAW
    here.hand_in("ada", UNIT, work)
    here.hand_in("bo", UNIT, here.released(UNIT))
    return here


def has_points(page, want):
    page.wait_for_function(POINTS, arg=want, timeout=20_000)


def press(page, line, column: str) -> None:
    """Press a button in a student's line and wait until its command has ended well."""
    line.locator(f"{column} a").click()
    title = page.locator(".modal.in .modal-title")
    title.wait_for(timeout=90_000)
    assert title.inner_text() == "Success", page.locator(".modal.in").inner_text()
    page.locator(".modal.in .modal-footer button").click()
    page.locator(".modal.in").wait_for(state="detached")


def readable(page) -> None:
    """No formula is raw, every formula has an extent, every picture has words."""
    formulas = page.locator("math")
    assert formulas.count() > 0
    assert formulas.last.bounding_box()["width"] > 0
    assert not page.evaluate(RAW)
    assert page.evaluate(NO_WORDS) == []
    assert page.title() != "taken over"


def grade_of(here: Classroom, student: str, cell: str) -> tuple[float, bool]:
    with Gradebook(f"sqlite:///{here.folder / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade(cell, UNIT, UNIT, student)
        return grade.score, bool(grade.needs_manual_grade)


def test_from_what_was_handed_in_to_what_goes_back(page, start_lab, handed_in) -> None:
    address, token = start_lab(handed_in.folder)
    page.goto(f"{address}/login?token={token}")
    autograde_both(page, address)
    assert grade_of(handed_in, "ada", "neuron-words") == (0, True)

    grade_by_the_rubric(page, address)
    assert grade_of(handed_in, "ada", "neuron-words") == (2, False)

    feedback_is_read(page, address, handed_in)
    grade_again(page, address, handed_in)
    the_table_says_how_grades_stand(handed_in)


def autograde_both(page, address: str) -> None:
    page.goto(f"{address}/formgrader/manage_assignments")
    page.locator("tr", has_text=UNIT).locator(".num-submissions a").click()
    for student in ("ada", "bo"):
        line = page.locator("tbody tr", has_text=student)
        assert "needs autograding" in line.inner_text()
        press(page, line, ".autograde")
        line.get_by_text("needs autograding").wait_for(state="detached")
    # an answer nobody wrote needs no reader
    ada, bo = (page.locator("tbody tr", has_text=name) for name in ("ada", "bo"))
    assert "needs manual grading" in ada.inner_text()
    assert "needs manual grading" not in bo.inner_text()


def grade_by_the_rubric(page, address: str) -> None:
    """Open the answer that waits, read the rubric, give points and say why."""
    open_answer(page, address)
    readable(page)
    page.get_by_alt_text("A line that rises from 0 to 1.").wait_for()
    rubric = page.locator(".rendered_html", has_text="point").last
    assert rubric.is_visible()
    points = page.locator("input.score#neuron-words")
    assert "needs_manual_grade" in points.get_attribute("class")
    with page.expect_response(lambda got: "/api/grade/" in got.url) as saved:
        points.fill("2")
        page.keyboard.press("Tab")
    assert saved.value.ok
    comment = page.locator("textarea#neuron-words-comment")
    with page.expect_response(lambda got: "/api/comment/" in got.url) as saved:
        comment.fill("Good. Say what joins them: $w_{ij}$.")
        page.keyboard.press("Tab")
    assert saved.value.ok
    page.reload()
    has_points(page, "2")


def open_answer(page, address: str) -> None:
    """Go through the gradebook to the work of the student who waits for a reader."""
    page.goto(f"{address}/formgrader/gradebook/{UNIT}/{UNIT}")
    line = page.locator("tbody tr", has_text="Submission #").filter(
        has=page.locator(".needs-manual-grade .glyphicon-ok")
    )
    if line.count() == 0:  # after the first reading nobody waits: by name
        page.goto(f"{address}/formgrader/manage_students/ada/{UNIT}")
        page.locator("tbody .name a", has_text=UNIT).click()
    else:
        line.locator(".name a:visible").click()
    page.locator("input.score#neuron-words").wait_for()


def feedback_is_read(page, address: str, here: Classroom) -> None:
    page.goto(f"{address}/formgrader/manage_submissions/{UNIT}")
    press(page, page.locator("tbody tr", has_text="ada"), ".generate-feedback")
    page.goto(here.page("ada", UNIT).as_uri())
    readable(page)
    text = page.locator("body").inner_text()
    assert "Say what joins them" in text
    assert "4 of 5 points" in text
    assert "BEGIN HIDDEN TESTS" not in text
    assert "MARK SCHEME" not in text


def grade_again(page, address: str, here: Classroom) -> None:
    """Work handed in anew is graded anew; the points of a person stay."""
    path = here.folder / "submitted" / "ada" / UNIT / f"{UNIT}.ipynb"
    work = json.loads(path.read_text("utf-8"))
    (answer,) = (c for c in work["cells"] if c["id"] == "neuron-sum")
    answer["source"] = "def weighted_sum(x, w, b):\n    return x @ w"
    path.write_text(json.dumps(work), "utf-8")
    page.goto(f"{address}/formgrader/manage_submissions/{UNIT}")
    press(page, page.locator("tbody tr", has_text="ada"), ".autograde")
    assert grade_of(here, "ada", "neuron-words")[0] == 2
    assert grade_of(here, "ada", "neuron-sum-value")[0] == 0
    open_answer(page, address)
    has_points(page, "2")
    assert "without the bias term" in page.locator("body").inner_text()
    press_feedback_again(page, address, here)


def press_feedback_again(page, address: str, here: Classroom) -> None:
    page.goto(f"{address}/formgrader/manage_submissions/{UNIT}")
    press(page, page.locator("tbody tr", has_text="ada"), ".generate-feedback")
    page.goto(here.page("ada", UNIT).as_uri())
    assert "without the bias term" in page.locator("body").inner_text()


def the_table_says_how_grades_stand(here: Classroom) -> None:
    run_nbgrader(here.folder, "export")
    with (here.folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        lines = {row["student_id"]: row for row in csv.DictReader(file)}
    assert set(lines) == {"ada", "bo"}
    assert lines["bo"]["score"] == "0"
    assert lines["ada"]["score"] == "2"
