"""Answers to perceptron-epoch, right and wrong."""


# %% right: a loop
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% right: lists of numbers only
def one_epoch(X, t, w, b, lr):
    w, rows = list(w), []
    for i in range(len(X)):
        z = b
        for j in range(len(w)):
            z += X[i][j] * w[j]
        y = 1 if z > 0 else 0
        if y != t[i]:
            for j in range(len(w)):
                w[j] += lr * (t[i] - y) * X[i][j]
            b += lr * (t[i] - y)
        rows.append(w + [b])
    return rows


# %% right: the update of exercise 7
def update(w, b, x, t, lr):
    y = np.heaviside(w @ x + b, 0)
    return w + lr * (t - y) * x, b + lr * (t - y)


def one_epoch(X, t, w, b, lr):
    rows = np.empty((len(X), len(w) + 1))
    for i, (x, target) in enumerate(zip(X, t)):
        w, b = update(w, b, x, target, lr)
        rows[i, :-1], rows[i, -1] = w, b
    return rows


# %% right: the bias as a weight, copies
def one_epoch(X, t, w, b, lr):
    v = np.append(w, b)
    rows = []
    for x, target in zip(np.hstack([X, np.ones((len(X), 1))]), t):
        v += lr * (target - (v @ x > 0)) * x
        rows.append(v.copy())
    return np.vstack(rows)


# %% right: stacked, float32, with a harmless warning
def one_epoch(X, t, w, b, lr):
    np.log(np.zeros(1))
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append(np.hstack([w, b]))
    return np.stack(rows).astype(np.float32)


# %% right: only mistakes learned from
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        if y != target:
            sign = 1 if target == 1 else -1
            w, b = w + sign * lr * x, b + sign * lr
        rows.append([*w, b])
    return np.array(rows)


# %% right: a list of torch tensors
def one_epoch(X, t, w, b, lr):
    try:
        import torch
    except ImportError:
        torch = None
    rows = []
    for x, target in zip(X, t):
        error = target - int(x @ w + b > 0)
        w, b = w + lr * error * x, b + lr * error
        row = np.append(w, b)
        rows.append(torch.tensor(row) if torch else row)
    return rows


# %% wrong: update-always
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * target * x
        b = b + lr * target
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: update-always, towards and away
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        sign = 2 * target - 1
        w, b = w + lr * sign * x, b + lr * sign
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: update-sign
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * (y - target) * x
        b = b + lr * (y - target)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: bias-not-learned
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * (target - y) * x
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: input-not-used
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * (target - y)
        b = b + lr * (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: batch-update
def one_epoch(X, t, w, b, lr):
    change, shift = np.zeros(len(w)), 0.0
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        change = change + lr * (target - y) * x
        shift = shift + lr * (target - y)
        rows.append([*w, b])
    rows[-1] = [*(w + change), b + shift]
    return np.array(rows)


# %% wrong: batch-update, the end in every row
def one_epoch(X, t, w, b, lr):
    change, shift = np.zeros(len(w)), 0.0
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        change = change + lr * (target - y) * x
        shift = shift + lr * (target - y)
    return np.array([[*(w + change), b + shift]] * len(X))


# %% wrong: stale-weights
def one_epoch(X, t, w, b, lr):
    old_w, old_b = w, b
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ old_w + old_b > 0 else 0
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: stale-weights, all answers first
def one_epoch(X, t, w, b, lr):
    answers = iter((X @ w + b > 0).astype(int))
    rows = []
    for x, target in zip(X, t):
        y = next(answers)
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: threshold-included
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b >= 0 else 0
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: bias-unseen
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w > 0 else 0
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: sum-for-answer
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = x @ w + b
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: only-ones-learned
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        if target == 1 and y == 0:
            w, b = w + lr * x, b + lr
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: rows-alike
def one_epoch(X, t, w, b, lr):
    v = np.append(w, b)
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ v[:-1] + v[-1] > 0 else 0
        v += lr * (target - y) * np.append(x, 1)
        rows.append(v)
    return np.array(rows)


# %% wrong: rows-before
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        rows.append([*w, b])
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
    return np.array(rows)


# %% wrong: bias-left-out
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append(w)
    return np.array(rows)


# %% wrong: last-row-only
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w = w + lr * (target - y) * x
        b = b + lr * (target - y)
        rows.append([*w, b])
    return np.array([*w, b])


# %% wrong: mutates-input
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w += lr * (target - y) * x
        b += lr * (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: mistakes-only
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        if y != target:
            w, b = w + lr * (target - y) * x, b + lr * (target - y)
            rows.append([*w, b])
    return np.array(rows).reshape(-1, len(w) + 1)


# %% wrong: rate-forgotten
# fails: perceptron-epoch-hidden
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w, b = w + (target - y) * x, b + (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: bias-rate-forgotten
# fails: perceptron-epoch-hidden
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        w, b = w + lr * (target - y) * x, b + (target - y)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: library-answer
# fails: perceptron-epoch-hidden
def one_epoch(X, t, w, b, lr):
    from nnbyhand.perceptron import update

    rows = []
    for x, target in zip(X, t):
        w, b = update(w, b, x, target, lr)
        rows.append([*w, b])
    return np.array(rows)


# %% wrong: weights-not-carried
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        y = 1 if x @ w + b > 0 else 0
        new_w = w + lr * (target - y) * x
        new_b = b + lr * (target - y)
        rows.append([*new_w, new_b])
    return np.array(rows)


# %% wrong: weights-not-carried, what came back thrown away
def one_epoch(X, t, w, b, lr):
    def update(w, b, x, target):
        error = target - int(x @ w + b > 0)
        return w + lr * error * x, b + lr * error

    rows = []
    for x, target in zip(X, t):
        update(w, b, x, target)
        rows.append([*w, b])
    return np.array(rows)
