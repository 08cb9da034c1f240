"""Send the error back through layer after layer, by hand.

``backprop`` gives the gradients of a network of any depth, ``train`` learns with them
in mini-batches, ``train_step`` takes one step; ``by_shares`` is the slides' heuristic.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from nnbyhand.activations import ACTIVATIONS
from nnbyhand.forward import forward
from nnbyhand.losses import half_squared
from nnbyhand.prepare import mini_batches
from nnbyhand.shapes import Array, check_array, check_shape

Arrays = list[Array]


def backprop(
    X: Array,
    Y: Array,
    weights: Sequence[Array],
    biases: Sequence[Array],
    activation: str = "sigmoid",
) -> tuple[Arrays, Arrays]:
    """Give two lists of gradients of the half squared error, an array for each layer.

    Shapes: X (n, d), Y (n, k), weights (d_in, d_out) and biases (d_out,) of each layer
    -> the gradients of the weights, the gradients of the biases.
    Taught in course/06_backpropagation.

    >>> dWs, dbs = backprop([[1.0]], [[0.0]], [[[2.0]]], [[-2.0]])
    >>> dWs[0].tolist(), dbs[0].tolist()
    ([[0.125]], [0.125])
    """
    function, slope = ACTIVATIONS[activation]
    Zs, As = forward(X, weights, biases, function)
    Y = check_array("backprop", "Y", Y)
    check_shape("backprop", "Y", Y, As[-1].shape)
    inputs = [check_array("backprop", "X", X), *As]  # inputs[i] enters layer i
    delta = (As[-1] - Y) / len(Y) * slope(Zs[-1])  # BP1
    dWs, dbs = [], []
    for i in reversed(range(len(Zs))):
        dbs.insert(0, delta.sum(axis=0))  # BP3
        dWs.insert(0, inputs[i].T @ delta)  # BP4
        if i:
            delta = delta @ np.transpose(weights[i]) * slope(Zs[i - 1])  # BP2
    return dWs, dbs


def train_step(
    X: Array,
    Y: Array,
    weights: Sequence[Array],
    biases: Sequence[Array],
    lr: float,
    activation: str = "sigmoid",
) -> tuple[Arrays, Arrays]:
    """Take one step against the gradient; give new weights and biases.

    Shapes: as for ``backprop`` -> weights, biases. Taught in
    course/06_backpropagation.

    >>> train_step([[1.0]], [[0.0]], [[[2.0]]], [[-2.0]], lr=1.0)[1]
    [array([-2.125])]
    """
    dWs, dbs = backprop(X, Y, weights, biases, activation)
    return (
        [W - lr * dW for W, dW in zip(weights, dWs, strict=True)],
        [b - lr * db for b, db in zip(biases, dbs, strict=True)],
    )


def start(sizes: Sequence[int], rng: np.random.Generator) -> tuple[Arrays, Arrays]:
    """Draw weights of deviation ``1 / sqrt(d_in)``, layer by layer; biases are 0.

    Shapes: weights (d_in, d_out), biases (d_out,) of each layer.
    Taught in course/06_backpropagation.
    """
    weights = [
        rng.normal(size=(d_in, d_out)) / np.sqrt(d_in)
        for d_in, d_out in pairwise(sizes)
    ]
    return weights, [np.zeros(d_out) for d_out in sizes[1:]]


def train(
    X: Array,
    Y: Array,
    weights: Sequence[Array],
    biases: Sequence[Array],
    lr: float,
    batch_size: int,
    n_epochs: int,
    rng: np.random.Generator,
) -> tuple[Arrays, Arrays, list[float]]:
    """Train a sigmoid network in mini-batches; give it and the loss before each epoch.

    Shapes: as for ``backprop`` -> weights, biases, n_epochs losses over all examples.
    Taught in course/06_backpropagation.
    """
    X, Y = check_array("train", "X", X), check_array("train", "Y", Y)
    weights, biases, losses = list(weights), list(biases), []
    for _ in range(n_epochs):
        losses.append(half_squared(forward(X, weights, biases)[1][-1], Y))
        for rows in mini_batches(len(X), batch_size, rng):
            weights, biases = train_step(X[rows], Y[rows], weights, biases, lr)
    return weights, biases, losses


def by_shares(errors: Array, W: Array) -> Array:
    """Split each output's error in proportion to the weights that enter it.

    A picture of how errors go back, not the gradient: that does not divide.

    Shapes: errors (n, k), W (hidden, k) -> (n, hidden).
    Taught in course/06_backpropagation.

    >>> by_shares([[4.0]], [[1.0], [3.0]]).tolist()
    [[1.0, 3.0]]
    """
    errors, W = (
        check_array("by_shares", "errors", errors),
        check_array("by_shares", "W", W),
    )
    check_shape("by_shares", "W", W, ("hidden", errors.shape[-1]))
    return errors @ (W / W.sum(axis=0)).T


def accuracy(
    X: Array, labels: Array, weights: Sequence[Array], biases: Sequence[Array]
) -> float:
    """Give the share of examples whose largest output is the true class.

    Shapes: X (n, d), labels (n,). Taught in course/06_backpropagation.
    """
    outputs = forward(X, weights, biases)[1][-1]
    return float((outputs.argmax(axis=1) == labels).mean())
