"""The gradebook on PostgreSQL: a real server, and several people at it at once."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook

from coursekit.classroom import Classroom, fill
from coursekit.course import run_nbgrader, steady_environment
from coursekit.grading import sandbox
from coursekit.grading.compare import notebooks, rows
from coursekit.grading.journal import Journal

psycopg2 = pytest.importorskip("psycopg2", reason="the extra 'postgres' is absent")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="grading needs Linux")

UNIT = "01_neurons_and_gates"
HEAD = "import numpy as np\n\n\ndef weighted_sum(x, w, b):\n    "
RIGHT, WRONG = f"{HEAD}return np.dot(w, x) + b", f"{HEAD}return np.dot(w, x)"
UNCONTAINED = ["--no-sandbox"] if sandbox.probe() else []
NOBODY = 65534


def programs() -> Path:
    """Find the folder of PostgreSQL's own programs, or skip."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    there = [Path(path) for path in os.get_exec_path()]
    for folder in (*debian, *there):
        if all((folder / name).exists() for name in ("initdb", "postgres")):
            return folder
    return pytest.skip(
        "PostgreSQL is not installed (on Debian: apt install postgresql)"
    )


class Server:
    """A PostgreSQL of this test alone, on a socket in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # it refuses to run as root
        root = os.getuid() == 0
        self.rights: dict[str, Any] = (
            {"user": NOBODY, "group": NOBODY, "extra_groups": []} if root else {}
        )
        if root:
            os.chown(folder, NOBODY, NOBODY)
        folder.chmod(0o755)
        self.data, self.bin = folder / "data", programs()
        self.run("initdb", "-D", self.data, "-U", "teacher", "-A", "trust", "-N")
        only_here = ["-k", folder, "-c", "listen_addresses=", "-c", "fsync=off"]
        with (folder / "log").open("w") as log:
            self.process = subprocess.Popen(
                [self.bin / "postgres", "-D", self.data, *only_here],
                cwd=folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                **self.rights,
            )
        until = time.monotonic() + 60
        while not self.answers():
            assert self.process.poll() is None, (folder / "log").read_text()
            assert time.monotonic() < until, (folder / "log").read_text()
            time.sleep(0.05)

    def run(self, name: str, *words: str | Path) -> None:
        command = [self.bin / name, *words, "-E", "UTF8", "--locale=C.UTF-8"]
        subprocess.run(
            command, cwd=self.folder, check=True, capture_output=True, **self.rights
        )

    def ask(self, statement: str) -> None:
        with contextlib.closing(
            psycopg2.connect(host=str(self.folder), user="teacher", dbname="postgres")
        ) as connection:
            connection.autocommit = True
            connection.cursor().execute(statement)

    def answers(self) -> bool:
        with contextlib.suppress(psycopg2.OperationalError):
            self.ask("select 1")
            return True
        return False

    def url(self, name: str) -> str:
        return f"postgresql+psycopg2://teacher@/{name}?host={self.folder}"

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    # a short path that others may enter: a socket's name has 107 characters at most
    folder = Path(tempfile.mkdtemp(prefix="postgres-", dir="/tmp"))
    try:
        started = Server(folder)
        yield started
        started.stop()
    finally:
        shutil.rmtree(folder)


def use(folder: Path, url: str) -> Classroom:
    """Let a course keep its gradebook elsewhere, as docs/scaling.md says."""
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(f'\nc.CourseDirectory.db_url = "{url}"\n')
    return Classroom(folder)


@pytest.fixture(scope="module")
def generated(room: Classroom, server: Server, tmp_path_factory) -> Classroom:
    """A class whose assignment was generated with the gradebook on the server."""
    folder = tmp_path_factory.mktemp("postgres") / "class"
    shutil.copytree(room.folder, folder, ignore=shutil.ignore_patterns("*.db"))
    server.ask("create database generated")
    classroom = use(folder, server.url("generated"))
    run_nbgrader(folder, "generate_assignment", UNIT, "--create", "--force")
    return classroom


@pytest.fixture
def open_class(
    generated: Classroom, server: Server, tmp_path: Path
) -> Callable[[str], tuple[Classroom, str]]:
    """Make a copy of the class, the gradebook included; give its address too."""

    def copy(name: str) -> tuple[Classroom, str]:
        server.ask(f"create database {name} template generated")
        folder = Path(shutil.copytree(generated.folder, tmp_path / name))
        return use(folder, server.url(name)), server.url(name)

    return copy


def hand_in(classroom: Classroom, student: str, answer: str) -> None:
    shutil.rmtree(classroom.folder / "submitted" / student, ignore_errors=True)
    work = fill(classroom.released(UNIT), {"neuron-sum": answer})
    classroom.hand_in(student, UNIT, work)


def grade(classroom: Classroom, *options: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "coursekit.cli", "grade", UNIT, *options, *UNCONTAINED],
        cwd=classroom.folder,
        env=steady_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.slow
def test_same_as_plain_nbgrader(open_class) -> None:
    (ours, url), (plain, other) = open_class("ours"), open_class("plain")
    for classroom in (ours, plain):
        hand_in(classroom, "right", RIGHT)
        hand_in(classroom, "wrong", WRONG)
        hand_in(classroom, "syntax", "def (")
        classroom.hand_in("blank", UNIT, classroom.released(UNIT))
    grade(ours)
    run_nbgrader(plain.folder, "autograde", UNIT)
    found = rows(ours.folder, UNIT, url)
    assert found == rows(plain.folder, UNIT, other)
    assert found["right", "neuron-sum-value"][0] == 1
    assert found["wrong", "neuron-sum-value"][0] == 0
    assert notebooks(ours.folder, UNIT) == notebooks(plain.folder, UNIT)
    assert "right,graded,2," in ours.export().read_text("utf-8")
    assert not list(ours.folder.glob("*.db"))


class Person(threading.Thread):
    """Somebody at the formgrader: one grade after the other, saved at once."""

    def __init__(self, url: str, students: list[str], write: Callable) -> None:
        super().__init__()
        self.url, self.students, self.write = url, students, write
        self.enough = threading.Event()
        self.written: dict[str, float] = {}
        self.lost: list[str] = []
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            with Gradebook(self.url) as book:
                number = 0
                while not self.enough.is_set():
                    number += 1
                    student = self.students[number % len(self.students)]
                    found = self.write(book, student, float(number))
                    book.db.commit()
                    book.db.expire_all()
                    # at once, or the next round would make good what was lost
                    if found != self.written.get(student):
                        self.lost.append(f"{student}: {found}")
                    self.written[student] = float(number)
        except Exception as error:  # told by the test, in its own thread
            self.error = error


def score(book: Gradebook, student: str, number: float) -> float | None:
    """Give points; tell those that were there."""
    given = book.find_grade("neuron-words", UNIT, UNIT, student)
    found = given.manual_score
    given.manual_score, given.needs_manual_grade = number, False
    return found


def remark(book: Gradebook, student: str, number: float) -> float | None:
    """Give extra credit and write a comment; tell which number was there."""
    given = book.find_grade("neuron-words", UNIT, UNIT, student)
    said = book.find_comment("neuron-words", UNIT, UNIT, student)
    found = given.extra_credit
    assert said.manual_comment == (None if found is None else f"{found:g}")
    given.extra_credit, said.manual_comment = number, f"{number:g}"
    return found


@pytest.mark.slow
def test_two_people_grade_while_a_regrade_runs(open_class) -> None:
    classroom, url = open_class("together")
    students = [f"s{i:02d}" for i in range(16)]
    for student in students:
        hand_in(classroom, student, RIGHT)
    grade(classroom)
    for student in students:
        hand_in(classroom, student, WRONG)
    people = [Person(url, students, write) for write in (score, remark)]
    for person in people:
        person.start()
    try:
        grade(classroom, "--yes")
    finally:
        for person in people:
            person.enough.set()
            person.join()
    assert [person.error for person in people] == [None, None]
    assert [person.lost for person in people] == [[], []]
    scores, remarks = (person.written for person in people)
    assert set(scores) == set(remarks) == set(students)
    with Gradebook(url) as book:
        for student in students:
            given = book.find_grade("neuron-words", UNIT, UNIT, student)
            said = book.find_comment("neuron-words", UNIT, UNIT, student)
            assert given.manual_score == scores[student]
            assert given.extra_credit == remarks[student]
            assert said.manual_comment == f"{remarks[student]:g}"
            value = book.find_grade("neuron-sum-value", UNIT, UNIT, student)
            assert value.auto_score == 0


# --- backup -------------------------------------------------------------------------


def test_gradebook_is_dumped_before_a_run(open_class) -> None:
    if not shutil.which("pg_dump"):
        pytest.skip("there is no pg_dump (on Debian: apt install postgresql-client)")
    classroom, url = open_class("dumped")
    copy = Journal(classroom.folder).back_up(url)
    assert copy is not None
    assert copy.suffix == ".dump"
    listed = subprocess.run(
        ["pg_restore", "--list", copy], capture_output=True, text=True, check=True
    )
    assert "TABLE DATA public source_cell" in listed.stdout


@pytest.mark.parametrize(
    ("url", "path", "said"),
    [
        ("postgresql://teacher@/none?host=/nowhere", "", "there is no pg_dump here"),
        ("postgresql+psycopg2://teacher@/none?host=/nowhere", None, "/nowhere"),
        ("mysql://teacher@there/none", None, "back up mysql"),
    ],
)
def test_what_cannot_be_backed_up_is_told(
    url, path, said, tmp_path, monkeypatch, capsys
) -> None:
    if path is not None:
        monkeypatch.setenv("PATH", path)
    elif "psycopg2" in url and not shutil.which("pg_dump"):
        pytest.skip("there is no pg_dump (on Debian: apt install postgresql-client)")
    assert Journal(tmp_path).back_up(url) is None
    told = capsys.readouterr().err
    assert "the gradebook was not backed up: " in told
    assert said in told
    assert not list((tmp_path / ".grading" / "backups").iterdir())


def test_password_is_not_on_the_command_line(tmp_path, monkeypatch) -> None:
    fake = tmp_path / "pg_dump"
    fake.write_text(f'#!/bin/sh\n(echo "$@"; env) > {tmp_path}/said\n')
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    url = "postgresql+psycopg2://teacher:p%40ss@db.example:5433/book?sslmode=require"
    assert Journal(tmp_path).back_up(url) is not None
    words, *environment = (tmp_path / "said").read_text().splitlines()
    assert "p@ss" not in words
    assert {
        "PGHOST=db.example",
        "PGPORT=5433",
        "PGUSER=teacher",
        "PGPASSWORD=p@ss",
        "PGDATABASE=book",
        "PGSSLMODE=require",
    } <= set(environment)


def test_gradebook_that_is_not_there_yet_needs_no_backup(tmp_path, capsys) -> None:
    assert Journal(tmp_path).back_up(f"sqlite:///{tmp_path}/gradebook.db") is None
    assert capsys.readouterr().err == ""
