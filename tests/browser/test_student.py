"""A student's way in the unpacked kit: welcome page, lesson, assignment, Validate."""

import json
import os
import re
from pathlib import Path

import kit
import lab
import pytest

UNIT = "01_neurons_and_gates"
UNITS = ["00_start", UNIT]
WRONG = """def weighted_sum(x, w, b):
    return x @ w"""
RIGHT = """def weighted_sum(x, w, b):
    return x @ w + b"""
STEP = """def step(z):
    return int(z > 0)"""
PAGE = ".jp-MarkdownViewer"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = kit.unpack(tmp_path_factory.mktemp("student"), UNITS)
    kit.make_environment(made)
    return made


@pytest.fixture(scope="module")
def opened(chromium, folder, servers, tmp_path_factory):
    free_port, wait_for = servers
    home = tmp_path_factory.mktemp("home")
    with kit.started(folder, home, free_port(), wait_for) as (address, token):
        yield address, token


@pytest.fixture
def welcome(page, opened):
    """The page a student sees first: nothing is asked for but the address."""
    address, token = opened
    page.goto(f"{address}/?token={token}")
    page.wait_for_selector(f"{PAGE} table")
    return page


def shot(page, name: str, cell: str = "") -> None:
    """Keep a picture where somebody asked for one, to be looked at."""
    place = os.environ.get("NNBYHAND_SHOTS")
    if place:
        if cell:
            lab.cell(page, cell).locator(".jp-OutputArea").scroll_into_view_if_needed()
        page.screenshot(path=str(Path(place) / f"{name}.png"))


def state(page, number: str) -> str:
    """Read what the welcome page's table says of a unit."""
    return page.locator(f"{PAGE} tr", has_text=f"Lesson {number}").inner_text()


def fill(page, cell: str, text: str) -> None:
    """Type an answer in place of what a cell holds, and run it."""
    lab.cell(page, cell).locator(".cm-content").click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text(text)
    lab.run_cell(page, cell)


def said(page, cell: str) -> str:
    return lab.cell(page, cell).locator(".jp-OutputArea").inner_text()


def test_the_first_page_says_what_is_done_and_what_is_next(welcome, folder):
    shot(welcome, "1-welcome")
    assert "Next: 00" in welcome.locator(PAGE).inner_text()
    assert "➤ next" in state(welcome, "00")
    assert "○ not begun" in state(welcome, "01")
    assert "0 of 17" in state(welcome, "01")
    assert "hours" in state(welcome, "01")
    drawn = welcome.locator(f"{PAGE} img")
    assert "01 Neurons and gates: not begun" in drawn.get_attribute("alt")
    assert drawn.evaluate("i => i.decode().then(() => i.naturalWidth)") > 500
    assert not (folder / "lib" / "coursekit").exists()


def test_a_lesson_is_one_click_away_and_runs(welcome):
    welcome.get_by_role("link", name="Lesson 00").click()
    lab.wait_for_notebook(welcome)
    lab.run_all(welcome)
    shot(welcome, "2-lesson")
    assert welcome.locator(".jp-NotebookPanel .jp-OutputArea-output").count() > 10
    errors = '.jp-NotebookPanel [data-mime-type="application/vnd.jupyter.error"]'
    assert welcome.locator(errors).count() == 0


