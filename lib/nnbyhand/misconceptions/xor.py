"""Known slips with XOR, with networks of units, and with any truth table."""

from collections.abc import Callable, Sequence

import numpy as np

from nnbyhand.gates import boolean_network, step, truth_inputs
from nnbyhand.misconceptions.task import Probe, Task, any_of, one_answer
from nnbyhand.shapes import Array

LESSON = "lesson 01, section "

XOR = {
    "or-for-xor": "Your f is 1 where both half-planes hold. XOR is 0 there.",
    "and-for-xor": "Your f is 1 only where both half-planes hold. XOR wants exactly "
    "one.",
    "one-term-only": "You kept one of the two terms: points with h2 alone are missing.",
    "single-unit": "One straight line cannot separate XOR. Add a hidden layer.",
    "hidden-skipped": "Your output unit looks at the inputs. It should read the hidden "
    "units.",
    "threshold-included": "A point on the line counts as outside. Check (1.5, −0.5).",
    "xnor-for-xor": 'You built "equal", which is the opposite of XOR.',
    "other-term-only": "You kept one of the two terms: points with h1 alone are "
    "missing.",
    "first-plane-only": "You returned h1 alone. The second half-plane must count too.",
    "second-plane-only": "You returned h2 alone. The first half-plane must count too.",
    "sum-for-xor": "You added h1 and h2: where both hold you get 2. XOR is 0 there.",
    "difference-for-xor": "You took h1 − h2: where h2 holds alone you get −1. XOR is 1 "
    "there.",
    "bias-forgotten": "You left out the −1: h1 asks whether x1 + x2 − 1 is above 0.",
    "difference-turned": "You turned the second line round: h2 asks whether x1 − x2 is "
    "above 0.",
    "rows-for-columns": "`X[0]` is the first row. The first input of all rows is `X[:, "
    "0]`.",
    "one-answer": "You returned one answer for all rows. Every row of X gets an answer "
    "of its own.",
    "output-never-fires": "Your output unit never fires: its bias is too low for what "
    "the hidden units bring.",
    "output-always-fires": "Your output unit always fires: its bias is too high.",
    "threshold-touched": "Your network is right for z >= 0. Our rule is strict: a sum "
    "of exactly 0 does not fire.",
    "transposed": "You stored each hidden unit in a row of W1. Column j leads into "
    "unit j.",
    "output-bias-per-unit": "You gave the output unit a bias for every hidden unit. It "
    "has one.",
    "too-many-units": "Your network has more than two hidden units. Two are enough "
    "here.",
}

BOOLEAN = {
    "bias-not-counted": "Your unit fires for more than its row. Its bias depends on "
    "the number of ones in the row.",
    "zeros-ignored": "Your unit does not mind extra ones. A zero in the row needs "
    "weight −1.",
    "output-and": "Only one hidden unit fires at a time. The output must be an OR.",
    "separable-all": "Sixteen functions exist, but two of them cannot be cut by one "
    "line.",
    "false-rows-used": "You built units for the rows that must give 0.",
    "xor-only": "You left out XOR and kept its opposite, which has the same diagonal "
    "picture.",
    "constants-left-out": "You left out the two functions that never change. A bias "
    "alone computes them.",
    "weights-positive": "You found those with weights of 0 or more. Weights may be "
    "negative: think of NOT.",
    "weights-nonzero": "You left out the four functions that follow one input alone. A "
    "weight may be 0.",
    "named-gates-only": "You counted only AND, OR, NAND and NOR. Functions without a "
    "name count too.",
    "inseparable-counted": "You counted the functions that one line cannot cut. Count "
    "the others.",
    "tables-repeated": "There are only 16 functions. Different weights can give the "
    "same table: count each table once.",
    "threshold-touched": "In its own row the sum of your unit is exactly 0. Our rule "
    "is strict: the sum must be above 0.",
    "bias-counts-inputs": "Your bias counts all inputs. It depends on the number of "
    "ones in the row.",
    "bias-sign-flipped": "Your bias has the wrong sign. It takes off what the ones of "
    "the row bring, all but 0.5.",
    "output-always-fires": "Your output unit always fires: its bias is too high.",
    "inputs-reversed": "You count with the first input changing fastest. The last "
    "input changes fastest.",
    "weights-swapped": "You gave weight +1 to the zeros of a row and −1 to its ones. "
    "Swap them.",
    "table-ignored": "You return one network for every table. Build it from `table`.",
    "transposed": "You stored each hidden unit in a row of W1. Column j leads into "
    "unit j.",
    "output-bias-per-unit": "You gave the output unit a bias for every hidden unit. It "
    "has one.",
    "no-true-rows": "For a table without ones your W1 lost its shape. Without hidden "
    "units it is still (d, 0).",
}


