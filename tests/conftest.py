"""What all tests share: settings, the course, and small courses cut out of it."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from coursekit.classroom import Classroom
from coursekit.course import Course, find_course

# A first call may import or compile; how long an example takes is not under test.
settings.register_profile("course", deadline=None)
settings.load_profile("course")

UNIT = "01_neurons_and_gates"
EXERCISES = ("neuron-sum", "neuron-words")


@pytest.fixture
def whole_float32():
    """Give torch with all digits of float32: GPUs may compute with ten bits only."""
    torch = pytest.importorskip("torch")
    places = torch.backends.cuda.matmul, torch.backends.cudnn
    before = [place.allow_tf32 for place in places]
    for place in places:
        place.allow_tf32 = False
    yield torch
    for place, allowed in zip(places, before, strict=True):
        place.allow_tf32 = allowed


Edit = Callable[[str], str]


@pytest.fixture(scope="session")
def course() -> Course:
    return find_course(Path(__file__).parent)


def cut(course: Course, root: Path, edit: Edit = str) -> Course:
    """Copy one exercise and the written answer of unit 01 to a course of their own."""
    small = Course(root)
    text = course.source_text(UNIT).read_text("utf-8")
    head, *cells = re.split(r"(?m)^(?=# %%)", text)
    names = [re.search(r'grade_id="([a-z0-9-]+)"', cell) for cell in cells]
    wanted = [
        cell
        for i, (cell, name) in enumerate(zip(cells, names, strict=True))
        if i < 2 or (name and name[1].startswith(EXERCISES))
    ]
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(course.root / "nbgrader_config.py", root)
    small.source_text(UNIT).parent.mkdir()
    small.source_text(UNIT).write_text(edit(head + "".join(wanted)), "utf-8")
    small.bank(UNIT).mkdir(parents=True)
    shutil.copy(course.bank(UNIT) / "neuron-sum.py", small.bank(UNIT))
    return small


@pytest.fixture
def small_course(course: Course, tmp_path: Path) -> Callable[[Edit], Course]:
    """Cut a small course out of the course, its text edited."""
    return lambda edit=str: cut(course, tmp_path / "small", edit)


@pytest.fixture(scope="session")
def room(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A class that has received the small assignment; nothing is handed in."""
    root = tmp_path_factory.mktemp("room")
    return Classroom.open(cut(course, root / "course"), [UNIT], root / "class")
