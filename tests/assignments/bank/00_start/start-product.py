"""Answers to start-product, right and wrong."""


# %% right: with an index
def sum_by_product(x, w, b):
    z = 0.0
    for i in range(len(x)):
        z = z + x[i] * w[i]
    return z + b


# %% right: built-in sum
def sum_by_product(x, w, b):
    return sum(x_i * w_i for x_i, w_i in zip(x, w)) + b


# %% right: dot, float32, zero-dimensional
def sum_by_product(x, w, b):
    return np.asarray(np.dot(x, w) + b, dtype=np.float32)


# %% right: a list of one number
def sum_by_product(x, w, b):
    return [float(x @ w) + b]


# %% right: with a harmless warning
def sum_by_product(x, w, b):
    import warnings

    warnings.warn("harmless")
    return (x * w).sum() + b


# %% right: torch tensor, where there is torch
def sum_by_product(x, w, b):
    try:
        import torch
    except ImportError:
        return x @ w + b
    return torch.tensor(x).dot(torch.tensor(w)) + b


# %% wrong: product-not-summed
def sum_by_product(x, w, b):
    return x * w + b


# %% wrong: bias-forgotten
def sum_by_product(x, w, b):
    z = 0.0
    for x_i, w_i in zip(x, w):
        z = z + x_i * w_i
    return z


# %% wrong: bias-per-input
def sum_by_product(x, w, b):
    z = 0.0
    for x_i, w_i in zip(x, w):
        z = z + x_i * w_i + b
    return z


# %% wrong: bias-sign-flipped
def sum_by_product(x, w, b):
    z = -b
    for x_i, w_i in zip(x, w):
        z = z + x_i * w_i
    return z


# %% wrong: sum-then-product
def sum_by_product(x, w, b):
    return x.sum() * w.sum() + b


# %% wrong: integer-dtype
def sum_by_product(x, w, b):
    return int(x @ w + b)


# %% wrong: integer-dtype, in an array
def sum_by_product(x, w, b):
    z = np.zeros(1, dtype=int)
    z[0] = x @ w + b
    return z[0]


# %% wrong: mutates-input
def sum_by_product(x, w, b):
    x *= w
    return x.sum() + b
