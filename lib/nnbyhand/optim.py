"""How weights move: SGD, momentum, RMSProp and Adam.

``optimiser.step(params, grads)`` moves the arrays of ``params`` where they are. ``lr``
is a number or a schedule, see nnbyhand.schedules.
"""

import numpy as np

from nnbyhand.schedules import Schedule, check_positive, constant
from nnbyhand.schedules import first_rise as first_rise  # asked for here by others
from nnbyhand.schedules import range_test as range_test
from nnbyhand.shapes import Array, check_shape

Params = dict[str, Array]


class Optimiser:
    """What all optimisers share: the rate, the count of steps and the L2 penalty.

    ``weight_decay`` adds ``weight_decay * w`` to the gradient of weights; biases, whose
    names begin with b, go free. Taught in course/07_training_in_practice.
    """

    memory: tuple[str, ...] = ()  # what is remembered of each parameter

    def __init__(self, lr: float | Schedule, weight_decay: float = 0.0) -> None:
        if not callable(lr):
            check_positive(type(self).__name__, "lr", lr)
        if weight_decay < 0:
            raise ValueError(
                f"{type(self).__name__}: weight_decay must not be negative, "
                f"got {weight_decay}"
            )
        self.schedule = lr if callable(lr) else constant(lr)
        self.weight_decay = weight_decay
        self.n_steps = 0
        self.kept: dict[str, Params] = {name: {} for name in self.memory}
        self.scratch: Params = {}

    @property
    def lr(self) -> float:
        """The learning rate of the next step."""
        return self.schedule(self.n_steps)

    def step(self, params: Params, grads: Params) -> None:
        """Move every parameter once; the arrays of ``params`` change in place.

        Shapes: params and grads by equal names, equal shapes.
        Taught in course/04_loss_and_gradient_descent.
        """
        function = f"{type(self).__name__}.step"
        if params.keys() != grads.keys():
            raise ValueError(
                f"{function}: params and grads must have equal names, "
                f"got {', '.join(params)} and {', '.join(grads)}"
            )
        for name, w in params.items():
            self._prepare(function, name, w, grads[name])
        lr = self.lr
        self.n_steps += 1
        for name, w in params.items():
            g = grads[name]
            if self.weight_decay and not is_bias(name):
                g = g + self.weight_decay * w
            w -= self.move(name, g, lr)

    def move(self, name: str, g: Array, lr: float) -> Array:
        """Give what is subtracted from the parameter, in a buffer of our own.

        Shapes: g as the parameter -> the same shape.
        Taught in course/04_loss_and_gradient_descent.
        """
        raise NotImplementedError(f"{type(self).__name__} has no rule yet")

    def _prepare(self, function: str, name: str, w: Array, g: Array) -> None:
        """Check one parameter before any is moved; make its buffers once."""
        if name not in self.scratch:
            if w.dtype.kind != "f":
                raise TypeError(f"{function}: {name} must hold floats, got {w.dtype}")
            for kept in self.kept.values():
                memory = kept.setdefault(name, np.zeros_like(w))
                check_shape(function, f"the memory of {name}", memory, w.shape)
            self.scratch[name] = np.empty_like(w)
        if np.shape(g) != w.shape:
            check_shape(function, f"the gradient of {name}", g, w.shape)
        if self.scratch[name].shape != w.shape:
            check_shape(function, f"the memory of {name}", self.scratch[name], w.shape)

    def state(self) -> Params:
        """Give copies of everything remembered, to save beside the weights.

        Taught in course/07_training_in_practice.
        """
        arrays = {
            f"{what}.{name}": array.copy()
            for what, kept in self.kept.items()
            for name, array in kept.items()
        }
        return {"n_steps": np.array(self.n_steps), **arrays}

    def set_state(self, state: Params) -> None:
        """Go on from what ``state`` gave.

        Taught in course/07_training_in_practice.
        """
        names = {key.split(".", 1)[0] for key in state}
        if "n_steps" not in state or not names <= {"n_steps", *self.memory}:
            raise ValueError(
                f"{type(self).__name__}.set_state: this is the state of another "
                f"optimiser: {', '.join(sorted(names))}"
            )
        self.n_steps = int(state["n_steps"])
        self.scratch = {}
        for what in self.memory:
            start = f"{what}."
            self.kept[what] = {
                key.removeprefix(start): array.copy()
                for key, array in state.items()
                if key.startswith(start)
            }

    def __repr__(self) -> str:
        return f"{type(self).__name__}, lr {self.lr:g}, {self.n_steps} steps"


