"""Answers to recurrent-run, right and wrong."""


# %% right: filling an array
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% right: one product of joined arrays
def step(X, H, W_x, W_h, b):
    return np.tanh(np.hstack([X, H]) @ np.vstack([W_x, W_h]) + b)


def run(X, H_start, W_x, W_h, b):
    states = [H_start]
    for x in X.swapaxes(0, 1):
        states.append(step(x, states[-1], W_x, W_h, b))
    return np.array(states[1:]).swapaxes(0, 1)


# %% right: example by example, lists
def step(X, H, W_x, W_h, b):
    rows = []
    for x, h in zip(X, H):
        z = W_x.T @ x + W_h.T @ h + b
        rows.append([np.tanh(value) for value in z])
    return rows


def run(X, H_start, W_x, W_h, b):
    result = []
    for i in range(len(X)):
        h, states = H_start[i], []
        for x in X[i]:
            h = np.tanh(x @ W_x + h @ W_h + b)
            states.append(h)
        result.append(states)
    return result


# %% right: float32, a harmless warning
def step(X, H, W_x, W_h, b):
    np.log(np.zeros(1))
    X, H, W_x, W_h, b = (a.astype(np.float32) for a in (X, H, W_x, W_h, b))
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    states, H = [], H_start
    for k in range(X.shape[1]):
        H = step(X[:, k, :], H, W_x, W_h, b)
        states.append(H[:, None])
    return np.concatenate(states, axis=1)


# %% wrong: memory-ignored
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: weights-swapped
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_h + H @ W_x + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: activation-forgotten
def step(X, H, W_x, W_h, b):
    return X @ W_x + H @ W_h + b


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: sigmoid-for-tanh
def step(X, H, W_x, W_h, b):
    return sigmoid(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: bias-forgotten
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: weights-turned
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h.T + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: stale-state
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H_start, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: start-ignored
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = np.zeros_like(H_start)
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: input-stays
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, 0], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: last-only
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return H


# %% wrong: start-returned
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return np.concatenate([H_start[:, None], states], axis=1)


# %% wrong: time-first
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states.transpose(1, 0, 2)


# %% wrong: backwards
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    states = np.zeros((n, t, len(b)))
    H = H_start
    for k in reversed(range(t)):
        H = step(X[:, k], H, W_x, W_h, b)
        states[:, k] = H
    return states


# %% wrong: time-is-batch
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    t, n, _ = X.shape
    states = np.zeros((t, n, len(b)))
    H = H_start
    for k in range(t):
        H = step(X[k], H, W_x, W_h, b)
        states[k] = H
    return states


# %% wrong: mutates-input
# fails: recurrent-run-value, recurrent-run-hidden
def step(X, H, W_x, W_h, b):
    return np.tanh(X @ W_x + H @ W_h + b)


def run(X, H_start, W_x, W_h, b):
    n, t, _ = X.shape
    H = H_start
    for k in range(t):
        H = step(X[:, k], H, W_x, W_h, b)
        X[:, k] = H
    return X


# %% wrong: library-answer
from nnbyhand import recurrent


def step(X, H, W_x, W_h, b):
    return recurrent.rnn_step(X, H, W_x, W_h, b)


def run(X, H_start, W_x, W_h, b):
    return recurrent.RNN.from_arrays(W_x, W_h, b).forward(X, H_start=H_start)
