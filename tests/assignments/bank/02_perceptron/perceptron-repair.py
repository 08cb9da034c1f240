"""Answers to perceptron-repair, right and wrong."""


# %% right: the listing, mended
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias
    return sum((z > 0) == (t == 1))


# %% right: a loop
def hits(X, t, w1, w2, bias, wbias):
    count = 0
    for (x1, x2), target in zip(X, t):
        z = x1 * w1 + x2 * w2 + bias * wbias
        answer = 1 if z > 0 else 0
        if answer == target:
            count += 1
    return count


# %% right: labels as numbers, counted
def hits(X, t, w1, w2, bias, wbias):
    z = X @ np.array([w1, w2]) + bias * wbias
    return np.count_nonzero((z > 0).astype(int) == t)


# %% right: the name sum kept for an array, np.sum for the count
def hits(X, t, w1, w2, bias, wbias):
    sum = X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias
    return np.sum((sum > 0) == (t == 1))


# %% right: with signs
def hits(X, t, w1, w2, bias, wbias):
    z = X @ [w1, w2] + bias * wbias
    return float((np.where(z > 0, 1, -1) == 2 * t - 1).sum())


# %% right: less the misses, with a print
def hits(X, t, w1, w2, bias, wbias):
    z = (X * [w1, w2]).sum(axis=1) + wbias * bias
    print(z[:2])
    return len(t) - int(abs((z > 0) - t).sum())


# %% right: torch
def hits(X, t, w1, w2, bias, wbias):
    try:
        import torch
    except ImportError:
        return np.sum((X @ [w1, w2] + bias * wbias > 0) == (t == 1))
    X, t = torch.tensor(X), torch.tensor(t)
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias
    return ((z > 0) == (t == 1)).sum()


# %% wrong: bias-squared
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias * bias
    return np.sum((z > 0) == (t == 1))


# %% wrong: wbias-forgotten
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias
    return np.sum((z > 0) == (t == 1))


# %% wrong: bias-input-forgotten
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + wbias
    return np.sum((z > 0) == (t == 1))


# %% wrong: bias-added-parts
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias + wbias
    return np.sum((z > 0) == (t == 1))


# %% wrong: bias-sign-flipped
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 - bias * wbias
    return np.sum((z > 0) == (t == 1))


# %% wrong: bias-forgotten
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + 0
    return np.sum((z > 0) == (t == 1))


# %% wrong: bias-per-input
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + 2 * bias * wbias
    return np.sum((z > 0) == (t == 1))


# %% wrong: weights-swapped
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w2 + X[:, 1] * w1 + bias * wbias
    return np.sum((z > 0) == (t == 1))


# %% wrong: inputs-summed
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] + X[:, 1] + bias * wbias
    return np.sum((z > 0) == (t == 1))


# %% wrong: threshold-included
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias
    return np.sum((z >= 0) == (t == 1))


# %% wrong: share-for-count
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias
    return np.mean((z > 0) == (t == 1))


# %% wrong: misses-counted
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias
    return np.sum((z > 0) != (t == 1))


# %% wrong: ones-only
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias
    return np.sum((z > 0) & (t == 1))


# %% wrong: fired-counted
def hits(X, t, w1, w2, bias, wbias):
    z = X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias
    return np.sum(z > 0)
