"""Answers to sequence-windows, right and wrong."""


# %% right: a loop
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% right: a view
def cut_windows(values, length, ahead):
    cut = np.lib.stride_tricks.sliding_window_view(values, length + ahead)
    return cut[:, :length], cut[:, -1]


def same_as_last(X, y):
    return np.linalg.norm(X[:, -1] - y) / len(y) ** 0.5


# %% right: lists
def cut_windows(values, length, ahead):
    values = list(values)
    last = len(values) - ahead
    X = [values[k - length : k] for k in range(length, last + 1)]
    return [X, values[length + ahead - 1 :]]


def same_as_last(X, y):
    total = 0
    for row, target in zip(X, y):
        total += (row[-1] - target) ** 2
    return (total / len(y)) ** 0.5


# %% right: float32, a harmless warning
def cut_windows(values, length, ahead):
    np.log(np.zeros(1))
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X, np.float32), np.array(y, np.float32)


def same_as_last(X, y):
    return np.float32(np.sqrt(np.mean((X[:, -1] - y) ** 2)))


# %% wrong: future-leaked
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i + ahead : i + ahead + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: future-leaked
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length + 1):
        X.append(values[i : i + length])
        y.append(values[i + length - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: shuffled-time
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(np.random.default_rng(0).permutation(values[i : i + length]))
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: shuffled-time
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length][::-1])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: one-ahead
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: too-far
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: last-window-lost
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: windows-apart
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(0, len(values) - length - ahead + 1, length):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: window-too-long
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length + 1])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: inputs-only
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: baseline-skipped
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return 0.0


# %% wrong: baseline-skipped
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean(y**2))


# %% wrong: mean-for-last
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.std(y)


# %% wrong: first-for-last
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, 0] - y) ** 2))


# %% wrong: window-mean
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X.mean(axis=1) - y) ** 2))


# %% wrong: root-forgotten
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.mean((X[:, -1] - y) ** 2)


# %% wrong: absolute-error
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.mean(abs(X[:, -1] - y))


# %% wrong: signed-error
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean(X[:, -1] - y) ** 2)


# %% wrong: signed-error
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.mean(X[:, -1] - y)


# %% wrong: too-early
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 2])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: counted-from-first
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + ahead])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: one-ahead, ahead unused
# fails: sequence-windows-value, sequence-windows-hidden
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length):
        X.append(values[i : i + length])
        y.append(values[i + length])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1] - y) ** 2))


# %% wrong: targets-shifted
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[1:, -1] - y[:-1]) ** 2))


# %% wrong: second-last
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -2] - y) ** 2))


# %% wrong: table-of-errors
# fails: sequence-windows-baseline
def cut_windows(values, length, ahead):
    X, y = [], []
    for i in range(len(values) - length - ahead + 1):
        X.append(values[i : i + length])
        y.append(values[i + length + ahead - 1])
    return np.array(X), np.array(y)


def same_as_last(X, y):
    return np.sqrt(np.mean((X[:, -1:] - y) ** 2))
