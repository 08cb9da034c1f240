"""Answers to neuron-label, right and wrong."""


# %% right: a loop and a list
def labels(X, w, b):
    found = []
    for row in X:
        z = b
        for x_i, w_i in zip(row, w):
            z += x_i * w_i
        found.append(1 if z > 0 else 0)
    return found


# %% right: truth values
def labels(X, w, b):
    return X @ w + b > 0


# %% right: a list of truth values
def labels(X, w, b):
    return [bool(np.dot(row, w) + b > 0) for row in X]


# %% right: floats from np.where
def labels(X, w, b):
    return np.where((X * w).sum(axis=1) + b > 0, 1.0, 0.0)


# %% right: a column
def labels(X, w, b):
    z = X @ w.reshape(-1, 1) + b
    return (z > 0).astype(int)


# %% right: float32
def labels(X, w, b):
    return (X.dot(w) + b > 0).astype(np.float32)


# %% right: np.heaviside
def labels(X, w, b):
    return np.heaviside(np.dot(X, w) + b, 0)


# %% right: the functions of the exercises above
def step(z):
    return 1 if z > 0 else 0


def weighted_sum(x, w, b):
    return np.dot(x, w) + b


def labels(X, w, b):
    return np.array([step(weighted_sum(x, w, b)) for x in X])


# %% right: an array that is filled
def labels(X, w, b):
    found = np.zeros(X.shape[0])
    for i in range(X.shape[0]):
        if (X[i] * w).sum() + b > 0:
            found[i] = 1
    return found


# %% right: compared with the threshold
def labels(X, w, b):
    return (X @ w > -b) * 1


# %% right: a tuple
def labels(X, w, b):
    return tuple(int(z > 0) for z in X @ w + b)


# %% right: with a harmless warning and a print
def labels(X, w, b):
    """Give the labels."""
    np.log(np.zeros(1))
    z = X @ w + b
    print(z)
    return np.int8(z > 0)


# %% right: torch
def labels(X, w, b):
    try:
        import torch
    except ImportError:
        return X @ w + b > 0
    return (torch.tensor(X) @ torch.tensor(w) + b > 0).int()


# %% right: the bias as a column of ones
def labels(X, w, b):
    ones = np.ones((len(X), 1))
    return (np.hstack([ones, X]) @ np.array([b, *w]) > 0).astype(int)


# %% wrong: threshold-included
def labels(X, w, b):
    return (X @ w + b >= 0).astype(int)


# %% wrong: threshold-included, np.heaviside
def labels(X, w, b):
    return np.heaviside(X @ w + b, 1)


# %% wrong: bias-forgotten
def labels(X, w, b):
    return (X @ w > 0).astype(int)


# %% wrong: bias-sign-flipped
def labels(X, w, b):
    return (X @ w - b > 0).astype(int)


# %% wrong: bias-sign-flipped, as a threshold
def labels(X, w, b):
    return X @ w > b


# %% wrong: step-forgotten
def labels(X, w, b):
    return X @ w + b


# %% wrong: answers-in-wrong-coding
def labels(X, w, b):
    return np.where(X @ w + b > 0, 1, -1)


# %% wrong: numpy-sign
def labels(X, w, b):
    return np.sign(X @ w + b)


# %% wrong: step-is-sigmoid
def labels(X, w, b):
    return 1 / (1 + np.exp(-(X @ w + b)))


# %% wrong: sums-clipped
def labels(X, w, b):
    return np.clip(X @ w + b, 0, 1)


# %% wrong: threshold-at-one
def labels(X, w, b):
    return (X @ w + b >= 1).astype(int)


# %% wrong: threshold-at-one, sums cut to whole numbers
def labels(X, w, b):
    return np.clip(X @ w + b, 0, 1).astype(int)


# %% wrong: wrong-axis
def labels(X, w, b):
    return ((X * w).sum(axis=0) + b > 0).astype(int)


# %% wrong: step-inverted
def labels(X, w, b):
    return (X @ w + b < 0).astype(int)


# %% wrong: step-inverted, at 0 too
def labels(X, w, b):
    return np.where(X @ w + b > 0, 0, 1)


# %% wrong: inputs-summed
def labels(X, w, b):
    return (X.sum(axis=1) + b > 0).astype(int)


# %% wrong: weights-swapped
def labels(X, w, b):
    return (X @ w[::-1] + b > 0).astype(int)


# %% wrong: two-inputs-only
# fails: neuron-label-hidden
def labels(X, w, b):
    z = X[:, 0] * w[0] + X[:, 1] * w[1] + b
    return (z > 0).astype(int)


# %% wrong: one-answer, return inside the loop
def labels(X, w, b):
    for row in X:
        if row @ w + b > 0:
            return 1
        return 0


# %% wrong: one-answer, summed over everything
def labels(X, w, b):
    return int((X * w).sum() + b > 0)


# %% wrong: mutates-input
def labels(X, w, b):
    X *= w
    return (X.sum(axis=1) + b > 0).astype(int)


# %% wrong: library-answer
def labels(X, w, b):
    from nnbyhand import gates

    return gates.step(gates.neuron(X, w, b))


# %% wrong: library-answer, the sum only
def labels(X, w, b):
    from nnbyhand.gates import neuron

    return neuron(X, w, b) > 0


# %% wrong: library-answer, through a truth table
def labels(X, w, b):
    from nnbyhand.gates import truth_table

    return truth_table([*w, b], X)
