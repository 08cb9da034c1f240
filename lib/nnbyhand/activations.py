"""What a unit does with its weighted sum: the activations, each beside its slope.

``sigmoid``, ``tanh``, ``relu`` and ``linear`` work on each number alone, ``softmax``
on a whole row. ``ACTIVATIONS`` finds the function and its slope by name. A slope takes
the sums Z, never the activations.
"""

from collections.abc import Callable

import numpy as np

from nnbyhand.gates import sign, step
from nnbyhand.shapes import Array, check_array


def linear(Z: Array) -> Array:
    """Pass the sums on unchanged, as a new array.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> linear(np.array([-2.0, 1.5]))
    array([-2. ,  1.5])
    """
    return +_sums("linear", Z)


def linear_slope(Z: Array) -> Array:
    """Give the slope of ``linear``: 1 everywhere.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> linear_slope(np.array([-2.0, 1.5]))
    array([1., 1.])
    """
    return np.ones_like(_sums("linear_slope", Z))


def sigmoid(Z: Array) -> Array:
    """Squeeze each sum into the interval from 0 to 1: ``1 / (1 + e**-z)``.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> sigmoid(np.array([-1000.0, 0.0, 1000.0]))
    array([0. , 0.5, 1. ])
    """
    Z = _sums("sigmoid", Z)
    # e**1000 is infinite for a computer, and 1 / infinity = 0 is the right answer:
    # only the warning is unwanted. Treating z < 0 apart gives the same numbers, slower.
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-Z))


def sigmoid_slope(Z: Array) -> Array:
    """Give the slope of ``sigmoid``: ``a * (1 - a)`` with ``a = sigmoid(z)``.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> sigmoid_slope(np.array([-1000.0, 0.0]))
    array([0.  , 0.25])
    """
    A = sigmoid(_sums("sigmoid_slope", Z))
    return A * (1 - A)


def tanh(Z: Array) -> Array:
    """Squeeze each sum into the interval from -1 to 1.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> tanh(np.array([-1000.0, 0.0, 1000.0]))
    array([-1.,  0.,  1.])
    """
    return np.tanh(_sums("tanh", Z))


def tanh_slope(Z: Array) -> Array:
    """Give the slope of ``tanh``: ``1 - a**2`` with ``a = tanh(z)``.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> tanh_slope(np.array([-1000.0, 0.0]))
    array([0., 1.])
    """
    A = np.tanh(_sums("tanh_slope", Z))
    return 1 - A * A


def relu(Z: Array) -> Array:
    """Keep what is above zero, make the rest zero.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> relu(np.array([-2.0, 0.0, 1.5]))
    array([0. , 0. , 1.5])
    """
    return np.maximum(_sums("relu", Z), 0)


def relu_slope(Z: Array) -> Array:
    """Give the slope of ``relu``: 1 above zero, else 0, also at the corner 0.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> relu_slope(np.array([-2.0, 0.0, 1.5]))
    array([0., 0., 1.])
    """
    Z = _sums("relu_slope", Z)
    return (Z > 0).astype(Z.dtype)


def flat_slope(Z: Array) -> Array:
    """Give the slope of ``step`` and ``sign``: 0, which is why they cannot be trained.

    Shapes: Z of any shape -> the same shape. Taught in course/03_forward_propagation.

    >>> flat_slope(np.array([-2.0, 1.5]))
    array([0., 0.])
    """
    return np.zeros_like(_sums("flat_slope", Z))


def softmax(Z: Array) -> Array:
    """Turn the logits of each example into probabilities that sum to 1.

    Shapes: Z (n, k) or (k,) -> the same shape; the last axis holds the classes.
    Taught in course/04_loss_and_gradient_descent.

    >>> softmax(np.array([1000.0, 1000.0]))
    array([0.5, 0.5])
    """
    P = _shifted("softmax", Z)  # a new array, so it may change where it lies
    np.exp(P, out=P)
    P /= P.sum(axis=-1, keepdims=True)
    return P


def softmax_slope(Z: Array) -> Array:
    """Give a matrix for each example: how logit j moves probability i.

    Softmax ties the units of an example together, so one number for each is not enough.

    Shapes: Z (n, k) or (k,) -> (n, k, k) or (k, k).
    Taught in course/04_loss_and_gradient_descent.

    >>> softmax_slope(np.array([0.0, 0.0]))
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """
    P = softmax(Z)
    own = P[..., :, None] * np.eye(P.shape[-1], dtype=P.dtype)
    return own - P[..., :, None] * P[..., None, :]


def log_softmax(Z: Array) -> Array:
    """Give the natural logarithm of ``softmax`` without ever taking the log of 0.

    Shapes: Z (n, k) or (k,) -> the same shape.
    Taught in course/04_loss_and_gradient_descent.

    >>> log_softmax(np.array([0.0, -1000.0]))
    array([    0., -1000.])
    """
    Z = _shifted("log_softmax", Z)
    return Z - np.log(np.exp(Z).sum(axis=-1, keepdims=True))


def _shifted(function: str, Z: Array) -> Array:
    """Subtract the largest logit of each row: probabilities stay, e**1000 never comes.

    A row of one logit would always get the probability 1, so it is refused.
    """
    Z = check_array(function, "Z", Z, finite=False)
    if Z.ndim == 0 or Z.shape[-1] < 2:
        raise ValueError(
            f"{function}: Z must have a last axis of at least 2 classes, "
            f"got shape {Z.shape}"
        )
    return Z - Z.max(axis=-1, keepdims=True)


def _sums(function: str, Z: Array) -> Array:
    """Let infinity and NaN pass: a diverging run must show in its loss, not here."""
    return check_array(function, "Z", Z, finite=False)


ACTIVATIONS: dict[str, tuple[Callable[[Array], Array], Callable[[Array], Array]]] = {
    "step": (step, flat_slope),
    "sign": (sign, flat_slope),
    "linear": (linear, linear_slope),
    "sigmoid": (sigmoid, sigmoid_slope),
    "tanh": (tanh, tanh_slope),
    "relu": (relu, relu_slope),
    "softmax": (softmax, softmax_slope),
}
