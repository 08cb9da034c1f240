"""Answers to descent-change, right and wrong."""


# %% right: with a loop, two weights flipped
def small_change(x, w, b, dw, db):
    z = b
    for i in range(len(x)):
        z += x[i] * w[i]
    a = 1 / (1 + np.exp(-z))
    change = a * (1 - a) * db
    for i in range(len(x)):
        change += a * (1 - a) * x[i] * dw[i]
    return change


def flip():
    return [-0.01, 0.0, 0.0]


# %% right: a gradient array, as an array
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    gradient = np.append(x, 1) * a * (1 - a)
    return gradient @ np.append(dw, db)


def flip():
    return np.full(3, -0.005)


# %% right: float32, exactly onto zero
def small_change(x, w, b, dw, db):
    z = x @ w + b
    slope = np.exp(-z) / (1 + np.exp(-z)) ** 2
    return np.float32(slope * (x @ dw + db))


def flip():
    return 0, 0, -0.001


# %% right: with a harmless warning, a list
def small_change(x, w, b, dw, db):
    np.log(np.zeros(1))
    a = sigmoid(np.dot(w, x) + b)
    return [float((a - a**2) * (np.sum(x * dw) + db))]


def flip():
    return -0.001, -0.002, -0.003


# %% right: a central difference of the output
def small_change(x, w, b, dw, db):
    def output(t):
        return sigmoid(x @ (w + t * dw) + b + t * db)

    return (output(1e-4) - output(-1e-4)) / 2e-4


def flip():
    return 0.0, 0.0, -0.01


# %% right: torch
def small_change(x, w, b, dw, db):
    try:
        import torch
    except ImportError:
        return sigmoid(x @ w + b) * sigmoid(-(x @ w + b)) * (x @ dw + db)
    a = torch.sigmoid(torch.tensor(x @ w + b))
    return a * (1 - a) * (x @ dw + db)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: slope-forgotten
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    return x @ dw + db


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: bias-change-forgotten
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (x @ dw)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: change-is-value
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    return sigmoid(x @ (w + dw) + b + db)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: step-has-slope
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    return 0.0


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: step-has-slope, a step
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    return float(x @ (w + dw) + b + db > 0) - float(x @ w + b > 0)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: true-change
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return sigmoid(x @ (w + dw) + b + db) - a


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: slope-elsewhere
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ (w + dw) + b + db)
    return a * (1 - a) * (x @ dw + db)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: slope-of-sum
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    z = x @ w + b
    return z * (1 - z) * (x @ dw + db)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: inputs-forgotten
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (dw.sum() + db)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: library-answer
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    from nnbyhand import descent

    return descent.small_change(x, w, b, dw, db)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: mutates-input
# fails: descent-change-value, descent-change-hidden
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    dw *= x
    return a * (1 - a) * (dw.sum() + db)


def flip():
    return 0.0, 0.0, -0.01


# %% wrong: still-firing
# fails: descent-change-flip
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (x @ dw + db)


def flip():
    return 0.0, 0.0, 0.01


# %% wrong: still-firing, nothing moved
# fails: descent-change-flip
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (x @ dw + db)


def flip():
    return 0.0, 0.0, 0.0


# %% wrong: still-firing, too little
# fails: descent-change-flip
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (x @ dw + db)


def flip():
    return -0.0005, 0.0, 0.0


# %% wrong: changes-too-large
# fails: descent-change-flip
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (x @ dw + db)


def flip():
    return 0.0, 0.0, -0.5


# %% wrong: two-changes
# fails: descent-change-flip
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (x @ dw + db)


def flip():
    return 0.0, -0.01


# %% wrong: weights-given
# fails: descent-change-flip
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (x @ dw + db)


def flip():
    return 0.9, 0.29, -1.059


# %% wrong: two-changes, one number
# fails: descent-change-flip
def small_change(x, w, b, dw, db):
    a = sigmoid(x @ w + b)
    return a * (1 - a) * (x @ dw + db)


def flip():
    return -0.01
