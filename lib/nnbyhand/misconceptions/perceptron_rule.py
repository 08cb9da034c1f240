"""Known slips with the perceptron's learning rule, its trace, and when it stops."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array

RULE = {
    "update-always": "You changed the weights after a right answer. Update on mistakes "
    "only.",
    "update-sign": "Your step goes the wrong way: the mistake is target minus "
    "prediction.",
    "bias-not-learned": "Your bias never moves. It learns like a weight whose input is "
    "1.",
    "input-not-used": "Every weight moved by the same amount. Multiply by its own "
    "input.",
    "batch-update": "You updated once per epoch. This rule learns from each example at "
    "once.",
    "stale-weights": "Your predictions use old weights. Predict with the current ones.",
    "weights-not-carried": "Each example started from the old weights. Give the new w "
    "and b to the next example.",
    "factor-two": "Your steps are twice too long: with −1 and +1 the difference is 2.",
    "never-stops": "These points cannot be separated. Stop after the limit and say so.",
    "rate-forgotten": "Your step has the length of the example itself. Multiply it by "
    "the learning rate.",
    "bias-rate-forgotten": "Your bias moves by a whole step. It uses the learning rate "
    "too.",
    "threshold-included": "At z = 0 you let the unit fire. Our rule is strict.",
    "bias-unseen": "Your prediction leaves out the bias. It depends on w·x + b.",
    "sum-for-answer": "You subtracted the sum itself. The rule compares the target "
    "with the answer, 0 or 1.",
    "only-ones-learned": "You learn from mistakes with target 1 only. An example that "
    "fires wrongly is subtracted.",
    "codings-mixed": "Your answer is 0 or 1 while the target is −1 or +1. Let the "
    "answer be −1 or +1 too.",
    "pair-reversed": "You returned the bias first. The order is w, then b.",
    "rows-alike": "All your rows are the same array, so they show its last state. "
    "Write down a copy each time.",
    "rows-before": "Your rows show the numbers before each example. Write them down "
    "after it.",
    "mistakes-only": "You wrote down only the changes. Every example gets a row, "
    "changed or not.",
    "bias-left-out": "Your rows hold the weights without the bias. It comes last.",
    "last-row-only": "You returned the end of the epoch. Give a row for every example.",
    "last-epoch-missed": "The last epoch is missing in your list. Its 0 tells that the "
    "rule has ended.",
    "limit-short": "You stopped one epoch too early. The limit itself is allowed.",
    "limit-exceeded": "You ran one epoch more than the limit.",
    "first-epoch-only": "You stopped after the first epoch, though it had mistakes.",
    "weights-restarted": "Every epoch of yours starts again from the first weights. Go "
    "on from where the last one ended.",
    "running-total": "Your mistakes add up over the epochs. Count each epoch anew.",
    "counted-late": "Count a mistake where it happens, before the update.",
    "signed-count": "−1 and +1 cancel: add 1 for every mistake.",
    "verdict-always-true": "You say separated although the last epoch had mistakes.",
    "verdict-from-limit": "An epoch without a mistake may be the last one allowed. "
    "Look at its mistakes, not at the number of epochs.",
    "verdict-inverted": "Your verdict is turned round: True means that the last epoch "
    "had no mistake.",
}

Rule = Callable[[float, Array, float, float], tuple[Array, float]]
Fires = Callable[[Array, Array, float], float]


def _right(error: float, x: Array, t: float, lr: float) -> tuple[Array, float]:
    return lr * error * x, lr * error


RULES: dict[str, tuple[Rule, ...]] = {
    "update-always": (
        lambda error, x, t, lr: _right(t, x, t, lr),
        lambda error, x, t, lr: _right(2 * t - 1, x, t, lr),
    ),
    "update-sign": (lambda error, x, t, lr: _right(-error, x, t, lr),),
    "bias-not-learned": (lambda error, x, t, lr: (lr * error * x, 0.0),),
    "input-not-used": (lambda error, x, t, lr: (lr * error + 0 * x, lr * error),),
    "rate-forgotten": (lambda error, x, t, lr: (error * x, error),),
    "bias-rate-forgotten": (lambda error, x, t, lr: (lr * error * x, error),),
    "only-ones-learned": (lambda error, x, t, lr: _right(max(error, 0), x, t, lr),),
}


def _strict(x: Array, w: Array, b: float) -> float:
    return float(x @ w + b > 0)


ANSWERS: dict[str, Fires] = {
    "threshold-included": lambda x, w, b: float(x @ w + b >= 0),
    "bias-unseen": lambda x, w, b: float(x @ w > 0),
    "sum-for-answer": lambda x, w, b: float(x @ w + b),
}


def _epoch(
    X: Array,
    t: Array,
    w: Array,
    b: float,
    lr: float,
    *,
    rule: Rule = _right,
    fires: Fires = _strict,
    late: str = "",
) -> tuple[list[list[float]], int]:
    """Go through the examples once; ``late`` tells what is old.

    Old answers ("stale"), learning at the end only ("batch"), or every example starting
    from the first weights ("fresh").
    """
    rows, mistakes = [], 0
    w, b = np.array(w, dtype=float), float(b)
    first, learned = (w, b), (0 * w, 0.0)
    for x, target in zip(np.asarray(X, dtype=float), t, strict=True):
        error = target - fires(x, *(first if late else (w, b)))
        mistakes += error != 0
        dw, db = rule(error, x, target, lr)
        if late == "batch":
            learned = learned[0] + dw, learned[1] + db
        elif late == "fresh":
            w, b = first[0] + dw, first[1] + db
        else:
            w, b = w + dw, b + db
        rows.append([*w, b])
    if late == "batch":
        rows[-1] = [*(w + learned[0]), b + learned[1]]
    return rows, int(mistakes)


def _train(
    X: Array,
    t: Array,
    w: Array,
    b: float,
    lr: float,
    limit: int,
    restart: bool = False,
    **options: Any,
) -> tuple[Array, float, list[int], bool]:
    mistakes: list[int] = []
    start = [*w, b]
    numbers = start
    while len(mistakes) < limit and 0 not in mistakes:
        begin = start if restart else numbers
        rows, count = _epoch(X, t, begin[:-1], begin[-1], lr, **options)
        numbers = rows[-1]
        mistakes.append(count)
    return np.array(numbers[:-1]), numbers[-1], mistakes, 0 in mistakes


def _never_moved(
    X: Array, t: Array, w: Array, b: float, lr: float, limit: int
) -> tuple:
    count = int(np.sum((X @ w + b > 0) != (t == 1)))
    return w, b, [count] * (limit if count else 1), count == 0


def _counted(count: Callable[[Array, Array, list, float], int]) -> Callable[..., tuple]:
    """Give training that counts otherwise; ``count`` sees an epoch, and sum(t - y)."""

    def train(X: Array, t: Array, w: Array, b: float, lr: float, limit: int) -> tuple:
        numbers, mistakes = [*w, b], []
        while len(mistakes) < limit and 0 not in mistakes:
            rows, _ = _epoch(X, t, numbers[:-1], numbers[-1], lr)
            signed = round((rows[-1][-1] - numbers[-1]) / lr)
            numbers = rows[-1]
            mistakes.append(count(X, t, rows, signed))
        return np.array(numbers[:-1]), numbers[-1], mistakes, 0 in mistakes

    return train


def _counted_late(X: Array, t: Array, rows: list, _signed: float) -> int:
    *w, b = rows[-1]
    return int(np.sum((X @ w + b > 0) != (t == 1)))


def _flat(value: Any) -> list[float]:
    if isinstance(value, (tuple, list)):
        return [number for part in value for number in _flat(part)]
    if hasattr(value, "detach"):
        value = value.detach().numpy()
    return np.asarray(value, dtype=float).ravel().tolist()


def _alike(*forms: Callable[..., Any]) -> Probe:
    """Recognise tuples of numbers and lists, in any of several forms."""

    def gives(form: Callable[..., Any], values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            mine, its = _flat(value), _flat(form(*call.arguments))
            if len(mine) != len(its) or not np.allclose(mine, its):
                return False
        return True

    return Probe(
        lambda values, calls: any(gives(form, values, calls) for form in forms)
    )


def _one(**options: Any) -> Callable[..., tuple[Array, float]]:
    """Give the update of a single example."""

    def update(w: Array, b: float, x: Array, t: float, lr: float) -> tuple:
        rows, _ = _epoch(np.array([x]), [t], w, b, lr, **options)
        return np.array(rows[0][:-1]), rows[0][-1]

    return update


def _plus(
    change: Callable[[float, float], float],
    *,
    rule: Rule = _right,
    fires: Fires = _strict,
) -> Callable[..., tuple[Array, float]]:
    """Give an update for targets of -1 and +1; ``change`` gets t and y."""

    def update(w: Array, b: float, x: Array, t: float, lr: float) -> tuple:
        dw, db = rule(change(t, 2 * fires(x, w, b) - 1), x, t, lr)
        return w + dw, b + db

    return update


def _half(t: float, y: float) -> float:
    return (t - y) / 2


def _rows(**options: Any) -> Callable[..., list[list[float]]]:
    return lambda *arguments: _epoch(*arguments, **options)[0]


def _trained(**options: Any) -> Callable[..., tuple]:
    return lambda *arguments: _train(*arguments, **options)


def _ended(change: Callable[[tuple, int], Sequence[Any]]) -> Callable[..., tuple]:
    """Give the right training with another ending; ``change`` also gets the limit."""
    return lambda *arguments: tuple(change(_train(*arguments), arguments[-1]))


def _last_epoch_missed(found: tuple, _limit: int) -> Sequence[Any]:
    w, b, mistakes, separated = found
    return w, b, mistakes[:-1] if separated else mistakes, separated


def _beyond(values: list, calls: list) -> bool:
    """Tell whether a list of mistakes is longer than the limit by more than one."""
    return any(
        len(value[2]) > call.arguments[-1] + 1
        for value, call in zip(values, calls, strict=True)
    )


def _other_limit(more: int) -> Callable[..., tuple]:
    return lambda *arguments: _train(*arguments[:-1], arguments[-1] + more)


def _rows_alike(values: list, calls: list) -> bool:
    return any(
        len({tuple(row) for row in np.asarray(value, dtype=float).tolist()}) == 1
        for value, call in zip(values, calls, strict=True)
        if len({tuple(row) for row in _rows()(*call.arguments)}) > 1
    )


def _mistakes_only(values: list, calls: list) -> bool:
    return all(
        len(value) == _epoch(*call.arguments)[1] < len(call.arguments[0])
        for value, call in zip(values, calls, strict=True)
        if _epoch(*call.arguments)[1]
    )


def _rows_before(*arguments: Any) -> list[list[float]]:
    return [[*arguments[2], arguments[3]], *_rows()(*arguments)[:-1]]


def _all_at_the_end(*arguments: Any) -> list[list[float]]:
    rows = _rows(late="batch")(*arguments)
    return [rows[-1]] * len(rows)


def _minus_zero(t: float, y: float) -> float:
    return t - (y + 1) / 2


LOOK = "lesson 02, section “Learning from mistakes”"

TASKS = {
    "perceptron-update": Task(
        RULE,
        {
            "pair-reversed": _alike(lambda *a: _one()(*a)[::-1]),
            **{
                code: _alike(*(_one(rule=rule) for rule in rules))
                for code, rules in RULES.items()
            },
            **{code: _one(fires=fires) for code, fires in ANSWERS.items()},
        },
        LOOK,
    ),
    "perceptron-update-plus": Task(
        RULE,
        {
            "factor-two": _plus(lambda t, y: t - y),
            "update-always": _plus(lambda t, y: t),
            "update-sign": _alike(
                _plus(lambda t, y: -_half(t, y)), _plus(lambda t, y: y - t)
            ),
            "codings-mixed": _alike(
                _plus(_minus_zero), _plus(lambda t, y: _minus_zero(t, y) / 2)
            ),
            "pair-reversed": _alike(lambda *a: _plus(_half)(*a)[::-1]),
            **{
                code: _plus(_half, rule=RULES[code][0])
                for code in (
                    "bias-not-learned",
                    "input-not-used",
                    "rate-forgotten",
                    "bias-rate-forgotten",
                    "only-ones-learned",
                )
            },
            "threshold-included": _plus(_half, fires=ANSWERS["threshold-included"]),
            "bias-unseen": _plus(_half, fires=ANSWERS["bias-unseen"]),
        },
        LOOK,
    ),
    "perceptron-epoch": Task(
        RULE,
        {
            "bias-left-out": lambda *a: np.array(_rows()(*a))[:, :-1],
            "last-row-only": lambda *a: _rows()(*a)[-1],
            "rows-before": _rows_before,
            "mistakes-only": Probe(_mistakes_only),
            "batch-update": _alike(_rows(late="batch"), _all_at_the_end),
            "stale-weights": _rows(late="stale"),
            "weights-not-carried": _alike(
                _rows(late="fresh"), lambda X, t, w, b, lr: [[*w, b]] * len(X)
            ),
            **{
                code: _alike(*(_rows(rule=rule) for rule in rules))
                for code, rules in RULES.items()
            },
            **{code: _rows(fires=fires) for code, fires in ANSWERS.items()},
            "rows-alike": Probe(_rows_alike),
        },
        LOOK,
    ),
    "perceptron-training": Task(
        RULE,
        {
            "never-stops": Probe(_beyond),
            "limit-exceeded": _alike(_other_limit(1)),
            "limit-short": _alike(_other_limit(-1)),
            "last-epoch-missed": _alike(_ended(_last_epoch_missed)),
            "first-epoch-only": _alike(lambda *a: _train(*a[:-1], 1)),
            "weights-restarted": _alike(_trained(restart=True)),
            "running-total": _alike(
                _ended(lambda found, _: (*found[:2], np.cumsum(found[2]), found[3]))
            ),
            "verdict-always-true": _alike(_ended(lambda found, _: (*found[:3], True))),
            "verdict-inverted": _alike(
                _ended(lambda found, _: (*found[:3], not found[3]))
            ),
            "verdict-from-limit": _alike(
                _ended(lambda found, limit: (*found[:3], len(found[2]) < limit))
            ),
            "counted-late": _alike(_counted(_counted_late)),
            "signed-count": _alike(
                _counted(lambda X, t, rows, signed: signed),
                _counted(lambda X, t, rows, signed: -signed),
                _counted(lambda X, t, rows, signed: abs(signed)),
            ),
            "weights-not-carried": _alike(
                _trained(late="fresh"),
                _trained(late="fresh", restart=True),
                _never_moved,
            ),
            "batch-update": _alike(_trained(late="batch")),
            **{
                code: _alike(*(_trained(rule=rule) for rule in rules))
                for code, rules in RULES.items()
            },
            **{
                code: _alike(_trained(fires=ANSWERS[code]))
                for code in ("threshold-included", "bias-unseen")
            },
        },
        LOOK,
    ),
}
