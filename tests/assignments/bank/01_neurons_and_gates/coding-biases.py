"""Answers to coding-biases, right and wrong."""


# %% right: AND at 0 for -1 and +1
def coding_biases():
    return [[-1.5, 0], [-0.5, 1]]


# %% right: tuples, at the strict edges
def coding_biases():
    return ((-1, 0), (0, 2))


# %% right: an array
def coding_biases():
    return np.array([[-1.5, -1.0], [-0.5, 1.0]])


# %% right: float32
def coding_biases():
    return np.array([[-1.25, -1.5], [-0.25, 0.5]], dtype=np.float32)


# %% right: whole numbers
def coding_biases():
    biases = np.zeros((2, 2), dtype=int)
    biases[0] = [-1, -1]
    biases[1, 1] = 1
    return biases


# %% right: converted, b' = 2b + w1 + w2
def coding_biases():
    """A 0/1 unit (w, b) is the unit (w/2, b + sum(w)/2) on -1 and +1."""
    pairs = []
    for b in (-1.5, -0.5):
        pairs.append([b, 2 * b + 2])
    return pairs


# %% right: found by trying, with a harmless warning
def coding_biases():
    np.log(np.zeros(1))
    found = []
    for table in ([0, 0, 0, 1], [0, 1, 1, 1]):
        pair = []
        for low in (0, -1):
            sums = [x1 + x2 for x1 in (low, 1) for x2 in (low, 1)]
            for b in np.arange(-3, 3, 0.25):
                if [int(s + b > 0) for s in sums] == table:
                    pair.append(b)
                    break
        found.append(pair)
    print(found)
    return found


# %% right: torch
def coding_biases():
    try:
        import torch
    except ImportError:
        return [[-1.5, -1.5], [-0.5, 1.5]]
    return torch.tensor([[-1.5, -1.5], [-0.5, 1.5]])


# %% wrong: coding-mixed
def coding_biases():
    return [[-1.5, -1.5], [1.5, 1.5]]


# %% wrong: coding-mixed, other numbers
def coding_biases():
    return [[-1.2, -0.5], [0.5, 1]]


# %% wrong: coding-copied
def coding_biases():
    return [[-1.5, -1.5], [-0.5, -0.5]]


# %% wrong: and-is-or
def coding_biases():
    return [[-0.5, -0.5], [-0.5, 1.5]]


# %% wrong: or-is-and
def coding_biases():
    return [[-1.5, -1.5], [-1.5, 1.5]]


# %% wrong: bias-sign-flipped
def coding_biases():
    return [[1.5, 1.5], [0.5, -1.5]]


# %% wrong: codings-swapped
def coding_biases():
    return [[-1.5, -1.5], [1.5, -0.5]]


# %% wrong: codings-swapped, other numbers
def coding_biases():
    return [[0, -1.5], [1, -0.5]]


# %% wrong: gates-swapped
def coding_biases():
    return [[-0.5, 1.5], [-1.5, -1.5]]


# %% wrong: pairs-by-coding
def coding_biases():
    return [[-1.5, -0.5], [-1.5, 1.5]]


# %% wrong: flat-list
def coding_biases():
    return [-1.5, -1.5, -0.5, 1.5]
