"""Answers to perceptron-training, right and wrong."""


# %% right: a loop with break
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% right: return from inside
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            error = target - (1 if x @ w + b > 0 else 0)
            w, b = w + lr * error * x, b + lr * error
            if error != 0:
                count = count + 1
        mistakes.append(count)
        if count == 0:
            return w, b, mistakes, True
    return w, b, mistakes, False


# %% right: a while loop and lists
def train(X, t, w, b, lr, limit):
    w, mistakes, done = list(w), [], False
    while not done and len(mistakes) < limit:
        wrong = 0
        for x, target in zip(X.tolist(), t.tolist()):
            z = b + sum(w_i * x_i for w_i, x_i in zip(w, x))
            if (z > 0) != (target == 1):
                sign = 1 if target == 1 else -1
                w = [w_i + sign * lr * x_i for w_i, x_i in zip(w, x)]
                b = b + sign * lr
                wrong += 1
        mistakes.append(wrong)
        done = wrong == 0
    return [w, b, mistakes, done]


# %% right: the trace of exercise 8
def one_epoch(X, t, w, b, lr):
    rows = []
    for x, target in zip(X, t):
        error = target - int(x @ w + b > 0)
        w, b = w + lr * error * x, b + lr * error
        rows.append([*w, b])
    return np.array(rows)


def train(X, t, w, b, lr, limit):
    numbers, mistakes = np.append(w, b), []
    for _ in range(limit):
        rows = one_epoch(X, t, numbers[:-1], numbers[-1], lr)
        before = np.vstack([numbers, rows[:-1]])
        mistakes.append(int((rows != before).any(axis=1).sum()))
        numbers = rows[-1]
        if not mistakes[-1]:
            break
    return numbers[:-1], numbers[-1], mistakes, mistakes[-1] == 0


# %% right: an array of mistakes, NumPy truth, a warning
def train(X, t, w, b, lr, limit):
    np.log(np.zeros(1))
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, np.array(b), np.array(mistakes), np.bool_(mistakes[-1] == 0)


# %% right: with for and else, 1 for True
def train(X, t, w, b, lr, limit):
    mistakes, found = [], 0
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if not count:
            found = 1
            break
    return w, b, mistakes, found


# %% right: torch
def train(X, t, w, b, lr, limit):
    try:
        from torch import tensor
    except ImportError:
        tensor = np.array
    w, mistakes = tensor(w), []
    while len(mistakes) < limit:
        count = 0
        for x, target in zip(tensor(X), t):
            error = target - int(x @ w + b > 0)
            w, b = w + lr * error * x, b + lr * error
            count += abs(int(error))
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: update-always
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * target * x
            b = b + lr * target
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: update-sign
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w - lr * (target - y) * x
            b = b - lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: bias-not-learned
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: input-not-used
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y)
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: batch-update, answers by the first weights of the epoch
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count, old_w, old_b = 0, w, b
        for x, target in zip(X, t):
            y = 1 if x @ old_w + old_b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: batch-update
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count, change, shift = 0, 0 * w, 0.0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            change = change + lr * (target - y) * x
            shift = shift + lr * (target - y)
            count += y != target
        w, b = w + change, b + shift
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: threshold-included
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b >= 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: bias-unseen
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: only-ones-learned
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            if target == 1 and y == 0:
                w, b = w + lr * x, b + lr
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: last-epoch-missed
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        if count == 0:
            return w, b, mistakes, True
        mistakes.append(count)
    return w, b, mistakes, False


# %% wrong: weights-restarted
def train(X, t, w, b, lr, limit):
    mistakes = []
    first_w, first_b = w, b
    for epoch in range(limit):
        count, w, b = 0, first_w, first_b
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: running-total
def train(X, t, w, b, lr, limit):
    mistakes, count = [], 0
    for epoch in range(limit):
        before = count
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == before:
            break
    return w, b, mistakes, count == before


# %% wrong: first-epoch-only
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: verdict-inverted
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] > 0


# %% wrong: mutates-input
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w += lr * (target - y) * x
            b += lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: rate-forgotten
# fails: perceptron-training-hidden
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w, b = w + (target - y) * x, b + (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: bias-rate-forgotten
# fails: perceptron-training-hidden
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w, b = w + lr * (target - y) * x, b + (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: library-answer
# fails: perceptron-training-hidden
def train(X, t, w, b, lr, limit):
    from nnbyhand.perceptron import learn

    found = learn(X, t, w, b, lr, limit)
    return found.w, found.b, found.mistakes, found.separated


# %% wrong: never-stops, a limit of its own
# fails: perceptron-training-limit
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(1000):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: too-slow, no limit
# fails: perceptron-training-limit
def train(X, t, w, b, lr, limit):
    mistakes = []
    while True:
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: limit-exceeded
# fails: perceptron-training-limit
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit + 1):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: limit-short
# fails: perceptron-training-limit
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(1, limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1:] == [0]


# %% wrong: verdict-always-true
# fails: perceptron-training-limit
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, True


# %% wrong: verdict-from-limit
# fails: perceptron-training-limit
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, len(mistakes) < limit


# %% wrong: counted-late
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
        count = int(sum((X @ w + b > 0) != (t == 1)))
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: signed-count
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += y - target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: signed-count, target first
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            w = w + lr * (target - y) * x
            b = b + lr * (target - y)
            count += target - y
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: weights-not-carried
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            new_w = w + lr * (target - y) * x
            new_b = b + lr * (target - y)
            count += y != target
        w, b = new_w, new_b
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0


# %% wrong: weights-not-carried, never given back
def train(X, t, w, b, lr, limit):
    mistakes = []
    for epoch in range(limit):
        count = 0
        for x, target in zip(X, t):
            y = 1 if x @ w + b > 0 else 0
            new_w = w + lr * (target - y) * x
            new_b = b + lr * (target - y)
            count += y != target
        mistakes.append(count)
        if count == 0:
            break
    return w, b, mistakes, mistakes[-1] == 0
