"""Make sequences to learn from: the adding problem, windows of a series, text in codes.

``adding_problem`` draws a task that only memory can solve, ``windows`` cuts a series
into what is known and what comes next, ``encode`` turns a text into numbers.
"""

import numpy as np

from nnbyhand.shapes import Array, check_array, check_shape


def adding_problem(
    n: int, n_steps: int, rng: np.random.Generator
) -> tuple[Array, Array]:
    """Draw numbers in 0 to 1, two of them marked; the target is the sum of those two.

    One mark lies in the first half of the steps, one in the second. Who always says 1
    has a mean squared error of 1/6.

    Shapes: X (n, t, 2), the number and its mark; Y (n, 1).
    Taught in course/10_recurrent_networks.

    >>> X, Y = adding_problem(3, 10, np.random.default_rng(0))
    >>> X.shape, Y.shape, X[:, :, 1].sum(axis=1)
    ((3, 10, 2), (3, 1), array([2., 2., 2.]))
    """
    if n < 1 or n_steps < 2:
        raise ValueError(
            "adding_problem: n must be at least 1 and n_steps at least 2, "
            f"got {n} and {n_steps}"
        )
    if not isinstance(rng, np.random.Generator):
        raise TypeError(
            f"adding_problem: rng must be a numpy Generator, got {type(rng).__name__}"
        )
    X, rows, half = np.zeros((n, n_steps, 2)), np.arange(n), n_steps // 2
    X[:, :, 0] = rng.random((n, n_steps))
    first, second = rng.integers(0, half, n), rng.integers(half, n_steps, n)
    X[rows, first, 1] = X[rows, second, 1] = 1
    return X, X[rows, first, :1] + X[rows, second, :1]


def windows(values: Array, length: int) -> tuple[Array, Array]:
    """Cut a series into windows of ``length`` values and the value after each.

    Shapes: values (t,) -> X (t - length, length), y (t - length,).
    Taught in course/10_recurrent_networks.

    >>> X, y = windows([5.0, 6.0, 7.0, 8.0], 2)
    >>> X.tolist(), y.tolist()
    ([[5.0, 6.0], [6.0, 7.0]], [7.0, 8.0])
    """
    values = check_array("windows", "values", values)
    check_shape("windows", "values", values, ("t",))
    if not 1 <= length < len(values):
        raise ValueError(
            f"windows: length must be from 1 to {len(values) - 1}, so that a value "
            f"comes after the first window, got {length}"
        )
    cut = np.lib.stride_tricks.sliding_window_view(values, length + 1)
    return cut[:, :-1].copy(), cut[:, -1].copy()


def rmse(predictions: Array, targets: Array) -> float:
    """Give the root of the mean squared error, in the unit of the targets.

    Shapes: both (n,). Taught in course/10_recurrent_networks.

    >>> rmse([1.0, 2.0], [4.0, 5.0])
    3.0
    """
    targets = check_array("rmse", "targets", targets)
    predictions = check_array("rmse", "predictions", predictions)
    check_shape("rmse", "predictions", predictions, targets.shape)
    return float(np.sqrt(np.mean((predictions - targets) ** 2)))


def encode(text: str) -> tuple[Array, str]:
    """Number the characters of a text; give the numbers and the alphabet, in order.

    Shapes: text of t characters -> (t,). Taught in course/10_recurrent_networks.

    >>> codes, alphabet = encode("abba")
    >>> codes.tolist(), alphabet
    ([0, 1, 1, 0], 'ab')
    """
    if not text:
        raise ValueError("encode: the text is empty, so there is nothing to number")
    alphabet = "".join(sorted(set(text)))
    places = {character: i for i, character in enumerate(alphabet)}
    return np.array([places[character] for character in text]), alphabet
