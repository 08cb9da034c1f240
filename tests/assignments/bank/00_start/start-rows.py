"""Answers to start-rows, right and wrong."""


# %% right: built-in sum of each row, a list
def row_sums(X):
    return [sum(row) for row in X]


# %% right: with a loop
def row_sums(X):
    totals = np.zeros(len(X))
    for i, row in enumerate(X):
        for number in row:
            totals[i] += number
    return totals


# %% right: last axis, float32
def row_sums(X):
    return np.sum(X, axis=-1, dtype=np.float32)


# %% right: a product with ones, with a warning
def row_sums(X):
    np.log(np.zeros(1))
    return X @ np.ones(X.shape[1])


# %% right: torch tensor, where there is torch
def row_sums(X):
    try:
        import torch
    except ImportError:
        return X.sum(axis=1)
    return torch.tensor(X).sum(dim=1)


# %% wrong: wrong-axis
def row_sums(X):
    return X.sum(axis=0)


# %% wrong: wrong-axis, through the transpose
def row_sums(X):
    return sum(X)


# %% wrong: all-summed
def row_sums(X):
    return X.sum()


# %% wrong: averaged
def row_sums(X):
    return X.mean(axis=1)


# %% wrong: column-kept
def row_sums(X):
    return X.sum(axis=1, keepdims=True)


# %% wrong: last-left-out
def row_sums(X):
    return X[:, :-1].sum(axis=1)


# %% wrong: first-only
def row_sums(X):
    return X[0].sum()


# %% wrong: integer-dtype
def row_sums(X):
    totals = np.zeros(len(X), dtype=int)
    for i in range(len(X)):
        totals[i] = X[i].sum()
    return totals
