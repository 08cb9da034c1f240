"""Answers to neuron-step, right and wrong."""


# %% right: if and else
def step(z):
    if z > 0:
        return 1
    else:
        return 0


# %% right: the inverse question first
def step(z):
    if z <= 0:
        return 0
    return 1


# %% right: a truth value
def step(z):
    return z > 0


# %% right: a truth value turned into a float
def step(z):
    return float(z > 0)


# %% right: a truth value of NumPy
def step(z):
    return np.float64(z) > 0


# %% right: np.where, zero-dimensional
def step(z):
    return np.where(z > 0, 1, 0)


# %% right: np.heaviside with the right answer at 0
def step(z):
    return np.heaviside(z, 0)


# %% right: a helper that is called heaviside
def heaviside(z):
    return 1 if z > 0 else 0


def step(z):
    return heaviside(z)


# %% right: from np.sign
def step(z):
    return max(0, np.sign(z))


# %% right: from np.sign, in halves
def step(z):
    return (np.sign(z) + 1) // 2


# %% right: float32
def step(z):
    return np.float32(1) if z > 0 else np.float32(0)


# %% right: a list of one number
def step(z):
    return [int(z > 0)]


# %% right: an array of one number
def step(z):
    return (np.array([z]) > 0).astype(int)


# %% right: with a harmless warning and a print
def step(z):
    """Fire or not."""
    import warnings

    warnings.warn("this step is steep", stacklevel=2)
    print("z is", z)
    return int(z > 0)


# %% right: a lambda with a default
step = lambda z, limit=0: 1 if z > limit else 0


# %% right: with type hints
def step(z: float) -> int:
    answer: int = 0
    if 0 < z:
        answer = 1
    return answer


# %% right: a torch tensor
def step(z):
    try:
        import torch
    except ImportError:
        return int(z > 0)
    return (torch.tensor(z) > 0).int()


# %% wrong: threshold-included
def step(z):
    return 1 if z >= 0 else 0


# %% wrong: threshold-included, the inverse question
def step(z):
    if z < 0:
        return 0
    return 1


# %% wrong: threshold-included, with np.heaviside
def step(z):
    return np.heaviside(z, 1)


# %% wrong: heaviside-half
def step(z):
    return np.heaviside(z, 0.5)


# %% wrong: heaviside-half, from np.sign
def step(z):
    return (np.sign(z) + 1) / 2


# %% wrong: step-is-sigmoid
def step(z):
    return 1 / (1 + np.exp(-z))


# %% wrong: step-forgotten
def step(z):
    return z


# %% wrong: step-is-relu
def step(z):
    return max(0, z)


# %% wrong: step-is-relu, as a product
def step(z):
    return z * (z > 0)


# %% wrong: answers-in-wrong-coding
def step(z):
    return 1 if z > 0 else -1


# %% wrong: numpy-sign
def step(z):
    return np.sign(z)


# %% wrong: step-inverted
def step(z):
    return 1 if z < 0 else 0


# %% wrong: step-inverted, at 0 too
def step(z):
    return 0 if z > 0 else 1


# %% wrong: threshold-at-one
def step(z):
    return 1 if z >= 1 else 0


# %% wrong: threshold-at-one, strictly
def step(z):
    return int(z > 1)


# %% wrong: library-answer
def step(z):
    from nnbyhand import gates

    return gates.step(z)


# %% wrong: library-answer, under another name
from nnbyhand.gates import step as theirs


def step(z):
    return int(theirs(z))
