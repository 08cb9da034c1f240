"""Answers to backprop-classes, right and wrong."""


# %% right: one-hot
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% right: np.where, a list, float32
def class_gradients(X, labels, W1, b1, W2, b2):
    np.log(np.zeros(1))
    Z1 = X @ W1 + b1
    A1 = np.maximum(Z1, 0.1 * Z1)
    powers = np.exp(A1 @ W2 + b2)
    P = powers / powers.sum(axis=1, keepdims=True)
    for i, label in enumerate(labels):
        P[i, label] -= 1
    P /= len(labels)
    D = np.where(A1 > 0, P @ W2.T, 0.1 * (P @ W2.T))
    return [np.float32(g) for g in (X.T @ D, D.sum(0), A1.T @ P, P.sum(0))]


# %% right: example by example
def class_gradients(X, labels, W1, b1, W2, b2):
    grads = [0 * W1, 0 * b1, 0 * W2, 0 * b2]
    for x, label in zip(X, labels):
        z = x @ W1 + b1
        a = np.where(z > 0, z, z / 10)
        d2 = softmax(a @ W2 + b2)
        d2[label] -= 1
        d1 = (W2 @ d2) * np.where(z > 0, 1, 0.1)
        parts = np.outer(x, d1), d1, np.outer(a, d2), d2
        grads = [g + part / len(X) for g, part in zip(grads, parts)]
    return tuple(grads)


# %% right: the slope out of a truth value
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = Z1 - 0.9 * np.minimum(Z1, 0)
    logits = A1 @ W2 + b2
    error = softmax(logits) - (labels[:, None] == np.arange(len(b2)))
    delta2 = error / X.shape[0]
    delta1 = (delta2 @ W2.T) * (0.1 + 0.9 * (Z1 > 0))
    ones = np.ones(len(X))
    return X.T @ delta1, ones @ delta1, A1.T @ delta2, ones @ delta2


# %% wrong: softmax-slope-twice
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X) * softmax(Z2) * (1 - softmax(Z2))
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: hidden-slope-forgotten
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: corner-slope-one
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 >= 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: error-sign-flipped
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (Y - softmax(Z2)) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: labels-subtracted
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - labels[:, None]) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: softmax-axis
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2.T).T - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: softmax-forgotten
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (Z2 - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: slope-of-sigmoid
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * sigmoid_slope(Z1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: mean-forgotten
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = softmax(Z2) - Y
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: mean-twice
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return (
        X.T @ delta1 / len(X),
        delta1.mean(axis=0),
        A1.T @ delta2 / len(X),
        delta2.mean(axis=0),
    )


# %% wrong: bias-mean
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.mean(axis=0), A1.T @ delta2, delta2.mean(axis=0)


# %% wrong: bias-zero
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, 0 * b1, A1.T @ delta2, 0 * b2


# %% wrong: sums-for-activations
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), Z1.T @ delta2, delta2.sum(axis=0)


# %% wrong: parts-swapped
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, A1.T @ delta2, delta1.sum(axis=0), delta2.sum(axis=0)


# %% wrong: library-answer
def class_gradients(X, labels, W1, b1, W2, b2):
    from nnbyhand.losses import cross_entropy_gradient

    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    delta2 = cross_entropy_gradient(A1 @ W2 + b2, labels)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: softmax-slope-twice, that of the sigmoid
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X) * sigmoid_slope(Z2)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: plain-relu
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.maximum(Z1, 0)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: plain-relu, the slope alone
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: plain-relu, forward alone
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.maximum(Z1, 0)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: slope-of-sigmoid, everywhere
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = sigmoid(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * sigmoid_slope(Z1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: sigmoid-for-softmax
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (sigmoid(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: softmax-of-all
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (np.exp(Z2) / np.exp(Z2).sum() - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: activation-missing
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = Z1
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: activation-for-slope
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * A1
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: mean-again
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1) / len(X)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: mean-in-weights-only
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = softmax(Z2) - Y
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return (
        X.T @ delta1 / len(X),
        delta1.sum(axis=0),
        A1.T @ delta2 / len(X),
        delta2.sum(axis=0),
    )


# %% wrong: unknown-slip, a bracket
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * Z1 > 0
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: wrong-axis
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0.1 * Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * np.where(Z1 > 0, 1, 0.1)
    return X.T @ delta1, delta1.sum(axis=1), A1.T @ delta2, delta2.sum(axis=0)
