"""Answers to gates-weights, right and wrong."""


# %% right: doubled, sums in whole numbers
def and_gate():
    return (2, 2, 2, -5)


def or_gate():
    return (2, 2, 2, -1)


def not_gate():
    return (0, -2, 0, 1)


def nand_gate():
    return (-2, -2, -2, 5)


# %% right: sums of exactly 0 where the gate is off
def and_gate():
    return (1, 1, 1, -2)


def or_gate():
    return (1, 1, 1, 0)


def not_gate():
    return (0, -1, 0, 1)


def nand_gate():
    return (-1, -1, -1, 3)


# %% right: unequal weights
def and_gate():
    return (0.5, 0.7, 0.9, -1.8)


def or_gate():
    return (3, 0.6, 1, -0.5)


def not_gate():
    return (0.1, -10, 0.2, 7)


def nand_gate():
    return (-0.5, -0.7, -0.9, 1.8)


# %% right: lists
def and_gate():
    return [1, 1, 1, -2.5]


def or_gate():
    return [1.0, 1.0, 1.0, -0.5]


def not_gate():
    return [0, -1, 0, 0.5]


def nand_gate():
    return [-1, -1, -1, 2.5]


# %% right: arrays
def and_gate():
    return np.array([1, 1, 1, -2.5])


def or_gate():
    return np.array([1, 1, 1, -0.5])


def not_gate():
    return np.array([0, -1, 0, 0.5])


def nand_gate():
    return -np.array([1, 1, 1, -2.5])


# %% right: float32
def and_gate():
    return np.array([1, 1, 1, -2.5], dtype=np.float32)


def or_gate():
    return tuple(np.float32(number) for number in (1, 1, 1, -0.5))


def not_gate():
    return np.float32([0, -1, 0, 0.5])


def nand_gate():
    return np.float32([-1, -1, -1, 2.5])


# %% right: whole numbers in an array
def and_gate():
    return np.array([2, 2, 2, -5])


def or_gate():
    return np.array([1, 1, 1, 0], dtype=np.int8)


def not_gate():
    return np.array([0, -1, 0, 1])


def nand_gate():
    return np.array([-2, -2, -2, 5])


# %% right: NAND from AND, with a harmless warning
def and_gate():
    """Fire when all are on."""
    np.log(np.zeros(1))
    print("AND")
    return (1, 1, 1, -2.5)


def or_gate():
    return 1, 1, 1, -0.5


def not_gate():
    return 0, -1, 0, 0.5


def nand_gate():
    return tuple(-number + 0 * np.log(np.ones(1))[0] for number in and_gate())


# %% right: found by trying
from itertools import product

ROWS = list(product((0, 1), repeat=3))


def search(gate):
    table = [int(gate(*row)) for row in ROWS]
    for *w, b in product((-1, 0, 1), (-1, 0, 1), (-1, 0, 1), np.arange(-3, 3.5, 0.5)):
        if [int(np.dot(row, w) + b > 0) for row in ROWS] == table:
            return (*w, b)


def and_gate():
    return search(lambda a, b, c: a and b and c)


def or_gate():
    return search(lambda a, b, c: a or b or c)


def not_gate():
    return search(lambda a, b, c: not b)


def nand_gate():
    return search(lambda a, b, c: not (a and b and c))


# %% right: torch
def tensor(numbers):
    try:
        import torch
    except ImportError:
        return numbers
    return torch.tensor(numbers)


def and_gate():
    return tensor((1, 1, 1, -2.5))


def or_gate():
    return tensor((1, 1, 1, -0.5))


def not_gate():
    return tensor((0, -1, 0, 0.5))


def nand_gate():
    return tensor((-1, -1, -1, 2.5))


# %% right: small numbers
def and_gate():
    return (1e-3, 1e-3, 1e-3, -2.5e-3)


def or_gate():
    return (1e-3, 1e-3, 1e-3, -5e-4)


def not_gate():
    return (0, -1e-3, 0, 5e-4)


def nand_gate():
    return (-1e-3, -1e-3, -1e-3, 2.5e-3)


# %% wrong: and-is-or
# fails: gates-weights-and
def and_gate():
    return (1, 1, 1, -0.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: and-is-or, with doubled weights
# fails: gates-weights-and
def and_gate():
    return (2, 2, 2, -1.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: and-is-majority, the lesson's bias
# fails: gates-weights-and
def and_gate():
    return (1, 1, 1, -1.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: bias-forgotten
# fails: gates-weights-and, gates-weights-not, gates-weights-hidden
def and_gate():
    return (1, 1, 1, 0)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0)


def nand_gate():
    return (-1, -1, -1, 0)


# %% wrong: threshold-touched
# fails: gates-weights-and, gates-weights-or, gates-weights-hidden
def and_gate():
    return (1, 1, 1, -3)


def or_gate():
    return (1, 1, 1, -1)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 2)


# %% wrong: threshold-touched, with unequal weights
# fails: gates-weights-and, gates-weights-or, gates-weights-hidden
def and_gate():
    return (2, 1, 1, -4)


def or_gate():
    return (2, 1, 3, -1)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-2, -1, -1, 3)


