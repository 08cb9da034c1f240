"""Answers to loss-softmax, right and wrong."""


# %% right: row by row with lists
def softmax(Z):
    rows = []
    for z in Z:
        powers = [np.exp(value - max(z)) for value in z]
        rows.append([power / sum(powers) for power in powers])
    return rows


# %% right: through the logarithm
def softmax(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    return np.exp(Z - np.log(np.exp(Z).sum(axis=1, keepdims=True)))


# %% right: differences of logits, with overflow remarks
def softmax(Z):
    with np.errstate(over="ignore"):
        return 1 / np.exp(Z[:, None, :] - Z[:, :, None]).sum(axis=2)


# %% right: float32, with a harmless warning
def softmax(Z):
    np.log(np.zeros(1))
    P = np.exp((Z - Z.max(axis=1)[:, None]).astype(np.float32))
    return P / P.sum(axis=1)[:, None]


# %% right: transposed twice
def softmax(Z):
    P = np.exp(Z.T - Z.max(axis=1))
    return (P / P.sum(axis=0)).T


# %% right: torch
def softmax(Z):
    try:
        import torch
    except ImportError:
        return np.exp(Z - Z.max(1, keepdims=True)) / np.exp(
            Z - Z.max(1, keepdims=True)
        ).sum(1, keepdims=True)
    return torch.softmax(torch.tensor(Z), dim=1)


# %% wrong: normalised-by-sum
def softmax(Z):
    return Z / Z.sum(axis=1, keepdims=True)


# %% wrong: softmax-axis
def softmax(Z):
    P = np.exp(Z - Z.max(axis=0))
    return P / P.sum(axis=0)


# %% wrong: softmax-all
def softmax(Z):
    P = np.exp(Z - Z.max())
    return P / P.sum()


# %% wrong: base-two
def softmax(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    P = 2.0**Z
    return P / P.sum(axis=1, keepdims=True)


# %% wrong: sigmoid-for-softmax
def softmax(Z):
    return sigmoid(Z)


# %% wrong: largest-only
def softmax(Z):
    return (Z == Z.max(axis=1, keepdims=True)) * 1.0


# %% wrong: not-normalised
def softmax(Z):
    Z = Z - Z.max(axis=1, keepdims=True)
    return np.exp(Z)


# %% wrong: mutates-input
def softmax(Z):
    Z -= Z.max(axis=1, keepdims=True)
    P = np.exp(Z)
    return P / P.sum(axis=1, keepdims=True)


# %% wrong: library-answer
def softmax(Z):
    from nnbyhand.activations import softmax as theirs

    return theirs(Z)


# %% wrong: overflow
# fails: loss-softmax-stable, loss-softmax-hidden
def softmax(Z):
    P = np.exp(Z)
    return P / P.sum(axis=1, keepdims=True)


# %% wrong: one-shift
# fails: loss-softmax-stable, loss-softmax-hidden
def softmax(Z):
    P = np.exp(Z - Z.max())
    return P / P.sum(axis=1, keepdims=True)
