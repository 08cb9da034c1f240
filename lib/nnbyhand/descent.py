"""Walk downhill: descend any gradient, fit a line, train one unit, count batches.

``descend`` keeps every place on the way, ``train_logistic`` walks in mini-batches,
``range_losses`` and ``choose_rate`` find a learning rate, ``small_change`` foretells
what a little more of each weight does.
"""

from collections.abc import Callable, Sequence

import numpy as np

from nnbyhand.activations import sigmoid, sigmoid_slope
from nnbyhand.data import load_digits
from nnbyhand.losses import binary_cross_entropy_gradient
from nnbyhand.optim import first_rise, range_test
from nnbyhand.prepare import mini_batches
from nnbyhand.shapes import Array, check_array, check_shape

VALLEY = np.array([1.0, 10.0])  # how steep the valley is along w1 and along w2


def descend(
    gradient: Callable[[Array], Array], w: Array, lr: float, n_steps: int
) -> Array:
    """Step against the gradient; give the start and the place after each step.

    Shapes: w (d,) or one number -> (n_steps + 1, d) or (n_steps + 1,).
    Taught in course/04_loss_and_gradient_descent.

    >>> descend(lambda w: 2 * (w - 3), 0.0, 0.1, 2).round(2).tolist()
    [0.0, 0.6, 1.08]
    """
    places = [check_array("descend", "w", w)]
    for _ in range(n_steps):
        places.append(places[-1] - lr * gradient(places[-1]))
    return np.array(places)


def valley(w: Array, steep: Array = VALLEY) -> Array:
    """Give the height of a bowl that is steeper along one weight than the other.

    Shapes: w (..., 2) -> (...). Taught in course/04_loss_and_gradient_descent.

    >>> float(valley([10, 1]))
    55.0
    """
    w = check_array("valley", "w", w, finite=False)
    return (steep * w**2).sum(axis=-1) / 2


def valley_gradient(w: Array, steep: Array = VALLEY) -> Array:
    """Give how fast ``valley`` rises along each weight.

    Shapes: w (..., 2) -> (..., 2). Taught in course/04_loss_and_gradient_descent.

    >>> valley_gradient([10, 1]).tolist()
    [10.0, 10.0]
    """
    return steep * check_array("valley_gradient", "w", w, finite=False)


def small_change(x: Array, w: Array, b: float, dw: Array, db: float) -> float:
    """Foretell how a sigmoid unit's output moves when its weights move a little.

    Shapes: x, w and dw (d,) -> one number.
    Taught in course/04_loss_and_gradient_descent.

    >>> round(small_change([1, 0.5], [0.9, 0.3], 0, [0.01, -0.02], 0.005), 7)
    0.0009601
    """
    x, w, dw = (
        check_array("small_change", name, value)
        for name, value in (("x", x), ("w", w), ("dw", dw))
    )
    return float(sigmoid_slope(x @ w + b) * (x @ dw + db))


def line_step(w: float, b: float, x: Array, y: Array, lr: float) -> tuple[float, float]:
    """Take one step for the line ``w * x + b`` with the mean squared error.

    Shapes: x and y (n,) -> new w, new b.
    Taught in course/04_loss_and_gradient_descent.

    >>> [round(value, 4) for value in line_step(0, 0, [0, 1, 2], [1, 3, 5], 0.1)]
    [0.8667, 0.6]
    """
    x, y = check_array("line_step", "x", x), check_array("line_step", "y", y)
    check_shape("line_step", "y", y, x.shape)
    error = w * x + b - y
    return (
        float(w - lr * (2 * error * x).mean()),
        float(b - lr * (2 * error).mean()),
    )


def updates(n: int, batch_size: int, n_epochs: int = 1) -> int:
    """Count the updates of some epochs: one for each batch, also the smaller last one.

    Taught in course/04_loss_and_gradient_descent.

    >>> updates(60_000, 64)
    938
    """
    return -(-n // batch_size) * n_epochs


def epoch_mean(means: Array, sizes: Array) -> float:
    """Turn the mean loss of each batch into the mean over all examples.

    Shapes: means and sizes (batches,). Taught in course/04_loss_and_gradient_descent.

    >>> epoch_mean([2, 5, 8, 20], [3, 3, 3, 1])
    6.5
    """
    means = check_array("epoch_mean", "means", means)
    sizes = check_array("epoch_mean", "sizes", sizes)
    check_shape("epoch_mean", "sizes", sizes, means.shape)
    return float((means * sizes).sum() / sizes.sum())


def train_logistic(
    X: Array,
    y: Array,
    lr: float,
    batch_size: int,
    n_epochs: int,
    rng: np.random.Generator,
) -> tuple[Array, float]:
    """Train one sigmoid unit from zero on yes-or-no targets, batch by batch.

    Shapes: X (n, d), y (n,) of 0 and 1 -> w (d,), b.
    Taught in course/04_loss_and_gradient_descent.
    """
    X, y = check_array("train_logistic", "X", X), check_array("train_logistic", "y", y)
    check_shape("train_logistic", "X", X, (len(y), "d"))
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        for rows in mini_batches(len(X), batch_size, rng):
            delta = binary_cross_entropy_gradient(X[rows] @ w + b, y[rows])
            w = w - lr * X[rows].T @ delta
            b = b - lr * float(delta.sum())
    return w, b


def unit_accuracy(X: Array, y: Array, w: Array, b: float) -> float:
    """Give the share of rows that the unit puts on the right side of one half.

    Shapes: X (n, d), y (n,) of 0 and 1, w (d,).
    Taught in course/04_loss_and_gradient_descent.
    """
    return float(((sigmoid(X @ w + b) > 0.5) == (np.asarray(y) == 1)).mean())


def range_losses(
    loss: Callable[[Array], float],
    gradient: Callable[[Array], Array],
    w: Array,
    lrs: Sequence[float],
) -> Array:
    """Take a step with each rate in turn; give the loss after each.

    Shapes: w (d,) or one number, lrs (k,) -> (k,).
    Taught in course/04_loss_and_gradient_descent.
    """
    params = {"w": check_array("range_losses", "w", w).astype(float)}
    return range_test(
        params, lambda: (loss(params["w"]), {"w": gradient(params["w"])}), lrs
    )


def choose_rate(lrs: Sequence[float], losses: Array) -> float:
    """Give a tenth of the rate at which the loss first rises.

    Taught in course/04_loss_and_gradient_descent.

    >>> choose_rate([0.01, 0.1, 1.0], [5.0, 3.0, 4.0])
    0.1
    """
    return float(lrs[first_rise(losses)]) / 10


def digit_pair(no: int, yes: int) -> tuple[Array, Array, Array, Array]:
    """Give two of the handwritten digits, pixels from 0 to 1, apart for the test.

    Shapes: X (n, 64), y (n,), 1 for the digit ``yes``; then the same for the test.
    Taught in course/04_loss_and_gradient_descent.
    """
    digits = load_digits()
    parts: list[Array] = []
    for images, labels in (
        (digits.train_images, digits.train_labels),
        (digits.test_images, digits.test_labels),
    ):
        kept = (labels == no) | (labels == yes)
        parts.append(images[kept].reshape(kept.sum(), -1) / 16.0)
        parts.append((labels[kept] == yes).astype(np.float64))
    return parts[0], parts[1], parts[2], parts[3]
