"""Answers to loss-slope, right and wrong."""


# %% right: with loops
def half_squared_gradient(A, Y, weights):
    total = sum(weights)
    D = np.zeros(A.shape)
    for i in range(len(A)):
        for j in range(A.shape[1]):
            D[i, j] = weights[i] / total * (A[i, j] - Y[i, j])
    return D


def mae_gradient(A, Y, weights):
    D = np.zeros(A.shape)
    for i, w in enumerate(weights):
        for j, e in enumerate(A[i] - Y[i]):
            slope = 0 if e == 0 else e / abs(e)
            D[i, j] = w * slope / (sum(weights) * len(A[i]))
    return D


# %% right: a diagonal matrix
def half_squared_gradient(A, Y, weights):
    return np.diag(weights) @ (A - Y) / weights.sum()


def mae_gradient(A, Y, weights):
    e = A - Y
    signs = (e > 0) * 1.0 - (e < 0) * 1.0
    return np.diag(weights / weights.sum()) @ signs / e.shape[1]


# %% right: float32
def half_squared_gradient(A, Y, weights):
    return (weights[:, None] / weights.sum() * (A - Y)).astype(np.float32)


def mae_gradient(A, Y, weights):
    return (weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]).astype("f4")


# %% right: lists, with a harmless warning
def half_squared_gradient(A, Y, weights):
    np.log(np.zeros(1))
    return [list(w / weights.sum() * (a - y)) for w, a, y in zip(weights, A, Y)]


def mae_gradient(A, Y, weights):
    np.log(np.zeros(1))
    return [
        list(w / weights.sum() * np.sign(a - y) / len(a))
        for w, a, y in zip(weights, A, Y)
    ]


# %% right: transposed twice
def half_squared_gradient(A, Y, weights):
    return ((A - Y).T * weights).T / weights.sum()


def mae_gradient(A, Y, weights):
    return (np.sign(A - Y).T * weights).T / weights.sum() / A[0].size


# %% right: torch autograd
def half_squared_gradient(A, Y, weights):
    try:
        import torch
    except ImportError:
        return weights[:, None] / weights.sum() * (A - Y)
    T = torch.tensor(A, requires_grad=True)
    costs = ((T - torch.tensor(Y)) ** 2).sum(dim=1) / 2
    (torch.tensor(weights) * costs).sum().div(weights.sum()).backward()
    return T.grad


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: error-turned
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (Y - A)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: weights-ignored
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return (A - Y) / len(A)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: weights-not-normalised
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] * (A - Y) / len(A)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: not-divided
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] * (A - Y)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: factor-two
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return 2 * weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: mean-over-entries
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y) / A.shape[1]


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: loss-returned
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return (weights[:, None] * (A - Y) ** 2).sum() / weights.sum() / 2


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: mutates-input
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    A -= Y
    return weights[:, None] / weights.sum() * A


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: library-answer
# fails: loss-slope-squared, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    from nnbyhand import losses

    return losses.half_squared_gradient(A, Y, weights)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y) / A.shape[1]


# %% wrong: error-turned, in signs
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(Y - A) / A.shape[1]


# %% wrong: errors-kept
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y) / A.shape[1]


# %% wrong: outputs-not-averaged
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * np.sign(A - Y)


# %% wrong: weights-ignored, for sizes
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    return np.sign(A - Y) / A.size


# %% wrong: weights-not-normalised, for sizes
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    return weights[:, None] * np.sign(A - Y) / A.size


# %% wrong: not-divided, for sizes
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    return weights[:, None] * np.sign(A - Y) / A.shape[1]


# %% wrong: kink-is-one
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    signs = np.where(A - Y > 0, 1, -1)
    return weights[:, None] / weights.sum() * signs / A.shape[1]


# %% wrong: kink-is-one, upwards
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    signs = np.where(A - Y < 0, -1, 1)
    return weights[:, None] / weights.sum() * signs / A.shape[1]


# %% wrong: zero-by-zero
# fails: loss-slope-absolute, loss-slope-hidden
def half_squared_gradient(A, Y, weights):
    return weights[:, None] / weights.sum() * (A - Y)


def mae_gradient(A, Y, weights):
    errors = A - Y
    return weights[:, None] / weights.sum() * errors / np.abs(errors) / A.shape[1]
