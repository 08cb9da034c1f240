"""Answers to xor-halfplanes, right and wrong."""


# %% right: a loop and a list
def crossing(X):
    found = []
    for x1, x2 in X:
        h1 = 1 if x1 + x2 - 1 > 0 else 0
        h2 = 1 if x1 - x2 > 0 else 0
        found.append(h1 * (1 - h2) + (1 - h1) * h2)
    return found


# %% right: the equation for all rows
def crossing(X):
    h1 = (X[:, 0] + X[:, 1] - 1 > 0).astype(int)
    h2 = (X[:, 0] - X[:, 1] > 0).astype(int)
    return h1 * (1 - h2) + (1 - h1) * h2


# %% right: truth values
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return h1 ^ h2


# %% right: np.logical_xor, floats
def crossing(X):
    x1, x2 = X.T
    return np.logical_xor(x1 + x2 > 1, x1 > x2) * 1.0


# %% right: a column
def crossing(X):
    h1 = X[:, :1] + X[:, 1:] - 1 > 0
    h2 = X[:, :1] - X[:, 1:] > 0
    return (h1 != h2).astype(int)


# %% right: exactly one of two
def crossing(X):
    H = X @ np.array([[1, 1], [1, -1]]) + np.array([-1, 0]) > 0
    return H.sum(axis=1) == 1


# %% right: the remainder of the sum
def crossing(X):
    H = np.where(X @ np.array([[1, 1], [1, -1]]) + np.array([-1, 0]) > 0, 1, 0)
    return H.sum(axis=1) % 2


# %% right: the distance of the two, float32
def crossing(X):
    h1 = np.float32(X.sum(axis=1) - 1 > 0)
    h2 = np.float32(X[:, 0] > X[:, 1])
    return abs(h1 - h2)


# %% right: or, but not and
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return (h1 | h2) & ~(h1 & h2)


# %% right: a network of three units
def crossing(X):
    """Two half-planes, then OR and AND of them, then OR and not AND."""
    H = np.heaviside(X @ np.array([[1.0, 1], [1, -1]]) + np.array([-1, 0]), 0)
    G = np.heaviside(H @ np.ones((2, 2)) + np.array([-0.5, -1.5]), 0)
    return np.heaviside(G @ np.array([1, -1]) - 0.5, 0)


# %% right: the step of exercise 2, with a print and a harmless warning
def step(z):
    return 1 if z > 0 else 0


def crossing(X):
    np.log(np.zeros(1))
    answers = np.zeros(len(X), dtype=bool)
    for i, row in enumerate(X):
        answers[i] = step(row[0] + row[1] - 1) != step(row[0] - row[1])
    print(answers)
    return answers


# %% right: from signs, mended at 0
def crossing(X):
    s1 = np.where(X[:, 0] + X[:, 1] - 1 > 0, 1, -1)
    s2 = np.where(X[:, 0] - X[:, 1] > 0, 1, -1)
    return s1 * s2 < 0


# %% right: torch
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    try:
        import torch
    except ImportError:
        return h1 != h2
    return torch.logical_xor(torch.tensor(h1), torch.tensor(h2))


# %% wrong: or-for-xor
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return (h1 | h2).astype(int)


# %% wrong: or-for-xor, the sum of truth values
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return (h1 + h2).astype(int)


# %% wrong: and-for-xor
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return (h1 & h2).astype(int)


# %% wrong: one-term-only
def crossing(X):
    h1 = (X[:, 0] + X[:, 1] - 1 > 0).astype(int)
    h2 = (X[:, 0] - X[:, 1] > 0).astype(int)
    return h1 * (1 - h2)


# %% wrong: one-term-only, h1 above h2
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return h1 > h2


# %% wrong: other-term-only
def crossing(X):
    h1 = (X[:, 0] + X[:, 1] - 1 > 0).astype(int)
    h2 = (X[:, 0] - X[:, 1] > 0).astype(int)
    return (1 - h1) * h2


# %% wrong: first-plane-only
def crossing(X):
    return (X[:, 0] + X[:, 1] - 1 > 0).astype(int)


# %% wrong: second-plane-only
def crossing(X):
    return (X[:, 0] - X[:, 1] > 0).astype(int)


# %% wrong: threshold-included
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 >= 0
    h2 = X[:, 0] - X[:, 1] >= 0
    return (h1 != h2).astype(int)


# %% wrong: threshold-included, by the sign of the product
def crossing(X):
    z1 = X[:, 0] + X[:, 1] - 1
    z2 = X[:, 0] - X[:, 1]
    return (z1 * z2 < 0).astype(int)


# %% wrong: xnor-for-xor
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return (h1 == h2).astype(int)


# %% wrong: sum-for-xor
def crossing(X):
    h1 = (X[:, 0] + X[:, 1] - 1 > 0).astype(int)
    h2 = (X[:, 0] - X[:, 1] > 0).astype(int)
    return h1 + h2


# %% wrong: difference-for-xor
def crossing(X):
    h1 = (X[:, 0] + X[:, 1] - 1 > 0).astype(int)
    h2 = (X[:, 0] - X[:, 1] > 0).astype(int)
    return h1 - h2


# %% wrong: bias-forgotten
def crossing(X):
    h1 = X[:, 0] + X[:, 1] > 0
    h2 = X[:, 0] - X[:, 1] > 0
    return (h1 != h2).astype(int)


# %% wrong: difference-turned
def crossing(X):
    h1 = X[:, 0] + X[:, 1] - 1 > 0
    h2 = X[:, 1] - X[:, 0] > 0
    return (h1 != h2).astype(int)


# %% wrong: rows-for-columns
def crossing(X):
    h1 = X[0] + X[1] - 1 > 0
    h2 = X[0] - X[1] > 0
    return (h1 != h2).astype(int)


# %% wrong: one-answer
def crossing(X):
    for x1, x2 in X:
        return int((x1 + x2 - 1 > 0) != (x1 - x2 > 0))


# %% wrong: mutates-input
def crossing(X):
    h2 = X[:, 0] - X[:, 1] > 0
    X[:, 0] += X[:, 1]
    X[:, 0] -= 1
    return ((X[:, 0] > 0) != h2).astype(int)
