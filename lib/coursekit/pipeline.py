"""Prove the graders through the real thing: generate, hand in, autograde, gradebook.

``prove`` tries the same answers as ``coursekit.bank.prove``, but as students would meet
the graders: in the released notebook, under the course's own nbgrader_config.py. One
submission carries one answer to every exercise at once. They are graded by ``coursekit
grade`` or, slower, by plain ``nbgrader autograde``; both must come to the same.
"""

import shutil
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from nbformat import NotebookNode
from tqdm import tqdm

from coursekit import bank
from coursekit.classroom import Classroom, Report, fill
from coursekit.course import Course, CourseError
from coursekit.grading import sandbox

MANY = 6  # submissions worth a second process

# the answers one submission carries, by the grade_id of their exercise
Load = dict[str, bank.Answer]


def prove(course: Course, unit: str, *, plain: bool = False) -> list[bank.Result]:
    """Try every answer of a unit through the whole of grading.

    ``plain`` leaves it to nbgrader alone, as does a machine without a sandbox.
    """
    _, found = bank.exercises(course, unit)
    tried = {exercise.grade_id: bank.answers(course, exercise) for exercise in found}
    loads = _loads(tried)
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        if plain or sandbox.probe():
            reports = _by_nbgrader(course, unit, loads, place)
        else:
            reports = _by_coursekit(course, unit, loads, place)
        results = {
            (result.answer.exercise, result.answer.name, result.cell): result
            for student, load in loads.items()
            for result in _results(found, load, student, reports[student])
        }
    # in the order of the bank, like the results of bank.prove
    return [
        results[exercise.grade_id, answer.name, cell]
        for exercise in found
        for answer in tried[exercise.grade_id]
        for cell, _, _ in exercise.tests
    ]


def _loads(tried: dict[str, list[bank.Answer]]) -> dict[str, Load]:
    """Deal the answers out to as few submissions as the longest list allows."""
    count = max((len(answers) for answers in tried.values()), default=0)
    return {
        f"answers-{i:03d}": {
            grade_id: answers[i]
            for grade_id, answers in tried.items()
            if i < len(answers)
        }
        for i in range(count)
    }


def _by_coursekit(
    course: Course, unit: str, loads: dict[str, Load], scratch: Path
) -> dict[str, Report]:
    room = Classroom.open(course, [unit], scratch / "class")
    for student, load in loads.items():
        work = fill(room.released(unit), {k: a.source for k, a in load.items()})
        room.hand_in(student, unit, work)
    room.grade(unit)
    return room.reports(unit)


def _by_nbgrader(
    course: Course, unit: str, loads: dict[str, Load], scratch: Path
) -> dict[str, Report]:
    """Grade all submissions, in two folders at a time where there are many."""
    first = Classroom.open(course, [unit], scratch / "first")
    rooms = [first]
    if len(loads) >= MANY:
        shutil.copytree(first.folder, scratch / "second")
        rooms.append(Classroom(scratch / "second"))
    for i, (student, load) in enumerate(loads.items()):
        work = fill(first.released(unit), {k: a.source for k, a in load.items()})
        rooms[i % len(rooms)].hand_in(student, unit, work)
    with (
        tqdm(total=len(loads), unit="submission", desc=unit, leave=False) as bar,
        ThreadPoolExecutor(len(rooms)) as pool,
    ):
        failed = set().union(
            *pool.map(lambda room: room.autograde(unit, bar.update), rooms)
        )
    if failed:
        raise CourseError(f"{unit}: nbgrader could not grade {sorted(failed)}")
    return {k: v for room in rooms for k, v in room.reports(unit).items()}


def _results(
    found: list[bank.Exercise], load: Load, student: str, report: Report
) -> Iterator[bank.Result]:
    if report.notebook is None:
        raise CourseError(f"{student}: graded, but there is no executed notebook")
    cells = {
        cell.metadata["nbgrader"]["grade_id"]: cell
        for cell in report.notebook.cells
        if "nbgrader" in cell.metadata
    }
    for exercise in found:
        answer = load.get(exercise.grade_id)
        for name, source, points in exercise.tests if answer else ():
            yield bank.Result(
                answer,
                name,
                passed=report.points[name] == points,
                message=said(cells[name]),
                cell_tasks=tuple(bank.TASK.findall(source)),
            )


def said(cell: NotebookNode) -> str:
    """Give the words of an executed test cell: its error, or what it printed."""
    for output in cell.outputs:
        if output.output_type == "error":
            kind = output.ename
            known = kind in {"NotYet", "NotAttempted"}
            return output.evalue if known else f"{kind}: {output.evalue}"
    return "".join(o.text for o in cell.outputs if o.output_type == "stream")
