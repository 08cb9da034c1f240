"""Known slips with activations, their slopes, softmax, and one layer of units."""

from collections.abc import Callable

import numpy as np

from nnbyhand.activations import sigmoid, softmax, tanh
from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.shapes import Array

LESSON = "lesson 03, section "

ACTIVATION = {
    "sigmoid-sign": "Your sigmoid falls as z grows. The exponent is −z.",
    "sigmoid-half-slope": "You match at 0 and nowhere else: the exponent is z itself, "
    "not a part of it.",
    "sigmoid-base-two": "You used base 2. The exponential has base e.",
    "tanh-as-sign": "Your tanh jumps from −1 to 1. It should pass smoothly through 0.",
    "tanh-as-sigmoid": "You have tanh of z/2: double z inside the sigmoid.",
    "relu-absolute": "Your ReLU turns negatives into positives. They become 0.",
    "relu-largest": "`np.max` looks for the largest number of all or of a column. "
    "`np.maximum` compares place by place.",
    "relu-floored": "Your ReLU drops the fraction.",
    "overflow": "The value is right, but e^1000 overflowed on the way. Treat negative "
    "z separately.",
    "overflow-nan": "At z = 1000 you divide infinity by infinity. Use a form whose "
    "powers stay at most 1.",
    "sigmoid-as-step": "Your sigmoid jumps from 0 to 1. It should rise smoothly.",
    "one-forgotten": "You left out the 1 below the line: your value leaves the "
    "interval from 0 to 1.",
    "tanh-for-sigmoid": "These are the values of tanh. The sigmoid stays between 0 and "
    "1.",
    "clipped-early": "You cut z off too early: far out the sigmoid still comes closer "
    "to 0 and 1.",
    "sigmoid-for-tanh": "These are the values of the sigmoid. tanh goes from −1 to 1.",
    "tangent-of-angle": "`tan` belongs to angles. You need the other one, with an h.",
    "tanh-upside-down": "You exchanged the two sides of the fraction: e^z − e^−z "
    "stands above.",
    "tanh-undivided": "You left out the division: your tanh leaves the interval from "
    "−1 to 1.",
    "relu-of-negatives": "You kept the negatives. Keep what is above 0.",
    "relu-as-step": "You returned 0 and 1. ReLU passes z itself on, where z is above "
    "0.",
    "relu-forgotten": "You passed everything on. What is below 0 becomes 0.",
    "relu-leaky": "Your ReLU lets a little of the negatives through. They become 0.",
}

SLOPE = {
    "slope-of-activation": "You gave the slope formula an activation where it expects "
    "z.",
    "formula-on-z": "You put z itself into the formula for a. Compute the activation a "
    "first.",
    "value-for-slope": "You returned the activation. Its slope is asked.",
    "factor-forgotten": "One of the two factors is missing: a and 1 − a.",
    "slope-sign": "Your slope is negative, but the curve rises everywhere.",
    "square-forgotten": "The slope of tanh is 1 − a²: the square is missing.",
    "sigmoid-for-tanh": "You used the formula of the sigmoid. For tanh it is 1 − a².",
    "corner-counted": "At z = 0 your slope is not 0. By our strict rule it is 1 only "
    "above 0.",
    "slope-everywhere": "Your ReLU rises everywhere. Below 0 it is flat.",
    "slope-minus-one": "Below 0 you have a slope of −1. ReLU is flat there.",
}

SOFTMAX = {
    "normalised-by-sum": "Dividing by the sum breaks for negative logits. Exponentiate "
    "first.",
    "softmax-axis": "Your columns sum to 1, and your rows do not. Each row is one "
    "example: add up along axis 1.",
    "softmax-all": "All rows together sum to 1. Normalise each row.",
    "overflow": "Large logits give NaN. Subtract the row's largest value first.",
    "shift-of-columns": "You subtracted the largest number of each column. A row is "
    "one example: take the largest along axis 1.",
    "shift-of-all": "You subtracted the largest number of all rows. Each row needs its "
    "own.",
    "sigmoid-for-softmax": "You squeezed each number alone. The numbers of a row share "
    "one sum.",
    "softmax-base-two": "You used base 2. The exponential has base e.",
    "winner-takes-all": "You gave the largest number everything. Every class gets its "
    "share.",
    "not-normalised": "Your rows do not sum to 1: the division is missing.",
}

