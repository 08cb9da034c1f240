"""The welcome page: what is done, what is next, and that work is never lost."""

import json
import logging
import re
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest

from nnbyhand import welcome as page
from nnbyhand.welcome import after_save, draw_map, units, welcome

LIST = 'progress("""\n1 One\n    a-b-value 2\n    hidden 1\n""")'


def notebook(path, title, time="", tested=None, text="1"):
    """Write a notebook as small as may be; ``tested`` is its test's error or True."""
    words = f"# {title}\n\nAbout {time} (an estimate)." if time else f"# {title}"
    cells = [{"id": "t", "cell_type": "markdown", "source": words}]
    if tested is not None:
        errors = [] if tested is True else [{"output_type": "error", "ename": tested}]
        cells.append(
            {"id": "a-b-value", "cell_type": "code", "source": "", "outputs": errors}
            | {"execution_count": 1 if tested else None}
        )
        cells.append({"id": "a-progress", "cell_type": "code", "source": LIST})
    path.parent.mkdir(parents=True, exist_ok=True)
    content = {"cells": cells, "metadata": {"nnbyhand": {"text": text}}}
    path.write_text(json.dumps(content), "utf-8")


@pytest.fixture
def course(tmp_path):
    for number, name in ((0, "start"), (1, "gates"), (2, "rule")):
        stem, title = f"0{number}_{name}", f"0{number} {name.title()}"
        notebook(tmp_path / f"course/{stem}.ipynb", title, "60 minutes")
        if number:
            there = tmp_path / f"release/{stem}/{stem}.ipynb"
            notebook(there, f"{title}: assignment", "two hours", tested="")
    return tmp_path


def own(course, stem):
    return course / "work" / stem / f"{stem}.ipynb"


def states(course):
    return [unit.state for unit in units(course)]


def test_at_first_everything_is_copied_and_the_first_is_next(course):
    said = welcome(course).read_text("utf-8")
    assert own(course, "01_gates").exists()
    assert states(course) == ["lesson only", "next", "not begun"]
    assert "**Next: 01 Gates.** Read the [lesson](../course/01_gates.ipynb)" in said
    assert "| 60 minutes |" in said
    assert "| two hours | 0 of 2 |" in said
    assert "Done: 0 of 2" in said


def test_what_is_done_is_counted_and_the_next_one_named(course):
    welcome(course)
    notebook(own(course, "01_gates"), "01 Gates: assignment", tested=True)
    said = welcome(course).read_text("utf-8")
    assert states(course) == ["lesson only", "done", "next"]
    assert "Done: 1 of 2" in said
    assert "✓ done" in said
    notebook(own(course, "02_rule"), "02 Rule: assignment", tested=True)
    assert "You have done every assignment" in welcome(course).read_text("utf-8")


def test_what_is_begun_later_keeps_its_state(course):
    welcome(course)
    notebook(own(course, "02_rule"), "02 Rule: assignment", tested="AssertionError")
    assert states(course) == ["lesson only", "next", "begun"]


def test_every_link_leads_to_a_file(course):
    made = welcome(course)
    links = re.findall(r"\]\(([^)]+)\)", made.read_text("utf-8"))
    assert len(links) >= 7
    for link in links:
        assert (made.parent / link).exists(), link


def test_work_is_never_written_over(course):
    welcome(course)
    own(course, "01_gates").write_text("mine", "utf-8")
    said = welcome(course).read_text("utf-8")
    assert own(course, "01_gates").read_text("utf-8") == "mine"
    assert "01 Gates" in said  # its name comes from the lesson then


def test_what_nbgrader_fetched_is_the_learners(course):
    notebook(course / "01_gates/01_gates.ipynb", "01 Gates: assignment", tested=True)
    said = welcome(course).read_text("utf-8")
    assert not own(course, "01_gates").exists()
    assert "(../01_gates/01_gates.ipynb)" in said


def test_a_newer_version_is_said_and_the_old_one_kept(course):
    welcome(course)
    there = course / "release/01_gates/01_gates.ipynb"
    notebook(there, "01 Gates: assignment", tested="", text="2")
    before = own(course, "01_gates").read_bytes()
    assert "A newer version of these assignments has come: 01 Gates" in welcome(
        course
    ).read_text("utf-8")
    assert own(course, "01_gates").read_bytes() == before


def test_the_same_course_gives_the_same_bytes(course):
    first = welcome(course).read_bytes(), (course / "work/map.svg").read_bytes()
    assert (welcome(course).read_bytes(), (course / "work/map.svg").read_bytes()) == (
        first
    )


def test_the_map_says_in_words_what_it_shows(course):
    welcome(course)
    drawn = ElementTree.fromstring((course / "work/map.svg").read_text("utf-8"))
    texts = [part.text for part in drawn.iter() if part.tag.endswith("text")]
    assert "➤ next, 0 of 2 points" in texts
    assert "assignment two hours" in texts
    assert "02 Rule: not begun" in drawn[0].text
    width = float(drawn.get("width"))
    for part in drawn.iter():
        if part.tag.endswith("rect"):
            assert float(part.get("x")) + float(part.get("width")) <= width


def test_a_title_is_no_markup(course):
    notebook(course / "course/03_odd.ipynb", "03 <b> & more")
    found = units(course)
    assert "03 &lt;b&gt; &amp; more" in draw_map(found)
    ElementTree.fromstring(draw_map(found))


def test_a_course_without_units_has_a_page(tmp_path):
    assert welcome(tmp_path).exists()


def test_saving_a_notebook_brings_the_page_up_to_date(course):
    made = welcome(course)
    manager = SimpleNamespace(root_dir=str(course), log=logging.getLogger("t"))
    notebook(own(course, "01_gates"), "01 Gates: assignment", tested=True)
    after_save(os_path=str(own(course, "01_gates")), contents_manager=manager, model={})
    assert "✓ done" in made.read_text("utf-8")


def test_a_page_that_cannot_be_written_never_stops_a_save(course, monkeypatch, caplog):
    welcome(course)
    monkeypatch.setattr(page, "welcome", lambda root: 1 / 0)
    manager = SimpleNamespace(root_dir=str(course), log=logging.getLogger("t"))
    after_save(os_path="a.ipynb", contents_manager=manager)
    assert "welcome page not written: division by zero" in caplog.text


def test_where_no_page_was_asked_for_none_is_written(course):
    manager = SimpleNamespace(root_dir=str(course), log=logging.getLogger("t"))
    after_save(os_path="a.ipynb", contents_manager=manager)
    assert not (course / "work").exists()
