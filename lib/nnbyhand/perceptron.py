"""A threshold unit with its boundary, and the rule by which it finds its weights.

``boundary`` and ``distance`` say where the unit changes its mind, ``update`` learns
from one example, ``learn`` goes on until there is no mistake or the limit is reached.
Targets and predictions are 0 and 1 here.
"""

from dataclasses import dataclass

import numpy as np

from nnbyhand.gates import neuron, step
from nnbyhand.shapes import Array, check_array, check_shape


@dataclass(frozen=True)
class Learned:
    """What ``learn`` found, and how: mistakes of each epoch, numbers after each step.

    Shapes: w (d,), steps (updates, d + 1), a row for each mistake: weights, then bias.
    """

    w: Array
    b: float
    mistakes: list[int]
    steps: Array
    separated: bool

    def __repr__(self) -> str:
        epochs = f"{len(self.mistakes)} epochs, {len(self.steps)} updates"
        found = "separated" if self.separated else "not separated within the limit"
        return f"Learned w {self.w.tolist()}, b {self.b:g}: {epochs}, {found}"


def boundary(w: Array, b: float) -> tuple[float, float]:
    """Give slope and intercept of the line where ``x1*w1 + x2*w2 + b`` is 0.

    Shapes: w (2,), b one number. A vertical line (w2 = 0) has neither and is refused.
    Taught in course/02_perceptron.

    >>> boundary([3, -2], -1)
    (1.5, -0.5)
    """
    w = check_array("boundary", "w", w)
    check_shape("boundary", "w", w, (2,))
    if w[1] == 0:
        raise ValueError(
            f"boundary: w must have w2 other than 0, got {w}; where w2 is 0 the "
            "boundary is a vertical line, x1 = -b / w1"
        )
    return float(-w[0] / w[1]), float(-b / w[1])


def distance(X: Array, w: Array, b: float) -> Array:
    """Give how far each example is from the boundary: above 0 where the unit fires.

    Shapes: X (n, d) or (d,), w (d,), b one number -> (n,) or one number.
    Taught in course/02_perceptron.

    >>> distance([[3, 2], [0, 0]], [3, -4], 4)
    array([1. , 0.8])
    """
    z = neuron(X, w, b)
    length = np.linalg.norm(w)
    if length == 0:
        raise ValueError("distance: w must not be all 0; without weights no boundary")
    return z / length


def update(
    w: Array, b: float, x: Array, t: float, lr: float = 1.0
) -> tuple[Array, float]:
    """Learn from one example: ``w + lr (t - y) x`` and ``b + lr (t - y)``.

    Shapes: w (d,), x (d,), t 0 or 1 -> w (d,), b. Nothing changes where y equals t.
    Taught in course/02_perceptron.

    >>> update([0, 0], 0, [-0.5, -0.5], 1)
    (array([-0.5, -0.5]), 1.0)
    """
    w, x = check_array("update", "w", w), check_array("update", "x", x)
    check_shape("update", "x", x, ("d",))
    _targets("update", np.array([t]))
    error = t - step(neuron(x, w, b))
    return w + lr * error * x, float(b + lr * error)


def learn(
    X: Array,
    t: Array,
    w: Array | None = None,
    b: float = 0.0,
    lr: float = 1.0,
    limit: int = 100,
) -> Learned:
    """Go through the examples in order, epoch after epoch, learning from mistakes.

    Stops after the first epoch without a mistake, or after ``limit`` epochs: where no
    line separates the groups, there always is a mistake. Starts at 0 without ``w``.

    Shapes: X (n, d), t (n,) of 0 and 1, w (d,). Taught in course/02_perceptron.

    >>> learn([[0, 0], [0, 1], [1, 0], [1, 1]], [0, 1, 1, 1])
    Learned w [1.0, 1.0], b 0: 4 epochs, 4 updates, separated
    """
    X = check_array("learn", "X", X)
    check_shape("learn", "X", X, ("n", "d"))
    t = _targets("learn", t)
    check_shape("learn", "t", t, (len(X),))
    w = np.zeros(X.shape[1]) if w is None else check_array("learn", "w", w)
    check_shape("learn", "w", w, (X.shape[1],))
    mistakes: list[int] = []
    steps: list[Array] = []
    while len(mistakes) < limit and (not mistakes or mistakes[-1] > 0):
        before = len(steps)
        for x, target in zip(X, t, strict=True):
            if step(neuron(x, w, b)) != target:
                w, b = update(w, b, x, target, lr)
                steps.append(np.append(w, b))
        mistakes.append(len(steps) - before)
    rows = np.array(steps).reshape(-1, X.shape[1] + 1)
    return Learned(w, b, mistakes, rows, mistakes[-1:] == [0])


def _targets(function: str, t: Array) -> Array:
    t = check_array(function, "t", t)
    if not np.isin(t, (0, 1)).all():
        raise ValueError(f"{function}: t must be 0 or 1, got {np.unique(t).tolist()}")
    return t
