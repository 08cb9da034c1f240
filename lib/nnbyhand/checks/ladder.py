"""The ladder every answer climbs: attempted, runs, returns, shape, finite, value, own.

All cases are tried, and every failing case of the first rung that does not hold is
listed. Then the misconceptions known for the task are computed on the same cases: if
one of them gives what the learner's function gave, its sentence is said.
"""

import copy
import functools
import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from nnbyhand import record
from nnbyhand.checks.advice import advice
from nnbyhand.checks.calling import (
    SECONDS,
    Call,
    TooSlow,
    call,
    calls_forbidden,
    own_line,
    parameter_names,
)
from nnbyhand.checks.compare import Gap, NotNumbers, difference, read, same
from nnbyhand.checks.feedback import NotAttempted, NotYet, below, mark
from nnbyhand.checks.wording import show_case, show_value, type_of
from nnbyhand.misconceptions import TASKS, Probe

# where no misconception is known to give this
ADVICE = {
    "usable": "Read the line marked `no`: what is asked for has another form.",
    "shape": "Read the line marked `no`: what is asked for has another form.",
    "finite": "The form is right. Look for 0/0, the logarithm of 0, or the exponential "
    "of a large number.",
    "value": "Work out the first line above by hand and compare.",
}
MOST_CASES = 4  # failing cases written out; the rest are counted


def check(
    answer: str | Callable[..., Any],
    cases: Sequence[tuple[Any, ...]],
    *,
    expected: Sequence[Any] | None = None,
    reference: Callable[..., Any] | None = None,
    task: str | None = None,
    tol: str = "code",
    through: Callable[[Any], Any] | None = None,
    shows: str = "",
    column_ok: bool = False,
    isolate: Mapping[str, tuple[Any, ...]] | None = None,
    forbid: tuple[Callable[..., Any] | str, ...] = (),
) -> None:
    """Try an answer on all cases; print CORRECT or raise what is NOT YET.

    ``answer`` is the name of a function in the notebook, so that a missing one is
    "not attempted" and not a NameError. What is right comes from ``expected``, a
    value for each case, or from ``reference``, a function. ``through`` turns what came
    back into what is compared (weights into a truth table); ``shows`` says what that
    is. ``isolate`` names cases that leave one term alone; they are tried when a value
    is wrong. ``forbid`` lists what the answer must not call: library functions, or
    whole packages by name.
    """
    function, name = _find(answer)
    if (expected is None) == (reference is None):
        raise TypeError("check: give either expected or reference, not both or none")
    targets = (
        list(expected)
        if expected is not None
        # copies, or a generator among the arguments would have moved on
        else [reference(*copy.deepcopy(tuple(case))) for case in cases]
    )
    if len(targets) != len(cases) or not cases:
        raise ValueError(
            f"check: {len(cases)} cases but {len(targets)} expected values; "
            "give one value for each case and at least one case"
        )
    calls = _call_all(function, cases)
    attempt = _Attempt(name, function, calls, targets, tol, through, shows, column_ok)
    _climb(attempt, task, reference, isolate, forbid)
    print(f"{name}: CORRECT  ({_count(len(cases), 'case')})")
    for note in _notes(calls):
        print("\n".join(mark("note", note)))


def check_that(
    answer: str | Callable[..., Any],
    requirement: str,
    holds: Callable[[Callable[..., Any]], bool],
    *,
    cases: Sequence[tuple[Any, ...]] = (),
    task: str | None = None,
) -> None:
    """Try a property that no single number shows, such as "two seeds differ".

    ``holds(function)`` tells whether it does; ``cases`` are called first, so that a
    function that fails to run or returns nothing is told so, and are what probes see.
    """
    function, name = _find(answer)
    calls = _call_all(function, cases)
    attempt = _Attempt(name, function, calls, None, "code", None, "", True)
    _runs(attempt)
    odd: list[Any] = []
    done = call(holds, (_noting(function, odd),))
    if done.error is None and done.value:
        print(f"{name}: CORRECT  ({requirement})")
        return
    if odd:
        _refuse_type(name, odd[0])
    if isinstance(done.error, NotImplementedError):
        attempt.calls = [done]
        _runs(attempt)
    if done.error is not None:
        where = f"{name}, tried for “{requirement}”,"
        raise NotYet(name, _error_lines(attempt, done, [], where), level="runs")
    code, sentences = _diagnose(attempt, task)
    lines = mark("no", requirement) + [
        line for sentence in sentences for line in below(sentence)
    ]
    raise NotYet(name, lines, level="value", code=code)


