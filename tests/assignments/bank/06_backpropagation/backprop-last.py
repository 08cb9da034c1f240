"""Answers to backprop-last, right and wrong."""


# %% right: with 1 - A**2
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z) * (1 - A**2)


# %% right: a loop over examples, a list
def last_delta(Z, Y):
    rows = []
    for z, y in zip(Z, Y):
        a = np.tanh(z)
        rows.append((a - y) * (1 - a * a) / len(Z))
    return rows


# %% right: float32, with a harmless warning
def last_delta(Z, Y):
    np.log(np.zeros(1))
    Z, Y = Z.astype(np.float32), Y.astype(np.float32)
    return np.multiply(np.tanh(Z) - Y, tanh_slope(Z)) / Z.shape[0]


# %% right: target minus activation, and a minus
def last_delta(Z, Y):
    return -(Y - tanh(Z)) * tanh_slope(Z) * (1 / Y.shape[0])


# %% right: torch autograd
def last_delta(Z, Y):
    try:
        import torch
    except ImportError:
        return (tanh(Z) - Y) / len(Z) * tanh_slope(Z)
    T = torch.tensor(Z, requires_grad=True)
    (((torch.tanh(T) - torch.tensor(Y)) ** 2).sum() / (2 * len(Z))).backward()
    return T.grad


# %% wrong: output-slope-forgotten
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z)


# %% wrong: error-sign-flipped
def last_delta(Z, Y):
    A = tanh(Z)
    return (Y - A) / len(Z) * (1 - A**2)


# %% wrong: slope-of-activation
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z) * tanh_slope(A)


# %% wrong: slope-of-sigmoid
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z) * A * (1 - A)


# %% wrong: slope-of-sigmoid, at Z
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z) * sigmoid_slope(Z)


# %% wrong: slope-of-sigmoid, all sigmoid
def last_delta(Z, Y):
    return (sigmoid(Z) - Y) / len(Z) * sigmoid_slope(Z)


# %% wrong: activation-slope-z
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z) * (1 - Z**2)


# %% wrong: mean-forgotten
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) * (1 - A**2)


# %% wrong: mean-twice
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z) ** 2 * (1 - A**2)


# %% wrong: mean-over-entries
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / Z.size * (1 - A**2)


# %% wrong: half-twice
def last_delta(Z, Y):
    A = tanh(Z)
    return 2 * (A - Y) / len(Z) * (1 - A**2)


# %% wrong: delta-turned
def last_delta(Z, Y):
    A = tanh(Z)
    return ((A - Y) / len(Z) * (1 - A**2)).T


# %% wrong: one-row-left
def last_delta(Z, Y):
    A = tanh(Z)
    return ((A - Y) * (1 - A**2)).mean(axis=0)


# %% wrong: sums-for-outputs
def last_delta(Z, Y):
    A = tanh(Z)
    return (Z - Y) / len(Z) * (1 - A**2)


# %% wrong: dot-for-hadamard
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z) @ (1 - A**2).T


# %% wrong: dot-for-hadamard, the other way
def last_delta(Z, Y):
    return ((tanh(Z) - Y) / len(Z)).T @ tanh_slope(Z)


# %% wrong: mutates-input
def last_delta(Z, Y):
    Y -= tanh(Z)
    return -Y / len(Z) * tanh_slope(Z)


# %% wrong: library-answer
def last_delta(Z, Y):
    from nnbyhand.losses import half_squared_gradient

    return half_squared_gradient(tanh(Z), Y) * tanh_slope(Z)


# %% wrong: sigmoid-for-tanh
def last_delta(Z, Y):
    A = sigmoid(Z)
    return (A - Y) / len(Z) * tanh_slope(Z)


# %% wrong: activation-for-slope
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / len(Z) * A


# %% wrong: mean-over-outputs
def last_delta(Z, Y):
    A = tanh(Z)
    return (A - Y) / Z.shape[1] * (1 - A**2)
