"""Answers to counting-joins, right and wrong."""


# %% right: lists, a stronger inhibition
def joins():
    return [[2, 0], [1, 1], [2, 2], [2, -2]]


# %% right: an array
def joins():
    return np.array([(2, 0), (1, 1), (2, 2), (2, -1)])


# %% right: more lines than needed
def joins():
    return ((3, 0), (1, 1), (3, 2), (3, -2))


# %% right: floats
def joins():
    return [(2.0, 0.0), (1.0, 1.0), (2.0, 2.0), (2.0, -1.0)]


# %% right: float32
def joins():
    return np.float32([[2, 0], [1, 1], [2, 2], [4, -3]])


# %% right: A repeated, whatever a single line from B does
def joins():
    return [(2, 1), (1, 1), (2, 3), (2, -5)]


# %% right: found by trying, with a harmless warning
def joins():
    """Try small numbers of lines."""
    np.log(np.zeros(1))
    wanted = [
        lambda a, b: a,
        lambda a, b: a and b,
        lambda a, b: a or b,
        lambda a, b: a and not b,
    ]
    found = []
    for gate in wanted:
        fits = [
            (n_a, n_b)
            for n_a in range(-2, 4)
            for n_b in range(-2, 4)
            if all(
                (n_a * a + n_b * b >= 2) == bool(gate(a, b))
                for a in (0, 1)
                for b in (0, 1)
            )
        ]
        found.append(fits[0])
    print(found)
    return found


# %% right: torch
def joins():
    pairs = [(2, 0), (1, 1), (2, 2), (2, -1)]
    try:
        import torch
    except ImportError:
        return pairs
    return torch.tensor(pairs)


# %% wrong: single-connection
def joins():
    return [(1, 0), (1, 1), (2, 2), (2, -1)]


# %% wrong: single-connection, everywhere
def joins():
    return [(1, 0), (1, 1), (1, 1), (1, -1)]


# %% wrong: single-connection, in the last drawing
def joins():
    return [(2, 0), (1, 1), (2, 2), (1, -1)]


# %% wrong: or-joined-once
def joins():
    return [(2, 0), (1, 1), (1, 1), (2, -1)]


# %% wrong: and-joined-twice
def joins():
    return [(2, 0), (2, 2), (2, 2), (2, -1)]


# %% wrong: and-joined-twice, from one side
def joins():
    return [(2, 0), (2, 1), (2, 2), (2, -1)]


# %% wrong: inhibitor-ignored
def joins():
    return [(2, 0), (1, 1), (2, 2), (2, 0)]


# %% wrong: inhibitor-ignored, a line that helps
def joins():
    return [(2, 0), (1, 1), (2, 2), (2, 1)]


# %% wrong: pairs-reversed
def joins():
    return [(0, 2), (1, 1), (2, 2), (-1, 2)]


# %% wrong: pairs-flat
def joins():
    return [2, 0, 1, 1, 2, 2, 2, -1]


# %% wrong: lines-in-parts
def joins():
    return [(2, 0), (0.8, 0.8), (2, 2), (2, -1)]


# %% wrong: lines-in-parts, one and a half
def joins():
    return [(1.6, 0), (1, 1), (1.6, 1.6), (1.6, -0.5)]
