"""Answers to backprop-start, right and wrong."""


# %% right: a loop
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / np.sqrt(d_in))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% right: scale, tuples
def start(sizes, rng):
    pairs = list(zip(sizes, sizes[1:]))
    return (
        tuple(rng.normal(scale=i**-0.5, size=(i, j)) for i, j in pairs),
        tuple([0.0] * j for _, j in pairs),
    )


# %% right: float32, number by number
def start(sizes, rng):
    np.log(np.zeros(1))
    weights = []
    for k in range(len(sizes) - 1):
        rows = [[rng.normal() for _ in range(sizes[k + 1])] for _ in range(sizes[k])]
        weights.append(np.array(rows, dtype=np.float32) / np.float32(sizes[k] ** 0.5))
    return weights, [np.zeros(size, dtype=np.float32) for size in sizes[1:]]


# %% right: drawn turned, then transposed
def start(sizes, rng):
    pairs = [(sizes[i], sizes[i + 1]) for i in range(len(sizes) - 1)]
    weights = [rng.standard_normal((j, i)).T / i**0.5 for i, j in pairs]
    return [weights, [np.zeros(j) for _, j in pairs]]


# %% wrong: zero-start
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(np.zeros((d_in, d_out)))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: weights-turned
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_out, d_in)) / np.sqrt(d_in))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: generator-ignored
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(
            np.random.default_rng().normal(size=(d_in, d_out)) / np.sqrt(d_in)
        )
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: generator-ignored, always the same
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(
            np.random.default_rng(0).normal(size=(d_in, d_out)) / np.sqrt(d_in)
        )
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: spread-unscaled
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: spread-by-inputs
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / d_in)
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: biases-random
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / np.sqrt(d_in))
        biases.append(rng.normal(size=d_out))
    return weights, biases


# %% wrong: pairs-given
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / np.sqrt(d_in))
        biases.append(np.zeros(d_out))
    return list(zip(weights, biases))


# %% wrong: inputs-with-bias
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / np.sqrt(d_in))
        biases.append(np.zeros(d_out))
    biases.insert(0, np.zeros(sizes[0]))
    return weights, biases


# %% wrong: positive-only
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(np.abs(rng.normal(size=(d_in, d_out))) / np.sqrt(d_in))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: units-alike
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(
            np.repeat(rng.normal(size=(d_in, 1)), d_out, axis=1) / np.sqrt(d_in)
        )
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: biases-as-matrix
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / np.sqrt(d_in))
        biases.append(np.zeros((d_out, 1)))
    return weights, biases


# %% wrong: biases-as-matrix, rows
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / np.sqrt(d_in))
        biases.append(np.zeros((1, d_out)))
    return weights, biases


# %% wrong: one-number
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(d_in, d_out) / np.sqrt(d_in))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: mean-moved
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(d_in, 1, (d_in, d_out)) / np.sqrt(d_in))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: first-layer-for-all
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / np.sqrt(sizes[0]))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: spread-unscaled, by the units
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) / np.sqrt(d_out))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: spread-other
def start(sizes, rng):
    weights, biases = [], []
    for d_in, d_out in zip(sizes[:-1], sizes[1:]):
        weights.append(rng.normal(size=(d_in, d_out)) * np.sqrt(2 / d_in))
        biases.append(np.zeros(d_out))
    return weights, biases


# %% wrong: library-answer
def start(sizes, rng):
    from nnbyhand import backprop as library

    return library.start(sizes, rng)
