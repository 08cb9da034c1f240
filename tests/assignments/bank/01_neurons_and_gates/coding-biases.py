"""Answers to coding-biases, right and wrong."""


# %% right: others between the same sums
def coding_biases():
    return [[-3.2, -2.5], [-0.2, 2.5]]


# %% right: tuples, at the strict edges
def coding_biases():
    return ((-3, -2), (0, 4))


# %% right: an array
def coding_biases():
    return np.array([[-3.5, -3.5], [-0.5, 3.5]])


# %% right: float32
def coding_biases():
    return np.array([[-3.25, -3.5], [-0.25, 2.5]], dtype=np.float32)


# %% right: whole numbers
def coding_biases():
    biases = np.full((2, 2), -3)
    biases[1] = [0, 3]
    return biases


# %% right: converted from 0/1
def coding_biases():
    """x01 = (x + 1) / 2: the weights halve; doubling all, b becomes 2b + 1 + 3."""
    pairs = []
    for b in (-3.5, -0.5):
        pairs.append([b, 2 * b + 4])
    return pairs


# %% right: found by trying, with a harmless warning
def coding_biases():
    np.log(np.zeros(1))
    found = []
    for table in ([0, 0, 0, 1], [0, 1, 1, 1]):
        pair = []
        for low in (0, -1):
            sums = [x1 + 3 * x2 for x1 in (low, 1) for x2 in (low, 1)]
            for b in np.arange(-5, 5, 0.25):
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
        return [[-3.5, -3], [-0.5, 3]]
    return torch.tensor([[-3.5, -3], [-0.5, 3]])


# %% wrong: lesson-numbers
def coding_biases():
    return [[-1.5, -1.5], [-0.5, 1.5]]


# %% wrong: coding-mixed
def coding_biases():
    return [[-3.5, -3], [3, 3]]


# %% wrong: coding-mixed, the slide's number
def coding_biases():
    return [[-3.5, -3], [1.5, 1.5]]


# %% wrong: coding-copied
def coding_biases():
    return [[-3.5, -3.5], [-0.5, -0.5]]


# %% wrong: and-is-or
def coding_biases():
    return [[-0.5, -3], [-0.5, 3]]


# %% wrong: and-follows-second
def coding_biases():
    return [[-2.5, -2.5], [-0.5, 3]]


# %% wrong: and-follows-second, in both codings
def coding_biases():
    return [[-1.5, -1.5], [-0.5, 3]]


# %% wrong: or-is-and
def coding_biases():
    return [[-3.5, -3], [-3.5, 3]]


# %% wrong: or-follows-second
def coding_biases():
    return [[-3.5, -3], [-1.5, 3]]


# %% wrong: bias-sign-flipped
def coding_biases():
    return [[3.5, 3], [0.5, -3]]


# %% wrong: codings-swapped
def coding_biases():
    return [[-3, -3.5], [3, -0.5]]


# %% wrong: gates-swapped
def coding_biases():
    return [[-0.5, 3], [-3.5, -3]]


# %% wrong: pairs-by-coding
def coding_biases():
    return [[-3.5, -0.5], [-3, 3]]


# %% wrong: flat-list
def coding_biases():
    return [-3.5, -3, -0.5, 3]


# %% wrong: all-alike
def coding_biases():
    return [[-3.5, -4.5], [-0.5, 3]]


# %% wrong: all-alike, always on
def coding_biases():
    return [[-3.5, -3], [-0.5, 5]]
