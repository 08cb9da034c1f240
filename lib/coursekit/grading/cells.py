"""What runs inside the box: one IPython shell that gets cells and answers in frames.

The shell is built once in the warm server, before any fork. It is ipykernel's own
shell, so that what it shows is what a notebook shows; only its messages go over a
socket instead of ZeroMQ. See ``coursekit.grading.execute`` for the other end.
"""

import builtins
import contextlib
import getpass
import io
import linecache
import os
import random
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Iterator
from inspect import CO_COROUTINE
from json.encoder import encode_basestring_ascii
from types import SimpleNamespace, TracebackType
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import ExecutionResult
from jupyter_client.session import Session
from traitlets.config import Config

from coursekit.grading import wire
from coursekit.grading.aside import Aside
from coursekit.grading.compiled import codes
from coursekit.grading.guard import Guard
from coursekit.grading.watch import libraries, watch

FLUSH = 2**15  # characters of printed text that make a message
LONGEST = 2**20  # characters of one message
IN_PLACE = "pass  # a test of the assignment"
TIMERS = (signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF)


class Recorder(Session):
    """A session whose messages go to the supervisor."""

    end: socket.socket | None = None

    def send(  # type: ignore[override]
        self,
        stream: Any,
        msg_or_type: Any,
        content: Any = None,
        *_more: Any,
        **_named: Any,
    ) -> None:
        if isinstance(msg_or_type, dict):
            msg_or_type, content = msg_or_type["msg_type"], msg_or_type["content"]
        if self.end is not None:
            wire.send(self.end, {"message": msg_or_type, "content": content})


class Stream(io.TextIOBase):
    """Standard output or error as messages."""

    def __init__(self, session: Recorder, name: str) -> None:
        self.session, self.kind, self.held = session, name, []
        self.count = 0

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "utf-8"

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self.held.append(text)
        self.count += len(text)
        if self.count > FLUSH:
            self.flush()
        return len(text)

    def flush(self) -> None:
        text, self.held, self.count = "".join(self.held), [], 0
        for start in range(0, len(text), LONGEST):
            part = text[start : start + LONGEST]
            self.session.send(None, "stream", {"name": self.kind, "text": part})


def build_shell() -> ZMQInteractiveShell:
    """Build the shell that every submission inherits; nothing of it runs yet."""
    config = Config()
    config.HistoryManager.enabled = False
    config.HistoryManager.hist_file = ":memory:"
    config.IPCompleter.use_jedi = False
    # the kernel of a shell is asked for these and no more
    kernel = SimpleNamespace(
        io_loop=SimpleNamespace(call_later=lambda *_: None, stop=lambda: None),
        comm_manager=None,
    )
    shell = ZMQInteractiveShell.instance(
        config=config, kernel=kernel, user_ns={}, compiler_class=XCachingCompiler
    )
    # a second traceback of every error, for a history that nobody keeps
    shell._format_exception_for_storage = lambda *_, **__: {}
    session = Recorder()
    shell.displayhook.session = shell.display_pub.session = session
    shell.displayhook.topic = b"execute_result"
    sys.stdout, sys.stderr = Stream(session, "stdout"), Stream(session, "stderr")
    builtins.input = _no_input
    getpass.getpass = _no_input
    return shell


def _no_input(*_arguments: Any, **_named: Any) -> str:
    raise StdinNotImplementedError(
        "raw_input was called, but this frontend does not support input requests."
    )


