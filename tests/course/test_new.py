"""``coursekit new``: what it writes builds at once, and becomes a real exercise."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coursekit import scaffold
from coursekit.check import unfinished
from coursekit.course import Course, CourseError, find_course

UNIT = "12_time_series"


@pytest.fixture
def own(tmp_path) -> Course:
    """A course of one's own: the library, its configuration, one unit."""
    course = find_course()
    shutil.copytree(
        course.root / "lib", tmp_path / "lib", ignore=shutil.ignore_patterns("__*__")
    )
    for path in ("nbgrader_config.py", "pyproject.toml"):
        shutil.copy(course.root / path, tmp_path)
    (tmp_path / "docs").mkdir()
    made = Course(tmp_path)
    first = "01_neurons_and_gates"
    for path in (course.source_text(first), course.lesson_text(first)):
        (tmp_path / path.parent.name).mkdir()
        shutil.copy(path, tmp_path / path.parent.name)
    return made


def run(course: Course, *words: str) -> subprocess.CompletedProcess[str]:
    """Run coursekit with the course's own library."""
    return subprocess.run(
        [sys.executable, "-m", "coursekit.cli", *words],
        cwd=course.root,
        env=os.environ | {"PYTHONPATH": str(course.root / "lib")},
        capture_output=True,
        text=True,
        check=False,
    )


