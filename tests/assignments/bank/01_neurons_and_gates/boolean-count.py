"""Answers to boolean-count, right and wrong."""


# %% right: counted by hand
def separable_functions():
    return 14


# %% right: all but XOR and its opposite
def separable_functions():
    return 2**4 - 2


# %% right: float32
def separable_functions():
    return np.float32(14)


# %% right: a list of one number
def separable_functions():
    return [14]


# %% right: a float, zero-dimensional
def separable_functions():
    return np.array(14.0)


# %% right: random weights
def separable_functions():
    """Try many weights that are drawn."""
    rng = np.random.default_rng(0)
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    W = rng.normal(size=(2, 5000))
    b = rng.normal(size=5000)
    return len(np.unique((X @ W + b > 0).T, axis=0))


# %% right: small whole numbers in a set of codes
def separable_functions():
    codes = set()
    for w1 in range(-2, 3):
        for w2 in range(-2, 3):
            for b in range(-4, 4):
                z = np.array([0, w2, w1, w1 + w2]) + b
                codes.add(int((z > 0) @ np.array([8, 4, 2, 1])))
    print(sorted(codes))
    return len(codes)


# %% right: no two diagonals, with a harmless warning
def separable_functions():
    np.log(np.zeros(1))
    count = 0
    for number in range(16):
        a, b, c, d = (number >> k & 1 for k in range(4))
        if not (a == d and b == c and a != b):
            count += 1
    return count


# %% right: learned with the perceptron rule
def separable_functions():
    X = np.array([[0, 0, 1], [0, 1, 1], [1, 0, 1], [1, 1, 1]])
    count = 0
    for number in range(16):
        t = np.array([number >> k & 1 for k in range(4)])
        w = np.zeros(3)
        for _ in range(50):
            for x, target in zip(X, t):
                w += (target - int(x @ w > 0)) * x
        count += int(((X @ w > 0) == t).all())
    return count


# %% right: torch
def separable_functions():
    try:
        import torch
    except ImportError:
        return 14
    return torch.tensor(14)


# %% wrong: separable-all
def separable_functions():
    return 16


# %% wrong: separable-all, a network instead of a unit
def separable_functions():
    return 2 ** (2**2)


# %% wrong: xor-only
def separable_functions():
    return 15


# %% wrong: constants-left-out
def separable_functions():
    return 12


# %% wrong: constants-left-out, biases that are too small
def separable_functions():
    found = set()
    for w1 in (-1, 0, 1):
        for w2 in (-1, 0, 1):
            for b in (-1.5, -0.5, 0.5, 1.5):
                table = tuple(
                    x1 * w1 + x2 * w2 + b > 0 for x1 in (0, 1) for x2 in (0, 1)
                )
                if 0 < sum(table) < 4:
                    found.add(table)
    return len(found)


# %% wrong: weights-nonzero
def separable_functions():
    found = set()
    for w1 in (-1, 1):
        for w2 in (-1, 1):
            for b in (-2.5, -1.5, -0.5, 0.5, 1.5, 2.5):
                found.add(
                    tuple(x1 * w1 + x2 * w2 + b > 0 for x1 in (0, 1) for x2 in (0, 1))
                )
    return len(found)


# %% wrong: weights-positive
def separable_functions():
    found = set()
    for w1 in (0, 1, 2):
        for w2 in (0, 1, 2):
            for b in (-4.5, -3.5, -2.5, -1.5, -0.5, 0.5):
                found.add(
                    tuple(x1 * w1 + x2 * w2 + b > 0 for x1 in (0, 1) for x2 in (0, 1))
                )
    return len(found)


# %% wrong: named-gates-only
def separable_functions():
    return len(["AND", "OR", "NAND", "NOR"])


# %% wrong: inseparable-counted
def separable_functions():
    return 2


# %% wrong: tables-repeated
def separable_functions():
    found = []
    for w1 in (-1, 0, 1):
        for w2 in (-1, 0, 1):
            for b in (-1.5, -0.5, 0.5, 1.5):
                found.append(
                    [x1 * w1 + x2 * w2 + b > 0 for x1 in (0, 1) for x2 in (0, 1)]
                )
    return len(found)


# %% wrong: library-answer
def separable_functions():
    from nnbyhand.gates import count_separable

    return count_separable(2)


# %% wrong: too-slow
def separable_functions():
    found = set()
    while len(found) < 16:
        w1, w2, b = np.random.default_rng().normal(size=3)
        found.add(tuple(x1 * w1 + x2 * w2 + b > 0 for x1 in (0, 1) for x2 in (0, 1)))
    return len(found)
