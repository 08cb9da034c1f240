"""Read sequences step by step: ``RNN`` and ``LSTM``, forward and back through time.

``rnn_step`` and ``lstm_step`` are one step, as a lesson prints it. The layers walk
along axis 1 of X (n, t, d) and return the output of every step, or of the last one.
``clip_by_norm`` keeps gradients from exploding. Gates are stored in the order i, f, g,
o, as in torch; g is the candidate, written C̃ in the equations.
"""

import numpy as np

from nnbyhand.activations import sigmoid
from nnbyhand.layers import Layer, upstream
from nnbyhand.shapes import Array, check_array, check_shape

WEIGHTS = ("W_x", "W_h", "b")


def rnn_step(X: Array, H_prev: Array, W_x: Array, W_h: Array, b: Array) -> Array:
    """Mix the new input with the previous output: ``tanh(X W_x + H_prev W_h + b)``.

    Shapes: X (n, d), H_prev (n, h), W_x (d, h), W_h (h, h), b (h,) -> H (n, h).
    Taught in course/10_recurrent_networks.

    >>> rnn_step([[1.0]], [[0.3]], [[1.0]], [[-2.0]], [0.5]).round(6)
    array([[0.716298]])
    """
    X, H_prev, W_x, W_h, b = _check_step("rnn_step", X, H_prev, W_x, W_h, b, 1)
    return np.tanh(X @ W_x + H_prev @ W_h + b)


def lstm_step(
    X: Array, H_prev: Array, C_prev: Array, W_x: Array, W_h: Array, b: Array
) -> tuple[Array, Array]:
    """Forget, admit and show: one step of an LSTM; gives the output and the memory.

    Shapes: X (n, d), H_prev and C_prev (n, h), W_x (d, 4h), W_h (h, 4h), b (4h,)
    -> H (n, h), C (n, h). Taught in course/10_recurrent_networks.

    >>> weights = np.zeros((1, 4)), np.zeros((1, 4)), np.zeros(4)
    >>> H, C = lstm_step([[1.0]], [[0.0]], [[2.0]], *weights)
    >>> C
    array([[1.]])
    """
    X, H_prev, W_x, W_h, b = _check_step("lstm_step", X, H_prev, W_x, W_h, b, 4)
    C_prev = check_array("lstm_step", "C_prev", C_prev)
    check_shape("lstm_step", "C_prev", C_prev, H_prev.shape)
    Z_i, Z_f, Z_g, Z_o = np.split(X @ W_x + H_prev @ W_h + b, 4, axis=1)
    f = sigmoid(Z_f)  # L1: how much of the old memory stays
    i = sigmoid(Z_i)  # L2: how much of the candidate enters
    g = np.tanh(Z_g)  # L3: the candidate
    C = f * C_prev + i * g  # L4
    o = sigmoid(Z_o)  # L5: how much of the memory shows
    H = o * np.tanh(C)  # L6
    return H, C


def clip_by_norm(
    grads: dict[str, Array], max_norm: float
) -> tuple[dict[str, Array], float]:
    """Shorten all gradients by one factor if their joint length exceeds ``max_norm``.

    The direction stays. Gives new arrays, and the length before.
    Taught in course/10_recurrent_networks.

    >>> clip_by_norm({"W": np.array([3.0, 4.0])}, 1.0)
    ({'W': array([0.6, 0.8])}, 5.0)
    """
    if not max_norm > 0:
        raise ValueError(f"clip_by_norm: max_norm must be above 0, got {max_norm}")
    arrays = {k: check_array("clip_by_norm", k, a) for k, a in grads.items()}
    # float64: the squares of a large float32 gradient may overflow
    squares = [np.square(a, dtype=np.float64).sum() for a in arrays.values()]
    norm = float(np.sqrt(sum(squares)))
    factor = 1.0 if norm <= max_norm else max_norm / norm
    return {k: a * a.dtype.type(factor) for k, a in arrays.items()}, norm


class _Recurrent(Layer):
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
    ) -> "_Recurrent":
        """Build a layer from copies of given weights.

        Taught in course/10_recurrent_networks.
        """
        layer = cls.__new__(cls)
        Layer.__init__(layer)
        function = f"{cls.__name__}.from_arrays"
        layer._hold(*_check_weights(function, W_x, W_h, b, cls.n_blocks))
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


class RNN(_Recurrent):
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


