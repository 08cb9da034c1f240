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


# %% wrong: mutates-input
def weighted_sum(x, w, b):
    x *= w
    return x.sum() + b


# %% wrong: library-answer
def weighted_sum(x, w, b):
    from nnbyhand.gates import neuron as theirs

    return theirs(x, w, b)