def test_an_explorer_by_keyboard_and_by_ear(welcome):
    page = welcome
    page.get_by_role("link", name="Lesson 01").click()
    lab.wait_for_notebook(page)
    lab.run_all(page)
    explorer = page.locator(f"{lab.FRONT} .widget-hbox", has=page.locator("img")).first
    explorer.scroll_into_view_if_needed()
    shot(page, "2a-explorer")
    words = explorer.locator("[aria-live=polite]")
    picture = explorer.locator("img")
    explorer.get_by_text("This is AND.").wait_for()
    before = picture.get_attribute("title")  # the name of a picture without an alt
    assert "AND" in before
    assert explorer.get_by_role("img", name=before).count() == 1
    assert words.count() == 1
    third = explorer.get_by_role("slider").nth(2)
    explorer.get_by_role("slider").nth(1).focus()
    for _ in range(3):  # past the number beside the slider
        page.keyboard.press("Tab")
        if third.evaluate("handle => handle === document.activeElement"):
            break
    assert third.evaluate("handle => handle === document.activeElement")
    for _ in range(10):
        page.keyboard.press("ArrowRight")
    explorer.get_by_text("This is OR.").wait_for()
    page.wait_for_function(
        "([i, a]) => i.alt !== a", arg=[picture.element_handle(), before[1]]
    )
    shot(page, "2b-explorer")
    assert "OR" in picture.get_attribute("title")
    # what is heard: the names before the sliders, the table, the words, the picture
    heard = explorer.aria_snapshot()
    for part in ("text: w1", 'columnheader "z"', "paragraph: This is OR.", "- 'img "):
        assert part in heard


def test_an_assignment_from_a_wrong_answer_to_a_right_one(welcome, folder):
    page = welcome
    page.get_by_role("link", name="Assignment 01").click()
    lab.wait_for_notebook(page)

    lab.run_cell(page, "neuron-sum-value")
    assert "NOT ATTEMPTED" in said(page, "neuron-sum-value")
    lab.run_cell(page, "1e424af28e56")
    fill(page, "neuron-sum", WRONG)
    lab.run_cell(page, "neuron-sum-value")
    shot(page, "3-diagnosis", "neuron-sum-value")
    told = said(page, "neuron-sum-value")
    assert "NOT YET" in told
    assert re.search(r"z = \S+ is what comes out without the bias term", told)

    task = lab.cell(page, "neuron-sum-text")
    hint = task.locator("details", has_text="Hint 2: equation")
    assert not hint.evaluate("hint => hint.open")
    hint.locator("summary").focus()
    page.keyboard.press("Enter")
    assert hint.evaluate("hint => hint.open")
    shot(page, "4-hint")

    assert "0 of 17 points" in panel(page)
    assert row(page, "3 The weighted sum").startswith("◐ not yet")
    assert row(page, "2 The threshold").startswith("– not run")
    shot(page, "5-panel-before", "neuron-progress")

    fill(page, "neuron-sum", RIGHT)
    lab.run_cell(page, "neuron-sum-value")
    assert "CORRECT" in said(page, "neuron-sum-value")
    shot(page, "6-correct", "neuron-sum-value")
    assert "1 of 17 points" in panel(page)
    assert row(page, "3 The weighted sum").startswith("✓ correct")
    shot(page, "7-panel-after", "neuron-progress")

    page.locator(f'{lab.FRONT} .jp-NotebookPanel-toolbar >> text="Validate"').click()
    dialog = page.locator(".jp-Dialog .jp-Dialog-content")
    dialog.wait_for(timeout=60_000)
    shot(page, "8-validate")
    told = dialog.inner_text()
    assert "NOT ATTEMPTED" in told
    assert "progress" not in told
    page.locator(".jp-Dialog button.jp-mod-accept").click()

    saved = json.loads((folder / "work" / UNIT / f"{UNIT}.ipynb").read_text("utf-8"))
    assert RIGHT in ["".join(cell["source"]) for cell in saved["cells"]]
    released = (folder / "release" / UNIT / f"{UNIT}.ipynb").read_text("utf-8")
    assert "return x @ w + b" not in released


def test_the_first_page_has_followed(welcome):
    shot(welcome, "9-welcome-after")
    assert "◐ begun" in state(welcome, "01")
    assert "1 of 17" in state(welcome, "01")


def panel(page) -> str:
    lab.run_cell(page, "neuron-progress")
    return said(page, "neuron-progress")


def row(page, title: str) -> str:
    """Read a row of the panel without its title."""
    lines = lab.cell(page, "neuron-progress").locator("tr", has_text=title)
    return lines.locator("td").all_inner_texts()[0]
