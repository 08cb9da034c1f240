"""Answers to recurrent-clip, right and wrong."""


# %% right: one factor
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = limit / length if length > limit else 1.0
    return [g * factor for g in grads], length


# %% right: flattened
def clip(grads, limit):
    length = np.linalg.norm(np.concatenate([g.ravel() for g in grads]))
    if length <= limit:
        return [g.copy() for g in grads], length
    return [limit * g / length for g in grads], length


# %% right: loops, a tuple
def clip(grads, limit):
    total = 0.0
    for g in grads:
        for value in g.flat:
            total += value**2
    length = total**0.5
    return tuple(g * min(1, limit / length) for g in grads), length


# %% right: float32, a harmless warning
def clip(grads, limit):
    np.log(np.zeros(1))
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = limit / length if length > limit else 1.0
    return [(g * factor).astype(np.float32) for g in grads], length


# %% wrong: each-alone
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = limit / length if length > limit else 1.0
    return [g * min(1, limit / np.linalg.norm(g)) for g in grads], length


# %% wrong: value-clipped
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = limit / length if length > limit else 1.0
    return [np.clip(g, -limit, limit) for g in grads], length


# %% wrong: always-scaled
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = limit / length
    return [g * factor for g in grads], length


# %% wrong: norm-squared
def clip(grads, limit):
    length = sum((g**2).sum() for g in grads)
    factor = limit / length if length > limit else 1.0
    return [g * factor for g in grads], length


# %% wrong: largest-for-norm
def clip(grads, limit):
    length = max(abs(g).max() for g in grads)
    factor = limit / length if length > limit else 1.0
    return [g * factor for g in grads], length


# %% wrong: absolute-sum
def clip(grads, limit):
    length = sum(abs(g).sum() for g in grads)
    factor = limit / length if length > limit else 1.0
    return [g * factor for g in grads], length


# %% wrong: length-after
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = limit / length if length > limit else 1.0
    return [g * factor for g in grads], length * factor


# %% wrong: lengths-added
def clip(grads, limit):
    length = sum(np.linalg.norm(g) for g in grads)
    factor = limit / length if length > limit else 1.0
    return [g * factor for g in grads], length


# %% wrong: to-length-one
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = 1 / length if length > limit else 1.0
    return [g * factor for g in grads], length


# %% wrong: factor-turned
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = length / limit if length > limit else 1.0
    return [g * factor for g in grads], length


# %% wrong: never-clipped
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = limit / length if length > limit else 1.0
    return [g for g in grads], length


# %% wrong: mutates-input
def clip(grads, limit):
    length = np.sqrt(sum((g**2).sum() for g in grads))
    factor = limit / length if length > limit else 1.0
    for g in grads:
        g *= factor
    return grads, length


# %% wrong: library-answer
from nnbyhand.recurrent import clip_by_norm


def clip(grads, limit):
    short, length = clip_by_norm({str(i): g for i, g in enumerate(grads)}, limit)
    return list(short.values()), length
