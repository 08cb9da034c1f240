"""The fabricated class: for every way to hand work in, one student with that role.

What each role is due is worked out from the points in the source and from what its
notebook answers, never read back from the gradebook.
"""

import ast
import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import nbformat
from nbformat import NotebookNode

from coursekit import bank
from coursekit.classroom import Classroom, fill
from coursekit.course import Course, CourseError
from coursekit.grading.export import Standing
from coursekit.text import role_of, to_notebook

SLIPS = 8  # students with one misconception each
MARKER = re.compile(r"^[ \t]*### (BEGIN|END) SOLUTION[^\n]*\n?", re.MULTILINE)
ATTACK = """<script>alert("markdown")</script>
<img src="x" onerror="alert('image')"> <a href="javascript:alert('link')">a link</a>
[another](javascript:alert('markdown-link')) <iframe src="https://example.org"></iframe>
<svg onload="alert('svg')"></svg> <form action="https://example.org"><input></form>"""


@dataclass(frozen=True)
class Role:
    """One student: what is handed in and what it is due."""

    name: str
    work: NotebookNode | str
    points: dict[str, float | None]
    standing: Standing = Standing.GRADED
    says: tuple[str, ...] = ()  # sentences the feedback page must hold

    @property
    def total(self) -> float:
        return sum(points or 0.0 for points in self.points.values())


@dataclass
class _Kit:
    """What roles are made of."""

    exercises: list[bank.Exercise]
    answers: dict[str, list[bank.Answer]]
    release: NotebookNode
    written: dict[str, int] = field(default_factory=dict)

    @property
    def solutions(self) -> dict[str, str]:
        return {e.grade_id: MARKER.sub("", e.solution) for e in self.exercises}

    @property
    def simple(self) -> bank.Exercise:
        """An exercise without a try-it cell, where a loop costs the least time."""
        plain = "\n".join(
            cell.source
            for cell in self.release.cells
            if cell.cell_type == "code" and role_of(cell) is None
        )
        untried = [
            exercise
            for exercise in self.exercises
            if not any(f"{name}(" in plain for name in _functions(exercise.solution))
        ]
        return min(untried or self.exercises, key=lambda e: len(e.tests))

    def notebook(self, answers: dict[str, str]) -> NotebookNode:
        return fill(copy.deepcopy(self.release), answers)

    def due(self, missed: set[str]) -> dict[str, float | None]:
        """Give full points for every test but those of missed cells or exercises."""
        points: dict[str, float | None] = dict.fromkeys(self.written, 0.0)
        for exercise in self.exercises:
            for name, _, worth in exercise.tests:
                lost = name in missed or exercise.grade_id in missed
                points[name] = 0.0 if lost else float(worth)
        return points

    def all_but(self, name: str, answers: dict[str, str], **more: object) -> Role:
        """Make a role whose answers are right except those given, which are not."""
        work = self.notebook(self.solutions | answers)
        return Role(name, work, self.due(set(answers)), **more)

    def all_right(self, name: str, change: Callable[[str], str]) -> Role:
        """Make a role with every solution, each changed in a harmless way."""
        work = {grade_id: change(code) for grade_id, code in self.solutions.items()}
        return Role(name, self.notebook(work), self.due(set()))

    def blank(self, name: str, change: Callable[[NotebookNode], None]) -> Role:
        """Make a role that answers nothing and changes the test cells instead."""
        work = self.notebook({})
        for cell in work.cells:
            if role_of(cell) == "test":
                change(cell)
        return Role(name, work, self.due({e.grade_id for e in self.exercises}))


def roles(course: Course, room: Classroom, unit: str) -> list[Role]:
    """Fabricate the class of a unit."""
    _, exercises = bank.exercises(course, unit)
    text = course.source_text(unit).read_text("utf-8")
    kit = _Kit(
        exercises,
        {e.grade_id: bank.answers(course, e) for e in exercises},
        room.released(unit),
        {
            cell.id: cell.metadata["nbgrader"]["points"]
            for cell in to_notebook(text, name=unit).cells
            if role_of(cell) == "written"
        },
    )
    made = [
        kit.all_right("all-right", str),
        *_slips(kit),
        *_unfinished(kit),
        *_broken(kit),
        *_odd_but_right(kit),
        *_tampered(kit),
        *_attacks(kit),
    ]
    if kit.written:
        made.append(_written(kit))
    return made


