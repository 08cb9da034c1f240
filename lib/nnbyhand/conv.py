"""Slide small filters over images: convolution and pooling, each beside its gradient.

``conv2d``, ``max_pool2d`` and ``average_pool2d`` are the plain forms a lesson prints:
one window at a time. The layers ``Conv2d``, ``MaxPool2d`` and ``AveragePool2d`` give
the same numbers faster; how is said once, in nnbyhand.conv_layers. Convolution means
what every framework means by it: the kernel is not flipped.
"""

import numpy as np

from nnbyhand.conv_layers import Conv2d as Conv2d  # asked for here by others
from nnbyhand.pool_layers import AveragePool2d as AveragePool2d
from nnbyhand.pool_layers import MaxPool2d as MaxPool2d
from nnbyhand.shapes import Array, check_array, check_shape
from nnbyhand.windows import IMAGES, Place, all_places, grid_of
from nnbyhand.windows import output_size as output_size


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
    places = all_places(X.shape, W.shape[2:], stride, padding)
    X = _pad(X, padding)
    Z = np.empty((len(X), len(W), *grid_of(places)), np.result_type(X, W))
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
    places = all_places(X.shape, W.shape[2:], stride, padding)
    delta = check_array("conv2d_gradients", "delta", delta)
    expected = (len(X), len(W), *grid_of(places))
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
    A = np.empty((*X.shape[:2], *grid_of(places)), X.dtype)
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
    check_shape("max_pool2d_gradient", "dA", dA, (*X.shape[:2], *grid_of(places)))
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
    A = np.empty((*X.shape[:2], *grid_of(places)), X.dtype)
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
    check_shape("average_pool2d_gradient", "dA", dA, (*X.shape[:2], *grid_of(places)))
    dX = np.zeros_like(X)
    for r, c, rows, columns in places:
        dX[:, :, rows, columns] += dA[:, :, r, c, None, None] / size**2
    return dX


def _pad(X: Array, padding: int) -> Array:
    return np.pad(X, ((0, 0), (0, 0), (padding, padding), (padding, padding)))


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
    return X, all_places(X.shape, (size, size), size if stride is None else stride)