def _crossing(X: Array) -> tuple[Array, Array]:
    X = np.asarray(X, dtype=float)
    return X[:, 0] + X[:, 1] - 1, X[:, 0] - X[:, 1]


def _planes(X: Array) -> tuple[Array, Array]:
    z1, z2 = _crossing(X)
    return step(z1), step(z2)


Parts = tuple[Array, Array, Array, float]
PLUS_MINUS = 2 * truth_inputs(2) - 1  # the inputs of the XOR network


def _fires(z: Array) -> Array:
    return 1.0 * (z > 0)


def _network(X: Array, parts: Parts, fires: Callable[[Array], Array] = _fires) -> Array:
    W1, b1, W2, b2 = (np.asarray(part, dtype=float) for part in parts)
    return fires(fires(X @ W1 + b1) @ np.ravel(W2) + b2)


def _gives_xor(
    change: Callable[..., Parts],
    fires: Callable[[Array], Array] = _fires,
    X: Array | None = None,
) -> Probe:
    """Recognise a network that would be XOR with one thing changed."""
    xor = [0, 1, 1, 0]
    X = PLUS_MINUS if X is None else X
    return Probe(
        lambda values, _: _network(X, change(*values[0]), fires).tolist() == xor
    )


def _turned(W1: Array, b1: Array, W2: Array, b2: float) -> Parts:
    return np.transpose(W1), b1, W2, b2


def _single_unit(values: list, _calls: list) -> bool:
    return not isinstance(values[0], str) and np.asarray(values[0][0]).size <= 2


def _hidden_skipped(values: list, _calls: list) -> bool:
    W1, b1 = (np.asarray(part, dtype=float) for part in values[0][:2])
    X = truth_inputs(2)
    hidden = step(PLUS_MINUS @ W1 + b1)
    return np.array_equal(hidden, X) or np.array_equal(hidden, X[:, ::-1])


def _bias_per_unit(values: list, _calls: list) -> bool:
    return not isinstance(values[0], str) and any(
        len(parts) == 4 and np.asarray(parts[3]).size > 1 for parts in values
    )


def _xor_with(W2: Sequence[float], b2: float) -> Callable[[], Parts]:
    """Give the OR and AND units with another output unit."""
    return lambda: (np.ones((2, 2)), np.array([1.0, -1.0]), np.array(W2), b2)


def _constant(answer: int) -> Callable[[Array], Parts]:
    """Give a network that answers the same on every row."""
    return lambda table: (
        np.zeros((int(np.log2(len(table))), 0)),
        np.zeros(0),
        np.zeros(0),
        answer - 0.5,
    )


def _hidden(change: Callable[[Array, Array], tuple[Array, Array]]) -> Callable:
    """Give the network of a table with other hidden units; ``change`` gets W1, b1."""

    def wrong(table: Array) -> Parts:
        W1, b1, W2, b2 = boolean_network(table)
        return *change(W1, b1), W2, b2

    return wrong


def _output_and(table: Array) -> Parts:
    W1, b1, W2, _ = boolean_network(table)
    return W1, b1, W2, 0.5 - len(b1)


def _table_ignored(values: list, _calls: list) -> bool:
    return all(
        all(
            np.array_equal(mine, its)
            for mine, its in zip(parts, values[0], strict=True)
        )
        for parts in values[1:]
    )


def _table_transposed(values: list, calls: list) -> bool:
    for parts, call in zip(values, calls, strict=True):
        table = list(call.arguments[0])
        X = truth_inputs(int(np.log2(len(table))))
        if _network(X, _turned(*parts)).tolist() != table:
            return False
    return True


def _no_true_rows(values: list, calls: list) -> bool:
    return any(
        np.ndim(parts[0]) == 1
        and np.asarray(parts[0]).size == 0
        and 1 not in call.arguments[0]
        for parts, call in zip(values, calls, strict=True)
    )


XOR_PLACE = LESSON + "“XOR needs a hidden layer”"

ANY = LESSON + "“Any truth table”"


