"""Answers to perceptron-rates, right and wrong."""


# %% right: totals kept above 0
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% right: loops and lists
def rates(M):
    k = len(M)
    precision, recall, f1 = [], [], []
    for i in range(k):
        called = sum(M[j][i] for j in range(k))
        are = sum(M[i][j] for j in range(k))
        p = M[i][i] / called if called > 0 else 0
        r = M[i][i] / are if are > 0 else 0
        precision.append(p)
        recall.append(r)
        f1.append(2 * p * r / (p + r) if p + r > 0 else 0)
    return precision, recall, f1


def averages(M):
    precision, recall, f1 = rates(M)
    right = sum(M[i][i] for i in range(len(M)))
    return right / M.sum(), sum(recall) / len(M), sum(f1) / len(M)


# %% right: NaN turned into 0, with warnings
def rates(M):
    p = np.diag(M) / M.sum(axis=0)
    r = np.diag(M) / M.sum(axis=1)
    f = 2 * p * r / (p + r)
    return np.nan_to_num(p), np.nan_to_num(r), np.nan_to_num(f)


def averages(M):
    p, r, f = rates(M)
    return np.trace(M) / np.sum(M), np.average(r), np.average(f)


# %% right: np.divide with where, stacked
def rates(M):
    def share(part, whole):
        return np.divide(part, whole, out=np.zeros(len(M)), where=whole > 0)

    p, r = share(np.diag(M), M.sum(0)), share(np.diag(M), M.sum(1))
    return np.stack([p, r, share(2 * p * r, p + r)])


def averages(M):
    p, r, f = rates(M)
    return [M.trace() / M.sum(), np.mean(r), np.mean(f)]


# %% right: np.where, float32
def rates(M):
    np.log(np.zeros(1))
    hits, called, are = M.diagonal(), M.sum(axis=0), M.sum(axis=1)
    p = np.where(called > 0, hits / np.where(called > 0, called, 1), 0)
    r = np.where(are > 0, hits / np.where(are > 0, are, 1), 0)
    f = 2 * p * r / np.maximum(p + r, 1e-12)
    return p.astype(np.float32), r.astype(np.float32), f.astype(np.float32)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% right: torch
def rates(M):
    try:
        import torch
    except ImportError:
        torch = None
    M = torch.tensor(M, dtype=torch.float64) if torch else M.astype(float)
    hits = M.diagonal()
    called, are = M.sum(0), M.sum(1)
    p = hits / called.clip(1)
    r = hits / are.clip(1)
    return p, r, 2 * hits / (called + are).clip(1)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: precision-recall-swapped
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return r, p, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: f1-arithmetic
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, (p + r) / 2


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: f1-half
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f / 2


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: f1-geometric
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, np.sqrt(p * r)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: f1-summed
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, 2 * p * r


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: order-changed
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return f, p, r


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: totals-of-everything
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    share = np.diag(M) / M.sum()
    return share, share, share


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: one-class-only
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p[1], r[1], f[1]


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: specificity-for-recall
# fails: perceptron-rates-value, perceptron-rates-hidden, perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    negatives = M.sum() - M.sum(axis=1)
    s = (negatives - M.sum(axis=0) + hits) / negatives
    return p, s, 2 * p * s / np.maximum(p + s, 1e-12)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: zero-division
# fails: perceptron-rates-zero
def rates(M):
    p = np.diag(M) / M.sum(axis=0)
    r = np.diag(M) / M.sum(axis=1)
    return p, r, 2 * p * r / (p + r)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: zero-division, F1 from the counts
# fails: perceptron-rates-zero
def rates(M):
    called, are = M.sum(axis=0), M.sum(axis=1)
    return np.diag(M) / called, np.diag(M) / are, 2 * np.diag(M) / (called + are)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: f1-zero-division
# fails: perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, 2 * p * r / (p + r)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: zero-as-one
# fails: perceptron-rates-zero
def rates(M):
    p = np.nan_to_num(np.diag(M) / M.sum(axis=0), nan=1.0)
    r = np.nan_to_num(np.diag(M) / M.sum(axis=1), nan=1.0)
    return p, r, 2 * p * r / (p + r)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: class-dropped
# fails: perceptron-rates-zero
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    kept = M.sum(axis=0) > 0
    return p[kept], r[kept], f[kept]


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: library-answer
# fails: perceptron-rates-value, perceptron-rates-hidden
def rates(M):
    from nnbyhand import metrics

    return metrics.precision(M), metrics.recall(M), metrics.f1(M)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: balanced-is-accuracy
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, accuracy, f.mean()


# %% wrong: balanced-is-accuracy, weighted by size
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r @ M.sum(axis=1) / M.sum(), f.mean()


# %% wrong: weighted-macro
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), np.average(f, weights=M.sum(axis=1))


# %% wrong: f1-arithmetic
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), ((p + r) / 2).mean()


# %% wrong: f1-of-averages
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    P, R = p.mean(), r.mean()
    return accuracy, R, 2 * P * R / (P + R)


# %% wrong: precision-for-recall
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, p.mean(), f.mean()


# %% wrong: accuracy-is-balanced
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return r.mean(), r.mean(), f.mean()


# %% wrong: macro-of-recalls
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), r.mean()


# %% wrong: sums-for-means
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.sum(), f.sum()


# %% wrong: order-changed
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return r.mean(), accuracy, f.mean()


# %% wrong: library-answer
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    from nnbyhand.metrics import balanced_accuracy

    return accuracy, balanced_accuracy(M), f.mean()


# %% wrong: f1-floored
# fails: perceptron-rates-value, perceptron-rates-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, 2 * p * r / np.maximum(p + r, 1)


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return accuracy, r.mean(), f.mean()


# %% wrong: precision-for-recall, and a mean for the accuracy
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return r.mean(), p.mean(), f.mean()


# %% wrong: accuracy-is-a-mean
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return p.mean(), r.mean(), f.mean()


# %% wrong: accuracy-is-a-mean, of the diagonal
# fails: perceptron-rates-mean, perceptron-rates-mean-hidden
def rates(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    return p, r, f


def averages(M):
    hits = np.diag(M)
    p = hits / np.maximum(M.sum(axis=0), 1)
    r = hits / np.maximum(M.sum(axis=1), 1)
    f = 2 * hits / np.maximum(M.sum(axis=0) + M.sum(axis=1), 1)
    accuracy = hits.sum() / M.sum()
    return hits.mean(), r.mean(), f.mean()
