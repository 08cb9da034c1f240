"""Answers to backprop-train, right and wrong."""


# %% right: new lists
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% right: sorted random numbers
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = np.argsort(rng.random(len(X)))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% right: copies changed in place
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    weights, biases = [W.copy() for W in weights], [b.copy() for b in biases]
    curve = np.zeros(n_epochs)
    for epoch in range(n_epochs):
        _, As = forward(X, weights, biases)
        curve[epoch] = np.mean(0.5 * ((As[-1] - Y) ** 2).sum(axis=1))
        order = np.arange(len(X))
        rng.shuffle(order)
        while len(order):
            rows, order = order[:batch_size], order[batch_size:]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            for k in range(len(weights)):
                weights[k] -= lr * dWs[k]
                biases[k] -= lr * dbs[k]
    return [weights, biases, curve]


# %% right: own backward pass, tuples
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    np.log(np.zeros(1))
    weights, biases, losses = tuple(weights), tuple(biases), ()
    for _ in range(n_epochs):
        A = X
        for W, b in zip(weights, biases):
            A = sigmoid(A @ W + b)
        losses += (float(((A - Y) ** 2).sum()) / 2 / len(X),)
        for rows in np.array_split(
            rng.permutation(len(X)), range(batch_size, len(X), batch_size)
        ):
            As = [X[rows]]
            for W, b in zip(weights, biases):
                As.append(sigmoid(As[-1] @ W + b))
            dA, new_W, new_b = (As[-1] - Y[rows]) / len(rows), [], []
            for i in reversed(range(len(weights))):
                delta = dA * As[i + 1] * (1 - As[i + 1])
                new_W.insert(0, weights[i] - lr * As[i].T @ delta)
                new_b.insert(0, biases[i] - lr * delta.sum(axis=0))
                dA = delta @ weights[i].T
            weights, biases = tuple(new_W), tuple(new_b)
    return weights, biases, losses


# %% right: X and Y in a new order
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        P, Q = X[shuffled], Y[shuffled]
        for i in range(0, len(X), batch_size):
            rows = slice(i, i + batch_size)
            dWs, dbs = backprop(P[rows], Q[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: gradients-accumulate
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    sum_W, sum_b = [0 * W for W in weights], [0 * b for b in biases]
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            sum_W = [a + b for a, b in zip(sum_W, dWs)]
            sum_b = [a + b for a, b in zip(sum_b, dbs)]
            weights = [W - lr * dW for W, dW in zip(weights, sum_W)]
            biases = [b - lr * db for b, db in zip(biases, sum_b)]
    return weights, biases, losses


# %% wrong: uphill
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W + lr * dW for W, dW in zip(weights, dWs)]
            biases = [b + lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: rate-forgotten
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - dW for W, dW in zip(weights, dWs)]
            biases = [b - db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: mean-twice
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW / len(rows) for W, dW in zip(weights, dWs)]
            biases = [b - lr * db / len(rows) for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: loss-after-epoch
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
    return weights, biases, losses


# %% wrong: loss-unhalved
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / len(X))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: loss-unhalved, a mean over entries
# fails: backprop-train-value, backprop-train-digits, backprop-train-hidden
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).mean())
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: biases-unmoved
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
    return weights, biases, losses


# %% wrong: one-epoch-only
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
        break
    return weights, biases, losses


# %% wrong: epoch-is-step
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
            break
    return weights, biases, losses


# %% wrong: last-batch-dropped
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X) - batch_size + 1, batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: stale-gradient
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    dWs, dbs = backprop(X, Y, weights, biases)
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: own-start
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    weights, biases = [0 * W for W in weights], [0 * b for b in biases]
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: start-returned
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses, kept = [], weights
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return kept, biases, losses


# %% wrong: one-loss-more
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    A = forward(X, weights, biases)[1][-1]
    losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
    return weights, biases, losses


# %% wrong: losses-missing
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases


# %% wrong: not-shuffled
# fails: backprop-train-value, backprop-train-hidden
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = np.arange(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: shuffled-once
# fails: backprop-train-value, backprop-train-hidden
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    shuffled = rng.permutation(len(X))
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: with-replacement
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.integers(0, len(X), len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: with-replacement, drawn for each batch
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        for i in range(0, len(X), batch_size):
            rows = rng.choice(len(X), batch_size)
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: with-replacement, an order for each batch
# fails: backprop-train-value, backprop-train-hidden
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = rng.permutation(len(X))[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: generator-ignored
# fails: backprop-train-value, backprop-train-hidden
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = np.random.default_rng().permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: mutates-input
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            for W, dW in zip(weights, dWs):
                W -= lr * dW
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: library-answer
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    from nnbyhand import backprop as library

    return library.train(X, Y, weights, biases, lr, batch_size, n_epochs, rng)


# %% wrong: batch-ignored
# fails: backprop-train-value, backprop-train-hidden
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X, Y, weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: labels-not-shuffled
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        P, Q = rng.permutation(X), rng.permutation(Y)
        for i in range(0, len(X), batch_size):
            rows = slice(i, i + batch_size)
            dWs, dbs = backprop(P[rows], Q[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: labels-not-shuffled, X alone
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        P = rng.permutation(X)
        for i in range(0, len(X), batch_size):
            rows = slice(i, i + batch_size)
            dWs, dbs = backprop(P[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: labels-not-shuffled, in place
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        rng.shuffle(X)
        for i in range(0, len(X), batch_size):
            rows = slice(i, i + batch_size)
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: mean-twice, by the batch size
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr / batch_size * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr / batch_size * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: steps-miscounted
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: steps-miscounted, one by one
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X, weights, biases)[1][-1]
        losses.append(((A - Y) ** 2).sum() / (2 * len(X)))
        shuffled = rng.permutation(len(X))
        for i in range(len(X)):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses


# %% wrong: loss-of-a-batch
# fails: backprop-train-value, backprop-train-hidden
def train(X, Y, weights, biases, lr, batch_size, n_epochs, rng):
    losses = []
    for _ in range(n_epochs):
        A = forward(X[:batch_size], weights, biases)[1][-1]
        losses.append(((A - Y[:batch_size]) ** 2).sum() / (2 * len(A)))
        shuffled = rng.permutation(len(X))
        for i in range(0, len(X), batch_size):
            rows = shuffled[i : i + batch_size]
            dWs, dbs = backprop(X[rows], Y[rows], weights, biases)
            weights = [W - lr * dW for W, dW in zip(weights, dWs)]
            biases = [b - lr * db for b, db in zip(biases, dbs)]
    return weights, biases, losses
