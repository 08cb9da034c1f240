"""Answers to forward-slopes, right and wrong."""


# %% right: from the powers
def sigmoid_slope(Z):
    return np.exp(-Z) / (1 + np.exp(-Z)) ** 2


def tanh_slope(Z):
    return 4 / (np.exp(Z) + np.exp(-Z)) ** 2


def relu_slope(Z):
    return Z > 0


# %% right: tanh from the sigmoid, a loop for ReLU
def sigmoid_slope(Z):
    a = activations.sigmoid(Z)
    return a - a**2


def tanh_slope(Z):
    return 4 * sigmoid_slope(2 * Z)


def relu_slope(Z):
    slopes = np.zeros(Z.shape)
    for index, z in np.ndenumerate(Z):
        if z > 0:
            slopes[index] = 1
    return slopes


# %% right: float32 and integers
def sigmoid_slope(Z):
    a = activations.sigmoid(Z.astype(np.float32))
    return a * activations.sigmoid(-Z.astype(np.float32))


def tanh_slope(Z):
    return (1 / np.cosh(Z) ** 2).astype(np.float32)


def relu_slope(Z):
    return (Z > 0).astype(int)


# %% right: nested lists and a harmless warning
def sigmoid_slope(Z):
    np.log(np.zeros(1))
    a = activations.sigmoid(Z)
    return (a * (1 - a)).tolist()


def tanh_slope(Z):
    np.log(np.zeros(1))
    a = activations.tanh(Z)
    return ((1 - a) * (1 + a)).tolist()


def relu_slope(Z):
    np.log(np.zeros(1))
    return np.heaviside(Z, 0).tolist()


# %% right: torch lets it be computed
def by_torch(name, Z):
    try:
        import torch
    except ImportError:
        return None
    z = torch.tensor(Z, requires_grad=True)
    getattr(torch, name)(z).sum().backward()
    return z.grad


def sigmoid_slope(Z):
    slope = by_torch("sigmoid", Z)
    a = activations.sigmoid(Z)
    return a * (1 - a) if slope is None else slope


def tanh_slope(Z):
    slope = by_torch("tanh", Z)
    return 1 - np.tanh(Z) ** 2 if slope is None else slope


def relu_slope(Z):
    slope = by_torch("relu", Z)
    return np.where(Z > 0, 1.0, 0.0) if slope is None else slope


# %% right: both sides, a small step
def central(f, Z):
    h = 1e-5
    return (f(Z + h) - f(Z - h)) / (2 * h)


def sigmoid_slope(Z):
    return central(activations.sigmoid, Z)


def tanh_slope(Z):
    return central(np.tanh, Z)


def relu_slope(Z):
    return np.minimum(np.ceil(np.maximum(Z, 0)), 1)


# %% wrong: slope-of-activation
# fails: forward-slopes-sigmoid, forward-slopes-hidden
def sigmoid_slope(Z):
    a = activations.sigmoid(activations.sigmoid(Z))
    return a * (1 - a)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: formula-on-z
# fails: forward-slopes-sigmoid, forward-slopes-hidden
def sigmoid_slope(Z):
    a = activations.sigmoid(Z)
    return Z * (1 - Z)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: value-for-slope
# fails: forward-slopes-sigmoid, forward-slopes-hidden
def sigmoid_slope(Z):
    a = activations.sigmoid(Z)
    return a


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: factor-forgotten
# fails: forward-slopes-sigmoid, forward-slopes-hidden
def sigmoid_slope(Z):
    a = activations.sigmoid(Z)
    return 1 - a


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: slope-sign
# fails: forward-slopes-sigmoid, forward-slopes-hidden
def sigmoid_slope(Z):
    a = activations.sigmoid(Z)
    return a * (a - 1)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: library-answer
# fails: forward-slopes-sigmoid, forward-slopes-hidden
def sigmoid_slope(Z):
    a = activations.sigmoid(Z)
    return activations.sigmoid_slope(Z)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: slope-of-activation, tanh
# fails: forward-slopes-tanh, forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    a = np.tanh(Z)
    return 1 - np.tanh(a) ** 2


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: formula-on-z, tanh
# fails: forward-slopes-tanh, forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    a = np.tanh(Z)
    return 1 - Z**2


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: value-for-slope, tanh
# fails: forward-slopes-tanh, forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    a = np.tanh(Z)
    return a


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: square-forgotten
# fails: forward-slopes-tanh, forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    a = np.tanh(Z)
    return 1 - a


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: sigmoid-for-tanh
# fails: forward-slopes-tanh, forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    a = np.tanh(Z)
    return a * (1 - a)


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: slope-sign, tanh
# fails: forward-slopes-tanh, forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    a = np.tanh(Z)
    return a**2 - 1


def relu_slope(Z):
    return 1.0 * (Z > 0)


# %% wrong: corner-counted
# fails: forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return np.where(Z >= 0, 1, 0)


# %% wrong: corner-counted, half
# fails: forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return np.heaviside(Z, 0.5)


# %% wrong: corner-counted, both sides
# fails: forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return (np.maximum(Z + 1e-5, 0) - np.maximum(Z - 1e-5, 0)) / 2e-5


# %% wrong: value-for-slope, relu
# fails: forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return np.maximum(Z, 0)


# %% wrong: slope-everywhere
# fails: forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return np.ones(Z.shape)


# %% wrong: slope-minus-one
# fails: forward-slopes-hidden
def sigmoid_slope(Z):
    a = 1 / (1 + np.exp(-Z))
    return a * (1 - a)


def tanh_slope(Z):
    return 1 - np.tanh(Z) ** 2


def relu_slope(Z):
    return np.where(Z > 0, 1, -1)
