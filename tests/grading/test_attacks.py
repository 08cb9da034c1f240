"""The proof of the grader: every behaviour of the corpus in one class, really graded.

Honest students stand before and after each attacker in the alphabet; what they get
must not depend on the neighbours. Nothing outside the sandbox may change.
"""

import functools
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import attacks
import nbformat
import numpy
import pytest
from attacks import LOOP, RIGHT, UNIT, WORTH, WRITTEN, Behaviour, Kit, corpus

import nnbyhand
from coursekit.classroom import Classroom
from coursekit.course import Course, steady_environment
from coursekit.grading import sandbox
from coursekit.grading.compare import rows
from nnbyhand import checks

WHY = sandbox.probe()
contained = pytest.mark.skipif(bool(WHY), reason=f"no sandbox here: {WHY}")
MARKER = f"nnbyhand-marker-{os.getpid()}"
VICTIMS = ("a-victim", "m-victim", "z-victim")
ORDINARY_USER = 1234
AS_USER = (
    "setpriv",
    f"--reuid={ORDINARY_USER}",
    f"--regid={ORDINARY_USER}",
    "--clear-groups",
)
# it must start itself, as the grader does
TRIAL = (
    "import subprocess, sys, coursekit.cli, numpy; "
    "subprocess.run([sys.executable, '-c', 'pass'], check=True); "
    "print(sys.version_info[1])"
)
# what the sandbox, not the guard, has to stop
ORDINARY = {
    *("reads-files", "writes-files", "daemons", "network", "escapes", "new-namespaces"),
    *("reads-memory", "kills", "kills-itself", "processes", "fork-bomb", "disk"),
    *("memory", "memory-of-many", "memory-in-files", "forged-answer", "blank"),
}
OPTIONS = ("--jobs", "2", "--cell-seconds", "2", "--memory-mb", "512")
# beside the tests that stand in the source: one with partial credit, one in words
MORE = """
# %% role="test" grade_id="start-loop-part" points=2
import numpy as np

try:
    _sum = np.float64(sum_by_loop(np.array([1.0]), np.array([3.0]), 0.5))
except Exception:
    _sum = np.nan
2.0 if -1e-9 < _sum - 3.5 < 1e-9 else 0.0

# %% [markdown] role="text" grade_id="start-words-text"
# In words (3 points).

# %% [markdown] role="written" grade_id="start-words" points=3
# *Write your answer here.*
"""


@dataclass(frozen=True)
class Graded:
    """A class after the run, and how the world around it looked before."""

    folder: Path
    said: str
    status: int
    seconds: float
    before: dict[str, str]
    canary: Path
    home: Path


def cut(course: Course, root: Path) -> Course:
    """Copy three exercises of unit 00 to a course of their own."""
    small = Course(root)
    text = course.source_text(UNIT).read_text("utf-8")
    head, *cells = re.split(r"(?m)^(?=# %%)", text)
    names = [re.search(r'grade_id="([a-z0-9-]+)"', cell) for cell in cells]
    wanted = [
        cell
        for i, (cell, name) in enumerate(zip(cells, names, strict=True))
        if i < 2 or (name and name[1].startswith(tuple(RIGHT)))
    ]
    root.mkdir(parents=True)
    shutil.copy(course.root / "nbgrader_config.py", root)
    small.source_text(UNIT).parent.mkdir()
    small.source_text(UNIT).write_text(head + "".join(wanted) + MORE, "utf-8")
    return small


def open_class(
    course: Course, root: Path, chosen: list[Behaviour] | None = None
) -> tuple[Classroom, Kit]:
    """Open a class in which the corpus, or part of it, and the victims handed in."""
    room = Classroom.open(cut(course, root / "course"), [UNIT], root / "class")
    home = root / "home"
    home.mkdir()
    canary = home / "diary.txt"
    canary.write_text(f"{MARKER} is nobody's business", "utf-8")
    kit = Kit(room.released(UNIT), room.folder, canary, MARKER)
    for name in VICTIMS:
        room.hand_in(name, UNIT, kit.notebook(RIGHT))
    for behaviour in corpus() if chosen is None else chosen:
        folder = room.folder / "submitted" / behaviour.name / UNIT
        folder.mkdir(parents=True)
        behaviour.make(kit, folder)
    return room, kit


