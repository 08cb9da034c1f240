"""A small network to watch while it learns to tell points of the plane apart.

``Playground(settings)`` draws the points and the weights, ``step`` trains, ``surfaces``
gives what every unit answers anywhere in the plane, ``text`` and ``from_text`` keep and
restore the state. Nothing here draws; nnbyhand.explorers.playground does.
"""

from typing import NamedTuple

import numpy as np

from nnbyhand.losses import binary_cross_entropy
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Params, is_bias
from nnbyhand.playground_points import REACH, features, make_points
from nnbyhand.playground_settings import MOST_EPOCHS, Settings, read, write
from nnbyhand.shapes import Array
from nnbyhand.train import train_epoch

LOSS = "binary_cross_entropy"


class ShrinkingSGD(SGD):
    """SGD with the L1 penalty: after each step, weights shrink by ``lr * rate``.

    A weight that would change its sign by shrinking becomes exactly 0; biases go free.
    Taught in course/07_training_in_practice.
    """

    def __init__(self, lr: float, rate: float) -> None:
        super().__init__(lr)
        self.rate = rate

    def step(self, params: Params, grads: Params) -> None:
        """Move every parameter against its gradient, then shrink the weights."""
        amount = self.lr * self.rate
        super().step(params, grads)
        for name, w in params.items():
            if not is_bias(name):
                w[...] = np.sign(w) * np.maximum(np.abs(w) - amount, 0)


class Surfaces(NamedTuple):
    """What features, hidden units and the output answer on a square grid."""

    features: Array  # (d, n, n), row 0 is the lowest x2
    hidden: list[Array]  # a (units, n, n) for each hidden layer
    output: Array  # (n, n), the logit z: above 0 the network calls class 1


