"""Execute one submission: a pure function from job to outcome, both plain JSON.

``execute`` drives the cells of a sanitised notebook through a process that ``spawn``
makes, and trusts nothing that comes back from it: it limits bytes, seconds and memory
of the whole family of processes, survives its death, and proves of every test that
it could fail and ran to its end. A job and an outcome can travel to another machine.
"""

import base64
import contextlib
import platform
import secrets
import select
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

import nbformat
from nbformat import NotebookNode

from coursekit.grading import wire
from coursekit.grading.compiled import compile_test
from coursekit.grading.family import family_memory
from coursekit.grading.outputs import (
    MEGABYTE,
    Gathered,
    complete,
    died,
    last_number,
    late_error,
    texts,
)
from coursekit.grading.sandbox import Policy

GRACE = 3.0  # seconds between an interrupt and the end
LOOK = 0.2  # seconds between two looks at the family's memory
MOST_EVIDENCE = 20
LIVES = 12  # processes one notebook may use up
CRASHED = "the process ended (a crash, or too little memory)"

LANGUAGE = {  # what an ipykernel says of itself, and nbclient writes down
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
    "version": platform.python_version(),
}
CANARIES = (
    ("an assertion that must fail", "assert {a} == {b}, {word!r}", "AssertionError"),
    (
        "an error that must be raised",
        "raise AssertionError({word!r})",
        "AssertionError",
    ),
    (
        "a comparison of NumPy that must fail",
        "import numpy.testing as {n}t\n    {n}t.assert_allclose({a}, {b})",
        "AssertionError",
    ),
    (
        "a check of a wrong answer that must say so",
        "from nnbyhand.checks import check as {n}c\n"
        "    {n}c(lambda x: x + {a}, [(1.0,)], expected=[1.0 + {b}])",
        "Exception",
    ),
)


class Process(Protocol):
    """A forked interpreter that takes cells."""

    pid: int  # of the outermost process: killing it ends the family
    end: socket.socket

    def interrupt(self) -> None: ...

    def kill(self) -> None: ...


Spawn = Callable[[Policy, dict[str, bytes]], Process]


@dataclass
class Receipt:
    """What became of the execution of one submission."""

    status: str = "graded"
    reasons: list[str] = field(default_factory=list)
    evidence: dict[str, list[str]] = field(default_factory=dict)
    unrun: list[str] = field(default_factory=list)
    seconds: float = 0.0


class Died(Exception):
    """The process ended, or had to be ended, in the middle of a cell."""


def execute(job: dict[str, Any], spawn: Spawn) -> dict[str, Any]:
    """Give the executed notebook and the receipt for a job.

    A job holds ``notebook`` (sanitised), ``files`` (name -> base64) and ``policy``; an
    outcome holds ``notebook`` and ``receipt``. Both are made of JSON values only.
    """
    policy = Policy(**job["policy"])
    files = {name: base64.b64decode(text) for name, text in job["files"].items()}
    work = nbformat.from_dict(job["notebook"])
    begun = time.monotonic()
    with contextlib.closing(_Run(work, policy, files, spawn)) as run:
        receipt = run.all_cells()
    receipt.seconds = round(time.monotonic() - begun, 3)
    work.metadata["language_info"] = nbformat.from_dict(LANGUAGE)
    return {"notebook": work, "receipt": vars(receipt)}


def make_job(
    notebook: NotebookNode, files: dict[str, bytes], policy: Policy
) -> dict[str, Any]:
    """Put together what ``execute`` takes."""
    return {
        "notebook": notebook,
        "files": {name: base64.b64encode(b).decode() for name, b in files.items()},
        "policy": policy.as_json(),
    }


