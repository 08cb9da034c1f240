"""The answer bank proves the graders, and fails when a grader is broken."""

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from coursekit import bank, cli, pipeline
from coursekit.course import Course, find_course
from nnbyhand.misconceptions import TASKS

UNIT = "01_neurons_and_gates"
PLAIN = "03_forward_propagation"  # one unit: plain nbgrader is several times slower
ALL = find_course(Path(__file__).parent).assignments


def may_run(course: Course, unit: str) -> None:
    """Skip, with the reason, a unit whose exercises need a package that is missing."""
    if reason := course.lacks_torch(unit):
        pytest.skip(reason)


def run(course: Course, *options: str) -> int:
    return cli.main(["--course", str(course.root), "bank", *options])


@pytest.mark.parametrize("unit", ALL)
def test_every_grader_is_proven(course: Course, unit: str, capsys) -> None:
    may_run(course, unit)
    status = run(course, unit)
    said = capsys.readouterr().out
    assert said.splitlines()[-1].endswith(
        "wrong accepted 0, right rejected 0, own message missing 0"
    )
    assert status == 0, said


def test_small_course_is_proven(small_course, capsys) -> None:
    assert run(small_course()) == 0, capsys.readouterr().out


def in_test(cell: str, code: str) -> Callable[[str], str]:
    """Put code in the place of what a test cell does."""

    def edit(text: str) -> str:
        head = rf'(# %% role="test" grade_id="{cell}"[^\n]*\n)'
        edited, count = re.subn(
            head + r".*?(?=^# %%)",
            rf"\1{code}\n\n",
            text,
            flags=re.DOTALL | re.MULTILINE,
        )
        assert count == 1
        return edited

    return edit


@pytest.mark.parametrize("cell", ["neuron-sum-value", "neuron-sum-hidden"])
def test_grader_that_accepts_everything_is_found(small_course, cell, capsys) -> None:
    small = small_course(in_test(cell, "assert True"))
    assert run(small) == 1
    said = capsys.readouterr().out
    assert re.search(r"wrong accepted [1-9]", said.splitlines()[-1])
    assert f"wrong accepted: bias-forgotten in {cell}" in said


def test_grader_that_refuses_everything_is_found(small_course, capsys) -> None:
    small = small_course(in_test("neuron-sum-hidden", 'raise AssertionError("no")'))
    assert run(small) == 1
    said = capsys.readouterr().out
    assert re.search(r"right rejected [1-9]", said.splitlines()[-1])
    assert "right rejected: the solution in neuron-sum-hidden" in said


def test_grader_that_is_too_strict_is_found(small_course, capsys) -> None:
    """A loop adds in another order, so comparing with == rejects right answers."""
    code = (
        "import numpy as np\n\n"
        "x = np.random.default_rng(0).normal(size=50)\n"
        "assert weighted_sum(x, x, 0.1) == np.dot(x, x) + 0.1"
    )
    assert run(small_course(in_test("neuron-sum-hidden", code))) == 1
    assert "right rejected: with a loop" in capsys.readouterr().out


def test_lost_sentence_is_found(small_course, monkeypatch, capsys) -> None:
    task = TASKS["neuron-sum"]
    lost = {code: form for code, form in task.wrong.items() if code != "bias-forgotten"}
    monkeypatch.setitem(TASKS, "neuron-sum", dataclasses.replace(task, wrong=lost))
    assert run(small_course()) == 1
    said = capsys.readouterr().out
    assert "own message missing: bias-forgotten in neuron-sum-value" in said
    assert "wrong form in nnbyhand/misconceptions/neuron.py" in said


def test_another_misconceptions_sentence_is_found(
    small_course, monkeypatch, capsys
) -> None:
    task = TASKS["neuron-sum"]
    forms = dict(task.wrong)
    forms["bias-forgotten"], forms["bias-sign-flipped"] = (
        forms["bias-sign-flipped"],
        forms["bias-forgotten"],
    )
    monkeypatch.setitem(TASKS, "neuron-sum", dataclasses.replace(task, wrong=forms))
    assert run(small_course()) == 1
    said = capsys.readouterr().out
    assert "own message missing: bias-forgotten" in said
    assert "own message missing: bias-sign-flipped" in said


