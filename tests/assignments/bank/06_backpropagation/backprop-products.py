"""Answers to backprop-products, right and wrong."""


# %% right: with np.outer
def products(u, v):
    return u * v, u @ v, np.outer(u, v)


# %% right: loops and lists
def products(u, v):
    place = [a * b for a, b in zip(u, v)]
    return [place, sum(place), [[a * b for b in v] for a in u]]


# %% right: float32, with a harmless warning
def products(u, v):
    np.log(np.zeros(1))
    u, v = np.float32(u), np.float32(v)
    return np.multiply(u, v), np.dot(u, v), u.reshape(-1, 1) @ v.reshape(1, -1)


# %% right: einsum, the sum as an array of one
def products(u, v):
    return (
        np.einsum("i,i->i", u, v),
        np.array([np.einsum("i,i", u, v)]),
        np.einsum("i,j->ij", u, v),
    )


# %% right: torch
def products(u, v):
    try:
        import torch
    except ImportError:
        return u * v, u @ v, np.outer(u, v)
    u, v = torch.tensor(u), torch.tensor(v)
    return u * v, u @ v, torch.outer(u, v)


# %% wrong: dot-for-hadamard
def products(u, v):
    return u @ v, u @ v, np.outer(u, v)


# %% wrong: dot-for-hadamard, a matrix
def products(u, v):
    return np.outer(u, v), u @ v, np.outer(u, v)


# %% wrong: outer-turned
def products(u, v):
    return u * v, u @ v, np.outer(v, u)


# %% wrong: outer-turned, with None
def products(u, v):
    return u * v, u @ v, v[:, None] * u


# %% wrong: order-mixed
def products(u, v):
    return u @ v, u * v, np.outer(u, v)


# %% wrong: order-mixed, the matrix first
def products(u, v):
    return np.outer(u, v), u * v, u @ v


# %% wrong: sum-then-product
def products(u, v):
    return u * v, u.sum() * v.sum(), np.outer(u, v)


# %% wrong: added-up-missing
def products(u, v):
    return u * v, u * v, np.outer(u, v)


# %% wrong: added-not-multiplied
def products(u, v):
    return u + v, (u + v).sum(), u[:, None] + v


# %% wrong: each-with-each-missing
def products(u, v):
    return u * v, u @ v, u * v


# %% wrong: mutates-input
def products(u, v):
    dot, outer = u @ v, np.outer(u, v)
    u *= v
    return u, dot, outer
