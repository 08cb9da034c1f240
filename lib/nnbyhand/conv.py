"""Slide small filters over images: ``Conv2d``, ``MaxPool2d`` and ``AveragePool2d``.

``conv2d``, ``max_pool2d`` and ``average_pool2d`` are the plain forms a lesson prints:
one window at a time, each beside its gradient. The layers give the same numbers
faster; how is said once, under "The faster form" below. Convolution means what every
framework means by it: the kernel is not flipped.
"""

import math

import numpy as np

from nnbyhand.initialise import INITIALISERS
from nnbyhand.layers import Layer, upstream
from nnbyhand.shapes import Array, check_array, check_shape

IMAGES = ("n", "c", "h", "w")


def output_size(size: int, window: int, stride: int = 1, padding: int = 0) -> int:
    """Count the places of a window along one side; a window that sticks out is dropped.

    Taught in course/09_convolutional_networks.

    >>> output_size(150, window=3, padding=1), output_size(75, window=2, stride=2)
    (150, 37)
    """
    _check_whole("output_size", "window", window, 1)
    _check_whole("output_size", "stride", stride, 1)
    _check_whole("output_size", "padding", padding, 0)
    if size + 2 * padding < window:
        raise ValueError(
            f"output_size: a window of {window} does not fit into {size} pixels "
            f"with padding {padding}"
        )
    return (size + 2 * padding - window) // stride + 1


def conv2d(
    X: Array, W: Array, b: Array | None = None, stride: int = 1, padding: int = 0
) -> Array:
    """Multiply every window with every filter, add up, and add one bias per filter.

    Shapes: X (n, c_in, h, w), W (c_out, c_in, kh, kw), b (c_out,)
    -> Z (n, c_out, h_out, w_out). Taught in course/09_convolutional_networks.

    >>> conv2d(np.ones((1, 1, 2, 3)), np.full((1, 1, 2, 2), 0.5), np.ones(1))
    array([[[[3., 3.]]]])
    """
    X, W, b = _check_conv("conv2d", X, W, b)
    places = _places(X.shape, W.shape[2:], stride, padding)
    X = _pad(X, padding)
    Z = np.empty((len(X), len(W), *_grid(places)), np.result_type(X, W))
    for r, c, rows, columns in places:
        window = X[:, :, rows, columns]
        Z[:, :, r, c] = np.tensordot(window, W, axes=((1, 2, 3), (1, 2, 3))) + b  # C1
    return Z


def conv2d_gradients(
    delta: Array, X: Array, W: Array, stride: int = 1, padding: int = 0
) -> tuple[Array, Array, Array]:
    """Give dC/dX, dC/dW and dC/db of ``conv2d``; delta is dC/dZ.

    A pixel lies in several windows and a filter serves all windows, so both add up.
    Shapes: delta (n, c_out, h_out, w_out) -> as X, as W, (c_out,).
    Taught in course/09_convolutional_networks.
    """
    X, W, _ = _check_conv("conv2d_gradients", X, W, None)
    places = _places(X.shape, W.shape[2:], stride, padding)
    delta = check_array("conv2d_gradients", "delta", delta)
    expected = (len(X), len(W), *_grid(places))
    check_shape("conv2d_gradients", "delta", delta, expected)
    X = _pad(X, padding)
    dX, dW = np.zeros_like(X), np.zeros_like(W)
    for r, c, rows, columns in places:
        d = delta[:, :, r, c]  # (n, c_out)
        dW += np.tensordot(d, X[:, :, rows, columns], axes=(0, 0))  # C2
        dX[:, :, rows, columns] += np.tensordot(d, W, axes=1)  # C3
    inner = np.s_[:, :, padding : X.shape[2] - padding, padding : X.shape[3] - padding]
    return dX[inner], dW, delta.sum(axis=(0, 2, 3))


def max_pool2d(X: Array, size: int = 2, stride: int | None = None) -> Array:
    """Keep the largest number of each window; ``stride`` is ``size`` if not given.

    Shapes: X (n, c, h, w) -> (n, c, h_out, w_out).
    Taught in course/09_convolutional_networks.

    >>> max_pool2d([[[[1, -2, 0, 3], [-5, -4, 7, 1]]]])
    array([[[[1., 7.]]]])
    """
    X, places = _check_pool("max_pool2d", X, size, stride)
    A = np.empty((*X.shape[:2], *_grid(places)), X.dtype)
    for r, c, rows, columns in places:
        A[:, :, r, c] = X[:, :, rows, columns].max(axis=(2, 3))
    return A


def max_pool2d_gradient(
    dA: Array, X: Array, size: int = 2, stride: int | None = None
) -> Array:
    """Give dC/dX of ``max_pool2d``: only the winner of a window gets its gradient.

    Of equal numbers the first in reading order wins, as in torch.
    Shapes: dA (n, c, h_out, w_out) -> as X. Taught in course/09_convolutional_networks.
    """
    X, places = _check_pool("max_pool2d_gradient", X, size, stride)
    dA = check_array("max_pool2d_gradient", "dA", dA)
    check_shape("max_pool2d_gradient", "dA", dA, (*X.shape[:2], *_grid(places)))
    dX = np.zeros_like(X)
    n, channel = np.indices(X.shape[:2])
    for r, c, rows, columns in places:
        winner = X[:, :, rows, columns].reshape(*X.shape[:2], -1).argmax(axis=2)
        i, j = rows.start + winner // size, columns.start + winner % size
        dX[n, channel, i, j] += dA[:, :, r, c]
    return dX


