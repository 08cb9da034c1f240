"""Answers to sign-unit, right and wrong."""


# %% right: a loop and a list
def sign_unit(X, w, b):
    found = []
    for row in X:
        z = np.dot(row, w) + b
        if z > 0:
            found.append(1)
        else:
            found.append(-1)
    return found


# %% right: from 0 and 1 to -1 and +1
def sign_unit(X, w, b):
    h = (X @ w + b > 0).astype(int)
    return 2 * h - 1


# %% right: truth values, doubled
def sign_unit(X, w, b):
    return (X @ w + b > 0) * 2 - 1


# %% right: a column of floats
def sign_unit(X, w, b):
    z = X @ w[:, None] + b
    return np.where(z > 0, 1.0, -1.0)


# %% right: float32
def sign_unit(X, w, b):
    return np.where((X * w).sum(axis=1) + b > 0, np.float32(1), np.float32(-1))


# %% right: small integers
def sign_unit(X, w, b):
    return (X @ w + b > 0).astype(np.int8) * 2 - 1


# %% right: np.sign, mended at 0
def sign_unit(X, w, b):
    s = np.sign(X @ w + b)
    s[s == 0] = -1
    return s


# %% right: np.sign twice
def sign_unit(X, w, b):
    return np.sign(np.sign(X @ w + b) - 0.5)


# %% right: the difference of two comparisons
def sign_unit(X, w, b):
    z = X @ w + b
    return (z > 0).astype(int) - (z <= 0).astype(int)


# %% right: filled with -1
def sign_unit(X, w, b):
    answers = -np.ones(len(X))
    answers[X @ w + b > 0] = 1
    return answers


# %% right: powers of -1
def sign_unit(X, w, b):
    return [(-1) ** int(z <= 0) for z in X @ w + b]


# %% right: a helper for one number, with a print
def sign(z):
    """Give +1 above 0, else -1."""
    return 1 if z > 0 else -1


def sign_unit(X, w, b):
    print(X.shape)
    return np.array([sign(z) for z in X @ w + b])


# %% right: with a harmless warning
def sign_unit(X, w, b):
    z = X @ w + b
    with_warning = np.where(z > 0, z / z, -1)
    return with_warning


# %% right: torch
def sign_unit(X, w, b):
    try:
        import torch
    except ImportError:
        return np.where(X @ w + b > 0, 1, -1)
    z = torch.tensor(X) @ torch.tensor(w) + b
    return torch.where(z > 0, 1, -1)


# %% wrong: numpy-sign
def sign_unit(X, w, b):
    return np.sign(X @ w + b)


# %% wrong: numpy-sign, by division
def sign_unit(X, w, b):
    z = X @ w + b
    return np.nan_to_num(z / abs(z))


# %% wrong: answers-in-wrong-coding
def sign_unit(X, w, b):
    return (X @ w + b > 0).astype(int)


# %% wrong: answers-in-wrong-coding, truth values
def sign_unit(X, w, b):
    return X @ w + b > 0


# %% wrong: threshold-included
def sign_unit(X, w, b):
    return np.where(X @ w + b >= 0, 1, -1)


# %% wrong: threshold-included, the inverse question
def sign_unit(X, w, b):
    return [-1 if z < 0 else 1 for z in X @ w + b]


# %% wrong: bias-forgotten
def sign_unit(X, w, b):
    return np.where(X @ w > 0, 1, -1)


# %% wrong: answers-inverted
def sign_unit(X, w, b):
    return np.where(X @ w + b > 0, -1, 1)


# %% wrong: answers-inverted, 1 - 2h
def sign_unit(X, w, b):
    h = (X @ w + b > 0).astype(int)
    return 1 - 2 * h


# %% wrong: answers-inverted, strictly
def sign_unit(X, w, b):
    return np.where(X @ w + b < 0, 1, -1)


# %% wrong: complement-one-minus
def sign_unit(X, w, b):
    opposite = np.where(X @ w + b > 0, 1, -1)
    return 1 - opposite


# %% wrong: step-forgotten
def sign_unit(X, w, b):
    return X @ w + b


# %% wrong: sums-clipped
def sign_unit(X, w, b):
    return np.clip(X @ w + b, -1, 1)


# %% wrong: weights-swapped
def sign_unit(X, w, b):
    return np.where(X @ w[::-1] + b > 0, 1, -1)


# %% wrong: doubled-only
def sign_unit(X, w, b):
    return 2 * (X @ w + b > 0)


# %% wrong: one-answer
def sign_unit(X, w, b):
    for row in X:
        return 1 if row @ w + b > 0 else -1


# %% wrong: one-answer, summed over everything
def sign_unit(X, w, b):
    return 1 if (X * w).sum() + b > 0 else -1


# %% wrong: mutates-input
def sign_unit(X, w, b):
    X *= w
    return np.where(X.sum(axis=1) + b > 0, 1, -1)


# %% wrong: library-answer
def sign_unit(X, w, b):
    from nnbyhand.gates import sign

    return sign(X @ w + b)


# %% wrong: library-answer, the sum only
def sign_unit(X, w, b):
    from nnbyhand import gates

    return np.where(gates.neuron(X, w, b) > 0, 1, -1)
