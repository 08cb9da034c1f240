"""An instructor walks through nbgrader's formgrader: grade, read, give points, feedback.

The class is small: one exercise, and a written answer with its rubric. No page asks the
web for anything, so formulas must come with it.
"""

import re
import shutil
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from coursekit import bank
from coursekit.classroom import Classroom, fill
from coursekit.course import Course

UNIT = "01_neurons_and_gates"
WORDS = r"""Many **units**, joined: $\sum_i w_i x_i + b$.

<script>document.title = "taken over"</script>

![a dot](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==)
"""
DRAW = """import matplotlib.pyplot as plt

plt.plot([0, 1])
plt.show()
"""


@pytest.fixture
def graded(course: Course, room: Classroom, tmp_path: Path) -> Classroom:
    """Two students have handed in; the first has written an answer."""
    shutil.copytree(room.folder, tmp_path / "course")
    here = Classroom(tmp_path / "course")
    _, exercises = bank.exercises(course, UNIT)
    right = {e.grade_id: e.solution for e in exercises if e.grade_id == "neuron-sum"}
    work = fill(here.released(UNIT), right | {"neuron-words": WORDS})
    for cell in work.cells:
        if cell.cell_type == "code" and "weighted_sum(" in cell.source:
            if not cell.metadata.get("nbgrader", {}).get("grade_id"):
                cell.source = DRAW
    here.hand_in("ada", UNIT, work)
    here.hand_in("bo", UNIT, here.released(UNIT))
    return here


def test_from_a_submission_to_a_feedback_page(page, start_lab, graded) -> None:
    address, token = start_lab(graded.folder)
    page.goto(f"{address}/login?token={token}")
    page.goto(f"{address}/formgrader/manage_assignments")
    row = page.locator("tr", has_text=UNIT)
    row.locator(".num-submissions a").click()
    page.wait_for_url("**/manage_submissions/**")
    assert page.locator("tbody tr").count() == 2

    # autograde ada's work with the button of her line
    line = page.locator("tbody tr", has_text="ada")
    line.locator(".autograde a").click()
    modal = page.locator(".modal.in")
    modal.get_by_text("Successfully").wait_for(timeout=60_000)
    modal.locator("button", has_text=re.compile("Close|OK")).first.click()
    page.screenshot(path="/tmp/instructor/fg1.png")