def _noting(function: Callable[..., Any], odd: list[Any]) -> Callable[..., Any]:
    """Give the same function, which also notes when it returns no value to use."""
    if inspect.isclass(function):  # a property may use more of a class than its call
        return function

    @functools.wraps(function)
    def noted(*arguments: Any, **named: Any) -> Any:
        value = function(*arguments, **named)
        if value is None or isinstance(value, str) or inspect.isroutine(value):
            odd.append(value)
        return value

    return noted


def _refuse_type(name: str, value: Any) -> None:
    """Raise where nothing, text or a function came back and a property fails."""
    got, ask = type_of(value), "Is that the kind of value the task asks for?"
    if value is None:
        got, ask = "None", "Is there a `return` at the end of your function?"
    elif inspect.isroutine(value):
        ask = "Did you leave out the brackets of a call? " + ask
    raise NotYet(
        name,
        mark("ok", "runs")
        + mark("no", f"{name} returned what cannot be used here: got {got}")
        + below(ask),
        level="returns" if value is None else "usable",
        code="returns-none" if value is None else "wrong-type",
    )


def checkpoint(item: str, value: Any, expected: Any, *, tol: str = "code") -> None:
    """Pin a number of a lesson: say that it is as stated, or raise what differs."""
    if same(value, expected, tol):
        said = "yes" if expected is True else show_value(expected)
        print(f"checkpoint {item}: {said}, as stated")
        return
    got = show_value(value)
    raise NotYet(
        f"checkpoint {item}",
        mark("no", f"expected {show_value(expected)}   got {got}")
        + below("Run the cells above in order, from the top."),
        level="value",
    )


def _call_all(
    function: Callable[..., Any], cases: Sequence[tuple[Any, ...]]
) -> list[Call]:
    """Call on every case, or up to the first that takes too long."""
    calls: list[Call] = []
    for case in cases:
        calls.append(call(function, tuple(case)))
        if isinstance(calls[-1].error, TooSlow):
            break  # a few more would use up the time of the whole cell
    return calls


class _Attempt:
    """An answer with its calls, what each should give, and what each gave."""

    def __init__(
        self,
        name: str,
        function: Callable[..., Any],
        calls: list[Call],
        targets: list[Any] | None,
        tol: str,
        through: Callable[[Any], Any] | None,
        shows: str,
        column_ok: bool,
    ) -> None:
        self.name, self.function, self.calls = name, function, calls
        self.targets, self.tol, self.shows = targets, tol, shows
        self.through, self.column_ok = through, column_ok
        self.seen: list[Any] = [done.value for done in calls]

    def where(self, done: Call) -> str:
        return show_case(
            self.name, parameter_names(self.function, len(done.arguments)), done
        )


def _climb(
    attempt: _Attempt,
    task: str | None,
    reference: Callable[..., Any] | None,
    isolate: Mapping[str, tuple[Any, ...]] | None,
    forbid: tuple[Callable[..., Any] | str, ...],
) -> None:
    _runs(attempt)
    passed = mark("ok", "runs and returns something")
    for level, rung in (
        ("usable", _unusable),
        ("shape", _shape_faults),
        ("finite", _infinite),
        ("value", _value_faults),
    ):
        faults = rung(attempt)
        if any(faults):
            _refuse(attempt, task, level, passed, faults, reference, isolate)
        if level == "shape":
            passed += mark("ok", "has the right type and shape")
    changed = sorted({name for done in attempt.calls for name in done.changed})
    if changed:
        raise NotYet(
            attempt.name,
            [
                *passed,
                *mark("ok", "the value is right"),
                *mark("no", f"your function changed its argument {', '.join(changed)}"),
                *below("Others still need what they gave you. Work on a copy."),
            ],
            level="own",
            code="mutates-input",
        )
    used = forbid and calls_forbidden(
        attempt.function, [done.arguments for done in attempt.calls], forbid
    )
    if used:
        raise NotYet(
            attempt.name,
            [
                *passed,
                *mark("ok", "the value is right"),
                *mark(
                    "no", f"your function calls {used}, which does this task for you"
                ),
                *below("Write the steps yourself: that is what this exercise is for."),
            ],
            level="own",
            code="library-answer",
        )


