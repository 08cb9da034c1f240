"""Answers to lstm-forward, right and wrong."""


# %% right: as written
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% right: one product for all gates
def lstm_step(X, H, C, p):
    W = np.hstack([p["W_" + name] for name in "fioC"])
    b = np.hstack([p["b_" + name] for name in "fioC"])
    f, i, o, g = np.split(np.hstack([H, X]) @ W + b, 4, axis=1)
    C = sigmoid(f) * C + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(C), C


def lstm(X, H, C, p):
    states = []
    for x in X.swapaxes(0, 1):
        H, C = lstm_step(x, H, C, p)
        states.append(H)
    return np.array(states).swapaxes(0, 1), C


# %% right: example by example, lists
def lstm_step(X, H, C, p):
    new_h, new_c = [], []
    for x, h, c in zip(X, H, C):
        v = np.append(h, x)
        f, i, o = (1 / (1 + np.exp(-(v @ p["W_" + k] + p["b_" + k]))) for k in "fio")
        c = f * c + i * np.tanh(v @ p["W_C"] + p["b_C"])
        new_c.append(c)
        new_h.append(o * np.tanh(c))
    return [new_h, new_c]


def lstm(X, H, C, p):
    outputs, memories = [], []
    for k in range(len(X)):
        h, c, kept = H[k : k + 1], C[k : k + 1], []
        for x in X[k]:
            h, c = lstm_step(x[None], h, c, p)
            kept.append(h[0])
        outputs.append(kept)
        memories.append(c[0])
    return outputs, memories


# %% right: float32, a harmless warning
def lstm_step(X, H, C, p):
    np.log(np.zeros(1))
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return np.float32(o * np.tanh(new)), np.float32(new)


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]), np.float32)
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: gates-swapped
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = i * C + f * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: forget-inverted
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = (1 - f) * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: forget-missing
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: coupled-gates
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = 1 - f
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: candidate-sigmoid
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = sigmoid(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: gates-tanh
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = np.tanh(v @ p["W_f"] + p["b_f"])
    i = np.tanh(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = np.tanh(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: output-tanh-forgotten
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * new, new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: old-memory-out
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(C), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: candidate-out
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * g, new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: concat-reversed
def lstm_step(X, H, C, p):
    v = np.concatenate([X, H], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: bias-forgotten
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"])
    i = sigmoid(v @ p["W_i"])
    g = np.tanh(v @ p["W_C"])
    o = sigmoid(v @ p["W_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: input-only
def lstm_step(X, H, C, p):
    v = np.concatenate([0 * H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: not-admitted
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: admitted-whole
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: output-gate-missing
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: returns-swapped
# fails: lstm-forward-step
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return new, o * np.tanh(new)


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        C, H = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: returns-swapped
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return C, outputs


# %% wrong: stale-state
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    H0, C0 = H, C
    for k in range(t):
        H, C = lstm_step(X[:, k], H0, C0, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: memory-not-carried
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    C0 = C
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C0, p)
        outputs[:, k] = H
    return outputs, C


# %% wrong: last-only
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
    return H, C


# %% wrong: all-memories
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    memories = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = H
        memories[:, k] = C
    return outputs, memories


# %% wrong: memories-for-outputs
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    n, t, _ = X.shape
    outputs = np.zeros((n, t, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[:, k], H, C, p)
        outputs[:, k] = C
    return outputs, C


# %% wrong: time-is-batch
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    t, n, _ = X.shape
    outputs = np.zeros((t, n, H.shape[1]))
    for k in range(t):
        H, C = lstm_step(X[k], H, C, p)
        outputs[k] = H
    return outputs, C


# %% wrong: state-across-sequences
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f = sigmoid(v @ p["W_f"] + p["b_f"])
    i = sigmoid(v @ p["W_i"] + p["b_i"])
    g = np.tanh(v @ p["W_C"] + p["b_C"])
    o = sigmoid(v @ p["W_o"] + p["b_o"])
    new = f * C + i * g
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    outputs, memories, h, c = [], [], H[:1], C[:1]
    for rows in X:
        kept = []
        for x in rows:
            h, c = lstm_step(x[None], h, c, p)
            kept.append(h[0])
        outputs.append(kept)
        memories.append(c[0])
    return np.array(outputs), np.array(memories)


# %% wrong: library-answer
from nnbyhand import recurrent, recurrent_practice


def lstm_step(X, H, C, p):
    return recurrent.lstm_step(X, H, C, *recurrent_practice.stacked(p))


def lstm(X, H, C, p):
    return recurrent_practice.true_lstm(X, H, C, p)


# %% wrong: output-not-carried
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f, i, o = (sigmoid(v @ p["W_" + k] + p["b_" + k]) for k in "fio")
    new = f * C + i * np.tanh(v @ p["W_C"] + p["b_C"])
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    outputs, H0 = [], H
    for t in range(X.shape[1]):
        H, C = lstm_step(X[:, t], H0, C, p)
        outputs.append(H)
    return np.stack(outputs, axis=1), C


# %% wrong: start-ignored
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f, i, o = (sigmoid(v @ p["W_" + k] + p["b_" + k]) for k in "fio")
    new = f * C + i * np.tanh(v @ p["W_C"] + p["b_C"])
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    outputs, H, C = [], 0 * H, 0 * C
    for t in range(X.shape[1]):
        H, C = lstm_step(X[:, t], H, C, p)
        outputs.append(H)
    return np.stack(outputs, axis=1), C


# %% wrong: time-first
# fails: lstm-forward-value, lstm-forward-hidden
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f, i, o = (sigmoid(v @ p["W_" + k] + p["b_" + k]) for k in "fio")
    new = f * C + i * np.tanh(v @ p["W_C"] + p["b_C"])
    return o * np.tanh(new), new


def lstm(X, H, C, p):
    outputs = []
    for t in range(X.shape[1]):
        H, C = lstm_step(X[:, t], H, C, p)
        outputs.append(H)
    return np.array(outputs), C


# %% wrong: old-memory-returned
# fails: lstm-forward-step
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f, i, o = (sigmoid(v @ p["W_" + k] + p["b_" + k]) for k in "fio")
    new = f * C + i * np.tanh(v @ p["W_C"] + p["b_C"])
    return o * np.tanh(new), C


def lstm(X, H, C, p):
    outputs = []
    for t in range(X.shape[1]):
        v = np.concatenate([H, X[:, t]], axis=1)
        f, i, o = (sigmoid(v @ p["W_" + k] + p["b_" + k]) for k in "fio")
        C = f * C + i * np.tanh(v @ p["W_C"] + p["b_C"])
        H = o * np.tanh(C)
        outputs.append(H)
    return np.stack(outputs, axis=1), C


# %% wrong: output-twice
# fails: lstm-forward-step
def lstm_step(X, H, C, p):
    v = np.concatenate([H, X], axis=1)
    f, i, o = (sigmoid(v @ p["W_" + k] + p["b_" + k]) for k in "fio")
    new = f * C + i * np.tanh(v @ p["W_C"] + p["b_C"])
    return o * np.tanh(new), o * np.tanh(new)


def lstm(X, H, C, p):
    outputs = []
    for t in range(X.shape[1]):
        v = np.concatenate([H, X[:, t]], axis=1)
        f, i, o = (sigmoid(v @ p["W_" + k] + p["b_" + k]) for k in "fio")
        C = f * C + i * np.tanh(v @ p["W_C"] + p["b_C"])
        H = o * np.tanh(C)
        outputs.append(H)
    return np.stack(outputs, axis=1), C
