"""Answers to training-dropout, right and wrong."""


# %% right: a mask of truth values
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% right: one number at a time
def dropout(X, p, rng, train):
    A, kept = X.astype(float).copy(), np.ones(X.shape, dtype=int)
    if train:
        for i in range(X.shape[0]):
            for j in range(X.shape[1]):
                if rng.random() < p:
                    A[i, j], kept[i, j] = 0.0, 0
                else:
                    A[i, j] /= 1 - p
    return [A, kept]


def dropout_gradient(dA, kept, p):
    return np.where(kept, dA / (1 - p), 0)


# %% right: binomial draws, float32
def dropout(X, p, rng, train):
    kept = rng.binomial(1, 1 - p, size=X.shape) if train else np.ones(X.shape, int)
    scale = 1 / (1 - p) if train else 1
    return (X * kept * scale).astype(np.float64), kept.astype(np.float32)


def dropout_gradient(dA, kept, p):
    return (dA * kept / (1 - p)).astype(np.float32)


# %% right: rng.choice, lists, a harmless warning
def dropout(X, p, rng, train):
    np.log(np.zeros(1))
    if train:
        kept = rng.choice([0, 1], size=X.shape, p=[p, 1 - p])
        return (kept * X / (1 - p)).tolist(), kept.tolist()
    return X.tolist(), np.ones_like(X).tolist()


def dropout_gradient(dA, kept, p):
    found = dA.copy()
    found[kept == 0] = 0
    return found / (1 - p)


# %% right: torch
def dropout(X, p, rng, train):
    kept = rng.uniform(size=X.shape) > p if train else np.ones(X.shape, dtype=bool)
    A = X * kept / (1 - p) if train else X
    try:
        import torch
    except ImportError:
        return A, kept
    return torch.tensor(A), torch.tensor(kept)


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: not-scaled
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept, kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: scaled-by-p
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / p, kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: keeps-p
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) < p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: keeps-p, scaled by p
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) < p
    return X * kept / p, kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: multiplied-by-kept
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept * (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: scaled-twice
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p) / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: rows-alike
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = np.tile(rng.random(X.shape[1]) >= p, (len(X), 1))
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: same-mask
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = np.random.default_rng(0).random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: mask-inverted
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), ~kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: not-dropped
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    return X, np.ones(X.shape)


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: on-at-prediction
# fails: training-dropout-eval, training-dropout-hidden
def dropout(X, p, rng, train):
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: grown-at-prediction
# fails: training-dropout-eval, training-dropout-hidden
def dropout(X, p, rng, train):
    kept = rng.random(X.shape) >= p if train else np.ones(X.shape)
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: on-at-prediction, without the scale
# fails: training-dropout-eval, training-dropout-hidden
def dropout(X, p, rng, train):
    kept = rng.random(X.shape) >= p
    return (X * kept / (1 - p) if train else X * kept), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: prediction-scaled
# fails: training-dropout-eval, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X * (1 - p), np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: none-kept
# fails: training-dropout-eval, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.zeros(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: backward-unmasked
# fails: training-dropout-back, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA


# %% wrong: backward-unmasked, scaled
# fails: training-dropout-back, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA / (1 - p)


# %% wrong: backward-unscaled
# fails: training-dropout-back, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept


# %% wrong: scaled-by-p, on the way back
# fails: training-dropout-back, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / p


# %% wrong: backward-inverted
# fails: training-dropout-back, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * (1 - kept) / (1 - p)


# %% wrong: backward-multiplied
# fails: training-dropout-back, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept * (1 - p)


# %% wrong: mutates-input
# fails: training-dropout-back, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    dA *= kept
    return dA / (1 - p)


# %% wrong: library-answer
# fails: training-dropout-back, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = rng.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    from nnbyhand.layers import dropout

    return dropout(dA, kept, p)


# %% wrong: kept-scaled
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = (rng.random(X.shape) >= p) / (1 - p)
    return X * kept, kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: generator-ignored
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = np.random.random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: generator-ignored, a generator without seed
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    kept = np.random.default_rng().random(X.shape) >= p
    return X * kept / (1 - p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: library-answer, on the way there
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    from nnbyhand.layers import dropout as apply

    kept = rng.random(X.shape) >= p
    return apply(X, kept, p), kept


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)


# %% wrong: library-answer, the layer
# fails: training-dropout-train, training-dropout-hidden
def dropout(X, p, rng, train):
    if not train:
        return X, np.ones(X.shape)
    from nnbyhand.layers import Dropout

    layer = Dropout(p, rng)
    A = layer.forward(X, train=True)
    return A, layer.mask


def dropout_gradient(dA, kept, p):
    return dA * kept / (1 - p)
