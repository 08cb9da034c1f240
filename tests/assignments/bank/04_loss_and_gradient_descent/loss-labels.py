"""Answers to loss-labels, right and wrong."""


# %% right: with loops
def binary_cross_entropy(Z, Y):
    costs = []
    for z, y in zip(Z.ravel(), Y.ravel()):
        costs.append(max(z, 0) - z * y + np.log(1 + np.exp(-abs(z))))
    return sum(costs) / len(costs)


def binary_cross_entropy_gradient(Z, Y, weights):
    D = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            p = sigmoid(Z[i, j])
            D[i, j] = weights[i] / sum(weights) * (p - Y[i, j]) / Z.shape[1]
    return D


# %% right: np.logaddexp, yes and no apart
def binary_cross_entropy(Z, Y):
    return np.where(Y == 1, np.logaddexp(0, -Z), np.logaddexp(0, Z)).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return ((sigmoid(Z) - Y).T * weights).T / weights.sum() / len(Z[0])


# %% right: float32, with a harmless warning
def binary_cross_entropy(Z, Y):
    np.log(np.zeros(1))
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return np.float32(costs.mean())


def binary_cross_entropy_gradient(Z, Y, weights):
    np.log(np.zeros(1))
    D = weights[:, None] * (sigmoid(Z) - Y)
    return (D / weights.sum() / Z.shape[1]).astype(np.float32)


# %% right: a 0-d array, and lists
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return np.asarray(np.sum(costs) / Z.size)


def binary_cross_entropy_gradient(Z, Y, weights):
    return [
        list(w / sum(weights) * (sigmoid(z) - y) / len(z))
        for w, z, y in zip(weights, Z, Y)
    ]


# %% right: torch
def binary_cross_entropy(Z, Y):
    try:
        import torch
    except ImportError:
        return np.logaddexp(0, np.where(Y == 1, -Z, Z)).mean()
    Z, Y = torch.tensor(Z), torch.tensor(Y, dtype=torch.float64)
    return torch.nn.functional.binary_cross_entropy_with_logits(Z, Y)


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: log-of-zero
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    P = sigmoid(Z)
    return -(Y * np.log(P) + (1 - Y) * np.log(1 - P)).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: negatives-ignored
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    return (Y * np.logaddexp(0, -Z)).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: softmax-for-multilabel
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    log_p = Z - np.logaddexp.reduce(Z, axis=1)[:, None]
    return -(Y * log_p).sum(axis=1).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: log-base-two
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean() / np.log(2)


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: sign-forgotten
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return -costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: entries-not-counted
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.sum()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: outputs-summed
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.sum(axis=1).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: sigmoid-twice
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    Z = sigmoid(Z)
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: library-answer
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    from nnbyhand import losses

    return losses.binary_cross_entropy(Z, Y)


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: error-turned
# fails: loss-labels-gradient, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (Y - sigmoid(Z)) / Z.shape[1]


# %% wrong: softmax-for-multilabel, in the gradient
# fails: loss-labels-gradient, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: softmax-for-multilabel, averaged
# fails: loss-labels-gradient, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    return weights[:, None] / weights.sum() * (P - Y) / Z.shape[1]


# %% wrong: slope-extra
# fails: loss-labels-gradient, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    P = sigmoid(Z)
    return weights[:, None] / weights.sum() * (P - Y) * P * (1 - P) / Z.shape[1]


# %% wrong: weights-ignored
# fails: loss-labels-gradient, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return (sigmoid(Z) - Y) / Z.size


# %% wrong: weights-not-normalised
# fails: loss-labels-gradient, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] * (sigmoid(Z) - Y) / Z.size


# %% wrong: outputs-not-averaged
# fails: loss-labels-gradient, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y)


# %% wrong: library-answer, for the gradient
# fails: loss-labels-gradient, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    costs = np.maximum(Z, 0) - Z * Y + np.log1p(np.exp(-np.abs(Z)))
    return costs.mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    from nnbyhand import losses

    return losses.binary_cross_entropy_gradient(Z, Y, weights)


# %% wrong: size-forgotten
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    return (np.maximum(Z, 0) - Z * Y + np.log(1 + np.exp(-Z))).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: size-forgotten, the plain formula
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    return (np.log(1 + np.exp(-Z)) + (1 - Y) * Z).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: clipped
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    P = np.clip(sigmoid(Z), 1e-12, 1 - 1e-12)
    return -(Y * np.log(P) + (1 - Y) * np.log(1 - P)).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]


# %% wrong: clipped, inside the logarithms
# fails: loss-labels-value, loss-labels-hidden
def binary_cross_entropy(Z, Y):
    P = sigmoid(Z)
    return -(Y * np.log(P + 1e-9) + (1 - Y) * np.log(1 - P + 1e-9)).mean()


def binary_cross_entropy_gradient(Z, Y, weights):
    return weights[:, None] / weights.sum() * (sigmoid(Z) - Y) / Z.shape[1]