def _find(answer: str | Callable[..., Any]) -> tuple[Callable[..., Any], str]:
    record.watch()
    if callable(answer):
        return answer, getattr(answer, "__name__", "answer")
    scope = sys._getframe(2).f_globals
    if answer not in scope:
        raise NotAttempted(
            answer,
            mark("no", f"there is no function called {answer} yet")
            + below("Run its cell first. If that cell shows an error, mend it."),
            level="attempted",
            code="missing",
        )
    if not callable(scope[answer]):
        raise NotYet(
            answer,
            mark("no", f"{answer} should be a function, it is {type_of(scope[answer])}")
            + below("A later cell has overwritten it: run the answer cell again."),
            level="attempted",
            code="not-a-function",
        )
    return scope[answer], answer


def _runs(attempt: _Attempt) -> None:
    """Raise where the function is a stub, fails, or returns nothing."""
    failed = [done for done in attempt.calls if done.error is not None]
    if any(isinstance(done.error, NotImplementedError) for done in failed):
        raise NotAttempted(
            attempt.name,
            below("The line `raise NotImplementedError` still stands. Replace it."),
            level="attempted",
            code="blank",
        )
    if failed:
        lines: list[str] = []
        for done in failed[:MOST_CASES]:
            lines = _error_lines(attempt, done, lines)
        lines += _rest(failed)
        slow = all(isinstance(done.error, TooSlow) for done in failed)
        raise NotYet(
            attempt.name, lines, level="runs", code="too-slow" if slow else "raises"
        )
    empty = [done for done in attempt.calls if done.value is None]
    if empty:
        raise NotYet(
            attempt.name,
            mark("ok", "runs")
            + mark("no", f"{attempt.where(empty[0])} returned None")
            + below("Is there a `return` at the end of your function?"),
            level="returns",
            code="returns-none",
        )


def _error_lines(
    attempt: _Attempt, done: Call, lines: list[str], where: str = ""
) -> list[str]:
    where = where or attempt.where(done)
    if isinstance(done.error, TooSlow):
        return (
            lines
            + mark("no", f"{where} was still running after {SECONDS:.0f} seconds")
            + below("Does your loop end? Look at what changes from round to round.")
        )
    kind = type(done.error).__name__
    said = str(done.error).strip().splitlines()
    lines = lines + mark("no", f"{where} stopped with {kind}")
    if said:
        lines += below(said[0])
    line = own_line(done.error, attempt.function)
    if line:
        lines += below(f"in your line:  {line}")
    words = below(advice(said[0], line)) if said and advice(said[0], line) else []
    told = words and " ".join(words) in " ".join(lines)  # for an earlier case
    return lines if told else lines + words


def _unusable(attempt: _Attempt) -> list[str]:
    """Turn raw answers into what is compared; say where that is not possible."""
    if attempt.through is None:
        return []
    faults = []
    for i, done in enumerate(attempt.calls):
        try:
            attempt.seen[i] = attempt.through(done.value)
            faults.append("")
        except Exception as error:
            said = str(error).strip().splitlines() or [type(error).__name__]
            got = type_of(done.value)
            faults.append(f"got {got}, which cannot be used here\n{said[0]}")
    return faults


def _shape_faults(attempt: _Attempt) -> list[str]:
    faults = []
    for i, target in enumerate(attempt.targets or []):
        fault, attempt.seen[i] = _shape_fault(
            attempt.seen[i], target, attempt.column_ok
        )
        faults.append(fault)
    return faults


