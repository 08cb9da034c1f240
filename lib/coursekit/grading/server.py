"""The warm server: a process that has imported everything and forks for each job.

It is single-threaded, talks frames over the socket it was given, and executes one job
after the other; ``Servers`` in ``coursekit.grading.pool`` keeps several. Start it as
``python -m coursekit.grading.server FD …`` with the names of modules to import as JSON
on the first frame.
"""

import contextlib
import gc
import importlib
import os
import random
import shutil
import signal
import socket
import sys
import tempfile
import threading
import time
import traceback
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from coursekit.grading import lean, sandbox, wire  # noqa: F401 (lean comes first)
from coursekit.grading.execute import execute
from coursekit.grading.family import stop_family
from coursekit.grading.sandbox import Policy

SEED = 0
PATIENCE = 0.3  # seconds for a process to leave by itself
ALWAYS = ("numpy", "numpy.testing", "nnbyhand.checks", "IPython", "ipykernel.zmqshell")


class Fork:
    """A forked interpreter in its box, seen from the server."""

    def __init__(
        self, pid: int, inner: int, end: socket.socket, *, contained: bool
    ) -> None:
        self.pid, self.inner, self.end = pid, inner, end
        self.contained = contained

    def interrupt(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.inner, signal.SIGINT)

    def kill(self) -> None:
        self.end.close()
        # a process whose end is closed leaves by itself, and what it has started ends
        # with its namespace; its processor time is then known to whoever waits
        until = time.monotonic() + (PATIENCE if self.contained else 0.0)
        with contextlib.suppress(ChildProcessError):
            while not os.waitpid(self.pid, os.WNOHANG)[0]:
                if time.monotonic() > until:
                    stop_family(self.pid)
                    os.waitpid(self.pid, 0)
                    return
                time.sleep(0.001)


def main(descriptors: list[int]) -> None:
    """Import everything once, then serve each end until it is closed."""
    ends = [socket.socket(fileno=number) for number in descriptors]
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when to stop
    sandbox.die_with_parent()
    gc.disable()  # nothing of what is imported is garbage
    from coursekit.grading.cells import Room, build_shell, seed

    warm_up(ALWAYS)  # meanwhile the grader reads its course
    first = wire.receive(ends[0])
    warm_up(first["preload"])
    seed(SEED)
    room = Room(build_shell())
    refused = ""
    if first["root"]:
        try:
            sandbox.prepare(first["root"], packages())
        except sandbox.NoSandbox as error:
            refused = str(error)
    if threading.active_count() > 1:
        names = [thread.name for thread in threading.enumerate()]
        refused = f"a server must not have threads: {names}"
    # a collection in a fork would touch, and so copy, every page of it
    gc.freeze()
    gc.enable()
    for number, end in enumerate(ends[1:], 1):
        if os.fork() == 0:
            sandbox.die_with_parent()
            _only(ends, number)
            _serve(end, room, first["root"], refused)
            os._exit(0)
    _only(ends, 0)
    _serve(ends[0], room, first["root"], refused)
    with contextlib.suppress(ChildProcessError):
        while True:  # their processor time is known to whoever waits
            os.wait()
    os._exit(0)


def _only(ends: list[socket.socket], number: int) -> None:
    """Close all ends but one, or nobody would notice that they are closed."""
    for other, end in enumerate(ends):
        if other != number:
            end.close()


def _serve(end: socket.socket, room: Any, root: str, refused: str) -> None:
    with contextlib.suppress(wire.Closed):
        if refused:
            wire.send(end, {"refused": refused})
            return
        wire.send(end, {"ready": os.getpid()})
        while True:
            job = wire.receive(end)
            wire.send(end, _outcome(job, room, root))


def _outcome(job: dict[str, Any], room: Any, root: str) -> dict[str, Any]:
    """Execute a job; a fault of the grader's own is told and ends nothing."""
    try:
        return execute(job, lambda *given: spawn(room, root, *given))
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}


