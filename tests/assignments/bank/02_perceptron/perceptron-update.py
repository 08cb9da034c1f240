"""Answers to perceptron-update, right and wrong."""


# %% right: the equations
def update(w, b, x, t, lr):
    y = 1 if np.dot(w, x) + b > 0 else 0
    error = t - y
    new_w = w + lr * error * x
    new_b = b + lr * error
    return new_w, new_b


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% right: three cases
def update(w, b, x, t, lr):
    fires = np.sum(w * x) + b > 0
    if fires and t == 0:
        return w - lr * x, b - lr
    if not fires and t == 1:
        return w + lr * x, b + lr
    return w, b


def update_plus(w, b, x, t, lr):
    y = -1
    if np.sum(w * x) + b > 0:
        y = 1
    if y != t:
        return w + lr * t * x, b + lr * t
    return w, b


# %% right: lists and a loop, the other by the first
def update(w, b, x, t, lr):
    z = b
    for w_i, x_i in zip(w, x):
        z += w_i * x_i
    step = lr * (t - (z > 0))
    return [[w_i + step * x_i for w_i, x_i in zip(w, x)], b + step]


def update_plus(w, b, x, t, lr):
    return update(w, b, x, (t + 1) // 2, lr)


# %% right: copies that are changed
def update(w, b, x, t, lr):
    w = w.copy()
    y = int(w @ x + b > 0)
    w += lr * (t - y) * x
    b += lr * (t - y)
    return w, b


def update_plus(w, b, x, t, lr):
    w = np.array(w)
    if t * (w @ x + b) > 0 or (t == -1 and w @ x + b == 0):
        return w, b
    w += lr * t * x
    return w, b + lr * t


# %% right: the bias as a weight, float32, with a harmless warning
def update(w, b, x, t, lr):
    np.log(np.zeros(1))
    v, u = np.append(w, b), np.append(x, 1)
    v = v + lr * (t - (v @ u > 0)) * u
    return v[:-1].astype(np.float32), np.float32(v[-1])


def update_plus(w, b, x, t, lr):
    v, u = np.append(w, b), np.append(x, 1)
    v = v + lr * (t - (1 if v @ u > 0 else -1)) / 2 * u
    return v[:-1], v[-1]


# %% right: torch
def update(w, b, x, t, lr):
    try:
        import torch
    except ImportError:
        y = float(w @ x + b > 0)
        return w + lr * (t - y) * x, b + lr * (t - y)
    w, x = torch.tensor(w), torch.tensor(x)
    error = t - float(w @ x + b > 0)
    return w + lr * error * x, b + lr * error


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: update-always
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * t * x, b + lr * t


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: update-always, towards and away
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    sign = 2 * t - 1
    return w + lr * sign * x, b + lr * sign


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: update-sign
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (y - t) * x, b + lr * (y - t)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: update-sign, minus for plus
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w - lr * (t - y) * x, b - lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: bias-not-learned
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: input-not-used
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y), b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: rate-forgotten
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + (t - y) * x, b + (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: bias-rate-forgotten
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: threshold-included
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b >= 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: bias-unseen
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: sum-for-answer
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = w @ x + b
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: only-ones-learned
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    if t == 1 and y == 0:
        return w + lr * x, b + lr
    return w, b


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: mutates-input
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    w += lr * (t - y) * x
    return w, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: library-answer
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    from nnbyhand import perceptron

    return perceptron.update(w, b, x, t, lr)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: pair-reversed
# fails: perceptron-update-value, perceptron-update-hidden
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return b + lr * (t - y), w + lr * (t - y) * x


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: factor-two
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) * x, b + lr * (t - y)


# %% wrong: factor-two, doubled on a mistake
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    if y == t:
        return w, b
    return w + 2 * lr * t * x, b + 2 * lr * t


# %% wrong: update-always
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    return w + lr * t * x, b + lr * t


# %% wrong: update-sign
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (y - t) / 2 * x, b + lr * (y - t) / 2


# %% wrong: bias-not-learned
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b


# %% wrong: input-not-used
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2, b + lr * (t - y) / 2


# %% wrong: rate-forgotten
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + (t - y) / 2 * x, b + (t - y) / 2


# %% wrong: bias-rate-forgotten
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return w + lr * (t - y) / 2 * x, b + (t - y) / 2


# %% wrong: threshold-included
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b >= 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: bias-unseen
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x > 0 else -1
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: codings-mixed
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


# %% wrong: codings-mixed, halved
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) / 2 * x, b + lr * (t - y) / 2


# %% wrong: only-ones-learned
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    if t == 1 and y == -1:
        return w + lr * x, b + lr
    return w, b


# %% wrong: pair-reversed
# fails: perceptron-update-coding
def update(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else 0
    return w + lr * (t - y) * x, b + lr * (t - y)


def update_plus(w, b, x, t, lr):
    y = 1 if w @ x + b > 0 else -1
    return b + lr * (t - y) / 2, w + lr * (t - y) / 2 * x
