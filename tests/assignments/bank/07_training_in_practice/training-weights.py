"""Answers to training-weights, right and wrong."""


# %% right: counted and looked up
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% right: loops
def example_weights(labels, trust, n_classes):
    found = []
    for label, faith in zip(labels, trust, strict=True):
        n_c = sum(1 for other in labels if other == label)
        found.append(faith * len(labels) / n_classes / n_c)
    return found


def weighted_loss(P, labels, weights):
    total = 0.0
    for row, label, weight in zip(P, labels, weights, strict=True):
        total -= weight * np.log(row[label])
    return total / sum(weights)


# %% right: np.average, one-hot, a harmless warning
def example_weights(labels, trust, n_classes):
    np.log(np.zeros(1))
    Y = np.eye(n_classes)[labels]
    return trust * (Y / Y.mean(axis=0)).sum(axis=1) / n_classes


def weighted_loss(P, labels, weights):
    Y = np.eye(P.shape[1])[labels]
    return np.average(-np.log((P * Y).sum(axis=1)), weights=weights)


# %% right: float32, zero-dimensional
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels)
    return (trust / counts[labels] * len(labels) / n_classes).astype(np.float32)


def weighted_loss(P, labels, weights):
    costs = -np.log(np.take_along_axis(P, labels[:, None], axis=1)[:, 0])
    return np.array(costs @ (weights / weights.sum()))


# %% wrong: weights-per-class-only
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels]


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: class-ignored
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return trust.copy()


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: class-count-forgotten
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / counts
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: majority-favoured
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = n_classes * counts / len(labels)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: majority-favoured, by shares
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = counts / len(labels)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: inverse-weights
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] / trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: trust-counted
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, weights=trust, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: sum-made-one
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    found = by_class[labels] * trust
    return found / found.sum()


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: weight-per-class
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: divided-by-n
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / len(P)


# %% wrong: divided-by-n, as a mean
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).mean()


# %% wrong: not-divided
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum()


# %% wrong: inverse-weights, of the costs
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (costs / weights).sum() / weights.sum()


# %% wrong: weights-unused
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return costs.mean()


# %% wrong: weights-unused, only divided
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (costs).sum() / weights.sum()


# %% wrong: sign-forgotten
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: all-classes
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    return -(weights[:, None] * np.log(P)).sum() / weights.sum()


# %% wrong: columns-taken
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    return -(weights * np.log(P[:, labels])).sum() / weights.sum()


# %% wrong: log-forgotten
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = P[np.arange(len(P)), labels]
    return (weights * costs).sum() / weights.sum()


# %% wrong: squared-weights
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights**2 * costs).sum() / weights.sum()


# %% wrong: costs-kept
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return weights * costs / weights.sum()


# %% wrong: library-answer
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    from nnbyhand.prepare import balanced_class_weights

    return trust * balanced_class_weights(labels, n_classes)[labels]


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: library-answer, the loss
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    from nnbyhand.losses import cross_entropy

    return cross_entropy(np.log(P), labels, weights)


# %% wrong: n-forgotten
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    n_c = np.bincount(labels, minlength=n_classes)
    return trust / n_c[labels]


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: n-forgotten, k is there
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    n_c = np.bincount(labels, minlength=n_classes)
    return trust / (n_classes * n_c[labels])


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: trust-added
# fails: training-weights-examples, training-weights-hidden
def example_weights(labels, trust, n_classes):
    n_c = np.bincount(labels, minlength=n_classes)
    return trust + (len(labels) / (n_classes * n_c))[labels]


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights * costs).sum() / weights.sum()


# %% wrong: weights-looked-up
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights[labels] * costs).sum() / weights[labels].sum()


# %% wrong: weights-looked-up, above only
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    costs = -np.log(P[np.arange(len(P)), labels])
    return (weights[labels] * costs).sum() / weights.sum()


# %% wrong: largest-taken
# fails: training-weights-loss, training-weights-hidden
def example_weights(labels, trust, n_classes):
    counts = np.bincount(labels, minlength=n_classes)
    by_class = len(labels) / (n_classes * counts)
    return by_class[labels] * trust


def weighted_loss(P, labels, weights):
    return -(weights * np.log(P.max(axis=1))).sum() / weights.sum()
