"""Answers to backprop-gradients, right and wrong."""


# %% right: sum and product
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return A_prev.T @ delta


# %% right: loops, lists
def bias_gradient(delta):
    return [sum(column) for column in zip(*delta)]


def weight_gradient(A_prev, delta):
    total = np.zeros((A_prev.shape[1], delta.shape[1]))
    for a, d in zip(A_prev, delta):
        total = total + np.outer(a, d)
    return total.tolist()


# %% right: ones times delta, einsum
def bias_gradient(delta):
    return np.ones(len(delta)) @ delta


def weight_gradient(A_prev, delta):
    return np.einsum("ni,nj->ij", A_prev, delta)


# %% right: float32, with a harmless warning
def bias_gradient(delta):
    np.log(np.zeros(1))
    return np.float32(np.add.reduce(delta))


def weight_gradient(A_prev, delta):
    return (delta.T @ A_prev).T.astype(np.float32)


# %% right: torch
def bias_gradient(delta):
    try:
        import torch
    except ImportError:
        return delta.sum(0)
    return torch.tensor(delta).sum(dim=0)


def weight_gradient(A_prev, delta):
    try:
        import torch
    except ImportError:
        return A_prev.T @ delta
    return torch.tensor(A_prev).T @ torch.tensor(delta)


# %% wrong: bias-mean
# fails: backprop-gradients-bias, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.mean(axis=0)


def weight_gradient(A_prev, delta):
    return A_prev.T @ delta


# %% wrong: bias-zero
# fails: backprop-gradients-bias, backprop-gradients-hidden
def bias_gradient(delta):
    return np.zeros(delta.shape[1])


def weight_gradient(A_prev, delta):
    return A_prev.T @ delta


# %% wrong: wrong-axis
# fails: backprop-gradients-bias, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=1)


def weight_gradient(A_prev, delta):
    return A_prev.T @ delta


# %% wrong: all-added
# fails: backprop-gradients-bias, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum()


def weight_gradient(A_prev, delta):
    return A_prev.T @ delta


# %% wrong: not-summed
# fails: backprop-gradients-bias, backprop-gradients-hidden
def bias_gradient(delta):
    return delta


def weight_gradient(A_prev, delta):
    return A_prev.T @ delta


# %% wrong: one-example
# fails: backprop-gradients-bias, backprop-gradients-hidden
def bias_gradient(delta):
    return delta[0]


def weight_gradient(A_prev, delta):
    return A_prev.T @ delta


# %% wrong: gradient-transposed
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return delta.T @ A_prev


# %% wrong: examples-crossed
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return A_prev @ delta.T


# %% wrong: mean-twice
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return A_prev.T @ delta / len(delta)


# %% wrong: added-first
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return np.outer(A_prev.sum(axis=0), delta.sum(axis=0))


# %% wrong: not-summed, of the weights
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return A_prev[:, :, None] * delta[:, None, :]


# %% wrong: one-example, the last
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return np.outer(A_prev[-1], delta[-1])


# %% wrong: mutates-input
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    delta *= 1.5
    return A_prev.T @ delta / 1.5


# %% wrong: examples-crossed, as for one column
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return delta @ A_prev.T


# %% wrong: place-by-place
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return A_prev * delta


# %% wrong: outer-flattens
# fails: backprop-gradients-weights, backprop-gradients-hidden
def bias_gradient(delta):
    return delta.sum(axis=0)


def weight_gradient(A_prev, delta):
    return np.outer(A_prev, delta)
