"""The main job: a fabricated class through real nbgrader, line by line as expected."""

import copy
import csv
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest

from coursekit import bank, cli, demo, roles
from coursekit.classroom import Classroom, fill
from coursekit.course import Course, CourseError, run_nbgrader
from coursekit.grading import sandbox
from coursekit.grading.compare import differences
from coursekit.grading.export import Standing
from coursekit.pages import Secrets, page_faults
from coursekit.report import gather
from coursekit.roles import Role
from coursekit.text import role_of

UNIT = "01_neurons_and_gates"

# literals that stand in hidden tests and mark schemes of unit 01 and nowhere else
HIDDEN = (
    "(-700.0,)",
    "[(0.25,), (-7.5,), (40.0,)]",
    "expected=[14]",
    "default_rng(101)",
    "default_rng(13)",
    "[[4, 1], [1, 4], [-2, -3]",
    "an attempt in the learner's own words",
    "Sample, 2 points",
    "BEGIN HIDDEN",
    "BEGIN MARK",
)


@pytest.fixture(scope="module")
def graded(course: Course, tmp_path_factory) -> tuple[int, str, Path]:
    """Run ``coursekit demo`` on unit 01: its exit status, its words, its folder."""
    folder = tmp_path_factory.mktemp("demo") / "class"
    with pytest.MonkeyPatch.context() as patch:
        said: list[str] = []
        patch.setattr("builtins.print", lambda *words: said.append(" ".join(words)))
        options = ["demo", "01", "--folder", str(folder), "--no-open"]
        status = cli.main(["--course", str(course.root), *options])
    return status, "\n".join(said), folder


@pytest.fixture(scope="module")
def pages(graded) -> dict[str, str]:
    found = (graded[2] / "feedback").glob(f"*/{UNIT}/{UNIT}.html")
    return {path.parts[-3]: path.read_text("utf-8") for path in found}