MATRIX = {
    "product-elementwise": "You multiplied element by element. Each entry is a row of "
    "A times a column of B, added up.",
    "factors-swapped": "You computed BA. The rows come from A, the columns from B.",
    "rows-of-b": "You took rows of B. Take its columns.",
    "columns-of-a": "You took columns of A. Take its rows.",
    "last-product-kept": "You kept the last product only. Add them up.",
    "not-transposed": "Your W still has the units in rows. Here column j leads into "
    "unit j.",
    "reshape-for-transpose": "`reshape` keeps the reading order and mixes the units "
    "up. Transpose instead.",
    "units-reversed": "Your units come in reversed order. Keep their order.",
    "column-kept": "Your b is still a column. Here it has the shape (m,).",
    "row-kept": "Your b has two axes. Here it has the shape (m,).",
    "bias-last": "You put the biases into the last row. x0 comes first, so they are "
    "row 0.",
    "bias-as-column": "You joined the biases as a column. A column of W leads into one "
    "unit; the biases are a row.",
    "bias-on-weights": "You added b to every weight. Join it as a row of its own.",
    "ones-joined": "You joined ones to W. The ones belong to X, the biases to W.",
    "bias-left-out": "Your matrix has no row for the biases.",
}

LAYER = {
    "weights-transposed": "{got} is what the transpose of W gives. Column j of W leads "
    "into unit j.",
    "elementwise-product": "You multiplied element by element. A layer needs `@`.",
    "order-reversed": "You multiplied in textbook order. Examples are rows here: `X @ "
    "W`.",
    "activation-forgotten": "These are the sums. The activation is still missing.",
    "weights-ignored": "Your output does not depend on the weights.",
    "bias-forgotten": "Your layer ignores b.",
    "bias-column": "Each example got its own bias. b has one value per unit.",
    "inputs-squeezed": "You put the inputs through the activation. It comes after the "
    "sums.",
    "bias-after-activation": "You added b after the activation. It belongs to the sum.",
}


def _alike(form: Callable[[Array], Array]) -> Callable[[Array], Array]:
    """Keep a form quiet: powers that overflow are what it shows."""

    def quiet(Z: Array) -> Array:
        with np.errstate(all="ignore"):
            return form(np.asarray(Z, dtype=float))

    return quiet


def _overflowed(_values: list, calls: list) -> bool:
    return any("overflow" in note for call in calls for note in call.notes)


def _not_finite(values: list, _calls: list) -> bool:
    return any(np.isnan(np.asarray(value, dtype=float)).any() for value in values)


def _shares(P: Array) -> Array:
    return P / P.sum(axis=1, keepdims=True)


def _columns_to_one(values: list, _calls: list) -> bool:
    return all(np.allclose(np.sum(value, axis=0), 1) for value in values)


def _last_product(A: Array, B: Array) -> Array:
    return np.outer(A[:, -1], B[-1])


def _layer(X: Array, W: Array, b: Array) -> Array:
    return sigmoid(np.asarray(X) @ W + b)


CURVES = LESSON + "“Smooth decisions”"
MATRICES = LESSON + "“A layer is a matrix”"

