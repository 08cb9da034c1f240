"""A copy of the course that a test may spoil."""

import shutil

import pytest

from coursekit.course import Course, find_course

FOLDERS = ("course", "source", "release", "docs", "tests/assignments/bank")


@pytest.fixture
def spoiled(tmp_path):
    """A copy of the built course in a folder of its own."""
    course = find_course()
    for folder in FOLDERS:
        shutil.copytree(course.root / folder, tmp_path / folder)
    shutil.copy(course.root / "nbgrader_config.py", tmp_path)
    return Course(tmp_path)
