"""Answers to start-matmul, right and wrong."""


# %% right: row by row, a list
def sum_by_matmul(X, w, b):
    return [sum(x_i * w_i for x_i, w_i in zip(x, w)) + b for x in X]


# %% right: products and sum
def sum_by_matmul(X, w, b):
    return (X * w).sum(axis=1) + b


# %% right: float32
def sum_by_matmul(X, w, b):
    return (X @ w + b).astype(np.float32)


# %% right: einsum with a warning
def sum_by_matmul(X, w, b):
    np.log(np.zeros(1))
    return np.einsum("nd,d->n", X, w) + b


# %% right: weights on the left
def sum_by_matmul(X, w, b):
    return w @ X.T + b


# %% right: torch tensor, where there is torch
def sum_by_matmul(X, w, b):
    try:
        import torch
    except ImportError:
        return X @ w + b
    return torch.tensor(X) @ torch.tensor(w) + b


# %% wrong: product-not-summed
def sum_by_matmul(X, w, b):
    return X * w + b


# %% wrong: bias-forgotten
def sum_by_matmul(X, w, b):
    return X @ w


# %% wrong: bias-sign-flipped
def sum_by_matmul(X, w, b):
    return X @ w - b


# %% wrong: wrong-axis
def sum_by_matmul(X, w, b):
    return (X * w).sum(axis=0) + b


# %% wrong: all-summed
def sum_by_matmul(X, w, b):
    return (X * w).sum() + b


# %% wrong: sum-then-product
def sum_by_matmul(X, w, b):
    return X.sum(axis=1) * w.sum() + b


# %% wrong: first-only
def sum_by_matmul(X, w, b):
    return X[0] @ w + b


# %% wrong: first-only, returned inside the loop
def sum_by_matmul(X, w, b):
    for x in X:
        return x @ w + b


# %% wrong: mutates-input
def sum_by_matmul(X, w, b):
    X *= w
    return X.sum(axis=1) + b