def _slips(kit: _Kit) -> Iterator[Role]:
    """One misconception each, from as many exercises as there are in the bank."""
    named = {
        grade_id: [
            answer
            for answer in answers
            if answer.kind == "wrong"
            and answer.code not in bank.GENERIC
            and answer.code != "too-slow"
        ]
        for grade_id, answers in kit.answers.items()
    }
    rounds = max((len(answers) for answers in named.values()), default=0)
    order = [
        answers[i]
        for i in range(rounds)
        for answers in named.values()
        if i < len(answers)
    ]
    if len(order) < SLIPS:
        raise CourseError(f"the bank holds {len(order)} named wrong answers only")
    tasks = {
        name: tuple(bank.TASK.findall(source))
        for exercise in kit.exercises
        for name, source, _ in exercise.tests
    }
    for answer in order[:SLIPS]:
        says = []
        for cell in answer.fails:
            sentence = bank.sentences(answer, tasks[cell])[0]
            says += [part for part in re.split(r"\{\w+\}", sentence) if part.strip()]
        work = kit.notebook(kit.solutions | {answer.exercise: answer.source})
        name = f"{answer.exercise}-{answer.name}".replace(", ", "-").replace(" ", "-")
        yield Role(name, work, kit.due(set(answer.fails)), says=tuple(says))


