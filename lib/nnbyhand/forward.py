"""Walk forward through a network, count it, merge it, and build one from stairs.

``forward`` keeps every sum and activation on the way, ``count_parameters`` counts,
``merge_linear`` turns two linear layers into one, ``staircase`` builds a network that
follows any curve, and ``graph`` is a calculation as three nodes.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from nnbyhand.activations import sigmoid
from nnbyhand.gates import step
from nnbyhand.shapes import Array, check_array, check_shape


def forward(
    X: Array,
    weights: Sequence[Array],
    biases: Sequence[Array],
    activation: Callable[[Array], Array] = sigmoid,
) -> tuple[list[Array], list[Array]]:
    """Send examples through all layers and keep each layer's sums and activations.

    Shapes: X (n, d), weights (d_in, d_out) and biases (d_out,) of each layer
    -> lists of (n, d_out), one array for each layer.
    Taught in course/03_forward_propagation.

    >>> Zs, As = forward([[1.0, 0.5]], [[[0.9, 0.2], [0.3, 0.8]]], [[0.0, 0.0]])
    >>> Zs[0].round(2).tolist(), As[0].round(4).tolist()
    ([[1.05, 0.6]], [[0.7408, 0.6457]])
    """
    if len(weights) != len(biases) or not len(weights):
        raise ValueError(
            f"forward: each layer has weights and biases, got {len(weights)} of the "
            f"first and {len(biases)} of the second"
        )
    A = check_array("forward", "X", X)
    Zs, As = [], []
    for i, (W, b) in enumerate(zip(weights, biases, strict=True)):
        W = check_array("forward", f"weights[{i}]", W)
        b = check_array("forward", f"biases[{i}]", b)
        check_shape("forward", "X" if i == 0 else "A", A, ("n", len(W)))
        check_shape("forward", f"biases[{i}]", b, (W.shape[-1],))
        Z = A @ W + b
        A = activation(Z)
        Zs.append(Z)
        As.append(A)
    return Zs, As


def parameter_shapes(sizes: Sequence[int]) -> list[tuple[int, ...]]:
    """Give the shapes of the arrays of a dense network: W, then b, layer by layer.

    Taught in course/03_forward_propagation.

    >>> parameter_shapes([3, 3, 2])
    [(3, 3), (3,), (3, 2), (2,)]
    """
    if len(sizes) < 2:
        raise ValueError(
            f"parameter_shapes: sizes must be two or more, got {list(sizes)}"
        )
    pairs = pairwise(sizes)
    return [shape for d_in, d_out in pairs for shape in ((d_in, d_out), (d_out,))]


def count_parameters(sizes: Sequence[int]) -> int:
    """Count the weights and biases of a dense network given by its sizes.

    Taught in course/03_forward_propagation.

    >>> count_parameters([784, 128, 10])
    101770
    """
    return sum(int(np.prod(shape)) for shape in parameter_shapes(sizes))


def merge_linear(W1: Array, b1: Array, W2: Array, b2: Array) -> tuple[Array, Array]:
    """Give the one linear layer that does what two in a row do.

    Shapes: W1 (d_in, hidden), b1 (hidden,), W2 (hidden, d_out), b2 (d_out,)
    -> W (d_in, d_out), b (d_out,). Taught in course/03_forward_propagation.

    >>> W, b = merge_linear([[2.0]], [1.0], [[3.0]], [0.5])
    >>> W.tolist(), b.tolist()
    ([[6.0]], [3.5])
    """
    W1, b1 = (
        check_array("merge_linear", "W1", W1),
        check_array("merge_linear", "b1", b1),
    )
    W2, b2 = (
        check_array("merge_linear", "W2", W2),
        check_array("merge_linear", "b2", b2),
    )
    check_shape("merge_linear", "W1", W1, ("d_in", len(b1)))
    check_shape("merge_linear", "W2", W2, (len(b1), len(b2)))
    return W1 @ W2, b1 @ W2 + b2


def staircase(
    f: Callable[[Array], Array], n_stairs: int
) -> tuple[Array, Array, Array, float]:
    """Build a network of step units that climbs along ``f`` on the interval 0 to 1.

    Each stair is as high as ``f`` in its middle; a hidden unit at each inner edge
    adds the difference to the stair before.

    Shapes: f (n,) -> (n,) -> W1 (1, hidden), b1 (hidden,), W2 (hidden,), b2, with one
    hidden unit less than stairs. Taught in course/03_forward_propagation.

    >>> W1, b1, W2, b2 = staircase(lambda x: x, 4)
    >>> (-b1).tolist(), W2.tolist(), float(b2)
    ([0.25, 0.5, 0.75], [0.25, 0.25, 0.25], 0.125)
    """
    if n_stairs < 2:
        raise ValueError(f"staircase: n_stairs must be at least 2, got {n_stairs}")
    heights = check_array(
        "staircase", "f(x)", f((np.arange(n_stairs) + 0.5) / n_stairs)
    )
    check_shape("staircase", "f(x)", heights, (n_stairs,))
    edges = np.arange(1, n_stairs) / n_stairs
    return np.ones((1, n_stairs - 1)), -edges, np.diff(heights), heights[0]


def step_network(x: Array, W1: Array, b1: Array, W2: Array, b2: float) -> Array:
    """Answer with a hidden layer of step units and a linear output.

    Shapes: x (n,), W1 (1, hidden), b1 (hidden,), W2 (hidden,) or a column -> (n,).
    Taught in course/03_forward_propagation.

    >>> step_network([0.1, 0.3, 0.9], *staircase(lambda x: x, 4)).tolist()
    [0.125, 0.375, 0.875]
    """
    x, W1 = check_array("step_network", "x", x), check_array("step_network", "W1", W1)
    check_shape("step_network", "x", x, ("n",))
    check_shape("step_network", "W1", W1, (1, "hidden"))
    b1 = check_array("step_network", "b1", b1)
    b1 = b1[0] if b1.ndim == 2 and len(b1) == 1 else b1
    check_shape("step_network", "b1", b1, (W1.shape[1],))
    hidden = step(x[:, None] @ W1 + b1)
    W2 = check_array("step_network", "W2", W2)
    W2 = W2[:, 0] if W2.ndim == 2 and W2.shape[1] == 1 else W2
    check_shape("step_network", "W2", W2, (W1.shape[1],))
    return hidden @ W2 + b2


def graph(b: float, c: float) -> tuple[float, float, float]:
    """Compute the three nodes d = b + c, e = c + 2 and a = d * e, in this order.

    Taught in course/03_forward_propagation.

    >>> graph(2, 1)
    (3, 3, 9)
    """
    d = b + c
    e = c + 2
    return d, e, d * e
