"""Answers to training-start, right and wrong."""


# %% right: normal with the deviation given
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% right: drawn evenly, lists
def he_start(sizes, rng):
    pairs = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        limit = np.sqrt(6 / n_in)
        pairs.append(
            [rng.uniform(-limit, limit, (n_in, n_out)).tolist(), [0.0] * n_out]
        )
    return tuple(pairs)


def spreads(X, layers):
    found = []
    for W, b in layers:
        Z = X @ W + b
        X = Z * (Z > 0)
        found.append(float(np.sqrt(((X - X.mean()) ** 2).mean())))
    return np.array(found)


# %% right: float32, a harmless warning
def he_start(sizes, rng):
    np.log(np.zeros(1))
    return [
        (
            (rng.standard_normal((a, b)) * (2 / a) ** 0.5).astype(np.float32),
            np.zeros(b, dtype=np.float32),
        )
        for a, b in zip(sizes[:-1], sizes[1:], strict=True)
    ]


def spreads(X, layers):
    found = np.zeros(len(layers), dtype=np.float32)
    for i, (W, b) in enumerate(layers):
        X = np.where(X @ W + b > 0, X @ W + b, 0.0)
        found[i] = X.std()
    return found


# %% right: a sign for each weight, torch
def he_start(sizes, rng):
    return [
        (rng.choice([-1.0, 1.0], (a, b)) * np.sqrt(2 / a), np.zeros(b))
        for a, b in zip(sizes[:-1], sizes[1:], strict=True)
    ]


def spreads(X, layers):
    found = []
    for W, b in layers:
        X = (X @ W + b).clip(0)
        found.append(np.std(X))
    try:
        import torch
    except ImportError:
        return found
    return torch.tensor(found)


# %% wrong: all-zero
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = np.zeros((sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: all-zero, all alike
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = np.full((sizes[i], sizes[i + 1]), np.sqrt(2 / sizes[i]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: unscaled
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, 1, (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: variance-as-deviation
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, 2 / sizes[i], (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: fan-out
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i + 1]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: glorot
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(
            0, np.sqrt(2 / (sizes[i] + sizes[i + 1])), (sizes[i], sizes[i + 1])
        )
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: half-signal
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(1 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: uniform-limit
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = np.sqrt(2 / sizes[i]) * rng.uniform(-1, 1, (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: first-fan-everywhere
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[0]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: mean-not-zero
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = np.sqrt(2 / sizes[i]) * rng.random((sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: biases-random
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, rng.normal(size=sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: generator-ignored
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = np.random.default_rng(0).normal(
            0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1])
        )
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: activation-forgotten
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = A @ W + b
        found.append(A.std())
    return found


# %% wrong: bias-forgotten
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W, 0)
        found.append(A.std())
    return found


# %% wrong: sums-measured
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        Z = A @ W + b
        found.append(Z.std())
        A = np.maximum(Z, 0)
    return found


# %% wrong: input-measured
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        found.append(A.std())
        A = np.maximum(A @ W + b, 0)
    return found


# %% wrong: input-measured, as one more
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [X.std()], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: last-linear
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers[:-1]:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    W, b = layers[-1]
    return [*found, (A @ W + b).std()]


# %% wrong: mean-for-spread
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.mean())
    return found


# %% wrong: variance-for-spread
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.var())
    return found


# %% wrong: unit-by-unit
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std(axis=0).mean())
    return found


# %% wrong: deviation-sample
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std(ddof=1))
    return found


# %% wrong: spread-of-weights
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    return [W.std() for W, _ in layers]


# %% wrong: first-only
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    for W, b in layers:
        X = np.maximum(X @ W + b, 0)
    return X.std()


# %% wrong: torch-rule
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    start = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        W = rng.uniform(-1, 1, size=(n_in, n_out)) / np.sqrt(n_in)
        start.append((W, np.zeros(n_out)))
    return start


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: generator-ignored, chance without seed
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    start = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        W = np.random.normal(0, np.sqrt(2 / n_in), size=(n_in, n_out))
        start.append((W, np.zeros(n_out)))
    return start


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: half-signal, as for tanh
# fails: training-start-he, training-start-hidden
def he_start(sizes, rng):
    start = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        W = rng.normal(size=(n_in, n_out)) / np.sqrt(n_in)
        start.append((W, np.zeros(n_out)))
    return start


def spreads(X, layers):
    found, A = [], X
    for W, b in layers:
        A = np.maximum(A @ W + b, 0)
        found.append(A.std())
    return found


# %% wrong: tanh-used
# fails: training-start-spread, training-start-hidden
def he_start(sizes, rng):
    pairs = []
    for i in range(len(sizes) - 1):
        W = rng.normal(0, np.sqrt(2 / sizes[i]), (sizes[i], sizes[i + 1]))
        pairs.append((W, np.zeros(sizes[i + 1])))
    return pairs


def spreads(X, layers):
    found = []
    for W, b in layers:
        X = np.tanh(X @ W + b)
        found.append(X.std())
    return found
