"""Answers to neuron-sum, right and wrong."""


# %% right: with a loop
def weighted_sum(x, w, b):
    z = b
    for x_i, w_i in zip(x, w):
        z += x_i * w_i
    return z


# %% right: elementwise product and sum
def weighted_sum(x, w, b):
    return (x * w).sum() + b


# %% right: float32, zero-dimensional
def weighted_sum(x, w, b):
    return np.asarray(x @ w + b, dtype=np.float32)


# %% right: a list of one number
def weighted_sum(x, w, b):
    return [float(np.dot(x, w)) + b]


# %% right: with a harmless warning
def weighted_sum(x, w, b):
    np.log(np.zeros(1))
    return x @ w + b


# %% right: numbered places, the bias last
def weighted_sum(x, w, b):
    z = 0.0
    for i in range(len(x)):
        z = z + x[i] * w[i]
    return z + b


# %% right: a comprehension
def weighted_sum(x, w, b):
    return sum(x_i * w_i for x_i, w_i in zip(x, w)) + b


# %% right: the bias as a weight of an input that is always 1
def weighted_sum(x, w, b):
    return np.append(x, 1) @ np.append(w, b)


# %% right: np.einsum, with a print
def weighted_sum(x, w, b):
    """Give the sum."""
    z = np.einsum("i,i", x, w) + b
    print("the sum is", z)
    return z


# %% right: a copy that is changed
def weighted_sum(x, w, b):
    products = x.copy()
    products *= w
    return products.sum() + b


# %% right: a row times a column, (1, 1)
def weighted_sum(x, w, b):
    return x.reshape(1, -1) @ w.reshape(-1, 1) + b


# %% right: torch
def weighted_sum(x, w, b):
    try:
        import torch
    except ImportError:
        return x @ w + b
    return torch.tensor(x) @ torch.tensor(w) + b


# %% wrong: bias-forgotten
def weighted_sum(x, w, b):
    return x @ w


# %% wrong: bias-sign-flipped
def weighted_sum(x, w, b):
    return x @ w - b


# %% wrong: product-not-summed
def weighted_sum(x, w, b):
    return x * w + b


# %% wrong: sum-then-product
def weighted_sum(x, w, b):
    return x.sum() * w.sum() + b


# %% wrong: inputs-summed
def weighted_sum(x, w, b):
    return sum(x) + b


# %% wrong: bias-per-input
def weighted_sum(x, w, b):
    z = 0
    for x_i, w_i in zip(x, w):
        z += x_i * w_i + b
    return z


# %% wrong: weights-swapped
def weighted_sum(x, w, b):
    return x @ w[::-1] + b


# %% wrong: bias-per-input, vectorised
def weighted_sum(x, w, b):
    return np.sum(x * w + b)


# %% wrong: product-not-summed, a list
def weighted_sum(x, w, b):
    return [x[i] * w[i] + b for i in range(len(x))]


# %% wrong: two-inputs-only
def weighted_sum(x, w, b):
    return x[0] * w[0] + x[1] * w[1] + b


# %% wrong: mean-for-sum
def weighted_sum(x, w, b):
    return np.mean(x * w) + b


# %% wrong: mutates-input
def weighted_sum(x, w, b):
    x *= w
    return x.sum() + b


# %% wrong: library-answer
def weighted_sum(x, w, b):
    from nnbyhand.gates import neuron as theirs

    return theirs(x, w, b)


# %% wrong: left-in-first-round
def weighted_sum(x, w, b):
    z = b
    for x_i, w_i in zip(x, w):
        z += x_i * w_i
        return z
