"""What runs inside the box: one IPython shell that gets cells and answers in frames.

The shell is built once in the warm server, before any fork. It is ipykernel's own
shell, so that what it shows is what a notebook shows; only its messages go over a
socket instead of ZeroMQ. See ``coursekit.grading.execute`` for the other end.
"""

import builtins
import getpass
import io
import os
import random
import socket
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ipykernel.compiler import XCachingCompiler
from ipykernel.zmqshell import ZMQInteractiveShell
from IPython.core.error import StdinNotImplementedError
from IPython.core.interactiveshell import ExecutionResult
from jupyter_client.session import Session
from traitlets.config import Config

from coursekit.grading import wire
from coursekit.grading.guard import Guard, reaching, watch

FLUSH = 2**15  # characters of printed text that make a message


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
        if text:
            self.session.send(None, "stream", {"name": self.kind, "text": text})


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
    """The shell in its own process, with the guard around its tests."""

    def __init__(self, shell: ZMQInteractiveShell, end: socket.socket) -> None:
        self.shell, self.end, self.process = shell, end, os.getpid()
        shell.displayhook.session.end = end
        self.guard = Guard(shell)
        watch(
            self._is_student,
            lambda said: wire.send(end, {"evidence": said}),
            self.guard.functions,
        )

    def _is_student(self, filename: str) -> bool:
        if filename in self.shell.compile._filename_map:
            return True
        # made by exec and eval, or a file beside the notebook
        return filename.startswith((f"{Path.cwd()}/", "<string>", "<unknown>"))

    def serve(self) -> None:
        """Run the cells that come, one after the other, until the end is closed."""
        while True:
            try:
                order = wire.receive(self.end)
            except wire.Closed:
                return
            try:
                answer = self._obey(order)
            except KeyboardInterrupt:  # it came between two cells
                answer = {"reply": "interrupted"}
            if os.getpid() != self.process:  # a fork in a cell ends with its cell
                os._exit(0)
            wire.send(self.end, answer)

    def _obey(self, order: dict[str, Any]) -> dict[str, Any]:
        if "count" in order:
            self.shell.execution_count = order["count"]
        if order["kind"] != "test":
            return self._run(order["source"])
        evidence = [f"changed {name}" for name in self.guard.restore()]
        evidence += self._canary(order["canaries"][0])
        nonce = order["nonce"]
        marks: list[Any] = []
        name = f"_{nonce[:12]}"
        secret = nonce[12:]

        def reached(value: Any = None) -> Any:
            marks.append(secret)
            return value

        setattr(builtins, name, reached)
        self.shell.ast_transformers.append(_Transformer(reaching(name)))
        try:
            answer = self._run(order["source"])
        finally:
            self.shell.ast_transformers.clear()
            delattr(builtins, name)
        during = [f"changed {name}" for name in self.guard.restore()]
        evidence += [f"{said} while the test ran" for said in during]
        evidence += self._canary(order["canaries"][1])
        return {**answer, "reached": marks, "evidence": evidence}

    def _canary(self, canary: dict[str, str]) -> list[str]:
        """Run code that must fail in its own way; tell if it does not."""
        marks: list[str] = []
        setattr(builtins, canary["name"], marks.append)
        try:
            self.shell.run_cell(canary["source"], store_history=False, silent=True)
        finally:
            delattr(builtins, canary["name"])
        if marks == [canary["word"]]:
            return []
        return [f"{canary['about']} had no effect: the interpreter was changed"]

    def _run(self, source: str) -> dict[str, Any]:
        shell = self.shell
        result: ExecutionResult = shell.run_cell(source, store_history=True)
        sys.stdout.flush()
        sys.stderr.flush()
        answer: dict[str, Any] = {
            "reply": "ok" if result.success else "error",
            "count": shell.execution_count - 1,
        }
        error = result.error_before_exec or result.error_in_exec
        if error is not None:
            answer |= {
                "ename": type(error).__name__,
                "evalue": str(error),
                "traceback": shell._last_traceback or [],
            }
        return answer


class _Transformer:
    """What IPython calls a transformer: an object with ``visit``."""

    def __init__(self, visit: Any) -> None:
        self.visit = visit


def seed(number: int) -> None:
    """Let every submission draw the same numbers."""
    random.seed(number)
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed(number)
    if "torch" in sys.modules:
        sys.modules["torch"].manual_seed(number)
