"""Answers to loss-entropy, right and wrong."""


# %% right: with loops
def cross_entropy(Z, labels):
    total = 0
    for z, label in zip(Z, labels):
        m = max(z)
        total += m + np.log(sum(np.exp(z - m))) - z[label]
    return total / len(Z)


def cross_entropy_gradient(Z, labels, weights):
    rows = []
    for z, label, w in zip(Z, labels, weights):
        p = np.exp(z - max(z))
        p = p / sum(p)
        p[label] = p[label] - 1
        rows.append(w / sum(weights) * p)
    return rows


# %% right: np.logaddexp, one-hot rows
def cross_entropy(Z, labels):
    Y = np.eye(Z.shape[1])[labels]
    return (np.logaddexp.reduce(Z, axis=1) - (Z * Y).sum(axis=1)).mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% right: float32, with a harmless warning
def cross_entropy(Z, labels):
    np.log(np.zeros(1))
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return np.float32(-1) * log_p[np.arange(len(Z)), labels].mean().astype(np.float32)


def cross_entropy_gradient(Z, labels, weights):
    np.log(np.zeros(1))
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return (weights[:, None] / weights.sum() * (P - Y)).astype(np.float32)


# %% right: picked with take_along_axis
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1))[:, None]
    return -np.take_along_axis(log_p, labels[:, None], axis=1).mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return ((P - Y).T * weights / weights.sum()).T


# %% right: torch
def cross_entropy(Z, labels):
    try:
        import torch
    except ImportError:
        return (np.logaddexp.reduce(Z, axis=1) - Z[np.arange(len(Z)), labels]).mean()
    return torch.nn.functional.cross_entropy(torch.tensor(Z), torch.tensor(labels))


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: log-base-two
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -(log_p / np.log(2))[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: sign-forgotten
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: softmax-twice
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    return -np.log(np.exp(P) / np.exp(P).sum(axis=1, keepdims=True))[
        np.arange(len(Z)), labels
    ].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: max-probability
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p.max(axis=1).mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: sum-not-mean
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].sum()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: logits-for-log
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    return -Z[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: softmax-axis
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=0)
    return -(Z - np.log(np.exp(Z).sum(axis=0)))[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: mutates-input
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z -= Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: library-answer
# fails: loss-entropy-value, loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    from nnbyhand import losses

    return losses.cross_entropy(Z, labels)


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: overflow
# fails: loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    return -np.log(P)[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: clipped
# fails: loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    return -np.log(P + 1e-12)[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: clipped, at both ends
# fails: loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    return -np.log(np.clip(P, 1e-7, 1 - 1e-7))[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: error-turned
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (Y - P)


# %% wrong: target-forgotten
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * P


# %% wrong: weights-ignored
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return (P - Y) / len(P)


# %% wrong: weights-not-normalised
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] * (P - Y) / len(P)


# %% wrong: sum-not-mean, in the gradient
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] * (P - Y)


# %% wrong: slope-extra
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y) * P * (1 - P)


# %% wrong: true-class-only
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y) * Y


# %% wrong: overflow, in the gradient
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)
    P[np.arange(len(Z)), labels] -= 1
    return weights[:, None] / weights.sum() * P


# %% wrong: library-answer, for the gradient
# fails: loss-entropy-gradient, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    from nnbyhand import losses

    return losses.cross_entropy_gradient(Z, labels, weights)


# %% wrong: one-shift
# fails: loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    Z = Z - Z.max()
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -log_p[np.arange(len(Z)), labels].mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)


# %% wrong: one-shift, then the logarithm
# fails: loss-entropy-stable, loss-entropy-hidden
def cross_entropy(Z, labels):
    P = np.exp(Z - Z.max())
    P = P / P.sum(axis=1, keepdims=True)
    return -np.log(P[np.arange(len(Z)), labels]).mean()


def cross_entropy_gradient(Z, labels, weights):
    P = np.exp(Z - Z.max(axis=1, keepdims=True))
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(Z.shape[1])[labels]
    return weights[:, None] / weights.sum() * (P - Y)