def average_pool2d(X: Array, size: int = 2, stride: int | None = None) -> Array:
    """Average each window; ``stride`` is ``size`` if not given.

    Shapes: X (n, c, h, w) -> (n, c, h_out, w_out).
    Taught in course/09_convolutional_networks.

    >>> average_pool2d([[[[1, -2, 0, 3], [-5, -4, 7, 1]]]])
    array([[[[-2.5 ,  2.75]]]])
    """
    X, places = _check_pool("average_pool2d", X, size, stride)
    A = np.empty((*X.shape[:2], *_grid(places)), X.dtype)
    for r, c, rows, columns in places:
        A[:, :, r, c] = X[:, :, rows, columns].mean(axis=(2, 3))
    return A


def average_pool2d_gradient(
    dA: Array, X: Array, size: int = 2, stride: int | None = None
) -> Array:
    """Give dC/dX of ``average_pool2d``: all numbers of a window share its gradient.

    Shapes: dA (n, c, h_out, w_out) -> as X. Taught in course/09_convolutional_networks.
    """
    X, places = _check_pool("average_pool2d_gradient", X, size, stride)
    dA = check_array("average_pool2d_gradient", "dA", dA)
    check_shape("average_pool2d_gradient", "dA", dA, (*X.shape[:2], *_grid(places)))
    dX = np.zeros_like(X)
    for r, c, rows, columns in places:
        dX[:, :, rows, columns] += dA[:, :, r, c, None, None] / size**2
    return dX


Place = tuple[int, int, slice, slice]


def _places(
    shape: tuple[int, ...], window: tuple[int, int], stride: int, padding: int = 0
) -> list[Place]:
    """List each output place r, c with the rows and columns of its window."""
    (kh, kw), (h, w) = window, shape[2:]
    return [
        (r, c, slice(r * stride, r * stride + kh), slice(c * stride, c * stride + kw))
        for r in range(output_size(h, kh, stride, padding))
        for c in range(output_size(w, kw, stride, padding))
    ]


def _grid(places: list[Place]) -> tuple[int, int]:
    return places[-1][0] + 1, places[-1][1] + 1


def _pad(X: Array, padding: int) -> Array:
    return np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))


def _check_whole(function: str, name: str, value: int, least: int) -> None:
    if value != int(value) or value < least:
        raise ValueError(
            f"{function}: {name} must be a whole number of at least {least}, "
            f"got {value}"
        )


def _check_conv(
    function: str, X: Array, W: Array, b: Array | None
) -> tuple[Array, Array, Array | float]:
    X, W = check_array(function, "X", X), check_array(function, "W", W)
    check_shape(function, "W", W, ("c_out", "c_in", "h", "w"))
    check_shape(function, "X", X, ("n", W.shape[1], "h", "w"))
    if b is None:
        return X, W, X.dtype.type(0)
    b = check_array(function, "b", b)
    check_shape(function, "b", b, (len(W),))
    return X, W, b


def _check_pool(
    function: str, X: Array, size: int, stride: int | None
) -> tuple[Array, list[Place]]:
    X = check_array(function, "X", X)
    check_shape(function, "X", X, IMAGES)
    return X, _places(X.shape, (size, size), size if stride is None else stride)


# The faster form -----------------------------------------------------------------
#
# The layers below compute what the functions above say, 20 to 100 times faster:
#
# 1. Images lie in memory as (c, h, w, n), examples last. One place of a kernel then
#    meets all examples of a row at once, in long unbroken runs of memory.
#    ``_samples_last`` turns images at the door, ``_batch_first`` gives the result its
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


def _samples_last(X: Array) -> Array:
    return np.ascontiguousarray(X.transpose(1, 2, 3, 0))  # (c, h, w, n)


def _batch_first(S: Array) -> Array:
    return S.transpose(3, 0, 1, 2)  # (n, c, h, w)


