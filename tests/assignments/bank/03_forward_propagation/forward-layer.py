"""Answers to forward-layer, right and wrong."""


# %% right: loops
def layer(X, W, b):
    A = np.zeros((len(X), len(b)))
    for i, x in enumerate(X):
        for j in range(len(b)):
            z = b[j]
            for k in range(len(x)):
                z += x[k] * W[k, j]
            A[i, j] = 1 / (1 + np.exp(-z))
    return A


# %% right: unit by unit, columns joined
def layer(X, W, b):
    units = [activations.sigmoid(X @ W[:, j] + b[j]) for j in range(W.shape[1])]
    return np.column_stack(units)


# %% right: example by example, lists
def layer(X, W, b):
    return [list(activations.sigmoid(x @ W + b)) for x in X]


# %% right: the bias as a weight
def layer(X, W, b):
    ones = np.ones((len(X), 1))
    Z = np.hstack([ones, X]) @ np.vstack([b, W])
    return 1 / (1 + np.exp(-Z))


# %% right: the textbook's columns, turned
def layer(X, W, b):
    return activations.sigmoid(W.T @ X.T + b[:, None]).T


# %% right: the library's layers, float32, a harmless warning
from nnbyhand.layers import Dense


def layer(X, W, b):
    np.log(np.zeros(1))
    Z = Dense.from_arrays(W, b).forward(X)
    return activations.sigmoid(Z.astype(np.float32))


# %% right: torch
def layer(X, W, b):
    try:
        import torch
    except ImportError:
        return (1 + np.tanh((X @ W + b) / 2)) / 2
    X, W, b = torch.tensor(X), torch.tensor(W), torch.tensor(b)
    return torch.sigmoid(torch.nn.functional.linear(X.double(), W.T.double(), b))


# %% wrong: weights-transposed
def layer(X, W, b):
    return activations.sigmoid(X @ W.T + b)


# %% wrong: elementwise-product
def layer(X, W, b):
    return activations.sigmoid(X * W + b)


# %% wrong: order-reversed
def layer(X, W, b):
    return activations.sigmoid(W @ X + b)


# %% wrong: activation-forgotten
def layer(X, W, b):
    return X @ W + b


# %% wrong: weights-ignored
def layer(X, W, b):
    return activations.sigmoid(X)


# %% wrong: weights-ignored, with a bias
def layer(X, W, b):
    return activations.sigmoid(X + b)


# %% wrong: bias-forgotten
def layer(X, W, b):
    return activations.sigmoid(X @ W)


# %% wrong: bias-column
def layer(X, W, b):
    return activations.sigmoid(X @ W + b[:, None])


# %% wrong: inputs-squeezed
def layer(X, W, b):
    return activations.sigmoid(X) @ W + b


# %% wrong: bias-after-activation
def layer(X, W, b):
    return activations.sigmoid(X @ W) + b


# %% wrong: library-answer
def layer(X, W, b):
    from nnbyhand.forward import forward as theirs

    return theirs(X, [W], [b])[1][0]
