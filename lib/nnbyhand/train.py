"""Train a network: ``fit`` runs the epochs, ``evaluate`` measures any part of the data.

What happened and when to stop is kept by ``History`` and ``EarlyStopping``, which come
from nnbyhand.history.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from nnbyhand.history import EarlyStopping, History
from nnbyhand.losses import LOSSES, Loss, LossGradient, class_labels
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Optimiser
from nnbyhand.prepare import mini_batches
from nnbyhand.recurrent import clip_by_norm
from nnbyhand.schedules import range_test
from nnbyhand.shapes import Array, check_array, check_shape, describe

Params = dict[str, Array]
LossPair = tuple[Loss, LossGradient]


def fit(
    network: Network,
    X: Array,
    Y: Array,
    *,
    rng: np.random.Generator,
    loss: str | LossPair = "cross_entropy",
    optimiser: Optimiser | None = None,
    epochs: int = 10,
    batch_size: int = 64,
    validation: tuple[Array, Array] | None = None,
    early_stopping: EarlyStopping | None = None,
    sample_weights: Array | None = None,
    class_weights: Array | None = None,
    callback: Callable[[int, History], None] | None = None,
    progress: bool = False,
    clip: float | None = None,
) -> History:
    """Train ``network`` in place; every epoch walks once through all examples.

    Without ``optimiser`` it is SGD at 0.1. ``callback`` gets the number of each
    finished epoch, from 1, and the history. ``progress`` shows a bar. ``clip`` is the
    longest gradient allowed, see ``nnbyhand.recurrent.clip_by_norm``.

    Shapes: X (n, ...), Y labels (n,) or (n, k).
    Taught in course/07_training_in_practice.
    """
    loss = _find_loss(loss)
    _check_data(X, Y, rng)
    if network.frozen and not network.free_params:
        raise ValueError("fit: every layer is frozen, so nothing can learn")
    weights = _example_weights(network, X, Y, loss, sample_weights, class_weights)
    optimiser = SGD(0.1) if optimiser is None else optimiser
    if early_stopping is not None:
        if validation is None:
            raise ValueError("fit: early_stopping needs validation=(X_val, Y_val)")
        early_stopping.reset()
    history = History()
    for epoch in _epochs(epochs, progress):
        history.lr.append(optimiser.lr)
        history.add(
            *train_epoch(network, X, Y, loss, optimiser, batch_size, rng, weights, clip)
        )
        if validation is not None:
            history.add_validation(*evaluate(network, *validation, loss))
        if callback is not None:
            callback(epoch, history)
        if early_stopping is not None and early_stopping.update(
            history.val_loss[-1], network.params
        ):
            break
    if early_stopping is not None and early_stopping.best_params is not None:
        network.set_params(early_stopping.best_params)
        history.best_epoch = early_stopping.best_epoch
    return history


def train_epoch(
    network: Network,
    X: Array,
    Y: Array,
    loss: str | LossPair,
    optimiser: Optimiser,
    batch_size: int,
    rng: np.random.Generator,
    weights: Array | None = None,
    clip: float | None = None,
) -> tuple[float, float | None]:
    """Walk once through the examples; give the average loss and accuracy on the way.

    Shapes: X (n, ...), Y (n,) or (n, k), weights (n,) -> two numbers.
    Taught in course/07_training_in_practice.
    """
    value, gradient = _find_loss(loss)
    labels = _true_labels(Y)
    total = right = heard = 0.0
    batches = mini_batches(len(X), batch_size, rng)
    room = np.empty((min(batch_size, len(X)), *X.shape[1:]), X.dtype)
    with np.errstate(over="ignore", invalid="ignore"):
        for rows in batches:
            Y_batch, w_batch = Y[rows], None if weights is None else weights[rows]
            # the last batch may be small: it counts by its weight, not as one
            weight = len(rows) if w_batch is None else float(w_batch.sum())
            if weight == 0:
                continue
            # X[rows], into memory of the last batch; "clip" as NumPy would else
            # make a copy in between
            X_batch = np.take(X, rows, axis=0, out=room[: len(rows)], mode="clip")
            A = network.forward(X_batch, train=True)
            try:
                batch_loss = value(A, Y_batch, w_batch)
            except ValueError:
                _refuse_divergence(A, optimiser)
                raise
            total += weight * batch_loss
            if labels is not None:
                right += _count_right(A, labels[rows])
            heard += weight
            network.backward(gradient(A, Y_batch, w_batch))
            grads = network.free_grads
            if clip is not None:
                grads, _ = clip_by_norm(grads, clip)
            optimiser.step(network.free_params, grads)
    _refuse_divergence(total, optimiser)
    return total / heard, None if labels is None else right / len(X)


def evaluate(
    network: Network, X: Array, Y: Array, loss: str | LossPair = "cross_entropy"
) -> tuple[float, float | None]:
    """Give loss and accuracy with dropout off; no accuracy if Y holds no classes.

    Shapes: X (n, ...), Y (n,) or (n, k) -> two numbers.
    Taught in course/07_training_in_practice.
    """
    value, _ = _find_loss(loss)
    A, labels = network.predict(X), _true_labels(np.asarray(Y))
    accuracy = None if labels is None else _count_right(A, labels) / len(A)
    return value(A, Y), accuracy


def rate_test(
    network: Network,
    X: Array,
    Y: Array,
    lrs: Sequence[float],
    loss: str | LossPair = "cross_entropy",
) -> Array:
    """Run ``range_test`` on one batch: the loss after a step with each rate.

    Shapes: X (n, ...), Y (n,) or (n, k), lrs (k,) -> losses (k,).
    Taught in course/07_training_in_practice.
    """
    value, gradient = _find_loss(loss)

    def loss_and_grads() -> tuple[float, Params]:
        A = network.forward(X)
        if not np.isfinite(A).all():
            return np.inf, network.grads
        network.backward(gradient(A, Y))
        return value(A, Y), network.grads

    return range_test(network.params, loss_and_grads, lrs)


def _find_loss(loss: str | LossPair) -> LossPair:
    if isinstance(loss, tuple) and len(loss) == 2:
        return loss
    if loss not in LOSSES:
        raise ValueError(
            f"fit: loss must be one of {', '.join(LOSSES)} or a pair of a function "
            f"and its gradient, got {loss!r}"
        )
    return LOSSES[loss]


def _check_data(X: Array, Y: Array, rng: np.random.Generator) -> None:
    """Refuse what cannot be trained on, before the first step."""
    if not isinstance(X, np.ndarray) or not isinstance(Y, np.ndarray):
        raise TypeError("fit: X and Y must be NumPy arrays")
    if not isinstance(rng, np.random.Generator):
        raise TypeError(f"fit: rng must be a numpy Generator, got {describe(rng)}")
    if len(X) != len(Y) or len(X) == 0:
        raise ValueError(
            f"fit: X and Y must hold the same examples, got {len(X)} and {len(Y)}"
        )
    for start in range(0, len(X), 256):  # parts: the search itself takes memory
        part = X[start : start + 256]
        check_array("fit", f"X[{start}:{start + len(part)}]", part)


def _example_weights(
    network: Network,
    X: Array,
    Y: Array,
    loss: LossPair,
    sample_weights: Array | None,
    class_weights: Array | None,
) -> Array | None:
    """Check the labels; join both kinds of weights into one for each example."""
    weights = None
    if sample_weights is not None:
        weights = check_array("fit", "sample_weights", sample_weights)
        check_shape("fit", "sample_weights", weights, (len(X),))
    if loss != LOSSES["cross_entropy"]:
        if class_weights is not None:
            raise ValueError("fit: class_weights needs the loss 'cross_entropy'")
        return weights
    n_classes = network.forward(X[:1]).shape[1]
    labels = class_labels("fit", Y, len(X), n_classes)
    if class_weights is None:
        return weights
    by_class = check_array("fit", "class_weights", class_weights)
    check_shape("fit", "class_weights", by_class, (n_classes,))
    return by_class[labels] * (1.0 if weights is None else weights)


def _true_labels(Y: Array) -> Array | None:
    """Give the labels where Y holds classes, as whole numbers or as one-hot rows."""
    if Y.ndim == 1 and Y.dtype.kind in "iu":
        return Y
    if Y.ndim == 2 and Y.shape[1] > 1 and (np.sort(Y, axis=1)[:, -2:] == (0, 1)).all():
        return Y.argmax(axis=1)
    return None


def _count_right(A: Array, labels: Array) -> int:
    return int(np.count_nonzero(A.argmax(axis=1) == labels))


def _refuse_divergence(A: Array | float, optimiser: Optimiser) -> None:
    if not np.isfinite(A).all():
        raise FloatingPointError(
            f"fit: the outputs are no longer finite after {optimiser.n_steps} steps: "
            f"training has diverged; try a smaller learning rate than {optimiser.lr:g}"
        )


def _epochs(epochs: int, progress: bool) -> Iterable[int]:
    if int(epochs) != epochs or epochs < 1:
        raise ValueError(f"fit: epochs must be a whole number above 0, got {epochs}")
    numbers = range(1, int(epochs) + 1)
    if not progress:
        return numbers
    from tqdm.auto import tqdm  # only here: training needs NumPy alone

    return tqdm(numbers, unit="epoch")
