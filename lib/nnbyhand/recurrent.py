"""Read sequences step by step: ``RNN`` and ``LSTM``, forward and back through time.

``rnn_step`` and ``lstm_step`` are one step, as a lesson prints it. The layers walk
along axis 1 of X (n, t, d) and return the output of every step, or of the last one;
they are in nnbyhand.recurrent_layers and nnbyhand.lstm_layer. ``clip_by_norm`` keeps
gradients from exploding. Gates are stored in the order i, f, g, o, as in torch; g is
the candidate, written C̃ in the equations.
"""

import numpy as np

from nnbyhand.activations import sigmoid
from nnbyhand.lstm_layer import LSTM as LSTM  # asked for here by others
from nnbyhand.recurrent_layers import RNN as RNN
from nnbyhand.recurrent_layers import check_weights
from nnbyhand.shapes import Array, check_array, check_shape


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


def _check_step(
    function: str,
    X: Array,
    H_prev: Array,
    W_x: Array,
    W_h: Array,
    b: Array,
    n_blocks: int,
) -> tuple[Array, Array, Array, Array, Array]:
    W_x, W_h, b = check_weights(function, W_x, W_h, b, n_blocks)
    X = check_array(function, "X", X)
    check_shape(function, "X", X, ("n", len(W_x)))
    H_prev = check_array(function, "H_prev", H_prev)
    check_shape(function, "H_prev", H_prev, (len(X), len(W_h)))
    return X, H_prev, W_x, W_h, b
