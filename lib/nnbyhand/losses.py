"""How wrong a network is, as one number, and how that number changes.

Every loss has its gradient right below it: ``mse`` and ``mse_gradient``, and so on.
A loss is a mean over the n examples, so its gradient brings the factor 1/n into
backpropagation, once. ``LOSSES`` finds a loss and its gradient by name.
"""

from collections.abc import Callable

import numpy as np

from nnbyhand.activations import log_softmax, sigmoid, softmax
from nnbyhand.shapes import Array, check_array, check_shape


def mse(A: Array, Y: Array, sample_weights: Array | None = None) -> float:
    """Average the squared errors over all outputs of all examples.

    Shapes: A and Y (n, k) or (n,), sample_weights (n,) -> one number.
    Taught in course/04_loss_and_gradient_descent.

    >>> mse([[1.0, 2.0]], [[0.0, 4.0]])
    2.5
    """
    A, Y, shares = _prepare("mse", A, Y, sample_weights)
    return float((shares * (A - Y) ** 2).sum() / _outputs(A))


def mse_gradient(A: Array, Y: Array, sample_weights: Array | None = None) -> Array:
    """Give dC/dA of ``mse``.

    Shapes: A and Y (n, k) or (n,) -> as A. Taught in course/06_backpropagation.

    >>> mse_gradient([[1.0, 2.0]], [[0.0, 4.0]])
    array([[ 1., -2.]])
    """
    A, Y, shares = _prepare("mse_gradient", A, Y, sample_weights)
    return shares * (2 * (A - Y)) / _outputs(A)


def half_squared(A: Array, Y: Array, sample_weights: Array | None = None) -> float:
    """Sum half the squared errors over the outputs, average over the examples.

    Shapes: A and Y (n, k) or (n,), sample_weights (n,) -> one number.
    Taught in course/04_loss_and_gradient_descent.

    >>> half_squared([[1.0, 2.0]], [[0.0, 4.0]])
    2.5
    """
    A, Y, shares = _prepare("half_squared", A, Y, sample_weights)
    return float((shares * (A - Y) ** 2).sum() / 2)


def half_squared_gradient(
    A: Array, Y: Array, sample_weights: Array | None = None
) -> Array:
    """Give dC/dA of ``half_squared``: ``(A - Y) / n``; the half cancels the 2.

    Shapes: A and Y (n, k) or (n,) -> as A. Taught in course/06_backpropagation.

    >>> half_squared_gradient([[1.0, 2.0]], [[0.0, 4.0]])
    array([[ 1., -2.]])
    """
    A, Y, shares = _prepare("half_squared_gradient", A, Y, sample_weights)
    return shares * (A - Y)


def mae(A: Array, Y: Array, sample_weights: Array | None = None) -> float:
    """Average the absolute errors over all outputs of all examples.

    Shapes: A and Y (n, k) or (n,), sample_weights (n,) -> one number.
    Taught in course/04_loss_and_gradient_descent.

    >>> mae([[1.0, 2.0]], [[0.0, 4.0]])
    1.5
    """
    A, Y, shares = _prepare("mae", A, Y, sample_weights)
    return float((shares * np.abs(A - Y)).sum() / _outputs(A))


def mae_gradient(A: Array, Y: Array, sample_weights: Array | None = None) -> Array:
    """Give dC/dA of ``mae``; at the kink, an error of exactly 0, it is taken as 0.

    Shapes: A and Y (n, k) or (n,) -> as A. Taught in course/06_backpropagation.

    >>> mae_gradient([[1.0, 2.0, 3.0, 4.0]], [[0.0, 2.0, 3.0, 5.0]])
    array([[ 0.25,  0.  ,  0.  , -0.25]])
    """
    A, Y, shares = _prepare("mae_gradient", A, Y, sample_weights)
    # np.sign, not our sign: the three values of a slope, with 0 at the kink
    return shares * np.sign(A - Y) / _outputs(A)


