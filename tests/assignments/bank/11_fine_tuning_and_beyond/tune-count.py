"""Answers to tune-count, right and wrong."""


# %% right: a loop
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((9 if kind == "conv" else 1) * d_in + 1) * d_out
        total += count
        if not (place in frozen):
            free += count
    return free, free / total


# %% right: an array
def count_free(layers, frozen):
    counts = np.zeros(len(layers))
    for place, layer in enumerate(layers):
        if layer[0] == "conv":
            counts[place] = 9 * layer[1] * layer[2] + layer[2]
        if layer[0] == "dense":
            counts[place] = layer[1] * layer[2] + layer[2]
    free = np.delete(counts, frozen)
    return np.array([free.sum(), free.sum() / counts.sum()])


# %% right: the library's layers
def count_free(layers, frozen):
    def size(layer):
        if layer[0] == "conv":
            return (9 * layer[1] + 1) * layer[2]
        return (layer[1] + 1) * layer[2] if layer[0] == "dense" else 0

    total = sum(map(size, layers))
    kept = sum(size(layers[i]) for i in set(frozen))
    return [total - kept, 1 - kept / total]


# %% right: float32
def count_free(layers, frozen):
    sizes = {"conv": lambda a, b: (9 * a + 1) * b, "dense": lambda a, b: (a + 1) * b}
    counts = [sizes[k](*s) if k in sizes else 0 for k, *s in layers]
    free = sum(c for i, c in enumerate(counts) if i not in frozen)
    return free, np.float32(free / sum(counts))


# %% wrong: counts-all
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((9 if kind == "conv" else 1) * d_in + 1) * d_out
        total += count
        if not (place in frozen):
            free += count
    return total, 1.0


# %% wrong: head-is-small
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((9 if kind == "conv" else 1) * d_in + 1) * d_out
        total += count
        if not (place != max(i for i, l in enumerate(layers) if len(l) == 3)):
            free += count
    return free, free / total


# %% wrong: frozen-counted
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((9 if kind == "conv" else 1) * d_in + 1) * d_out
        total += count
        if not (place in frozen):
            free += count
    return total - free, (total - free) / total


# %% wrong: biases-uncounted
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((9 if kind == "conv" else 1) * d_in) * d_out
        total += count
        if not (place in frozen):
            free += count
    return free, free / total


# %% wrong: window-forgotten
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((1) * d_in + 1) * d_out
        total += count
        if not (place in frozen):
            free += count
    return free, free / total


# %% wrong: share-of-frozen
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((9 if kind == "conv" else 1) * d_in + 1) * d_out
        total += count
        if not (place in frozen):
            free += count
    return free, free / max(total - free, 1)


# %% wrong: places-of-learning
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((9 if kind == "conv" else 1) * d_in + 1) * d_out
        total += count
        if not (
            [i for i, l in enumerate(layers) if len(l) == 3].index(place) in frozen
        ):
            free += count
    return free, free / total


# %% wrong: percent-given
def count_free(layers, frozen):
    free = total = 0
    for place, layer in enumerate(layers):
        if len(layer) < 3:
            continue
        kind, d_in, d_out = layer
        count = ((9 if kind == "conv" else 1) * d_in + 1) * d_out
        total += count
        if not (place in frozen):
            free += count
    return free, 100 * free / total


# %% wrong: one-bias-a-layer
def count_free(layers, frozen):
    counts = [0] * len(layers)
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "conv":
            counts[place] = 9 * sizes[0] * sizes[1] + 1
        elif kind == "dense":
            counts[place] = (sizes[0] + 1) * sizes[1]
    free = sum(count for place, count in enumerate(counts) if place not in frozen)
    return free, free / sum(counts)


# %% wrong: share-rounded
def count_free(layers, frozen):
    counts = [0] * len(layers)
    for place, (kind, *sizes) in enumerate(layers):
        if kind == "conv":
            counts[place] = (9 * sizes[0] + 1) * sizes[1]
        elif kind == "dense":
            counts[place] = (sizes[0] + 1) * sizes[1]
    free = sum(count for place, count in enumerate(counts) if place not in frozen)
    return free, round(free / sum(counts), 2)