# %% wrong: gate-inverted
# fails: gates-weights-and, gates-weights-or, gates-weights-hidden
def and_gate():
    return (-1, -1, -1, 2.5)


def or_gate():
    return (-1, -1, -1, 0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (1, 1, 1, -2.5)


# %% wrong: always-on
# fails: gates-weights-and, gates-weights-or, gates-weights-not
def and_gate():
    return (1, 1, 1, 1.5)


def or_gate():
    return (1, 1, 1, 0.5)


def not_gate():
    return (0, -1, 0, 1.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: always-off
# fails: gates-weights-and, gates-weights-or, gates-weights-not
def and_gate():
    return (1, 1, 1, -4)


def or_gate():
    return (1, 1, 1, -3.5)


def not_gate():
    return (0, -1, 0, -0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: one-input-only
# fails: gates-weights-and, gates-weights-or, gates-weights-hidden
def and_gate():
    return (1, 0, 0, -0.5)


def or_gate():
    return (0, 1, 0, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (0, 0, -1, 0.5)


# %% wrong: one-input-only, with small other weights
# fails: gates-weights-and, gates-weights-or
def and_gate():
    return (2, 0.5, 0.4, -1)


def or_gate():
    return (0.2, 0.1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: input-left-out
# fails: gates-weights-and, gates-weights-or, gates-weights-hidden
def and_gate():
    return (1, 1, 0, -1.5)


def or_gate():
    return (1, 1, 0, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, 0, -1, 1.5)


# %% wrong: or-is-and
# fails: gates-weights-or
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -2.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: or-is-majority
# fails: gates-weights-or
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -1.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: not-is-identity
# fails: gates-weights-not
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, 1, 0, -0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: other-input
# fails: gates-weights-not
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (-1, 0, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: other-input, the third
# fails: gates-weights-not
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, 0, -1, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: others-count
# fails: gates-weights-not
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (-1, -1, -1, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: others-count, with positive weights
# fails: gates-weights-not
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (1, -1, 1, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: bias-kept
# fails: gates-weights-hidden
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, -2.5)


# %% wrong: weights-kept
# fails: gates-weights-hidden
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (1, 1, 1, 2.5)


# %% wrong: nand-is-nor
# fails: gates-weights-hidden
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 0.5)


# %% wrong: nand-is-minority, the lesson's bias
# fails: gates-weights-hidden
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (0, -1, 0, 0.5)


def nand_gate():
    return (-1, -1, -1, 1.5)


# %% wrong: weights-nested
# fails: gates-weights-and, gates-weights-or, gates-weights-not, gates-weights-hidden
def and_gate():
    return ((1, 1, 1), -2.5)


def or_gate():
    return ([1, 1, 1], -0.5)


def not_gate():
    return ([0, -1, 0], 0.5)


def nand_gate():
    return (np.array([-1, -1, -1]), 2.5)


# %% wrong: bias-left-out
# fails: gates-weights-and, gates-weights-or, gates-weights-not, gates-weights-hidden
def and_gate():
    return (1, 1, 1)


def or_gate():
    return [1, 1, 1]


def not_gate():
    return (0, -1, 0)


def nand_gate():
    return (-1, -1, -1)


# %% wrong: bias-left-out, or the lesson's numbers
# fails: gates-weights-and, gates-weights-or, gates-weights-not, gates-weights-hidden
def and_gate():
    return (1, 1, -1.5)


def or_gate():
    return [1, 1, -0.5]


def not_gate():
    return (0, -1, 0.5)


def nand_gate():
    return (-1, -1, 1.5)


# %% wrong: third-left-out
# fails: gates-weights-not
def and_gate():
    return (1, 1, 1, -2.5)


def or_gate():
    return (1, 1, 1, -0.5)


def not_gate():
    return (-1, 0.5)


def nand_gate():
    return (-1, -1, -1, 2.5)


# %% wrong: bias-first
# fails: gates-weights-and, gates-weights-or, gates-weights-not, gates-weights-hidden
def and_gate():
    return (-2.5, 1, 1, 1)


def or_gate():
    return (-0.5, 1, 1, 1)


def not_gate():
    return (0.5, 0, -1, 0)


def nand_gate():
    return (2.5, -1, -1, -1)