class _Run:
    """One notebook on its way through one or more processes."""

    def __init__(
        self, work: NotebookNode, policy: Policy, files: dict[str, bytes], spawn: Spawn
    ) -> None:
        self.cells = [
            c for c in work.cells if c.cell_type == "code" and c.source.strip()
        ]
        self.policy, self.files, self.spawn = policy, files, spawn
        self.process: Process | None = None
        self.receipt = Receipt()
        self.lives, self.count = LIVES, 0
        self.deadline = time.monotonic() + policy.notebook_seconds
        self.deadly: set[int] = set()
        self.suspect: list[str] = []

    def close(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process = None

    def all_cells(self) -> Receipt:
        for index, cell in enumerate(self.cells):
            cell.outputs, cell.execution_count = [], None
            if time.monotonic() > self.deadline:
                self._stop("timed out", index, self._late())
                break
            if self.process is None and not self.lives:
                self._stop(
                    "partly graded", index, f"{LIVES} cells ended the interpreter"
                )
                break
            try:
                if self.process is None:
                    self._begin(index)
                self._cell(cell)
            except Died as death:
                self._bury(index, cell, str(death))
        return self.receipt

    def _stop(self, status: str, index: int, why: str) -> None:
        self.receipt.status = status
        self.receipt.reasons.append(f"{why}; the cells after it were not run")
        self.receipt.unrun = [
            name for cell in self.cells[index:] if (name := test_id(cell))
        ]

    def _late(self) -> str:
        return f"the whole notebook took longer than {self.policy.notebook_seconds:g} s"

    def _begin(self, index: int) -> None:
        """Start a process and run again what the earlier cells did."""
        self.process = self.spawn(self.policy, self.files)
        self.lives -= 1
        # before the first cell is given to it, a process can be believed
        said = wire.receive(self.process.end)
        if "ready" not in said:
            raise RuntimeError(f"the sandbox failed: {said.get('broken')}")
        for earlier in range(index):
            cell = self.cells[earlier]
            if earlier in self.deadly or test_id(cell):
                continue
            forgotten: list[NotebookNode] = []
            try:
                self._ask({"kind": "cell", "source": cell.source}, forgotten)
            except Died:
                self.deadly.add(earlier)
                self.close()
                raise

    def _bury(self, index: int, cell: NotebookNode, why: str) -> None:
        self.close()
        self.deadly.add(index)
        cell.outputs.append(died(why))
        place = test_id(cell) or f"code cell {index + 1}"
        if self.receipt.status == "graded":
            self.receipt.status = "partly graded"
        self.receipt.reasons.append(f"{place}: {why}")
        self.count += 1
        cell.execution_count = self.count

    def _cell(self, cell: NotebookNode) -> None:
        name = test_id(cell)
        order = {"kind": "cell", "source": cell.source, "count": self.count + 1}
        if name:
            nonce = f"_t{secrets.token_hex(6)}"
            order |= {
                "kind": "test",
                "nonce": nonce,
                "canaries": [_canary(), _canary()],
                "code": compile_test(cell.source),
            }
        answer = self._ask(order, cell.outputs)
        self.count = cell.execution_count = self.count + 1
        if answer.get("late"):
            cell.outputs.append(late_error())
        complete(cell, answer)
        if name:
            self._weigh(name, cell, answer)

    def _weigh(self, name: str, cell: NotebookNode, answer: dict[str, Any]) -> None:
        """Note what speaks against the result of a test."""
        evidence = [*self.suspect, *texts(answer.get("evidence"))]
        reached = texts(answer.get("reached"))
        if not any(output.output_type == "error" for output in cell.outputs):
            if len(reached) != 1:
                evidence.append("the test did not run to its end, yet nothing failed")
            elif reached[0] != last_number(cell):
                evidence.append("what the test shows is not what it came to")
        if evidence and not answer.get("late"):
            self.receipt.evidence[name] = evidence
            self.receipt.status = "tampered"

    def _ask(
        self, order: dict[str, Any], outputs: list[NotebookNode]
    ) -> dict[str, Any]:
        """Give a cell to the process and gather what it shows; Died if that ends it."""
        assert self.process is not None
        process, gathered = self.process, Gathered(outputs, self.policy.output)
        ticket = secrets.token_hex(16)
        with contextlib.suppress(wire.Closed):
            wire.send(process.end, order | {"ticket": ticket})
        due = min(time.monotonic() + self.policy.cell_seconds, self.deadline)
        look, late = time.monotonic() + LOOK, False
        while True:
            wait = max(0.0, min(due, look) - time.monotonic())
            if select.select([process.end], [], [], wait)[0]:
                frame = self._frame(process, late)
                if frame.get("ticket") == ticket:
                    return frame | {"late": late}
                if "reply" in frame or "evidence" in frame:
                    self._suspect(frame)
                else:
                    gathered.add(frame)
            if time.monotonic() > look:  # also while it talks without a pause
                self._look(process)
                look = time.monotonic() + LOOK
            if time.monotonic() > due:
                if late:
                    raise Died(
                        "it ran longer than "
                        f"{self.policy.cell_seconds:g} s and could not be interrupted"
                    )
                late, due = True, time.monotonic() + GRACE
                process.interrupt()

    def _frame(self, process: Process, late: bool) -> dict[str, Any]:
        """Receive what the process sends, which may be anything; Died if it is odd."""
        try:
            frame = wire.receive(process.end, 2 * self.policy.output)
        except (wire.Closed, wire.TooLarge, ValueError, RecursionError) as error:
            raise Died(_cause(error, late)) from error
        if not isinstance(frame, dict):
            raise Died("it wrote into the grader's own channel")
        return frame

    def _suspect(self, frame: dict[str, Any]) -> None:
        """Note evidence, and an answer that does not bring its ticket along."""
        said = str(frame.get("evidence", "an answer to the grader was forged"))[:200]
        if said not in self.suspect and len(self.suspect) < MOST_EVIDENCE:
            self.suspect.append(said)

    def _look(self, process: Process) -> None:
        most = self.policy.memory
        if (
            family_memory(process.pid) > most
            and (used := family_memory(process.pid, exact=True)) > most
        ):
            raise Died(
                f"it used {used // MEGABYTE} MB of memory, more than the "
                f"{self.policy.memory // MEGABYTE} MB a submission may use"
            )


def _cause(error: Exception, late: bool) -> str:
    if isinstance(error, wire.TooLarge):
        return "it wrote more at once than a submission may"
    if isinstance(error, ValueError):
        return "it wrote into the grader's own channel"
    if late:
        return "it ran out of time and ended"
    return CRASHED


def test_id(cell: NotebookNode) -> str:
    """Give the grade_id of an autograded test, '' for any other cell."""
    about = cell.metadata.get("nbgrader", {})
    graded = about.get("grade") and not about.get("solution")
    return str(about["grade_id"]) if graded else ""


def _canary() -> dict[str, str]:
    about, body, error = secrets.choice(CANARIES)
    name, word = f"_c{secrets.token_hex(6)}", secrets.token_hex(6)
    number = secrets.randbelow(10**6)
    other = number + 1 + secrets.randbelow(1000)
    body = body.format(a=number, b=other, word=word, n=name)
    source = f"try:\n    {body}\nexcept {error}:\n    {name}({word!r})\n"
    return {"about": about, "source": source, "name": name, "word": word}
