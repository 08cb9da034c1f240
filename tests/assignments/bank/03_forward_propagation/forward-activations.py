"""Answers to forward-activations, right and wrong."""


# %% right: two forms, place by place
def sigmoid(Z):
    A = np.empty_like(Z, dtype=float)
    high = Z >= 0
    A[high] = 1 / (1 + np.exp(-Z[high]))
    low = np.exp(Z[~high])
    A[~high] = low / (1 + low)
    return A


def tanh(Z):
    return 2 * sigmoid(2 * Z) - 1


def relu(Z):
    return Z * (Z > 0)


# %% right: the quiet plain form
def sigmoid(Z):
    with np.errstate(over="ignore"):
        return 1 / (1 + np.exp(-Z))


def tanh(Z):
    up, down = np.exp(Z), np.exp(-Z)
    return (up - down) / (up + down)


def relu(Z):
    return np.where(Z > 0, Z, 0)


# %% right: number by number, nested lists
def one(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def sigmoid(Z):
    return np.array([one(z) for z in Z.ravel()]).reshape(Z.shape).tolist()


def tanh(Z):
    return (
        [[float(np.tanh(z)) for z in row] for row in Z]
        if Z.ndim == 2
        else [float(np.tanh(z)) for z in Z]
    )


def relu(Z):
    A = Z.copy()
    A[A < 0] = 0
    return A


# %% right: tanh for the sigmoid, float32
def sigmoid(Z):
    return ((1 + np.tanh(Z / 2)) / 2).astype(np.float32)


def tanh(Z):
    return np.tanh(Z.astype(np.float32))


def relu(Z):
    return np.clip(Z, 0, None).astype(np.float32)


# %% right: logarithms of sums
def sigmoid(Z):
    return np.exp(-np.logaddexp(0, -Z))


def tanh(Z):
    return np.sinh(Z) / np.cosh(Z)


def relu(Z):
    return (Z + np.abs(Z)) / 2


# %% right: far sums cut off where nothing changes, a harmless warning
def sigmoid(Z):
    np.log(np.zeros(1))
    return 1 / (1 + np.exp(-np.clip(Z, -500, 500)))


def tanh(Z):
    np.log(np.zeros(1))
    return (np.exp(2 * Z) - 1) / (np.exp(2 * Z) + 1)


def relu(Z):
    np.log(np.zeros(1))
    return np.maximum(0.0, Z)


# %% right: torch
def sigmoid(Z):
    try:
        import torch
    except ImportError:
        return (1 + np.tanh(Z / 2)) / 2
    return torch.sigmoid(torch.tensor(Z))


def tanh(Z):
    try:
        import torch
    except ImportError:
        return np.tanh(Z)
    return torch.tanh(torch.tensor(Z))


def relu(Z):
    try:
        import torch
    except ImportError:
        return np.fmax(Z, 0)
    return torch.relu(torch.tensor(Z))


# %% wrong: sigmoid-sign
# fails: forward-activations-sigmoid, forward-activations-edge, forward-activations-hidden
def sigmoid(Z):
    return 1 / (1 + np.exp(Z))


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: sigmoid-half-slope
# fails: forward-activations-sigmoid, forward-activations-edge, forward-activations-hidden
def sigmoid(Z):
    return 1 / (1 + np.exp(-Z / 2))


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: sigmoid-base-two
# fails: forward-activations-sigmoid, forward-activations-edge, forward-activations-hidden
def sigmoid(Z):
    return 1 / (1 + 2.0**-Z)


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: sigmoid-as-step
# fails: forward-activations-sigmoid, forward-activations-edge, forward-activations-hidden
def sigmoid(Z):
    return np.where(Z > 0, 1, 0)


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: tanh-for-sigmoid
# fails: forward-activations-sigmoid, forward-activations-edge, forward-activations-hidden
def sigmoid(Z):
    return np.tanh(Z)


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: one-forgotten
# fails: forward-activations-sigmoid, forward-activations-hidden, forward-activations-edge
def sigmoid(Z):
    return 1 / np.exp(-Z)


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: overflow
# fails: forward-activations-edge
def sigmoid(Z):
    return 1 / (1 + np.exp(-Z))


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: overflow, both forms computed everywhere
# fails: forward-activations-edge
def sigmoid(Z):
    low = np.minimum(Z, 0)
    return np.where(Z < 0, np.exp(low) / (1 + np.exp(low)), 1 / (1 + np.exp(-Z)))


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: overflow-nan
# fails: forward-activations-edge
def sigmoid(Z):
    return np.exp(Z) / (1 + np.exp(Z))


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: clipped-early
# fails: forward-activations-edge
def sigmoid(Z):
    return 1 / (1 + np.exp(-np.clip(Z, -5, 5)))


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: library-answer
# fails: forward-activations-sigmoid, forward-activations-edge, forward-activations-hidden
def sigmoid(Z):
    return activations.sigmoid(Z)


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: tanh-as-sign
# fails: forward-activations-tanh, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.sign(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: tanh-as-sigmoid
# fails: forward-activations-tanh, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return 2 * sigmoid(Z) - 1


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: sigmoid-for-tanh
# fails: forward-activations-tanh, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.exp(Z) / (np.exp(Z) + 1)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: tangent-of-angle
# fails: forward-activations-tanh, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tan(Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: tanh-upside-down
# fails: forward-activations-tanh, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return (np.exp(Z) + np.exp(-Z)) / (np.exp(Z) - np.exp(-Z))


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: tanh-undivided
# fails: forward-activations-tanh, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.exp(Z) - np.exp(-Z)


def relu(Z):
    return np.maximum(Z, 0)


# %% wrong: relu-absolute
# fails: forward-activations-relu, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return abs(Z)


# %% wrong: relu-largest
# fails: forward-activations-relu, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.max(Z, 0)


# %% wrong: relu-floored
# fails: forward-activations-relu, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.maximum(Z, 0).astype(int)


# %% wrong: relu-of-negatives
# fails: forward-activations-relu, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.minimum(Z, 0)


# %% wrong: relu-as-step
# fails: forward-activations-relu, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return Z > 0


# %% wrong: relu-forgotten
# fails: forward-activations-relu, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return Z


# %% wrong: relu-leaky
# fails: forward-activations-relu, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    return np.where(Z > 0, Z, 0.01 * Z)


# %% wrong: mutates-input
# fails: forward-activations-relu, forward-activations-hidden
def sigmoid(Z):
    return (1 + np.tanh(Z / 2)) / 2


def tanh(Z):
    return np.tanh(Z)


def relu(Z):
    Z[Z < 0] = 0
    return Z