class Reader(HTMLParser):
    """Read a page as a browser would: its words, its tags and their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.data: list[str] = []
        self.feed(page)
        self.words = " ".join("".join(self.data).split())

    def handle_starttag(self, tag, attrs) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data) -> None:
        self.data.append(data)


@pytest.mark.slow
def test_every_line_is_as_expected(graded) -> None:
    status, said, _ = graded
    assert status == 0, said
    lines = [line for line in said.splitlines() if re.match(r"  \S", line)][1:]
    assert len(lines) >= 28
    assert all(line.split()[3] == "yes" for line in lines), said
    assert f"submissions {len(lines)}, as expected {len(lines)}, otherwise 0" in said


@pytest.mark.slow
def test_one_broken_submission_stops_nobody(graded) -> None:
    """The unreadable one stands before others in the alphabet, and they are graded."""
    _, said, folder = graded
    exported = (folder / "grades.csv").read_text("utf-8")
    assert f"{UNIT},unreadable,could not be read,," in exported
    assert f"{UNIT},warnings-on-stderr,graded,30," in exported
    assert re.search(r"unreadable +none +none +yes +could not be read", said)


@pytest.mark.slow
def test_every_student_but_the_unreadable_has_a_page(graded, pages) -> None:
    handed = {path.name for path in (graded[2] / "submitted").iterdir()}
    assert set(pages) == handed - {"unreadable"}


@pytest.mark.slow
def test_pages_show_nothing_hidden(course, pages) -> None:
    text = course.source_text(UNIT).read_text("utf-8")
    for literal in HIDDEN:
        assert literal in text, f"{literal} is no longer in the source"
    for student, page in pages.items():
        words = Reader(page).words
        shown = [literal for literal in HIDDEN if literal in words]
        assert not shown, f"{student}'s page shows {shown}"


@pytest.mark.slow
def test_pages_run_and_load_nothing(pages) -> None:
    for student, page in pages.items():
        reader = Reader(page)
        kinds = Counter(tag for tag, _ in reader.tags)
        for tag in ("script", "iframe", "object", "embed", "form", "link", "svg"):
            assert not kinds[tag], f"{student}: <{tag}>"
        for tag, attributes in reader.tags:
            assert not [name for name in attributes if name.startswith("on")], student
            assert "javascript:" not in attributes.get("href", "").lower(), student
            source = attributes.get("src", "data:")
            assert source.startswith("data:"), f"{student}: <{tag} src={source!r}>"


@pytest.mark.slow
def test_attacks_did_arrive(graded) -> None:
    """The notebooks that were graded held them; only the pages do not."""
    folder = graded[2] / "autograded"
    notebook = (folder / "scripts" / UNIT / f"{UNIT}.ipynb").read_text("utf-8")
    assert "<script>alert" in notebook
    assert '"text/html"' in notebook
    assert "application/javascript" in notebook
    nosy = (folder / "hidden-tests-printed" / UNIT / f"{UNIT}.ipynb").read_text("utf-8")
    assert nosy.count("(-700.0,)") >= 3


@pytest.mark.slow
def test_pages_say_the_misconceptions_sentence(course, graded, pages) -> None:
    _, exercises = bank.exercises(course, UNIT)
    found = 0
    for exercise in exercises:
        for answer in bank.answers(course, exercise):
            student = f"{answer.exercise}-{answer.name}"
            if student not in pages:
                continue
            for name, source, _ in exercise.tests:
                if name in answer.fails:
                    tasks = tuple(bank.TASK.findall(source))
                    result = bank.Result(
                        answer, name, False, Reader(pages[student]).words, None, tasks
                    )
                    assert result.own_message, student
                    found += 1
    assert found >= 6


@pytest.mark.slow
def test_pages_say_the_three_outcomes(pages) -> None:
    assert "NOT ATTEMPTED" in Reader(pages["blank"]).words
    assert "NOT YET" in Reader(pages["nan-everywhere"]).words
    assert "CORRECT" in Reader(pages["all-right"]).words
    assert "waits for a reader" in Reader(pages["written-answer"]).words
    assert (
        "(a remark only: it costs no points)"
        in Reader(pages["warnings-on-stderr"]).words
    )


@pytest.mark.slow
def test_the_report_counts_what_the_roles_did(course, graded) -> None:
    folder = graded[2]
    url = f"sqlite:///{folder / 'gradebook.db'}"
    (told,) = gather(Course(folder), url, "nnbyhand", [])
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert told.handed_in == told.class_size == len(rows) == 31
    assert sorted(told.scores) == sorted(float(r["score"]) for r in rows if r["score"])
    look = {row["student_id"] for row in rows if row["standing"] != "graded"}
    assert {one.student for one in told.looks} == look
    # every role with one misconception is counted for it, and nobody else is
    _, exercises = bank.exercises(course, UNIT)
    due: dict[tuple[str, str], set[str]] = {}
    for exercise in exercises:
        for answer in bank.answers(course, exercise):
            student = f"{answer.exercise}-{answer.name}"
            if student in {row["student_id"] for row in rows}:
                due[answer.exercise, answer.code] = {student}
    assert len(due) == roles.SLIPS
    simple = "coding-biases"
    due[simple, "missing"] = {"endless-cell", "exception-at-top", "syntax-error"}
    due[simple, "too-slow"] = {"endless-function"}
    due[simple, "returns-none"] = {
        *("all-but-answers-deleted", "tests-copied", "tests-deleted")
    }
    found = {
        (one.exercise, one.code): set(one.who) - {"nan-everywhere"}
        for one in told.slips
    }
    assert {key: who for key, who in found.items() if who} == due
    # 31: 8 slips, nothing from 6, half from one, NaN from one, one not readable
    sums = next(e for e in told.exercises if e.grade_id == "neuron-sum")
    assert sums.outcomes == {"correct": 22, "not yet": 2, "blank": 6, "no grade": 1}
    assert told.exercises[-1].outcomes == {"blank": 29, "waits": 1, "no grade": 1}


@pytest.mark.slow
def test_the_report_shows_no_name_if_asked(graded, tmp_path) -> None:
    folder = graded[2]
    for options in ([], ["--anonymous"]):
        to = tmp_path / "report.html"
        command = ["--course", str(folder), "report", "01", "--to", str(to), *options]
        assert cli.main(command) == 0
        text = to.read_text("utf-8")
        assert page_faults(text, Secrets(()), ("What the class gets wrong most",)) == []
        for who in ("unreadable", "written-answer"):
            assert (f"<td>{who}</td>" in text) == (not options)


@pytest.mark.slow
def test_coursekit_grade_gives_the_same(graded, tmp_path) -> None:
    """The demo was graded by plain nbgrader, which is the oracle of our command."""
    if why := sandbox.probe():
        pytest.skip(f"no sandbox on this machine: {why}")
    folder = graded[2]
    other = Classroom(tmp_path / "other")
    for name in ("source", "release", "submitted"):
        shutil.copytree(folder / name, other.folder / name)
    shutil.copy(folder / "nbgrader_config.py", other.folder)
    run_nbgrader(other.folder, "generate_assignment", UNIT, "--force")
    other.grade(UNIT)
    told = differences(folder, other.folder, UNIT)
    # two differences are meant: we say why a file could not be read, and `In` does not
    # give the text of tests to whoever prints it
    meant = ("unreadable", "hidden-tests-printed/")
    assert all(line.startswith(meant) for line in told), told


# --- the demo can fail --------------------------------------------------------------


def three(course: Course, room: Classroom, unit: str) -> list[Role]:
    """Right work, blank work, and blank work of which too much is expected."""
    _, exercises = bank.exercises(course, unit)
    solutions = {exercise.grade_id: exercise.solution for exercise in exercises}
    right = fill(room.released(unit), solutions)
    full = {"neuron-sum-value": 1.0, "neuron-sum-hidden": 1.0, "neuron-words": 0.0}
    nothing = dict.fromkeys(full, 0.0)
    return [
        Role("right", right, full),
        Role("blank", room.released(unit), nothing, says=("NOT ATTEMPTED",)),
        Role("overrated", room.released(unit), full | {"neuron-sum-hidden": 0.0}),
        Role("unsaid", room.released(unit), nothing, says=("You forgot the bias",)),
        Role("no-reader", right, full, Standing.WAITS),
    ]


@pytest.mark.slow
def test_unexpected_lines_fail(small_course, tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(demo, "roles", three)
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    folder = tmp_path / "class"
    assert demo.demo(small_course(), [UNIT], folder=folder) == 1
    said = capsys.readouterr().out
    assert re.search(r"right +2 +2 +yes +graded", said)
    assert re.search(r"blank +0 +0 +yes +graded", said)
    assert re.search(r"overrated +0 +1 +no +graded", said)
    assert "neuron-sum-value: expected 1.0, got 0.0" in said
    assert "the page lacks 'You forgot the bias'" in said
    assert "expected 'a written answer waits for a reader'" in said
    assert "submissions 5, as expected 2" in said
    assert opened == [(folder / "feedback").as_uri()]


def test_folder_in_use_is_refused(course, tmp_path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(CourseError, match="is not empty"):
        demo.demo(course, [UNIT], folder=tmp_path)


def test_unit_without_assignment_is_refused(course) -> None:
    with pytest.raises(CourseError, match="none of these units"):
        demo.demo(course, ["99_nothing"])


# --- the roles are what they say ----------------------------------------------------


@pytest.fixture
def kit(course: Course, room: Classroom, small_course) -> roles._Kit:
    small = small_course()
    _, exercises = bank.exercises(small, UNIT)
    return roles._Kit(
        exercises,
        {e.grade_id: bank.answers(small, e) for e in exercises},
        room.released(UNIT),
        {"neuron-words": 3},
    )


def everybody(kit: roles._Kit) -> Iterator[Role]:
    for make in (
        roles._slips,
        roles._unfinished,
        roles._broken,
        roles._odd_but_right,
        roles._tampered,
        roles._attacks,
    ):
        yield from make(kit)
    yield roles._written(kit)


def test_names_differ_and_every_cell_has_a_due(kit) -> None:
    made = list(everybody(kit))
    assert max(Counter(role.name for role in made).values()) == 1
    cells = {"neuron-sum-value", "neuron-sum-hidden", "neuron-words"}
    assert all(set(role.points) == cells for role in made)
    assert all(re.fullmatch(r"[a-z0-9-]+", role.name) for role in made)


def test_due_points_come_from_the_source(kit) -> None:
    assert sum(kit.due(set()).values()) == 2
    assert sum(kit.due({"neuron-sum-value"}).values()) == 1
    assert sum(kit.due({"neuron-sum"}).values()) == 0


def test_no_role_carries_the_marks_of_a_solution(kit) -> None:
    assert not any("SOLUTION" in str(role.work) for role in everybody(kit))


def test_roles_differ_from_right_work(kit) -> None:
    right = kit.notebook(kit.solutions)
    assert all(role.work != right for role in everybody(kit))


def test_tampering_touches_what_it_says(kit) -> None:
    made = {role.name: role.work for role in roles._tampered(kit)}

    def kinds(name: str) -> Counter:
        return Counter(role_of(cell) for cell in made[name].cells)

    plain = Counter(role_of(cell) for cell in kit.release.cells)
    assert kinds("tests-deleted") == plain - Counter(test=2)
    assert kinds("all-but-answers-deleted") == Counter(answer=1)
    assert kinds("tests-copied") == plain + Counter(test=2)
    assert kinds("answer-copied") == plain + Counter(answer=1)
    assert kinds("tests-ungraded")["test"] == 0
    release = copy.deepcopy(kit.release)
    assert kit.release == release


def test_too_few_misconceptions_are_refused(kit) -> None:
    kit.answers = {"neuron-sum": kit.answers["neuron-sum"][:5]}
    with pytest.raises(CourseError, match="named wrong answers only"):
        list(roles._slips(kit))
