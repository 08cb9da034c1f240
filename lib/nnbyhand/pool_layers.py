"""Pooling as layers of a network, in their faster form, see nnbyhand.conv_layers.

``MaxPool2d`` and ``AveragePool2d`` compute what ``max_pool2d`` and ``average_pool2d``
of nnbyhand.conv and their gradients say.
"""

import numpy as np

from nnbyhand.conv_layers import batch_first, examples_last, steps
from nnbyhand.layers import Layer, upstream
from nnbyhand.shapes import Array, check_array, check_shape
from nnbyhand.windows import IMAGES, check_whole, output_size


class _Pool(Layer):
    """What both poolings share: the windows."""

    def __init__(self, size: int = 2, stride: int | None = None) -> None:
        super().__init__()
        stride = size if stride is None else stride
        check_whole(type(self).__name__, "size", size, 1)
        check_whole(type(self).__name__, "stride", stride, 1)
        self.size, self.stride = size, stride

    def _corners(self, S: Array) -> list[Array]:
        h, w = (output_size(side, self.size, self.stride) for side in S.shape[1:3])
        places = np.ndindex(self.size, self.size)
        return [steps(S, i, j, self.stride, (h, w)) for i, j in places]

    def _enter(self, X: Array) -> Array:
        function = f"{type(self).__name__}.forward"
        X = check_array(function, "X", X, finite=False)
        check_shape(function, "X", X, IMAGES)
        S = examples_last(X)
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
        A = batch_first(best)
        self.A_shape = A.shape
        return A

    def backward(self, dA: Array) -> Array:
        """Do what ``max_pool2d_gradient`` says.

        Shapes: dA (n, c, h_out, w_out) -> dC/dX (n, c, h, w).
        Taught in course/09_convolutional_networks.
        """
        dA = upstream("MaxPool2d.backward", "dA", dA, self.A_shape)
        dA = examples_last(dA)
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
        return batch_first(dS)


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
        A = batch_first(total / self.size**2)
        self.A_shape = A.shape
        return A

    def backward(self, dA: Array) -> Array:
        """Do what ``average_pool2d_gradient`` says.

        Shapes: dA (n, c, h_out, w_out) -> dC/dX (n, c, h, w).
        Taught in course/09_convolutional_networks.
        """
        dA = upstream("AveragePool2d.backward", "dA", dA, self.A_shape)
        share = examples_last(dA) / self.size**2
        dS = np.zeros(self.S_shape, share.dtype)
        for corner in self._corners(dS):
            corner += share
        return batch_first(dS)