def fingerprints(folder: Path, but: tuple[str, ...] = ()) -> dict[str, str]:
    """Give a hash of everything that lies in a folder, links not followed."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name not in but]
        for name in names:
            path = Path(place, name)
            if path.is_symlink():
                content = os.fsencode(path.readlink())
            elif path.is_file():
                content = path.read_bytes()
            else:
                content = str(path.lstat().st_mode).encode()
            key = os.fsencode(path).decode("utf-8", "replace")
            found[key] = hashlib.sha256(content).hexdigest()
    return found


def world(folder: Path, home: Path) -> dict[str, str]:
    """Give a hash of all that no submission may change."""
    own = (".grading", "autograded", "gradebook.db", "__pycache__")
    found = fingerprints(folder, but=own) | fingerprints(home)
    found |= fingerprints(Path(checks.__file__).parent, but=own)
    for module in (numpy, nnbyhand):
        content = Path(module.__file__).read_bytes()
        found[module.__file__] = hashlib.sha256(content).hexdigest()
    return {name: value for name, value in found.items() if "gradebook.db" not in name}


def grade_class(room: Classroom, kit: Kit, *options: str) -> Graded:
    home = kit.canary.parent
    before = world(room.folder, home)
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "coursekit.cli", "grade", *OPTIONS, *options],
        cwd=room.folder,
        env={**steady_environment(), "HOME": str(home), "SECRET_TOKEN": MARKER},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=400,
    )
    seconds = time.monotonic() - begun
    said = done.stdout + done.stderr
    return Graded(room.folder, said, done.returncode, seconds, before, kit.canary, home)


@pytest.fixture(scope="module")
def graded(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    return grade_class(*open_class(course, tmp_path_factory.mktemp("attacks")))


@functools.cache
def points(folder: Path) -> dict[str, dict[str, float | None]]:
    """Give the points in the gradebook, by student and cell."""
    found: dict[str, dict[str, float | None]] = {}
    for (student, cell), row in rows(folder, UNIT).items():
        if cell in WORTH or cell == WRITTEN:
            found.setdefault(student, {})[cell] = row[0]
    return found


def receipt(folder: Path, student: str) -> dict:
    path = folder / "autograded" / student / UNIT / "receipt.json"
    return json.loads(path.read_text("utf-8"))


def faults(folder: Path, behaviour: Behaviour) -> list[str]:
    """Compare what a behaviour got with what was due to it."""
    found = []
    given = points(folder).get(behaviour.name, {})
    paper = receipt(folder, behaviour.name)
    flagged = behaviour.flagged
    if flagged is None:
        flagged = bool(paper["evidence"])
    for cell, due in behaviour.deserved.items():
        got = given.get(cell)
        if (got or 0.0) > (due or 0.0):
            found.append(f"undeserved: {cell} {got}, due {due}")
        if not flagged and got != due:
            found.append(f"lost: {cell} {got}, due {due}")
    if flagged != bool(paper["evidence"]):
        found.append(f"evidence {paper['evidence']}")
    if flagged != (paper["status"] == "tampered"):
        found.append(f"status {paper['status']}")
    if not flagged and paper["status"] != behaviour.status:
        found.append(f"status {paper['status']}, not {behaviour.status}")
    if paper["status"] != "graded" and not paper["reasons"]:
        found.append("no reason is given")
    path = folder / "autograded" / behaviour.name / UNIT / f"{UNIT}.ipynb"
    for cell in nbformat.read(path, 4).cells:
        for output in cell.get("outputs", []):
            if output.output_type == "error" and "LEAK" in output.evalue:
                found.append(output.evalue)
    return found


def marked_processes() -> list[str]:
    """Give the processes that some submission has left behind."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            told = (place / "cmdline").read_bytes() + (place / "environ").read_bytes()
        except OSError:
            continue
        if b"MARKER=1" in told or f"# {MARKER}".encode() in told:
            found.append(f"{place.name} {told[:100]!r}")
    return found


def test_corpus_covers_what_it_should() -> None:
    kinds = [behaviour.kind for behaviour in corpus()]
    assert len(kinds) >= 60
    for kind in (attacks.HONEST, attacks.TAKES, attacks.HARMS, attacks.MACHINE):
        assert kinds.count(kind) >= 15, kind
    names = [behaviour.name for behaviour in corpus()]
    assert len(set(names)) == len(names)
    assert all(b.loses <= set(WORTH) for b in corpus())
    assert all(
        b.loses >= LOOP for b in corpus() if b.flagged and b.kind == "takes points"
    )


def test_table_is_in_step(course: Course) -> None:
    page = (course.root / "docs" / "security.md").read_text("utf-8")
    assert page == attacks.page_with_table(page), (
        "run: python tests/grading/attacks.py docs/security.md"
    )


@contained
@pytest.mark.slow
def test_class_finishes(graded: Graded) -> None:
    assert graded.status == 0, graded.said
    assert f"{len(corpus()) + len(VICTIMS)} students" in graded.said
    assert graded.seconds < 150