class SGD(Optimiser):
    """Step against the gradient: ``w -= lr * g``.

    Taught in course/04_loss_and_gradient_descent.
    """

    def __init__(self, lr: float | Schedule = 0.1, weight_decay: float = 0.0) -> None:
        super().__init__(lr, weight_decay)

    def move(self, name: str, g: Array, lr: float) -> Array:
        """Give ``lr * g``."""
        return np.multiply(g, lr, out=self.scratch[name])


class Momentum(Optimiser):
    """Add up past gradients, each fading by ``beta``: ``v = beta v + g; w -= lr v``.

    Taught in course/07_training_in_practice.
    """

    memory = ("v",)

    def __init__(
        self, lr: float | Schedule = 0.01, beta: float = 0.9, weight_decay: float = 0.0
    ) -> None:
        super().__init__(lr, weight_decay)
        self.beta = _check_decay("Momentum", "beta", beta)

    def move(self, name: str, g: Array, lr: float) -> Array:
        """Give ``lr * v``."""
        v = self.kept["v"][name]
        v *= self.beta
        v += g
        return np.multiply(v, lr, out=self.scratch[name])


class RMSProp(Optimiser):
    """Divide by the size of recent gradients: ``w -= lr g / (sqrt(s) + eps)``.

    ``s = beta s + (1 - beta) g**2``. Taught in course/07_training_in_practice.
    """

    memory = ("s",)

    def __init__(
        self,
        lr: float | Schedule = 0.001,
        beta: float = 0.9,
        eps: float = 1e-8,
        weight_decay: float = 0.0,
    ) -> None:
        super().__init__(lr, weight_decay)
        self.beta = _check_decay("RMSProp", "beta", beta)
        self.eps = eps

    def move(self, name: str, g: Array, lr: float) -> Array:
        """Give ``lr * g / (sqrt(s) + eps)``."""
        s, out = self.kept["s"][name], self.scratch[name]
        np.multiply(g, g, out=out)
        _blend(s, out, self.beta, out)
        np.sqrt(s, out=out)
        out += self.eps
        np.divide(g, out, out=out)
        out *= lr
        return out


class Adam(Optimiser):
    """Momentum for the direction, RMSProp for the size, both corrected at the start.

    ``m = b1 m + (1 - b1) g``, ``v = b2 v + (1 - b2) g**2``, at step t = 1, 2, …
    ``w -= lr (m / (1 - b1**t)) / (sqrt(v / (1 - b2**t)) + eps)``.
    Taught in course/07_training_in_practice.
    """

    memory = ("m", "v")

    def __init__(
        self,
        lr: float | Schedule = 0.001,
        betas: tuple[float, float] = (0.9, 0.999),
        eps: float = 1e-8,
        weight_decay: float = 0.0,
    ) -> None:
        super().__init__(lr, weight_decay)
        self.betas = tuple(_check_decay("Adam", "betas", beta) for beta in betas)
        self.eps = eps

    def move(self, name: str, g: Array, lr: float) -> Array:
        """Give the corrected step of the class's formula."""
        m, v, out = self.kept["m"][name], self.kept["v"][name], self.scratch[name]
        b1, b2 = self.betas
        _blend(m, g, b1, out)
        np.multiply(g, g, out=out)
        _blend(v, out, b2, out)
        np.sqrt(v, out=out)
        # the corrections are numbers, so they go into eps and lr instead of m and v
        root = (1 - b2**self.n_steps) ** 0.5
        out += self.eps * root
        np.divide(m, out, out=out)
        out *= lr * root / (1 - b1**self.n_steps)
        return out


def is_bias(name: str) -> bool:
    """Tell by its name whether a parameter is a bias, which L2 leaves alone.

    Taught in course/07_training_in_practice.

    >>> is_bias("0.b"), is_bias("0.W")
    (True, False)
    """
    return name.rsplit(".", 1)[-1].startswith("b")


def _blend(average: Array, new: Array, beta: float, scratch: Array) -> None:
    """Make ``average`` hold ``beta * average + (1 - beta) * new``."""
    np.multiply(new, 1 - beta, out=scratch)
    average *= beta
    average += scratch


def _check_decay(function: str, name: str, value: float) -> float:
    if not 0 <= value < 1:
        raise ValueError(
            f"{function}: {name} must be at least 0 and below 1, got {value}"
        )
    return value
