"""Answers to perceptron-score, right and wrong."""


# %% right: the slide's line, column by column
def scores(X, w1, w2, bias, wbias):
    x1, x2 = X[:, 0], X[:, 1]
    return x1 * w1 + x2 * w2 + bias * wbias


# %% right: a loop and a list
def scores(X, w1, w2, bias, wbias):
    found = []
    for x1, x2 in X:
        found.append(x1 * w1 + x2 * w2 + bias * wbias)
    return found


# %% right: a tuple of floats from a comprehension
def scores(X, w1, w2, bias, wbias):
    return tuple(float(a * w1 + b * w2 + bias * wbias) for a, b in X.tolist())


# %% right: the bias as a third column
def scores(X, w1, w2, bias, wbias):
    constant = np.full((len(X), 1), bias)
    return np.hstack([X, constant]) @ np.array([w1, w2, wbias])


# %% right: a column
def scores(X, w1, w2, bias, wbias):
    return X @ np.array([[w1], [w2]]) + bias * wbias


# %% right: float32
def scores(X, w1, w2, bias, wbias):
    return ((X * [w1, w2]).sum(axis=1) + bias * wbias).astype(np.float32)


# %% right: an array that is filled, with a harmless warning
def scores(X, w1, w2, bias, wbias):
    np.log(np.zeros(1))
    found = np.zeros(X.shape[0])
    for i in range(X.shape[0]):
        found[i] = np.dot(X[i], [w1, w2])
    found += bias * wbias
    return found


# %% right: torch
def scores(X, w1, w2, bias, wbias):
    try:
        import torch
    except ImportError:
        return X @ [w1, w2] + bias * wbias
    X = torch.tensor(X)
    return X[:, 0] * w1 + X[:, 1] * w2 + bias * wbias


# %% right: a copy that is changed
def scores(X, w1, w2, bias, wbias):
    products = X.copy()
    products[:, 0] *= w1
    products[:, 1] *= w2
    return products.sum(1) + wbias * bias


# %% wrong: bias-forgotten
def scores(X, w1, w2, bias, wbias):
    return X[:, 0] * w1 + X[:, 1] * w2


# %% wrong: wbias-forgotten
def scores(X, w1, w2, bias, wbias):
    return X[:, 0] * w1 + X[:, 1] * w2 + bias


# %% wrong: bias-input-forgotten
def scores(X, w1, w2, bias, wbias):
    return X[:, 0] * w1 + X[:, 1] * w2 + wbias


# %% wrong: bias-squared
def scores(X, w1, w2, bias, wbias):
    return X[:, 0] * w1 + X[:, 1] * w2 + bias * bias


# %% wrong: bias-added-parts
def scores(X, w1, w2, bias, wbias):
    return X[:, 0] * w1 + X[:, 1] * w2 + bias + wbias


# %% wrong: bias-sign-flipped
def scores(X, w1, w2, bias, wbias):
    return X[:, 0] * w1 + X[:, 1] * w2 - bias * wbias


# %% wrong: weights-swapped
def scores(X, w1, w2, bias, wbias):
    return X[:, 0] * w2 + X[:, 1] * w1 + bias * wbias


# %% wrong: weights-swapped, as a vector
def scores(X, w1, w2, bias, wbias):
    return X @ np.array([w2, w1]) + bias * wbias


# %% wrong: bias-per-input
def scores(X, w1, w2, bias, wbias):
    return (X * [w1, w2] + bias * wbias).sum(axis=1)


# %% wrong: inputs-summed
def scores(X, w1, w2, bias, wbias):
    return X.sum(axis=1) + bias * wbias


# %% wrong: product-not-summed
def scores(X, w1, w2, bias, wbias):
    return X * [w1, w2] + bias * wbias


# %% wrong: one-answer, return inside the loop
def scores(X, w1, w2, bias, wbias):
    for x1, x2 in X:
        return x1 * w1 + x2 * w2 + bias * wbias


# %% wrong: labels-for-sums
def scores(X, w1, w2, bias, wbias):
    return np.where(X @ [w1, w2] + bias * wbias > 0, 1, -1)


# %% wrong: labels-for-sums, as 0 and 1
def scores(X, w1, w2, bias, wbias):
    return (X @ [w1, w2] + bias * wbias > 0).astype(int)


# %% wrong: mutates-input
def scores(X, w1, w2, bias, wbias):
    X *= [w1, w2]
    return X.sum(axis=1) + bias * wbias


# %% wrong: library-answer
# fails: perceptron-score-hidden
def scores(X, w1, w2, bias, wbias):
    from nnbyhand.gates import neuron

    return neuron(X, [w1, w2], bias * wbias)


# %% wrong: rows-for-columns
def scores(X, w1, w2, bias, wbias):
    return X[0] * w1 + X[1] * w2 + bias * wbias
