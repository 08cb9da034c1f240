"""The student kit: a zip with the lessons, the assignments and what they need.

``make_kit`` writes it, the same bytes each time; ``leaks`` looks through it for what is
no student's: solutions, hidden tests, mark schemes, the bank, coursekit.
"""

import json
import re
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from coursekit.check import HIDDEN, all_text, in_step, secret_lines, wrong_names
from coursekit.course import Course, CourseError

FOLDER = "neural-networks-by-hand"
README = "docs/for-students.md"
ALONE = ("start.py", "environment.yml", "LICENSE", "LICENSE-TEXT")
LEFT_OUT = {"__pycache__", ".ipynb_checkpoints"}
# what only building and grading need
INSTRUCTORS = {"jupytext", "nh3", "psutil", "tqdm"}
EXTRAS = ("torch", "keras", "tensorboard")
THEN = (1980, 1, 1, 0, 0, 0)  # the oldest date a zip can hold, the same for all files
MARKS = re.compile(r"### (BEGIN|END) (SOLUTION|HIDDEN TESTS|MARK SCHEME)")
SCHEMES = "mark scheme"
FOREIGN = re.compile(r"\bcoursekit\b|tests/assignments|^# %% (right|wrong): ", re.M)


def make_kit(course: Course, units: list[str], target: Path) -> dict[str, bytes]:
    """Write the kit for some units; give its files by name.

    Raises CourseError where something is out of step with its text, or leaks.
    """
    stale = [problem for unit in units for problem in in_step(course, unit)]
    if stale:
        raise CourseError("the kit would be stale:\n" + "\n".join(stale))
    files = collect(course, units)
    found = leaks(course, files)
    if found:
        raise CourseError("the kit would leak:\n" + "\n".join(found))
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in sorted(files.items()):
            about = zipfile.ZipInfo(f"{FOLDER}/{name}", THEN)
            about.create_system, about.external_attr = 3, 0o644 << 16
            about.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(about, content, compresslevel=9)
    return files


def collect(course: Course, units: list[str]) -> dict[str, bytes]:
    """Gather the files of the kit by name: only what is named here comes in."""
    root = course.root
    paths = {name: root / name for name in ALONE}
    for unit in units:
        if course.lesson(unit).exists():
            paths[f"course/{unit}.ipynb"] = course.lesson(unit)
        paths |= _below(root, course.release(unit).parent)
    paths |= _below(root, root / "course" / "figures")
    paths |= _below(root, root / "lib" / "nnbyhand")
    files = {name: path.read_bytes() for name, path in paths.items()}
    files["README.md"] = (root / README).read_bytes()
    project = (root / "pyproject.toml").read_text("utf-8")
    files["pyproject.toml"] = students_project(project).encode()
    return files


def students_project(text: str) -> str:
    """Cut a ``pyproject.toml`` down to what a student installs, ranges unchanged."""
    project = tomllib.loads(text)["project"]
    wanted = [
        line
        for line in project["dependencies"]
        if re.match(r"[\w.-]+", line)[0] not in INSTRUCTORS
    ]
    extras = project["optional-dependencies"]
    kept = ("name", "version", "description", "readme", "requires-python", "license")
    lines = [
        "[build-system]",
        'requires = ["hatchling>=1.27"]',
        'build-backend = "hatchling.build"',
        "",
        "[project]",
        *(f"{key} = {json.dumps(project[key])}" for key in (*kept, "license-files")),
        f"dependencies = {_list(wanted)}",
        "",
        "[project.optional-dependencies]",
        *(f"{name} = {_list(extras[name])}" for name in EXTRAS),
        "",
        "[project.scripts]",
        f"nnbyhand = {json.dumps(project['scripts']['nnbyhand'])}",
        "",
        "[tool.hatch.build.targets.wheel]",
        'packages = ["lib/nnbyhand"]',
        "",
    ]
    return "\n".join(lines)


def leaks(course: Course, files: dict[str, bytes]) -> list[str]:
    """Look through every file for what is no student's; a line for each find.

    The library gives reference forms and the sentences for misconceptions by design,
    and lessons use the same idioms. A release may hold no line of its own solutions and
    hidden tests and no name of a wrong answer. No passage of any hidden test and no
    line of a mark scheme may stand anywhere.
    """
    sources = {
        unit: nbformat.read(course.source(unit), as_version=4)
        for unit in course.assignments
    }
    secrets = {unit: secret_lines(source) for unit, source in sources.items()}
    schemes = {
        secret for lines in secrets.values() for secret in lines if secret[0] == SCHEMES
    }
    passages = _passages(sources.values())
    names = "|".join(re.escape(name) for name in sorted(wrong_names(course)))
    problems = []
    for name, content in files.items():
        if name.endswith((".npz", ".png")):
            continue
        said = all_text(name, content)
        top, unit = (*name.split("/"), "")[:2]
        if name.endswith(".py") and not name.startswith(("lib/nnbyhand/", "start.py")):
            problems.append(f"{name}: a text, perhaps with solutions")
        problems += [f"{name}: {mark[0]}" for mark in MARKS.finditer(said)]
        if name != "start.py":  # which serves both copies, and asks which it is in
            problems += [f"{name}: {word[0]}" for word in FOREIGN.finditer(said)]
        if top == "release":
            found = set(re.findall(rf"\b(?:{names})\b", said))
            problems += [f"{name} names the wrong answer {word}" for word in found]
        kept = [*schemes, *(secrets[unit] if top == "release" else ())]
        problems += [
            f"{name} shows a {what}: {line}"
            for what, line in dict.fromkeys(kept)
            if line in said
        ]
        problems += [
            f"{name} shows a passage of a hidden test: {passage[0]}"
            for passage in dict.fromkeys(_runs(said.splitlines()))
            if passage in passages
        ]
    return problems


def _passages(sources: Iterable[NotebookNode]) -> set[tuple[str, ...]]:
    """Give every few lines of hidden tests that stand nowhere in the open."""
    hidden: set[tuple[str, ...]] = set()
    shown: set[tuple[str, ...]] = set()
    for source in sources:
        for cell in source.cells:
            shown |= set(_runs(HIDDEN.sub("", cell.source).splitlines()))
            for block in HIDDEN.findall(cell.source):
                hidden |= set(_runs(block.splitlines()))
    return hidden - shown


def _runs(lines: list[str]) -> Iterator[tuple[str, ...]]:
    """Give each three lines that follow each other, without imports and empty ones.

    One line of a hidden test may be an idiom; three in a row are the test itself.
    """
    telling = [line.strip() for line in lines]
    telling = [
        line for line in telling if line and not line.startswith(("from ", "import "))
    ]
    return zip(telling, telling[1:], telling[2:], strict=False)


def _below(root: Path, folder: Path) -> dict[str, Path]:
    return {
        path.relative_to(root).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not LEFT_OUT & set(path.parts) and path.suffix != ".pyc"
    }


def _list(lines: list[str]) -> str:
    return "[\n" + "".join(f"    {json.dumps(line)},\n" for line in lines) + "]"
