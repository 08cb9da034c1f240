"""Answers to xor-network, right and wrong."""


# %% right: one unit for each true row
def xor_network():
    return [[1, -1], [-1, 1]], [-0.5, -0.5], [1, 1], -0.5


# %% right: OR and NAND, joined by AND
def xor_network():
    W1 = np.array([[1.0, -1.0], [1.0, -1.0]])
    b1 = np.array([1.0, 1.0])
    return W1, b1, np.array([1.0, 1.0]), -1.5


# %% right: W2 a column, b2 an array
def xor_network():
    W2 = np.array([[1.0], [-1.0]])
    return np.ones((2, 2)), np.array([1.0, -1.0]), W2, np.array([-0.5])


# %% right: a list of four parts, W2 a column as a list
def xor_network():
    return [[[1, 1], [1, 1]], [1, -1], [[1], [-1]], [-0.5]]


# %% right: whole numbers, sums of exactly 0 where a unit is off
def xor_network():
    return [[1, 1], [1, 1]], [2, 0], [1, -1], 0


# %% right: AND first, then OR, larger numbers
def xor_network():
    return np.array([[2, 20], [2, 20]]), np.array([-3, 10]), [-30, 20], -10


# %% right: AND weighed twice, unequal weights
def xor_network():
    return ((0.6, 1), (0.8, 1.3)), (-1, 0.5), (-2, 1), -0.25


# %% right: float32
def xor_network():
    parts = [[1, 1], [1, 1]], [1, -1], [1, -1], -0.5
    return tuple(np.array(part, dtype=np.float32) for part in parts)


# %% right: both units fire below, NOR and AND
def xor_network():
    """XOR is neither NOR nor AND."""
    W1 = np.array([[-1, 1], [-1, 1]])
    print(W1)
    return W1, np.array([-1, -1]), np.array([-1, -1]), 0.5


# %% right: converted from inputs 0 and 1
def xor_network():
    W1, b1 = np.ones((2, 2)), np.array([-0.5, -1.5])
    return W1 / 2, b1 + W1.sum(axis=0) / 2, np.array([1, -1]), -0.5


# %% right: with a harmless warning
def xor_network():
    np.log(np.zeros(1))
    W1, b1 = np.full((2, 2), 1), np.array([3, -3]) / 2
    W2, b2 = np.array([1, -1]), np.float64(-0.5)
    return W1, b1, W2, b2


# %% right: torch
def xor_network():
    parts = [[1.0, 1.0], [1.0, 1.0]], [1.0, -1.0], [1.0, -1.0], [-0.5]
    try:
        import torch
    except ImportError:
        return parts
    return tuple(torch.tensor(part) for part in parts)


# %% wrong: coding-copied
def xor_network():
    return [[1, 1], [1, 1]], [-0.5, -1.5], [1, -1], -0.5


# %% wrong: coding-copied, OR and NAND
def xor_network():
    return [[1, -1], [1, -1]], [-0.5, 1.5], [1, 1], -1.5


# %% wrong: single-unit
def xor_network():
    return np.array([1, 1]), -0.5


# %% wrong: single-unit, as weights and bias
def xor_network():
    return 1, 1, -0.5


# %% wrong: single-unit, one hidden unit
def xor_network():
    return np.array([[1], [1]]), np.array([-0.5]), np.array([1]), -0.5


# %% wrong: hidden-skipped
def xor_network():
    return [[1, 0], [0, 1]], [-0.5, -0.5], [1, 1], -0.5


# %% wrong: hidden-skipped, inputs swapped
def xor_network():
    return [[0, 1], [1, 0]], [0, 0], [1, -1], -0.5


# %% wrong: transposed
def xor_network():
    return [[1, 1], [-1, -1]], [1, 1], [1, 1], -1.5


# %% wrong: transposed, as arrays
def xor_network():
    W1 = np.array([[-1, -1], [1, 1]])
    return W1, np.array([-1, -1]), np.array([-1, -1]), 0.5


# %% wrong: threshold-touched
def xor_network():
    return [[1, 1], [1, 1]], [0, -2], [1, -1], -1


# %% wrong: threshold-touched, in the output only
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [1, -1], -1


# %% wrong: or-for-xor
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [1, 1], -0.5


# %% wrong: or-for-xor, AND weighed too little
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [1, -0.25], -0.5


# %% wrong: and-for-xor
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [1, 1], -1.5


# %% wrong: nand-for-xor
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [1, -2], 0.5


# %% wrong: xnor-for-xor
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [-1, 1], 0.5


# %% wrong: one-term-only
def xor_network():
    return [[1, -1], [-1, 1]], [-0.5, -0.5], [1, 0], -0.5


# %% wrong: other-term-only
def xor_network():
    return [[1, -1], [-1, 1]], [-0.5, -0.5], [0, 1], -0.5


# %% wrong: output-never-fires
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [1, -1], -1.5


# %% wrong: output-never-fires, the first layer silent
def xor_network():
    return [[1, 1], [1, 1]], [-2.5, -3.5], [1, -1], -0.5


# %% wrong: output-always-fires
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [1, -1], 0.5


# %% wrong: output-bias-per-unit
def xor_network():
    return [[1, 1], [1, 1]], [1, -1], [1, -1], [-0.5, -0.5]


# %% wrong: too-many-units
def xor_network():
    W1 = np.array([[1, -1, 1], [-1, 1, 1]])
    b1 = np.array([-0.5, -0.5, -1.5])
    return W1, b1, np.array([1, 1, 0]), -0.5


# %% wrong: library-answer
def xor_network():
    from nnbyhand import gates

    return gates.boolean_network([0, 1, 1, 0])
