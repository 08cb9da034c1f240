"""Check that everything built is in step with its text, leaks nothing and reads well.

Every function returns problems, a line each that says where and what to do.
"""

import ast
import builtins
import json
import re
from collections.abc import Iterator

import nbformat
from nbformat import NotebookNode
from nbgrader import preprocessors
from traitlets.config.loader import PyFileConfigLoader

from coursekit import coverage, pictures
from coursekit.bank import GENERIC, SECTION, banks
from coursekit.course import Course
from coursekit.text import role_of, to_notebook, to_text
from nnbyhand.misconceptions import TASKS

# limits of a lesson; CONTRIBUTING says why
MOST_CELLS = 50
MOST_WORDS = 1500
MOST_WORDS_A_CELL = 120
MOST_LINES = 8
MOST_LINES_DEFINITION = 25
WIDEST_LINE = 79
AVOIDED = re.compile(r"\b(simply|obviously|trivially|just)\b", re.IGNORECASE)
MACHINE = re.compile(r"(/home/|/root/|/tmp/|/Users/|[A-Z]:\\\\|\b0x[0-9a-f]{6,})")
HIDDEN = re.compile(r"### BEGIN HIDDEN TESTS\n(.*?)### END HIDDEN TESTS", re.DOTALL)
SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
SCHEME = re.compile(r"### BEGIN MARK SCHEME\n(.*?)### END MARK SCHEME", re.DOTALL)
POINTS = re.compile(r"^## .*\((\d+) points?\b", re.MULTILINE)
HINT = re.compile(r"<details><summary>Hint (\d): (direction|equation|first line)")


def check(course: Course, units: list[str]) -> list[str]:
    """Check units and what belongs to the whole course."""
    problems = coverage.problems(course)
    page = course.root / "docs" / "coverage.md"
    if not page.exists() or page.read_text("utf-8") != coverage.coverage_page(course):
        problems.append("docs/coverage.md is out of date: run coursekit build")
    problems += grade_ids(course)
    problems += pictures.mute(course)
    for unit in units:
        problems += unfinished(course, unit)
        problems += in_step(course, unit)
        if course.lesson(unit).exists():
            notebook = nbformat.read(course.lesson(unit), as_version=4)
            problems += lesson_style(unit, notebook)
            problems += lesson_outputs(unit, notebook)
        if course.source(unit).exists():
            notebook = nbformat.read(course.source(unit), as_version=4)
            problems += assignment_form(unit, notebook)
            problems += leaks(course, unit)
    return problems


def unfinished(course: Course, unit: str) -> list[str]:
    """Find what coursekit new has written and nobody has filled in."""
    problems = []
    texts = [course.lesson_text(unit), course.source_text(unit)]
    if course.bank(unit).exists():
        home = course.root / "lib" / "nnbyhand" / "misconceptions"
        names = [path.stem.replace("-", "_") for path in course.bank(unit).glob("*.py")]
        texts += [home / f"{name}.py" for name in names]
    for path in texts:
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        problems += [
            f"{path.relative_to(course.root)}, line {number}: still says FILL IN"
            for number, line in enumerate(lines, start=1)
            if "FILL IN" in line
        ]
    return problems


def in_step(course: Course, unit: str) -> list[str]:
    """Compare the built notebooks of a unit with their texts."""
    problems = []
    pairs = [
        (course.lesson_text(unit), course.lesson(unit), f"course/{unit}"),
        (course.source_text(unit), course.source(unit), f"source/{unit}"),
    ]
    for text_path, built, name in pairs:
        if not text_path.exists():
            continue
        text = text_path.read_text("utf-8")
        expected = to_notebook(text, name=f"{name}.py")
        if to_text(expected) != text:
            problems.append(
                f"{name}.py: not in the form that is written back; compare with "
                "coursekit writeback (often an empty line between cells)"
            )
        if not built.exists():
            problems.append(f"{name}.ipynb is missing: run coursekit build")
        elif _inputs(nbformat.read(built, as_version=4)) != _inputs(expected):
            problems.append(f"{name}.ipynb is out of step: run coursekit build")
    if course.source(unit).exists():
        if not course.release(unit).exists():
            problems.append(f"release/{unit} is missing: run coursekit build")
        elif _inputs(nbformat.read(course.release(unit), as_version=4)) != _inputs(
            released(course, unit)
        ):
            problems.append(f"release/{unit} is out of step: run coursekit build")
    return problems


def released(course: Course, unit: str) -> NotebookNode:
    """Make the release of a unit with nbgrader's own steps, without a gradebook."""
    config = PyFileConfigLoader(
        "nbgrader_config.py", path=str(course.root)
    ).load_config()
    notebook = nbformat.read(course.source(unit), as_version=4)
    for step in (
        preprocessors.LockCells,
        preprocessors.ClearSolutions,
        preprocessors.ClearOutput,
        preprocessors.ClearHiddenTests,
        preprocessors.ClearMarkScheme,
        preprocessors.ComputeChecksums,
    ):
        notebook, _ = step(config=config).preprocess(notebook, {})
    return notebook