class Playground:
    """Points, a network and its losses; equal settings give equal training.

    The losses are those of the data alone, without the penalty, and both parts are
    measured after each epoch with the same weights; entry 0 is before training.
    Taught in course/07_training_in_practice.

    >>> play = Playground(Settings(data="groups", layers=(2,)))
    >>> play.step(5)
    >>> play
    Playground groups, 4-2-1 tanh, epoch 5, test accuracy 1.00
    """

    def __init__(self, settings: Settings | None = None) -> None:
        self.settings = Settings() if settings is None else settings
        self.reset()

    @classmethod
    def from_text(cls, text: str) -> "Playground":
        """Restore what ``text`` gave, by training anew for as many epochs.

        Raises ValueError that says what is wrong with the text.
        Taught in course/07_training_in_practice.
        """
        settings, epoch = read(text)
        play = cls(settings)
        play.step(epoch)
        return play

    @property
    def text(self) -> str:
        """The state in one short line: every setting and the epochs trained."""
        return write(self.settings, self.epoch)

    @property
    def sizes(self) -> list[int]:
        """Inputs, hidden units of each layer, one output."""
        return [len(self.settings.features), *self.settings.layers, 1]

    def reset(self) -> None:
        """Draw points and weights anew from the seed, and forget the training.

        Taught in course/07_training_in_practice.
        """
        chosen = self.settings
        # a generator for each, so that other weights keep the same points
        for_points, for_weights, self.rng = (
            np.random.default_rng([chosen.seed, i]) for i in range(3)
        )
        self.points = make_points(chosen.data, chosen.noise, for_points)
        self.network = Network(self.sizes, hidden=chosen.activation, rng=for_weights)
        self.optimiser = _optimiser(chosen)
        self.train_columns = features(self.points.train_X, chosen.features)
        self.test_columns = features(self.points.test_X, chosen.features)
        self.epoch = 0
        self.train_loss: list[float] = []
        self.test_loss: list[float] = []
        self._measure()

    def step(self, n_epochs: int = 1) -> None:
        """Train for whole epochs.

        Raises FloatingPointError where training diverges, with the weights as they were
        before that epoch. Taught in course/07_training_in_practice.
        """
        if not isinstance(n_epochs, int) or n_epochs < 0:
            raise ValueError(
                "Playground.step: n_epochs must be a whole number of 0 or more, "
                f"got {n_epochs!r}"
            )
        for _ in range(min(n_epochs, MOST_EPOCHS - self.epoch)):
            before = self.network.copy_params()
            try:
                self._train()
                self._measure()
            except FloatingPointError:
                self.network.set_params(before)
                raise FloatingPointError(
                    f"Training diverged in epoch {self.epoch + 1}: the numbers grew "
                    "beyond all bounds. Try a smaller learning rate."
                ) from None
            self.epoch += 1

    def surfaces(self, n: int = 60) -> Surfaces:
        """Give what every unit answers on an n by n grid over the whole plane.

        Shapes: a count -> (d, n, n), lists of (units, n, n), and (n, n).
        Taught in course/07_training_in_practice.
        """
        columns = features(grid(n), self.settings.features)
        A, hidden = columns, []
        for A in self._hidden_answers(columns):
            hidden.append(_squares(A, n))
        logits = self.network.layers[-1].forward(A)
        return Surfaces(_squares(columns, n), hidden, logits.reshape(n, n))

    def accuracy(self, part: str = "test") -> float:
        """Give the share of right answers in the part ``train`` or ``test``.

        Taught in course/07_training_in_practice.
        """
        if part not in ("train", "test"):
            raise ValueError(
                f"Playground.accuracy: part must be train or test, got {part!r}"
            )
        columns = self.train_columns if part == "train" else self.test_columns
        labels = self.points.train_y if part == "train" else self.points.test_y
        called = self.network.forward(columns)[:, 0] > 0
        return float(np.mean(called == labels))

    def _hidden_answers(self, columns: Array) -> list[Array]:
        """Send columns forward and keep what comes out of every hidden layer."""
        answers, A = [], columns
        linear = self.settings.activation == "linear"  # has no layer of its own
        for i, layer in enumerate(self.network.layers[:-1]):
            A = layer.forward(A)
            if linear or i % 2 == 1:
                answers.append(A)
        return answers

    def _train(self) -> None:
        targets = self.points.train_y[:, None].astype(float)
        train_epoch(
            *(self.network, self.train_columns, targets, LOSS, self.optimiser),
            *(self.settings.batch, self.rng),
        )

    def _measure(self) -> None:
        """Add the losses of both parts, or refuse numbers that are none."""
        with np.errstate(over="ignore", invalid="ignore"):
            answers = [
                self.network.forward(columns)[:, 0]
                for columns in (self.train_columns, self.test_columns)
            ]
        if not all(np.isfinite(A).all() for A in answers):
            raise FloatingPointError
        self.train_loss.append(binary_cross_entropy(answers[0], self.points.train_y))
        self.test_loss.append(binary_cross_entropy(answers[1], self.points.test_y))

    def __repr__(self) -> str:
        return (
            f"Playground {self.settings.data}, {'-'.join(map(str, self.sizes))} "
            f"{self.settings.activation}, epoch {self.epoch}, "
            f"test accuracy {self.accuracy():.2f}"
        )


def grid(n: int) -> Array:
    """Give the middles of n by n equal squares that fill the plane from -6 to 6.

    Shapes: a count -> (n * n, 2), row by row from the lowest x2.
    Taught in course/07_training_in_practice.

    >>> grid(2)
    array([[-3., -3.],
           [ 3., -3.],
           [-3.,  3.],
           [ 3.,  3.]])
    """
    middles = REACH * ((2 * np.arange(n) + 1) / n - 1)
    x1, x2 = np.meshgrid(middles, middles)
    return np.column_stack([x1.ravel(), x2.ravel()])


def _optimiser(chosen: Settings) -> SGD:
    if chosen.penalty == "L1":
        return ShrinkingSGD(chosen.lr, chosen.rate)
    return SGD(chosen.lr, chosen.rate if chosen.penalty == "L2" else 0.0)


def _squares(A: Array, n: int) -> Array:
    """Lay each column out as a square: (n * n, d) -> (d, n, n)."""
    return np.ascontiguousarray(A.T).reshape(-1, n, n)
