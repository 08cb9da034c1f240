"""Convolution as a layer of a network, in its faster form.

``Conv2d`` computes what ``conv2d`` and ``conv2d_gradients`` of nnbyhand.conv say; the
poolings beside it are in nnbyhand.pool_layers.
"""

import math

import numpy as np

from nnbyhand.initialise import INITIALISERS
from nnbyhand.layers import Layer, upstream
from nnbyhand.shapes import Array, check_array, check_shape
from nnbyhand.windows import check_whole, output_size

# The faster form -----------------------------------------------------------------
#
# This layer and the poolings compute what the functions of nnbyhand.conv say, 20 to
# 100 times faster:
#
# 1. Images lie in memory as (c, h, w, n), examples last. One place of a kernel then
#    meets all examples of a row at once, in long unbroken runs of memory.
#    ``examples_last`` turns images at the door, ``batch_first`` gives the result its
#    usual shape as a *view*: seen from outside everything stays (n, c, h, w), and the
#    next layer that turns it back finds it lying right, so nothing is copied.
# 2. All windows become the columns of one matrix, so that a convolution is one matrix
#    product. This is done for a few output rows at a time: the columns stay in the
#    processor's cache, and a large batch needs no more memory than a small one.
# 3. Pooling compares one corner of all windows with the next corner of all windows.
#
# tests/lib/test_conv.py checks that both forms agree.

FEW_PRODUCTS = 10**6  # below it OpenBLAS multiplies without rearranging: twice as fast
MOST_COLUMNS = 2**20  # numbers in the matrix of columns


def examples_last(X: Array) -> Array:
    """Lay images (n, c, h, w) as (c, h, w, n); where they lie so, nothing is copied."""
    return np.ascontiguousarray(X.transpose(1, 2, 3, 0))


def batch_first(S: Array) -> Array:
    """Give a view (n, c, h, w) of what lies as (c, h, w, n)."""
    return S.transpose(3, 0, 1, 2)


def steps(S: Array, i: int, j: int, stride: int, grid: tuple[int, int]) -> Array:
    """Give the corner i, j of all windows, as a view (c, h_out, w_out, n)."""
    h, w = (stride * (side - 1) + 1 for side in grid)
    return S[:, i : i + h : stride, j : j + w : stride]


