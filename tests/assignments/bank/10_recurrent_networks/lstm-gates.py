"""Answers to lstm-gates, right and wrong."""


# %% right: concatenate
def forget_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_f"] + p["b_f"])


def input_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_i"] + p["b_i"])


def candidate(X, H, p):
    return np.tanh(np.concatenate([H, X], axis=1) @ p["W_C"] + p["b_C"])


def output_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_o"] + p["b_o"])


# %% right: a helper
def sums(X, H, p, name):
    return np.hstack([H, X]) @ p["W_" + name] + p["b_" + name]


def forget_gate(X, H, p):
    return sigmoid(sums(X, H, p, "f"))


def input_gate(X, H, p):
    return sigmoid(sums(X, H, p, "i"))


def candidate(X, H, p):
    return np.tanh(sums(X, H, p, "C"))


def output_gate(X, H, p):
    return sigmoid(sums(X, H, p, "o"))


# %% right: two products, sigmoid from tanh
def forget_gate(X, H, p):
    h, W = H.shape[1], p["W_f"]
    z = H @ W[:h] + X @ W[h:] + p["b_f"]
    return 0.5 + 0.5 * np.tanh(z / 2)


def input_gate(X, H, p):
    h, W = H.shape[1], p["W_i"]
    z = H @ W[:h] + X @ W[h:] + p["b_i"]
    return 0.5 + 0.5 * np.tanh(z / 2)


def candidate(X, H, p):
    h, W = H.shape[1], p["W_C"]
    z = H @ W[:h] + X @ W[h:] + p["b_C"]
    return np.tanh(z)


def output_gate(X, H, p):
    h, W = H.shape[1], p["W_o"]
    z = H @ W[:h] + X @ W[h:] + p["b_o"]
    return 0.5 + 0.5 * np.tanh(z / 2)


# %% right: row by row, lists
def forget_gate(X, H, p):
    rows = []
    for x, h in zip(X, H):
        z = p["W_f"].T @ np.append(h, x) + p["b_f"]
        rows.append(list(1 / (1 + np.exp(-z))))
    return rows


def input_gate(X, H, p):
    rows = []
    for x, h in zip(X, H):
        z = p["W_i"].T @ np.append(h, x) + p["b_i"]
        rows.append(list(1 / (1 + np.exp(-z))))
    return rows


def candidate(X, H, p):
    rows = []
    for x, h in zip(X, H):
        z = p["W_C"].T @ np.append(h, x) + p["b_C"]
        rows.append(list(np.tanh(z)))
    return rows


def output_gate(X, H, p):
    rows = []
    for x, h in zip(X, H):
        z = p["W_o"].T @ np.append(h, x) + p["b_o"]
        rows.append(list(1 / (1 + np.exp(-z))))
    return rows


# %% wrong: concat-reversed
def forget_gate(X, H, p):
    return sigmoid(np.concatenate([X, H], axis=1) @ p["W_f"] + p["b_f"])


def input_gate(X, H, p):
    return sigmoid(np.concatenate([X, H], axis=1) @ p["W_i"] + p["b_i"])


def candidate(X, H, p):
    return np.tanh(np.concatenate([X, H], axis=1) @ p["W_C"] + p["b_C"])


def output_gate(X, H, p):
    return sigmoid(np.concatenate([X, H], axis=1) @ p["W_o"] + p["b_o"])


# %% wrong: bias-forgotten
def forget_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_f"])


def input_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_i"])


def candidate(X, H, p):
    return np.tanh(np.concatenate([H, X], axis=1) @ p["W_C"])


def output_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_o"])


# %% wrong: activation-forgotten
def forget_gate(X, H, p):
    return np.concatenate([H, X], axis=1) @ p["W_f"] + p["b_f"]


def input_gate(X, H, p):
    return np.concatenate([H, X], axis=1) @ p["W_i"] + p["b_i"]


def candidate(X, H, p):
    return np.concatenate([H, X], axis=1) @ p["W_C"] + p["b_C"]


