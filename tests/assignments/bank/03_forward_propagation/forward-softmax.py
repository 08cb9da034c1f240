"""Answers to forward-softmax, right and wrong."""


# %% right: a loop over the rows
def softmax(Z):
    P = []
    for row in Z:
        powers = [np.exp(z - max(row)) for z in row]
        P.append([power / sum(powers) for power in powers])
    return P


# %% right: through logarithms
def softmax(Z):
    return np.exp(Z - np.logaddexp.reduce(Z, axis=1, keepdims=True))


# %% right: columns instead of rows, turned back
def softmax(Z):
    T = np.exp((Z.T - Z.max(axis=1)))
    return (T / T.sum(axis=0)).T


# %% right: float32, a harmless warning
def softmax(Z):
    np.log(np.zeros(1))
    powers = np.exp((Z - Z.max(axis=1)[:, None]).astype(np.float32))
    return powers / powers.sum(axis=1)[:, None]


# %% right: one over a sum of differences
def softmax(Z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)


# %% right: the mean is subtracted
def softmax(Z):
    powers = np.exp(Z - Z.mean(axis=-1, keepdims=True))
    return np.divide(powers, np.sum(powers, axis=-1, keepdims=True))


# %% right: torch
def softmax(Z):
    try:
        import torch
    except ImportError:
        powers = np.exp(Z - Z.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)
    return torch.softmax(torch.tensor(Z), dim=1)


# %% wrong: normalised-by-sum
def softmax(Z):
    return Z / Z.sum(axis=1, keepdims=True)


# %% wrong: softmax-axis
def softmax(Z):
    powers = np.exp(Z - Z.max(axis=0))
    return powers / powers.sum(axis=0)


# %% wrong: softmax-all
def softmax(Z):
    powers = np.exp(Z - Z.max())
    return powers / powers.sum()


# %% wrong: overflow
def softmax(Z):
    powers = np.exp(Z)
    return powers / powers.sum(axis=1, keepdims=True)


# %% wrong: overflow, a loop
def softmax(Z):
    return np.array([np.exp(row) / np.exp(row).sum() for row in Z])


# %% wrong: shift-of-all
def softmax(Z):
    powers = np.exp(Z - Z.max())
    return powers / powers.sum(axis=1, keepdims=True)


# %% wrong: sigmoid-for-softmax
def softmax(Z):
    return activations.sigmoid(Z)


# %% wrong: softmax-base-two
def softmax(Z):
    powers = 2 ** (Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


# %% wrong: winner-takes-all
def softmax(Z):
    return 1.0 * (Z == Z.max(axis=1, keepdims=True))


# %% wrong: not-normalised
def softmax(Z):
    return np.exp(Z - Z.max(axis=1, keepdims=True))


# %% wrong: library-answer
def softmax(Z):
    from nnbyhand.activations import softmax as theirs

    return theirs(Z)


# %% wrong: mutates-input
def softmax(Z):
    Z -= Z.max(axis=1, keepdims=True)
    powers = np.exp(Z)
    return powers / powers.sum(axis=1, keepdims=True)


# %% wrong: softmax-axis, rows shifted
def softmax(Z):
    powers = np.exp(Z - Z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=0)


# %% wrong: shift-of-columns
def softmax(Z):
    powers = np.exp(Z - Z.max(axis=0))
    return powers / powers.sum(axis=1, keepdims=True)
