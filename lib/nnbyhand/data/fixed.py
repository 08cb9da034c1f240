"""The small numbers every lesson works with, defined once.

Import what you need, for example ``from nnbyhand.data import TWELVE_POINTS``. Every
array is read-only, so no cell can spoil it for the next one; copy it before you change
it. ``FIXED_INPUTS`` says which names belong to which ID of the syllabus.
"""

from typing import Any

import numpy as np

Array = np.ndarray


def _fixed(values: Any, dtype: type = np.float64) -> Array:
    """Give a read-only array."""
    array = np.array(values, dtype=dtype)
    array.setflags(write=False)
    return array


def _pattern(shape: tuple[int, int], a: int, b: int, modulus: int) -> Array:
    """Fill row i, column j with the remainder of a·i + b·j."""
    i, j = np.indices(shape)
    return (a * i + b * j) % modulus


# I-P12: twelve points of two groups, six of group 1, then six of group 0
_GROUP_1 = [[2, 1], [5, 2], [4, 3], [2.5, 2], [3.5, 1], [4.5, 4]]
_GROUP_0 = [[0.5, 3], [2.5, 5.5], [3, 4.5], [1.5, 3.5], [1, 4], [2, 5]]
TWELVE_POINTS = _fixed([*_GROUP_1, *_GROUP_0])  # (12, 2)
TWELVE_LABELS = _fixed([1] * 6 + [0] * 6, np.int64)  # (12,)
TWELVE_SIGNS = _fixed([1] * 6 + [-1] * 6, np.int64)  # the same groups as +1 and -1

# I-A, I-B, I-C, I-D: weights of a unit in the order w1, w2, bias, wbias
WEIGHTS_A = _fixed([0.75, -0.5, 1, 1])
WEIGHTS_B = _fixed([1, 1, 1, 1])
WEIGHTS_C = _fixed([3, -2, 1, -1])
WEIGHTS_D = _fixed([2, -1.5, -2, 1.5])  # tells mistakes apart

# I-X3: a unit with three inputs
THREE_INPUTS = _fixed([2, -1, 0.5])
THREE_WEIGHTS = _fixed([0.5, 1.5, -2])
THREE_BIAS = 0.75

# I-PASS: lectures and tutorials attended by six students, and a unit that passes them
PASSES_ATTENDED = _fixed([[12, 8], [4, 10], [8, 6], [10, 4], [2, 2], [11, 5]])
PASSES_WEIGHTS = _fixed([0.25, 0.5])
PASSES_BIAS = -5.0

# I-HALF: two crossing half-planes, one column each, and points that meet the ties
HALF_PLANES_POINTS = _fixed(
    [[2, 0], [0, 2], [0, -1], [-1, 0], [1.5, -0.5], [0.5, 0.5], [3, 3]]
)  # (7, 2)
HALF_PLANES_WEIGHTS = _fixed([[1, 1], [1, -1]])  # (2 inputs, 2 half-planes)
HALF_PLANES_BIASES = _fixed([-1, 0])

# I-M4: the four vectors of the two-input classification page
MATLAB_POINTS = _fixed([[-0.5, -0.5], [-0.5, 0.5], [0.3, -0.5], [-0.1, 1]])
MATLAB_LABELS = _fixed([1, 1, 0, 0], np.int64)

# I-T2: a layer of two units; the textbook's matrix has one row for each unit
TWO_NODE_X = _fixed([[1, 0.5]])  # (1, 2)
TWO_NODE_W_TEXT = _fixed([[0.9, 0.3], [0.2, 0.8]])
TWO_NODE_W = TWO_NODE_W_TEXT.T

# I-S3: the 3-3-3 network of the slides, without biases
SLIDE_X = _fixed([[0.9, 0.1, 0.8]])  # (1, 3)
SLIDE_W1_TEXT = _fixed([[0.9, 0.3, 0.4], [0.2, 0.8, 0.2], [0.1, 0.5, 0.6]])
SLIDE_W2_TEXT = _fixed([[0.3, 0.7, 0.5], [0.6, 0.5, 0.2], [0.8, 0.1, 0.9]])
SLIDE_W1 = SLIDE_W1_TEXT.T
SLIDE_W2 = SLIDE_W2_TEXT.T
SLIDE_TARGET = _fixed([[1, 0, 0]])