def replace(path: Path, changes: dict[str, str]) -> None:
    """Fill a text in; each place must be there exactly once."""
    text = path.read_text("utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


@pytest.mark.slow
def test_a_new_unit_builds_is_proven_and_says_what_is_missing(own) -> None:
    made = run(own, "new", "unit", UNIT)
    assert made.returncode == 0, made.stderr
    assert f"wrote course/{UNIT}.py" in made.stdout
    assert "coursekit bank 12" in made.stdout
    more = run(own, "new", "exercise", "12", "time-mean", "--function", "average")
    assert more.returncode == 0, more.stderr
    formatted = [sys.executable, "-m", "ruff", "format", "--check", "--line-length=88"]
    done = subprocess.run(
        [*formatted, "course", "source", "lib"], cwd=own.root, check=False
    )
    assert done.returncode == 0
    assert run(own, "build", "12").returncode == 0
    proven = run(own, "bank", "12")
    assert proven.returncode == 0, proven.stdout
    assert proven.stdout.splitlines()[-1].endswith(
        "wrong accepted 0, right rejected 0, own message missing 0"
    )
    checked = run(own, "check", "12").stdout.splitlines()
    mine = [line for line in checked if "12_" in line or "time_" in line]
    assert len(mine) > 10
    assert all(line.endswith("still says FILL IN") for line in mine), mine


@pytest.mark.slow
def test_an_exercise_of_ones_own_from_the_guide(own) -> None:
    """What docs/instructors.md describes, done to the end: nothing is left to say."""
    run(own, "new", "unit", UNIT)
    exercise = "time-span"
    text, bank_file, module = scaffold.new_exercise(own, UNIT, exercise, "span")
    # the example of new unit makes way
    for path in (own.bank(UNIT) / "time-double.py", module.parent / "time_double.py"):
        path.unlink()
    cells = re.split(r"(?m)^(?=# %%)", text.read_text("utf-8"))
    kept = [
        cell for cell in cells if "time-double" not in cell and "double(" not in cell
    ]
    text.write_text("".join(kept), "utf-8")
    replace(
        text,
        {
            "FILL IN: what is built here, about how long it takes, how many points "
            "there are.": "One exercise, about ten minutes (an estimate), 2 points.",
            "## 2 FILL IN: span": "## 1 The span",
            "FILL IN: the goal in a sentence, the equation, the shapes. As an example: "
            "write\n# `span(x)` for an array `x` of shape (n,). It gives every number "
            "doubled, an array\n# of the same shape.": "Write `span(x)`: how far the "
            "largest number of `x`, shape (n,), lies above the\n# smallest.",
            "FILL IN: where to look, not what to\n# write.": "Two numbers decide.",
            "y = 2x": "largest − smallest",
            "FILL IN: how the answer begins.": "<code>return max(x) …</code>",
            '"""Give every number of x twice as large; x and the result have shape '
            '(n,)."""': '"""Give the largest number of x minus the smallest."""',
            "    return 2 * x": "    return x.max() - x.min()",
            "`array([2., 5.])`": "`1.5`",
            "\nspan(np.array([1.0, 2.5]))": "\nfloat(span(np.array([1.0, 2.5])))",
            "expected=[np.array([2.0, 5.0]), np.array([-6.0, 1.0, 8.0])]": (
                "expected=[1.5, 7.0]"
            ),
            "reference=lambda x: x + x": "reference=lambda x: np.ptp(x)",
        },
    )
    module.write_text(
        '''"""Known slips with the span."""

from nnbyhand.misconceptions.task import Task

SENTENCES = {
    "largest-only": "You returned the largest number. Take the smallest off.",
    "turned": "Your span is negative: largest minus smallest.",
    "ends-only": "You compared the first and the last number.",
    "spread-of-absolutes": "You dropped the signs: -3 lies below 0.5.",
}
TASKS = {
    "time-span": Task(
        SENTENCES,
        {
            "largest-only": lambda x: max(x),
            "turned": lambda x: min(x) - max(x),
            "ends-only": lambda x: x[-1] - x[0],
            "spread-of-absolutes": lambda x: max(abs(x)) - min(abs(x)),
        },
    ),
}
''',
        "utf-8",
    )
    wrong = {
        "largest-only": "x.max()",
        "turned": "x.min() - x.max()",
        "ends-only": "x[-1] - x[0]",
        "spread-of-absolutes": "np.ptp(np.abs(x))",
    }
    right = {"ptp": "np.ptp(x)", "sorted": "sorted(x)[-1] - sorted(x)[0]"}
    right["two lines"] = "np.max(x) + np.max(-x)"
    fails = {"ends-only": "\n# fails: time-span-hidden", "spread-of-absolutes": ""}
    bank_file.write_text(
        "".join(
            f"\n\n# %% {kind}: {name}{fails.get(name, '')}\ndef span(x):\n"
            f"    return {code}\n"
            for kind, answers in (("right", right), ("wrong", wrong))
            for name, code in answers.items()
        ),
        "utf-8",
    )
    proven = run(own, "bank", "12")
    # the guide's promise: a weak test is found out. -3 … 4 are the smallest and the
    # largest of the second array, but not its ends; and the first has no signs
    assert "wrong accepted" in proven.stdout
    replace(
        text, {"(np.array([1.0, 2.5]),), (np": "(np.array([1.0, -2.5, 0.5]),), (np"}
    )
    replace(text, {"expected=[1.5, 7.0]": "expected=[3.5, 7.0]"})
    replace(bank_file, {"\n# fails: time-span-hidden": ""})
    proven = run(own, "bank", "12")
    assert proven.returncode == 0, proven.stdout[-2000:]
    lesson = own.lesson_text(UNIT)
    lesson.write_text(lesson.read_text("utf-8").replace("FILL IN", "Filled"), "utf-8")
    assert run(own, "build", "12").returncode == 0
    problems = run(own, "check", "12").stdout.splitlines()
    mine = [
        line for line in problems if UNIT in line or "time-" in line or "time_" in line
    ]
    assert mine == []


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("time_series", "no name of a unit"),
        ("12-time", "no name of a unit"),
        ("01_again", "unit 01 is there already"),
    ],
)
def test_a_name_that_cannot_be_is_refused(own, name, said) -> None:
    with pytest.raises(CourseError, match=said):
        scaffold.new_unit(own, name)
    assert not (own.root / "tests").exists()


def test_an_exercise_is_never_written_over(own) -> None:
    unit = "01_neurons_and_gates"
    before = own.source_text(unit).read_text("utf-8")
    for grade_id, said in (
        ("neuron-sum", "stands in 01_neurons_and_gates already"),
        ("Sum", "is no grade_id"),
        ("a-" + "b" * 50, "is no grade_id"),
    ):
        with pytest.raises(CourseError, match=said):
            scaffold.new_exercise(own, unit, grade_id)
    with pytest.raises(CourseError, match="cannot be the name"):
        scaffold.new_exercise(own, unit, "neuron-extra", "2nd")
    assert own.source_text(unit).read_text("utf-8") == before
    scaffold.new_exercise(own, unit, "neuron-extra")
    after = own.source_text(unit).read_text("utf-8")
    assert after.startswith(before)
    assert "## 18 FILL IN: extra (2 points)" in after
    with pytest.raises(CourseError, match="already"):
        scaffold.new_exercise(own, unit, "neuron-extra")


def test_the_course_has_nothing_left_to_fill_in(tmp_path) -> None:
    course = find_course()
    assert [
        line for unit in course.choose([]) for line in unfinished(course, unit)
    ] == []