class Room:
    """The shell, with the guard around its tests: built once, used in each fork."""

    def __init__(self, shell: ZMQInteractiveShell) -> None:
        self.shell, self.guard, self.aside = shell, Guard(shell), Aside(shell)
        self.libraries = libraries()

    def enter(self, end: socket.socket) -> None:
        """Be in the process of one submission, whose supervisor is at the end."""
        self.end, self.process = end, os.getpid()
        self.shell.displayhook.session.end = end
        self.changed: list[str] = []  # since the last test
        self.testing: list[str] = []
        watch(self.libraries, _teller(end), self.guard.functions, self.testing)

    def serve(self) -> None:
        """Run the cells that come, one after the other, until the end is closed."""
        restore, file = self.guard.restore, os.fstat(self.end.fileno())
        wire.send(self.end, {"ready": True})
        while True:
            try:
                order = wire.receive(self.end)
            except wire.Closed:
                return
            # it comes back with the answer, and no code of a cell ever sees it
            ticket = order.pop("ticket")
            try:
                signal.signal(signal.SIGINT, signal.default_int_handler)
                answer = self._obey(order)
            except BaseException as error:  # a signal came when the cell was over
                answer = {"reply": "error", "ename": type(error).__name__}
            for timer in TIMERS:
                signal.setitimer(timer, 0)
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            changed = restore()
            if os.getpid() != self.process:  # a fork in a cell ends with its cell
                os._exit(0)
            if not os.path.samestat(file, os.fstat(self.end.fileno())):
                os._exit(1)  # somebody sits between this end and the other
            if order["kind"] == "test":
                said = [f"changed {name} while the test ran" for name in changed]
                answer["evidence"] = [*answer.get("evidence", []), *said]
            else:
                self.changed += [f"changed {name}" for name in changed]
            wire.send(self.end, answer | {"ticket": ticket})

    def _obey(self, order: dict[str, Any]) -> dict[str, Any]:
        if "count" in order:
            self.shell.execution_count = order["count"]
        if order["kind"] != "test":
            return self._answer(self._run(order["source"]))
        evidence, self.changed = self.changed, []
        marks: list[str] = []

        def reached(value: Any = None) -> Any:
            marks.append(repr(value) if type(value) in (int, float) else "")
            return value

        name = order["nonce"]
        self.aside.take()
        evidence += _canary(order["canaries"][0])
        setattr(builtins, name, reached)
        self.testing.append(name)
        try:
            answer = self._answer(self._run_test(order))
        finally:
            self.testing.clear()
            delattr(builtins, name)
        evidence += _canary(order["canaries"][1])
        self.aside.give_back()
        return {**answer, "reached": marks, "evidence": evidence}

    def _run_test(self, order: dict[str, Any]) -> ExecutionResult:
        """Run a test so that the answer it tries cannot read it.

        The shell gets an empty cell, whose place the test takes at the last moment:
        so its text stands neither in the history nor in a cache, then or later.
        """
        shell, source, held = self.shell, order.pop("source"), []
        test = [order.pop("code")]
        if not test[0]:  # its author will be told what is wrong with it
            return self._run(source)

        async def in_place(
            _nodes: Any, file: str, *_: Any, result: Any = None, **_named: Any
        ) -> bool:
            del shell.run_ast_nodes
            for code in codes(test.pop(), file, order["nonce"]):
                waits = bool(code.co_flags & CO_COROUTINE)
                if await shell.run_code(code, result, async_=waits):
                    return True
            return False

        shell.run_ast_nodes = in_place
        # a traceback may show the text: it is made when the test is over
        shell.showtraceback = lambda *_, **how: held.append((sys.exc_info(), how))
        try:
            result = self._run(IN_PLACE)
        finally:
            del shell.showtraceback
            vars(shell).pop("run_ast_nodes", None)
        if held:
            (kind, error, trace), how = held[-1]
            with _readable(trace, source):
                shell.showtraceback((kind, error, trace), **how)
        return result

    def _run(self, source: str) -> ExecutionResult:
        # ipykernel would name the cell after it
        os.environ.pop("IPYKERNEL_CELL_NAME", None)
        result: ExecutionResult = self.shell.run_cell(source, store_history=True)
        return result

    def _answer(self, result: ExecutionResult) -> dict[str, Any]:
        sys.stdout.flush()
        sys.stderr.flush()
        answer: dict[str, Any] = {"reply": "ok" if result.success else "error"}
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            answer |= {
                "ename": type(error).__name__,
                "evalue": str(error),
                "traceback": self.shell._last_traceback or [],
            }
        return answer


def _canary(canary: dict[str, str]) -> list[str]:
    """Run code that must fail in its own way; tell if it does not."""
    marks: list[str] = []
    names = {"__builtins__": builtins, canary["name"]: marks.append}
    with contextlib.suppress(Exception):
        exec(compile(canary["source"], "<canary>", "exec"), names)
    if marks == [canary["word"]]:
        return []
    return [f"{canary['about']} had no effect: the interpreter was changed"]


@contextlib.contextmanager
def _readable(trace: TracebackType | None, source: str) -> Iterator[None]:
    """Let a traceback find the text of a test for as long as it is made."""
    entry = len(source), None, [f"{line}\n" for line in source.splitlines()]
    names = {frame.filename for frame in traceback.extract_tb(trace)}
    cache = linecache.cache
    text = ([f"{IN_PLACE}\n"],)
    ours = {n: e for n, e in cache.items() if n in names and e[2:3] == text}
    cache.update({name: (*entry, name) for name in ours})
    try:
        yield
    finally:
        cache.update(ours)


def _teller(end: socket.socket) -> Callable[[str], None]:
    """Make a function that sends evidence and calls nothing that could be changed."""
    write, pack, quote = os.write, wire.HEAD.pack, encode_basestring_ascii
    number, whole = end.fileno(), wire.WHOLE

    def tell(said: str) -> None:
        body = b'{"evidence": ' + quote(said).encode() + b"}"
        with whole:
            write(number, pack(len(body)) + body)

    return tell


def seed(number: int) -> None:
    """Let every submission draw the same numbers."""
    random.seed(number)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(number)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(number)
