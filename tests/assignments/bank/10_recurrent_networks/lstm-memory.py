"""Answers to lstm-memory, right and wrong."""


# %% right: as written
def new_memory(f, i, g, C):
    return f * C + i * g


def shown(o, C):
    return o * np.tanh(C)


# %% right: multiply and add
def new_memory(f, i, g, C):
    return np.add(np.multiply(f, C), np.multiply(i, g))


def shown(o, C):
    return o * (1 - 2 / (np.exp(2 * C) + 1))


# %% right: place by place, lists
def new_memory(f, i, g, C):
    f, i, g, C = (np.atleast_2d(a) for a in (f, i, g, C))
    return [
        [f[r, k] * C[r, k] + i[r, k] * g[r, k] for k in range(C.shape[1])]
        for r in range(len(C))
    ]


def shown(o, C):
    o, C = np.array(o), np.array(C)
    return [list(a * np.tanh(b)) for a, b in zip(o, C)]


# %% right: float32, a harmless warning
def new_memory(f, i, g, C):
    np.log(np.zeros(1))
    return np.float32(C * f + g * i)


def shown(o, C):
    return np.float32(np.tanh(C) * o)


# %% wrong: gates-swapped
# fails: lstm-memory-value
def new_memory(f, i, g, C):
    return i * C + f * g


def shown(o, C):
    return o * np.tanh(C)


# %% wrong: forget-inverted
# fails: lstm-memory-value
def new_memory(f, i, g, C):
    return (1 - f) * C + i * g


def shown(o, C):
    return o * np.tanh(C)


# %% wrong: forget-missing
# fails: lstm-memory-value
def new_memory(f, i, g, C):
    return C + i * g


def shown(o, C):
    return o * np.tanh(C)


# %% wrong: coupled-gates
# fails: lstm-memory-value
def new_memory(f, i, g, C):
    return f * C + (1 - f) * g


def shown(o, C):
    return o * np.tanh(C)


# %% wrong: not-admitted
# fails: lstm-memory-value
def new_memory(f, i, g, C):
    return f * C


def shown(o, C):
    return o * np.tanh(C)


# %% wrong: admitted-whole
# fails: lstm-memory-value
def new_memory(f, i, g, C):
    return f * C + g


def shown(o, C):
    return o * np.tanh(C)


# %% wrong: matrix-product
# fails: lstm-memory-value
def new_memory(f, i, g, C):
    return f @ C + i @ g


def shown(o, C):
    return o * np.tanh(C)


# %% wrong: output-tanh-forgotten
# fails: lstm-memory-shown
def new_memory(f, i, g, C):
    return f * C + i * g


def shown(o, C):
    return o * C


# %% wrong: output-gate-missing
# fails: lstm-memory-shown
def new_memory(f, i, g, C):
    return f * C + i * g


def shown(o, C):
    return np.tanh(C)


# %% wrong: matrix-product
# fails: lstm-memory-shown
def new_memory(f, i, g, C):
    return f * C + i * g


def shown(o, C):
    return o @ np.tanh(C)


# %% wrong: gates-tanh
# fails: lstm-memory-shown
def new_memory(f, i, g, C):
    return f * C + i * g


def shown(o, C):
    return np.tanh(o) * np.tanh(C)


# %% wrong: sigmoid-for-tanh
# fails: lstm-memory-shown
def new_memory(f, i, g, C):
    return f * C + i * g


def shown(o, C):
    return o * sigmoid(C)


# %% wrong: mutates-input
def new_memory(f, i, g, C):
    C *= f
    C += i * g
    return C


def shown(o, C):
    o *= np.tanh(C)
    return o
