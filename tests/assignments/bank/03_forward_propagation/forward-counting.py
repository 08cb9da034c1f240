"""Answers to forward-counting, right and wrong."""


# %% right: an input more for the bias
def count_parameters(sizes):
    total = 0
    for i in range(1, len(sizes)):
        total += (sizes[i - 1] + 1) * sizes[i]
    return total


def array_shapes(sizes):
    found = []
    for i in range(1, len(sizes)):
        found.append((sizes[i - 1], sizes[i]))
        found.append((sizes[i],))
    return found


# %% right: a dot product, tuples
def count_parameters(sizes):
    return np.dot(sizes[:-1], sizes[1:]) + np.sum(sizes[1:])


def array_shapes(sizes):
    pairs = zip(sizes, sizes[1:])
    return tuple(shape for pair in pairs for shape in (pair, pair[1:]))


# %% right: from arrays of zeros, as floats
def arrays(sizes):
    for a, b in zip(sizes[:-1], sizes[1:]):
        yield np.zeros((a, b))
        yield np.zeros(b)


def count_parameters(sizes):
    return float(sum(array.size for array in arrays(sizes)))


def array_shapes(sizes):
    return [array.shape for array in arrays(sizes)]


# %% right: calling itself, a harmless warning
def count_parameters(sizes):
    np.log(np.zeros(1))
    if len(sizes) < 2:
        return 0
    return sizes[0] * sizes[1] + sizes[1] + count_parameters(sizes[1:])


def array_shapes(sizes):
    if len(sizes) < 2:
        return []
    return [(sizes[0], sizes[1]), (sizes[1],), *array_shapes(sizes[1:])]


# %% right: a network tells, lists
from nnbyhand.network import Network


def count_parameters(sizes):
    return Network(sizes, rng=np.random.default_rng(0)).n_params


def array_shapes(sizes):
    network = Network(sizes, rng=np.random.default_rng(0))
    return [list(array.shape) for array in network.params.values()]


# %% wrong: biases-forgotten
# fails: forward-counting-value, forward-counting-hidden
def count_parameters(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return sum(a * b for a, b in pairs)


def array_shapes(sizes):
    return [s for a, b in zip(sizes, sizes[1:]) for s in ((a, b), (b,))]


# %% wrong: bias-per-weight
# fails: forward-counting-value, forward-counting-hidden
def count_parameters(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return sum(a * b + a * b for a, b in pairs)


def array_shapes(sizes):
    return [s for a, b in zip(sizes, sizes[1:]) for s in ((a, b), (b,))]


# %% wrong: input-biased
# fails: forward-counting-value, forward-counting-hidden
def count_parameters(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return sum(a * b for a, b in pairs) + sum(sizes)


def array_shapes(sizes):
    return [s for a, b in zip(sizes, sizes[1:]) for s in ((a, b), (b,))]


# %% wrong: sizes-multiplied
# fails: forward-counting-value, forward-counting-hidden
def count_parameters(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return int(np.prod(sizes))


def array_shapes(sizes):
    return [s for a, b in zip(sizes, sizes[1:]) for s in ((a, b), (b,))]


# %% wrong: neurons-counted
# fails: forward-counting-value, forward-counting-hidden
def count_parameters(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return sum(sizes)


def array_shapes(sizes):
    return [s for a, b in zip(sizes, sizes[1:]) for s in ((a, b), (b,))]


# %% wrong: bias-per-layer
# fails: forward-counting-value, forward-counting-hidden
def count_parameters(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return sum(a * b + 1 for a, b in pairs)


def array_shapes(sizes):
    return [s for a, b in zip(sizes, sizes[1:]) for s in ((a, b), (b,))]


# %% wrong: library-answer
# fails: forward-counting-value, forward-counting-hidden
def count_parameters(sizes):
    from nnbyhand.forward import count_parameters as theirs

    return theirs(sizes)


def array_shapes(sizes):
    return [s for a, b in zip(sizes, sizes[1:]) for s in ((a, b), (b,))]


# %% wrong: biases-forgotten, shapes
# fails: forward-counting-shapes, forward-counting-hidden
def count_parameters(sizes):
    return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))


def array_shapes(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return pairs


# %% wrong: textbook-shapes
# fails: forward-counting-shapes, forward-counting-hidden
def count_parameters(sizes):
    return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))


def array_shapes(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return [shape for a, b in pairs for shape in ((b, a), (b,))]


# %% wrong: bias-with-two-axes
# fails: forward-counting-shapes, forward-counting-hidden
def count_parameters(sizes):
    return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))


def array_shapes(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return [shape for a, b in pairs for shape in ((a, b), (b, 1))]


# %% wrong: bias-with-two-axes, a row
# fails: forward-counting-shapes, forward-counting-hidden
def count_parameters(sizes):
    return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))


def array_shapes(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return [shape for a, b in pairs for shape in ((a, b), (1, b))]


# %% wrong: biases-last
# fails: forward-counting-shapes, forward-counting-hidden
def count_parameters(sizes):
    return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))


def array_shapes(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return pairs + [(b,) for _, b in pairs]


# %% wrong: input-biased, shapes
# fails: forward-counting-shapes, forward-counting-hidden
def count_parameters(sizes):
    return sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))


def array_shapes(sizes):
    pairs = list(zip(sizes, sizes[1:]))
    return [(sizes[0],)] + [s for a, b in pairs for s in ((a, b), (b,))]