class Conv2d(Layer):
    """Filters that slide over images, ``c_out`` of them through all input channels.

    Shapes: W (c_out, c_in, kh, kw), b (c_out,).
    Taught in course/09_convolutional_networks.
    """

    def __init__(
        self,
        c_in: int,
        c_out: int,
        size: int,
        rng: np.random.Generator,
        stride: int = 1,
        padding: int = 0,
        init: str = "he",
        dtype: type = np.float64,
    ) -> None:
        super().__init__()
        if init not in INITIALISERS:
            raise ValueError(
                f"Conv2d: init must be one of {', '.join(INITIALISERS)}, got {init!r}"
            )
        W = INITIALISERS[init]((c_out, c_in, size, size), rng, dtype)
        self._hold(W, np.zeros(c_out, dtype), stride, padding)

    @classmethod
    def from_arrays(
        cls, W: Array, b: Array | None = None, stride: int = 1, padding: int = 0
    ) -> "Conv2d":
        """Build a layer from copies of given filters; without ``b`` it has no bias.

        Taught in course/09_convolutional_networks.
        """
        W = check_array("Conv2d.from_arrays", "W", W)
        check_shape("Conv2d.from_arrays", "W", W, ("c_out", "c_in", "h", "w"))
        if b is not None:
            b = check_array("Conv2d.from_arrays", "b", b).astype(W.dtype)
            check_shape("Conv2d.from_arrays", "b", b, (len(W),))
        layer = cls.__new__(cls)
        Layer.__init__(layer)
        layer._hold(W.copy(), b, stride, padding)
        return layer

    def _hold(self, W: Array, b: Array | None, stride: int, padding: int) -> None:
        check_whole("Conv2d", "stride", stride, 1)
        check_whole("Conv2d", "padding", padding, 0)
        self.stride, self.padding = stride, padding
        self.params = {"W": W} if b is None else {"W": W, "b": b}
        self.grads = {name: np.zeros_like(p) for name, p in self.params.items()}

    def forward(self, X: Array, train: bool = False) -> Array:
        """Do what ``conv2d`` says.

        Shapes: X (n, c_in, h, w) -> Z (n, c_out, h_out, w_out).
        Taught in course/09_convolutional_networks.
        """
        W, p = self.params["W"], self.padding
        X = check_array("Conv2d.forward", "X", X, finite=False)
        check_shape("Conv2d.forward", "X", X, ("n", W.shape[1], "h", "w"))
        grid = self._grid(X.shape)
        S = examples_last(X.astype(W.dtype, copy=False))
        self._filled: slice | None = None
        self.padded = self._framed(S) if p else S
        Z = self.result("Z", S, (len(W), *grid, len(X)))
        blocks = self._blocks(grid, len(X))
        self.rows = blocks[0].stop
        for rows in blocks:
            part = Z[:, rows]
            columns = self._columns(rows, grid[1])
            np.matmul(W.reshape(len(W), -1), columns, out=part.reshape(len(W), -1))
            if "b" in self.params:  # here, while the part is in cache
                part += self.params["b"][:, None, None, None]
        self.A_shape = (len(X), len(W), *grid)
        return batch_first(Z)

    def backward(self, delta: Array) -> Array | None:
        """Do what ``conv2d_gradients`` says.

        Shapes: delta (n, c_out, h_out, w_out) -> dC/dX (n, c_in, h, w).
        Taught in course/09_convolutional_networks.
        """
        delta = upstream("Conv2d.backward", "delta", delta, self.A_shape)
        W, p, grid = self.params["W"], self.padding, delta.shape[2:]
        delta = examples_last(delta.astype(W.dtype, copy=False))
        dS = self.result("dS", self.padded) if self.input_gradient else None
        if dS is not None:
            dS.fill(0)
        dW = np.zeros((W[0].size, len(W)), W.dtype)
        # backwards: the columns of the last rows are still there from forward
        for rows in reversed(self._blocks(grid, delta.shape[3])):
            d = delta[:, rows].reshape(len(W), -1)
            # transposed: the long side first is the product that BLAS does faster
            dW += self._columns(rows, grid[1]) @ d.T
            if dS is not None:
                self._spread(dS, W.reshape(len(W), -1).T, d, rows, grid[1])
        self.grads["W"] = np.ascontiguousarray(dW.T).reshape(W.shape)
        if "b" in self.params:
            self.grads["b"] = delta.reshape(len(W), -1).sum(axis=1)
        if dS is None:
            return None
        return batch_first(dS[:, p : dS.shape[1] - p, p : dS.shape[2] - p])

    def _framed(self, S: Array) -> Array:
        """Do what ``np.pad`` does, into memory of our own."""
        p, (c, h, w, n) = self.padding, S.shape
        framed = self.scratch("framed", S, (c, h + 2 * p, w + 2 * p, n))
        framed[:, :p], framed[:, p + h :] = 0, 0
        framed[:, :, :p], framed[:, :, p + w :] = 0, 0
        framed[:, p : p + h, p : p + w] = S
        return framed

    def _grid(self, shape: tuple[int, ...]) -> tuple[int, int]:
        sides = zip(shape[2:], self.params["W"].shape[2:], strict=True)
        h, w = (output_size(*side, self.stride, self.padding) for side in sides)
        return h, w

    def _blocks(self, grid: tuple[int, int], n: int) -> list[slice]:
        """Cut the output rows into even parts of a good size, see 2 above."""
        W = self.params["W"]
        rows = FEW_PRODUCTS // (W.size * grid[1] * n)
        if rows < 4:  # so thin that the loop would cost more than it saves
            rows = max(1, MOST_COLUMNS // (W[0].size * grid[1] * n))
        rows = -(-grid[0] // -(-grid[0] // rows))
        starts = range(0, grid[0], rows)
        return [slice(start, min(start + rows, grid[0])) for start in starts]

    def _columns(self, rows: slice, w_out: int) -> Array:
        """Lay the windows of some output rows side by side, one window a column."""
        columns = self._room("columns", rows, w_out)
        if self._filled != rows:
            top = self.padded[:, rows.start * self.stride :]
            for i, j in np.ndindex(columns.shape[1:3]):
                columns[:, i, j] = steps(top, i, j, self.stride, columns.shape[3:5])
            self._filled = rows
        return columns.reshape(self.params["W"][0].size, -1)

    def _spread(self, dS: Array, W_T: Array, d: Array, rows: slice, w_out: int) -> None:
        """Compute dC/d(columns) and add it to where the columns came from."""
        columns = self._room("gradient", rows, w_out)
        np.matmul(W_T, d, out=columns.reshape(len(W_T), -1))
        top = dS[:, rows.start * self.stride :]
        for i, j in np.ndindex(columns.shape[1:3]):
            corner = steps(top, i, j, self.stride, columns.shape[3:5])
            corner += columns[:, i, j]

    def _room(self, name: str, rows: slice, w_out: int) -> Array:
        """Give room for the columns of some output rows, no more than ``self.rows``.

        Shapes: (c_in, kh, kw, rows, w_out, n).
        """
        room = (*self.params["W"].shape[1:], self.rows, w_out, self.padded.shape[3])
        shape = (*room[:3], rows.stop - rows.start, *room[4:])
        kept = self.scratch(name, self.padded, (math.prod(room),))
        return kept[: math.prod(shape)].reshape(shape)

    def __repr__(self) -> str:
        c_out, c_in, h, w = self.params["W"].shape
        text = f"Conv2d {c_in}-{c_out}, {h}×{w}"
        text += f", stride {self.stride}" if self.stride > 1 else ""
        text += f", padding {self.padding}" if self.padding else ""
        return text if "b" in self.params else f"{text}, without bias"