# I-Q3: a square network that shows transposes, for two examples
SQUARE_X = _fixed([[0.9, 0.1, 0.8], [-1, 2, 0.5]])
SQUARE_W1 = _fixed([[1, -2, 0.5], [0.5, 1.5, -1], [-1.5, 0.5, 2]])
SQUARE_B1 = _fixed([0.25, -0.75, 0.5])
SQUARE_W2 = _fixed([[2, -1, 0.5], [-0.5, 1.5, 1], [1, 0.5, -2]])
SQUARE_B2 = _fixed([-0.5, 0.25, 1])

# I-G: network G, 2-4-3 with a batch of five: all sizes differ
G_X = _fixed(_pattern((5, 2), 2, 3, 5) - 2)
G_W1 = _fixed((_pattern((2, 4), 3, 5, 7) - 3) / 2)
G_B1 = _fixed([0.5, -0.25, 0, 0.75])
G_W2 = _fixed((_pattern((4, 3), 4, 3, 7) - 3) / 2)
G_B2 = _fixed([-0.5, 0.25, 1])
G_LABELS = _fixed(np.arange(5) % 3, np.int64)
G_Y = _fixed(np.eye(3)[G_LABELS])  # (5, 3)

# I-L4: predicted probabilities of three classes for four examples
FOUR_PREDICTIONS = _fixed(
    [[0.7, 0.2, 0.1], [0.3, 0.25, 0.45], [0.05, 0.15, 0.8], [0.4, 0.35, 0.25]]
)
FOUR_LABELS = _fixed([0, 1, 2, 0], np.int64)

# I-Z2: logits of two examples
TWO_LOGITS = _fixed([[2, 1, 0.1], [-1, 0.5, 3]])
TWO_LABELS = _fixed([0, 2], np.int64)

# I-ML: logits of two examples that may carry several labels
MULTI_LOGITS = _fixed([[2, -1, 0.5], [-0.5, 3, -2]])
MULTI_TARGETS = _fixed([[1, 0, 1], [0, 1, 1]])

# I-CHAIN: one input, one sigmoid unit, one linear output
CHAIN_X = 0.5
CHAIN_W1 = 1.5
CHAIN_W2 = -2.0
CHAIN_TARGET = 1.0

# I-OPT: three gradients in a row for one weight
OPT_GRADIENTS = _fixed([4, -2, 0.5])
OPT_START = 0.0
OPT_LR = 0.1

# I-CM3: a confusion matrix, rows are the truth
CONFUSION_3 = _fixed([[50, 5, 2], [4, 20, 6], [1, 3, 9]], np.int64)

# I-IMG: image and kernel of the slides, zeros and ones
SLIDE_IMAGE = _fixed(
    [
        [1, 1, 1, 0, 0],
        [0, 1, 1, 1, 0],
        [0, 0, 1, 1, 1],
        [0, 0, 1, 1, 0],
        [0, 1, 1, 0, 0],
    ]
)
SLIDE_KERNEL = _fixed([[1, 0, 1], [0, 1, 0], [1, 0, 1]])

# I-K2: image, kernel, bias and upstream gradient that show mistakes
SIGNED_IMAGE = _fixed(
    [
        [1, -2, 0, 3, 1, -1],
        [2, 1, -1, 0, -3, 2],
        [0, 3, 2, -2, 1, 1],
        [-1, 0, 4, 1, 2, -2],
    ]
)  # (4, 6)
SIGNED_KERNEL = _fixed([[2, -1, 0], [1, 3, -2], [-3, 0, 1]])
SIGNED_BIAS = 0.5
SIGNED_UPSTREAM = _fixed([[1, -2, 0, 3], [-1, 2, 1, -3]])

# I-MP: the pooling input of the slides
POOL_IMAGE = _fixed([[1, 1, 2, 4], [5, 6, 7, 8], [3, 2, 1, 0], [1, 2, 3, 4]])

