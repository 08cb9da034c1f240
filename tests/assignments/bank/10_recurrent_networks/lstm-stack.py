"""Answers to lstm-stack, right and wrong."""


# %% right: side by side, then turned
def for_torch(p):
    h = len(p["b_f"])
    W = np.hstack([p["W_" + name] for name in "ifCo"])
    b = np.hstack([p["b_" + name] for name in "ifCo"])
    return W[h:].T, W[:h].T, b, np.zeros(4 * h)


# %% right: the bias in the second
def for_torch(p):
    h = len(p["b_f"])
    W_ih, W_hh, b = [], [], []
    for name in ["i", "f", "C", "o"]:
        W_hh.append(p["W_" + name][:h].T)
        W_ih.append(p["W_" + name][h:].T)
        b.extend(p["b_" + name])
    return np.vstack(W_ih), np.vstack(W_hh), np.zeros(4 * h), np.array(b)


# %% right: half of the bias in each, lists
def for_torch(p):
    h = len(p["b_f"])
    order = ["i", "f", "C", "o"]
    rows = [row for name in order for row in p["W_" + name].T]
    half = [value / 2 for name in order for value in p["b_" + name]]
    return [[r[h:] for r in rows], [r[:h] for r in rows], half, half]


# %% wrong: gate-order
def for_torch(p):
    h = len(p["b_f"])
    W = np.hstack([p["W_" + name] for name in "fiCo"])
    b = np.hstack([p["b_" + name] for name in "fiCo"])
    return W[h:].T, W[:h].T, b, np.zeros(4 * h)


# %% wrong: gate-order
def for_torch(p):
    h = len(p["b_f"])
    W = np.hstack([p["W_" + name] for name in "ifoC"])
    b = np.hstack([p["b_" + name] for name in "ifoC"])
    return W[h:].T, W[:h].T, b, np.zeros(4 * h)


# %% wrong: halves-exchanged
def for_torch(p):
    h = len(p["b_f"])
    W = np.hstack([p["W_" + name] for name in "ifCo"])
    b = np.hstack([p["b_" + name] for name in "ifCo"])
    return W[:-h].T, W[-h:].T, b, np.zeros(4 * h)


# %% wrong: not-turned
def for_torch(p):
    h = len(p["b_f"])
    W = np.hstack([p["W_" + name] for name in "ifCo"])
    b = np.hstack([p["b_" + name] for name in "ifCo"])
    return W[h:], W[:h], b, np.zeros(4 * h)


# %% wrong: bias-twice
def for_torch(p):
    h = len(p["b_f"])
    W = np.hstack([p["W_" + name] for name in "ifCo"])
    b = np.hstack([p["b_" + name] for name in "ifCo"])
    return W[h:].T, W[:h].T, b, b


# %% wrong: bias-left-out
def for_torch(p):
    h = len(p["b_f"])
    W = np.hstack([p["W_" + name] for name in "ifCo"])
    b = np.hstack([p["b_" + name] for name in "ifCo"])
    return W[h:].T, W[:h].T, 0 * b, np.zeros(4 * h)


# %% wrong: library-answer
from nnbyhand.recurrent_practice import stacked


def for_torch(p):
    W_x, W_h, b = stacked(p)
    return W_x.T, W_h.T, b, 0 * b


# %% wrong: not-turned, piled up
def for_torch(p):
    h = len(p["b_f"])
    W_ih = np.concatenate([p["W_" + name][h:] for name in "ifCo"])
    W_hh = np.concatenate([p["W_" + name][:h] for name in "ifCo"])
    b = np.concatenate([p["b_" + name] for name in "ifCo"])
    return W_ih, W_hh, b, np.zeros(4 * h)
