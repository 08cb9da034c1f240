"""The student kit: the same bytes each time, and nothing in it that is no student's."""

import shutil
import tomllib
import zipfile

import nbformat
import pytest

from coursekit.check import secret_lines
from coursekit.course import Course, CourseError, find_course
from coursekit.kit import (
    ALONE,
    FOLDER,
    INSTRUCTORS,
    collect,
    leaks,
    make_kit,
    students_project,
)

UNIT = "01_neurons_and_gates"
RELEASED = f"release/{UNIT}/{UNIT}.ipynb"
LESSON = f"course/{UNIT}.ipynb"


@pytest.fixture(scope="module")
def course():
    return find_course()


@pytest.fixture(scope="module")
def files(course):
    return collect(course, course.choose([]))


def planted(files, name, text):
    """Give one file of the kit with one line more; of a notebook, in a cell."""
    if not name.endswith(".ipynb"):
        return {name: files.get(name, b"") + f"\n{text}\n".encode()}
    notebook = nbformat.reads(files[name].decode(), as_version=4)
    notebook.cells[0].metadata["note"] = text
    return {name: nbformat.writes(notebook).encode()}


def secret(course, kind):
    source = nbformat.read(course.source(UNIT), as_version=4)
    return next(line for what, line in secret_lines(source) if what == kind)


def test_the_kit_of_the_whole_course_leaks_nothing(course, files):
    assert leaks(course, files) == []


def test_the_kit_holds_what_a_student_needs_and_nothing_else(course, files):
    tops = {name.split("/")[0] for name in files}
    alone = {*ALONE, "README.md", "pyproject.toml"}
    assert tops == {"course", "release", "lib"} | alone
    assert {name.split("/")[1] for name in files if name.startswith("lib/")} == {
        "nnbyhand"
    }
    for unit in course.assignments:
        assert f"release/{unit}/{unit}.ipynb" in files
    for unit in course.lessons:
        assert f"course/{unit}.ipynb" in files
    assert not [name for name in files if "__pycache__" in name]
    assert files["README.md"] == (course.root / "docs/for-students.md").read_bytes()


def test_some_units_make_a_smaller_kit(course, files):
    few = collect(course, ["00_start"])
    assert [name for name in few if name.startswith("release/")] == [
        "release/00_start/00_start.ipynb"
    ]


def test_the_same_course_gives_the_same_bytes(course, tmp_path):
    for name in ("a.zip", "b.zip"):
        make_kit(course, [UNIT], tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with zipfile.ZipFile(tmp_path / "a.zip") as archive:
        names = archive.namelist()
        assert names == sorted(names)
        assert all(name.startswith(f"{FOLDER}/") for name in names)
        assert {info.date_time for info in archive.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }


@pytest.mark.parametrize("kind", ["solution", "hidden test"])
def test_a_line_of_a_secret_in_a_release_is_found(course, files, kind):
    line = secret(course, kind)
    found = leaks(course, planted(files, RELEASED, f"see {line}"))
    assert f"{RELEASED} shows a {kind}: {line}" in found


@pytest.mark.parametrize("name", [RELEASED, LESSON, "lib/nnbyhand/gates.py"])
def test_a_mark_scheme_is_found_anywhere(course, files, name):
    line = secret(course, "mark scheme")
    found = leaks(course, planted(files, name, line))
    assert f"{name} shows a mark scheme: {line}" in found


@pytest.mark.parametrize("name", [LESSON, "lib/nnbyhand/gates.py", "README.md"])
def test_a_whole_hidden_test_is_found_anywhere(course, files, name):
    source = nbformat.read(course.source(UNIT), as_version=4)
    (cell,) = [cell for cell in source.cells if cell.id == "neuron-sum-hidden"]
    block = cell.source.partition("### BEGIN HIDDEN TESTS\n")[2]
    block = block.partition("### END HIDDEN TESTS")[0]
    found = leaks(course, planted(files, name, block))
    assert any(line.startswith(f"{name} shows a passage of a hidden") for line in found)


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        (RELEASED, "bias-sign-flipped", "names the wrong answer bias-sign-flipped"),
        (LESSON, "### BEGIN SOLUTION", "### BEGIN SOLUTION"),
        ("lib/nnbyhand/gates.py", "# see coursekit.bank", "coursekit"),
        ("lib/nnbyhand/gates.py", "# %% wrong: bias-forgotten", "# %% wrong: "),
        ("source/01_neurons_and_gates.py", "x = 1", "a text, perhaps with solutions"),
        ("course/01_neurons_and_gates.py", "x = 1", "a text, perhaps with solutions"),
    ],
)
def test_what_is_no_students_is_found(course, files, name, text, said):
    (found,) = leaks(course, planted(files, name, text))
    assert found.startswith(name)
    assert said in found


def test_a_kit_that_leaks_is_not_written(spoiled, tmp_path):
    _complete(spoiled)
    path = spoiled.root / "docs" / "for-students.md"
    path.write_text(path.read_text("utf-8") + "\n### BEGIN SOLUTION\n", "utf-8")
    target = tmp_path / "kit.zip"
    with pytest.raises(
        CourseError, match=r"the kit would leak:\nREADME\.md: ### BEGIN"
    ):
        make_kit(spoiled, [UNIT], target)
    assert not target.exists()


def test_a_stale_kit_is_not_written(spoiled, tmp_path):
    _complete(spoiled)
    text = spoiled.lesson_text(UNIT)
    text.write_text(text.read_text("utf-8").replace("phone", "door", 1), "utf-8")
    with pytest.raises(CourseError, match="the kit would be stale:\ncourse/01_"):
        make_kit(spoiled, [UNIT], tmp_path / "kit.zip")


def test_students_install_the_same_ranges_and_less(course):
    whole = tomllib.loads((course.root / "pyproject.toml").read_text("utf-8"))
    kept = tomllib.loads(
        students_project((course.root / "pyproject.toml").read_text("utf-8"))
    )
    wanted = whole["project"]["dependencies"]
    left = set(wanted) - set(kept["project"]["dependencies"])
    assert {line.split(">")[0].split("=")[0] for line in left} == INSTRUCTORS
    assert "dev" not in kept["project"]["optional-dependencies"]
    assert kept["project"]["scripts"] == {
        "nnbyhand": whole["project"]["scripts"]["nnbyhand"]
    }
    for key in ("name", "version", "requires-python"):
        assert kept["project"][key] == whole["project"][key]


def _complete(course: Course) -> None:
    """Add to a spoiled copy what only the kit takes."""
    root = find_course().root
    for name in (*ALONE, "pyproject.toml"):
        shutil.copy(root / name, course.root)
    (course.root / "lib").mkdir()
    (course.root / "lib" / "nnbyhand").symlink_to(root / "lib" / "nnbyhand")
