"""Execute jobs on a Dask cluster: one ``submit(job)``, many machines.

``Cluster`` is to the grader what ``Servers`` in ``coursekit.grading.pool`` is: it takes
jobs and gives futures. Each worker process of the cluster keeps warm servers of its own
and sends jobs to them, so nothing is shared but JSON: no disk, no gradebook. A worker
that is not like the grader's own machine is refused before it grades anything.
"""

import atexit
import functools
import json
import logging
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import CancelledError, Future
from typing import Any

from coursekit.grading import wire
from coursekit.grading.pool import Refused, Server

PATIENCE = 10.0  # seconds for a scheduler, then for a worker, to turn up
RETRIES = 2  # of a job that a worker could not do, beside workers that die
AHEAD = 16  # submissions on their way for each thread of the cluster
PLAIN = ("dask", "msgpack", "error")  # what a result may be made of: no pickles
PROBE = "from coursekit.grading import sandbox; print(sandbox.probe(), end='')"

Kind = tuple[tuple[str, ...], bool]  # modules to have ready, contained or not


class Cluster:
    """The workers of a Dask scheduler, as an executor of jobs."""

    def __init__(
        self, address: str, preload: list[str], *, sandbox: bool = True
    ) -> None:
        from coursekit.grading.run import library_fingerprint

        self.address = address
        self.order = json.dumps(
            {"preload": preload, "sandbox": sandbox, "library": library_fingerprint()}
        )
        self.client = _connect(address)
        try:
            self._look_at_workers()
        except BaseException:
            self.client.close()
            raise
        self.executor = self.client.get_executor(pure=False, retries=RETRIES)

    def _look_at_workers(self) -> None:
        """Refuse to begin if there is no worker, or one that cannot grade."""
        try:
            self.client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise Refused(
                f"the Dask scheduler at {self.address} has no workers: start one with "
                f"'dask worker {self.address}' on a machine with this course installed"
            ) from None
        said = self.client.run(look, self.order, on_error="return")
        for worker, answer in said.items():
            if isinstance(answer, ImportError):
                answer = f"it cannot import the grader ({answer}): install this course"
            elif isinstance(answer, BaseException):
                answer = f"{type(answer).__name__}: {answer}"
            if answer:
                raise Refused(f"the worker {worker} cannot grade: {answer}")

    @property
    def window(self) -> int:
        """How many submissions to keep on their way, as workers come and go."""
        return AHEAD * max(1, sum(self.client.nthreads().values()))

    def trouble(self) -> str:
        """Say why nothing comes back, '' where the workers are at it."""
        if self.client.status != "running" or self.client.nthreads():
            return ""
        return (
            f"the Dask scheduler at {self.address} has no workers any more: start one "
            f"with 'dask worker {self.address}' and grading goes on, or press Ctrl-C: "
            "what was graded is safe"
        )

    def submit(self, job: dict[str, Any]) -> "Future[dict[str, Any]]":
        """Execute a job on some worker, and on another if that one dies."""
        if self.client.status != "running":
            raise Refused(self._lost())
        ours: Future[dict[str, Any]] = Future()
        theirs = self.executor.submit(execute, json.dumps(job).encode(), self.order)
        theirs.add_done_callback(lambda done: self._hand_over(done, ours))
        return ours

    def _hand_over(self, done: "Future[bytes]", ours: "Future[dict[str, Any]]") -> None:
        try:
            ours.set_result(json.loads(done.result()))
        except CancelledError:
            ours.set_exception(Refused(self._lost()))
        except (RuntimeError, OSError) as error:
            ours.set_exception(error)
        except Exception as error:  # Dask's own have no common ancestor
            said = f"the cluster failed: {type(error).__name__}: {error}"
            ours.set_exception(RuntimeError(said))

    def _lost(self) -> str:
        return (
            f"the Dask scheduler at {self.address} is gone; what was graded is safe, "
            "run the same command again once it is back"
        )

    def stop(self) -> None:
        """Cancel what has not begun and leave the cluster as it was found."""
        if self.client.status == "running":
            self.executor.shutdown(wait=False)
        self.client.close()