def _unfinished(kit: _Kit) -> Iterator[Role]:
    nothing = {e.grade_id for e in kit.exercises}
    says = ("NOT ATTEMPTED",)
    yield Role("blank", kit.notebook({}), kit.due(nothing), says=says)
    first = {e.grade_id for e in kit.exercises[: len(kit.exercises) // 2]}
    half = {name: code for name, code in kit.solutions.items() if name in first}
    yield Role("half-done", kit.notebook(half), kit.due(nothing - first), says=says)
    nans = {
        e.grade_id: _bodies(e.solution, 'return float("nan")') for e in kit.exercises
    }
    yield Role("nan-everywhere", kit.notebook(nans), kit.due(nothing))


def _broken(kit: _Kit) -> Iterator[Role]:
    one, name = kit.simple, kit.simple.grade_id
    missing = ("Run its cell first.",)
    yield kit.all_but("syntax-error", {name: "def (:\n    retrun 1"}, says=missing)
    yield kit.all_but(
        "exception-at-top",
        {name: f"undefined_name\n\n{kit.solutions[name]}"},
        says=missing,
    )
    yield kit.all_but(
        "endless-cell",
        {name: f"while True:\n    pass\n\n{kit.solutions[name]}"},
        says=missing,
    )
    endless = _bodies(one.solution, "while True:\n        pass")
    yield kit.all_but("endless-function", {name: endless})
    work = nbformat.writes(kit.notebook(kit.solutions))
    yield Role(
        "unreadable",
        work[: len(work) // 2],
        {
            **dict.fromkeys(kit.written),
            **{cell: None for e in kit.exercises for cell, _, _ in e.tests},
        },
        Standing.UNREADABLE,
    )


def _odd_but_right(kit: _Kit) -> Iterator[Role]:
    noisy = (
        "import sys\nimport warnings\n\n"
        'print("to stderr", file=sys.stderr)\n'
        'warnings.warn("harmless at the top")\n'
    )
    warn = 'warnings.warn("harmless")\n        print("again", file=sys.stderr)'
    yield kit.all_right(
        "warnings-on-stderr", lambda code: noisy + _wrapped(code, warn, "value")
    )
    yield kit.all_right(
        "np-float64",
        lambda code: (
            "import numpy as np\n"
            + _wrapped(
                code,
                "numbers = (bool, int, float)",
                "np.float64(value) if isinstance(value, numbers) else value",
            )
        ),
    )


def _tampered(kit: _Kit) -> Iterator[Role]:
    def edit(cell: NotebookNode) -> None:
        cell.source = "pass"

    def skip(cell: NotebookNode) -> None:
        cell.metadata["tags"] = ["skip-execution"]

    def ungrade(cell: NotebookNode) -> None:
        cell.metadata["nbgrader"].update(grade=False, solution=True, locked=False)

    def enrich(cell: NotebookNode) -> None:
        cell.metadata["nbgrader"].update(points=100)

    def weaken(cell: NotebookNode) -> None:
        cell.cell_type = "markdown"
        del cell["outputs"], cell["execution_count"]

    yield kit.blank("tests-edited", edit)
    yield kit.blank("tests-tagged-to-skip", skip)
    yield kit.blank("tests-ungraded", ungrade)
    yield kit.blank("points-100", enrich)
    yield kit.blank("tests-turned-to-text", weaken)
    one = kit.simple
    returns_none = {one.grade_id: _bodies(one.solution, "return None")}
    for name, lost in (
        ("tests-deleted", {"test"}),
        ("all-but-answers-deleted", {"test", "text", "written", None}),
    ):
        role = kit.all_but(name, returns_none)
        role.work.cells = [c for c in role.work.cells if role_of(c) not in lost]
        yield role
    yield _copied_tests(kit.all_but("tests-copied", returns_none), one)
    role = Role("answer-copied", kit.notebook(kit.solutions), kit.due(set()))
    role.work.cells = [
        part for cell in role.work.cells for part in _stub_above(cell, kit, one)
    ]
    yield role


def _copied_tests(role: Role, failed: bank.Exercise) -> Role:
    """Copy every test; the copies of those that fail are made to pass."""
    failing = {name for name, _, _ in failed.tests}
    cells = []
    for cell in role.work.cells:
        cells.append(cell)
        if role_of(cell) == "test":
            other = copy.deepcopy(cell)
            name = other.metadata["nbgrader"]["grade_id"]
            other.id = f"{name}-copy"
            if name in failing:
                other.source = "pass"
                cells.insert(-1, other)
            else:
                cells.append(other)
    role.work.cells = cells
    return role


def _stub_above(
    cell: NotebookNode, kit: _Kit, one: bank.Exercise
) -> tuple[NotebookNode, ...]:
    """Leave the stub of one exercise above its answer, as copying a cell does."""
    if cell.metadata.get("nbgrader", {}).get("grade_id") != one.grade_id:
        return (cell,)
    stub = next(c for c in kit.release.cells if c.id == cell.id)
    stub = copy.deepcopy(stub)
    stub.id = f"{cell.id}-stub"
    return stub, cell


def _attacks(kit: _Kit) -> Iterator[Role]:
    """A page must run nothing, whatever the notebook shows."""
    shows = (
        "from IPython.display import HTML, Javascript, display\n\n"
        f"display(HTML({ATTACK!r}))\n"
        "display(Javascript(\"alert('output')\"))\n"
    )
    role = Role("scripts", kit.notebook(kit.solutions), kit.due(set()))
    text = nbformat.v4.new_markdown_cell(ATTACK, id="attack-text")
    raw = nbformat.v4.new_raw_cell(ATTACK, id="attack-raw")
    code = nbformat.v4.new_code_cell(shows, id="attack-code")
    role.work.cells += [text, raw, code]
    yield role
    nosy = kit.all_right(
        "hidden-tests-printed",
        lambda code: _wrapped(code, 'print("given:", arguments)', "value"),
    )
    nosy.work.cells.append(
        nbformat.v4.new_code_cell('print("\\n".join(In))', id="nosy-print")
    )
    nosy.work.cells.append(nbformat.v4.new_code_cell("In", id="nosy-show"))
    yield nosy


def _written(kit: _Kit) -> Role:
    words = {name: f"Many units, joined.\n\n{ATTACK}" for name in kit.written}
    work = kit.notebook(kit.solutions | words)
    points = kit.due(set()) | dict.fromkeys(kit.written)
    return Role("written-answer", work, points, Standing.WAITS)


def _functions(code: str) -> list[str]:
    return [n.name for n in ast.parse(code).body if isinstance(n, ast.FunctionDef)]


def _bodies(code: str, body: str) -> str:
    """Give every function of an answer another body."""
    return "\n\n\n".join(
        f"def {node.name}({ast.unparse(node.args)}):\n    {body}"
        for node in ast.parse(code).body
        if isinstance(node, ast.FunctionDef)
    )


def _wrapped(code: str, before: str, result: str) -> str:
    """Wrap every function of an answer: do something before, and pass the value on."""
    lines = [
        "import functools\n",
        code,
        "\n\ndef wrapped(function):",
        "    @functools.wraps(function)",
        "    def inner(*arguments, **named):",
        f"        {before}",
        "        value = function(*arguments, **named)",
        f"        return {result}",
        "",
        "    return inner\n\n",
    ]
    lines += [f"{name} = wrapped({name})" for name in _functions(code)]
    return "\n".join(lines)
