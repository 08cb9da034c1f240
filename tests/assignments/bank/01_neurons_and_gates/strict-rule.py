"""Answers to strict-rule, right and wrong."""


# %% right: a list of two lists
def two_rules():
    return [[0, 0, 1, 0], [0, 0, 1, 1]]


# %% right: one array of two rows
def two_rules():
    return np.array([[0, 0, 1, 0], [0, 0, 1, 1]])


# %% right: worked out, truth values
def two_rules():
    z = [2 * x1 - x2 - 1 for x1 in (0, 1) for x2 in (0, 1)]
    return [s > 0 for s in z], [s >= 0 for s in z]


# %% right: two arrays
def two_rules():
    z = np.array([-1, -2, 1, 0])
    return (z > 0).astype(int), (z >= 0).astype(int)


# %% right: arrays of truth values
def two_rules():
    X = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])
    z = X @ np.array([2, -1]) - 1
    return z > 0, z >= 0


# %% right: float32, a list and a tuple
def two_rules():
    return [list(np.float32([0, 0, 1, 0])), (0, 0, 1, 1)]


# %% right: floats
def two_rules():
    return (0.0, 0.0, 1.0, 0.0), (0.0, 0.0, 1.0, 1.0)


# %% right: with loops, a harmless warning and a print
def two_rules():
    """Try both rules."""
    np.log(np.zeros(1))
    strict, loose = [], []
    for x1 in (0, 1):
        for x2 in (0, 1):
            z = x1 * 2 + x2 * (-1) + (-1)
            strict.append(1 if z > 0 else 0)
            loose.append(1 if z >= 0 else 0)
    print(strict, loose)
    return strict, loose


# %% right: np.heaviside with both answers at 0
def two_rules():
    z = np.array([-1.0, -2.0, 1.0, 0.0])
    return np.heaviside(z, 0), np.heaviside(z, 1)


# %% right: torch
def two_rules():
    try:
        import torch
    except ImportError:
        return [[0, 0, 1, 0], [0, 0, 1, 1]]
    z = torch.tensor([-1, -2, 1, 0])
    return z > 0, z >= 0


# %% wrong: rules-swapped
def two_rules():
    return [0, 0, 1, 1], [0, 0, 1, 0]


# %% wrong: rules-alike
def two_rules():
    return [0, 0, 1, 0], [0, 0, 1, 0]


# %% wrong: rules-alike, both loose
def two_rules():
    return [0, 0, 1, 1], [0, 0, 1, 1]


# %% wrong: rules-alike, as one array
def two_rules():
    return np.array([[0, 0, 1, 0]] * 2)


# %% wrong: lesson-numbers
def two_rules():
    return [0, 0, 0, 1], [0, 1, 1, 1]


# %% wrong: bias-forgotten
def two_rules():
    return [0, 0, 1, 1], [1, 0, 1, 1]


# %% wrong: minus-ignored
def two_rules():
    return [0, 0, 1, 1], [0, 1, 1, 1]


# %% wrong: weights-swapped
def two_rules():
    return [0, 1, 0, 0], [0, 1, 0, 1]


# %% wrong: gate-inverted
def two_rules():
    return [1, 1, 0, 1], [1, 1, 0, 0]


# %% wrong: rows-reversed
def two_rules():
    return [0, 1, 0, 0], [1, 1, 0, 0]


# %% wrong: step-forgotten
def two_rules():
    return [-1, -2, 1, 0], [-1, -2, 1, 0]


# %% wrong: one-rule-only
def two_rules():
    return [0, 0, 1, 0]


# %% wrong: answers-in-wrong-coding
def two_rules():
    return [-1, -1, 1, -1], [-1, -1, 1, 1]