def test_inputs_that_do_not_discriminate_are_found(small_course, capsys) -> None:
    """Equal weights hide that they were swapped."""
    code = (
        "import numpy as np\n\nfrom nnbyhand import checks, gates\n\n"
        "checks.check(\n"
        '    "weighted_sum",\n'
        "    [(np.array([2.0, -1.0]), np.array([3.0, 3.0]), 0.5)],\n"
        '    reference=gates.neuron,\n    task="neuron-sum",\n)'
    )
    assert run(small_course(in_test("neuron-sum-hidden", code))) == 1
    said = capsys.readouterr().out
    assert "wrong accepted: weights-swapped in neuron-sum-hidden" in said


def test_empty_bank_is_found(small_course, capsys) -> None:
    small = small_course()
    (small.bank(UNIT) / "neuron-sum.py").unlink()
    assert run(small) == 1
    said = capsys.readouterr().out
    assert "neuron-sum-value: 1 right and 0 named wrong answers" in said


def test_answer_that_fails_no_cell_of_its_exercise_is_refused(
    small_course, capsys
) -> None:
    small = small_course()
    path = small.bank(UNIT) / "neuron-sum.py"
    path.write_text(
        "# %% wrong: bias-forgotten\n# fails: neuron-sum-other\n"
        "def weighted_sum(x, w, b):\n    return x @ w\n",
        "utf-8",
    )
    assert run(small) == 1
    assert "unknown cells ['neuron-sum-other']" in capsys.readouterr().err


def test_a_section_that_needs_a_missing_package_is_left_out(small_course) -> None:
    small = small_course()
    file = small.bank(UNIT) / "neuron-sum.py"
    source = "\ndef weighted_sum(x, w, b):\n    return x @ w + b\n"
    file.write_text(
        f"# %% right: here\n# needs: numpy\n{source}\n\n"
        f"# %% right: elsewhere\n# needs: nosuchpackage\n{source}",
        "utf-8",
    )
    exercise = bank.exercises(small, UNIT)[1][0]
    names = {answer.name for answer in bank.answers(small, exercise)}
    assert "here" in names
    assert "elsewhere" not in names


def agree(course: Course, unit: str, *, plain: bool) -> None:
    """Hold the results through the whole of grading against those of this process."""
    here, there = bank.prove(course, unit), pipeline.prove(course, unit, plain=plain)
    assert [(r.answer, r.cell) for r in here] == [(r.answer, r.cell) for r in there]
    for mine, real in zip(here, there, strict=True):
        where = f"{mine.answer.exercise}: {mine.answer.name} in {mine.cell}"
        assert mine.passed == real.passed, f"{where}\n{mine.message}\n{real.message}"
        assert mine.own_message == real.own_message, f"{where}\n{real.message}"
        assert mine.fault.replace("too close to right", "") == real.fault, where


@pytest.mark.slow
@pytest.mark.parametrize("unit", ALL)
def test_whole_grading_says_the_same(course: Course, unit: str) -> None:
    may_run(course, unit)
    agree(course, unit, plain=False)


@pytest.mark.slow
def test_plain_nbgrader_says_the_same(course: Course) -> None:
    agree(course, PLAIN, plain=True)


@pytest.mark.slow
def test_real_nbgrader_finds_a_broken_grader_too(small_course, capsys) -> None:
    small = small_course(in_test("neuron-sum-value", "assert True"))
    assert run(small, "--pipeline") == 1
    said = capsys.readouterr().out
    assert re.search(r"wrong accepted [1-9]", said.splitlines()[-1])
    assert "wrong accepted: bias-forgotten in neuron-sum-value" in said
    assert "in neuron-sum-hidden" not in said
