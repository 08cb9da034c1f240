"""Grade a class: read, restore, execute in parallel, record one by one, put in place.

``Grader`` is what ``coursekit grade`` runs. Submissions are executed by any executor
with ``submit(job)``, a few at a time; this process alone writes the gradebook.
"""

import base64
import json
import resource
import sys
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_notebook
from nbformat.v4.rwbase import split_lines, strip_transient
from nbgrader.coursedir import CourseDirectory
from nbgrader.preprocessors import AssignLatePenalties, LimitOutput
from tqdm import tqdm
from traitlets.config import Config, PyFileConfigLoader

from coursekit.course import Course, CourseError
from coursekit.grading import inbox
from coursekit.grading.asked import Asked
from coursekit.grading.changes import changes, reason, total, worst
from coursekit.grading.execute import make_job
from coursekit.grading.inbox import Submission
from coursekit.grading.integrity import Sheet, restore
from coursekit.grading.journal import Journal, fingerprint, now
from coursekit.grading.record import Ledger, Points, Result, planned
from coursekit.grading.sandbox import Policy
from coursekit.grading.terms import Executor, Line, Options

FORMAT = 1  # of receipt.json
PATIENCE = 10.0  # seconds without any outcome before somebody is asked why


@dataclass
class _Work:
    """One submission on its way."""

    submission: Submission
    key: dict[str, str]
    before: Points | None
    old_key: dict[str, str]
    restored: dict[str, list[str]] = field(default_factory=dict)
    futures: dict[str, "Future[dict[str, Any]]"] = field(default_factory=dict)
    outcome: dict[str, Any] | None = None  # kept by an earlier run

    def forget(self) -> None:
        """Let go of the notebooks: a class may be large."""
        self.submission.notebooks, self.submission.files = {}, {}
        self.futures = {}


def course_settings(course: Course) -> tuple[Config, CourseDirectory]:
    """Read nbgrader_config.py as nbgrader does."""
    loader = PyFileConfigLoader("nbgrader_config.py", str(course.root))
    config = loader.load_config()
    place = CourseDirectory(config=config)
    if "root" not in config.get("CourseDirectory", {}):
        place.root = str(course.root)
    return config, place


