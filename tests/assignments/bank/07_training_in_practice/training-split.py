"""Answers to training-split, right and wrong."""


# %% right: two loops
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + len(rows) * percent // 100
            if i == len(percents) - 1:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            begin = end
    return [np.array(part) for part in parts]


# %% right: lists of Python numbers
def split_by_class(labels, percents, rng):
    """Shuffle all rows once, then deal them out."""
    order = rng.permutation(len(labels)).tolist()
    parts = tuple([] for _ in percents)
    for label in set(np.asarray(labels).tolist()):
        mine = [row for row in order if labels[row] == label]
        n_c = len(mine)
        for part, percent in zip(parts[:-1], percents[:-1], strict=True):
            for _ in range(n_c * percent // 100):
                part.append(mine.pop())
        parts[-1].extend(mine)
    return parts


# %% right: shuffled in place, with a harmless warning
def split_by_class(labels, percents, rng):
    np.log(np.zeros(1))
    found = []
    for label in np.unique(labels):
        rows = np.where(labels == label)[0]
        rng.shuffle(rows)
        cuts = np.cumsum([len(rows) * percent // 100 for percent in percents[:-1]])
        found.append(np.split(rows, cuts))
    return [np.concatenate(part) for part in zip(*found, strict=True)]


# %% right: sorted by a random key, an empty part may be float
def split_by_class(labels, percents, rng):
    keys = rng.random(len(labels))
    rows = np.lexsort((keys, labels))
    parts = [[] for _ in percents]
    start = 0
    for count in np.bincount(labels):
        stop = start + count
        for part, percent in zip(parts[:-1], percents[:-1], strict=True):
            take = count * percent // 100
            part += rows[start : start + take].tolist()
            start += take
        parts[-1] += rows[start:stop].tolist()
        start = stop
    return [
        np.sort(np.array(part, dtype=np.int32 if part else float)) for part in parts
    ]


# %% right: torch
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        cuts = np.cumsum([len(rows) * p // 100 for p in percents[:-1]])
        for part, cut in zip(parts, np.split(rows, cuts), strict=True):
            part.append(cut)
    parts = [np.concatenate(part) for part in parts]
    try:
        import torch
    except ImportError:
        return parts
    return [torch.tensor(part) for part in parts]


# %% wrong: not-stratified
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    rows = rng.permutation(len(labels))
    sizes = [len(rows) * percent // 100 for percent in percents[:-1]]
    return np.split(rows, np.cumsum(sizes))


# %% wrong: not-shuffled
# fails: training-split-value, training-split-shuffled, training-split-hidden
def split_by_class(labels, percents, rng):
    rows = np.arange(len(labels))
    sizes = [len(rows) * percent // 100 for percent in percents[:-1]]
    return np.split(rows, np.cumsum(sizes))


# %% wrong: stored-order
# fails: training-split-shuffled, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        sizes = [len(rows) * percent // 100 for percent in percents[:-1]]
        for part, cut in zip(parts, np.split(rows, np.cumsum(sizes)), strict=True):
            part.extend(cut)
    return [np.array(part) for part in parts]


# %% wrong: stored-order, shuffled after the cut
# fails: training-split-shuffled, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        sizes = [len(rows) * percent // 100 for percent in percents[:-1]]
        for part, cut in zip(parts, np.split(rows, np.cumsum(sizes)), strict=True):
            part.extend(cut)
    return [rng.permutation(part) for part in parts]


# %% wrong: generator-ignored
# fails: training-split-shuffled, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = np.random.default_rng(0).permutation(np.flatnonzero(labels == label))
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + len(rows) * percent // 100
            if i == len(percents) - 1:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            begin = end
    return [np.array(part) for part in parts]


# %% wrong: generator-ignored, fresh chance at every call
# fails: training-split-shuffled, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = np.random.default_rng().permutation(np.flatnonzero(labels == label))
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + len(rows) * percent // 100
            if i == len(percents) - 1:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            begin = end
    return [np.array(part) for part in parts]


# %% wrong: generator-ignored, a seed of its own
# fails: training-split-shuffled, training-split-hidden
def split_by_class(labels, percents, rng):
    rng = np.random.default_rng(42)
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + len(rows) * percent // 100
            if i == len(percents) - 1:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            begin = end
    return [np.array(part) for part in parts]


# %% wrong: test-in-training
# fails: training-split-value, training-split-shuffled, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + len(rows) * percent // 100
            if i == len(percents) - 1:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            pass
    return [np.array(part) for part in parts]


# %% wrong: test-in-training, every part drawn anew
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = []
    for percent in percents:
        part = []
        for label in np.unique(labels):
            rows = rng.permutation(np.flatnonzero(labels == label))
            part.extend(rows[: len(rows) * percent // 100])
        parts.append(np.array(part))
    return parts


# %% wrong: remainder-lost
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + len(rows) * percent // 100
            if False:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            begin = end
    return [np.array(part) for part in parts]


# %% wrong: remainder-lost, slices by sizes
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    found = [[] for _ in percents]
    for label in np.unique(labels):
        rows = list(rng.permutation(np.flatnonzero(labels == label)))
        n = len(rows)
        for part, percent in zip(found, percents, strict=True):
            size = n * percent // 100
            part += rows[:size]
            rows = rows[size:]
    return found


# %% wrong: remainder-first
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        sizes = [len(rows) * percent // 100 for percent in percents]
        sizes[0] += len(rows) - sum(sizes)
        cuts = np.split(rows, np.cumsum(sizes)[:-1])
        for part, cut in zip(parts, cuts, strict=True):
            part.extend(cut)
    return parts


# %% wrong: rounded
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + round(len(rows) * percent / 100)
            if i == len(percents) - 1:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            begin = end
    return [np.array(part) for part in parts]


# %% wrong: labels-returned
# fails: training-split-value, training-split-shuffled, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + len(rows) * percent // 100
            if i == len(percents) - 1:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            begin = end
    return [labels[np.array(part)] for part in parts]


# %% wrong: class-places
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation((labels == label).sum())
        begin = 0
        for i, percent in enumerate(percents):
            end = begin + len(rows) * percent // 100
            if i == len(percents) - 1:
                end = len(rows)
            parts[i].extend(rows[begin:end])
            begin = end
    return [np.array(part) for part in parts]


# %% wrong: cumulative
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        cuts = np.cumsum(percents[:-1]) * len(rows) // 100
        for part, cut in zip(parts, np.split(rows, cuts), strict=True):
            part.extend(cut)
    return [np.array(part) for part in parts]


# %% wrong: cumulative, by shares
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        cuts = (np.cumsum(percents)[:-1] / 100 * len(rows)).astype(int)
        for part, cut in zip(parts, np.split(rows, cuts), strict=True):
            part.extend(cut)
    return [np.array(part) for part in parts]


# %% wrong: rounded, up
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        cuts = np.cumsum([-(-len(rows) * p // 100) for p in percents[:-1]])
        for part, cut in zip(parts, np.split(rows, cuts), strict=True):
            part.extend(cut)
    return [np.array(part) for part in parts]


# %% wrong: not-whole
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        cuts = np.cumsum([len(rows) * p // 100 for p in percents[:-1]])
        for part, cut in zip(parts, np.split(rows, cuts), strict=True):
            part.extend(cut)
    return [np.array(part, dtype=float) for part in parts]


# %% wrong: classes-apart
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = rng.permutation(np.flatnonzero(labels == label))
        cuts = np.cumsum([len(rows) * p // 100 for p in percents[:-1]])
        for part, cut in zip(parts, np.split(rows, cuts), strict=True):
            part.append(cut)
    return parts


# %% wrong: labels-shuffled
# fails: training-split-value, training-split-hidden
def split_by_class(labels, percents, rng):
    labels = rng.permutation(labels)
    parts = [[] for _ in percents]
    for label in np.unique(labels):
        rows = np.flatnonzero(labels == label)
        cuts = np.cumsum([len(rows) * p // 100 for p in percents[:-1]])
        for part, cut in zip(parts, np.split(rows, cuts), strict=True):
            part.extend(cut)
    return [np.array(part) for part in parts]