@contained
@pytest.mark.slow
@pytest.mark.parametrize("behaviour", corpus(), ids=lambda behaviour: behaviour.name)
def test_gets_what_is_due(graded: Graded, behaviour: Behaviour) -> None:
    assert faults(graded.folder, behaviour) == []


@contained
@pytest.mark.slow
@pytest.mark.parametrize("name", VICTIMS)
def test_victims_lose_nothing(graded: Graded, name: str) -> None:
    assert points(graded.folder)[name] == {**WORTH, WRITTEN: 0.0}
    assert receipt(graded.folder, name)["status"] == "graded"


@contained
@pytest.mark.slow
def test_nothing_outside_changed(graded: Graded) -> None:
    after = world(graded.folder, graded.home)
    changed = {
        n for n in {*graded.before, *after} if graded.before.get(n) != after.get(n)
    }
    assert not changed
    assert MARKER in graded.canary.read_text("utf-8")


@contained
@pytest.mark.slow
def test_nothing_runs_on(graded: Graded) -> None:
    assert graded.seconds
    assert marked_processes() == []


def ordinary_python() -> tuple[str, dict[str, str]]:
    """Give a Python an ordinary user can start, and its environment; '' if none."""
    import coursekit

    packages = (numpy, nbformat)
    folders = {str(Path(module.__file__).parent.parent) for module in packages}
    folders.add(str(Path(coursekit.__file__).parent.parent))
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for found in (sys.executable, f"/usr/bin/{version}", "/usr/bin/python3"):
        try:
            done = subprocess.run(
                [*AS_USER, found, "-c", TRIAL],
                env={
                    "PYTHONPATH": os.pathsep.join(sorted(folders)),
                    "PATH": os.defpath,
                },
                capture_output=True,
                text=True,
                cwd="/",
            )
        except OSError:
            continue
        if done.stdout.strip() == str(sys.version_info[1]):
            return found, {"PYTHONPATH": os.pathsep.join(sorted(folders))}
    return "", {}


@contained
@pytest.mark.slow
def test_ordinary_user_contains_them_too(course: Course) -> None:
    """Without root there is a namespace of users; the proof must hold in it."""
    if os.getuid() != 0 or not shutil.which("setpriv"):
        pytest.skip("this machine's user is an ordinary one, or setpriv is missing")
    python, more = ordinary_python()
    if not python:
        pytest.skip("no interpreter with these packages that another user may read")
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        probing = "from coursekit.grading.sandbox import probe; print(probe())"
        run = functools.partial(subprocess.run, capture_output=True, text=True)
        env = {**steady_environment(), **more, "SECRET_TOKEN": MARKER}
        why = run([*AS_USER, python, "-c", probing], env=env, cwd="/").stdout.strip()
        if why:
            pytest.skip(f"an ordinary user cannot contain anything here: {why}")
        chosen = [b for b in corpus() if b.name in ORDINARY]
        room, kit = open_class(course, Path(place, "all"), chosen)
        run(["chown", "-hR", f"{ORDINARY_USER}:{ORDINARY_USER}", place], check=True)
        before = world(room.folder, kit.canary.parent)
        done = run(
            [*AS_USER, python, "-m", "coursekit.cli", "grade", *OPTIONS],
            env={**env, "HOME": str(kit.canary.parent), "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=room.folder,
            stdin=subprocess.DEVNULL,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        assert {b.name: faults(room.folder, b) for b in chosen} == {
            b.name: [] for b in chosen
        }
        for name in VICTIMS:
            assert points(room.folder)[name] == {**WORTH, WRITTEN: 0.0}
        assert world(room.folder, kit.canary.parent) == before
        assert marked_processes() == []


@contained
@pytest.mark.slow
def test_no_terminal_codes_are_printed(graded: Graded) -> None:
    assert "\x1b[2J" not in graded.said


def test_faults_can_be_found(tmp_path: Path, monkeypatch) -> None:
    """The proof itself can fail: points that are not due, and honest ones lost."""
    wrong = next(b for b in corpus() if b.name == "equal-to-everything")
    place = tmp_path / "autograded" / wrong.name / UNIT
    place.mkdir(parents=True)
    paper = {"evidence": {}, "status": "graded", "reasons": []}
    (place / "receipt.json").write_text(json.dumps(paper), "utf-8")
    nbformat.write(nbformat.v4.new_notebook(), place / f"{UNIT}.ipynb")
    full = {**WORTH, WRITTEN: 0.0}
    given = {wrong.name: full}
    monkeypatch.setattr(sys.modules[__name__], "points", lambda folder: given)
    assert any(line.startswith("undeserved") for line in faults(tmp_path, wrong))
    given[wrong.name] = dict.fromkeys(full, 0.0)
    assert any(line.startswith("lost") for line in faults(tmp_path, wrong))