def grade_ids(course: Course) -> list[str]:
    """Find a grade_id that is used twice: gradebook and checksums know it for ever."""
    seen: dict[str, str] = {}
    problems = []
    for unit in course.assignments:
        text = course.source_text(unit).read_text("utf-8")
        for cell in to_notebook(text, name=f"source/{unit}.py").cells:
            if "nbgrader" not in cell.metadata:
                continue
            if cell.id in seen:
                problems.append(
                    f"{unit}: grade_id {cell.id} stands in {seen[cell.id]} too"
                )
            seen[cell.id] = unit
    return problems


def lesson_style(unit: str, notebook: NotebookNode) -> list[str]:
    """Count what makes a lesson heavy."""
    problems = []

    def say(cell: NotebookNode, text: str) -> None:
        problems.append(f"course/{unit}, cell {cell.id}: {text}")

    prose = [cell for cell in notebook.cells if cell.cell_type == "markdown"]
    words = sum(len(cell.source.split()) for cell in prose)
    if words > MOST_WORDS:
        problems.append(f"course/{unit}: {words} words, at most {MOST_WORDS}")
    if len(notebook.cells) > MOST_CELLS:
        problems.append(
            f"course/{unit}: {len(notebook.cells)} cells, at most {MOST_CELLS}"
        )
    marks = len(re.findall(r"(?<!\!)\!(?![\[=])", "\n".join(c.source for c in prose)))
    if marks > 2:
        problems.append(f"course/{unit}: {marks} exclamation marks, at most 2")
    for cell in prose:
        count = len(cell.source.split())
        if count > MOST_WORDS_A_CELL:
            say(cell, f"{count} words, at most {MOST_WORDS_A_CELL}")
        for word in AVOIDED.findall(cell.source):
            say(cell, f"avoid the word {word!r}")
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        lines = cell.source.splitlines()
        definition = re.match(r"(@|def |class )", cell.source)
        most = MOST_LINES_DEFINITION if definition else MOST_LINES
        if len(lines) > most:
            say(cell, f"{len(lines)} lines of code, at most {most}")
        if any(len(line) > WIDEST_LINE for line in lines):
            say(cell, f"a line is wider than {WIDEST_LINE} characters")
        if re.search(r"sys\.path|^\s*[%!]", cell.source, re.MULTILINE):
            say(cell, "no sys.path, no magics, no shell commands")
    for first, second, third in zip(
        notebook.cells, notebook.cells[1:], notebook.cells[2:], strict=False
    ):
        if {first.cell_type, second.cell_type, third.cell_type} == {"code"}:
            say(third, "third code cell in a row: say what is to be seen")
    return problems


def lesson_outputs(unit: str, notebook: NotebookNode) -> list[str]:
    """Check that outputs are there, repeatable, and that every picture has words."""
    problems = []
    for cell in notebook.cells:
        if cell.cell_type != "code":
            continue
        where = f"course/{unit}, cell {cell.id}"
        if cell.execution_count is None:
            problems.append(f"{where}: not executed, so nothing compares it")
        for output in cell.outputs:
            if output.output_type == "stream" and output.name == "stderr":
                problems.append(f"{where}: writes to stderr: {output.text.strip()}")
            said = json.dumps(
                [output.get("text"), output.get("data", {}).get("text/plain")]
            )
            if MACHINE.search(said):
                problems.append(f"{where}: prints a path or an address of this machine")
            for kind in output.get("data", {}):
                if kind.startswith("image/") and not output.metadata.get(kind, {}).get(
                    "alt"
                ):
                    problems.append(f"{where}: a picture without alt text")
    return problems


