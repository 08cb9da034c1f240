"""Text to notebook and back."""

import nbformat
import pytest

from coursekit.course import find_course
from coursekit.text import TextError, role_of, to_notebook, to_text

COURSE = find_course()
TEXTS = sorted(
    [
        *(COURSE.root / "course").glob("[0-9]*.py"),
        *(COURSE.root / "source").glob("[0-9]*.py"),
    ]
)


@pytest.mark.parametrize(
    "path", TEXTS, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_there_and_back(path):
    text = path.read_text("utf-8")
    assert to_text(to_notebook(text, name=path.name)) == text


def test_an_edit_in_the_notebook_reaches_the_text():
    text = '# %% role="answer" grade_id="a-b"\nx = 1\n'
    notebook = to_notebook(text, name="t")
    notebook.cells[0].source = "x = 2"
    assert to_text(notebook) == '# %% role="answer" grade_id="a-b"\nx = 2\n'


def test_points_from_jupyterlabs_panel_become_whole():
    notebook = to_notebook('# %% role="test" grade_id="a-b" points=2\nx\n', name="t")
    notebook.cells[0].metadata.nbgrader.points = 3.0
    assert "points=3\n" in to_text(notebook)


def test_roles_become_nbgraders_flags():
    text = (
        '# %% [markdown] role="text" grade_id="a-text"\n# T\n\n'
        '# %% role="answer" grade_id="a-b"\nx\n\n'
        '# %% role="test" grade_id="a-b-value" points=1 syllabus="G-01"\ny\n\n'
        '# %% [markdown] role="written" grade_id="a-words" points=2\n# W\n'
    )
    cells = to_notebook(text, name="t").cells[:4]
    assert [role_of(cell) for cell in cells] == ["text", "answer", "test", "written"]
    assert [cell.id for cell in cells] == ["a-text", "a-b", "a-b-value", "a-words"]
    assert cells[2].metadata.nbgrader.points == 1
    assert cells[2].metadata.nnbyhand.syllabus == ["G-01"]


def test_an_assignment_ends_in_the_progress_panel():
    text = (
        '# %% [markdown] role="text" grade_id="a-text"\n# ## 1 One (5 points)\n\n'
        '# %% role="answer" grade_id="a-b"\nx\n\n'
        '# %% role="test" grade_id="a-b-value" points=1\ny\n\n'
        '# %% role="test" grade_id="a-b-hidden" points=2\n'
        "### BEGIN HIDDEN TESTS\nz\n### END HIDDEN TESTS\n\n"
        '# %% [markdown] role="written" grade_id="a-words" points=2\n# W\n'
    )
    notebook = to_notebook(text, name="t")
    *_, words, table = notebook.cells
    assert [role_of(cell) for cell in (words, table)] == ["text", "text"]
    assert [cell.id for cell in (words, table)] == ["a-progress-text", "a-progress"]
    assert (
        '"""\n1 One\n    a-b-value 1\n    hidden 2\n    person 2\n"""' in table.source
    )
    assert "a-b-hidden" not in table.source
    assert to_text(notebook) == text


def test_what_is_no_assignment_has_no_panel():
    assert len(to_notebook("# %%\nx\n", name="t").cells) == 1


def test_ids_stay_from_build_to_build_and_differ_within_a_notebook():
    text = "# %%\nx\n\n# %%\nx\n\n# %% [markdown]\n# x\n"
    first, second = (to_notebook(text, name="t") for _ in range(2))
    ids = [cell.id for cell in first.cells]
    assert ids == [cell.id for cell in second.cells]
    assert len(set(ids)) == 3
    assert nbformat.writes(first) == nbformat.writes(second)


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ('role="tset" grade_id="a-b"', "role 'tset'"),
        ('role="answer" grade_id="A1"', "grade_id 'A1' must be words"),
        ('role="answer" grade_id="single"', "grade_id 'single' must be words"),
        ('role="answer"', "grade_id '' must be words"),
        ('role="test" grade_id="a-b"', "must have whole points, got points=None"),
        ('role="test" grade_id="a-b" points=0.5', "must have whole points"),
        ('role="answer" grade_id="a-b" points=1', "must have no points"),
        ('grade_id="a-b"', "need a role"),
        ('rolle="answer"', "unknown \\['rolle'\\]"),
    ],
)
def test_a_first_line_that_cannot_be_understood_is_told(head, message):
    with pytest.raises(TextError, match=f"t, cell 1.*{message}"):
        to_notebook(f"# %% {head}\nx\n", name="t")