class Grader:
    """The grading of one assignment of a course."""

    def __init__(self, course: Course, assignment: str, options: Options) -> None:
        self.course, self.assignment, self.options = course, assignment, options
        config, place = course_settings(course)
        self.url = _with_timeout(place.db_url)
        penalty = AssignLatePenalties(config=config)
        penalty.init_plugin()
        self.ledger = Ledger(self.url, place.course_id, penalty.plugin_inst)
        self.journal = Journal(course.root)
        self.limit_output = LimitOutput(config=config)
        self.sheets = self._sheets()
        self.worth = sum(
            flags["points"]
            for sheet in self.sheets.values()
            for flags in sheet.flags.values()
            if flags["grade"]
        )
        self.files = self._source_files(place)
        self.environment = {
            "tests": fingerprint(
                {name: vars(sheet) for name, sheet in self.sheets.items()},
                *(part for item in sorted(self.files.items()) for part in item),
            ),
            "library": library_fingerprint(),
            "policy": fingerprint(options.policy.as_json()),
        }
        self.asked = Asked()
        self.lines: list[Line] = []
        self.lowered: list[tuple[_Work, dict[str, Any], Line]] = []

    def _sheets(self) -> dict[str, Sheet]:
        known = self.ledger.assignments()
        if self.assignment not in known:
            there = ", ".join(known) or "none"
            raise CourseError(
                f"the gradebook knows no assignment {self.assignment!r} (it knows: "
                f"{there}). Run nbgrader generate_assignment first."
            )
        return self.ledger.sheets(self.assignment)

    def _source_files(self, place: CourseDirectory) -> dict[str, bytes]:
        """Give the assignment's own files, which overwrite what students send."""
        folder = self.course.root / "source" / self.assignment
        found = {}
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            hidden = any(part.startswith(".") for part in Path(name).parts)
            if path.is_file() and path.suffix not in {".ipynb", ".py"} and not hidden:
                found[name] = path.read_bytes()
        return found

    def preload(self) -> list[str]:
        """Give the modules the assignment imports: the warm servers have them ready."""
        texts = [
            sheet.sources[name]
            for sheet in self.sheets.values()
            for name, flags in sheet.flags.items()
            if flags["cell_type"] == "code"
        ]
        release = self.course.root / "release" / self.assignment
        for path in release.glob("*.ipynb"):
            cells = json.loads(path.read_text("utf-8"))["cells"]
            texts += ["".join(c["source"]) for c in cells if c["cell_type"] == "code"]
        return self.asked.modules(texts)

    def run(self, executor: Callable[[], Executor], window: int) -> list[Line]:
        """Grade everything that is not graded yet; give a line for each student."""
        folders = self._folders()
        work = [self._look(student, folder) for student, folder in folders.items()]
        left = [item for item in work if item is not None]
        if left:
            self.journal.back_up(self.url)
            self._grade_all(left, executor, window)
        self._settle_lowered()
        self._add_missing(folders)
        used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        self.journal.note("ended", assignment=self.assignment, memory=round(used, 1))
        return sorted(self.lines, key=lambda line: line.student)

    def _folders(self) -> dict[str, Path]:
        """Find the folders of all who handed in."""
        place = self.course.root / "submitted"
        chosen = set(self.options.students)
        found = {}
        for student in sorted(place.iterdir()) if place.is_dir() else []:
            folder = student / self.assignment
            if not (chosen and student.name not in chosen) and folder.is_dir():
                found[student.name] = folder
        absent = chosen - set(found)
        if absent:
            names = ", ".join(sorted(absent))
            raise CourseError(f"nothing handed in for {self.assignment} by {names}")
        return found

    def _look(self, student: str, folder: Path) -> _Work | None:
        """Read a submission; None where its grade is in place already."""
        names = list(self.sheets)
        submission = inbox.read(
            folder, student, self.assignment, names, allow=self.options.allow
        )
        key = {"submission": submission.digest, **self.environment}
        receipt = self.journal.receipt(self.assignment, student) or {}
        before = self.ledger.points(self.assignment, student)
        same = receipt.get("key") == key and before is not None
        if same and not self.options.force:
            self.lines.append(self._line(receipt, done="unchanged"))
            self.journal.outcome_path(self.assignment, student).unlink(missing_ok=True)
            return None
        kept = self.journal.kept(self.assignment, student, key)
        for raw in submission.raw.values():
            self.asked.see(raw)
        submission.raw = {}  # read again in its turn: a class may be large
        old_key = receipt.get("key", {})
        return _Work(submission, key, before, old_key, outcome=kept)

    def _grade_all(
        self, left: list[_Work], start: Callable[[], Executor], window: int
    ) -> None:
        executor = start() if any(item.outcome is None for item in left) else None
        # a cluster knows how many it can keep busy
        window = getattr(executor, "window", window)
        trouble = getattr(executor, "trouble", str)  # str() is no trouble
        coming, going = iter(left), list[_Work]()
        bar = tqdm(total=len(left), unit="submission", desc=self.assignment)
        try:
            with bar:
                while True:
                    while len(going) < window and (item := next(coming, None)):
                        self._send(item, executor)
                        going.append(item)
                    if not going:
                        break
                    # whoever is ready: one endless loop must not hold up the others
                    for item in _ready(going, trouble):
                        going.remove(item)
                        self._finish(item)
                        item.forget()
                        bar.update()
        finally:
            if executor is not None:
                executor.stop()

    def _send(self, item: _Work, executor: Executor | None) -> None:
        """Restore a submission's notebooks and send them to be executed."""
        if item.outcome is not None or executor is None:
            return
        folder = self.course.root / "submitted" / item.submission.student
        item.submission = inbox.read(
            folder / self.assignment,
            item.submission.student,
            self.assignment,
            list(self.sheets),
            allow=self.options.allow,
        )
        inbox.open_notebooks(item.submission)
        for name, work in item.submission.notebooks.items():
            try:
                item.restored[name] = restore(work, self.sheets[name])
                json.dumps(work)  # fails for what no file can hold
            except Exception as error:  # whatever a student made, the class goes on
                why = f"it is no notebook: {type(error).__name__}: {error}"
                item.submission.unreadable[name] = why[:200]
                continue
            files = item.submission.files | self.files
            job = make_job(work, files, self.options.policy)
            item.futures[name] = executor.submit(job)

    def _finish(self, item: _Work) -> None:
        """Keep the outcome on disk, then record it unless it lowers a grade."""
        student = item.submission.student
        outcome = item.outcome
        try:
            if outcome is None:
                outcome = self._gather(item)
                self.journal.keep(self.assignment, student, outcome)
        except (RuntimeError, OSError) as error:
            said = f"the grader failed: {type(error).__name__}: {error}"
            self.journal.note("failed", student=student, why=said)
            self.lines.append(
                Line(
                    student,
                    self.assignment,
                    "not graded",
                    None,
                    self.worth,
                    [said],
                    done="failed",
                )
            )
            return
        result = self._result(item, outcome)
        changed, lower = changes(item.before, planned(result, self.sheets))
        why = reason(item.old_key, item.key)
        line = Line(student, self.assignment, result.status, reasons=result.reasons)
        line.worth = self.worth
        line.changes = [f"{change} ({why})" for change in changed]
        if lower and item.before is not None:
            line.done = "held back"
            line.points = total(item.before)
            self.lowered.append((item, outcome, line))
        else:
            self._commit(item, outcome, line, result)
        self.lines.append(line)

    def _gather(self, item: _Work) -> dict[str, Any]:
        """Put the outcomes of a submission's notebooks together."""
        notebooks: dict[str, Any] = {}
        receipts = []
        for name, future in item.futures.items():
            outcome = future.result()
            notebooks[name] = outcome["notebook"]
            receipts.append(outcome["receipt"])
        submission = item.submission
        unread = [
            f"{name}.ipynb could not be read: {why}"
            for name, why in submission.unreadable.items()
        ]
        notes = [*submission.notes]
        for name, restored in item.restored.items():
            notes += [f"{name}: {line}" for line in restored]
        evidence = {
            k: v for receipt in receipts for k, v in receipt["evidence"].items()
        }
        statuses = {receipt["status"] for receipt in receipts} - {"graded"}
        status = worst(statuses | ({"unreadable"} if unread else set()))
        reasons = unread + [why for receipt in receipts for why in receipt["reasons"]]
        if evidence:
            first, *rest = evidence
            more = f" and {len(rest)} more" if rest else ""
            reasons.append(f"a person must look at {first}{more}: {evidence[first][0]}")
        stamp = submission.handed_in
        return {
            "key": item.key,
            "student": submission.student,
            "assignment": self.assignment,
            "status": status,
            "reasons": reasons,
            "notes": notes,
            "evidence": evidence,
            "unrun": [name for receipt in receipts for name in receipt["unrun"]],
            "seconds": round(sum(receipt["seconds"] for receipt in receipts), 3),
            "handed_in": stamp.isoformat(sep=" ") if stamp else None,
            "notebooks": notebooks,
            "files": make_job(new_notebook(), submission.files, Policy())["files"],
        }

    def _result(self, item: _Work, outcome: dict[str, Any]) -> Result:
        work = {}
        for name, raw in outcome["notebooks"].items():
            notebook = nbformat.from_dict(raw)
            notebook, _ = self.limit_output.preprocess(notebook, {})
            work[name] = notebook
        return Result(
            outcome["student"],
            self.assignment,
            outcome["status"],
            outcome["reasons"],
            work,
            outcome["evidence"],
            outcome["unrun"],
            outcome["handed_in"],
            fresh=item.old_key.get("submission") != item.key["submission"],
        )

    def _commit(
        self, item: _Work, outcome: dict[str, Any], line: Line, result: Result
    ) -> None:
        """Record in the gradebook, then put the folder in place."""
        student = result.student
        points = self.ledger.record(result)
        self.journal.note("recorded", assignment=self.assignment, student=student)
        receipt = {
            "format": FORMAT,
            "graded_at": now(),
            "points": points,
            "worth": self.worth,
            "contained": self.options.policy.sandbox,
            **{k: v for k, v in outcome.items() if k not in {"notebooks", "files"}},
        }
        files = {
            name: base64.b64decode(text) for name, text in outcome["files"].items()
        } | self.files
        for name in self.sheets:
            work = result.work.get(name) or self._blank(name, result.note)
            _show_evidence(work, result.evidence)
            files[f"{name}.ipynb"] = _written(work)
        if outcome["handed_in"]:
            files[inbox.STAMP] = f"{outcome['handed_in']} UTC".encode()
        if item.submission.secret:
            files[inbox.SECRET] = item.submission.secret
        self.journal.place(self.assignment, student, files, receipt)
        line.points = total(points)
        line.status = result.status
        if item.outcome is not None:
            line.done = "finished"  # begun by an earlier run

    def _blank(self, name: str, why: str) -> NotebookNode:
        """Make the notebook that tells a student why theirs was not graded."""
        path = self.course.root / "release" / self.assignment / f"{name}.ipynb"
        work = nbformat.read(path, 4) if path.exists() else new_notebook()
        restore(work, self.sheets[name])
        said = f"**Not graded.** {why[:1].upper()}{why[1:]}."
        work.cells.insert(0, new_markdown_cell(said, id="not-graded"))
        return work

    def _settle_lowered(self) -> None:
        """Ask once about all grades that would fall."""
        if not self.lowered:
            return
        if self.options.agree([line for _, _, line in self.lowered]):
            for item, outcome, line in self.lowered:
                line.done = "graded now"
                self._commit(item, outcome, line, self._result(item, outcome))

    def _add_missing(self, folders: Iterable[str]) -> None:
        if self.options.students:
            return
        for student in set(self.ledger.roster()) - set(folders):
            line = Line(student, self.assignment, "missing", None, self.worth)
            line.done = "not handed in"
            self.lines.append(line)

    def _line(self, receipt: dict[str, Any], done: str) -> Line:
        return Line(
            receipt["student"],
            self.assignment,
            receipt["status"],
            total(receipt["points"]),
            self.worth,
            receipt["reasons"],
            done=done,
        )


