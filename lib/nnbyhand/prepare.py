"""Get data ready: split it, scale it, encode labels, walk through it in batches.

``split`` and ``stratified_split`` give row numbers, so that X and Y are always cut
alike: ``train, val, test = split(len(X), (0.8, 0.1, 0.1), rng)``, then ``X[train]``.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from nnbyhand.losses import class_labels
from nnbyhand.shapes import Array, check_array, check_shape


def split(n: int, shares: Sequence[float], rng: np.random.Generator) -> list[Array]:
    """Shuffle the rows 0 … n-1 and cut them; the last part gets the remainder.

    Shapes: n, shares such as (0.8, 0.1, 0.1) -> one array of row numbers for each.
    Taught in course/07_training_in_practice.

    >>> [len(part) for part in split(1003, (0.8, 0.1, 0.1), np.random.default_rng(0))]
    [802, 100, 101]
    """
    _check_count("split", "n", n)
    _check_shares("split", shares)
    return _cut(_generator("split", rng).permutation(n), shares)


def stratified_split(
    labels: Array, shares: Sequence[float], rng: np.random.Generator
) -> list[Array]:
    """Split so that every part holds each class in the proportion of the whole.

    Each class is cut on its own, and the last part gets the remainder of each.

    Shapes: labels (n,) -> one array of row numbers for each share.
    Taught in course/07_training_in_practice.

    >>> labels = np.array([0] * 80 + [1] * 20)
    >>> parts = stratified_split(labels, (0.5, 0.5), np.random.default_rng(0))
    >>> [np.bincount(labels[part]).tolist() for part in parts]
    [[40, 10], [40, 10]]
    """
    labels = np.asarray(labels)
    check_shape("stratified_split", "labels", labels, ("n",))
    _check_count("stratified_split", "the number of labels", len(labels))
    _check_shares("stratified_split", shares)
    rng = _generator("stratified_split", rng)
    cuts = [
        _cut(rng.permutation(np.flatnonzero(labels == label)), shares)
        for label in np.unique(labels)
    ]
    parts = [np.concatenate(rows) for rows in zip(*cuts, strict=True)]
    return [rng.permutation(part) for part in parts]


def mini_batches(
    n: int, batch_size: int, rng: np.random.Generator | None = None
) -> Iterator[Array]:
    """Walk once through n examples, shuffled anew; the last batch may be smaller.

    Without ``rng`` the order stays as it is.

    Shapes: n -> arrays of up to ``batch_size`` row numbers.
    Taught in course/04_loss_and_gradient_descent.

    >>> [batch.tolist() for batch in mini_batches(5, 2)]
    [[0, 1], [2, 3], [4]]
    """
    _check_count("mini_batches", "n", n)
    _check_count("mini_batches", "batch_size", batch_size)
    if rng is None:
        order = np.arange(n)
    else:
        order = _generator("mini_batches", rng).permutation(n)
    return (order[i : i + batch_size] for i in range(0, n, batch_size))


class Standardiser:
    """Shift to mean 0 and scale to deviation 1, by what the training part shows.

    ``axis=0`` treats every feature on its own, ``axis=None`` all numbers alike, as is
    usual for pixels. A feature that never changes is shifted only.
    Taught in course/07_training_in_practice.

    >>> scale = Standardiser().fit([[2.0], [4.0], [6.0], [8.0]])
    >>> scale.transform([[10.0], [20.0]]).round(4).tolist()
    [[2.2361], [6.7082]]
    """

    def __init__(self, axis: int | None = 0) -> None:
        if axis not in (0, None):
            raise ValueError(f"Standardiser: axis must be 0 or None, got {axis}")
        self.axis = axis
        self.mean: Array | None = None
        self.deviation: Array | None = None

    def fit(self, X: Array) -> "Standardiser":
        """Learn mean and deviation (divided by n) from the training part; give itself.

        Shapes: X (n, ...). Taught in course/07_training_in_practice.
        """
        X = _examples("Standardiser.fit", X)
        self.mean = X.mean(axis=self.axis, dtype=np.float64)
        deviation = X.std(axis=self.axis, dtype=np.float64)
        self.deviation = np.where(deviation == 0, 1.0, deviation)
        return self

    def transform(self, X: Array) -> Array:
        """Scale any part of the data with the training part's mean and deviation.

        Shapes: X (n, ...) -> the same shape. Taught in course/07_training_in_practice.
        """
        X, mean, deviation = self._fitting("Standardiser.transform", X)
        return (X - mean) / deviation

    def inverse(self, X: Array) -> Array:
        """Undo ``transform``.

        Shapes: X (n, ...) -> the same shape. Taught in course/07_training_in_practice.
        """
        X, mean, deviation = self._fitting("Standardiser.inverse", X)
        return X * deviation + mean

    def _fitting(self, function: str, X: Array) -> tuple[Array, Array, Array]:
        if self.mean is None or self.deviation is None:
            raise RuntimeError(f"{function}: call fit with the training part first")
        X = _examples(function, X)
        if self.axis == 0:
            check_shape(function, "X", X, ("n", *self.mean.shape))
        return X, self.mean.astype(X.dtype), self.deviation.astype(X.dtype)


def one_hot(labels: Array, n_classes: int, dtype: type = np.float64) -> Array:
    """Give each label a row with one 1, at the place of its class.

    Shapes: labels (n,) from 0 to k-1 -> (n, k).
    Taught in course/04_loss_and_gradient_descent.

    >>> one_hot([2, 0], 3)
    array([[0., 0., 1.],
           [1., 0., 0.]])
    """
    labels = np.asarray(labels)
    check_shape("one_hot", "labels", labels, ("n",))
    _check_count("one_hot", "n_classes", n_classes)
    labels = class_labels("one_hot", labels, len(labels), n_classes)
    return np.eye(n_classes, dtype=dtype)[labels]


def balanced_class_weights(labels: Array, n_classes: int) -> Array:
    """Weigh rare classes more: ``n / (k * n_c)``; all examples together still weigh n.

    Shapes: labels (n,) -> weights (k,). Taught in course/07_training_in_practice.

    >>> balanced_class_weights([0] * 90 + [1] * 10, 2).round(4)
    array([0.5556, 5.    ])
    """
    labels = np.asarray(labels)
    check_shape("balanced_class_weights", "labels", labels, ("n",))
    labels = class_labels("balanced_class_weights", labels, len(labels), n_classes)
    counts = np.bincount(labels, minlength=n_classes)
    if counts.min() == 0:
        raise ValueError(
            "balanced_class_weights: every class needs an example, "
            f"class {int(counts.argmin())} has none"
        )
    return len(labels) / (n_classes * counts)


def _cut(rows: Array, shares: Sequence[float]) -> list[Array]:
    # 0.29 * 100 is 28.999999999999996 for a computer: the small term mends that
    sizes = [int(share * len(rows) + 1e-9) for share in shares[:-1]]
    return np.split(rows, np.cumsum(sizes))


def _examples(function: str, X: Array) -> Array:
    X = check_array(function, "X", X)
    if X.ndim == 0:
        raise ValueError(f"{function}: X must have an axis of examples, got one number")
    return X


def _check_shares(function: str, shares: Sequence[float]) -> None:
    if min(shares, default=0) <= 0 or abs(sum(shares) - 1) > 1e-9:
        raise ValueError(
            f"{function}: shares must be above 0 and sum to 1, got {tuple(shares)}"
        )


def _check_count(function: str, name: str, value: int) -> None:
    if isinstance(value, bool) or int(value) != value or value < 1:
        raise ValueError(
            f"{function}: {name} must be a whole number above 0, got {value}"
        )


def _generator(function: str, rng: np.random.Generator) -> np.random.Generator:
    if not isinstance(rng, np.random.Generator):
        raise TypeError(
            f"{function}: rng must be a numpy Generator such as "
            f"np.random.default_rng(0), got {type(rng).__name__}"
        )
    return rng
