"""Answers to descent-train, right and wrong."""


# %% right: example by example
def train(X, y, lr, batch_size, n_epochs, rng):
    w = [0.0] * len(X[0])
    b = 0.0
    for _ in range(n_epochs):
        order = list(rng.permutation(len(X)))
        while order:
            rows, order = order[:batch_size], order[batch_size:]
            dw, db = np.zeros(len(w)), 0.0
            for i in rows:
                error = 1 / (1 + np.exp(-(np.dot(X[i], w) + b))) - y[i]
                dw += error * X[i] / len(rows)
                db += error / len(rows)
            w = [w_j - lr * dw_j for w_j, dw_j in zip(w, dw)]
            b -= lr * db
    return w, b


# %% right: in place on its own arrays, with a harmless warning
def train(X, y, lr, batch_size, n_epochs, rng):
    np.log(np.zeros(1))
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w -= lr * (error[:, None] * X[rows]).mean(axis=0)
            b -= lr * error.mean()
    return w, b


# %% right: the bias as a weight of an input that is 1
def train(X, y, lr, batch_size, n_epochs, rng):
    X1 = np.column_stack([X, np.ones(len(X))])
    w = np.zeros(X1.shape[1])
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            w = w - lr * X1[rows].T @ (sigmoid(X1[rows] @ w) - y[rows]) / len(rows)
    return w[:-1], w[-1]


# %% right: target minus prediction, and plus
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = y[rows] - sigmoid(X[rows] @ w + b)
            w = w + lr * error @ X[rows] / len(rows)
            b = b + lr * error.sum() / len(rows)
    return w, b


# %% right: shuffled tables
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for epoch in range(n_epochs):
        order = rng.permutation(len(X))
        cuts = range(batch_size, len(X), batch_size)
        for X_b, y_b in zip(np.split(X[order], cuts), np.split(y[order], cuts)):
            p = sigmoid(X_b @ w + b)
            w, b = w - lr * X_b.T @ (p - y_b) / len(y_b), b - lr * np.mean(p - y_b)
    return w, b


# %% right: torch
def _plain(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


def train(X, y, lr, batch_size, n_epochs, rng):
    try:
        import torch
    except ImportError:
        return _plain(X, y, lr, batch_size, n_epochs, rng)
    w = torch.zeros(X.shape[1], dtype=torch.float64, requires_grad=True)
    b = torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.SGD([w, b], lr=lr)
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            z = torch.tensor(X[rows]) @ w + b
            target = torch.tensor(y[rows], dtype=torch.float64)
            optimiser.zero_grad()
            torch.nn.functional.binary_cross_entropy_with_logits(z, target).backward()
            optimiser.step()
    return w, b


# %% wrong: uphill
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = y[rows] - sigmoid(X[rows] @ w + b)
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: rate-forgotten
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - X[rows].T @ error / len(rows)
            b = b - error.mean()
    return w, b


# %% wrong: sigmoid-forgotten
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = X[rows] @ w + b - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: slope-extra
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            p = sigmoid(X[rows] @ w + b)
            error = error * p * (1 - p)
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: sum-not-mean
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error
            b = b - lr * error.sum()
    return w, b


# %% wrong: bias-unmoved
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
    return w, b


# %% wrong: one-epoch-only
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(1):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: epoch-is-step
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
            break
    return w, b


# %% wrong: epoch-is-step, all examples in each
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        error = sigmoid(X @ w + b) - y
        w = w - lr * X.T @ error / len(X)
        b = b - lr * error.mean()
    return w, b


# %% wrong: last-batch-dropped
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X) - batch_size + 1, batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: sequential-update
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            error = sigmoid(X[rows] @ w + b) - y[rows]
            b = b - lr * error.mean()
    return w, b


# %% wrong: stale-gradient
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    first = sigmoid(X @ w + b) - y
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = first[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: library-answer
def train(X, y, lr, batch_size, n_epochs, rng):
    from nnbyhand import descent

    return descent.train_logistic(X, y, lr, batch_size, n_epochs, rng)


# %% wrong: mutates-input
def train(X, y, lr, batch_size, n_epochs, rng):
    y -= 0
    X *= 1.0
    X += 1e-11
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: batch-ignored
# fails: descent-train-value, descent-train-hidden
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X @ w + b) - y
            w = w - lr * X.T @ error / len(X)
            b = b - lr * error.mean()
    return w, b


# %% wrong: batch-size-divides
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / batch_size
            b = b - lr * error.sum() / batch_size
    return w, b


# %% wrong: batch-size-divides, for the weights
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / batch_size
            b = b - lr * error.mean()
    return w, b


# %% wrong: sum-not-mean, for the weights
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error
            b = b - lr * error.mean()
    return w, b


# %% wrong: sum-not-mean, for the bias
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.sum()
    return w, b


# %% wrong: uphill, with plus
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w + lr * X[rows].T @ error / len(rows)
            b = b + lr * error.mean()
    return w, b


# %% wrong: uphill, the bias
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b + lr * error.mean()
    return w, b


# %% wrong: not-shuffled
# fails: descent-train-hidden
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = np.arange(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: shuffled-once
# fails: descent-train-hidden
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    order = rng.permutation(len(X))
    for _ in range(n_epochs):
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b


# %% wrong: generator-ignored
# fails: descent-train-hidden
def train(X, y, lr, batch_size, n_epochs, rng):
    w, b = np.zeros(X.shape[1]), 0.0
    for _ in range(n_epochs):
        order = np.random.default_rng().permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = order[i : i + batch_size]
            error = sigmoid(X[rows] @ w + b) - y[rows]
            w = w - lr * X[rows].T @ error / len(rows)
            b = b - lr * error.mean()
    return w, b
