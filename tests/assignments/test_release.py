"""Solutions score full marks; an untouched release scores 0, in clear words."""

import copy

import nbformat
import pytest
from nbclient import NotebookClient
from nbgrader import preprocessors
from nbgrader.validator import Validator
from traitlets.config.loader import PyFileConfigLoader

from coursekit.course import find_course, steady_environment
from coursekit.grading.verdict import verdict
from coursekit.text import role_of

COURSE = find_course()


def executed(notebook, folder):
    """Run all cells, whatever they raise, as autograding does."""
    notebook = copy.deepcopy(notebook)
    NotebookClient(
        notebook,
        timeout=60,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(folder)}},
    ).execute(env=steady_environment())
    return notebook


def graded_cells(notebook):
    return [cell for cell in notebook.cells if role_of(cell) == "test"]


def errors(notebook):
    return [
        (cell.id, output)
        for cell in notebook.cells
        for output in cell.get("outputs", [])
        if output.output_type == "error"
    ]


@pytest.fixture(params=COURSE.assignments)
def unit(request):
    if reason := COURSE.lacks_torch(request.param):
        pytest.skip(reason)
    return request.param


def test_solutions_score_full_marks(unit, tmp_path):
    source = nbformat.read(COURSE.source(unit), as_version=4)
    done = executed(source, tmp_path)
    assert [(name, output.evalue) for name, output in errors(done)] == []
    for cell in graded_cells(done):
        points = cell.metadata.nbgrader.points
        assert verdict(cell) == (points, False), cell.id
        assert not [o for o in cell.outputs if o.get("name") == "stderr"], cell.id


def test_an_untouched_release_is_not_attempted_everywhere(unit, tmp_path):
    """With the hidden tests put back, as autograding does."""
    config = PyFileConfigLoader(
        "nbgrader_config.py", path=str(COURSE.root)
    ).load_config()
    source = nbformat.read(COURSE.source(unit), as_version=4)
    stub, _ = preprocessors.ClearSolutions(config=config).preprocess(source, {})
    done = executed(stub, tmp_path)
    assert {output.ename for _, output in errors(done)} <= {
        "NotImplementedError",
        "NotAttempted",
    }
    for cell in graded_cells(done):
        (output,) = [o for o in cell.outputs if o.output_type == "error"]
        assert "NOT ATTEMPTED" in output.evalue, cell.id
        assert "Traceback" not in "".join(output.traceback), cell.id
        assert verdict(cell)[0] == 0


def test_the_release_itself_raises_only_not_implemented(unit, tmp_path):
    release = nbformat.read(COURSE.release(unit), as_version=4)
    done = executed(release, tmp_path)
    assert {output.ename for _, output in errors(done)} <= {
        "NotImplementedError",
        "NotAttempted",
    }


def test_validate_passes_solutions_and_speaks_clearly_of_stubs(unit, monkeypatch):
    monkeypatch.chdir(COURSE.root)
    for key, value in steady_environment().items():
        monkeypatch.setenv(key, value)
    assert Validator().validate(str(COURSE.source(unit))) == {}
    failed = Validator().validate(str(COURSE.release(unit)))["failed"]
    said = "\n".join(item["error"] for item in failed)
    assert "NOT ATTEMPTED" in said
    assert "Traceback" not in said
    assert "..." not in said  # the validator cuts lines at 90 characters
