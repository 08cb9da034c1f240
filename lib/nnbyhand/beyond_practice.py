"""What the exercises of assignment 11 are tried with: old networks, facts, lists.

``known_digits`` gives a trained network and a new question about digits;
``zero_gradients_step`` is a colleague's way of freezing; ``*_facts`` measure answers.
"""

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.data import load_digits
from nnbyhand.layers import Dense
from nnbyhand.network import Network
from nnbyhand.optim import Adam, Optimiser
from nnbyhand.shapes import Array, describe
from nnbyhand.train import fit

# the ids of the object classes annotated in COCO: the largest is 90
UNUSED_IDS = (12, 26, 29, 30, 45, 66, 68, 69, 71, 83)
COCO_IDS = tuple(i for i in range(1, 91) if i not in UNUSED_IDS)

QUESTIONS: dict[str, Callable[[Array], Array]] = {
    "hole": lambda digits: np.isin(digits, [0, 6, 8, 9]).astype(int),
    "odd": lambda digits: digits % 2,
    "thirds": lambda digits: digits % 3,
}
FROZEN = ("0.W", "0.b")


def known_digits(seed: int, question: str = "hole") -> tuple:
    """Give a network that reads digits, and few and many examples of a new question.

    The network learned 1,200 digits; of the other 597, two of each digit are the few.
    Gives ``old, X_few, labels_few, X_new, labels_new``.
    Taught in course/11_fine_tuning_and_beyond.
    """
    digits = load_digits()
    X = np.concatenate([digits.train_images, digits.test_images]).reshape(-1, 64) / 16
    y = np.concatenate([digits.train_labels, digits.test_labels])
    order = np.random.default_rng(seed).permutation(len(X))
    known, others = order[:1200], order[1200:]
    old = Network([64, 32, 10], rng=np.random.default_rng(seed))
    rng = np.random.default_rng(seed)
    fit(old, X[known], y[known], rng=rng, optimiser=Adam(0.01), epochs=10)
    few = np.concatenate([others[y[others] == digit][:2] for digit in range(10)])
    new, labels = np.setdiff1d(others, few), QUESTIONS[question](y)
    return old, X[few], labels[few], X[new], labels[new]


def zero_gradients_step(
    optimiser: Optimiser, params: dict, grads: dict, frozen: tuple[str, ...]
) -> None:
    """Freeze as a colleague does: gradients become 0, all goes to the optimiser."""
    grads = {k: g * 0 if k in frozen else g for k, g in grads.items()}
    optimiser.step(params, grads)


def frozen_path(optimiser: Any) -> float:
    """Say how far the colleague's frozen weights move in three steps.

    Before, three ordinary steps are made.
    """
    if not isinstance(optimiser, Optimiser):
        raise ValueError(
            f"return an optimiser, made and ready, got {describe(optimiser)}"
        )
    optimiser = copy.deepcopy(optimiser)
    rng = np.random.default_rng(0)
    shapes = {"0.W": (3, 2), "0.b": (2,), "2.W": (2, 2), "2.b": (2,)}
    params = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    for step in range(6):
        grads = {name: rng.normal(size=shape) for name, shape in shapes.items()}
        if step < 3:
            optimiser.step(params, grads)
            before = params["0.W"].copy()
        else:
            zero_gradients_step(optimiser, params, grads, FROZEN)
    return float(np.abs(params["0.W"] - before).max())


def tuned_facts(old: Network, n_outputs: int) -> Callable[[Any], list[int]]:
    """Give what tells 1 or 0: outputs, first layer as before, the next moved, a little.

    Shapes: the network that is measured -> four numbers.
    """

    def facts(network: Any) -> list[int]:
        if not isinstance(network, Network):
            raise ValueError("return the fine-tuned Network itself")
        Z = network.predict(np.zeros((2, 64)))
        first, later = (
            network.layers[i].params for i in (0, min(2, len(network.layers) - 1))
        )
        kept, was = old.layers[0].params, old.layers[2].params
        same = [_alike(first.get(name), kept[name]) for name in kept]
        if np.shape(later.get("W")) != was["W"].shape:
            return [int(Z.shape == (2, n_outputs)), int(all(same)), 0, 0]
        moved = np.linalg.norm(later["W"] - was["W"]) / np.linalg.norm(was["W"])
        return [
            int(Z.shape == (2, n_outputs)),
            int(all(same)),
            int(moved > 1e-9),
            int(moved < 0.5),
        ]

    return facts


def _alike(one: Any, other: Array) -> bool:
    return np.shape(one) == other.shape and bool(np.allclose(one, other, atol=1e-12))


def accuracy_up_to(enough: float, X: Array, labels: Array) -> Callable[[Any], float]:
    """Give what tells the accuracy of a network on X, at most ``enough``."""

    def measured(network: Any) -> float:
        if not isinstance(network, Network):
            raise ValueError("return the fine-tuned Network itself")
        right = network.predict(X).argmax(axis=1) == labels
        return min(enough, round(float(right.mean()), 3))

    return measured


def bottleneck(network: Any) -> int:
    """Give the smallest number of units that a network's Dense layers have."""
    if not isinstance(network, Network):
        raise ValueError("return the trained Network itself")
    widths = [p.params["W"].shape[1] for p in network.layers if isinstance(p, Dense)]
    if not widths:
        raise ValueError("the network has no Dense layer")
    return min(widths)


def code_facts(k: int, X: Array, enough: float) -> Callable[[Any], tuple]:
    """Give what tells bottleneck, outputs, and the error on X (down to ``enough``)."""

    def facts(network: Any) -> tuple[int, int, float]:
        narrow = bottleneck(network)
        outputs = network.predict(X)
        if outputs.shape != X.shape:
            return narrow, outputs.shape[1], 0.0
        error = float(((outputs - X) ** 2).mean())
        return narrow, outputs.shape[1], max(enough, round(error, 4))

    return facts


def pca_error(X: Array, X_new: Array, k: int) -> float:
    """Give the mean squared error on ``X_new`` when k directions of X are kept.

    Shapes: X and X_new (n, d) -> one number.
    Taught in course/11_fine_tuning_and_beyond.
    """
    mean = X.mean(axis=0)
    directions = np.linalg.svd(X - mean, full_matrices=False)[2][:k]
    back = (X_new - mean) @ directions.T @ directions + mean
    return float(((X_new - back) ** 2).mean())


def digit_parts(seed: int, n: int = 900) -> tuple[Array, Array]:
    """Give n digits to learn and the others, as rows of 64 numbers from 0 to 1."""
    digits = load_digits()
    X = np.concatenate([digits.train_images, digits.test_images]).reshape(-1, 64) / 16
    order = np.random.default_rng(seed).permutation(len(X))
    return X[order[:n]], X[order[n:]]


def letters_right(answer: Any, right: str) -> Array:
    """Give 1 for each letter that is right, else 0.

    Capitals, spaces and commas do not matter.

    >>> letters_right("t f f", "TFT")
    array([1, 1, 0])
    """
    if not all(isinstance(part, str) for part in np.atleast_1d(answer).tolist()):
        raise ValueError(f"expected a text of letters, got {describe(answer)}")
    text = "".join(answer).upper().replace(" ", "").replace(",", "")
    strange = sorted(set(text) - set(right) - set("TFSUCRYN"))
    if strange:
        raise ValueError(
            f"expected a text of letters, got {' '.join(strange)} among them"
        )
    pairs = zip(text, right.ljust(len(text), "?"), strict=False)
    return np.array([int(mine == its) for mine, its in pairs])
