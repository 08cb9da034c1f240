"""What the exercises on recurrent networks are tried with: weights, truths, faults.

``named_weights`` draws an LSTM's blocks under the names of the equations, ``true_lstm``
and ``true_gradients`` give what is right (by torch where it is installed), ``FAULTY``
holds four steps with one fault each.
"""

import importlib.util
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np

from nnbyhand.activations import sigmoid
from nnbyhand.recurrent import LSTM, RNN
from nnbyhand.shapes import Array

Blocks = dict[str, Array]
NAMES = ("i", "f", "C", "o")  # in torch's order; C is the candidate


def named_weights(d: int, h: int, seed: int) -> Blocks:
    """Draw W_f, b_f, W_i, b_i, W_C, b_C, W_o, b_o; each W is for [h, x], h first.

    Shapes: W (h + d, h), b (h,). Taught in course/10_recurrent_networks.

    >>> named_weights(2, 3, 0)["W_f"].shape
    (5, 3)
    """
    rng = np.random.default_rng([seed, d, h])
    blocks: Blocks = {}
    for name in ("f", "i", "C", "o"):
        blocks[f"W_{name}"] = rng.normal(size=(h + d, h)).round(2)
        blocks[f"b_{name}"] = rng.normal(size=h).round(2)
    return blocks


def stacked(p: Blocks) -> tuple[Array, Array, Array]:
    """Lay named blocks side by side as ``LSTM.from_arrays`` wants them: i, f, g, o.

    Shapes: blocks of (h + d, h) -> W_x (d, 4h), W_h (h, 4h), b (4h,).
    Taught in course/10_recurrent_networks.
    """
    h = len(p["b_f"])
    W = np.concatenate([p[f"W_{name}"] for name in NAMES], axis=1)
    return W[h:], W[:h], np.concatenate([p[f"b_{name}"] for name in NAMES])


def true_lstm(X: Array, H: Array, C: Array, p: Blocks) -> tuple[Array, Array]:
    """Give all outputs and the last memory: by ``torch.nn.LSTM`` where it is here.

    Shapes: X (n, t, d), H and C (n, h) -> (n, t, h) and (n, h).
    Taught in course/10_recurrent_networks.
    """
    W_x, W_h, b = stacked(p)
    if not _has_torch():
        layer = LSTM.from_arrays(W_x, W_h, b)
        outputs = layer.forward(X, H_start=H, C_start=C)
        return outputs, layer.C[-1].T
    import_torch = importlib.import_module("torch")
    tensor = import_torch.tensor
    twin = import_torch.nn.LSTM(len(W_x), len(W_h), batch_first=True).double()
    with import_torch.no_grad():
        arrays = (W_x.T, W_h.T, b, 0 * b)
        for theirs, ours in zip(twin.parameters(), arrays, strict=True):
            theirs.copy_(tensor(ours))
        outputs, (_, memory) = twin(tensor(X), (tensor(H)[None], tensor(C)[None]))
    return outputs.numpy(), memory[0].numpy()


def true_gradients(
    x: Array, h_start: float, w_x: float, w_h: float, b: float, G: Array
) -> tuple[float, float, float]:
    """Give the gradients of w_x, w_h and b of one unit: by torch where it is here.

    Shapes: x (t,) and G (t,), the gradient of each step's output -> three numbers.
    Taught in course/10_recurrent_networks.
    """
    if not _has_torch():
        layer = RNN.from_arrays([[w_x]], [[w_h]], [b])
        layer.forward(np.reshape(x, (1, -1, 1)), H_start=[[h_start]])
        layer.backward(np.reshape(G, (1, -1, 1)))
        return tuple(float(g.sum()) for g in layer.grads.values())
    tensor = partial(
        importlib.import_module("torch").tensor,
        dtype=importlib.import_module("torch").float64,
    )
    leaves = [tensor(value, requires_grad=True) for value in (w_x, w_h, b)]
    h, total = tensor(h_start), tensor(0.0)
    for value, gradient in zip(x, G, strict=True):
        h = (leaves[0] * float(value) + leaves[1] * h + leaves[2]).tanh()
        total = total + float(gradient) * h
    total.backward()
    return tuple(leaf.grad.item() for leaf in leaves)


def faulty_step(
    x: Array, h: Array, c: Array, p: Blocks, fault: str = ""
) -> tuple[Array, Array]:
    """Take one LSTM step with a fault; without one it is right.

    Shapes: x (n, d), h and c (n, h) -> h, c. Taught in course/10_recurrent_networks.
    """
    x, h, c = (np.asarray(part, dtype=float) for part in (x, h, c))
    old = 0 * h if fault == "output forgotten" else h
    joined = np.concatenate([old, x], axis=1)
    Z = {name: joined @ p[f"W_{name}"] + p[f"b_{name}"] for name in NAMES}
    f, i, o = (sigmoid(Z[name]) for name in "fio")
    g = sigmoid(Z["C"]) if fault == "candidate sigmoid" else np.tanh(Z["C"])
    if fault == "exchanged":
        f, i = i, f
    if fault == "inverted":
        f = 1 - f
    if fault == "coupled":
        i = 1 - f
    new = f * c + i * g
    shown = {"old out": np.tanh(c), "candidate out": g, "no tanh": new}
    return o * shown.get(fault, np.tanh(new)), new


def scalar_weights() -> Blocks:
    """Give the weights of the lesson's LSTM with one unit, I-LS, by their names.

    Taught in course/10_recurrent_networks.

    >>> scalar_weights()["W_f"].tolist()
    [[1.0], [-0.5]]
    """
    table = {"f": (1, -0.5, 2), "i": (-2, 0.5, -2)}
    table |= {"C": (0.5, -1.5, 0.5), "o": (1.5, 1, -0.5)}
    blocks: Blocks = {}
    for name, (w_h, w_x, b) in table.items():
        blocks[f"W_{name}"] = np.array([[w_h], [w_x]], dtype=float)
        blocks[f"b_{name}"] = np.array([b], dtype=float)
    return blocks


def wrong_on(case: tuple[float, float, float], fault: str) -> float:
    """Say how far a fault moves the output of the lesson's unit; case is h, c, x.

    Taught in course/10_recurrent_networks.
    """
    h, c, x = (np.array([[float(part)]]) for part in case)
    p = scalar_weights()
    right, broken = (faulty_step(x, h, c, p, kind)[0] for kind in ("", fault))
    return float(np.abs(right - broken).item())


Step = Callable[[Any, Any, Any, Blocks], tuple[Array, Array]]


class Stranger:
    """A step with a fault that is to be found by trying it: printing tells nothing.

    Taught in course/10_recurrent_networks.
    """

    __slots__ = ("letter",)

    def __init__(self, letter: str) -> None:
        self.letter = letter

    def __call__(self, x: Array, h: Array, c: Array, p: Blocks) -> tuple[Array, Array]:
        """Take one step; shapes as in ``faulty_step``."""
        kinds = ("coupled", "old out", "exchanged", "candidate sigmoid")
        return faulty_step(x, h, c, p, kinds["PQRS".index(self.letter)])

    def __repr__(self) -> str:
        return f"<step {self.letter}: try it on h, c and x>"


HIDDEN_FAULTS = ("inverted", "no tanh", "output forgotten")
# four steps to examine: FAULTY["P"](x, h, c, p) gives h, c
FAULTY: dict[str, Step] = {letter: Stranger(letter) for letter in "PQRS"}


def _has_torch() -> bool:
    return importlib.util.find_spec("torch") is not None