def assignment_form(unit: str, notebook: NotebookNode) -> list[str]:
    """Check the form every exercise has: text, points, hints, tests on their own."""
    problems = []
    visible = hidden = 0
    text, exercise_points = None, 0

    def close(last: NotebookNode | None, points: int) -> None:
        stated = POINTS.search(last.source) if last is not None else None
        if stated and int(stated[1]) != points:
            problems.append(
                f"source/{unit}, {last.id}: states {stated[1]} points, its cells give "
                f"{points}"
            )

    for cell in notebook.cells:
        role = role_of(cell)
        where = f"source/{unit}, cell {cell.id}"
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count):
            problems.append(f"{where}: has outputs; an assignment is not executed")
        if role == "text" and POINTS.search(cell.source):
            close(text, exercise_points)
            text, exercise_points = cell, 0
            hints = HINT.findall(cell.source)
            if "read by a person" not in cell.source and hints != [
                ("1", "direction"),
                ("2", "equation"),
                ("3", "first line"),
            ]:
                problems.append(
                    f"{where}: needs hints 1 direction, 2 equation, 3 first line"
                )
        if role in ("test", "written"):
            exercise_points += cell.metadata["nbgrader"]["points"]
        if role == "answer" and not SOLUTION.search(cell.source):
            problems.append(
                f"{where}: no solution marks, so all of it would be removed"
            )
        if role == "test":
            worth = cell.metadata["nbgrader"]["points"]
            if HIDDEN.search(cell.source):
                hidden += worth
            else:
                visible += worth
            for name in borrowed_names(cell.source):
                problems.append(
                    f"{where}: uses {name}, which a learner's cell could change; "
                    "define or import it in the test"
                )
    close(text, exercise_points)
    if hidden * 3 < hidden + visible:
        problems.append(
            f"source/{unit}: {hidden} of {hidden + visible} tested points are hidden, "
            "at least a third is needed"
        )
    return problems


def borrowed_names(source: str) -> list[str]:
    """Give the names a test cell uses without defining or importing them itself."""
    tree = ast.parse(source)
    own: set[str] = set(dir(builtins))
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) or (
            isinstance(node, ast.ExceptHandler) and node.name
        ):
            own.add(node.name)
        elif isinstance(node, ast.arg):
            own.add(node.arg)
        elif isinstance(node, ast.alias):
            own.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            own.add(node.id)
    used = {
        node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
    }
    return sorted(used - own)


def leaks(course: Course, unit: str) -> list[str]:
    """Look in everything released for solutions, hidden tests and wrong answers."""
    source = nbformat.read(course.source(unit), as_version=4)
    folder = course.release(unit).parent
    if not folder.exists():
        return []
    secrets = secret_lines(source)
    names = wrong_names(course)
    problems = []
    for path in sorted(folder.rglob("*")):
        if not path.is_file():
            continue
        if path.suffix == ".py":
            problems.append(f"{path.name} in release/{unit}: a text with solutions?")
        said = all_text(path.name, path.read_bytes())
        for what, line in secrets:
            if line in said:
                problems.append(f"release/{unit}/{path.name} shows a {what}: {line}")
        for name in names:
            if re.search(rf"\b{re.escape(name)}\b", said):
                problems.append(
                    f"release/{unit}/{path.name} names the wrong answer {name}"
                )
    return problems


def secret_lines(source: NotebookNode) -> list[tuple[str, str]]:
    """Give every telling line of solutions, hidden tests and mark schemes."""
    regions = [("solution", SOLUTION), ("hidden test", HIDDEN), ("mark scheme", SCHEME)]
    open_lines: set[str] = set()
    found: list[tuple[str, str]] = []
    for cell in source.cells:
        rest = cell.source
        for what, region in regions:
            for block in region.findall(rest):
                found += [(what, line.strip()) for line in block.splitlines()]
            rest = region.sub("", rest)
        open_lines |= {line.strip() for line in rest.splitlines()}
    return [
        (what, line)
        for what, line in dict.fromkeys(found)
        if line not in open_lines and _telling(line)
    ]


def _telling(line: str) -> bool:
    """Tell a line that gives something away from a bracket or a bare keyword."""
    bare = line.startswith(("from ", "import ", "else", "#", "return None"))
    return not bare and len(re.findall(r"\w+", line)) >= 2 and len(line) >= 8


def all_text(name: str, content: bytes) -> str:
    """Give all text of a file; of a notebook with its strings unescaped."""
    raw = content.decode("utf-8", errors="replace")
    if not name.endswith(".ipynb"):
        return raw
    return "\n".join(_strings(json.loads(raw)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield str(key)
            yield from _strings(item)
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield "".join(value)
        else:
            for item in value:
                yield from _strings(item)


def wrong_names(course: Course) -> set[str]:
    """Give the names of wrong answers that a learner must not read."""
    names = {code for task in TASKS.values() for code in task.sentences}
    for path in banks(course):
        for kind, name in SECTION.findall(path.read_text("utf-8")):
            if kind == "wrong":
                names.add(name.split(",")[0].strip())
    return {name for name in names - set(GENERIC) if "-" in name}


def _inputs(notebook: NotebookNode) -> list[object]:
    """What a notebook says, without outputs, counts and checksums."""
    kept = []
    for cell in notebook.cells:
        flags = dict(cell.metadata.get("nbgrader", {}))
        for key in ("checksum", "cell_type"):
            flags.pop(key, None)
        kept.append(
            (cell.id, cell.cell_type, cell.source, json.dumps(flags, sort_keys=True))
        )
    return [*kept, notebook.metadata.get("nnbyhand", {}).get("text")]
