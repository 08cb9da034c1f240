"""Answers to autodiff-train, right and wrong."""


# %% right: one line each
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% right: a copy changed place by place, an array back
def network(w, x, tanh):
    v = list(w)
    hidden = []
    while len(v) > 3:
        a, b, c, *v = v
        hidden.append(tanh(a * x[0] + b * x[1] + c))
    return v[0] * hidden[0] + v[1] * hidden[1] + v[2]


def train(gradients, answer, w, X, y, lr, n_steps):
    w = np.array(w, dtype=float)
    np.log(np.zeros(1))

    def cost(*numbers):
        squares = []
        for i in range(len(X)):
            error = answer(numbers, X[i]) - y[i]
            squares.append(error * error)
        return sum(squares) * (1 / len(squares))

    for _ in range(n_steps):
        w -= lr * np.array(gradients(cost, w.tolist()))
    return w


# %% right: row by row gradients, averaged
def network(w, x, tanh):
    units = [(0, 1, 2), (3, 4, 5)]
    a = w[8]
    for (i, j, k), out in zip(units, w[6:8]):
        a = a + out * tanh(w[i] * x[0] + w[j] * x[1] + w[k])
    return a


def train(gradients, answer, w, X, y, lr, n_steps):
    w = list(w)
    while n_steps:
        total = np.zeros(9)
        for x, t in zip(X, y):
            total += gradients(lambda *p, x=x, t=t: (t - answer(p, x)) ** 2, w)
        w = [float(p) for p in np.array(w) - lr * total / len(X)]
        n_steps -= 1
    return w


# %% right: recursion, a tuple
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    if n_steps == 0:
        return tuple(w)

    def cost(*p):
        total = 0.0
        for x, t in zip(X, y):
            total = total + (answer(p, x) - t) ** 2 / len(X)
        return total

    moved = [p - lr * s for p, s in zip(w, gradients(cost, list(w)))]
    return train(gradients, answer, moved, X, y, lr, n_steps - 1)


# %% wrong: gradient-climbed
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p + lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: not-averaged
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y))

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: error-halved
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X) / 2

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: one-step-only
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(1):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: rate-ignored
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - s for p, s in zip(w, slopes)]
    return w


# %% wrong: error-not-squared
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: last-row-only
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        for x, t in zip(X, y):
            total = (answer(p, x) - t) ** 2
        return total

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: first-row-only
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        total = 0
        for x, t in zip(X, y):
            total += (answer(p, x) - t) ** 2
            return total

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: gradient-once
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    slopes = gradients(cost, w)
    for _ in range(n_steps):
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: bias-forgotten
# fails: autodiff-train-network
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1])
    k = tanh(x[0] * w[3] + x[1] * w[4])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: bias-forgotten, output
# fails: autodiff-train-network
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: output-squeezed
# fails: autodiff-train-network
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return tanh(h * w[6] + k * w[7] + w[8])


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: one-unit
# fails: autodiff-train-network
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: activation-forgotten
# fails: autodiff-train-network
def network(w, x, tanh):
    h = x[0] * w[0] + x[1] * w[1] + w[2]
    k = x[0] * w[3] + x[1] * w[4] + w[5]
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: weights-interleaved
# fails: autodiff-train-network
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[2] + w[4])
    k = tanh(x[0] * w[1] + x[1] * w[3] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: own-tanh
# fails: autodiff-train-network
def network(w, x, tanh):
    h = math.tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = math.tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: own-network
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((network(p, x, autodiff.tanh) - t) ** 2 for x, t in zip(X, y)) / len(
            X
        )

    for _ in range(n_steps):
        slopes = gradients(cost, w)
        w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: row-by-row
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    for _ in range(n_steps):
        for x, t in zip(X, y):
            slopes = gradients(lambda *p, x=x, t=t: (answer(p, x) - t) ** 2, w)
            w = [p - lr * s for p, s in zip(w, slopes)]
    return w


# %% wrong: one-at-a-time
# fails: autodiff-train-value, autodiff-train-hidden
def network(w, x, tanh):
    h = tanh(x[0] * w[0] + x[1] * w[1] + w[2])
    k = tanh(x[0] * w[3] + x[1] * w[4] + w[5])
    return h * w[6] + k * w[7] + w[8]


def train(gradients, answer, w, X, y, lr, n_steps):
    def cost(*p):
        return sum((answer(p, x) - t) ** 2 for x, t in zip(X, y)) / len(X)

    w = list(w)
    for _ in range(n_steps):
        for i in range(9):
            w[i] -= lr * gradients(cost, w)[i]
    return w
