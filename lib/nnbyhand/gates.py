"""Threshold units and what can be built from them: gates, XOR, any Boolean function.

``neuron`` gives the weighted sum, ``step`` and ``sign`` decide whether the unit
fires, and ``boolean_network`` builds a network from a truth table.
"""

from itertools import product

import numpy as np

from nnbyhand.shapes import Array, check_array, check_shape

# weights and bias of each gate on inputs 0 and 1
GATES: dict[str, tuple[tuple[int, ...], float]] = {
    "AND": ((1, 1), -1.5),
    "OR": ((1, 1), -0.5),
    "NAND": ((-1, -1), 1.5),
    "NOR": ((-1, -1), 0.5),
    "NOT": ((-1,), 0.5),
}


def step(z: Array) -> Array:
    """Fire, 1, where the sum is above zero, else stay silent, 0.

    Shapes: z of any shape -> the same shape. The rule is strict: step(0) = 0.
    Taught in course/01_neurons_and_gates.

    >>> step(np.array([-2.0, 0.0, 0.5]))
    array([0., 0., 1.])
    """
    z = check_array("step", "z", z)
    return (z > 0).astype(z.dtype)


def sign(z: Array) -> Array:
    """Give +1 where the sum is above zero, else -1.

    Shapes: z of any shape -> the same shape. ``np.sign`` has a third answer, 0, and
    is another function. Taught in course/01_neurons_and_gates.

    >>> sign(np.array([-2.0, 0.0, 0.5]))
    array([-1., -1.,  1.])
    """
    z = check_array("sign", "z", z)
    return np.where(z > 0, 1.0, -1.0).astype(z.dtype)


def neuron(X: Array, w: Array, b: float) -> Array:
    """Weigh the inputs, add them up, add the bias: ``z = x1*w1 + x2*w2 + … + b``.

    Shapes: X (n, d) or (d,), w (d,), b one number -> z (n,) or one number.
    Taught in course/01_neurons_and_gates.

    >>> float(neuron([2, -1, 0.5], [0.5, 1.5, -2], 0.75))
    -0.75
    """
    X, w = check_array("neuron", "X", X), check_array("neuron", "w", w)
    check_shape("neuron", "w", w, ("d",))
    check_shape("neuron", "X", X, (len(w),) if X.ndim == 1 else ("n", len(w)))
    return X @ w + b


def truth_inputs(n_inputs: int) -> Array:
    """Give all rows of a truth table in counting order.

    Shapes: n_inputs -> (2**n_inputs, n_inputs) of 0 and 1, the last input fastest.
    Taught in course/01_neurons_and_gates.

    >>> truth_inputs(2).tolist()
    [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]]
    """
    return np.array(list(product([0.0, 1.0], repeat=n_inputs)))


def two_layers(X: Array, W1: Array, b1: Array, W2: Array, b2: Array) -> Array:
    """Send examples through a hidden layer and an output unit of threshold units.

    Shapes: X (n, d), W1 (d, hidden), b1 (hidden,), W2 (hidden,), b2 one number
    -> (n,) of 0 and 1. Taught in course/01_neurons_and_gates.
    """
    X = check_array("two_layers", "X", X)
    W1 = check_array("two_layers", "W1", W1, empty=True)
    b1 = check_array("two_layers", "b1", b1, empty=True)
    W2 = check_array("two_layers", "W2", W2, empty=True)
    check_shape("two_layers", "W1", W1, (X.shape[1], "hidden"))
    check_shape("two_layers", "b1", b1, (W1.shape[1],))
    W2 = W2[:, 0] if W2.ndim == 2 and W2.shape[1] == 1 else W2
    check_shape("two_layers", "W2", W2, (W1.shape[1],))
    b2 = np.ravel(check_array("two_layers", "b2", b2))
    check_shape("two_layers", "b2", b2, (1,))
    hidden = step(X @ W1 + b1) if W1.shape[1] else np.zeros((len(X), 0))
    return step(hidden @ W2 + b2)


def boolean_network(table: Array) -> tuple[Array, Array, Array, float]:
    """Build a network for any Boolean function: one hidden unit for each true row.

    The hidden unit of a row weighs +1 where the row has a one and -1 where it has a
    zero, so that only this row reaches its number of ones; the output is an OR.

    Shapes: table (2**d,) in counting order -> W1 (d, hidden), b1 (hidden,),
    W2 (hidden,), b2. Taught in course/01_neurons_and_gates.
    """
    table = check_array("boolean_network", "table", table)
    n_inputs = int(np.log2(len(table)))
    check_shape("boolean_network", "table", table, (2**n_inputs,))
    true_rows = truth_inputs(n_inputs)[table == 1]  # (hidden, d)
    W1 = (2 * true_rows - 1).T
    b1 = 0.5 - true_rows.sum(axis=1)
    return W1, b1, np.ones(len(true_rows)), -0.5


def count_separable(n_inputs: int) -> int:
    """Count the Boolean functions of ``n_inputs`` inputs that one unit can compute.

    Every such function is computed by small whole weights and a half-integer bias
    for up to three inputs, so trying those finds all of them.
    Taught in course/01_neurons_and_gates.

    >>> count_separable(2)
    14
    """
    if n_inputs not in (1, 2, 3):
        raise ValueError(
            f"count_separable: n_inputs must be 1, 2 or 3, got {n_inputs}; "
            "more inputs need larger weights than are tried here"
        )
    X = truth_inputs(n_inputs)
    weights = np.array(list(product(range(-2, 3), repeat=n_inputs)))
    found = {
        tuple(column)
        for bias in np.arange(-6.5, 7.0)
        for column in step(X @ weights.T + bias).T.astype(int).tolist()
    }
    return len(found)


def truth_table(numbers: Array, inputs: Array | None = None) -> Array:
    """Give what a unit answers on every row; ``numbers`` are its weights, then b.

    Shapes: numbers (d + 1,), inputs (rows, d) -> (rows,) of 0 and 1; without inputs
    the rows are those of a truth table. Taught in course/01_neurons_and_gates.

    >>> truth_table([1, 1, -1.5])
    array([0., 0., 0., 1.])
    """
    numbers = check_array("truth_table", "numbers", numbers)
    check_shape("truth_table", "numbers", numbers, ("d + 1",))
    X = truth_inputs(len(numbers) - 1) if inputs is None else inputs
    return step(neuron(X, numbers[:-1], float(numbers[-1])))
