"""Answers to backprop-step, right and wrong."""


# %% right: line by line
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% right: a (1 - a), a list
def train_step(X, Y, W1, b1, W2, b2, lr):
    A1 = np.tanh(X @ W1 + b1)
    A2 = 1 / (1 + np.exp(-(A1 @ W2 + b2)))
    d2 = (A2 - Y) * A2 * (1 - A2)
    d1 = (d2 @ W2.T) * (1 - A1**2)
    k = lr / len(X)
    return [
        W1 - k * X.T @ d1,
        b1 - k * d1.sum(0),
        W2 - k * A1.T @ d2,
        b2 - k * d2.sum(0),
    ]


# %% right: one example at a time
def train_step(X, Y, W1, b1, W2, b2, lr):
    parts = [W1, b1, W2, b2]
    grads = [np.zeros(part.shape) for part in parts]
    for x, y in zip(X, Y):
        a1 = np.tanh(x @ W1 + b1)
        a2 = sigmoid(a1 @ W2 + b2)
        d2 = (a2 - y) * a2 * (1 - a2)
        d1 = W2 @ d2 * (1 - a1 * a1)
        for i, g in enumerate([np.outer(x, d1), d1, np.outer(a1, d2), d2]):
            grads[i] += g / len(X)
    return tuple(part - lr * g for part, g in zip(parts, grads))


# %% right: copies changed in place, float32, a warning
def train_step(X, Y, W1, b1, W2, b2, lr):
    np.log(np.zeros(1))
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    d2 = (sigmoid(Z2) - Y) / len(X) * sigmoid_slope(Z2)
    d1 = d2 @ W2.T * tanh_slope(Z1)
    new = [part.astype(np.float32) for part in (W1, b1, W2, b2)]
    new[0] -= np.float32(lr * X.T @ d1)
    new[1] -= np.float32(lr * d1.sum(axis=0))
    new[2] -= np.float32(lr * A1.T @ d2)
    new[3] -= np.float32(lr * d2.sum(axis=0))
    return tuple(new)


# %% right: target minus output, and a plus
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (Y - A2) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 + lr * dW1, b1 + lr * db1, W2 + lr * dW2, b2 + lr * db2


# %% right: torch autograd
def train_step(X, Y, W1, b1, W2, b2, lr):
    try:
        import torch
    except ImportError:
        return _by_hand(X, Y, W1, b1, W2, b2, lr)
    X, Y = torch.tensor(X), torch.tensor(Y)
    net = [torch.tensor(p, requires_grad=True) for p in (W1, b1, W2, b2)]
    A = torch.sigmoid(torch.tanh(X @ net[0] + net[1]) @ net[2] + net[3])
    (((A - Y) ** 2).sum() / (2 * len(X))).backward()
    return [(p - lr * p.grad).detach() for p in net]


def _by_hand(X, Y, W1, b1, W2, b2, lr):
    A1 = tanh(X @ W1 + b1)
    A2 = sigmoid(A1 @ W2 + b2)
    d2 = (A2 - Y) / len(X) * A2 * (1 - A2)
    d1 = d2 @ W2.T * (1 - A1**2)
    parts = (X.T @ d1, d1.sum(0), A1.T @ d2, d2.sum(0))
    return tuple(p - lr * g for p, g in zip((W1, b1, W2, b2), parts))


# %% wrong: biases-not-used
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1
    A1 = tanh(Z1)
    Z2 = A1 @ W2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: output-slope-forgotten
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: hidden-slope-forgotten
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: slope-of-activation
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(A2)
    delta1 = delta2 @ W2.T * tanh_slope(A1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: uphill
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 + lr * dW1, b1 + lr * db1, W2 + lr * dW2, b2 + lr * db2


# %% wrong: uphill, target minus output
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (Y - A2) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: rate-forgotten
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - dW1, b1 - db1, W2 - dW2, b2 - db2


# %% wrong: rate-divides
# fails: backprop-step-value, backprop-step-batch, backprop-step-hidden
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - dW1 / lr, b1 - db1 / lr, W2 - dW2 / lr, b2 - db2 / lr


# %% wrong: rate-inside
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = lr * (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: updated-weights
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    W2_old, W2 = W2, W2 - lr * A1.T @ delta2
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2, b2 - lr * db2


# %% wrong: mean-forgotten
# fails: backprop-step-batch, backprop-step-hidden
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: mean-twice
# fails: backprop-step-batch, backprop-step-hidden
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2 / len(X)
    db2 = delta2.mean(axis=0)
    dW1 = X.T @ delta1 / len(X)
    db1 = delta1.mean(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: bias-mean
# fails: backprop-step-batch, backprop-step-hidden
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.mean(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.mean(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: bias-zero
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1, W2 - lr * dW2, b2


# %% wrong: sums-for-activations
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = Z1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: half-twice
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = 2 * (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: first-layer-skipped
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1, b1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: gradients-given
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return dW1, db1, dW2, db2


# %% wrong: parts-swapped
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, W2 - lr * dW2, b1 - lr * db1, b2 - lr * db2


# %% wrong: mutates-input
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    W1 -= lr * dW1
    b1 -= lr * db1
    W2 -= lr * dW2
    b2 -= lr * db2
    return W1, b1, W2, b2


# %% wrong: slope-of-sigmoid, of the library
def train_step(X, Y, W1, b1, W2, b2, lr):
    (dW1, dW2), (db1, db2) = backprop(X, Y, [W1, W2], [b1, b2])
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: slope-of-sigmoid, everywhere
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = sigmoid(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * sigmoid_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: slope-of-sigmoid, the slope alone
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * A1 * (1 - A1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: all-tanh
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = tanh(Z2)
    delta2 = (A2 - Y) / len(X) * tanh_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: mean-again
# fails: backprop-step-batch, backprop-step-hidden
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T / len(X) * tanh_slope(Z1)
    dW2 = A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: mean-in-weights-only
# fails: backprop-step-batch, backprop-step-hidden
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = A1.T @ delta2 / len(X)
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1 / len(X)
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: unknown-slip, the hidden delta is the input of both
def train_step(X, Y, W1, b1, W2, b2, lr):
    Z1 = X @ W1 + b1
    A1 = tanh(Z1)
    Z2 = A1 @ W2 + b2
    A2 = sigmoid(Z2)
    delta2 = (A2 - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * tanh_slope(Z1)
    dW2 = 0.5 * A1.T @ delta2
    db2 = delta2.sum(axis=0)
    dW1 = X.T @ delta1
    db1 = delta1.sum(axis=0)
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2


# %% wrong: library-answer
def train_step(X, Y, W1, b1, W2, b2, lr):
    from nnbyhand.broken import faulty

    grads = faulty(X, Y, [W1, W2], [b1, b2], "tanh", output="sigmoid")
    (dW1, dW2), (db1, db2) = grads
    return W1 - lr * dW1, b1 - lr * db1, W2 - lr * dW2, b2 - lr * db2