TASKS = {
    "xor-halfplanes": Task(
        XOR,
        {
            "one-answer": Probe(one_answer),
            "or-for-xor": lambda X: np.logical_or(*_planes(X)),
            "and-for-xor": lambda X: np.logical_and(*_planes(X)),
            "one-term-only": lambda X: _planes(X)[0] * (1 - _planes(X)[1]),
            "other-term-only": lambda X: _planes(X)[1] * (1 - _planes(X)[0]),
            "first-plane-only": lambda X: _planes(X)[0],
            "second-plane-only": lambda X: _planes(X)[1],
            "threshold-included": any_of(
                lambda X: (_crossing(X)[0] >= 0) != (_crossing(X)[1] >= 0),
                lambda X: _crossing(X)[0] * _crossing(X)[1] < 0,
            ),
            "xnor-for-xor": lambda X: _planes(X)[0] == _planes(X)[1],
            "sum-for-xor": lambda X: _planes(X)[0] + _planes(X)[1],
            "difference-for-xor": lambda X: _planes(X)[0] - _planes(X)[1],
            "bias-forgotten": lambda X: (
                (_crossing(X)[0] + 1 > 0) != (_crossing(X)[1] > 0)
            ),
            "difference-turned": lambda X: (
                (_crossing(X)[0] > 0) != (_crossing(X)[1] < 0)
            ),
            "rows-for-columns": lambda X: (X[0] + X[1] - 1 > 0) != (X[0] - X[1] > 0),
        },
        XOR_PLACE,
    ),
    "xor-network": Task(
        XOR
        | {
            "or-for-xor": "Your network is 1 for both inputs on. XOR is 0 there.",
            "and-for-xor": "Your network is 1 only for both inputs on. XOR wants "
            "exactly one.",
            "one-term-only": "Your network misses one row: only one of the two rows "
            "with −1 and +1 is on.",
            "nand-for-xor": "Your network answers 1 for (−1, −1). XOR is 0 there.",
            "output-never-fires": "Your output unit never fires. Write down what the "
            "hidden units answer on row (−1, +1), then its sum.",
            "coding-copied": "Your network is right for inputs 0 and 1. Here they are "
            "−1 and +1, so the sums of the hidden units are others.",
        },
        {
            "output-bias-per-unit": Probe(_bias_per_unit),
            "single-unit": Probe(_single_unit),
            "too-many-units": Probe(
                lambda values, _: (
                    not isinstance(values[0], str) and np.shape(values[0][0])[1] > 2
                )
            ),
            "coding-copied": _gives_xor(lambda *parts: parts, X=truth_inputs(2)),
            "hidden-skipped": Probe(_hidden_skipped),
            "transposed": _gives_xor(_turned),
            "threshold-touched": _gives_xor(
                lambda *parts: parts, lambda z: 1.0 * (z >= 0)
            ),
            "output-never-fires": _xor_with([1, -1], -1.5),
            "output-always-fires": _xor_with([1, -1], 1.5),
            "or-for-xor": _xor_with([1, 1], -0.5),
            "and-for-xor": _xor_with([1, 1], -1.5),
            "nand-for-xor": _xor_with([0, -1], 0.5),
            "xnor-for-xor": _xor_with([-1, 1], 0.5),
            "one-term-only": lambda: ([[1, -1], [-1, 1]], [-0.5, -0.5], [1, 0], -0.5),
            "other-term-only": lambda: ([[1, -1], [-1, 1]], [-0.5, -0.5], [0, 1], -0.5),
        },
        XOR_PLACE,
    ),
    "boolean-count": Task(
        BOOLEAN,
        {
            "separable-all": lambda: 16,
            "xor-only": lambda: 15,
            "constants-left-out": lambda: 12,
            "weights-nonzero": lambda: 10,
            "weights-positive": lambda: 6,
            "named-gates-only": lambda: 4,
            "inseparable-counted": lambda: 2,
            "tables-repeated": Probe(
                lambda values, _: float(np.ravel(values[0])[0]) > 16
            ),
        },
        LESSON + "“What one line can cut”",
    ),
    "boolean-network": Task(
        BOOLEAN,
        {
            "no-true-rows": Probe(_no_true_rows),
            "output-bias-per-unit": Probe(_bias_per_unit),
            "table-ignored": Probe(_table_ignored),
            "transposed": Probe(_table_transposed),
            "bias-not-counted": _hidden(lambda W1, b1: (W1, np.full_like(b1, -0.5))),
            "zeros-ignored": _hidden(lambda W1, b1: (np.maximum(W1, 0), b1)),
            "threshold-touched": _hidden(lambda W1, b1: (W1, b1 - 0.5)),
            "bias-counts-inputs": _hidden(
                lambda W1, b1: (W1, np.full_like(b1, 0.5 - len(W1)))
            ),
            "bias-sign-flipped": _hidden(lambda W1, b1: (W1, -b1)),
            "weights-swapped": _hidden(lambda W1, b1: (-W1, b1)),
            "inputs-reversed": _hidden(lambda W1, b1: (W1[::-1], b1)),
            "output-and": _output_and,
            "output-always-fires": _constant(1),
            "false-rows-used": lambda table: boolean_network(1 - np.asarray(table)),
        },
        ANY,
    ),
}
