"""What nbgrader_config.py plugs in: integrity, verdict, export, feedback."""

import copy
import csv
import random
from pathlib import Path

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from nbconvert.exporters import HTMLExporter
from nbformat.v4 import (
    new_code_cell,
    new_markdown_cell,
    new_notebook,
    new_output,
    new_raw_cell,
)
from nbgrader.api import Gradebook
from nbgrader.plugins import ExportPlugin
from nbgrader.preprocessors import CheckCellMetadata, Execute, OverwriteCells
from nbgrader.utils import compute_checksum
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from coursekit.classroom import Classroom
from coursekit.course import Course
from coursekit.grading import feedback
from coursekit.grading.export import Standing, StandingExport, standing
from coursekit.grading.integrity import RestoreCells
from coursekit.grading.verdict import verdict
from coursekit.pages import page_faults, secrets
from coursekit.text import role_of

UNIT = "01_neurons_and_gates"
TESTS = {"neuron-sum-value", "neuron-sum-hidden"}
GRADED = TESTS | {"neuron-words"}


@pytest.fixture(scope="session")
def config(course: Course) -> Config:
    return PyFileConfigLoader("nbgrader_config.py", str(course.root)).load_config()


# --- the configuration takes effect -------------------------------------------------


def test_execution_is_configured(config) -> None:
    execute = Execute(config=config)
    assert execute.shutdown_kernel == "immediate"
    assert execute.timeout == 20
    assert execute.interrupt_on_timeout


def test_no_tag_skips_a_cell(config, course) -> None:
    tag = Execute(config=config).skip_cells_with_tag
    again = PyFileConfigLoader("nbgrader_config.py", str(course.root)).load_config()
    assert len(tag) > 30
    assert tag != Execute(config=again).skip_cells_with_tag


# --- integrity ----------------------------------------------------------------------