def binary_cross_entropy(
    Z: Array,
    Y: Array,
    sample_weights: Array | None = None,
    class_weights: Array | None = None,
) -> float:
    """Score a yes or no for each output on its own; Z are logits, before the sigmoid.

    Shapes: Z and Y (n, k) or (n,), Y from 0 to 1; class_weights (no, yes) -> one
    number. Taught in course/04_loss_and_gradient_descent.

    >>> round(binary_cross_entropy([[0.0, 0.0]], [[0, 1]]), 4)
    0.6931
    """
    Z, Y, shares = _prepare_binary(
        "binary_cross_entropy", Z, Y, sample_weights, class_weights
    )
    # -y log p - (1 - y) log(1 - p), written so that no e**z can overflow
    losses = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return float((shares * losses).sum())


def binary_cross_entropy_gradient(
    Z: Array,
    Y: Array,
    sample_weights: Array | None = None,
    class_weights: Array | None = None,
) -> Array:
    """Give dC/dZ; with sigmoid and this loss, and only then, it is ``p - y``.

    Shapes: Z and Y (n, k) or (n,) -> as Z. Taught in course/06_backpropagation.

    >>> binary_cross_entropy_gradient([[0.0, 0.0]], [[0, 1]])
    array([[ 0.25, -0.25]])
    """
    Z, Y, shares = _prepare_binary(
        "binary_cross_entropy_gradient", Z, Y, sample_weights, class_weights
    )
    return shares * (sigmoid(Z) - Y)


def cross_entropy(
    Z: Array,
    Y: Array,
    sample_weights: Array | None = None,
    class_weights: Array | None = None,
) -> float:
    """Score the probability of the true class; Z are logits, before the softmax.

    Shapes: Z (n, k); Y labels (n,) or one-hot (n, k); sample_weights (n,),
    class_weights (k,) -> one number. Taught in course/04_loss_and_gradient_descent.

    >>> round(cross_entropy([[2.0, 1.0, 0.1]], [0]), 4)
    0.417
    """
    Z, labels, shares = _prepare_classes(
        "cross_entropy", Z, Y, sample_weights, class_weights
    )
    log_p = log_softmax(Z)[np.arange(len(Z)), labels]
    return float(-(shares * log_p).sum())


def cross_entropy_gradient(
    Z: Array,
    Y: Array,
    sample_weights: Array | None = None,
    class_weights: Array | None = None,
) -> Array:
    """Give dC/dZ; with softmax and this loss, and only then, it is ``(p - y) / n``.

    Shapes: Z (n, k), Y (n,) or (n, k) -> (n, k).
    Taught in course/04_loss_and_gradient_descent.

    >>> cross_entropy_gradient([[0.0, 0.0]], [0])
    array([[-0.5,  0.5]])
    """
    Z, labels, shares = _prepare_classes(
        "cross_entropy_gradient", Z, Y, sample_weights, class_weights
    )
    delta = softmax(Z)
    delta[np.arange(len(Z)), labels] -= 1
    delta *= _rows(shares, delta)
    return delta


def class_labels(function: str, Y: Array, n: int, n_classes: int) -> Array:
    """Check labels 0 … k-1, or turn one-hot rows into them.

    Shapes: Y (n,) or (n, k) -> (n,) of integers.
    Taught in course/04_loss_and_gradient_descent.

    >>> class_labels("demo", [[0, 1], [1, 0]], 2, 2)
    array([1, 0])
    """
    Y = np.asarray(Y)
    if Y.dtype.kind not in "iu":
        Y = check_array(function, "Y", Y)
    if Y.size == 0:
        raise ValueError(f"{function}: there are no labels, shape {Y.shape}")
    if Y.ndim == 2:
        check_shape(function, "Y", Y, (n, n_classes))
        labels = Y.argmax(axis=1)
        if not (Y.sum(axis=1) == 1).all() or not (Y.max(axis=1) == 1).all():
            raise ValueError(f"{function}: a row of one-hot Y is one 1, the rest 0")
        return labels
    check_shape(function, "Y", Y, (n,))
    if Y.min() < 0 or Y.max() >= n_classes or (Y.dtype.kind == "f" and (Y % 1).any()):
        raise ValueError(
            f"{function}: labels in Y must be whole numbers from 0 to {n_classes - 1}, "
            f"got values from {Y.min():g} to {Y.max():g}"
        )
    return Y.astype(np.intp, copy=False)