class LSTM(_Recurrent):
    """A recurrent layer with a memory and gates; gate order i, f, g, o.

    ``forget_bias`` lets a new layer keep its memory until it learns to forget.
    Shapes: W_x (d, 4h), W_h (h, 4h), b (4h,). Taught in course/10_recurrent_networks.
    """

    n_blocks = 4

    def __init__(
        self,
        d_in: int,
        d_hidden: int,
        rng: np.random.Generator,
        every_step: bool = True,
        dtype: type = np.float64,
        forget_bias: float = 1.0,
    ) -> None:
        super().__init__(d_in, d_hidden, rng, every_step, dtype)
        self.params["b"][d_hidden : 2 * d_hidden] = forget_bias

    @property
    def gates(self) -> Array:
        """The gates of the latest forward, i, f, g, o below each other, as a copy.

        Shapes: (t, 4h, n). Taught in course/10_recurrent_networks.
        """
        return self._gates[:, self._order_inside()]

    @property
    def C(self) -> Array:
        """The memory of the latest forward before step 0, 1, …, as a copy.

        Shapes: (t + 1, h, n). Taught in course/10_recurrent_networks.
        """
        return self._C.copy()

    # The faster form ----------------------------------------------------------------
    #
    # ``lstm_step`` is what is computed; here is how it takes a third less time:
    #
    # 1. Features come first and examples last, so that a gate is a block of rows,
    #    unbroken in memory, and is worked on where it lies.
    # 2. What a step reads is stacked as S = [h; x; 1], and W holds W_h, W_x and b side
    #    by side: the sums of all four gates are one product, and so are their
    #    gradients.
    # 3. sigmoid(z) = 0.5 + 0.5 tanh(z / 2). With the rows of i, f and o halved in W,
    #    one tanh serves all four gates. Inside, g comes last, so that the three that
    #    want a sigmoid are one block of rows: i, f, o, g.
    # 4. The way back adds up weight gradients step by step, while a step is in cache.
    # 5. States and gates of all steps lie in memory kept from batch to batch.
    #
    # tests/lib/test_recurrent.py checks that it agrees with ``lstm_step`` and torch.

    def forward(
        self,
        X: Array,
        train: bool = False,
        H_start: Array | None = None,
        C_start: Array | None = None,
    ) -> Array:
        """Do what ``lstm_step`` says, for all steps.

        Shapes: X (n, t, d), H_start and C_start (n, h) -> H (n, t, h), or (n, h) of
        the last step. Taught in course/10_recurrent_networks.
        """
        X = self._enter(X)
        (n, n_steps, d), h = X.shape, len(self.params["W_h"])
        W = self._stacked_weights()
        S = self._S = self.scratch("S", W, (n_steps + 1, h + d + 1, n))
        S[0, :h] = self._start("H_start", H_start, n).T
        S[:-1, h:-1] = X.transpose(1, 2, 0)
        S[:, -1] = 1
        C = self._C = self.scratch("C", W, (n_steps + 1, h, n))  # C[t] is before step t
        C[0] = self._start("C_start", C_start, n).T
        self._gates = self.scratch("gates", W, (n_steps, 4 * h, n))
        self._tanh_C = self.scratch("tanh_C", W, (n_steps, h, n))
        for t, gates in enumerate(self._gates):
            np.matmul(W, S[t], out=gates)
            np.tanh(gates, out=gates)
            sigmoids = gates[: 3 * h]
            sigmoids *= 0.5
            sigmoids += 0.5
            i, f, o, g = gates.reshape(4, h, n)
            np.multiply(f, C[t], out=C[t + 1])
            C[t + 1] += i * g
            np.tanh(C[t + 1], out=self._tanh_C[t])
            np.multiply(o, self._tanh_C[t], out=S[t + 1, :h])
        return self._leave(S[1:, :h].transpose(2, 0, 1)).copy()  # S is used again

    def backward(self, dA: Array) -> Array | None:
        """Go back through time, memory and outputs together.

        Shapes: dA as the output -> dC/dX (n, t, d), or None where it is not wanted.
        ``dH_start`` and ``dC_start`` (n, h) keep dC/dH and dC/dC of the start.
        Taught in course/10_recurrent_networks.
        """
        dA = upstream("LSTM.backward", "dA", dA, self.A_shape)
        dA = dA.T if dA.ndim == 2 else np.ascontiguousarray(dA.transpose(1, 2, 0))
        W_x, W_h, _ = self.params.values()
        (n_steps, h, n), d = self._tanh_C.shape, len(W_x)
        W = np.concatenate([W_h, W_x]) if self.input_gradient else W_h
        W = W[:, self._order_inside()]  # (h + d, 4h), or (h, 4h)
        dW, part = np.zeros((2, 4 * h, h + d + 1), W.dtype)
        dX = np.empty((n_steps, len(W) - h, n), W.dtype)
        delta = np.empty((4 * h, n), W.dtype)
        dS, dC = np.zeros((len(W), n), W.dtype), np.zeros((h, n), W.dtype)
        for t in reversed(range(n_steps)):
            dH = dS[:h]
            if self.every_step:
                dH += dA[t]
            elif t == n_steps - 1:
                dH += dA
            self._step_back(t, dH, dC, delta)
            dW += np.matmul(delta, self._S[t].T, out=part)
            np.matmul(W, delta, out=dS)
            dX[t] = dS[h:]
        self.dH_start, self.dC_start = dS[:h].T.copy(), dC.T
        self._give_grads(dW)
        return dX.transpose(2, 0, 1) if self.input_gradient else None

    def _step_back(self, t: int, dH: Array, dC: Array, delta: Array) -> None:
        """Write dC/dZ of the four gates into ``delta``; take dC one step back."""
        gates, tanh_C = self._gates[t], self._tanh_C[t]
        h = len(tanh_C)
        i, f, o, g = gates.reshape(4, *tanh_C.shape)
        d_i, d_f, d_o, d_g = delta.reshape(4, *tanh_C.shape)
        dC += dH * o * (1 - tanh_C * tanh_C)
        np.multiply(dC, g, out=d_i)
        np.multiply(dC, self._C[t], out=d_f)
        np.multiply(dH, tanh_C, out=d_o)
        np.multiply(dC, i * (1 - g * g), out=d_g)
        slope = 1 - gates[: 3 * h]  # of sigmoid
        slope *= gates[: 3 * h]
        delta[: 3 * h] *= slope
        dC *= f

    def _order_inside(self) -> Array:
        """Say where the rows i, f, o, g of the inside lie in i, f, g, o; or back."""
        i, f, g, o = np.arange(4 * len(self.params["W_h"])).reshape(4, -1)
        return np.concatenate([i, f, o, g])

    def _stacked_weights(self) -> Array:
        W_x, W_h, b = (self.params[name] for name in WEIGHTS)
        W = np.concatenate([W_h, W_x, b[None]]).T[self._order_inside()]
        W[: 3 * len(W_h)] *= 0.5
        return W  # (4h, h + d + 1)

    def _give_grads(self, dW: Array) -> None:
        """Cut the gradient of the stacked weights into those of W_x, W_h and b."""
        h = len(self.params["W_h"])
        dW = np.ascontiguousarray(dW[self._order_inside()].T)
        grads = {"W_h": dW[:h], "W_x": dW[h:-1], "b": dW[-1]}
        self.grads = {name: grads[name] for name in self.params}


def _check_weights(
    function: str, W_x: Array, W_h: Array, b: Array, n_blocks: int
) -> tuple[Array, Array, Array]:
    W_x = check_array(function, "W_x", W_x)
    W_h = check_array(function, "W_h", W_h).astype(W_x.dtype, copy=False)
    b = check_array(function, "b", b).astype(W_x.dtype, copy=False)
    check_shape(function, "W_h", W_h, ("units", "columns"))
    width = n_blocks * len(W_h)
    check_shape(function, "W_h", W_h, (len(W_h), width))
    check_shape(function, "W_x", W_x, ("d", width))
    check_shape(function, "b", b, (width,))
    return W_x, W_h, b


def _check_step(
    function: str,
    X: Array,
    H_prev: Array,
    W_x: Array,
    W_h: Array,
    b: Array,
    n_blocks: int,
) -> tuple[Array, Array, Array, Array, Array]:
    W_x, W_h, b = _check_weights(function, W_x, W_h, b, n_blocks)
    X = check_array(function, "X", X)
    check_shape(function, "X", X, ("n", len(W_x)))
    H_prev = check_array(function, "H_prev", H_prev)
    check_shape(function, "H_prev", H_prev, (len(X), len(W_h)))
    return X, H_prev, W_x, W_h, b
