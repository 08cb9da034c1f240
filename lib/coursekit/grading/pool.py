"""Several warm servers on this machine, behind one ``submit(job)``.

Whoever calls it gets futures and does not know whether one machine or many do the
work: ``coursekit.grading.cluster`` offers the same.
"""

import os
import queue
import signal
import socket
import subprocess
import sys
import tempfile
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from coursekit.course import STEADY, steady_environment
from coursekit.grading import wire

# all that a submission may learn of the grader's environment
KEPT = ("PYTHONPATH", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class Refused(RuntimeError):
    """A server could not start; the text says why."""


class Server:
    """One warm server process; it executes one job at a time."""

    def __init__(self, preload: list[str], root: str) -> None:
        ours, theirs = socket.socketpair()
        command = [sys.executable, "-m", "coursekit.grading.server"]
        self.process = subprocess.Popen(
            [*command, str(theirs.fileno())],
            env=_environment(),
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the grader to handle
        )
        theirs.close()
        self.end = ours
        self.waits = True
        wire.send(ours, {"preload": preload, "root": root})

    def execute(self, job: dict[str, Any]) -> dict[str, Any]:
        """Send a job and wait for its outcome; Closed if the server is gone."""
        if self.waits:
            said = wire.receive(self.end)
            if "refused" in said:
                raise Refused(said["refused"])
            self.waits = False
        wire.send(self.end, job)
        outcome: dict[str, Any] = wire.receive(self.end)
        if "failed" in outcome:
            raise RuntimeError(outcome["failed"])
        return outcome

    def stop(self) -> None:
        """End the server and whatever it runs."""
        self.end.close()
        try:
            self.process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def _environment() -> dict[str, str]:
    whole = steady_environment()
    kept = {name: whole[name] for name in (*KEPT, *STEADY) if name in whole}
    programs = str(Path(sys.executable).parent)
    return {**kept, "PATH": os.pathsep.join([programs, "/usr/bin", "/bin"])}


class Servers:
    """``jobs`` warm servers; a server that dies is replaced, its job tried again."""

    def __init__(self, jobs: int, preload: list[str], *, sandbox: bool = True) -> None:
        self.preload = preload
        # an empty folder, on which each server mounts its own view
        self.folder = tempfile.TemporaryDirectory(prefix="grading-")
        self.root = self.folder.name if sandbox else ""
        self.idle: queue.SimpleQueue[Server] = queue.SimpleQueue()
        self.lock = threading.Lock()
        self.all: list[Server] = []
        for _ in range(jobs):
            self.idle.put(self._start())
        self.threads = ThreadPoolExecutor(jobs, thread_name_prefix="grading")

    def _start(self) -> Server:
        server = Server(self.preload, self.root)
        with self.lock:
            self.all.append(server)
        return server

    def submit(self, job: dict[str, Any]) -> "Future[dict[str, Any]]":
        """Execute a job on the next server that is free."""
        return self.threads.submit(self.execute, job)

    def execute(self, job: dict[str, Any]) -> dict[str, Any]:
        """Execute a job now; if its server dies, once more on a new one."""
        for attempt in range(2):
            server = self.idle.get()
            try:
                return server.execute(job)
            except wire.Closed:
                server.stop()
                server = self._start()
                if attempt:
                    raise
            finally:
                self.idle.put(server)
        raise AssertionError("unreachable")

    def stop(self) -> None:
        """Drop what has not begun and end all servers."""
        self.threads.shutdown(wait=False, cancel_futures=True)
        with self.lock:
            for server in self.all:
                server.stop()
        self.folder.cleanup()
