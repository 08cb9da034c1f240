"""Prove the graders: right answers get full marks, named wrong ones their own message.

A bank file, ``tests/assignments/bank/<unit>/<grade_id>.py``, holds whole answers to one
exercise in sections:

    # %% right: with a loop
    # %% wrong: bias-forgotten
    # %% wrong: and-is-or
    # fails: gates-weights-and

A wrong answer must fail every graded cell of its exercise, or those it names, each with
the sentence of its misconception. ``prove`` tries all of them in this process;
``coursekit.pipeline`` sends the same answers through real nbgrader.
"""

import ast
import contextlib
import importlib.util
import io
import linecache
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from coursekit.course import Course, CourseError
from coursekit.text import role_of, to_notebook
from nnbyhand import misconceptions
from nnbyhand.checks import Feedback
from nnbyhand.misconceptions import TASKS

SECTION = re.compile(r"^# %% (right|wrong): (.+)$", re.MULTILINE)
FAILS = re.compile(r"^# fails: (.+)$", re.MULTILINE)
NEEDS = re.compile(r"^# needs: (\w+)$", re.MULTILINE)  # a package, or it is left out
TASK = re.compile(r'task="([a-z0-9-]+)"')
SOLUTION = re.compile(r"([ \t]*)### BEGIN SOLUTION.*?### END SOLUTION[^\n]*", re.DOTALL)
MARGIN = 10  # tolerances by which a wrong answer must differ somewhere

# wrong answers every exercise must refuse in these words, whatever it asks
GENERIC = {
    "blank": ("raise NotImplementedError", "NOT ATTEMPTED"),
    "returns-none": ("return None", "Is there a `return`"),
    "raises": ("return [][0]", "stopped with IndexError"),
    "wrong-type": ('return "forty-two"', "got text 'forty-two'"),
}

# what the ladder itself says, for any exercise
COMMON = {
    "mutates-input": "your function changed its argument",
    "library-answer": "which does this task for you",
    "too-slow": "was still running after",
    "not-finite": "which is not finite",
}


@dataclass(frozen=True)
class Answer:
    """One answer to one exercise; ``fails`` names the cells it must fail."""

    exercise: str
    kind: str  # right or wrong
    name: str  # what is special about it, or the code of the misconception
    source: str
    fails: tuple[str, ...]
    says: str = ""  # words it must be told, where they come from no table

    @property
    def code(self) -> str:
        return self.name.split(",")[0].strip()


@dataclass(frozen=True)
class Exercise:
    """An answer cell with the graded cells that follow it."""

    unit: str
    grade_id: str
    solution: str
    tests: tuple[tuple[str, str, int], ...]  # grade_id, source, points


@dataclass(frozen=True)
class Result:
    """What one graded cell made of one answer."""

    answer: Answer
    cell: str
    passed: bool
    message: str
    margin: float | None = None

    @property
    def must_pass(self) -> bool:
        return self.cell not in self.answer.fails

    @property
    def fault(self) -> str:
        """Say what is wrong with the grader here, or '' where it is as it should be."""
        if self.must_pass and not self.passed:
            return "right rejected"
        if self.must_pass:
            return ""
        if self.passed:
            return "wrong accepted"
        if not self.own_message:
            return "own message missing"
        if self.margin is not None and self.margin < MARGIN:
            return "too close to right"
        return ""

    @property
    def own_message(self) -> bool:
        said = " ".join(self.message.split())
        return any(
            all(" ".join(part.split()) in said for part in re.split(r"\{\w+\}", words))
            for words in sentences(self.answer, self.cell_tasks)
        )

    cell_tasks: tuple[str, ...] = ()


