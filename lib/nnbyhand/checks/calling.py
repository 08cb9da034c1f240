"""Call a learner's function so that nothing it does can spoil the next case.

``call`` gives it copies of the arguments, a time limit, and a quiet place for
warnings, and reports what happened as a ``Call``.
"""

import contextlib
import copy
import inspect
import io
import linecache
import signal
import sys
import threading
import time
import traceback
import warnings
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from nnbyhand.checks.compare import same

SECONDS = 5.0  # of computing; well under nbgrader's 30 s for a whole cell
PATIENCE = 2  # times as long by the clock: a busy machine is not the learner's fault


class TooSlow(BaseException):
    """The call was still running when its time was up.

    Not an Exception, so that a learner's ``except Exception`` cannot swallow it.
    """


@dataclass
class Call:
    """One call: what came back or was raised, and what deserves a remark."""

    arguments: tuple[Any, ...]
    value: Any = None
    error: BaseException | None = None
    changed: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def call(function: Callable[..., Any], arguments: tuple[Any, ...]) -> Call:
    """Call with copied arguments and tell everything that happened."""
    given = copy.deepcopy(arguments)
    result = Call(arguments)
    stderr = io.StringIO()
    with (
        warnings.catch_warnings(record=True) as caught,
        contextlib.redirect_stderr(stderr),
    ):
        warnings.simplefilter("always")
        try:
            with _time_limit(SECONDS):
                result.value = function(*given)
        except (Exception, SystemExit, TooSlow) as error:
            result.error = error
    changed = [
        i
        for i, (before, after) in enumerate(zip(arguments, given, strict=True))
        if isinstance(before, (np.ndarray, list, dict))
        and not same(_as_tuple(after), _as_tuple(before), "exact")
    ]
    if changed:
        names = parameter_names(function, len(arguments))
        result.changed = [names[i] for i in changed]
    for warning in caught:
        result.notes.append(f"{warning.category.__name__}: {warning.message}")
    if stderr.getvalue().strip():
        result.notes.append(f"written to stderr: {stderr.getvalue().strip()}")
    return result


def parameter_names(function: Callable[..., Any], count: int) -> list[str]:
    """Give the names of the first parameters, or ``argument 1`` and so on."""
    try:
        names = list(inspect.signature(function).parameters)
    except (TypeError, ValueError):
        names = []
    return [names[i] if i < len(names) else f"argument {i + 1}" for i in range(count)]


def own_line(error: BaseException, function: Callable[..., Any]) -> str:
    """Give the last line of the learner's own code that led to the error, or ''.

    Frames of libraries are folded: the learner can change only their own lines.
    """
    function = inspect.unwrap(function)
    home = getattr(getattr(function, "__code__", None), "co_filename", None)
    for frame in reversed(traceback.extract_tb(error.__traceback__)):
        if frame.filename == home:
            line = frame.line or linecache.getline(frame.filename, frame.lineno or 0)
            return line.strip()
    return ""


def calls_forbidden(
    function: Callable[..., Any],
    cases: list[tuple[Any, ...]],
    forbidden: tuple[Callable[..., Any] | str, ...],
) -> str:
    """Name the first forbidden function that the answer calls, or give ''.

    A function written in Python is seen when it runs, under whatever name it was
    imported; a compiled one (NumPy's) is looked for by name in the learner's code. Text
    names a package: every call into it is seen, compiled or not.
    """
    packages = {item for item in forbidden if isinstance(item, str)}
    forbidden = tuple(item for item in forbidden if not isinstance(item, str))
    watched = {
        item.__code__: item.__name__ for item in forbidden if hasattr(item, "__code__")
    }
    seen: list[str] = []

    def watch(frame: Any, event: str, called: Any) -> None:
        if event == "call" and frame.f_code in watched:
            seen.append(watched[frame.f_code])
        elif packages and event in ("call", "c_call"):
            home = _package_of(frame if event == "call" else called)
            seen.extend({home} & packages)

    previous = sys.getprofile()

    def watched_call(*given: Any) -> Any:  # what call does around it is not watched
        sys.setprofile(watch)
        try:
            return function(*given)
        finally:
            sys.setprofile(previous)

    for arguments in cases:
        call(watched_call, arguments)
    if seen:
        return seen[0]
    used = _names_in(getattr(function, "__code__", None))
    compiled = [item.__name__ for item in forbidden if not hasattr(item, "__code__")]
    return next((name for name in compiled if name in used), "")


def _package_of(called: Any) -> str:
    """Name the package of a running frame, or of a compiled function."""
    if hasattr(called, "f_globals"):
        home = called.f_globals.get("__name__")
    else:  # a method of a compiled class names its module there
        owner = getattr(called, "__self__", None)
        home = getattr(called, "__module__", None) or (
            getattr(owner, "__module__", None) or type(owner).__module__
        )
    return str(home).partition(".")[0]


def _names_in(code: Any) -> set[str]:
    if code is None:
        return set()
    names = set(code.co_names)
    for constant in code.co_consts:
        if inspect.iscode(constant):
            names |= _names_in(constant)
    return names


def _as_tuple(value: Any) -> Any:
    return tuple(_as_tuple(v) for v in value) if isinstance(value, list) else value


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    # Alarms exist on Linux and macOS and reach the main thread only; elsewhere
    # nbgrader's own limit for the cell still holds.
    usable = hasattr(signal, "setitimer") and (
        threading.current_thread() is threading.main_thread()
    )
    if not usable:
        yield
        return

    begun, computed = time.monotonic(), time.process_time()

    def stop(_signal: int, _frame: Any) -> None:
        waited = time.monotonic() - begun < PATIENCE * seconds
        if waited and time.process_time() - computed < 0.9 * seconds:
            return
        raise TooSlow

    previous = signal.signal(signal.SIGALRM, stop)
    # rings again every second: a bare except may swallow the first one
    signal.setitimer(signal.ITIMER_REAL, seconds, min(seconds, 1.0))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)
