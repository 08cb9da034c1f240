"""``coursekit check`` finds nothing in the course, and each planted fault in a copy."""

import re

import nbformat
import pytest

from coursekit.build import build_source, write, write_back
from coursekit.check import borrowed_names, check, secret_lines
from coursekit.course import CourseError, find_course

UNIT = "01_neurons_and_gates"


def edit(path, old, new):
    """Replace text that must be there, once."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def change(path, cell_id, action):
    """Change one cell of a notebook."""
    notebook = nbformat.read(path, as_version=4)
    (cell,) = [cell for cell in notebook.cells if cell.id == cell_id]
    action(cell)
    write(notebook, path)


def found(course, words):
    return [line for line in check(course, [UNIT]) if re.search(words, line)]


def test_the_course_is_in_step():
    course = find_course()
    assert check(course, course.choose([])) == []


def test_a_copy_is_in_step_too(spoiled):
    assert check(spoiled, [UNIT]) == []


def test_a_changed_text_is_out_of_step(spoiled):
    edit(spoiled.lesson_text(UNIT), "A phone that unlocks", "A door that unlocks")
    assert found(spoiled, f"course/{UNIT}.ipynb is out of step")


def test_an_edited_release_is_out_of_step(spoiled):
    change(spoiled.release(UNIT), "neuron-sum-value", lambda c: c.update(source="pass"))
    assert found(spoiled, f"release/{UNIT} is out of step")


@pytest.mark.parametrize("kind", ["solution", "hidden test"])
def test_a_leaked_line_is_found_wherever_it_stands(spoiled, kind):
    source = nbformat.read(spoiled.source(UNIT), as_version=4)
    line = next(line for what, line in secret_lines(source) if what == kind)
    change(
        spoiled.release(UNIT),
        "neuron-title",
        lambda cell: cell.metadata.update(note=f"see {line}"),
    )
    assert found(spoiled, f"shows a {kind}: " + re.escape(line))


def test_a_mark_scheme_is_secret():
    source = nbformat.read(find_course().source(UNIT), as_version=4)
    assert any(what == "mark scheme" for what, _ in secret_lines(source))


def test_the_name_of_a_wrong_answer_is_found(spoiled):
    change(
        spoiled.release(UNIT),
        "neuron-title",
        lambda cell: cell.update(source="beware of bias-forgotten"),
    )
    assert found(spoiled, "names the wrong answer bias-forgotten")


def test_a_text_in_the_release_folder_is_found(spoiled):
    (spoiled.release(UNIT).parent / "notes.py").write_text("x = 1\n")
    assert found(spoiled, "a text with solutions")


def test_a_picture_without_words_is_found(spoiled):
    def silence(notebook):
        for cell in notebook.cells:
            for output in cell.get("outputs", []):
                if "image/png" in output.get("data", {}):
                    output.metadata = {}
                    return cell.id
        raise AssertionError("no picture")

    notebook = nbformat.read(spoiled.lesson(UNIT), as_version=4)
    cell_id = silence(notebook)
    write(notebook, spoiled.lesson(UNIT))
    assert found(spoiled, f"{cell_id}: a picture without alt text")


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("points=1 syllabus=", "points=2 syllabus=", "states 1 points"),
        ("Hint 2: equation", "Hint 2: formula", "needs hints 1 direction"),
        ('syllabus="G-05"', 'syllabus="G-99"', "G-99 is not in the syllabus"),
    ],
)
def test_the_form_of_an_exercise_is_held(spoiled, old, new, problem):
    edit(spoiled.source_text(UNIT), old, new)
    build_source(spoiled, UNIT)
    assert found(spoiled, problem)


def test_too_few_hidden_points_are_found(spoiled):
    text = spoiled.source_text(UNIT).read_text("utf-8")
    spoiled.source_text(UNIT).write_text(
        text.replace("### BEGIN HIDDEN TESTS\n", "").replace(
            "### END HIDDEN TESTS\n", ""
        )
    )
    build_source(spoiled, UNIT)
    assert found(spoiled, "0 of .* tested points are hidden")


def test_a_heavy_cell_is_found(spoiled):
    edit(
        spoiled.lesson_text(UNIT),
        "# A loop shows",
        "# " + "simply many words " * 50 + "A loop shows",
    )
    from coursekit.check import lesson_style
    from coursekit.text import to_notebook

    notebook = to_notebook(spoiled.lesson_text(UNIT).read_text("utf-8"), name="t")
    said = "\n".join(lesson_style(UNIT, notebook))
    assert "words, at most 120" in said
    assert "avoid the word 'simply'" in said


def test_a_syllabus_item_without_a_cell_is_found(spoiled):
    text = spoiled.source_text(UNIT).read_text("utf-8")
    spoiled.source_text(UNIT).write_text(text.replace(' syllabus="G-09"', ""))
    build_source(spoiled, UNIT)
    assert found(spoiled, "G-09 .* needs a cell of kind grade")


def test_borrowed_names():
    assert borrowed_names("from a import b\nb(c, [d for d in b])") == ["c"]
    assert borrowed_names("try:\n    1\nexcept ValueError as e:\n    print(e)") == []
    assert borrowed_names("def f(x):\n    return x + len(y)\nf(1)") == ["y"]


def test_an_edited_notebook_is_written_back(spoiled):
    change(
        spoiled.source(UNIT),
        "neuron-sum",
        lambda cell: cell.update(source=cell.source.replace("np.dot(x, w)", "x @ w")),
    )
    assert write_back(spoiled, spoiled.source(UNIT)) == spoiled.source_text(UNIT)
    text = spoiled.source_text(UNIT).read_text("utf-8")
    assert "return x @ w + b" in text
    assert "np.dot" not in text
    with pytest.raises(CourseError, match="not built from a text"):
        write_back(spoiled, spoiled.release(UNIT))


@pytest.mark.parametrize(
    "text",
    ["![](map.svg)", "![ ](map.svg)", '<img src="map.svg">', '<img alt="" src="m">'],
)
def test_a_picture_in_a_text_needs_words(spoiled, text):
    path = spoiled.root / "docs" / "instructors.md"
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")
    assert found(spoiled, r"docs/instructors\.md: .*no alternative text")


def test_a_picture_of_a_widget_needs_words(spoiled):
    notebook = nbformat.read(spoiled.lesson(UNIT), as_version=4)
    (states,) = notebook.metadata["widgets"].values()
    images = [m for m in states["state"].values() if m["model_name"] == "ImageModel"]
    assert images
    images[0]["state"]["tooltip"] = None
    write(notebook, spoiled.lesson(UNIT))
    assert found(spoiled, rf"course/{UNIT}.*a picture without alternative text")


def test_a_picture_in_a_lesson_needs_words(spoiled):
    notebook = nbformat.read(spoiled.lesson(UNIT), as_version=4)
    cell = next(cell for cell in notebook.cells if cell.cell_type == "markdown")
    cell.source += "\n\n![](figures/a.svg)"
    write(notebook, spoiled.lesson(UNIT))
    assert found(spoiled, rf"course/{UNIT}.*, cell .*no alternative text")