def exercises(course: Course, unit: str) -> tuple[str, list[Exercise]]:
    """Read an assignment: its opening code, and its exercises."""
    text = course.source_text(unit).read_text("utf-8")
    notebook = to_notebook(text, name=f"source/{unit}.py")
    opening: list[str] = []
    found: list[tuple[NotebookNode, list[NotebookNode]]] = []
    for cell in notebook.cells:
        role = role_of(cell)
        if role == "answer":
            found.append((cell, []))
        elif role == "test":
            if not found:
                raise CourseError(
                    f"{unit}: {cell.id} tests nothing: no answer above it"
                )
            found[-1][1].append(cell)
        elif cell.cell_type == "code" and not found:
            opening.append(cell.source)
    made = [
        Exercise(
            unit,
            answer.id,
            answer.source,
            tuple(
                (test.id, test.source, test.metadata["nbgrader"]["points"])
                for test in tests
            ),
        )
        for answer, tests in found
    ]
    return "\n".join(opening), made


def answers(course: Course, exercise: Exercise) -> list[Answer]:
    """Read the bank of an exercise, with the solution and the generic wrong answers."""
    path = course.bank(exercise.unit) / f"{exercise.grade_id}.py"
    cells = tuple(name for name, _, _ in exercise.tests)
    made = [
        Answer(exercise.grade_id, "right", "the solution", exercise.solution, ()),
        *_generic(exercise, cells),
    ]
    if not path.exists():
        return made
    text = path.read_text("utf-8")
    heads = list(SECTION.finditer(text))
    ends = [head.start() for head in heads[1:]] + [len(text)]
    for head, end in zip(heads, ends, strict=True):
        kind, name = head[1], head[2].strip()
        source = text[head.end() : end].strip()
        needs = NEEDS.search(source)
        if needs and importlib.util.find_spec(needs[1]) is None:
            continue
        named = FAILS.search(source)
        fails = tuple(part.strip() for part in named[1].split(",")) if named else cells
        unknown = set(fails) - set(cells)
        if unknown:
            raise CourseError(f"{path}: {name} fails unknown cells {sorted(unknown)}")
        # several answers may carry one name; a number keeps their results apart
        same = sum(
            answer.kind == kind and re.sub(r", \d+$", "", answer.name) == name
            for answer in made
        )
        made.append(
            Answer(
                exercise.grade_id,
                kind,
                f"{name}, {same + 1}" if same else name,
                source,
                fails if kind == "wrong" else (),
            )
        )
    return made


def prove(course: Course, unit: str) -> list[Result]:
    """Try every answer of a unit in this process."""
    opening, found = exercises(course, unit)
    results = []
    for exercise in found:
        for answer in answers(course, exercise):
            results += list(_try(opening, exercise, answer))
    return results


def _try(opening: str, exercise: Exercise, answer: Answer) -> Iterator[Result]:
    scope: dict[str, Any] = {"__name__": "__main__"}
    _run(opening, "<opening>", scope)
    with contextlib.suppress(Exception):  # a broken answer leaves its names undefined
        _run(answer.source, f"<{exercise.grade_id}>", scope)
    for name, source, _points in exercise.tests:
        message, margin, passed = "", None, True
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            try:
                _run(source, f"<{name}>", scope)
            except Feedback as feedback:
                message, margin, passed = str(feedback), feedback.margin, False
            except Exception as error:
                message, passed = f"{type(error).__name__}: {error}", False
        yield Result(
            answer,
            name,
            passed,
            message or printed.getvalue(),
            margin,
            tuple(TASK.findall(source)),
        )


def _run(source: str, name: str, scope: dict[str, Any]) -> None:
    # tracebacks show a line of source only where linecache knows it
    linecache.cache[name] = (len(source), None, source.splitlines(True), name)
    exec(compile(source, name, "exec"), scope)


def sentences(answer: Answer, tasks: tuple[str, ...]) -> list[str]:
    """Give what the answer may be told by a cell that checks these tasks."""
    if answer.says or answer.code in COMMON:
        return [answer.says or COMMON[answer.code]]
    known = [TASKS[task].sentences for task in tasks if task in TASKS]
    found = [said[answer.code] for said in known if answer.code in said]
    return found or [f"(no sentence for {answer.code} in {', '.join(tasks)})"]