def _shape_fault(got: Any, target: Any, column_ok: bool) -> tuple[str, Any]:
    """Say how type or shape differ, or '' and the value in the target's shape."""
    if isinstance(target, (str, dict)):
        wanted = "text" if isinstance(target, str) else "a dict"
        fits = isinstance(got, type(target))
        return ("" if fits else f"expected {wanted}, got {type_of(got)}"), got
    if isinstance(target, tuple):
        if isinstance(got, np.ndarray) and got.ndim:
            got = list(got)
        if not isinstance(got, (tuple, list)) or len(got) != len(target):
            return f"expected {len(target)} values, got {type_of(got)}", got
        parts = [
            _shape_fault(g, t, column_ok) for g, t in zip(got, target, strict=True)
        ]
        faults = [
            f"part {i + 1}: {fault}" for i, (fault, _) in enumerate(parts) if fault
        ]
        return "\n".join(faults), tuple(part for _, part in parts)
    try:
        array = read(got)
    except NotNumbers:
        return f"expected numbers, got {type_of(got)}", got
    shape = np.shape(target)
    if array.shape == shape:
        return "", array
    squeezed = array.shape == (*shape, 1) or (*array.shape, 1) == shape
    if array.size == 1 == np.size(target) or (column_ok and squeezed):
        return "", array.reshape(shape)
    wanted = _shape_text(shape)
    if isinstance(got, (list, tuple)) and len(shape) == 1:
        wanted = _count(shape[0], "number")  # who gives a list need not hear of arrays
    return f"expected {wanted}, got {_came(got, array.shape)}", got


def _shape_text(shape: tuple[int, ...]) -> str:
    return f"an array of shape {shape}" if shape else "one number"


def _came(got: Any, shape: tuple[int, ...]) -> str:
    if not isinstance(got, (list, tuple)):
        return _shape_text(shape)
    kind = type(got).__name__ if type(got) in (list, tuple) else "tuple"
    if len(shape) == 1:
        return f"a {kind} of {_count(shape[0], 'number')}"
    return f"a {kind} of shape {shape}"


def _infinite(attempt: _Attempt) -> list[str]:
    faults = []
    for got, target in zip(attempt.seen, attempt.targets or [], strict=True):
        bad = any(
            not np.isfinite(mine).all() and np.isfinite(its).all()
            for mine, its in _number_pairs(got, target)
        )
        faults.append(f"got {show_value(got)}, which is not finite" if bad else "")
    return faults


def _number_pairs(got: Any, target: Any) -> list[tuple[Any, Any]]:
    """Pair the arrays of an answer with those of its target, part by part."""
    if isinstance(target, (str, dict)):
        return []
    if isinstance(target, tuple):
        return [
            pair
            for mine, its in zip(got, target, strict=True)
            for pair in _number_pairs(mine, its)
        ]
    return [(read(got), read(target))]


def _value_faults(attempt: _Attempt) -> list[str]:
    faults = []
    for got, target in zip(attempt.seen, attempt.targets or [], strict=True):
        if same(got, target, attempt.tol):
            faults.append("")
            continue
        fault = f"expected {show_value(target)}   got {show_value(got)}"
        pair, gap = _widest(got, target, attempt.tol)
        if gap is not None and gap.index:
            place = gap.index[0] if len(gap.index) == 1 else gap.index
            fault += f"\nlargest difference {gap.largest:.3g}, at index {place}"
            if show_value(target).count("array of shape"):  # too many to write down
                mine, its = (show_value(part[gap.index]) for part in pair)
                fault += f": expected {its}, got {mine}"
        faults.append(fault)
    return faults


def _gap(got: Any, target: Any, tol: str) -> Gap | None:
    """The largest gap over all parts, or None where no number can be compared."""
    return _widest(got, target, tol)[1]


def _widest(got: Any, target: Any, tol: str) -> tuple[Any, Gap | None]:
    """Give the two arrays that are farthest apart, and their gap."""
    pairs = _number_pairs(got, target)
    gaps = [(pair, difference(*pair, tol)) for pair in pairs]
    return max(gaps, key=lambda found: found[1].tolerances, default=(None, None))


