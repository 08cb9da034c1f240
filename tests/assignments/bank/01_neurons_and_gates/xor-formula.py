"""Answers to xor-formula, right and wrong."""


# %% right: not equal
def xor_formula(a, b):
    return a != b


# %% right: or, but not and
def xor_formula(a, b):
    return (a or b) and not (a and b)


# %% right: without brackets
def xor_formula(a, b):
    return a and not b or b and not a


# %% right: the operator of Python
def xor_formula(a, b):
    return a ^ b


# %% right: as a number
def xor_formula(a, b):
    return int((a and not b) or (not a and b))


# %% right: with if
def xor_formula(a, b):
    """Say whether one of them is true, and not both."""
    if a:
        return not b
    return b


# %% right: a table
def xor_formula(a, b):
    return {(0, 0): 0, (0, 1): 1, (1, 0): 1, (1, 1): 0}[a, b]


# %% right: np.logical_xor
def xor_formula(a, b):
    return np.logical_xor(a, b)


# %% right: the slide, mended
def xor_formula(a, b):
    return (a or b) and (not a or not b)


# %% right: counted
def xor_formula(a, b):
    return sum([a, b]) == 1


# %% right: from operator, a list of one value
from operator import xor


def xor_formula(a, b):
    return [xor(a, b)]


# %% right: four NANDs
def nand(a, b):
    return not (a and b)


def xor_formula(a, b):
    middle = nand(a, b)
    return nand(nand(a, middle), nand(b, middle))


# %% right: not equal, float32, zero-dimensional
def xor_formula(a, b):
    return np.array(abs(int(a) - int(b)), dtype=np.float32)


# %% right: with a harmless warning and a print
def xor_formula(a, b):
    np.log(np.zeros(1))
    only_a = a and not b
    only_b = b and not a
    print(only_a, only_b)
    return only_a or only_b


# %% right: torch
def xor_formula(a, b):
    try:
        import torch
    except ImportError:
        return a != b
    return torch.logical_xor(torch.tensor(a), torch.tensor(b))


# %% wrong: formula-tautology
def xor_formula(a, b):
    return (a or not b) or (not a or b)


# %% wrong: formula-tautology, other brackets
def xor_formula(a, b):
    return a or not a and b or not b


# %% wrong: xnor-for-xor
def xor_formula(a, b):
    return (a or not b) and (not a or b)


# %% wrong: xnor-for-xor, equal
def xor_formula(a, b):
    return a == b


# %% wrong: xnor-for-xor, both or none
def xor_formula(a, b):
    return (a and b) or (not a and not b)


# %% wrong: or-for-xor
def xor_formula(a, b):
    return a or b


# %% wrong: or-for-xor, the negation lost
def xor_formula(a, b):
    return not a and b or a


# %% wrong: one-term-only
def xor_formula(a, b):
    return a and not b


# %% wrong: other-term-only
def xor_formula(a, b):
    return not a and b


# %% wrong: and-for-xor
def xor_formula(a, b):
    return a and b


# %% wrong: nand-for-xor
def xor_formula(a, b):
    return not a or not b


# %% wrong: formula-contradiction
def xor_formula(a, b):
    return (a and not b) and (not a and b)