def _prepare(
    function: str, A: Array, Y: Array, sample_weights: Array | None
) -> tuple[Array, Array, Array | float]:
    """Check predictions and targets; give them and the share of each example."""
    A = check_array(function, "A", A)
    Y = check_array(function, "Y", Y)
    if A.ndim not in (1, 2):
        raise ValueError(f"{function}: A must be (n, k) or (n,), got shape {A.shape}")
    if Y.shape != A.shape:
        check_shape(function, "Y", Y, A.shape)
    shares = _rows(_shares(function, A, sample_weights), A)
    return A, Y.astype(A.dtype, copy=False), shares


def _prepare_binary(
    function: str,
    Z: Array,
    Y: Array,
    sample_weights: Array | None,
    class_weights: Array | None,
) -> tuple[Array, Array, Array | float]:
    """Check a yes or no for each output; give the share of every single output."""
    Z, Y, shares = _prepare(function, Z, Y, sample_weights)
    if Y.min() < 0 or Y.max() > 1:
        raise ValueError(
            f"{function}: Y must lie from 0 (no) to 1 (yes), "
            f"got values from {Y.min():g} to {Y.max():g}"
        )
    entries = shares / _outputs(Z)
    if class_weights is None:
        return Z, Y, entries
    no, yes = _weights(function, "class_weights", class_weights, 2).astype(Z.dtype)
    entries = entries * (no + (yes - no) * Y)
    return Z, Y, entries / entries.sum()


def _prepare_classes(
    function: str,
    Z: Array,
    Y: Array,
    sample_weights: Array | None,
    class_weights: Array | None,
) -> tuple[Array, Array, Array | float]:
    """Check logits and labels; give labels and the share of each example."""
    Z = check_array(function, "Z", Z)
    if Z.ndim != 2:
        check_shape(function, "Z", Z, ("n", "k"))
    labels = class_labels(function, Y, *Z.shape)
    shares = _shares(function, Z, sample_weights)
    if class_weights is None:
        return Z, labels, shares
    weights = _weights(function, "class_weights", class_weights, Z.shape[1])
    shares = shares * weights[labels].astype(Z.dtype)
    return Z, labels, shares / shares.sum()


def _shares(function: str, A: Array, sample_weights: Array | None) -> Array | float:
    """Give how much each example counts: 1/n, or its weight over the sum of weights.

    This is where the 1/n of backpropagation comes from, once and for all.
    """
    n = len(A)
    if sample_weights is None:
        return 1 / n
    weights = _weights(function, "sample_weights", sample_weights, n).astype(A.dtype)
    return weights / weights.sum()


def _weights(function: str, name: str, weights: Array, n: int) -> Array:
    weights = check_array(function, name, weights)
    check_shape(function, name, weights, (n,))
    if weights.min() < 0 or weights.sum() == 0:
        raise ValueError(
            f"{function}: {name} must not be negative nor all zero, "
            f"got a smallest of {weights.min():g} and a sum of {weights.sum():g}"
        )
    return weights


def _outputs(A: Array) -> int:
    return 1 if A.ndim == 1 else A.shape[1]


def _rows(shares: Array | float, A: Array) -> Array | float:
    """Lay the share of each example along its row: (n,) -> (n, 1)."""
    return shares[:, None] if np.ndim(shares) == 1 and A.ndim == 2 else shares


Loss = Callable[..., float]
LossGradient = Callable[..., Array]
LOSSES: dict[str, tuple[Loss, LossGradient]] = {
    "mse": (mse, mse_gradient),
    "half_squared": (half_squared, half_squared_gradient),
    "mae": (mae, mae_gradient),
    "binary_cross_entropy": (binary_cross_entropy, binary_cross_entropy_gradient),
    "cross_entropy": (cross_entropy, cross_entropy_gradient),
}
