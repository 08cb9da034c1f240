"""Answers to conv-kernels, right and wrong."""


# %% right: lists
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% right: arrays
def shift():
    return np.array([[0, 0, 0], [1, 0, 0], [0, 0, 0]], dtype=float)


def soften():
    return np.array([[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]], dtype=float)


def edge():
    return np.array([[0, 0, 0], [-1, 0, 1], [0, 0, 0]], dtype=float)


# %% right: float32
def shift():
    return np.float32([[0, 0, 0], [1, 0, 0], [0, 0, 0]])


def soften():
    return np.float32([[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]])


def edge():
    return np.float32([[0, 0, 0], [-1, 0, 1], [0, 0, 0]])


# %% right: built by places
def shift():
    return np.eye(9)[3].reshape(3, 3)


def soften():
    return np.outer([0, 1, 0], [1, 1, 1]) / 5 + np.outer([1, 0, 1], [0, 1, 0]) / 5


def edge():
    return np.outer([0, 1, 0], [-1, 0, 1])


# %% right: tuples
def shift():
    return (0, 0, 0), (1, 0, 0), (0, 0, 0)


def soften():
    return (0, 1 / 5, 0), (1 / 5, 1 / 5, 1 / 5), (0, 1 / 5, 0)


def edge():
    return (0, 0, 0), (-1, 0, 1), (0, 0, 0)


# %% wrong: moves-left
# fails: conv-kernels-shift
def shift():
    return [[0, 0, 0], [0, 0, 1], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: moves-down
# fails: conv-kernels-shift
def shift():
    return [[0, 1, 0], [0, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: moves-up
# fails: conv-kernels-shift
def shift():
    return [[0, 0, 0], [0, 0, 0], [0, 1, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: stays
# fails: conv-kernels-shift
def shift():
    return [[0, 0, 0], [0, 1, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: copied-twice
# fails: conv-kernels-shift
def shift():
    return [[0, 0, 0], [1, 1, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: mean-not-sum
# fails: conv-kernels-soften
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 1, 0], [1, 1, 1], [0, 1, 0]]


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: nine-for-five
# fails: conv-kernels-soften
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return np.ones((3, 3)) / 9


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: middle-forgotten
# fails: conv-kernels-soften
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]]) / 4


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: middle-forgotten, by five
# fails: conv-kernels-soften
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return np.array([[0, 1, 0], [1, 0, 1], [0, 1, 0]]) / 5


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: divided-by-nine
# fails: conv-kernels-soften
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]]) / 9


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: corners-for-neighbours
# fails: conv-kernels-soften
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return np.array([[1, 0, 1], [0, 1, 0], [1, 0, 1]]) / 5


def edge():
    return [[0, 0, 0], [-1, 0, 1], [0, 0, 0]]


# %% wrong: edge-turned
# fails: conv-kernels-hidden
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [1, 0, -1], [0, 0, 0]]


# %% wrong: edge-upright
# fails: conv-kernels-hidden
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, -1, 0], [0, 0, 0], [0, 1, 0]]


# %% wrong: pixel-for-left
# fails: conv-kernels-hidden
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [0, -1, 1], [0, 0, 0]]


# %% wrong: all-three-rows
# fails: conv-kernels-hidden
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[-1, 0, 1], [-1, 0, 1], [-1, 0, 1]]


# %% wrong: all-three-rows, sobel
# fails: conv-kernels-hidden
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]]


# %% wrong: neighbours-added
# fails: conv-kernels-hidden
def shift():
    return [[0, 0, 0], [1, 0, 0], [0, 0, 0]]


def soften():
    return [[0, 0.2, 0], [0.2, 0.2, 0.2], [0, 0.2, 0]]


def edge():
    return [[0, 0, 0], [1, 0, 1], [0, 0, 0]]


# %% wrong: picture-returned
def shift():
    return np.roll(SIGNED_IMAGE, 1, axis=1)


def soften():
    return SIGNED_IMAGE / 5


def edge():
    return np.roll(SIGNED_IMAGE, -1, axis=1) - np.roll(SIGNED_IMAGE, 1, axis=1)


# %% wrong: scaled
# fails: conv-kernels-shift, conv-kernels-hidden
def shift():
    return [[0, 0, 0], [2, 0, 0], [0, 0, 0]]


def soften():
    return np.array([[0, 1, 0], [1, 1, 1], [0, 1, 0]]) / 5


def edge():
    return [[0, 0, 0], [-0.5, 0, 0.5], [0, 0, 0]]