def _refuse(
    attempt: _Attempt,
    task: str | None,
    level: str,
    passed: list[str],
    faults: list[str],
    reference: Callable[..., Any] | None,
    isolate: Mapping[str, tuple[Any, ...]] | None,
) -> None:
    failing = [i for i, fault in enumerate(faults) if fault]
    lines = list(passed)
    code, sentences = _diagnose(attempt, task, failing[0], level)
    told = [line for sentence in sentences for line in below(sentence)]
    if attempt.shows and level == "value":
        lines += below(f"shown: {attempt.shows}")
    for i in failing[:MOST_CASES]:
        first, *more = faults[i].splitlines()
        lines += mark("no", f"{attempt.where(attempt.calls[i])}: {first}")
        for line in more:
            lines += below(line)
        if code and i == failing[0]:  # a known slip is named before more numbers come
            lines += told
    lines += _rest(failing)
    if level == "value" and isolate and reference is not None:
        lines += _isolated(attempt, reference, isolate)
    margin = None
    if level == "value":
        gaps = [_gap(attempt.seen[i], attempt.targets[i], attempt.tol) for i in failing]
        margin = max((gap.tolerances for gap in gaps if gap is not None), default=None)
    raise NotYet(
        attempt.name,
        lines if code else lines + told,
        level=level,
        code=code,
        margin=margin,
    )


def _isolated(
    attempt: _Attempt,
    reference: Callable[..., Any],
    isolate: Mapping[str, tuple[Any, ...]],
) -> list[str]:
    """Try the terms one at a time: in a sum, one wrong term hides behind the others."""
    lines = []
    for term, case in isolate.items():
        done, target = call(attempt.function, case), reference(*case)
        if done.error is None and same(done.value, target, attempt.tol):
            lines += mark("ok", f"{term} alone")
        else:
            got = show_value(done.value) if done.error is None else "an error"
            lines += mark(
                "no", f"{term} alone: expected {show_value(target)} got {got}"
            )
    return lines


def _diagnose(
    attempt: _Attempt, task: str | None, first: int = 0, level: str = "value"
) -> tuple[str | None, list[str]]:
    """Find the misconception that gives, case by case, what the learner's did."""
    entry = TASKS.get(task) if task else None
    if task and entry is None:
        raise KeyError(f"check: no task {task!r} in nnbyhand.misconceptions")
    if entry is None:
        return None, []
    look = [f"Look again: {entry.look}"] if entry.look else []
    for code, wrong in entry.wrong.items():
        if _matches(attempt, wrong):
            seen = attempt.seen[first] if attempt.seen else None
            wanted = attempt.targets[first] if attempt.targets else None
            sentence = entry.sentences[code].format(
                got=show_value(seen),
                shape=_shape_of(seen),
                expected=show_value(wanted),
            )
            return code, [sentence, *look]
    return None, [ADVICE[level], *look]


def _shape_of(value: Any) -> str:
    try:
        return str(np.shape(value))
    except (ValueError, TypeError, RuntimeError):
        # parts of different lengths have no common shape; torch refuses tensors that
        # remember their graph
        return ""


def _matches(attempt: _Attempt, wrong: Callable[..., Any] | Probe) -> bool:
    try:
        if isinstance(wrong, Probe):
            return bool(
                wrong.holds([done.value for done in attempt.calls], attempt.calls)
            )
        targets = attempt.targets or attempt.seen
        for done, seen, target in zip(
            attempt.calls, attempt.seen, targets, strict=True
        ):
            other = call(wrong, done.arguments)
            if other.error is not None:
                return False
            value = (
                other.value if attempt.through is None else attempt.through(other.value)
            )
            # the same allowance that the learner's value was given
            _, value = _shape_fault(value, target, attempt.column_ok)
            if not same(seen, value, attempt.tol):
                return False
    except Exception:  # a wrong form that cannot be computed here is no match
        return False
    return bool(attempt.calls)


def _notes(calls: list[Call]) -> list[str]:
    notes = list(dict.fromkeys(note for done in calls for note in done.notes))
    return [f"{note}\n(a remark only: it costs no points)" for note in notes[:3]]


def _rest(failing: Sequence[Any]) -> list[str]:
    more = len(failing) - MOST_CASES
    return below(f"and {_count(more, 'more case')} like these") if more > 0 else []


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
