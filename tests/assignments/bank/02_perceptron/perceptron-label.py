"""Answers to perceptron-label, right and wrong."""


# %% right: the scores of exercise 1
def scores(X, w1, w2, bias, wbias):
    return X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias


def labels(X, w1, w2, bias, wbias):
    return np.where(scores(X, w1, w2, bias, wbias) > 0, 1, -1)


# %% right: a loop
def labels(X, w1, w2, bias, wbias):
    found = []
    for x1, x2 in X:
        z = x1 * w1 + x2 * w2 + bias * wbias
        if z > 0:
            found.append(1)
        else:
            found.append(-1)
    return found


# %% right: truth values doubled, less 1
def labels(X, w1, w2, bias, wbias):
    return 2 * (X @ [w1, w2] + bias * wbias > 0) - 1


# %% right: compared with the threshold
def labels(X, w1, w2, bias, wbias):
    found = -np.ones(len(X))
    found[X @ np.array([w1, w2]) > -bias * wbias] = 1
    return found


# %% right: np.heaviside
def labels(X, w1, w2, bias, wbias):
    return 2 * np.heaviside(X @ [w1, w2] + bias * wbias, 0) - 1


# %% right: np.sign, with zero mended, as a column
def labels(X, w1, w2, bias, wbias):
    z = np.sign(X @ [w1, w2] + bias * wbias)
    z[z == 0] = -1
    return z.reshape(-1, 1)


# %% right: float32 and a harmless warning
def labels(X, w1, w2, bias, wbias):
    import warnings

    warnings.warn("look here", UserWarning)
    return np.float32(np.where(X @ [w1, w2] + bias * wbias > 0, 1, -1))


# %% right: torch
def labels(X, w1, w2, bias, wbias):
    try:
        import torch
    except ImportError:
        return np.where(X @ [w1, w2] + bias * wbias > 0, 1, -1)
    z = torch.tensor(X) @ torch.tensor([w1, w2], dtype=torch.float64) + bias * wbias
    return torch.where(z > 0, 1, -1)


# %% wrong: threshold-included
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] + bias * wbias >= 0, 1, -1)


# %% wrong: threshold-included, in a loop
def labels(X, w1, w2, bias, wbias):
    z = X @ [w1, w2] + bias * wbias
    return [-1 if value < 0 else 1 for value in z]


# %% wrong: numpy-sign
def labels(X, w1, w2, bias, wbias):
    return np.sign(X @ [w1, w2] + bias * wbias)


# %% wrong: answers-in-wrong-coding
def labels(X, w1, w2, bias, wbias):
    return (X @ [w1, w2] + bias * wbias > 0).astype(int)


# %% wrong: step-forgotten
def labels(X, w1, w2, bias, wbias):
    return X @ [w1, w2] + bias * wbias


# %% wrong: answers-inverted
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] + bias * wbias > 0, -1, 1)


# %% wrong: answers-inverted, smaller for larger
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] + bias * wbias < 0, 1, -1)


# %% wrong: bias-forgotten
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] > 0, 1, -1)


# %% wrong: wbias-forgotten
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] + bias > 0, 1, -1)


# %% wrong: bias-input-forgotten
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] + wbias > 0, 1, -1)


# %% wrong: bias-squared
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] + bias**2 > 0, 1, -1)


# %% wrong: bias-added-parts
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] + (bias + wbias) > 0, 1, -1)


# %% wrong: bias-sign-flipped
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] - bias * wbias > 0, 1, -1)


# %% wrong: weights-swapped
def labels(X, w1, w2, bias, wbias):
    return np.where(X @ [w2, w1] + bias * wbias > 0, 1, -1)


# %% wrong: bias-per-input
def labels(X, w1, w2, bias, wbias):
    return np.where((X * [w1, w2] + bias * wbias).sum(axis=1) > 0, 1, -1)


# %% wrong: inputs-summed
def labels(X, w1, w2, bias, wbias):
    return np.where(X.sum(axis=1) + bias * wbias > 0, 1, -1)


# %% wrong: one-answer
def labels(X, w1, w2, bias, wbias):
    for x1, x2 in X:
        return 1 if x1 * w1 + x2 * w2 + bias * wbias > 0 else -1


# %% wrong: mutates-input
def labels(X, w1, w2, bias, wbias):
    X[:, 0] *= w1
    X[:, 1] *= w2
    return np.where(X.sum(axis=1) + bias * wbias > 0, 1, -1)


# %% wrong: library-answer
# fails: perceptron-label-hidden
def labels(X, w1, w2, bias, wbias):
    from nnbyhand.gates import sign

    return sign(X @ [w1, w2] + bias * wbias)


# %% wrong: rows-for-columns
def labels(X, w1, w2, bias, wbias):
    x1, x2 = X[0], X[1]
    return np.where(x1 * w1 + x2 * w2 + bias * wbias > 0, 1, -1)