def _connect(address: str) -> Any:
    try:
        from distributed import Client
        from distributed.comm import resolve_address
    except ImportError:
        raise Refused(
            "--scheduler needs Dask, which is not installed: pip install '.[cluster]'"
        ) from None
    # a lost connection is told in one sentence, without Dask's pages of traceback
    logging.getLogger("distributed.client").setLevel(logging.CRITICAL)
    try:
        resolve_address(address)
        return Client(
            address,
            timeout=PATIENCE,
            set_as_default=False,
            name="coursekit-grade",
            deserializers=PLAIN,
        )
    except (OSError, ValueError) as error:
        raise Refused(
            f"no Dask scheduler answers at {address} ({error}): is it running, and is "
            "the address the one it printed, such as tcp://10.0.0.5:8786?"
        ) from error


# --- what runs on a worker ----------------------------------------------------------


def look(order: str) -> str:
    """Tell why this worker cannot do such jobs, '' if it can."""
    asked = json.loads(order)
    if asked["library"] != _library():
        return (
            "its Python, its libraries or its copy of the course differ from the "
            f"grader's (mark {_library()} there, {asked['library']} here): install the "
            "same versions there and restart the worker"
        )
    if asked["sandbox"] and (why := _uncontained()):
        return (
            f"submissions cannot be contained there: {why}. Allow namespaces there, "
            "or give --no-sandbox if you trust everyone who handed in"
        )
    return ""


def execute(job: bytes, order: str) -> bytes:
    """Execute a job in this worker process: JSON in, JSON out."""
    if why := look(order):  # it may have joined after the grader began
        raise Refused(f"a worker cannot grade: {why}")
    asked = json.loads(order)
    kind = tuple(asked["preload"]), asked["sandbox"]
    return json.dumps(BENCH.execute(json.loads(job), kind)).encode()


@functools.cache
def _library() -> str:
    from coursekit.grading.run import library_fingerprint

    return library_fingerprint()


@functools.cache
def _uncontained() -> str:
    """Try the sandbox in a fresh process: a worker has threads and must not fork."""
    trial = subprocess.run(
        [sys.executable, "-c", PROBE],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    return trial.stdout if trial.returncode == 0 else trial.stderr[-500:]


class Bench:
    """The warm servers of this process: never more than jobs at the same time."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.idle: list[tuple[Kind, Server]] = []

    def execute(self, job: dict[str, Any], kind: Kind) -> dict[str, Any]:
        """Execute a job; if its server has died, once more on another."""
        try:
            return self._once(job, kind)
        except wire.Closed:
            return self._once(job, kind)

    def _once(self, job: dict[str, Any], kind: Kind) -> dict[str, Any]:
        server = self._take(kind)
        try:
            outcome = server.execute(job)
        except BaseException:
            server.stop()
            raise
        with self.lock:
            self.idle.append((kind, server))
        return outcome

    def _take(self, kind: Kind) -> Server:
        """Take a free server of this kind, or start one in the place of another."""
        with self.lock:
            fitting = [pair for pair in self.idle if pair[0] == kind]
            taken = (fitting or self.idle or [None])[-1]
            if taken is not None:
                self.idle.remove(taken)
        if fitting:
            return taken[1]
        if taken is not None:
            taken[1].stop()
        preload, sandbox = kind
        (server,) = Server.launch(1)
        server.order(list(preload), _root() if sandbox else "")
        return server

    def stop(self) -> None:
        """End the servers that wait for work; a busy one ends with its worker."""
        with self.lock:
            while self.idle:
                self.idle.pop()[1].stop()


@functools.cache
def _root() -> str:
    """Give an empty folder, on which each server mounts its own view."""
    folder = tempfile.TemporaryDirectory(prefix="grading-")
    atexit.register(folder.cleanup)
    return folder.name


BENCH = Bench()
atexit.register(BENCH.stop)