def output_gate(X, H, p):
    return np.concatenate([H, X], axis=1) @ p["W_o"] + p["b_o"]


# %% wrong: input-only
def forget_gate(X, H, p):
    return sigmoid(np.concatenate([0 * H, X], axis=1) @ p["W_f"] + p["b_f"])


def input_gate(X, H, p):
    return sigmoid(np.concatenate([0 * H, X], axis=1) @ p["W_i"] + p["b_i"])


def candidate(X, H, p):
    return np.tanh(np.concatenate([0 * H, X], axis=1) @ p["W_C"] + p["b_C"])


def output_gate(X, H, p):
    return sigmoid(np.concatenate([0 * H, X], axis=1) @ p["W_o"] + p["b_o"])


# %% wrong: gates-tanh
# fails: lstm-gates-forget, lstm-gates-input, lstm-gates-hidden
def forget_gate(X, H, p):
    return np.tanh(np.concatenate([H, X], axis=1) @ p["W_f"] + p["b_f"])


def input_gate(X, H, p):
    return np.tanh(np.concatenate([H, X], axis=1) @ p["W_i"] + p["b_i"])


def candidate(X, H, p):
    return np.tanh(np.concatenate([H, X], axis=1) @ p["W_C"] + p["b_C"])


def output_gate(X, H, p):
    return np.tanh(np.concatenate([H, X], axis=1) @ p["W_o"] + p["b_o"])


# %% wrong: candidate-sigmoid
# fails: lstm-gates-candidate
def forget_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_f"] + p["b_f"])


def input_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_i"] + p["b_i"])


def candidate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_C"] + p["b_C"])


def output_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_o"] + p["b_o"])


# %% wrong: gates-swapped
# fails: lstm-gates-forget, lstm-gates-input
def forget_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_i"] + p["b_i"])


def input_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_f"] + p["b_f"])


def candidate(X, H, p):
    return np.tanh(np.concatenate([H, X], axis=1) @ p["W_C"] + p["b_C"])


def output_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_o"] + p["b_o"])


# %% wrong: other-block
# fails: lstm-gates-candidate, lstm-gates-hidden
def forget_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_f"] + p["b_f"])


def input_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_i"] + p["b_i"])


def candidate(X, H, p):
    return np.tanh(np.concatenate([H, X], axis=1) @ p["W_f"] + p["b_f"])


def output_gate(X, H, p):
    return sigmoid(np.concatenate([H, X], axis=1) @ p["W_i"] + p["b_i"])


# %% wrong: library-answer
from nnbyhand.misconceptions.recurrent_lstm import pieces


def forget_gate(X, H, p):
    return pieces(X, H, p)["f"]


def input_gate(X, H, p):
    return pieces(X, H, p)["i"]


def candidate(X, H, p):
    return pieces(X, H, p)["C"]


def output_gate(X, H, p):
    return pieces(X, H, p)["o"]


# %% wrong: forget-inverted
# fails: lstm-gates-forget
def forget_gate(X, H, p):
    return 1 - sigmoid(np.hstack([H, X]) @ p["W_f"] + p["b_f"])


def input_gate(X, H, p):
    return sigmoid(np.hstack([H, X]) @ p["W_i"] + p["b_i"])


def candidate(X, H, p):
    return np.tanh(np.hstack([H, X]) @ p["W_C"] + p["b_C"])


def output_gate(X, H, p):
    return sigmoid(np.hstack([H, X]) @ p["W_o"] + p["b_o"])


# %% wrong: input-inverted
# fails: lstm-gates-input
def forget_gate(X, H, p):
    return sigmoid(np.hstack([H, X]) @ p["W_f"] + p["b_f"])


def input_gate(X, H, p):
    return 1 - sigmoid(np.hstack([H, X]) @ p["W_i"] + p["b_i"])


def candidate(X, H, p):
    return np.tanh(np.hstack([H, X]) @ p["W_C"] + p["b_C"])


def output_gate(X, H, p):
    return sigmoid(np.hstack([H, X]) @ p["W_o"] + p["b_o"])
