"""A plain recurrent layer, and what it shares with the LSTM.

``RNN`` takes one ``rnn_step`` of nnbyhand.recurrent after the other and goes back
through time; ``Recurrent`` holds the weights, the doors and the states in between.
"""

import numpy as np

from nnbyhand.layers import Layer, upstream
from nnbyhand.shapes import Array, check_array, check_shape

WEIGHTS = ("W_x", "W_h", "b")


class Recurrent(Layer):
    """What RNN and LSTM share: the weights, the doors and the states in between."""

    n_blocks = 1  # how many blocks of h columns the weights hold

    def __init__(
        self,
        d_in: int,
        d_hidden: int,
        rng: np.random.Generator,
        every_step: bool = True,
        dtype: type = np.float64,
    ) -> None:
        super().__init__()
        name = type(self).__name__
        if d_in < 1 or d_hidden < 1:
            raise ValueError(
                f"{name}: d_in and d_hidden must be at least 1, "
                f"got {d_in} and {d_hidden}"
            )
        if not isinstance(rng, np.random.Generator):
            raise TypeError(
                f"{name}: rng must be a numpy Generator, got {type(rng).__name__}"
            )
        limit, width = 1 / np.sqrt(d_hidden), self.n_blocks * d_hidden
        W_x, W_h = (rng.uniform(-limit, limit, (d, width)) for d in (d_in, d_hidden))
        self._hold(W_x.astype(dtype), W_h.astype(dtype), np.zeros(width, dtype))
        self.every_step = every_step

    @classmethod
    def from_arrays(
        cls, W_x: Array, W_h: Array, b: Array, every_step: bool = True
    ) -> "Recurrent":
        """Build a layer from copies of given weights.

        Taught in course/10_recurrent_networks.
        """
        layer = cls.__new__(cls)
        Layer.__init__(layer)
        function = f"{cls.__name__}.from_arrays"
        layer._hold(*check_weights(function, W_x, W_h, b, cls.n_blocks))
        layer.params = {name: p.copy() for name, p in layer.params.items()}
        layer.every_step = every_step
        return layer

    def _hold(self, W_x: Array, W_h: Array, b: Array) -> None:
        self.params = {"W_x": W_x, "W_h": W_h, "b": b}
        self.grads = {name: np.zeros_like(p) for name, p in self.params.items()}

    def _enter(self, X: Array) -> Array:
        function = f"{type(self).__name__}.forward"
        X = check_array(function, "X", X, finite=False)
        check_shape(function, "X", X, ("n", "t", len(self.params["W_x"])))
        return X.astype(self.params["b"].dtype, copy=False)

    def _start(self, name: str, H: Array | None, n: int) -> Array:
        """Give the state before the first step: zeros, unless the caller has one."""
        h, dtype = len(self.params["W_h"]), self.params["b"].dtype
        if H is None:
            return np.zeros((n, h), dtype)
        H = check_array(f"{type(self).__name__}.forward", name, H)
        check_shape(f"{type(self).__name__}.forward", name, H, (n, h))
        return H.astype(dtype)

    def _leave(self, A: Array) -> Array:
        A = A if self.every_step else A[:, -1]
        self.A_shape = A.shape
        return A

    def upstream(self, dA: Array, n_steps: int) -> Array:
        """Give dC/dH of every step; only the last gets one if only the last shows."""
        function = f"{type(self).__name__}.backward"
        dA = upstream(function, "dA", dA, self.A_shape)
        if self.every_step:
            return dA
        dH = np.zeros((len(dA), n_steps, dA.shape[1]), dA.dtype)
        dH[:, -1] = dA
        return dH

    def __repr__(self) -> str:
        d, h = len(self.params["W_x"]), len(self.params["W_h"])
        text = f"{type(self).__name__} {d}-{h}"
        return text if self.every_step else f"{text}, last step"


class RNN(Recurrent):
    """A plain recurrent layer: its outputs go back in at the next step.

    Shapes: W_x (d, h), W_h (h, h), b (h,). Taught in course/10_recurrent_networks.
    """

    def forward(
        self, X: Array, train: bool = False, H_start: Array | None = None
    ) -> Array:
        """Take one ``rnn_step`` after the other.

        Shapes: X (n, t, d), H_start (n, h) -> H (n, t, h), or (n, h) of the last step.
        Taught in course/10_recurrent_networks.
        """
        X = self._enter(X)
        W_x, W_h, b = (self.params[name] for name in WEIGHTS)
        n, n_steps, _ = X.shape
        H = np.empty((n, n_steps + 1, len(W_h)), W_h.dtype)  # H[:, t] is before step t
        H[:, 0] = self._start("H_start", H_start, n)
        for t in range(n_steps):
            H[:, t + 1] = np.tanh(X[:, t] @ W_x + H[:, t] @ W_h + b)
        self.X, self.H = X, H
        return self._leave(H[:, 1:])

    def backward(self, dA: Array) -> Array | None:
        """Go back through time: every step adds to the same three gradients.

        Shapes: dA as the output -> dC/dX (n, t, d). ``dH_start`` (n, h) keeps dC/dH
        of the start. Taught in course/10_recurrent_networks.
        """
        dA = self.upstream(dA, self.H.shape[1] - 1 if self.A_shape else 0)
        W_x, W_h, _ = self.params.values()
        self.grads = {name: np.zeros_like(p) for name, p in self.params.items()}
        dX, dH = np.empty_like(self.X), np.zeros_like(self.H[:, 0])
        for t in reversed(range(self.X.shape[1])):
            dH = dH + dA[:, t]  # from above, and from the next step
            delta = dH * (1 - self.H[:, t + 1] ** 2)
            self.grads["W_x"] += self.X[:, t].T @ delta
            self.grads["W_h"] += self.H[:, t].T @ delta
            self.grads["b"] += delta.sum(axis=0)
            if self.input_gradient:
                dX[:, t] = delta @ W_x.T
            dH = delta @ W_h.T
        self.dH_start = dH
        return dX if self.input_gradient else None


def check_weights(
    function: str, W_x: Array, W_h: Array, b: Array, n_blocks: int
) -> tuple[Array, Array, Array]:
    """Refuse weights that do not fit each other; give all in the dtype of W_x."""
    W_x = check_array(function, "W_x", W_x)
    W_h = check_array(function, "W_h", W_h).astype(W_x.dtype, copy=False)
    b = check_array(function, "b", b).astype(W_x.dtype, copy=False)
    check_shape(function, "W_h", W_h, ("units", "columns"))
    width = n_blocks * len(W_h)
    check_shape(function, "W_h", W_h, (len(W_h), width))
    check_shape(function, "W_x", W_x, ("d", width))
    check_shape(function, "b", b, (width,))
    return W_x, W_h, b
