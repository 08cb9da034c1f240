"""The progress panel: what it counts, what it says, and where it knows nothing."""

import json
import re
import sys
from types import SimpleNamespace

import pytest

from nnbyhand import progress as panel
from nnbyhand import record
from nnbyhand.checks import NotAttempted
from nnbyhand.progress import Progress, exercises, saved

LISTED = """
1 The step
    a-step-value 1
    a-step-shape 2
    hidden 1
2 The sum
    a-sum-value 3
3 In words
    person 2
"""


def say(**outcomes):
    named = {name.replace("_", "-"): word for name, word in outcomes.items()}
    return Progress(exercises(LISTED), named)


def test_every_word_and_its_symbol():
    rows = say(a_step_value="correct", a_step_shape="correct").rows()
    assert rows[0] == ("1 The step", "✓ correct", "3 of 3", "1 by hidden tests")
    assert rows[1] == ("2 The sum", "– not run", "0 of 3", "")
    assert rows[2] == ("3 In words", "judged later", "", "2 by a person")
    rows = say(a_step_value="correct", a_sum_value="not attempted").rows()
    assert rows[0][1:3] == ("◐ not yet", "1 of 3")
    assert rows[1][1:3] == ("○ not attempted", "0 of 3")


def test_points_are_those_of_correct_visible_tests():
    found = say(a_step_value="correct", a_step_shape="not yet", a_sum_value="correct")
    assert (found.got, found.visible) == (4, 6)
    said = found.summary()
    assert said.startswith("4 of 6 points from tests you can see. 1 more points come")
    assert "2 from a person" in said
    assert "Not run" not in said


def test_one_test_not_run_is_not_the_whole_exercise():
    rows = say(a_step_value="not attempted").rows()
    assert rows[0][1] == "○ not attempted"
    assert "“Not run” means" in say(a_step_value="correct").summary()


def test_the_table_has_headings_for_a_screen_reader():
    page = say(a_sum_value="correct")._repr_html_()
    assert re.findall(r'<th scope="col"[^>]*>([^<]+)<', page) == [
        "exercise",
        "state",
        "points now",
        "points later",
    ]
    assert re.findall(r'<th scope="row"[^>]*>([^<]+)<', page) == [
        "1 The step",
        "2 The sum",
        "3 In words",
    ]
    assert "color" not in page


def test_a_title_cannot_write_html():
    (row,) = Progress(exercises("1 Is a < b?\n    a-b 1"), {}).rows()
    assert "Is a &lt; b?" in panel._row(row)


def test_outside_jupyterlab_it_says_how_to_see_it():
    found = panel.progress(LISTED)
    assert "Run this cell in JupyterLab" in repr(found)
    assert "state" not in found._repr_html_()
    assert "6 points come from tests you can see" in repr(found)


@pytest.mark.parametrize("line", ["    a-b one", "    a-b"])
def test_a_line_that_is_none_is_named(line):
    with pytest.raises(ValueError, match="expected a test and its points"):
        exercises(f"1 One\n{line}")


def test_a_test_before_any_exercise_is_refused():
    with pytest.raises(ValueError, match="expected a test and its points"):
        exercises("    a-b 1")


@pytest.mark.parametrize(
    ("error", "word"),
    [
        (None, "correct"),
        (NotImplementedError(), "not attempted"),
        (NotAttempted("x", []), "not attempted"),
        (AssertionError("no"), "not yet"),
        (NameError("x"), "not yet"),
    ],
)
def test_what_a_cell_raised_gives_the_word(error, word):
    assert record.outcome(error) == word


def test_a_notebook_that_jupyterlab_runs_is_watched(monkeypatch):
    noted = []
    shell = SimpleNamespace(
        kernel=SimpleNamespace(
            get_parent=lambda: {"metadata": {"cellId": "a-sum-value"}}
        ),
        events=SimpleNamespace(register=lambda name, call: noted.append((name, call))),
    )
    ipython = SimpleNamespace(get_ipython=lambda: shell)
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    monkeypatch.setattr(record, "outcomes", {})
    record.watch()
    ((name, call),) = noted
    assert name == "post_run_cell"
    call(
        SimpleNamespace(
            info=SimpleNamespace(cell_id="a-sum-value"),
            error_before_exec=None,
            error_in_exec=AssertionError("no"),
        )
    )
    assert record.outcomes == {"a-sum-value": "not yet"}


def test_a_grader_tells_no_id_so_nothing_is_watched(monkeypatch):
    shell = SimpleNamespace(kernel=SimpleNamespace(get_parent=lambda: {"metadata": {}}))
    ipython = SimpleNamespace(get_ipython=lambda: shell)
    monkeypatch.setitem(sys.modules, "IPython", ipython)
    assert record.cell_id() == ""
    record.watch()  # has no events: to register would fail


def notebook(path, *cells):
    listed = f'from nnbyhand.progress import progress\n\nprogress("""{LISTED}""")'
    made = [
        {"id": name, "cell_type": "code", "source": "", "execution_count": count}
        | {"outputs": [{"output_type": "error", "ename": name} for name in errors]}
        for name, count, *errors in cells
    ]
    made.append({"id": "a-progress", "cell_type": "code", "source": listed})
    path.write_text(json.dumps({"cells": made}), "utf-8")
    return path


def test_a_saved_notebook_says_how_far_it_is(tmp_path):
    found = saved(
        notebook(
            tmp_path / "a.ipynb",
            ("a-step-value", 1),
            ("a-step-shape", 2, "NotAttempted"),
            ("a-sum-value", None),
        )
    )
    assert found.outcomes == {
        "a-step-value": "correct",
        "a-step-shape": "not attempted",
    }
    assert found.got == 1


@pytest.mark.parametrize("text", ["", "{", "[]", '{"cells": []}', '{"cells": [1]}'])
def test_a_file_that_is_no_assignment_is_none(tmp_path, text):
    path = tmp_path / "a.ipynb"
    path.write_text(text)
    assert saved(path) is None
    assert saved(tmp_path / "nowhere.ipynb") is None