def _steps(S: Array, i: int, j: int, stride: int, grid: tuple[int, int]) -> Array:
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
        _check_whole("Conv2d", "stride", stride, 1)
        _check_whole("Conv2d", "padding", padding, 0)
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
        S = _samples_last(X.astype(W.dtype, copy=False))
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
        return _batch_first(Z)

    def backward(self, delta: Array) -> Array | None:
        """Do what ``conv2d_gradients`` says.

        Shapes: delta (n, c_out, h_out, w_out) -> dC/dX (n, c_in, h, w).
        Taught in course/09_convolutional_networks.
        """
        delta = upstream("Conv2d.backward", "delta", delta, self.A_shape)
        W, p, grid = self.params["W"], self.padding, delta.shape[2:]
        delta = _samples_last(delta.astype(W.dtype, copy=False))
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
        return _batch_first(dS[:, p : dS.shape[1] - p, p : dS.shape[2] - p])

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
                columns[:, i, j] = _steps(top, i, j, self.stride, columns.shape[3:5])
            self._filled = rows
        return columns.reshape(self.params["W"][0].size, -1)

    def _spread(self, dS: Array, W_T: Array, d: Array, rows: slice, w_out: int) -> None:
        """Compute dC/d(columns) and add it to where the columns came from."""
        columns = self._room("gradient", rows, w_out)
        np.matmul(W_T, d, out=columns.reshape(len(W_T), -1))
        top = dS[:, rows.start * self.stride :]
        for i, j in np.ndindex(columns.shape[1:3]):
            corner = _steps(top, i, j, self.stride, columns.shape[3:5])
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


class _Pool(Layer):
    """What both poolings share: the windows."""

    def __init__(self, size: int = 2, stride: int | None = None) -> None:
        super().__init__()
        stride = size if stride is None else stride
        _check_whole(type(self).__name__, "size", size, 1)
        _check_whole(type(self).__name__, "stride", stride, 1)
        self.size, self.stride = size, stride

    def _corners(self, S: Array) -> list[Array]:
        h, w = (output_size(side, self.size, self.stride) for side in S.shape[1:3])
        places = np.ndindex(self.size, self.size)
        return [_steps(S, i, j, self.stride, (h, w)) for i, j in places]

    def _enter(self, X: Array) -> Array:
        function = f"{type(self).__name__}.forward"
        X = check_array(function, "X", X, finite=False)
        check_shape(function, "X", X, IMAGES)
        S = _samples_last(X)
        self.S_shape = S.shape
        return S

    def __repr__(self) -> str:
        text = f"{type(self).__name__} {self.size}×{self.size}"
        return text if self.stride == self.size else f"{text}, stride {self.stride}"


class MaxPool2d(_Pool):
    """Keep the largest number of each window. Nothing is learned here.

    Taught in course/09_convolutional_networks.
    """

    def forward(self, X: Array, train: bool = False) -> Array:
        """Do what ``max_pool2d`` says, and keep which corner of each window won.

        Shapes: X (n, c, h, w) -> (n, c, h_out, w_out).
        Taught in course/09_convolutional_networks.
        """
        S = self._enter(X)
        first, *others = self._corners(S)
        best = self.result("best", S, first.shape)
        kind = np.min_scalar_type(self.size**2)
        self.winner = np.zeros((), kind)
        for k, corner in enumerate(others, start=1):
            # only a larger number takes over, so the first of equals stays; a view,
            # because True already is the byte 1 and multiplying bytes is quick
            before = first if k == 1 else best
            better = (corner > before).view(np.uint8).astype(kind, copy=False)
            if k > 1:
                better *= kind.type(k)
                np.maximum(self.winner, better, out=better)
            self.winner = better
            np.maximum(before, corner, out=best)
        if not others:  # windows of one pixel
            best[...] = first
        A = _batch_first(best)
        self.A_shape = A.shape
        return A

    def backward(self, dA: Array) -> Array:
        """Do what ``max_pool2d_gradient`` says.

        Shapes: dA (n, c, h_out, w_out) -> dC/dX (n, c, h, w).
        Taught in course/09_convolutional_networks.
        """
        dA = upstream("MaxPool2d.backward", "dA", dA, self.A_shape)
        dA = _samples_last(dA)
        _, h, w, _ = self.S_shape
        tiled = self.stride == self.size and not (h % self.size or w % self.size)
        dS = self.result("dS", dA, self.S_shape)
        if not tiled:
            dS.fill(0)
        for k, corner in enumerate(self._corners(dS)):
            if tiled:  # each pixel lies in one window: nothing to add up
                np.multiply(dA, self.winner == k, out=corner)
            else:
                corner += dA * (self.winner == k)
        return _batch_first(dS)


class AveragePool2d(_Pool):
    """Average each window. Nothing is learned here.

    Taught in course/09_convolutional_networks.
    """

    def forward(self, X: Array, train: bool = False) -> Array:
        """Do what ``average_pool2d`` says.

        Shapes: X (n, c, h, w) -> (n, c, h_out, w_out).
        Taught in course/09_convolutional_networks.
        """
        first, *others = self._corners(self._enter(X))
        total = first.copy()
        for corner in others:
            total += corner
        A = _batch_first(total / self.size**2)
        self.A_shape = A.shape
        return A

    def backward(self, dA: Array) -> Array:
        """Do what ``average_pool2d_gradient`` says.

        Shapes: dA (n, c, h_out, w_out) -> dC/dX (n, c, h, w).
        Taught in course/09_convolutional_networks.
        """
        dA = upstream("AveragePool2d.backward", "dA", dA, self.A_shape)
        share = _samples_last(dA) / self.size**2
        dS = np.zeros(self.S_shape, share.dtype)
        for corner in self._corners(dS):
            corner += share
        return _batch_first(dS)
