"""Lose nothing: outcomes on disk before the gradebook, folders put in place at once.

A submission goes through three steps. *executed*: its outcome lies complete in the
scratch folder. *recorded*: the gradebook holds its points. *placed*: the folder in
``autograded/`` holds the notebook and ``receipt.json``. Whatever the moment at which a
run is killed, the next run finds how far each submission came and goes on from there.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

FOLDER = ".grading"
RECEIPT = "receipt.json"
BACKUPS = 10


class Busy(RuntimeError):
    """Somebody else is grading this course."""


class Journal:
    """The scratch folder of a course: outcomes, journal, backups and a lock."""

    def __init__(self, root: Path) -> None:
        self.folder = root / FOLDER
        self.folder.mkdir(exist_ok=True)
        self.autograded = root / "autograded"

    @contextlib.contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the course for one grader; Busy if there is another."""
        with (self.folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                raise Busy(
                    "another coursekit grade is running in this course: wait for it, "
                    "or stop it first"
                ) from None
            yield

    def note(self, event: str, **more: Any) -> None:
        """Append one line to the journal, and see it to the disk."""
        line = json.dumps({"at": now(), "event": event, **more}, sort_keys=True)
        with (self.folder / "journal.jsonl").open("a", encoding="utf-8") as file:
            file.write(line + "\n")
            file.flush()
            os.fsync(file.fileno())

    def outcome_path(self, assignment: str, student: str) -> Path:
        return self.folder / "outcomes" / assignment / f"{student}.json"

    def keep(self, assignment: str, student: str, outcome: dict[str, Any]) -> None:
        """Put an outcome on disk whole, or not at all."""
        path = self.outcome_path(assignment, student)
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps(outcome))
        self.note("executed", assignment=assignment, student=student)

    def kept(
        self, assignment: str, student: str, key: dict[str, str]
    ) -> dict[str, Any] | None:
        """Give the outcome of an earlier run, if it was of exactly this work."""
        path = self.outcome_path(assignment, student)
        try:
            outcome: dict[str, Any] = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return outcome if outcome.get("key") == key else None

    def receipt(self, assignment: str, student: str) -> dict[str, Any] | None:
        """Give the receipt of a submission whose grade is in place."""
        path = self.autograded / student / assignment / RECEIPT
        try:
            receipt: dict[str, Any] = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return receipt

    def place(
        self,
        assignment: str,
        student: str,
        files: dict[str, bytes],
        receipt: dict[str, Any],
    ) -> None:
        """Put a folder into ``autograded/`` in one step, and forget the outcome."""
        new = self.folder / "placing" / assignment / student
        old = self.folder / "replaced" / assignment / student
        for folder in (new, old):
            shutil.rmtree(folder, ignore_errors=True)
            folder.parent.mkdir(parents=True, exist_ok=True)
        new.mkdir()
        text = json.dumps(receipt, indent=1, sort_keys=True, ensure_ascii=False)
        for name, content in {**files, RECEIPT: text.encode()}.items():
            path = new / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(0o444)
        target = self.autograded / student / assignment
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.exists():
            target.rename(old)
        new.rename(target)
        shutil.rmtree(old, ignore_errors=True)
        self.note("placed", assignment=assignment, student=student)
        self.outcome_path(assignment, student).unlink(missing_ok=True)

    def back_up(self, url: str) -> Path | None:
        """Copy the gradebook, consistently even while others write to it.

        Gives None where that is not possible; for a server's gradebook it says why.
        """
        from sqlalchemy.engine import make_url  # slow: warm servers begin before it

        place = make_url(url)
        kind = place.get_backend_name()
        folder = self.folder / "backups"
        folder.mkdir(exist_ok=True)
        name = f"gradebook-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}"
        target = folder / f"{name}.{'db' if kind == 'sqlite' else 'dump'}"
        if kind == "sqlite":
            if not Path(place.database or "").is_file():
                return None
            _copy_sqlite(place.database or "", target)
        elif why := _dump_postgres(place, target):
            print(f"the gradebook was not backed up: {why}", file=sys.stderr)
            return None
        for old in sorted(folder.glob("gradebook-*"))[:-BACKUPS]:
            old.unlink()
        return target


def _copy_sqlite(database: str, target: Path) -> None:
    with (
        contextlib.closing(sqlite3.connect(database)) as source,
        contextlib.closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy)


def _dump_postgres(place: "URL", target: Path) -> str:
    """Let pg_dump copy a gradebook; tell in words if it cannot."""
    if place.get_backend_name() != "postgresql":
        return f"nothing here knows how to back up {place.get_backend_name()}"
    given = {
        "PGHOST": place.host or place.query.get("host"),
        "PGPORT": place.port or place.query.get("port"),
        "PGUSER": place.username,
        "PGPASSWORD": place.password,
        "PGDATABASE": place.database,
        "PGSSLMODE": place.query.get("sslmode"),
    }
    known = {name: str(value) for name, value in given.items() if value}
    try:
        # not on the command line: everybody on the machine can read that
        subprocess.run(
            ["pg_dump", "--format=custom", "--no-password", f"--file={target}"],
            env={**os.environ, **known},
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            check=True,
        )
    except FileNotFoundError:
        return "there is no pg_dump here; run it on a machine that has it"
    except subprocess.CalledProcessError as error:
        target.unlink(missing_ok=True)
        return " ".join(error.stderr.split()) or f"pg_dump ended with {error}"
    return ""


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all, also after a crash."""
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    new.replace(path)


def fingerprint(*parts: Any) -> str:
    """Give a short hash of JSON values or bytes."""
    digest = hashlib.sha256()
    for part in parts:
        raw = part if isinstance(part, bytes) else json.dumps(part, sort_keys=True)
        digest.update(raw if isinstance(raw, bytes) else raw.encode())
        digest.update(b"\0")
    return digest.hexdigest()[:20]


def now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