# I-MP2: pooling input and upstream gradient that show mistakes
SIGNED_POOL_IMAGE = _fixed(
    [
        [-3, -1, 4, 2, 0, -2],
        [-2, -7, 1, -9, 5, 3],
        [6, -1, -4, -5, 2, 8],
        [0, 2, -6, -3, 7, 1],
    ]
)  # (4, 6)
SIGNED_POOL_UPSTREAM = _fixed([[1, -2, 3], [4, -5, 6]])

# I-R1: a recurrent unit with one input, tanh(w_x x + w_h h + b)
RECURRENT_X = _fixed([1, -1, 0.5])
RECURRENT_W_X = 1.0
RECURRENT_W_H = -2.0
RECURRENT_B = 0.5
RECURRENT_H0 = 0.3

# I-LS: an LSTM with one unit, gates in the order i, f, g, o
LSTM_W_X = _fixed([[0.5, -0.5, -1.5, 1]])  # (1 input, 4 gates)
LSTM_W_H = _fixed([[-2, 1, 0.5, 1.5]])  # (1 unit, 4 gates)
LSTM_B = _fixed([-2, 2, 0.5, -0.5])
LSTM_H0 = -0.5
LSTM_C0 = 2.0
LSTM_X = _fixed([1, -1])

_NET = ("X", "W1", "B1", "W2", "B2")

FIXED_INPUTS: dict[str, tuple[str, ...]] = {
    "I-P12": ("TWELVE_POINTS", "TWELVE_LABELS", "TWELVE_SIGNS"),
    "I-A": ("WEIGHTS_A",),
    "I-B": ("WEIGHTS_B",),
    "I-C": ("WEIGHTS_C",),
    "I-D": ("WEIGHTS_D",),
    "I-X3": ("THREE_INPUTS", "THREE_WEIGHTS", "THREE_BIAS"),
    "I-PASS": ("PASSES_ATTENDED", "PASSES_WEIGHTS", "PASSES_BIAS"),
    "I-HALF": tuple(f"HALF_PLANES_{part}" for part in ("POINTS", "WEIGHTS", "BIASES")),
    "I-M4": ("MATLAB_POINTS", "MATLAB_LABELS"),
    "I-T2": ("TWO_NODE_X", "TWO_NODE_W", "TWO_NODE_W_TEXT"),
    "I-S3": (
        *("SLIDE_X", "SLIDE_W1", "SLIDE_W2"),
        *("SLIDE_W1_TEXT", "SLIDE_W2_TEXT", "SLIDE_TARGET"),
    ),
    "I-Q3": tuple(f"SQUARE_{part}" for part in _NET),
    "I-G": (*(f"G_{part}" for part in _NET), "G_Y", "G_LABELS"),
    "I-L4": ("FOUR_PREDICTIONS", "FOUR_LABELS"),
    "I-Z2": ("TWO_LOGITS", "TWO_LABELS"),
    "I-ML": ("MULTI_LOGITS", "MULTI_TARGETS"),
    "I-CHAIN": ("CHAIN_X", "CHAIN_W1", "CHAIN_W2", "CHAIN_TARGET"),
    "I-OPT": ("OPT_GRADIENTS", "OPT_START", "OPT_LR"),
    "I-CM3": ("CONFUSION_3",),
    "I-IMG": ("SLIDE_IMAGE", "SLIDE_KERNEL"),
    "I-K2": ("SIGNED_IMAGE", "SIGNED_KERNEL", "SIGNED_BIAS", "SIGNED_UPSTREAM"),
    "I-MP": ("POOL_IMAGE",),
    "I-MP2": ("SIGNED_POOL_IMAGE", "SIGNED_POOL_UPSTREAM"),
    "I-R1": tuple(f"RECURRENT_{part}" for part in ("X", "W_X", "W_H", "B", "H0")),
    "I-LS": tuple(f"LSTM_{part}" for part in ("X", "W_X", "W_H", "B", "H0", "C0")),
}

__all__ = ["FIXED_INPUTS", *(name for ns in FIXED_INPUTS.values() for name in ns)]