def warm_up(names: Iterable[str]) -> None:
    """Import what submissions will import, so that each fork has it already."""
    for name in names:
        with contextlib.suppress(Exception):  # a submission will be told itself
            importlib.import_module(name)
    if "torch" in sys.modules:
        _warm_torch()
    if "matplotlib" in sys.modules:
        _warm_fonts()


def _warm_torch() -> None:
    torch = sys.modules["torch"]
    torch.set_num_threads(1)
    # the first gradient that comes from outside imports an algebra system
    one = torch.ones((), requires_grad=True)
    (one * one).backward(torch.ones(()))


def _warm_fonts() -> None:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure()
    figure.add_subplot().set_title("Aa $x$")
    FigureCanvasAgg(figure).draw()


def packages() -> list[str]:
    """Give the folders a submission may import from, beside the interpreter's own."""
    import nnbyhand

    own = str(Path(nnbyhand.__file__).absolute().parent)
    return [own, *(path for path in sys.path if path.endswith("-packages"))]


def spawn(room: Any, root: str, policy: Policy, files: dict[str, bytes]) -> Fork:
    """Fork an interpreter for a submission; it waits for its first cell."""
    ours, theirs = socket.socketpair()
    read, write = os.pipe()
    outer = os.fork()
    if outer == 0:
        ours.close()  # or the inner process would never see it closed
        os.close(read)
        _in_outer(room, root, policy, files, theirs, write)
    theirs.close()
    os.close(write)
    said = os.read(read, 64)
    os.close(read)
    # the inner process is known here by another number than by itself
    inner = int(said) if said else outer
    return Fork(outer, inner, ours, contained=bool(root))


def _in_outer(
    room: Any,
    root: str,
    policy: Policy,
    files: dict[str, bytes],
    theirs: socket.socket,
    write: int,
) -> None:
    status, place = 1, ""
    try:
        sandbox.die_with_parent()
        if root:
            sandbox.leave()
        else:
            place = tempfile.mkdtemp(prefix="submission-")
        number = os.getpid()  # the inner process will know itself as 1
        inner = os.fork()
        if inner == 0:
            os.close(write)
            _in_inner(room, root, place, policy, files, theirs, number)
        theirs.close()
        os.write(write, str(inner).encode())
        os.close(write)
        os.waitpid(inner, 0)
        status = 0
    finally:
        if place:
            shutil.rmtree(place, ignore_errors=True)
        os._exit(status)


def _in_inner(
    room: Any,
    root: str,
    place: str,
    policy: Policy,
    files: dict[str, bytes],
    theirs: socket.socket,
    number: int,
) -> None:
    try:
        os.setsid()  # a signal to its group must not reach the server
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.environ.update(NBGRADER_EXECUTION="autograde", HOME=sandbox.WORK)
        os.environ.pop("JPY_PARENT_PID", None)
        _close_all_but(theirs.fileno())
        if root:
            os.environ["TMPDIR"] = tempfile.tempdir = sandbox.TEMPORARY
            sandbox.enter(root, policy, files, number)
        else:
            sandbox.put(place, files)
            os.chdir(place)
            sandbox.limit(policy)
        sys.path[:] = [p for p in sys.path if p not in ("", ".")] + [str(Path.cwd())]
        random.seed(SEED)  # Python seeds it anew in every fork, and no other
        room.enter(theirs)
        room.serve()
    except wire.Closed:
        pass
    except BaseException as error:
        with contextlib.suppress(wire.Closed):
            wire.send(theirs, {"broken": f"{type(error).__name__}: {error}"})
    finally:
        os._exit(0)


def _close_all_but(kept: int) -> None:
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):  # a cell's own output goes over the socket
        os.dup2(nothing, standard)
    os.closerange(3, kept)
    os.closerange(kept + 1, 1024)


if __name__ == "__main__":
    try:
        main([int(number) for number in sys.argv[1:]])
    except BaseException:
        # sys.stderr is the shell's by now
        os.write(2, traceback.format_exc().encode())
        os._exit(1)
