"""``coursekit new``: a unit or an exercise that builds at once, ready to be filled in.

What is written works as it stands: it builds, its graders are proven by its bank, and
``coursekit check`` names every place that still says FILL IN.
"""

import re
from pathlib import Path

from coursekit.course import Course, CourseError
from coursekit.text import GRADE_ID, role_of, to_notebook, to_text

HERE = Path(__file__).parent
UNIT = re.compile(r"^\d\d_[a-z][a-z0-9_]*$")
FUNCTION = re.compile(r"^[a-z_][a-z0-9_]*$")
LONGEST = 48 - len("-hidden")  # characters of a grade_id, its longest ending apart


def new_unit(course: Course, name: str) -> list[Path]:
    """Write a lesson and an assignment with one exercise; give the new files."""
    if not UNIT.match(name):
        raise CourseError(
            f"{name!r} is no name of a unit: two digits that no unit has yet, then "
            "words in small letters, such as 12_time_series"
        )
    number, _, words = name.partition("_")
    if taken := [u for u in course.choose([]) if u.startswith(f"{number}_")]:
        raise CourseError(f"unit {number} is there already: {taken[0]}")
    topic = words.split("_")[0]
    values = {
        "unit": name,
        "number": number,
        "title": words.replace("_", " ").capitalize(),
        "topic": topic,
    }
    lesson, assignment = course.lesson_text(name), course.source_text(name)
    written = _write({lesson: "lesson.txt", assignment: "assignment.txt"}, values)
    return written + new_exercise(course, name, f"{topic}-double", "double")


def new_exercise(
    course: Course, unit: str, grade_id: str, function: str = ""
) -> list[Path]:
    """Add an exercise to the end of an assignment; give the files written."""
    if not GRADE_ID.match(grade_id) or len(grade_id) > LONGEST:
        raise CourseError(
            f"{grade_id!r} is no grade_id: TOPIC-TASK in small letters, at most "
            f"{LONGEST} characters, such as series-mean. It is never renamed later."
        )
    function = function or grade_id.partition("-")[2].replace("-", "_")
    if not FUNCTION.match(function):
        raise CourseError(f"{function!r} cannot be the name of a function")
    path = course.source_text(unit)
    if not path.exists():
        raise CourseError(f"{unit} has no assignment: coursekit new unit makes one")
    for other in course.assignments:
        text = course.source_text(other).read_text("utf-8")
        if f'grade_id="{grade_id}"' in text or f'"{grade_id}-' in text:
            raise CourseError(f"{grade_id} stands in {other} already")
    text = path.read_text("utf-8")
    values = {
        "unit": unit,
        "grade_id": grade_id,
        "task": grade_id.partition("-")[2].replace("-", " "),
        "function": function,
        "place": str(_exercises(text, unit) + 1),
    }
    module = grade_id.replace("-", "_")
    home = course.root / "lib" / "nnbyhand" / "misconceptions"
    made = _write(
        {
            course.bank(unit) / f"{grade_id}.py": "bank.txt",
            home / f"{module}.py": "misconceptions.txt",
        },
        values,
    )
    both = text.rstrip("\n") + "\n\n" + _fill("exercise.txt", values)
    path.write_text(to_text(to_notebook(both, name=f"source/{unit}.py")), "utf-8")
    return [path, *made]


def what_next(unit: str, grade_ids: list[str]) -> list[str]:
    """Say what to do with what was written."""
    number = unit.partition("_")[0]
    return [
        "Now, in this order (docs/instructors.md says more):",
        "  1. write what the lesson and the task say, wherever it says FILL IN",
        f"  2. put your function in the place of the example: {', '.join(grade_ids)}",
        "     solution, tests, wrong forms with their sentences, bank",
        f"  3. coursekit build {number} && coursekit check {number}",
        f"  4. coursekit bank {number}: its last line must end in three zeros",
    ]


def _exercises(text: str, unit: str) -> int:
    cells = to_notebook(text, name=unit).cells
    return sum(role_of(cell) in {"answer", "written"} for cell in cells)


def _write(files: dict[Path, str], values: dict[str, str]) -> list[Path]:
    """Write all files, or none where one is there already."""
    for path in files:
        if path.exists():
            raise CourseError(f"{path} is there already; nothing was written")
    for path, template in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_fill(template, values), "utf-8")
    return list(files)


def _fill(template: str, values: dict[str, str]) -> str:
    text = (HERE / template).read_text("utf-8")
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text
