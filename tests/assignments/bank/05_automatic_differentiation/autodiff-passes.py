"""Answers to autodiff-passes, right and wrong."""


# %% right: a list
def passes(n, m):
    return [n, m]


# %% right: an array
def passes(n, m):
    return np.array([n, m])


# %% right: floats
def passes(n, m):
    return (float(n), float(m))


# %% right: counted
def passes(n, m):
    forward = sum(1 for _ in range(n))
    reverse = sum(1 for _ in range(m))
    return forward, reverse


# %% wrong: modes-swapped
def passes(n, m):
    return m, n


# %% wrong: product-of-both
def passes(n, m):
    return n * m, m


# %% wrong: product-of-both, both
def passes(n, m):
    return n * m, n * m


# %% wrong: reverse-always-one
def passes(n, m):
    return n, 1


# %% wrong: both-by-inputs
def passes(n, m):
    return n, n


# %% wrong: sum-of-both
def passes(n, m):
    return n + m, m


# %% wrong: sum-of-both, one more
def passes(n, m):
    return n + 1, m
