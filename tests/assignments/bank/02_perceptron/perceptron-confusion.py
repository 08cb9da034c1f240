"""Answers to perceptron-confusion, right and wrong."""


# %% right: counted in a loop
def confusion(predicted, truth, k):
    M = np.zeros((k, k), dtype=int)
    for said, true in zip(predicted, truth):
        M[true, said] += 1
    return M


# %% right: a nested list
def confusion(predicted, truth, k):
    M = [[0] * k for _ in range(k)]
    for n in range(len(truth)):
        M[truth[n]][predicted[n]] += 1
    return M


# %% right: place by place
def confusion(predicted, truth, k):
    M = np.zeros((k, k))
    for i in range(k):
        for j in range(k):
            M[i, j] = np.sum((truth == i) & (predicted == j))
    return M


# %% right: np.add.at
def confusion(predicted, truth, k):
    M = np.zeros((k, k), dtype=np.float32)
    np.add.at(M, (truth, predicted), 1)
    return M


# %% right: one-hot rows multiplied
def confusion(predicted, truth, k):
    return np.eye(k)[truth].T @ np.eye(k)[predicted]


# %% right: np.bincount of k · truth + predicted, with a warning
def confusion(predicted, truth, k):
    np.log(np.zeros(1))
    return np.bincount(k * truth + predicted, minlength=k * k).reshape(k, k)


# %% right: torch
def confusion(predicted, truth, k):
    try:
        import torch
    except ImportError:
        return np.eye(k)[truth].T @ np.eye(k)[predicted]
    M = torch.zeros((k, k), dtype=torch.int64)
    for said, true in zip(predicted, truth):
        M[int(true), int(said)] += 1
    return M


# %% wrong: axes-swapped
def confusion(predicted, truth, k):
    M = np.zeros((k, k), dtype=int)
    for said, true in zip(predicted, truth):
        M[said, true] += 1
    return M


# %% wrong: order-reversed
def confusion(predicted, truth, k):
    M = np.zeros((k, k), dtype=int)
    for said, true in zip(predicted, truth):
        M[k - 1 - true, k - 1 - said] += 1
    return M


# %% wrong: diagonal-only
def confusion(predicted, truth, k):
    M = np.zeros((k, k), dtype=int)
    for said, true in zip(predicted, truth):
        if said == true:
            M[true, said] += 1
    return M


# %% wrong: marked-not-counted
def confusion(predicted, truth, k):
    M = np.zeros((k, k), dtype=int)
    for said, true in zip(predicted, truth):
        M[true, said] = 1
    return M


# %% wrong: marked-not-counted, arrays as indices
def confusion(predicted, truth, k):
    M = np.zeros((k, k), dtype=int)
    M[truth, predicted] += 1
    return M


# %% wrong: shares-for-counts
def confusion(predicted, truth, k):
    M = np.zeros((k, k))
    for said, true in zip(predicted, truth):
        M[true, said] += 1 / len(truth)
    return M


# %% wrong: two-classes-only
def confusion(predicted, truth, k):
    tn = np.sum((truth == 0) & (predicted == 0))
    fp = np.sum((truth == 0) & (predicted == 1))
    fn = np.sum((truth == 1) & (predicted == 0))
    tp = np.sum((truth == 1) & (predicted == 1))
    return np.array([[tn, fp], [fn, tp]])


# %% wrong: library-answer
def confusion(predicted, truth, k):
    from nnbyhand.metrics import confusion_matrix

    return confusion_matrix(predicted, truth, k)


# %% wrong: flat-counts
def confusion(predicted, truth, k):
    return np.bincount(k * truth + predicted, minlength=k * k)
