"""A lesson opens, runs and moves in a browser."""

import shutil
from pathlib import Path

import lab

ROOT = Path(__file__).parents[2]


def test_a_lesson_runs_from_top_to_bottom(page, start_lab, tmp_path):
    shutil.copy(ROOT / "course" / "01_neurons_and_gates.ipynb", tmp_path)
    lab.open_notebook(page, *start_lab(tmp_path), "01_neurons_and_gates.ipynb")
    lab.run_all(page)
    assert page.locator(".jp-NotebookPanel .jp-OutputArea-output").count() > 10
    assert page.locator('[data-mime-type="application/vnd.jupyter.error"]').count() == 0
