"""Answers to descent-rate, right and wrong."""


# %% right: factors multiplied in a loop
def rates(lowest, highest, n):
    factor = (highest / lowest) ** (1 / (n - 1))
    found = [lowest]
    for _ in range(n - 1):
        found.append(found[-1] * factor)
    return found


def range_test(loss, gradient, w, lrs):
    saved = np.copy(w)
    w = np.array(w, dtype=float)
    losses = np.zeros(len(lrs))
    for k in range(len(lrs)):
        w -= lrs[k] * gradient(w)
        losses[k] = loss(w)
    return losses, saved


def choose_rate(lrs, losses):
    edge = np.argmax(np.diff(losses) > 0) + 1
    return lrs[edge] / 10


# %% right: powers of ten, a twelfth
def rates(lowest, highest, n):
    return 10 ** np.linspace(np.log10(lowest), np.log10(highest), n)


def range_test(loss, gradient, w, lrs):
    losses, here = [], w
    for lr in lrs:
        here = here - lr * gradient(here)
        losses.append(loss(here))
    return np.array(losses), w


def choose_rate(lrs, losses):
    rises = [k for k in range(1, len(losses)) if losses[k] > losses[k - 1]]
    return lrs[rises[0]] / 12


# %% right: logspace, a list of two, an eighth
def rates(lowest, highest, n):
    return np.logspace(np.log10(lowest), np.log10(highest), n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return [losses, start]


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 8


# %% right: float32, with a harmless warning
def rates(lowest, highest, n):
    np.log(np.zeros(1))
    return np.geomspace(lowest, highest, n).astype(np.float32)


def range_test(loss, gradient, w, lrs):
    np.log(np.zeros(1))
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    np.log(np.zeros(1))
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return np.float32(0.1 * lrs[k])


# %% right: a walrus and exponentials of logarithms
def rates(lowest, highest, n):
    return [
        np.exp(np.log(lowest) + k * np.log(highest / lowest) / (n - 1))
        for k in range(n)
    ]


def range_test(loss, gradient, w, lrs):
    here = w
    return [loss(here := here - lr * gradient(here)) for lr in lrs], w


def choose_rate(lrs, losses):
    last = losses[0]
    for lr, now in zip(lrs[1:], losses[1:]):
        if now > last:
            return 0.15 * lr
        last = now


# %% right: a tenth of the rate before the edge
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k - 1] / 10


# %% wrong: linear-spacing
# fails: descent-rate-spacing, descent-rate-hidden
def rates(lowest, highest, n):
    return np.linspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: linear-spacing, in a loop
# fails: descent-rate-spacing, descent-rate-hidden
def rates(lowest, highest, n):
    return [lowest + k * (highest - lowest) / (n - 1) for k in range(n)]


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: exponents-given
# fails: descent-rate-spacing, descent-rate-hidden
def rates(lowest, highest, n):
    return np.linspace(np.log10(lowest), np.log10(highest), n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: last-rate-missing
# fails: descent-rate-spacing, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n, endpoint=False)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: one-rate-more
# fails: descent-rate-spacing, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n + 1)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: weights-not-restored
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, w


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: weights-not-restored, a second name for one array
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w = np.array(w, dtype=float)
    losses = []
    for lr in lrs:
        w -= lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: same-start
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    return [loss(w - lr * gradient(w)) for lr in lrs], w


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: loss-before-step
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        losses.append(loss(w))
        w = w - lr * gradient(w)
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: uphill
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w + lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: one-rate-used
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lrs[0] * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: rates-divided
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - gradient(w) / lr
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: mutates-input
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = np.copy(w)
    losses = []
    for lr in lrs:
        w -= lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: library-answer
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    from nnbyhand import descent

    return descent.range_losses(loss, gradient, w, lrs), w


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: rate-at-edge
# fails: descent-rate-choice, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k]


# %% wrong: rate-at-lowest-loss
# fails: descent-rate-choice, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    return lrs[np.argmin(losses)]


# %% wrong: first-rate
# fails: descent-rate-choice, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    return lrs[0]


# %% wrong: too-careful
# fails: descent-rate-choice, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 100


# %% wrong: library-answer, for the choice
# fails: descent-rate-choice, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    from nnbyhand import optim

    return lrs[optim.first_rise(losses)] / 10


# %% wrong: ends-for-exponents
# fails: descent-rate-spacing, descent-rate-hidden
def rates(lowest, highest, n):
    return np.logspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: factor-ten
# fails: descent-rate-spacing, descent-rate-hidden
def rates(lowest, highest, n):
    return [lowest * 10**k for k in range(n)]


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w = w - lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10


# %% wrong: saved-moved-along
# fails: descent-rate-value, descent-rate-hidden
def rates(lowest, highest, n):
    return np.geomspace(lowest, highest, n)


def range_test(loss, gradient, w, lrs):
    start = w
    losses = []
    for lr in lrs:
        w -= lr * gradient(w)
        losses.append(loss(w))
    return losses, start


def choose_rate(lrs, losses):
    for k in range(1, len(losses)):
        if losses[k] > losses[k - 1]:
            return lrs[k] / 10
