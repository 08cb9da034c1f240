"""Backward passes with one fault each, to practise finding faults on.

``BROKEN`` holds four, named by letters; ``faulty`` makes more of them. A network that
learns with a faulty gradient often still learns a little, which is why one checks.
"""

from collections.abc import Callable, Sequence

import numpy as np

from nnbyhand.activations import ACTIVATIONS, softmax
from nnbyhand.forward import forward
from nnbyhand.shapes import Array

Arrays = tuple[Array, ...]


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

    ``output="softmax"`` ends in softmax with cross-entropy instead.

    Shapes: as for ``nnbyhand.backprop.backprop``. Taught in
    course/06_backpropagation.
    """
    function, slope = ACTIVATIONS[activation]
    Zs, As = forward(X, weights, biases, function)
    n = 1 if fault == "no mean" else len(X)
    last = softmax(Zs[-1]) if output == "softmax" else As[-1]
    delta = (Y - last if fault == "sign" else last - Y) / n
    at = As if fault == "slope at A" else Zs
    if fault == "factor two":
        delta = 2 * delta
    if output == "softmax":
        if fault == "output slope":
            delta = delta * last * (1 - last)
    elif fault != "output slope":
        delta = delta * slope(at[-1])
    dWs, dbs = [], []
    for i in reversed(range(len(Zs))):
        before = As[i - 1] if i else np.asarray(X, dtype=float)
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
                delta = delta * slope(at[i - 1])
    return tuple(dWs), tuple(dbs)


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
