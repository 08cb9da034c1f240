"""The LSTM as a layer of a network, in its faster form.

``LSTM`` computes what ``lstm_step`` of nnbyhand.recurrent says, for all steps; how it
does that faster stands once, inside the class.
"""

import numpy as np

from nnbyhand.layers import upstream
from nnbyhand.recurrent_layers import WEIGHTS, Recurrent
from nnbyhand.shapes import Array


class LSTM(Recurrent):
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
