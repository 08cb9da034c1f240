"""Points in the plane to tell apart, and what a network may see of them.

``make_points`` gives one of four pictures of 400 points, half of them for training;
``features`` turns each point into columns such as ``x1`` and ``sin x1``.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from nnbyhand.prepare import stratified_split
from nnbyhand.shapes import Array, check_array, check_shape

N_EACH = 200  # points of each class
REACH = 6.0  # both axes go from -6 to 6


class Points(NamedTuple):
    """Points and their labels 0 or 1, apart for training and for the test."""

    train_X: Array  # (n, 2)
    train_y: Array  # (n,)
    test_X: Array
    test_y: Array


def make_points(name: str, noise: float, rng: np.random.Generator) -> Points:
    """Draw 400 points of a data set and cut them in two halves, each class alike.

    ``noise`` is the deviation of a random push, which makes the classes overlap.
    Shapes: a name of ``DATA`` -> X (200, 2) and y (200,), twice.
    Taught in course/07_training_in_practice.

    >>> points = make_points("spiral", 0.0, np.random.default_rng(0))
    >>> points.train_X.shape, int(points.test_y.sum())
    ((200, 2), 100)
    """
    if name not in DATA:
        raise ValueError(f"make_points: name must be one of {list(DATA)}, got {name!r}")
    if not 0 <= noise < np.inf:
        raise ValueError(f"make_points: noise must be 0 or more, got {noise}")
    zero, one = (DATA[name](label, rng) for label in (0, 1))
    X = np.concatenate([zero, one])
    X = X + noise * rng.standard_normal(X.shape)
    labels = np.repeat([0, 1], N_EACH)
    train, test = stratified_split(labels, (0.5, 0.5), rng)
    return Points(X[train], labels[train], X[test], labels[test])


def features(X: Array, names: Sequence[str]) -> Array:
    """Compute the named columns of ``FEATURES`` from the two coordinates.

    Shapes: X (n, 2) -> (n, d). Taught in course/07_training_in_practice.

    >>> features([[3.0, -2.0]], ["x1", "x2x2", "x1x2"])
    array([[ 3.,  4., -6.]])
    """
    X = check_array("features", "X", X)
    check_shape("features", "X", X, ("n", 2))
    unknown = [name for name in names if name not in FEATURES]
    if unknown or not len(names):
        raise ValueError(
            f"features: names must be one or more of {list(FEATURES)}, "
            f"got {list(names)}"
        )
    return np.column_stack([FEATURES[name].function(*X.T) for name in names])


def spiral(label: int, rng: np.random.Generator) -> Array:
    """Wind one of two arms around the middle, 1.75 times.

    Shapes: 0 or 1 -> (200, 2). Taught in course/07_training_in_practice.
    """
    share = np.arange(N_EACH) / N_EACH
    radius = 0.4 + 4.6 * share  # not from 0: there the arms would meet
    angle = 1.75 * share * 2 * np.pi + np.pi * label
    return _ring(radius, angle)


def circle(label: int, rng: np.random.Generator) -> Array:
    """Fill a disc with class 1 and a ring around it with class 0.

    Shapes: 0 or 1 -> (200, 2). Taught in course/07_training_in_practice.
    """
    radius = rng.uniform(0, 2.5, N_EACH) if label else rng.uniform(3.5, 5, N_EACH)
    return _ring(radius, rng.uniform(0, 2 * np.pi, N_EACH))


def xor(label: int, rng: np.random.Generator) -> Array:
    """Fill four squares: class 1 where both signs are equal, class 0 elsewhere.

    Shapes: 0 or 1 -> (200, 2). Taught in course/07_training_in_practice.
    """
    X = rng.uniform(0.3, 5, (N_EACH, 2)) * rng.choice([-1, 1], (N_EACH, 1))
    return X if label else X * [1, -1]


def groups(label: int, rng: np.random.Generator) -> Array:
    """Scatter a group around (2, 2) for class 1, around (-2, -2) for class 0.

    Shapes: 0 or 1 -> (200, 2). Taught in course/07_training_in_practice.
    """
    return rng.normal(2 if label else -2, 0.8, (N_EACH, 2))


def _ring(radius: Array, angle: Array) -> Array:
    return np.column_stack([radius * np.sin(angle), radius * np.cos(angle)])


class Feature(NamedTuple):
    """A column that a network may see: how it is written, how it is computed."""

    label: str
    function: Callable[[Array, Array], Array]


DATA: dict[str, Callable[[int, np.random.Generator], Array]] = {
    "spiral": spiral,
    "circle": circle,
    "xor": xor,
    "groups": groups,
}
FEATURES = {
    "x1": Feature("x1", lambda x1, x2: x1),
    "x2": Feature("x2", lambda x1, x2: x2),
    "x1x1": Feature("x1²", lambda x1, x2: x1 * x1),
    "x2x2": Feature("x2²", lambda x1, x2: x2 * x2),
    "x1x2": Feature("x1·x2", lambda x1, x2: x1 * x2),
    "sinx1": Feature("sin x1", lambda x1, x2: np.sin(x1)),
    "sinx2": Feature("sin x2", lambda x1, x2: np.sin(x2)),
}
