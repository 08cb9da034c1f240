"""Answers to descent-batches, right and wrong."""


# %% right: counted with loops
def updates(n, batch_size, n_epochs):
    count = 0
    for _ in range(n_epochs):
        left = n
        while left > 0:
            left -= batch_size
            count += 1
    return count


def epoch_loss(losses, sizes):
    total = examples = 0
    for loss, size in zip(losses, sizes):
        total += loss * size
        examples += size
    return total / examples


def batches(X, Y, batch_size, rng):
    order = list(range(len(X)))
    rng.shuffle(order)
    made = []
    while order:
        rows, order = order[:batch_size], order[batch_size:]
        made.append([np.array([X[i] for i in rows]), np.array([Y[i] for i in rows])])
    return made


# %% right: lengths of ranges, weighted mean, splits
import math


def updates(n, batch_size, n_epochs):
    return math.ceil(n / batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return np.average(losses, weights=sizes)


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    cuts = range(batch_size, len(X), batch_size)
    return list(zip(np.split(X[order], cuts), np.split(Y[order], cuts)))


# %% right: float32, with a harmless warning, both tables shuffled
def updates(n, batch_size, n_epochs):
    return np.float64(len(range(0, n, batch_size)) * n_epochs)


def epoch_loss(losses, sizes):
    np.log(np.zeros(1))
    return np.float32(losses @ sizes / sizes.sum())


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    X, Y = X[order], Y[order]
    return [
        (X[i : i + batch_size], Y[i : i + batch_size])
        for i in range(0, len(X), batch_size)
    ]


# %% right: order from random keys, labels joined on
def updates(n, batch_size, n_epochs):
    full, rest = divmod(n, batch_size)
    return [(full + (rest > 0)) * n_epochs]


def epoch_loss(losses, sizes):
    return np.repeat(losses, sizes).mean()


def batches(X, Y, batch_size, rng):
    table = np.column_stack([X, Y])[np.argsort(rng.random(len(X)))]
    parts = [table[i : i + batch_size] for i in range(0, len(X), batch_size)]
    return tuple((part[:, :-1], part[:, -1]) for part in parts)


# %% right: rng.choice without replacement, list around a generator
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    def walk():
        order = rng.choice(len(X), size=len(X), replace=False)
        for i in range(0, len(X), batch_size):
            yield X[order[i : i + batch_size]], Y[order[i : i + batch_size]]

    return list(walk())


# %% wrong: last-batch-dropped
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return n // batch_size * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: epoch-is-step
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: epochs-forgotten
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size)


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: examples-counted
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return n * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: epochs-joined
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n * n_epochs // batch_size)


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: one-too-many
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return (n // batch_size + 1) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: library-answer
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    from nnbyhand import descent

    return descent.updates(n, batch_size, n_epochs)


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: mean-of-means
# fails: descent-batches-mean, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return losses.mean()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: sums-taken
# fails: descent-batches-mean, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return losses.sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: not-divided
# fails: descent-batches-mean, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: divided-by-batches
# fails: descent-batches-mean, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / len(losses)


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: last-batch-dropped, from the mean
# fails: descent-batches-mean, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes)[:-1].sum() / sizes[:-1].sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: library-answer, for the mean
# fails: descent-batches-mean, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    from nnbyhand import descent

    return descent.epoch_mean(losses, sizes)


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: last-batch-dropped, from the data
# fails: descent-batches-value, descent-batches-order, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X) - batch_size + 1, batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: labels-not-shuffled
# fails: descent-batches-value, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[i : i + batch_size]))
    return made


# %% wrong: with-replacement
# fails: descent-batches-value, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.integers(0, len(X), size=len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: labels-not-shuffled, two permutations
# fails: descent-batches-value, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    X, Y = rng.permutation(X), rng.permutation(Y)
    return [
        (X[i : i + batch_size], Y[i : i + batch_size])
        for i in range(0, len(X), batch_size)
    ]


# %% wrong: library-answer, for batches
# fails: descent-batches-value, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    from nnbyhand.prepare import mini_batches

    return [(X[rows], Y[rows]) for rows in mini_batches(len(X), batch_size, rng)]


# %% wrong: with-replacement, for each batch
# fails: descent-batches-value, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = rng.choice(len(X), size=min(batch_size, len(X) - i))
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: mutates-input
# fails: descent-batches-value, descent-batches-order, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    X[:], Y[:] = X[order], Y[order]
    return [
        (X[i : i + batch_size].copy(), Y[i : i + batch_size].copy())
        for i in range(0, len(X), batch_size)
    ]


# %% wrong: not-shuffled
# fails: descent-batches-order
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = np.arange(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: shuffled-once
# fails: descent-batches-order
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = np.random.default_rng(0).permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: shuffled-once, from a copy of the generator
# fails: descent-batches-order
import copy


def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = copy.deepcopy(rng).permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: generator-ignored
# fails: descent-batches-order
def updates(n, batch_size, n_epochs):
    return -(-n // batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = np.random.default_rng().permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: rounded
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return round(n / batch_size) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: rounded, by adding a half
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return int(n / batch_size + 0.5) * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made


# %% wrong: not-rounded
# fails: descent-batches-count, descent-batches-hidden
def updates(n, batch_size, n_epochs):
    return n / batch_size * n_epochs


def epoch_loss(losses, sizes):
    return (losses * sizes).sum() / sizes.sum()


def batches(X, Y, batch_size, rng):
    order = rng.permutation(len(X))
    made = []
    for i in range(0, len(X), batch_size):
        rows = order[i : i + batch_size]
        made.append((X[rows], Y[rows]))
    return made
