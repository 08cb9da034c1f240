"""What happened in training, and when to stop.

``History`` keeps losses, accuracies and rates of every epoch; ``EarlyStopping`` watches
the validation loss and remembers the best weights.
"""

from dataclasses import dataclass, field

import numpy as np

from nnbyhand.shapes import Array

Params = dict[str, Array]


@dataclass
class History:
    """One entry for each epoch; accuracies only where the targets are classes.

    The training loss is averaged while the weights still move, so it lags behind the
    validation loss, which is measured at the end of the epoch.
    Taught in course/07_training_in_practice.
    """

    loss: list[float] = field(default_factory=list)
    accuracy: list[float] = field(default_factory=list)
    val_loss: list[float] = field(default_factory=list)
    val_accuracy: list[float] = field(default_factory=list)
    lr: list[float] = field(default_factory=list)
    best_epoch: int | None = None  # counted from 1; set by early stopping

    def add(self, loss: float, accuracy: float | None) -> None:
        """Take the averages of one epoch of training."""
        self.loss.append(loss)
        if accuracy is not None:
            self.accuracy.append(accuracy)

    def add_validation(self, loss: float, accuracy: float | None) -> None:
        """Take loss and accuracy on the validation part after that epoch."""
        self.val_loss.append(loss)
        if accuracy is not None:
            self.val_accuracy.append(accuracy)

    def __repr__(self) -> str:
        if not self.loss:
            return "History of 0 epochs"
        text = f"History of {len(self.loss)} epochs, loss {self.loss[0]:.4f}"
        text += f" to {self.loss[-1]:.4f}"
        if self.val_loss:
            text += f", validation {self.val_loss[0]:.4f} to {self.val_loss[-1]:.4f}"
        if self.best_epoch is not None:
            text += f", best epoch {self.best_epoch}"
        return text


class EarlyStopping:
    """Stop when the watched value has not improved for ``patience`` epochs in a row.

    An improvement is more than ``min_delta`` below the best so far; a tie is none.
    Taught in course/07_training_in_practice.

    >>> stop = EarlyStopping(patience=1)
    >>> [stop.update(value) for value in (0.9, 0.6, 0.62)], stop.best_epoch
    ([False, False, True], 2)
    """

    def __init__(self, patience: int = 3, min_delta: float = 0.0) -> None:
        if patience < 1 or min_delta < 0:
            raise ValueError(
                "EarlyStopping: patience must be at least 1 and min_delta at least 0, "
                f"got {patience} and {min_delta}"
            )
        self.patience = patience
        self.min_delta = min_delta
        self.reset()

    def reset(self) -> None:
        """Forget everything seen; ``fit`` does so at its start."""
        self.epoch = 0
        self.best = np.inf
        self.best_epoch = 0
        self.best_params: Params | None = None

    def update(self, value: float, params: Params | None = None) -> bool:
        """Take the value of one more epoch; say whether to stop.

        Taught in course/07_training_in_practice.
        """
        self.epoch += 1
        if value < self.best - self.min_delta:
            self.best, self.best_epoch = value, self.epoch
            if params is not None:  # copies: the live arrays go on changing
                self.best_params = {name: p.copy() for name, p in params.items()}
        return self.epoch - self.best_epoch >= self.patience