TASKS = {
    "forward-sigmoid": Task(
        ACTIVATION,
        {
            "sigmoid-sign": lambda Z: sigmoid(-Z),
            "sigmoid-half-slope": lambda Z: sigmoid(Z / 2),
            "sigmoid-base-two": lambda Z: sigmoid(np.log(2) * Z),
            "sigmoid-as-step": any_of(lambda Z: Z > 0, lambda Z: Z >= 0),
            "tanh-for-sigmoid": lambda Z: tanh(Z),
            "one-forgotten": any_of(
                _alike(lambda Z: 1 / np.exp(-Z)), _alike(lambda Z: np.exp(-Z))
            ),
            "clipped-early": any_of(
                *(lambda Z, k=k: sigmoid(np.clip(Z, -k, k)) for k in range(2, 11))
            ),
            "overflow-nan": Probe(_not_finite),
            "overflow": Probe(_overflowed),
        },
        CURVES,
    ),
    "forward-tanh": Task(
        ACTIVATION,
        {
            "tanh-as-sign": any_of(np.sign, lambda Z: np.where(Z > 0, 1, -1)),
            "tanh-as-sigmoid": lambda Z: 2 * sigmoid(Z) - 1,
            "sigmoid-for-tanh": lambda Z: sigmoid(Z),
            "tangent-of-angle": lambda Z: np.tan(Z),
            "tanh-upside-down": _alike(lambda Z: 1 / np.tanh(Z)),
            "tanh-undivided": any_of(np.sinh, lambda Z: 2 * np.sinh(Z)),
        },
        CURVES,
    ),
    "forward-relu": Task(
        ACTIVATION,
        {
            "relu-absolute": lambda Z: np.abs(Z),
            "relu-largest": any_of(lambda Z: np.max(Z, 0), lambda Z: np.max(Z)),
            "relu-floored": lambda Z: np.floor(np.maximum(Z, 0)),
            "relu-of-negatives": lambda Z: np.minimum(Z, 0),
            "relu-as-step": lambda Z: 1.0 * (Z > 0),
            "relu-forgotten": lambda Z: Z,
            "relu-leaky": any_of(
                *(lambda Z, k=k: np.maximum(Z, k * Z) for k in (0.01, 0.1, 0.2))
            ),
        },
        CURVES,
    ),
    "forward-sigmoid-slope": Task(
        SLOPE,
        {
            "slope-of-activation": lambda Z: (
                sigmoid(sigmoid(Z)) * (1 - sigmoid(sigmoid(Z)))
            ),
            "formula-on-z": lambda Z: Z * (1 - Z),
            "value-for-slope": lambda Z: sigmoid(Z),
            "factor-forgotten": lambda Z: 1 - sigmoid(Z),
            "slope-sign": lambda Z: sigmoid(Z) * (sigmoid(Z) - 1),
        },
        CURVES,
    ),
    "forward-tanh-slope": Task(
        SLOPE,
        {
            "slope-of-activation": lambda Z: 1 - tanh(tanh(Z)) ** 2,
            "formula-on-z": lambda Z: 1 - Z**2,
            "value-for-slope": lambda Z: tanh(Z),
            "square-forgotten": lambda Z: 1 - tanh(Z),
            "sigmoid-for-tanh": lambda Z: tanh(Z) * (1 - tanh(Z)),
            "slope-sign": lambda Z: tanh(Z) ** 2 - 1,
        },
        CURVES,
    ),
    "forward-relu-slope": Task(
        SLOPE,
        {
            "corner-counted": any_of(
                lambda Z: Z >= 0, lambda Z: np.heaviside(Z, 0.5), lambda Z: Z > -1e-6
            ),
            "value-for-slope": lambda Z: np.maximum(Z, 0),
            "slope-everywhere": lambda Z: np.ones_like(Z),
            "slope-minus-one": any_of(np.sign, lambda Z: np.where(Z > 0, 1, -1)),
        },
        CURVES,
    ),
    "forward-softmax": Task(
        SOFTMAX,
        {
            "normalised-by-sum": lambda Z: _shares(np.asarray(Z)),
            "softmax-axis": Probe(_columns_to_one),
            "softmax-all": lambda Z: softmax(np.ravel(Z)).reshape(np.shape(Z)),
            "sigmoid-for-softmax": any_of(sigmoid, lambda Z: _shares(sigmoid(Z))),
            "softmax-base-two": lambda Z: softmax(np.log(2) * np.asarray(Z)),
            "winner-takes-all": lambda Z: np.eye(Z.shape[1])[np.argmax(Z, axis=1)],
            "not-normalised": any_of(
                _alike(np.exp), lambda Z: np.exp(Z - Z.max(axis=1, keepdims=True))
            ),
            "shift-of-columns": _alike(lambda Z: _shares(np.exp(Z - Z.max(axis=0)))),
            "shift-of-all": _alike(lambda Z: _shares(np.exp(Z - Z.max()))),
            "overflow": Probe(_not_finite),
        },
        CURVES,
    ),
    "forward-product": Task(
        MATRIX,
        {
            "product-elementwise": lambda A, B: np.multiply(A, B),
            "factors-swapped": lambda A, B: B @ A,
            "rows-of-b": lambda A, B: A @ B.T,
            "columns-of-a": lambda A, B: A.T @ B,
            "last-product-kept": _last_product,
        },
        MATRICES,
    ),
    "forward-textbook": Task(
        MATRIX,
        {
            "not-transposed": lambda w, b: (w, b[:, 0]),
            "reshape-for-transpose": lambda w, b: (w.reshape(w.shape[::-1]), b[:, 0]),
            "units-reversed": lambda w, b: (w.T[:, ::-1], b[::-1, 0]),
            "column-kept": lambda w, b: (w.T, b),
            "row-kept": lambda w, b: (w.T, b.T),
        },
        MATRICES,
    ),
    "forward-bias-row": Task(
        MATRIX,
        {
            "bias-last": lambda W, b: np.vstack([W, b]),
            "bias-as-column": lambda W, b: np.column_stack([b, W]),
            "bias-on-weights": lambda W, b: W + b,
            "ones-joined": lambda W, b: np.vstack([np.ones_like(b), W]),
            "bias-left-out": lambda W, b: W,
        },
        MATRICES,
    ),
    "forward-layer": Task(
        LAYER,
        {
            "weights-transposed": lambda X, W, b: _layer(X, W.T, b),
            "elementwise-product": lambda X, W, b: sigmoid(X * W + b),
            "order-reversed": lambda X, W, b: sigmoid(W @ X + b),
            "activation-forgotten": lambda X, W, b: X @ W + b,
            "weights-ignored": any_of(
                lambda X, W, b: sigmoid(X), lambda X, W, b: sigmoid(X + b)
            ),
            "bias-forgotten": lambda X, W, b: _layer(X, W, 0),
            "bias-column": lambda X, W, b: _layer(X, W, b[:, None]),
            "inputs-squeezed": lambda X, W, b: sigmoid(X) @ W + b,
            "bias-after-activation": lambda X, W, b: _layer(X, W, 0) + b,
        },
        MATRICES,
    ),
}
