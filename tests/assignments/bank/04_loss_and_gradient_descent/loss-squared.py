"""Answers to loss-squared, right and wrong."""


# %% right: with loops
def half_squared(A, Y):
    total = 0
    for i in range(len(A)):
        for j in range(len(A[i])):
            total += 0.5 * (A[i][j] - Y[i][j]) ** 2
    return total / len(A)


def mse(A, Y):
    squares = [(a - y) ** 2 for row, want in zip(A, Y) for a, y in zip(row, want)]
    return sum(squares) / len(squares)


def mae(A, Y):
    sizes = [abs(a - y) for row, want in zip(A, Y) for a, y in zip(row, want)]
    return sum(sizes) / len(sizes)


# %% right: one from the other
def half_squared(A, Y):
    return mse(A, Y) * A.shape[1] / 2


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% right: float32 and zero-dimensional
def half_squared(A, Y):
    return np.float32(((A - Y) ** 2).sum() / (2 * len(A)))


def mse(A, Y):
    return np.array(((A - Y) ** 2).mean(), dtype=np.float32)


def mae(A, Y):
    return np.asarray(np.abs(A - Y).mean())


# %% right: lists of one number, with a harmless warning
def half_squared(A, Y):
    np.log(np.zeros(1))
    return [((A - Y) ** 2).sum(axis=1).mean() / 2]


def mse(A, Y):
    return [np.mean((Y - A) ** 2)]


def mae(A, Y):
    np.log(np.zeros(1))
    return [np.mean(np.abs(Y - A))]


# %% right: norms and dot products
def half_squared(A, Y):
    e = (A - Y).ravel()
    return e @ e / len(A) / 2


def mse(A, Y):
    return np.linalg.norm(A - Y) ** 2 / A.size


def mae(A, Y):
    return np.linalg.norm((A - Y).ravel(), ord=1) / A.size


# %% right: torch
def half_squared(A, Y):
    try:
        import torch
    except ImportError:
        return ((A - Y) ** 2).sum() / (2 * len(A))
    return ((torch.tensor(A) - torch.tensor(Y)) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    try:
        import torch
    except ImportError:
        return ((A - Y) ** 2).mean()
    return torch.nn.functional.mse_loss(torch.tensor(A), torch.tensor(Y))


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: mean-over-entries
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).mean() / 2


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: sum-not-mean
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / 2


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: half-forgotten
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / len(A)


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: root-taken
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    return np.sqrt(((A - Y) ** 2).sum() / (2 * len(A)))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: signed-errors
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    return (A - Y).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: absolute-errors
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    return np.abs(A - Y).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: one-example
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    return ((A[0] - Y[0]) ** 2).sum() / 2


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: mutates-input
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    A -= Y
    return (A**2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: library-answer
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    from nnbyhand import losses

    return losses.half_squared(A, Y)


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: half-forgotten, in a loop
# fails: loss-squared-half, loss-squared-hidden
def half_squared(A, Y):
    return sum(((a - y) ** 2).sum() for a, y in zip(A, Y)) / len(A)


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: outputs-summed
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).sum(axis=1).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: half-added
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean() / 2


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: entries-not-counted
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).sum()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: root-taken, of the mean
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return np.sqrt(np.mean((A - Y) ** 2))


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: signed-errors, for the mean
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return np.mean(A - Y)


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: absolute-errors, for squares
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return np.abs(A - Y).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: one-example, of mse
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A[0] - Y[0]) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean()


# %% wrong: outputs-summed, of sizes
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).sum() / len(A)


# %% wrong: half-added, to sizes
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).mean() / 2


# %% wrong: entries-not-counted, of sizes
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).sum()


# %% wrong: sizes-cancel
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return abs((A - Y).mean())


# %% wrong: squared-errors
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return ((A - Y) ** 2).mean()


# %% wrong: largest-only
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A - Y).max()


# %% wrong: one-example, of sizes
# fails: loss-squared-value, loss-squared-hidden
def half_squared(A, Y):
    return ((A - Y) ** 2).sum() / (2 * len(A))


def mse(A, Y):
    return ((A - Y) ** 2).mean()


def mae(A, Y):
    return np.abs(A[0] - Y[0]).mean()
