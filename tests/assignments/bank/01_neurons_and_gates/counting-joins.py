"""Answers to counting-joins, right and wrong."""


# %% right: lists, a stronger inhibition
def joins():
    return [[0, 2, 2], [1, 1, 1], [1, 1, -2], [2, 1, 1]]


# %% right: an array
def joins():
    return np.array([(0, 2, 2), (1, 1, 1), (1, 1, -1), (2, 1, 1)])


# %% right: more lines than needed
def joins():
    return ((0, 3, 2), (1, 1, 1), (1, 1, -3), (4, 1, 1))


# %% right: floats
def joins():
    return [(0.0, 2.0, 2.0), (1.0, 1.0, 1.0), (1.0, 1.0, -1.0), (2.0, 1.0, 1.0)]


# %% right: float32
def joins():
    return np.float32([[0, 2, 2], [1, 1, 1], [1, 1, -1], [3, 1, 1]])


# %% right: a line from A that decides nothing
def joins():
    return [(1, 2, 2), (1, 1, 1), (1, 1, -1), (2, 1, 1)]


# %% right: found by trying, with a harmless warning
from itertools import product


def joins():
    """Try small numbers of lines."""
    np.log(np.zeros(1))
    wanted = [
        lambda a, b, c: b or c,
        lambda a, b, c: a + b + c >= 2,
        lambda a, b, c: a and b and not c,
        lambda a, b, c: a or (b and c),
    ]
    rows = list(product((0, 1), repeat=3))
    found = []
    for gate in wanted:
        for lines in product(range(-2, 4), repeat=3):
            if all((np.dot(lines, row) >= 2) == bool(gate(*row)) for row in rows):
                found.append(lines)
                break
    print(found)
    return found


# %% right: torch
def joins():
    drawings = [(0, 2, 2), (1, 1, 1), (1, 1, -1), (2, 1, 1)]
    try:
        import torch
    except ImportError:
        return drawings
    return torch.tensor(drawings)


# %% wrong: single-connection
def joins():
    return [(0, 1, 1), (1, 1, 1), (1, 1, -1), (2, 1, 1)]


# %% wrong: single-connection, everywhere
def joins():
    return [(0, 1, 1), (1, 1, 1), (1, 1, -1), (1, 1, 1)]


# %% wrong: single-connection, from C only
def joins():
    return [(0, 2, 1), (1, 1, 1), (1, 1, -1), (2, 1, 1)]


# %% wrong: outsider-joined
def joins():
    return [(2, 2, 2), (1, 1, 1), (1, 1, -1), (2, 1, 1)]


# %% wrong: outsider-joined, inhibiting
def joins():
    return [(-1, 2, 2), (1, 1, 1), (1, 1, -1), (2, 1, 1)]


# %% wrong: one-is-enough
def joins():
    return [(0, 2, 2), (2, 2, 2), (1, 1, -1), (2, 1, 1)]


# %% wrong: one-is-enough, for one of them
def joins():
    return [(0, 2, 2), (2, 1, 1), (1, 1, -1), (2, 1, 1)]


# %% wrong: one-never-helps
def joins():
    return [(0, 2, 2), (1, 1, 0), (1, 1, -1), (2, 1, 1)]


# %% wrong: inhibitor-ignored
def joins():
    return [(0, 2, 2), (1, 1, 1), (1, 1, 0), (2, 1, 1)]


# %% wrong: inhibitor-ignored, a line that helps
def joins():
    return [(0, 2, 2), (1, 1, 1), (1, 1, 1), (2, 1, 1)]


# %% wrong: and-joined-twice
def joins():
    return [(0, 2, 2), (1, 1, 1), (2, 2, -1), (2, 1, 1)]


# %% wrong: and-joined-twice, from one side
def joins():
    return [(0, 2, 2), (1, 1, 1), (2, 1, -2), (2, 1, 1)]


# %% wrong: alone-too-weak
def joins():
    return [(0, 2, 2), (1, 1, 1), (1, 1, -1), (1, 1, 1)]


# %% wrong: half-is-enough
def joins():
    return [(0, 2, 2), (1, 1, 1), (1, 1, -1), (2, 2, 2)]


# %% wrong: half-is-enough, from one side
def joins():
    return [(0, 2, 2), (1, 1, 1), (1, 1, -1), (2, 2, 1)]


# %% wrong: both-too-weak
def joins():
    return [(0, 2, 2), (1, 1, 1), (1, 1, -1), (2, 0, 0)]


# %% wrong: both-too-weak, one of them left out
def joins():
    return [(0, 2, 2), (1, 1, 1), (1, 1, -1), (2, 1, 0)]


# %% wrong: order-reversed
def joins():
    return [(2, 2, 0), (1, 1, 1), (-1, 1, 1), (1, 1, 2)]


# %% wrong: numbers-flat
def joins():
    return [0, 2, 2, 1, 1, 1, 1, 1, -1, 2, 1, 1]


# %% wrong: pairs-given, the lesson's
def joins():
    return [(2, 0), (1, 1), (2, 2), (2, -1)]


# %% wrong: lines-in-parts
def joins():
    return [(0, 2, 2), (0.8, 0.8, 0.8), (1, 1, -1), (2, 1, 1)]


# %% wrong: lines-in-parts, one and a half
def joins():
    return [(0, 1.5, 1.5), (1, 1, 1), (1, 1, -1), (2, 1, 1)]
