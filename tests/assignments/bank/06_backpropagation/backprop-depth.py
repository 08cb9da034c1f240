"""Answers to backprop-depth, right and wrong."""


# %% right: filled in place
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% right: indices from the end, tuples
def all_gradients(X, Y, weights, biases, f, slope):
    zs, activations = [], [X]
    for W, b in zip(weights, biases):
        zs.append(activations[-1] @ W + b)
        activations.append(f(zs[-1]))
    nabla_w, nabla_b = [None] * len(zs), [None] * len(zs)
    delta = (activations[-1] - Y) * slope(zs[-1]) / len(X)
    nabla_w[-1], nabla_b[-1] = activations[-2].T @ delta, delta.sum(axis=0)
    for i in range(2, len(zs) + 1):
        delta = (delta @ weights[-i + 1].T) * slope(zs[-i])
        nabla_w[-i] = activations[-i - 1].T @ delta
        nabla_b[-i] = delta.sum(axis=0)
    return tuple(nabla_w), tuple(nabla_b)


# %% right: recursive, float32 results
def all_gradients(X, Y, weights, biases, f, slope):
    n = len(X)

    def back(A, i):
        Z = A @ weights[i] + biases[i]
        if i + 1 == len(weights):
            dA, dWs, dbs = (f(Z) - Y) / n, [], []
        else:
            dA, dWs, dbs = back(f(Z), i + 1)
        delta = dA * slope(Z)
        dW, db = np.float32(A.T @ delta), np.float32(delta.sum(axis=0))
        return delta @ weights[i].T, [dW, *dWs], [db, *dbs]

    _, dWs, dbs = back(X, 0)
    return dWs, dbs


# %% right: insert at the front, a warning
def all_gradients(X, Y, weights, biases, f, slope):
    np.log(np.zeros(1))
    Zs, As = forward(X, weights, biases, f)
    before = [X] + As[:-1]
    dWs, dbs = [], []
    dA = (As[-1] - Y) / Y.shape[0]
    for W, Z, A in reversed(list(zip(weights, Zs, before))):
        delta = dA * slope(Z)
        dWs.insert(0, np.dot(A.T, delta))
        dbs.insert(0, delta.sum(axis=0))
        dA = np.dot(delta, W.T)
    return dWs, dbs


# %% right: columns, then turned
def all_gradients(X, Y, weights, biases, f, slope):
    zs, acts = [], [X.T]
    for W, b in zip(weights, biases):
        zs.append(W.T @ acts[-1] + b[:, None])
        acts.append(f(zs[-1]))
    delta = (acts[-1] - Y.T) * slope(zs[-1]) / len(X)
    dWs, dbs = [(delta @ acts[-2].T).T], [delta.sum(axis=1)]
    for i in range(len(zs) - 2, -1, -1):
        delta = (weights[i + 1] @ delta) * slope(zs[i])
        dWs = [(delta @ acts[i].T).T] + dWs
        dbs = [delta.sum(axis=1)] + dbs
    return dWs, dbs


# %% wrong: layer-off-by-one
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Zs.append(As[-1] @ W + b)
        As.append(f(Zs[-1]))
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    dWs, dbs = [As[-2].T @ delta], [delta.sum(axis=0)]
    for i in range(len(Zs) - 2, -1, -1):
        delta = delta @ weights[i].T * slope(Zs[i])
        dWs.insert(0, As[i].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
    return dWs, dbs


# %% wrong: first-layer-skipped
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, 0, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: input-not-stored
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i + 1].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: input-not-stored, the last one taken
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = forward(X, weights, biases, f)
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    dWs, dbs = [], []
    for i in range(len(Zs) - 1, -1, -1):
        dWs.insert(0, As[i - 1].T @ delta)
        dbs.insert(0, delta.sum(axis=0))
        delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: own-sigmoid, forward only
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(sigmoid(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: own-sigmoid, the slope only
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * sigmoid_slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * sigmoid_slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: wrong-layer-activation
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += (As[i + 1] if i else X).T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: shared-list
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(weights[-1].shape)] * n_layers
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: layers-reversed
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs[::-1], dbs[::-1]


# %% wrong: gradient-transposed
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return [dW.T for dW in dWs], dbs


# %% wrong: weights-not-transposed
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i] * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: output-slope-forgotten
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X)
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: hidden-slope-forgotten
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T
    return dWs, dbs


# %% wrong: slope-of-activation
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(As[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(As[i])
    return dWs, dbs


# %% wrong: error-sign-flipped
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (Y - As[-1]) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: mean-forgotten
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: mean-twice
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta / len(X)
        dbs[i] += delta.mean(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: bias-mean
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.mean(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: bias-zero
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: sums-for-activations
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += (Zs[i - 1] if i else X).T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: half-twice
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = 2 * (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: own-sigmoid
def all_gradients(X, Y, weights, biases, f, slope):
    f, slope = sigmoid, sigmoid_slope
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: parts-swapped
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dbs, dWs


# %% wrong: biases-not-used
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: pairs-given
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return list(zip(dWs, dbs))


# %% wrong: biases-as-rows
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, [db[None] for db in dbs]


# %% wrong: library-answer
def all_gradients(X, Y, weights, biases, f, slope):
    return backprop(X, Y, weights, biases, f.__name__)


# %% wrong: layer-off-by-one, the slope alone
# fails: backprop-depth-value, backprop-depth-hidden
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i])
    return dWs, dbs


# %% wrong: mean-in-weights-only
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta / len(X)
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: unknown-slip, a half on the way
# fails: backprop-depth-value, backprop-depth-hidden
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] += delta.sum(axis=0)
        if i > 0:
            delta = 0.5 * delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs


# %% wrong: wrong-axis
def all_gradients(X, Y, weights, biases, f, slope):
    Zs, As = [], [X]
    for W, b in zip(weights, biases):
        Z = As[-1] @ W + b
        Zs.append(Z)
        As.append(f(Z))
    n_layers = len(weights)
    dWs = [np.zeros(W.shape) for W in weights]
    dbs = [np.zeros(b.shape) for b in biases]
    delta = (As[-1] - Y) / len(X) * slope(Zs[-1])
    for i in range(n_layers - 1, -1, -1):
        dWs[i] += As[i].T @ delta
        dbs[i] = delta.sum(axis=1)
        if i > 0:
            delta = delta @ weights[i].T * slope(Zs[i - 1])
    return dWs, dbs
