"""Backward passes with one fault each, to practise finding faults on.

``BROKEN`` holds four, named by letters; ``faulty`` makes more of them. A network that
learns with a faulty gradient often still learns a little, which is why one checks.
"""

from collections.abc import Callable, Sequence

import numpy as np

from nnbyhand.activations import ACTIVATIONS
from nnbyhand.shapes import Array, check_array

Arrays = list[Array]
LEAK = 0.1  # the slope of the leaky ReLU below 0


def leaky(Z: Array) -> Array:
    """Let a tenth of a negative sum through; leave the others as they are.

    Shapes: any -> the same. Taught in course/06_backpropagation.

    >>> leaky([-2.0, 3.0]).tolist()
    [-0.2, 3.0]
    """
    Z = check_array("leaky", "Z", Z)
    return np.where(Z > 0, Z, LEAK * Z)


def leaky_slope(Z: Array) -> Array:
    """Give the slope of ``leaky`` at the sums: 1 above 0, a tenth at 0 and below.

    Shapes: any -> the same. Taught in course/06_backpropagation.

    >>> leaky_slope([-2.0, 0.0, 3.0]).tolist()
    [0.1, 0.1, 1.0]
    """
    return np.where(check_array("leaky_slope", "Z", Z) > 0, 1.0, LEAK)


FORMS = ACTIVATIONS | {"leaky": (leaky, leaky_slope)}


def faulty(
    X: Array,
    Y: Array,
    weights: Sequence[Array],
    biases: Sequence[Array],
    activation: str = "sigmoid",
    fault: str = "",
    output: str = "",
) -> tuple[Arrays, Arrays]:
    """Give gradients as ``backprop`` does, with a fault; without one they are right.

    ``activation`` is one of ``FORMS``. ``output="softmax"`` ends in softmax with
    cross-entropy instead, another name ends in this activation.

    Shapes: as for ``nnbyhand.backprop.backprop``. Taught in
    course/06_backpropagation.
    """
    inputs = check_array("faulty", "X", X)
    layers = [FORMS[activation]] * (len(weights) - 1) + [FORMS[output or activation]]
    Zs, As = [], []
    for W, b, (function, _) in zip(weights, biases, layers, strict=True):
        Zs.append((As[-1] if As else inputs) @ np.asarray(W) + b)
        As.append(function(Zs[-1]))
    n = 1 if fault == "no mean" else len(X)
    last = As[-1]
    delta = (Y - last if fault == "sign" else last - Y) / n
    at = As if fault == "slope at A" else Zs
    if fault == "factor two":
        delta = 2 * delta
    if output == "softmax":
        if fault == "output slope":
            delta = delta * last * (1 - last)
    elif fault != "output slope":
        delta = delta * layers[-1][1](at[-1])
    dWs, dbs = [], []
    for i in reversed(range(len(Zs))):
        before = As[i - 1] if i else inputs
        if fault == "sums" and i:
            before = Zs[i - 1]
        if fault == "own activation":
            before = As[i]
        dW, db = before.T @ delta, delta.sum(axis=0)
        if fault == "mean twice":
            dW, db = dW / len(X), db / len(X)
        if fault == "bias mean":
            db = db / len(X)
        if fault == "bias zero":
            db = 0 * db
        if fault == "transposed":
            dW = dW.T
        if fault == "first skipped" and i == 0:
            dW, db = 0 * dW, 0 * db
        dWs.insert(0, dW)
        dbs.insert(0, db)
        if i:
            W = np.asarray(weights[i], dtype=float)
            delta = delta @ (W if fault == "weights" else W.T)
            if fault != "hidden slope":
                delta = delta * layers[i - 1][1](at[i - 1])
    return dWs, dbs


def _keep_secret(fault: str) -> Callable[..., tuple[Arrays, Arrays]]:
    """Give ``faulty`` with a fault that neither its name nor its display tells."""

    def broken(
        X: Array,
        Y: Array,
        weights: Sequence[Array],
        biases: Sequence[Array],
        activation: str = "sigmoid",
    ) -> tuple[Arrays, Arrays]:
        return faulty(X, Y, weights, biases, activation, fault)

    return broken


BROKEN = {
    "A": _keep_secret("sums"),
    "B": _keep_secret("no mean"),
    "C": _keep_secret("hidden slope"),
    "D": _keep_secret("bias mean"),
}
