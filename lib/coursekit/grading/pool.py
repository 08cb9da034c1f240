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
    """One warm server; it executes one job at a time."""

    def __init__(self, process: "subprocess.Popen[bytes]", end: socket.socket) -> None:
        self.process, self.end, self.waits = process, end, True

    @classmethod
    def launch(cls, count: int) -> list["Server"]:
        """Start one process that imports once and then divides into ``count`` servers.

        It begins at once with what every course needs; ``order`` says what else.
        """
        pairs = [socket.socketpair() for _ in range(count)]
        numbers = [theirs.fileno() for _, theirs in pairs]
        process = subprocess.Popen(
            [sys.executable, "-m", "coursekit.grading.server", *map(str, numbers)],
            env=_environment(),
            pass_fds=numbers,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the grader to handle
        )
        for _, theirs in pairs:
            theirs.close()
        return [cls(process, ours) for ours, _ in pairs]

    def order(self, preload: list[str], root: str) -> None:
        """Say, to the first of a launch, what to import and where to mount."""
        wire.send(self.end, {"preload": preload, "root": root})

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
        """End the process of this server and whatever it runs."""
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

    def __init__(self, jobs: int, *, sandbox: bool = True) -> None:
        # an empty folder, on which each server mounts its own view
        self.folder = tempfile.TemporaryDirectory(prefix="grading-")
        self.root = self.folder.name if sandbox else ""
        self.preload: list[str] = []
        self.idle: queue.SimpleQueue[Server] = queue.SimpleQueue()
        self.lock = threading.Lock()
        self.all = Server.launch(jobs)
        self.threads = ThreadPoolExecutor(jobs, thread_name_prefix="grading")

    def prepare(self, preload: list[str]) -> "Servers":
        """Say what the assignment imports; jobs may come then."""
        self.preload = preload
        self.all[0].order(preload, self.root)
        for server in self.all:
            self.idle.put(server)
        return self

    def _replace(self, dead: Server) -> Server:
        dead.end.close()
        (server,) = Server.launch(1)
        server.order(self.preload, self.root)
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
                server = self._replace(server)
                if attempt:
                    raise
            finally:
                self.idle.put(server)
        raise AssertionError("unreachable")

    def stop(self) -> None:
        """Drop what has not begun and end all servers."""
        self.threads.shutdown(wait=False, cancel_futures=True)
        with self.lock:
            for server in self.all:  # all ends first: some share a process
                server.end.close()
            for server in self.all:
                server.stop()
        self.folder.cleanup()
