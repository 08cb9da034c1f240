"""Answers to perceptron-distance, right and wrong."""


# %% right: the length by hand
def distances(X, w, b):
    length = np.sqrt(np.sum(w**2))
    return (X @ w + b) / length


def bias_through(w, x):
    return -np.sum(w * x)


# %% right: loops and lists
def distances(X, w, b):
    length = sum(value**2 for value in w) ** 0.5
    found = []
    for x in X:
        z = b
        for x_i, w_i in zip(x, w):
            z += x_i * w_i
        found.append(z / length)
    return found


def bias_through(w, x):
    b = 0.0
    for w_i, x_i in zip(w, x):
        b -= w_i * x_i
    return b


# %% right: w and b scaled first
def distances(X, w, b):
    unit, shift = w / np.sqrt(w @ w), b / np.sqrt(w @ w)
    return X.dot(unit) + shift


def bias_through(w, x):
    return np.array([0 - w.dot(x)])


# %% right: a column, float32
def distances(X, w, b):
    return np.float32((X @ w.reshape(-1, 1) + b) / np.linalg.norm(w))


def bias_through(w, x):
    return np.float32(-(w @ x))


# %% right: math.hypot, with a harmless warning
def distances(X, w, b):
    import math

    np.log(np.zeros(1))
    return (X @ w + b) / math.hypot(*w)


def bias_through(w, x):
    return float(np.inner(-w, x))


# %% right: torch
def distances(X, w, b):
    try:
        import torch
    except ImportError:
        return (X @ w + b) / np.linalg.norm(w)
    w = torch.tensor(w)
    return (torch.tensor(X) @ w + b) / w.norm()


def bias_through(w, x):
    return -np.einsum("i,i", w, x)


# %% wrong: distance-unscaled
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    return X @ w + b


def bias_through(w, x):
    return -(w @ x)


# %% wrong: length-squared
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    return (X @ w + b) / (w @ w)


def bias_through(w, x):
    return -(w @ x)


# %% wrong: length-with-bias
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    return (X @ w + b) / np.sqrt(w @ w + b**2)


def bias_through(w, x):
    return -(w @ x)


# %% wrong: length-summed
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    return (X @ w + b) / np.abs(w).sum()


def bias_through(w, x):
    return -(w @ x)


# %% wrong: side-lost
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    return np.abs(X @ w + b) / np.linalg.norm(w)


def bias_through(w, x):
    return -(w @ x)


# %% wrong: bias-forgotten
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    return X @ w / np.linalg.norm(w)


def bias_through(w, x):
    return -(w @ x)


# %% wrong: bias-undivided
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    return X @ w / np.linalg.norm(w) + b


def bias_through(w, x):
    return -(w @ x)


# %% wrong: sides-swapped
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    return -(X @ w + b) / np.linalg.norm(w)


def bias_through(w, x):
    return -(w @ x)


# %% wrong: library-answer
# fails: perceptron-distance-value, perceptron-distance-hidden
def distances(X, w, b):
    from nnbyhand.perceptron import distance

    return distance(X, w, b)


def bias_through(w, x):
    return -(w @ x)


# %% wrong: bias-sign-flipped
# fails: perceptron-distance-bias
def distances(X, w, b):
    return (X @ w + b) / np.linalg.norm(w)


def bias_through(w, x):
    return w @ x


# %% wrong: bias-divided
# fails: perceptron-distance-bias
def distances(X, w, b):
    return (X @ w + b) / np.linalg.norm(w)


def bias_through(w, x):
    return -(w @ x) / np.linalg.norm(w)


# %% wrong: inputs-summed
# fails: perceptron-distance-bias
def distances(X, w, b):
    return (X @ w + b) / np.linalg.norm(w)


def bias_through(w, x):
    return -np.sum(x)


# %% wrong: product-not-summed
# fails: perceptron-distance-bias
def distances(X, w, b):
    return (X @ w + b) / np.linalg.norm(w)


def bias_through(w, x):
    return -w * x


# %% wrong: bias-always-zero
# fails: perceptron-distance-bias
def distances(X, w, b):
    return (X @ w + b) / np.linalg.norm(w)


def bias_through(w, x):
    return 0
