"""Answers to start-listing, right and wrong."""


# %% right: a list
def failing_lines():
    return [3, 7]


# %% right: an array
def failing_lines():
    return np.array([3, 7])


# %% right: floats, with a warning
def failing_lines():
    np.log(np.zeros(1))
    first, second = 3.0, 7.0
    return first, second


# %% wrong: order-swapped
def failing_lines():
    return 7, 3


# %% wrong: caller-blamed
def failing_lines():
    return 13, 14


# %% wrong: caller-blamed, the second time
def failing_lines():
    return 3, 14


# %% wrong: object-blamed
def failing_lines():
    return 1, 3


# %% wrong: loop-blamed
def failing_lines():
    return 6, 7


# %% wrong: definition-blamed
def failing_lines():
    return 3, 10


# %% wrong: body-blamed
def failing_lines():
    return 3, 11


# %% wrong: second-unchanged
def failing_lines():
    return 3, 3
