"""Answers to lstm-count, right and wrong."""


# %% right: a block
def count(d, h, n_steps):
    block = h * (h + d) + h
    return block, 4 * block, 4 * block + 4 * h


# %% right: a list, sums
def count(d, h, n_steps):
    W_x, W_h, b = d * h, h * h, h
    return [W_x + W_h + b, 4 * (W_x + W_h + b), 4 * (W_x + W_h + b + b)]


# %% right: sizes of arrays
def count(d, h, n_steps):
    sizes = np.zeros((d, h)).size, np.zeros((h, h)).size, np.zeros(h).size
    one = sum(sizes)
    return np.array([one, 4 * one, 4 * (one + h)])


# %% right: floats
def count(d, h, n_steps):
    one = 1.0 * h * (h + d + 1)
    return one, one * 4, (one + h) * 4


# %% wrong: one-gate
def count(d, h, n_steps):
    one = h * (h + d) + h
    return one, one, one + h


# %% wrong: three-gates
def count(d, h, n_steps):
    one = h * (h + d) + h
    return one, 3 * one, 3 * one + 3 * h


# %% wrong: memory-weights-forgotten
def count(d, h, n_steps):
    one = h * d + h
    return one, 4 * one, 4 * one + 4 * h


# %% wrong: one-bias-torch
def count(d, h, n_steps):
    one = h * (h + d) + h
    return one, 4 * one, 4 * one


# %% wrong: biases-forgotten
def count(d, h, n_steps):
    one = h * (h + d)
    return one, 4 * one, 4 * one


# %% wrong: times-steps
def count(d, h, n_steps):
    one = n_steps * (h * (h + d) + h)
    return one, 4 * one, 4 * one + 4 * h


# %% wrong: sizes-exchanged
def count(d, h, n_steps):
    one = d * (h + d) + d
    return one, 4 * one, 4 * one + 4 * h


# %% wrong: sizes-exchanged
def count(d, h, n_steps):
    one = d * (h + d) + d
    return one, 4 * one, 4 * one + 4 * d


# %% wrong: all-doubled
def count(d, h, n_steps):
    one = h * (h + d) + h
    return one, 4 * one, 8 * one