def restored(room: Classroom, work: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Do what autograding does to a submission before it runs."""
    where = {
        "nbgrader": {
            "db_url": f"sqlite:///{room.folder / 'gradebook.db'}",
            "notebook": UNIT,
            "assignment": UNIT,
        }
    }
    for step in (RestoreCells(), OverwriteCells(), CheckCellMetadata()):
        work, _ = step.preprocess(work, where)
    nbformat.validate(work)
    return work


def by_id(work: nbformat.NotebookNode) -> dict[str, nbformat.NotebookNode]:
    marked = [cell for cell in work.cells if "nbgrader" in cell.metadata]
    named = {cell.metadata["nbgrader"]["grade_id"]: cell for cell in marked}
    assert len(named) == len(marked), "two cells count for one grade_id"
    return named


def assert_sound(work: nbformat.NotebookNode) -> None:
    """Every graded cell stands once, with its own points, flags and source."""
    named = by_id(work)
    assert set(named) >= GRADED
    for name in GRADED:
        about = named[name].metadata["nbgrader"]
        assert about["grade"] is True
        assert about["solution"] is (name == "neuron-words")
        assert about["locked"] is (name in TESTS)
        assert about["points"] == (3 if name == "neuron-words" else 1)
    for name in TESTS:
        assert named[name].cell_type == "code"
        assert "checks.check(" in named[name].source
    assert "rng.normal(size=7)" in named["neuron-sum-hidden"].source
    for cell in work.cells:
        assert set(cell.metadata) <= {"nbgrader"}


def test_untouched_work_stays(room) -> None:
    work = room.released(UNIT)
    before = [cell.source for cell in work.cells if role_of(cell) == "answer"]
    after = restored(room, work)
    assert_sound(after)
    assert after.metadata["nnbyhand"]["restored"] == []
    assert [c.source for c in after.cells if role_of(c) == "answer"] == before


@pytest.mark.parametrize(
    "flags",
    [
        {"grade": False},
        {"points": 100},
        {"points": None},
        {"points": "lots"},
        {"points": -1},
        {"locked": False, "solution": True},
        {"task": True},
        {"schema_version": 0},
        {"schema_version": 99},
        {"checksum": "0"},
        {"cell_type": "markdown"},
    ],
)
def test_flags_are_restored(room, flags) -> None:
    work = room.released(UNIT)
    for cell in work.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata["nbgrader"].update(flags)
    assert_sound(restored(room, work))


def test_change_of_points_is_told(room) -> None:
    work = room.released(UNIT)
    by_id(work)["neuron-sum-value"].metadata["nbgrader"]["points"] = 100
    told = restored(room, work).metadata["nnbyhand"]["restored"]
    assert told == ["neuron-sum-value: its settings were changed"]


def test_tags_and_other_metadata_go(room) -> None:
    work = room.released(UNIT)
    for cell in work.cells:
        cell.metadata["tags"] = ["skip-execution", "remove-cell"]
        cell.metadata["editable"] = True
    work.metadata["widgets"] = {"application/x": {}}
    after = restored(room, work)
    assert_sound(after)
    assert set(after.metadata) == {"kernelspec", "nnbyhand"}


@pytest.mark.parametrize("kind", ["markdown", "raw"])
def test_test_turned_to_text_is_code_again(room, kind) -> None:
    work = room.released(UNIT)
    for cell in work.cells:
        if role_of(cell) == "test":
            cell.cell_type = kind
            del cell["outputs"], cell["execution_count"]
    assert_sound(restored(room, work))


@pytest.mark.parametrize("kept", [set(), {"answer"}, {"test"}, {"text"}, {"written"}])
def test_deleted_cells_come_back(room, kept) -> None:
    work = room.released(UNIT)
    work.cells = [cell for cell in work.cells if role_of(cell) in kept]
    after = restored(room, work)
    assert_sound(after)
    missing = GRADED - (TESTS if "test" in kept else set())
    missing -= {"neuron-words"} if "written" in kept else set()
    told = after.metadata["nnbyhand"]["restored"]
    assert told == [f"{name}: it was missing" for name in sorted(missing, key=order)]


def order(name: str) -> int:
    return ["neuron-sum-value", "neuron-sum-hidden", "neuron-words"].index(name)


def test_deleted_test_comes_back_below_its_answer(room) -> None:
    work = room.released(UNIT)
    work.cells = [cell for cell in work.cells if role_of(cell) != "test"]
    names = list(by_id(restored(room, work)))
    assert names.index("neuron-sum") < names.index("neuron-sum-value")
    assert names.index("neuron-sum-value") < names.index("neuron-sum-hidden")
    assert names.index("neuron-sum-hidden") < names.index("neuron-words")


def test_copied_test_counts_once(room) -> None:
    work = room.released(UNIT)
    place = next(i for i, c in enumerate(work.cells) if role_of(c) == "test")
    other = copy.deepcopy(work.cells[place])
    other.source = "pass"
    work.cells.insert(place, other)
    after = restored(room, work)
    assert_sound(after)
    name = other.metadata["nbgrader"]["grade_id"]
    told = after.metadata["nnbyhand"]["restored"]
    assert told == [f"{name}: a copy, or unknown to this assignment"]


@pytest.mark.parametrize("first", ["stub", "answer"])
def test_of_two_answers_the_written_one_counts(room, first) -> None:
    work = room.released(UNIT)
    place = next(i for i, c in enumerate(work.cells) if role_of(c) == "answer")
    other = copy.deepcopy(work.cells[place])
    (other if first == "answer" else work.cells[place]).source += "\n# my work"
    work.cells.insert(place, other)
    if first == "stub":
        work.cells[place], work.cells[place + 1] = other, work.cells[place + 1]
        work.cells[place].source = room_stub(room)
        work.cells[place + 1].source = room_stub(room) + "\n# my work"
    after = restored(room, work)
    assert by_id(after)["neuron-sum"].source.endswith("# my work")


def room_stub(room: Classroom) -> str:
    return by_id(room.released(UNIT))["neuron-sum"].source


@pytest.mark.parametrize("about", [None, 3, "neuron-sum", [], {}, {"grade_id": []}])
def test_odd_metadata_does_not_stop_the_class(room, about) -> None:
    work = room.released(UNIT)
    for cell in work.cells:
        cell.metadata["nbgrader"] = about
    work.cells.append(new_code_cell("1", metadata={"nbgrader": about}))
    assert_sound(restored(room, work))


def test_unknown_grade_id_is_dropped(room) -> None:
    work = room.released(UNIT)
    about = dict(by_id(work)["neuron-sum-value"].metadata["nbgrader"])
    about.update(grade_id="my-own-test", points=50)
    work.cells.append(new_code_cell("1", metadata={"nbgrader": about}))
    after = restored(room, work)
    assert_sound(after)
    assert "my-own-test" not in by_id(after)


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.randoms(use_true_random=False))
def test_whatever_is_done_to_cells_the_graded_ones_stand_once(room, rng) -> None:
    work = room.released(UNIT)
    for _ in range(rng.randint(1, 12)):
        mangle(work, rng)
    assert_sound(restored(room, work))


def mangle(work: nbformat.NotebookNode, rng: random.Random) -> None:
    """Do one of the things that happen to notebooks."""
    cells = work.cells
    if not cells:
        return
    place = rng.randrange(len(cells))
    cell, about = cells[place], cells[place].metadata.get("nbgrader")
    what = rng.randrange(7)
    if what == 0:
        del cells[place]
    elif what == 1:
        cells.insert(rng.randrange(len(cells) + 1), copy.deepcopy(cell))
    elif what == 2:
        rng.shuffle(cells)
    elif what == 3:
        cell.source = rng.choice(["", "pass", cell.source + "\n# more"])
    elif what == 4 and isinstance(about, dict):
        key = rng.choice(["grade", "solution", "locked", "task"])
        about[key] = not about.get(key)
    elif what == 5 and isinstance(about, dict):
        about["grade_id"] = rng.choice(["neuron-sum", "neuron-sum-value", "other"])
    elif what == 6:
        cell.metadata.pop("nbgrader", None)


# --- verdict ------------------------------------------------------------------------


def executed(*outputs, count: int | None = 1):
    about = {"grade_id": "a-b", "points": 5, "grade": True, "solution": False}
    cell = new_code_cell("check()", execution_count=count, outputs=list(outputs))
    cell.metadata["nbgrader"] = about | {"locked": True, "task": False}
    return cell


def result(text: str):
    return new_output("execute_result", {"text/plain": text}, execution_count=1)


def error(name: str):
    return new_output("error", ename=name, evalue=name, traceback=[name])


STDERR = new_output("stream", name="stderr", text="RuntimeWarning: overflow")
STDOUT = new_output("stream", name="stdout", text="f: CORRECT")
ERROR = new_output("error", ename="NotYet", evalue="f: NOT YET", traceback=["f"])


@pytest.mark.parametrize(
    ("outputs", "expected"),
    [
        ([], (5.0, False)),
        ([STDOUT], (5.0, False)),
        ([STDERR], (5.0, False)),
        ([ERROR], (0.0, False)),
        ([result("5.0"), ERROR], (0.0, False)),
        ([error("NotAttempted")], (0.0, False)),
        ([error("KeyboardInterrupt"), error("CellTimeoutError")], (0.0, False)),
        ([error("ImportError")], (0.0, True)),
        ([error("NotYet"), error("MemoryError")], (0.0, True)),
        ([STDOUT, result("2.5")], (2.5, False)),
        ([result("0.0")], (0.0, False)),
        ([result("0.0"), result("5.0")], (5.0, False)),
        ([result("nan")], (0.0, True)),
        ([result("inf")], (0.0, True)),
        ([result("-1.0")], (0.0, True)),
        ([result("5.5")], (0.0, True)),
        ([result("np.float64(5.0)")], (0.0, True)),
        ([result("None")], (0.0, True)),
        ([result("True")], (0.0, True)),
        (
            [new_output("execute_result", {"image/png": "x"}, execution_count=1)],
            (0.0, True),
        ),
        ([new_output("display_data", {"text/plain": "0.0"})], (5.0, False)),
    ],
)
def test_verdict_of_a_test(outputs, expected) -> None:
    assert verdict(executed(*outputs)) == expected


def test_cell_that_never_ran_has_no_points_yet() -> None:
    assert verdict(executed(count=None)) == (None, True)


def test_verdict_of_a_written_answer() -> None:
    cell = new_markdown_cell("*Write your answer here.*")
    flags = {"grade_id": "a-b", "points": 3, "grade": True, "solution": True}
    cell.metadata["nbgrader"] = flags | {"locked": False, "task": False}
    cell.metadata["nbgrader"]["checksum"] = compute_checksum(cell)
    assert verdict(cell) == (0.0, False)
    cell.source = "A neuron adds up."
    assert verdict(cell) == (None, True)


# --- export -------------------------------------------------------------------------


@pytest.fixture
def gradebook(tmp_path: Path):
    with Gradebook(f"sqlite:///{tmp_path / 'g.db'}", "nnbyhand") as book:
        book.add_assignment("one")
        book.add_notebook("one", "one")
        for name, kind, worth in (("t-a", "code", 5), ("w-a", "markdown", 3)):
            book.add_grade_cell(name, "one", "one", max_score=worth, cell_type=kind)
        book.add_solution_cell("w-a", "one", "one")
        for student in ("all, right", "unread", "waits", "doubtful", "absent"):
            book.add_student(student)
            if student != "absent":
                book.add_submission("one", student)
        yield book


def give(book, student: str, **scores: tuple[float | None, bool]) -> None:
    for name, (score, needs) in scores.items():
        grade = book.find_grade(name.replace("_", "-"), "one", "one", student)
        grade.auto_score, grade.needs_manual_grade = score, needs
    book.db.commit()


def test_export_never_writes_a_zero_nobody_gave(gradebook, tmp_path) -> None:
    give(gradebook, "all, right", t_a=(5, False), w_a=(0, False))
    give(gradebook, "waits", t_a=(5, False), w_a=(None, True))
    give(gradebook, "doubtful", t_a=(0, True), w_a=(0, False))
    plugin = StandingExport(to=str(tmp_path / "grades.csv"))
    assert isinstance(plugin, ExportPlugin)
    plugin.export(gradebook)
    with (tmp_path / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = {
            r["student_id"]: (r["standing"], r["score"]) for r in csv.DictReader(file)
        }
    assert rows == {
        "all, right": ("graded", "5"),
        "waits": ("a written answer waits for a reader", "5"),
        "doubtful": ("a test needs a look", "0"),
        "unread": ("could not be read", ""),
        "absent": ("not handed in", ""),
    }


def test_standing_after_a_person_has_graded(gradebook) -> None:
    give(gradebook, "waits", t_a=(5, False), w_a=(None, True))
    assert standing(gradebook.find_submission("one", "waits")) is Standing.WAITS
    grade = gradebook.find_grade("w-a", "one", "one", "waits")
    grade.manual_score, grade.needs_manual_grade = 2, False
    gradebook.db.commit()
    assert standing(gradebook.find_submission("one", "waits")) is Standing.GRADED


# --- feedback -----------------------------------------------------------------------

HIDDEN = (
    "# hidden test: other numbers\n### BEGIN HIDDEN TESTS\n"
    'checks.check("f", [(41.25,)], expected=[17.5])\n### END HIDDEN TESTS'
)


def shown(*cells) -> nbformat.NotebookNode:
    """Do to a graded notebook what is done for its feedback page."""
    work = new_notebook(cells=list(cells))
    for step in (feedback.HideTests(), feedback.Sanitise()):
        assert step.enabled
        work, _ = step.preprocess(work, {})
    return work


def test_hidden_test_keeps_its_words_only() -> None:
    said = "f: NOT YET\n  no   f(x=41.25): expected 17.5   got 3"
    lines = [
        "---> 2 checks.check('f', [(41.25,)], expected=[17.5])",
        "AssertionError",
    ]
    error = new_output("error", ename="NotYet", evalue=said, traceback=lines)
    printed = new_output("stream", name="stdout", text="given 41.25\nf: CORRECT  (1)")
    cell = shown(new_code_cell(HIDDEN, outputs=[printed, STDERR, error])).cells[0]
    assert "41.25" not in cell.source
    assert "hidden" in cell.source
    assert [o.output_type for o in cell.outputs] == ["stream", "error"]
    assert cell.outputs[0].text == "f: CORRECT  (1)\n"
    assert cell.outputs[1].traceback == said.splitlines()


def test_other_error_in_a_hidden_test_shows_no_source() -> None:
    error = new_output(
        "error", ename="KeyError", evalue="41.25", traceback=["expected=[17.5]"]
    )
    outputs = shown(new_code_cell(HIDDEN, outputs=[error])).cells[0].outputs
    assert outputs[0].traceback == ["A hidden test stopped with KeyError."]
    assert "41.25" not in str(outputs)
    assert "17.5" not in str(outputs)


LEAKS = {
    "printed": new_output("stream", name="stdout", text=f"history:\n{HIDDEN}\nend"),
    "shown as a list": result(repr([HIDDEN, "pass"])),
    "shown as a string in a string": result(repr(repr(HIDDEN))),
    "in a traceback": new_output(
        "error", ename="ValueError", evalue=HIDDEN, traceback=[HIDDEN]
    ),
    "as html": new_output("display_data", {"text/html": f"<pre>{HIDDEN}</pre>"}),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_hidden_test_printed_elsewhere_is_taken_out(leak) -> None:
    nosy = new_code_cell("print(In)", outputs=[LEAKS[leak], STDOUT])
    work = shown(new_code_cell(HIDDEN), nosy)
    assert "17.5" not in str(work)
    assert work.cells[1].outputs == [STDOUT]


def test_ordinary_outputs_stay() -> None:
    outputs = [STDOUT, STDERR, ERROR, result("array([1, 2])")]
    work = shown(new_code_cell(HIDDEN), new_code_cell("f(1)", outputs=outputs))
    assert work.cells[1].outputs == outputs


def test_mark_scheme_is_taken_out() -> None:
    text = (
        "## 3 Words\n### BEGIN MARK SCHEME\nOne point each: secret\n### END MARK SCHEME"
    )
    assert "secret" not in shown(new_markdown_cell(text)).cells[0].source


@pytest.mark.parametrize(
    ("data", "left"),
    [
        ({"application/javascript": "alert(1)"}, {"text/plain"}),
        ({"image/svg+xml": "<svg onload='alert(1)'/>"}, {"text/plain"}),
        ({"text/latex": "$x$", "text/plain": "x"}, {"text/plain"}),
        ({"text/markdown": "[a](javascript:alert(1))"}, {"text/plain"}),
        ({"application/vnd.jupyter.widget-view+json": {"a": 1}}, {"text/plain"}),
        ({"image/png": 'x" onerror="alert(1)'}, {"text/plain"}),
        ({"image/png": "iVBORw0KGgo="}, {"image/png"}),
    ],
)
def test_outputs_are_text_clean_html_or_pictures(data, left) -> None:
    cell = new_code_cell("", outputs=[new_output("display_data", data)])
    clean = shown(cell).cells[0].outputs[0]
    assert set(clean.data) == left
    assert "alert" not in str(clean)


def test_isolated_html_is_not_framed() -> None:
    output = new_output(
        "display_data",
        {"text/html": "<b>x</b><script>alert(1)</script>"},
        metadata={"text/html": {"isolated": True}},
    )
    clean = shown(new_code_cell("", outputs=[output])).cells[0].outputs[0]
    assert clean.data["text/html"] == "<b>x</b>"
    assert clean.metadata == {}


def test_raw_cell_is_text() -> None:
    cell = shown(new_raw_cell("<script>alert(1)</script>")).cells[0]
    assert cell.cell_type == "markdown"
    assert "<script" not in feedback.safe_markdown(cell.source)


ATTACKS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//example.org/x.js></SCRIPT>",
    '<img src=x onerror="alert(1)">',
    '<img src="https://example.org/seen.png">',
    '<a href="javascript:alert(1)">a</a>',
    '<a href="JaVa\tScRiPt:alert(1)">a</a>',
    "[a](javascript:alert(1))",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "![a](data:image/svg+xml;base64,PHN2Zz4=)",
    "<svg><script>alert(1)</script></svg>",
    '<svg onload="alert(1)">',
    '<iframe src="https://example.org"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>">',
    '<details open ontoggle="alert(1)"><summary>s</summary></details>',
    '<form action="https://example.org"><input autofocus onfocus="alert(1)"></form>',
    '<meta http-equiv="refresh" content="0;url=https://example.org">',
    '<base href="https://example.org/">',
    '<link rel="stylesheet" href="https://example.org/x.css">',
    "<style>@import url(https://example.org/x.css)</style>",
    '<p style="background:url(https://example.org/x.png)">p</p>',
    "<math><mtext><img src=x onerror=alert(1)></mtext></math>",
    '$$<img src="x" onerror="alert(1)">$$',
    "$<script>alert(1)</script>$",
    "```html\n<script>alert(1)</script>\n```",
    "<<script>script>alert(1)<</script>/script>",
]


@pytest.mark.parametrize("attack", ATTACKS)
def test_markdown_runs_and_loads_nothing(attack) -> None:
    page = feedback.safe_markdown(f"before\n\n{attack}\n\nafter")
    assert page_faults(page, secrets(""), ("before", "after")) == []
    assert "style=" not in page
    assert "<style" not in page


def test_markdown_keeps_what_is_harmless() -> None:
    page = feedback.safe_markdown(
        "**bold** `code` [link](https://example.org) $a < b$ $$z = x_1 w_1$$\n\n"
        "| a | b |\n|---|---|\n| 1 | 2 |\n\n"
        "<details><summary>Hint</summary>text</details>\n\n"
        "![dot](data:image/png;base64,iVBORw0KGgo=)"
    )
    for part in (
        "<strong>bold</strong>",
        "<code>code</code>",
        'href="https://example.org"',
        "<mi>a</mi><mo>&lt;</mo><mi>b</mi>",
        'display="block"',
        "<msub><mi>x</mi><mn>1</mn></msub>",
        "<td>1</td>",
        "<summary>Hint</summary>",
        'src="data:image/png;base64,iVBORw0KGgo="',
    ):
        assert part in page


def test_every_picture_has_words_that_cannot_break_out() -> None:
    def shown(metadata: dict) -> str:
        data = {"image/png": "iVBORw0KGgo="}
        output = new_output("display_data", data, metadata=metadata)
        work = new_notebook(cells=[new_code_cell("draw()", outputs=[output])])
        done, _ = feedback.Sanitise().preprocess(work, {})
        return done.cells[0].outputs[0].metadata["image/png"]["alt"]

    assert shown({}) == feedback.UNDESCRIBED
    assert shown({"image/png": {"alt": "  "}}) == feedback.UNDESCRIBED
    assert shown({"image/png": {"alt": "a line"}}) == "a line"
    attack = '"><script>alert(1)</script>'
    output = new_output(
        "display_data",
        {"image/png": "iVBORw0KGgo="},
        metadata={"image/png": {"alt": attack}},
    )
    work = new_notebook(cells=[new_code_cell("draw()", outputs=[output])])
    exporter = HTMLExporter(preprocessors=[feedback.Sanitise])
    for template in ("classic", "lab"):
        exporter.template_name = template
        page, _ = exporter.from_notebook_node(work)
        assert "<script>alert(1)" not in page


@pytest.mark.parametrize(
    ("page", "fault"),
    [
        ("<script>1</script>", "<script>"),
        ('<img src="x.png">', "src="),
        ('<img src="https://example.org/x.png">', "loads"),
        ('<p onclick="x()">', "onclick"),
        ('<a href=" java\nscript:x()">', "href"),
        ('<meta http-equiv="Refresh" content="0">', "elsewhere"),
        ("<p><span>expected</span><span>=[14],</span></p>", "shows"),
        ("<p>two points\n are due</p>", "shows"),
        ("<p>nothing</p>", "lacks"),
    ],
)
def test_page_checks_can_fail(page, fault) -> None:
    text = (
        "### BEGIN HIDDEN TESTS\nexpected=[14],\n### END HIDDEN TESTS\n"
        "# ### BEGIN MARK SCHEME\n# two points are due\n# ### END MARK SCHEME\n"
    )
    says = ("the sentence",) if fault == "lacks" else ()
    faults = page_faults(page, secrets(text), says)
    assert any(fault in line for line in faults), faults


def test_what_stands_elsewhere_is_no_secret() -> None:
    shared = "from nnbyhand import checks"
    text = f"{shared}\n### BEGIN HIDDEN TESTS\n{shared}\n### END HIDDEN TESTS\n"
    assert all(shared != line for line in secrets(text).lines)