def _ready(going: list[_Work], trouble: Callable[[], str]) -> list[_Work]:
    """Wait until a submission is executed; give all that are.

    Where nothing comes for a while, ``trouble`` is asked why, and that is told once.
    """
    told = ""
    while True:
        ready = [item for item in going if all(f.done() for f in item.futures.values())]
        if ready:
            return ready
        left = [f for item in going for f in item.futures.values() if not f.done()]
        if not wait(left, PATIENCE, FIRST_COMPLETED).done and trouble() != told:
            told = trouble()
            tqdm.write(told, file=sys.stderr)


def library_fingerprint() -> str:
    """Give a hash of what grades besides the tests: nnbyhand, the grader, versions."""
    import nnbyhand

    parts: list[Any] = [sys.version_info[:3]]
    for folder in (Path(nnbyhand.__file__).parent, Path(__file__).parent):
        for path in sorted(folder.rglob("*.py")):
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    from importlib.metadata import PackageNotFoundError, version

    for name in ("numpy", "matplotlib", "torch", "ipykernel", "ipython", "nbgrader"):
        try:
            parts.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            parts.append(f"no {name}")
    return fingerprint(*parts)


def _show_evidence(work: NotebookNode, evidence: dict[str, list[str]]) -> None:
    """Let whoever opens a doubtful test read what speaks against its result."""
    for cell in work.cells:
        said = evidence.get(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
        if said:
            text = "For the grader: " + "\n".join(said) + "\n"
            cell.outputs.append(
                nbformat.v4.new_output("stream", name="stderr", text=text)
            )


def _written(work: NotebookNode) -> bytes:
    """Give the file of a notebook that nobody needs any more.

    As nbformat writes it, but without a copy and a comparison with the schema, of
    which nbformat only logs what it finds.
    """
    lines = strip_transient(split_lines(work))
    return json.dumps(
        lines, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": ")
    ).encode()


def _with_timeout(url: str) -> str:
    # a reader, the formgrader say, may hold the file for a moment
    return f"{url}?timeout=60" if url.startswith("sqlite") and "?" not in url else url
