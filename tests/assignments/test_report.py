"""The class report: every misconception named by its sentence, every number counted."""

import re
from collections import Counter
from html.parser import HTMLParser

import numpy as np
import pytest

from coursekit import bank
from coursekit.course import Course, CourseError
from coursekit.grading.export import Standing
from coursekit.pages import page_faults, secrets
from coursekit.report import gather, page
from coursekit.report.gather import AssignmentReport, Exercise, Look, Slip, exercises
from coursekit.report.page import common
from coursekit.report.slips import UNKNOWN, slip, tasks
from nnbyhand import checks, gates
from nnbyhand.checks.feedback import NotAttempted, NotYet, below, mark
from nnbyhand.misconceptions import TASKS

UNIT = "01_neurons_and_gates"


def error(said: str, name: str = "NotYet") -> list[dict]:
    return [{"output_type": "error", "ename": name, "evalue": said, "traceback": []}]


@pytest.mark.parametrize("task", sorted(TASKS))
def test_every_sentence_names_its_own_misconception(task) -> None:
    """Wrapped into lines and filled in, as a test says it."""
    entry = TASKS[task]
    for code in entry.wrong:
        filled = re.sub(r"\{\w+\}", "[0.5 0.25]", entry.sentences[code])
        told = str(NotYet("answer", mark("no", "expected 1   got 2") + below(filled)))
        found = slip(f'checks.check("answer", [], task="{task}")', error(told))
        assert found is not None
        assert found[0] == code, filled


def test_every_graded_test_that_names_a_task_is_understood(course) -> None:
    known = 0
    for unit in course.assignments:
        _, found = bank.exercises(course, unit)
        for exercise in found:
            for name, source, _ in exercise.tests:
                if "task=" in source:
                    assert tasks(source), name
                    known += 1
    assert known > 200


def test_what_is_in_no_table_is_counted_as_such() -> None:
    source = 'checks.check("f", [], task="neuron-sum")'
    assert slip(source, error("f: NOT YET\n  no   expected 1   got 2")) == UNKNOWN
    assert slip(source, [{"output_type": "stream", "text": "f: CORRECT"}]) is None
    blank = NotAttempted("f", below("The line `raise NotImplementedError` stands."))
    assert slip(source, error(str(blank), "NotAttempted"))[0] == "blank"
    gone = error(
        "f: NOT ATTEMPTED\n  no   there is no function called f", "NotAttempted"
    )
    assert slip(source, gone)[0] == "missing"


def changes_x(x, w, b):
    x *= 2
    return gates.neuron(x / 2, w, b)


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("returns-none", lambda x, w, b: None),
        ("raises", lambda x, w, b: [][0]),
        ("library-answer", gates.neuron),
        ("not-finite", lambda x, w, b: float("nan")),
        ("wrong-kind", lambda x, w, b: np.ones((3, 3))),
        ("wrong-kind", lambda x, w, b: "forty-two"),
        (
            "mutates-input",
            changes_x,
        ),
    ],
)
def test_what_the_ladder_says_is_recognised(code, answer) -> None:
    case = (np.array([2.0, -1.0]), np.array([0.5, 1.5]), 0.75)
    source = 'checks.check("f", [], reference=gates.neuron, task="neuron-sum")'
    with pytest.raises(checks.Feedback) as caught:
        checks.check(
            answer,
            [case],
            reference=gates.neuron,
            task="neuron-sum",
            forbid=(gates.neuron,),
        )
    told = caught.value
    assert slip(source, error(str(told), type(told).__name__))[0] == code


def test_exercises_are_read_in_order_with_their_titles(course: Course) -> None:
    found = exercises(course, UNIT)
    assert [e.grade_id for e in found][:2] == ["neuron-parts", "neuron-step"]
    assert found[2].title == "3 The weighted sum"
    assert found[2].tests == ("neuron-sum-value", "neuron-sum-hidden")
    assert found[-1].written
    assert found[-1].tests == ("neuron-words",)


# --- the page -----------------------------------------------------------------------


@pytest.fixture
def told() -> AssignmentReport:
    """Ten students: five scores, one left empty, four without work."""
    names = [f"student-{i}" for i in range(10)]
    return AssignmentReport(
        UNIT,
        10.0,
        10,
        scores=[0.0, 4.0, 9.5, 10.0, 10.0],
        missing=names[6:],
        looks=[
            Look("student-5", Standing.TAMPERED, "a <script> was seen"),
            Look("student-4", Standing.WAITS, ""),
        ],
        exercises=[
            Exercise(
                "neuron-sum",
                "The sum",
                ("neuron-sum-value",),
                outcomes=Counter({"correct": 3, "not yet": 2, "no grade": 1}),
            )
        ],
        slips=[
            Slip("neuron-sum", "bias-forgotten", "z = … `b`", frozenset(names[:2])),
            Slip("neuron-label", "bias-forgotten", "other", frozenset(names[1:3])),
            Slip("neuron-sum", *UNKNOWN, frozenset(names[:6])),
        ],
        late=1,
        seconds=[1.5, 0.5],
    )


class Words(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.said: list[str] = []
        self.charts = self.titles = 0
        self.feed(text)
        self.words = " ".join(" ".join(self.said).split())

    def handle_starttag(self, tag, attrs) -> None:
        self.charts += tag == "svg" and bool(dict(attrs).get("aria-label"))
        self.titles += tag == "title"

    def handle_data(self, data) -> None:
        self.said.append(data)


def test_scores_fall_into_tenths_and_the_full_into_the_last(told) -> None:
    assert told.histogram == [1, 0, 0, 0, 1, 0, 0, 0, 0, 3]
    assert (told.mean, told.median, told.full, told.waiting) == (6.7, 9.5, 2, 1)
    assert told.handed_in == 6
    assert told.exercises[0].graded == 5


def test_a_student_counts_once_for_a_misconception(told) -> None:
    (found,) = common([told])
    assert (found.code, found.students) == ("bias-forgotten", 3)
    assert found.where == ("neuron-sum", "neuron-label")


def test_the_page_is_whole_and_harmless(told) -> None:
    text = page([told], title="a <b> course", day="2026-12-01")
    assert page_faults(text, secrets(""), ("a <b> course", "6.7 on average")) == []
    words = Words(text)
    assert words.charts == 3  # the histogram, one exercise, one misconception
    assert words.titles == words.charts + 1
    for part in (
        "6 of 10 students",
        "student-5 tampered: a person must look a <script> was seen",
        "Nothing from: student-6, student-7, student-8, student-9.",
        "2 receipts: 2 seconds of execution together, 1.5 at most for one. The others",
        "3 correct, 2 not yet, 1 no grade",
    ):
        assert part in words.words


def test_without_names_nobody_is_named(told) -> None:
    text = page([told], title="course", day="2026-12-01", anonymous=True)
    assert "student-" not in text
    assert "1: tampered: a person must look" in Words(text).words


def test_a_class_without_work_has_a_page() -> None:
    text = page([AssignmentReport("x", 5.0, 0)], title="course", day="2026-12-01")
    assert "No test has recognised a misconception" in text
    assert "none yet" in text


def test_an_unknown_assignment_is_refused(room, course) -> None:
    url = f"sqlite:///{room.folder / 'gradebook.db'}"
    with pytest.raises(CourseError, match="no assignment '09' in the gradebook"):
        gather(Course(room.folder), url, "nnbyhand", ["09"])
    (only,) = gather(Course(room.folder), url, "nnbyhand", ["1"])
    assert only.name == UNIT
    assert only.class_size == 0
