"""Small stand-ins for a training run, to try what watches one.

``curves`` gives losses whose fault is known, ``Rehearsal`` plays given losses epoch by
epoch, ``short_run`` trains two weights for ten steps.
"""

from collections.abc import Sequence

import numpy as np

from nnbyhand.optim import Momentum, Params
from nnbyhand.shapes import Array, check_array, check_shape

N_EPOCHS = 40
# after each epoch: training and validation loss of the early-stopping example
VALIDATION = (0.9, 0.7, 0.6, 0.62, 0.58, 0.59, 0.61, 0.585, 0.57, 0.6)

# letters that the visible test of the assignment's last question asks for
VERDICTS = {1: "D", 3: "C", "learned": "C", "letter": "D"}


def curves(name: str, task: int = 1) -> tuple[Array, Array]:
    """Give training and validation loss of 40 epochs, for one kind of run.

    The kinds: slow, jumping, overfitting, too small, unfinished, fine. Task 1 has ten
    classes, its losses begin near 2.3; task 2 has two, its losses begin near 0.7.
    Shapes: two arrays (40,). Taught in course/07_training_in_practice.

    >>> train, val = curves("overfitting")
    >>> bool(train[-1] < 0.1), int(val.argmin())
    (True, 16)
    """
    made = {1: _of_ten_classes, 2: _of_two_classes}
    if task not in made:
        raise ValueError(f"curves: task must be 1 or 2, got {task!r}")
    kinds = made[task](np.arange(1, N_EPOCHS + 1))
    if name not in kinds:
        raise ValueError(f"curves: name must be one of {list(kinds)}, got {name!r}")
    train, val = kinds[name]
    return train, val


def _of_ten_classes(e: Array) -> dict[str, tuple[Array, Array]]:
    wave = 0.012 * np.sin(2.1 * e)
    return {
        "slow": (2.3 - 0.004 * e, 2.31 - 0.004 * e),
        "jumping": (
            1.2 + 0.8 * np.sin(2.7 * e) * np.cos(0.9 * e),
            1.3 + 0.8 * np.sin(2.7 * e + 0.2) * np.cos(0.9 * e),
        ),
        "overfitting": (
            2.2 * np.exp(-e / 8) + 0.02,
            2.2 * np.exp(-e / 6) + 0.04 + 0.0225 * e + wave / 4,
        ),
        "too small": (
            1.4 + 0.9 * np.exp(-e / 2) + wave,
            1.43 + 0.9 * np.exp(-e / 2) - wave,
        ),
        "unfinished": (
            2.4 * np.exp(-e / 30) + wave / 4,
            2.4 * np.exp(-e / 31) + 0.02 - wave / 4,
        ),
        "fine": (
            0.12 + 2.2 * np.exp(-e / 4) + wave / 4,
            0.16 + 2.2 * np.exp(-e / 4) - wave / 4,
        ),
    }


def _of_two_classes(e: Array) -> dict[str, tuple[Array, Array]]:
    wave, leap = 0.006 * np.sin(1.7 * e), 0.618 * e % 1
    return {
        "slow": (0.69 - 0.0008 * e, 0.695 - 0.0008 * e),
        "jumping": (0.28 + 0.36 * leap, 0.31 + 0.36 * leap - wave),
        "overfitting": (
            0.69 * np.exp(-e / 6) + 0.01,
            0.7 * np.exp(-e / 5) + 0.1 + 0.012 * e + wave / 2,
        ),
        "too small": (
            0.46 + 0.22 * np.exp(-e / 3) + wave,
            0.48 + 0.22 * np.exp(-e / 3) - wave,
        ),
        "unfinished": (
            0.69 * np.exp(-e / 28) + wave / 3,
            0.69 * np.exp(-e / 29) + 0.01 - wave / 3,
        ),
        "fine": (
            0.05 + 0.65 * np.exp(-e / 3) + wave / 4,
            0.07 + 0.65 * np.exp(-e / 3) - wave / 4,
        ),
    }


class Rehearsal:
    """A training run played from a list: ``epoch()`` trains once and tells two losses.

    ``weights`` is one array that every epoch changes in place, as optimisers do.
    Taught in course/07_training_in_practice.

    >>> run = Rehearsal([0.5, 0.4], [0.6, 0.7])
    >>> run.epoch(), run.epoch(), run.weights.tolist()
    ((0.5, 0.6), (0.4, 0.7), [2.0, -1.0, 0.5])
    """

    def __init__(
        self, train_losses: Sequence[float], val_losses: Sequence[float]
    ) -> None:
        train = check_array("Rehearsal", "train_losses", train_losses)
        check_shape("Rehearsal", "train_losses", train, ("epochs",))
        val = check_array("Rehearsal", "val_losses", val_losses)
        check_shape("Rehearsal", "val_losses", val, train.shape)
        self.losses = list(zip(train.tolist(), val.tolist(), strict=True))
        self.weights = np.zeros(3)
        self.epochs_done = 0

    @property
    def n_epochs(self) -> int:
        """How many epochs there are at most."""
        return len(self.losses)

    def epoch(self) -> tuple[float, float]:
        """Train for one epoch; give the training loss and the validation loss."""
        if self.epochs_done == self.n_epochs:
            raise RuntimeError(
                f"Rehearsal: all {self.n_epochs} epochs have been run; "
                "n_epochs says how many there are"
            )
        self.epochs_done += 1
        self.weights += np.array([1.0, -0.5, 0.25])
        return self.losses[self.epochs_done - 1]

    def __repr__(self) -> str:
        return f"Rehearsal of {self.n_epochs} epochs"


def short_run(params: Params, memory: Params, lr: float) -> float:
    """Train for ten steps of momentum, in place; give the loss after them, or NaN.

    The loss is ``(w1**2 + 10 w2**2) / 2`` of the weights ``W``; NaN says that the run
    diverged. Unlike other public functions it moves its arguments: that is its task.

    Shapes: params and memory {"W": (2,)} -> one number.
    Taught in course/07_training_in_practice.

    >>> params, memory = {"W": np.array([10.0, 1.0])}, {"W": np.zeros(2)}
    >>> round(short_run(params, memory, 0.02), 4), params["W"].round(4).tolist()
    (4.7162, [3.0712, 0.0044])
    """
    for name, part in (("params", params), ("memory", memory)):
        if set(part) != {"W"}:
            raise ValueError(f"short_run: {name} must hold W, got {', '.join(part)}")
        check_shape("short_run", f"{name}['W']", part["W"], (2,))
    steep = np.array([1.0, 10.0])
    optimiser = Momentum(lr)
    optimiser.set_state({"n_steps": np.array(0), "v.W": memory["W"]})
    for _ in range(10):
        optimiser.step(params, {"W": steep * params["W"]})
    memory["W"][...] = optimiser.kept["v"]["W"]
    loss = float((steep * params["W"] ** 2).sum() / 2)
    return loss if loss < 1e6 else float("nan")
