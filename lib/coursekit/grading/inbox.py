"""Read what was handed in, without following it anywhere.

A submission is a folder of small plain files. ``read`` gives its notebooks and files,
and says in words what was left out or cannot be graded; it never raises for what a
student did.
"""

import hashlib
import json
import os
import stat
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader.utils import parse_utc

from coursekit.grading import wire

LARGEST_NOTEBOOK = 20 * 2**20
LARGEST_FILE = 5 * 2**20
MOST_FILES = 200
STAMP = "timestamp.txt"
# written by `nbgrader submit`; with it the exchange names a student's feedback, so that
# nobody else can guess where it lies
SECRET = "submission_secret.txt"
# what editors and systems leave behind
LITTER = (".*", "__pycache__", "*.pyc", "Thumbs.db", "*~", STAMP, SECRET)


@dataclass
class Submission:
    """What one student handed in for one assignment."""

    student: str
    assignment: str
    raw: dict[str, bytes] = field(default_factory=dict)  # notebooks as they lie there
    notebooks: dict[str, NotebookNode] = field(default_factory=dict)  # once opened
    files: dict[str, bytes] = field(default_factory=dict)
    secret: bytes = b""  # for the exchange; no cell gets to see it
    unreadable: dict[str, str] = field(default_factory=dict)  # notebook -> why
    notes: list[str] = field(default_factory=list)  # what was left out, and why
    handed_in: datetime | None = None
    digest: str = ""


def read(
    folder: Path,
    student: str,
    assignment: str,
    notebooks: list[str],
    *,
    allow: tuple[str, ...] = (),
) -> Submission:
    """Read a submission: the named notebooks, and files that match ``allow``.

    Its notebooks are not understood yet: ``open_notebooks`` does that.
    """
    found = Submission(student, assignment)
    digest = hashlib.sha256()
    paths = _plain_files(folder, found, [f"{name}.ipynb" for name in notebooks])
    for name in sorted(paths):
        path, size = paths[name]
        stem = name.removesuffix(".ipynb")
        wanted = stem != name and stem in notebooks
        most = LARGEST_NOTEBOOK if wanted else LARGEST_FILE
        if any(fnmatch(Path(name).name, pattern) for pattern in LITTER):
            if name == STAMP and size < 1000:
                _stamp(path, found, digest)
            if name == SECRET and size < 1000:
                found.secret = path.read_bytes()
                digest.update(found.secret)
            continue
        if not wanted and not any(fnmatch(name, pattern) for pattern in allow):
            found.notes.append(f"{name}: not part of the assignment, left out")
            continue
        if size > most:
            why = f"{size / 2**20:.1f} MB, at most {most // 2**20} MB are read"
            _refuse(found, name, why, stem if wanted else "")
            continue
        content = path.read_bytes()
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
        if wanted:
            found.raw[stem] = content
        else:
            found.files[name] = content
    for stem in notebooks:
        if stem not in found.raw and stem not in found.unreadable:
            others = [name for name in paths if name.endswith(".ipynb")]
            came = f"there is only {', '.join(sorted(others))}" if others else ""
            found.unreadable[stem] = came or "there is no such file"
    digest.update(repr(sorted(found.unreadable.items())).encode())
    found.digest = digest.hexdigest()
    return found


def open_notebooks(found: Submission) -> None:
    """Understand the notebooks that were read; note which are none."""
    for name, content in found.raw.items():
        _notebook(found, name, content)
    found.raw = {}


def _plain_files(
    folder: Path, found: Submission, wanted: list[str]
) -> dict[str, tuple[Path, int]]:
    """List what lies in a folder, the notebooks that count first.

    Links and odd things are left out and told.
    """
    paths: dict[str, tuple[Path, int]] = {}
    if folder.is_symlink():
        found.notes.append("the folder is a link, and links are not followed")
        return paths
    for seen, path in enumerate(_everything(folder, wanted)):
        if seen > MOST_FILES:
            found.notes.append(f"more than {MOST_FILES} files: the rest is not read")
            break
        name = path.relative_to(folder).as_posix()
        shown = "".join(c if c.isprintable() else "?" for c in name)
        about = path.lstat()
        why = ""
        if stat.S_ISLNK(about.st_mode):
            why = "a link, and links are not followed"
        elif stat.S_ISREG(about.st_mode) and name == shown:
            paths[name] = (path, about.st_size)
        elif stat.S_ISREG(about.st_mode):
            why = "its name cannot be written"
        elif not stat.S_ISDIR(about.st_mode):
            why = "not a plain file"
        if why:
            stem = name.removesuffix(".ipynb") if name in wanted else ""
            _refuse(found, shown, why, stem)
    return paths


def _everything(folder: Path, first: list[str]) -> Iterator[Path]:
    """Give what lies in a folder, some names before the others."""
    yield from (folder / name for name in first if os.path.lexists(folder / name))
    for place, folders, names in os.walk(folder, followlinks=False):
        for name in [*folders, *names]:
            if Path(place) != folder or name not in first:
                yield Path(place, name)


def _refuse(found: Submission, name: str, why: str, notebook: str) -> None:
    if notebook:
        found.unreadable[notebook] = why
    else:
        found.notes.append(f"{name}: {why}; left out")


def _notebook(found: Submission, name: str, content: bytes) -> None:
    try:
        text = content.decode("utf-8-sig")
        if wire.HALF.search(text):
            text = json.dumps(wire.plain(json.loads(text)))
        # not by nbformat.reads, which compares with the schema: what is odd is
        # mended later, and what is invalid it would but log
        with warnings.catch_warnings(action="ignore"):
            work = nbformat.convert(nbformat.reader.reads(text), 4)
        for cell in work.cells:  # what everything later relies on
            if not isinstance(cell.source, str) or not isinstance(cell.metadata, dict):
                raise TypeError("a cell without a text")
            if cell.cell_type not in {"code", "markdown", "raw"}:
                raise TypeError(f"a cell of the unknown type {cell.cell_type!r}")
    except UnicodeDecodeError:
        found.unreadable[name] = "it is not a text in UTF-8"
    except (SyntaxError, ValueError):  # nbformat's own words repeat the file
        found.unreadable[name] = "it is no notebook, or only a part of one"
    except Exception as error:  # whatever a file can hold, the class goes on
        said = (str(error).splitlines() or ["?"])[0]
        found.unreadable[name] = f"it is no notebook: {type(error).__name__}: {said}"
    else:
        found.notebooks[name] = work


def _stamp(path: Path, found: Submission, digest: "hashlib._Hash") -> None:
    text = path.read_bytes().decode("utf-8", "replace").strip()
    digest.update(text.encode())
    try:
        found.handed_in = parse_utc(text) if text else None
    except (ValueError, OverflowError, TypeError):
        found.notes.append(
            f"{STAMP} holds {text[:40]!r}, which is no time: not counted as late"
        )