def _generic(exercise: Exercise, cells: tuple[str, ...]) -> list[Answer]:
    """Make the generic wrong answers out of the solution's signatures."""
    signatures = [
        node
        for node in ast.parse(exercise.solution).body
        if isinstance(node, ast.FunctionDef)
    ]
    made = []
    for code, (line, says) in GENERIC.items():
        source = "\n\n\n".join(
            f"def {node.name}({ast.unparse(node.args)}):\n    {line}"
            for node in signatures
        )
        made.append(Answer(exercise.grade_id, "wrong", code, source, cells, says))
    return made


def report(unit: str, results: list[Result]) -> list[str]:
    """Lay the accept/reject matrix of a unit out, a row for each answer."""
    lines = [f"{unit}", "  exercise, answer".ljust(52) + "graded cells: points"]
    rows: dict[tuple[str, str, str], list[Result]] = {}
    for result in results:
        key = (result.answer.exercise, result.answer.kind, result.answer.name)
        rows.setdefault(key, []).append(result)
    last = ""
    for (exercise, kind, name), cells in rows.items():
        if exercise != last:
            lines.append(f"  {exercise}")
            last = exercise
        verdicts = "  ".join(
            f"{cell.cell.removeprefix(exercise + '-')}: "
            + ("full" if cell.passed else "0")
            + (f" <-- {cell.fault.upper()}" if cell.fault else "")
            for cell in cells
        )
        lines.append(f"    {kind:<6}{name:<42}{verdicts}")
    return lines


def shortages(results: list[Result]) -> list[str]:
    """Name the graded cells with fewer than 3 right or 4 named wrong answers."""
    cells: dict[str, list[Result]] = {}
    for result in results:
        cells.setdefault(result.cell, []).append(result)
    lines = []
    for cell, tried in cells.items():
        right = {
            r.answer.name for r in tried if r.must_pass and r.answer.kind == "right"
        }
        wrong = {
            r.answer.code
            for r in tried
            if not r.must_pass and r.answer.code not in GENERIC
        }
        if len(right) < 3 or len(wrong) < 4:
            lines.append(
                f"{cell}: {len(right)} right and {len(wrong)} named wrong answers; "
                "at least 3 and 4 are needed"
            )
    return lines


def advice(results: list[Result]) -> list[str]:
    """Say where the sentence of a wrong answer belongs, if one is missing."""
    missing = "own message missing"
    names = sorted({r.answer.exercise for r in results if r.fault == missing})
    folder = Path(misconceptions.__file__).parent
    lines = []
    for name in names:
        stands = f'"{name}": Task('
        files = [p.name for p in folder.glob("*.py") if stands in p.read_text("utf-8")]
        place = f"nnbyhand/misconceptions/{files[0]}" if files else "its Task"
        lines.append(
            f"{name}: each wrong answer needs a sentence and a wrong form in {place}; "
            "where it has both, another form gives the same numbers: change the "
            "graded inputs"
        )
    return lines


def summary(results: list[Result]) -> tuple[str, bool]:
    """Give the last line of the report, and whether everything is as it should be."""
    faults = [result.fault for result in results]
    answers_tried = {(r.answer.exercise, r.answer.kind, r.answer.name) for r in results}
    kinds = [kind for _, kind, _ in answers_tried]
    line = (
        f"graded cells {len({r.cell for r in results})}, right {kinds.count('right')}, "
        f"wrong {kinds.count('wrong')}: "
        f"wrong accepted {faults.count('wrong accepted')}, "
        f"right rejected {faults.count('right rejected')}, "
        f"own message missing {faults.count('own message missing')}"
    )
    return line, not any(faults)


def banks(course: Course) -> list[Path]:
    """Give every bank file of the course."""
    return sorted((course.root / "tests" / "assignments" / "bank").glob("*/*.py"))
