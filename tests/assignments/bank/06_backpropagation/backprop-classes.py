"""Answers to backprop-classes, right and wrong."""


# %% right: one-hot
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% right: np.where, a list, float32
def class_gradients(X, labels, W1, b1, W2, b2):
    np.log(np.zeros(1))
    Z1 = X @ W1 + b1
    A1 = np.where(Z1 > 0, Z1, 0)
    powers = np.exp(A1 @ W2 + b2)
    P = powers / powers.sum(axis=1, keepdims=True)
    for i, label in enumerate(labels):
        P[i, label] -= 1
    P /= len(labels)
    D = np.where(A1 > 0, P @ W2.T, 0)
    return [np.float32(g) for g in (X.T @ D, D.sum(0), A1.T @ P, P.sum(0))]


# %% right: example by example
def class_gradients(X, labels, W1, b1, W2, b2):
    grads = [0 * W1, 0 * b1, 0 * W2, 0 * b2]
    for x, label in zip(X, labels):
        z = x @ W1 + b1
        a = np.maximum(z, 0)
        d2 = softmax(a @ W2 + b2)
        d2[label] -= 1
        d1 = (W2 @ d2) * (z > 0)
        parts = np.outer(x, d1), d1, np.outer(a, d2), d2
        grads = [g + part / len(X) for g, part in zip(grads, parts)]
    return tuple(grads)


# %% right: slope from the library
def class_gradients(X, labels, W1, b1, W2, b2):
    from nnbyhand.activations import relu_slope

    (Z1, _), (A1, _) = forward(X, [W1, W2], [b1, b2], relu)
    logits = A1 @ W2 + b2
    error = softmax(logits) - (labels[:, None] == np.arange(len(b2)))
    delta2 = error / X.shape[0]
    delta1 = (delta2 @ W2.T) * relu_slope(Z1)
    ones = np.ones(len(X))
    return X.T @ delta1, ones @ delta1, A1.T @ delta2, ones @ delta2


# %% wrong: softmax-slope-twice
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X) * softmax(Z2) * (1 - softmax(Z2))
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: hidden-slope-forgotten
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: corner-slope-one
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 >= 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: error-sign-flipped
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (Y - softmax(Z2)) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: labels-subtracted
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - labels[:, None]) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: softmax-axis
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2.T).T - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: softmax-forgotten
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (Z2 - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: slope-of-sigmoid
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * sigmoid_slope(Z1)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: mean-forgotten
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = softmax(Z2) - Y
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)


# %% wrong: mean-twice
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return (
        X.T @ delta1 / len(X),
        delta1.mean(axis=0),
        A1.T @ delta2 / len(X),
        delta2.mean(axis=0),
    )


# %% wrong: bias-mean
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.mean(axis=0), A1.T @ delta2, delta2.mean(axis=0)


# %% wrong: bias-zero
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, 0 * b1, A1.T @ delta2, 0 * b2


# %% wrong: sums-for-activations
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), Z1.T @ delta2, delta2.sum(axis=0)


# %% wrong: parts-swapped
def class_gradients(X, labels, W1, b1, W2, b2):
    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    Z2 = A1 @ W2 + b2
    Y = np.eye(len(b2))[labels]
    delta2 = (softmax(Z2) - Y) / len(X)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, A1.T @ delta2, delta1.sum(axis=0), delta2.sum(axis=0)


# %% wrong: library-answer
def class_gradients(X, labels, W1, b1, W2, b2):
    from nnbyhand.losses import cross_entropy_gradient

    Z1 = X @ W1 + b1
    A1 = relu(Z1)
    delta2 = cross_entropy_gradient(A1 @ W2 + b2, labels)
    delta1 = delta2 @ W2.T * (Z1 > 0)
    return X.T @ delta1, delta1.sum(axis=0), A1.T @ delta2, delta2.sum(axis=0)
