"""Answers to training-scale, right and wrong."""


# %% right: a loop over columns
def scale_parts(train, val, test):
    found = [part.astype(float).copy() for part in (train, val, test)]
    for j in range(train.shape[1]):
        column = train[:, j]
        mean = sum(column) / len(column)
        deviation = (sum((x - mean) ** 2 for x in column) / len(column)) ** 0.5
        for part in found:
            part[:, j] = (part[:, j] - mean) / (deviation if deviation > 0 else 1)
    return found


# %% right: float32
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation[deviation == 0] = 1
    return [
        ((part - mean) / deviation).astype(np.float32) for part in (train, val, test)
    ]


# %% right: lists, with a harmless warning
def scale_parts(train, val, test):
    np.log(np.zeros(1))
    mean = np.mean(train, 0, keepdims=True)
    deviation = np.sqrt(((train - mean) ** 2).mean(axis=0))
    scale = [d or 1.0 for d in deviation]
    return tuple(((part - mean) / scale).tolist() for part in (train, val, test))


# %% right: torch
def scale_parts(train, val, test):
    mean, deviation = train.mean(0), train.std(0)
    deviation = np.maximum(deviation, (deviation == 0).astype(float))
    parts = [(part - mean) / deviation for part in (train, val, test)]
    try:
        import torch
    except ImportError:
        return parts
    return tuple(torch.tensor(part) for part in parts)


# %% wrong: scaled-with-all
def scale_parts(train, val, test):
    X = np.concatenate([train, val, test])
    mean, deviation = X.mean(axis=0), X.std(axis=0)
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: scaled-with-all, stacked
def scale_parts(train, val, test):
    X = np.vstack([test, train, val])
    mean, deviation = X.mean(0), np.sqrt(X.var(0))
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: validation-used
def scale_parts(train, val, test):
    X = np.concatenate([train, val])
    mean, deviation = X.mean(axis=0), X.std(axis=0)
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: scaled-each-part
def scaled(X):
    deviation = X.std(axis=0)
    return (X - X.mean(axis=0)) / np.where(deviation == 0, 1, deviation)


def scale_parts(train, val, test):
    return scaled(train), scaled(val), scaled(test)


# %% wrong: deviation-sample
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0, ddof=1)
    deviation = np.where(deviation == 0, 1, deviation)
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: one-mean-for-all
def scale_parts(train, val, test):
    mean, deviation = train.mean(), train.std()
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: rows-scaled
def scale_parts(train, val, test):
    found = []
    for part in (train, val, test):
        deviation = part.std(axis=1, keepdims=True)
        mean = part.mean(axis=1, keepdims=True)
        found.append((part - mean) / np.where(deviation == 0, 1, deviation))
    return found


# %% wrong: variance-for-deviation
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.var(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: mean-kept
def scale_parts(train, val, test):
    mean, deviation = 0, train.std(axis=0)
    deviation = np.where(deviation == 0, 1, deviation)
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: deviation-forgotten
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), 1
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: training-only
def scale_parts(train, val, test):
    deviation = np.where(train.std(axis=0) == 0, 1, train.std(axis=0))
    return (train - train.mean(axis=0)) / deviation, val, test


# %% wrong: zero-removed
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    still = deviation == 0
    deviation[still] = 1
    return [
        np.where(still, 0, (part - mean) / deviation) for part in (train, val, test)
    ]


# %% wrong: not-finite
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: mutates-input
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    deviation[deviation == 0] = 1
    for part in (train, val, test):
        part -= mean
        part /= deviation
    return train, val, test


# %% wrong: library-answer
def scale_parts(train, val, test):
    from nnbyhand.prepare import Standardiser

    scale = Standardiser().fit(train)
    return [scale.transform(part) for part in (train, val, test)]


# %% wrong: zero-deviation
def scaled(X):
    return (X - X.mean(axis=0)) / X.std(axis=0)


def scale_parts(train, val, test):
    return scaled(train), scaled(val), scaled(test)


# %% wrong: zero-deviation, of the training part
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: almost-zero
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0) + 1e-8
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: almost-zero, as a floor
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), np.maximum(train.std(axis=0), 1e-12)
    return tuple((part - mean) / deviation for part in (train, val, test))


# %% wrong: still-unshifted
def scale_parts(train, val, test):
    mean, deviation = train.mean(axis=0), train.std(axis=0)
    parts = [part.copy() for part in (train, val, test)]
    for part in parts:
        moves = deviation > 0
        part[:, moves] = (part[:, moves] - mean[moves]) / deviation[moves]
    return parts
