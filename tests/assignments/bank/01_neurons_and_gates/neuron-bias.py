"""Answers to neuron-bias, right and wrong."""


# %% right: taken from zero
def bias_from_threshold(theta):
    return 0 - theta


# %% right: times minus one
def bias_from_threshold(theta):
    b = -1 * theta
    return b


# %% right: float32
def bias_from_threshold(theta):
    return np.float32(-theta)


# %% right: zero-dimensional
def bias_from_threshold(theta):
    return np.negative(np.array(theta))


# %% right: a list of one number
def bias_from_threshold(theta):
    return [-float(theta)]


# %% right: an array of one number
def bias_from_threshold(theta):
    return -np.array([theta])


# %% right: a lambda
bias_from_threshold = lambda theta: -theta


# %% right: with cases
def bias_from_threshold(theta):
    """Turn the sign."""
    if theta < 0:
        return abs(theta)
    return -abs(theta)


# %% right: with a harmless warning and a print
def bias_from_threshold(theta):
    np.log(np.zeros(1))
    print("the threshold is", theta)
    return -theta


# %% right: torch
def bias_from_threshold(theta):
    try:
        import torch
    except ImportError:
        return -theta
    return -torch.tensor(theta)


# %% wrong: bias-sign-flipped
def bias_from_threshold(theta):
    return theta


# %% wrong: bias-sign-flipped, twice turned
def bias_from_threshold(theta):
    return -(0 - theta)


# %% wrong: one-minus-threshold
def bias_from_threshold(theta):
    return 1 - theta


# %% wrong: half-minus-threshold
def bias_from_threshold(theta):
    return 0.5 - theta


# %% wrong: bias-always-negative
def bias_from_threshold(theta):
    return -abs(theta)


# %% wrong: bias-forgotten
def bias_from_threshold(theta):
    return 0


# %% wrong: fraction-lost
def bias_from_threshold(theta):
    return int(-theta)


# %% wrong: fraction-lost, whole division
def bias_from_threshold(theta):
    return -theta // 1
