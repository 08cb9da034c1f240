"""Answers to code-line, right and wrong."""


# %% right: in one go
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = np.linalg.svd(X - m, full_matrices=False)[2][:k]
    x = X_new
    back = (x - m) @ V.T @ V + m
    return np.mean((back - x) ** 2)


# %% right: with eigenvectors
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = np.linalg.eigh(np.cov(X.T))[1][:, ::-1][:, :k].T
    x = X_new
    back = (x - m) @ V.T @ V + m
    return float(((x - back) ** 2).mean())


# %% right: a loop
def linear_error(X, X_new, k):
    m = sum(X) / len(X)
    _, _, Vt = np.linalg.svd(X - m)
    total = 0.0
    for x in X_new:
        rest = x - m
        for v in Vt[:k]:
            rest = rest - (rest @ v) * v
        total += (rest**2).mean()
    return total / len(X_new)


# %% right: a network of two layers
def linear_error(X, X_new, k):
    if k == 0:
        return np.mean((X_new - X.mean(axis=0)) ** 2)
    m = X.mean(axis=0)
    V = np.linalg.svd(X - m, full_matrices=False)[2][:k]
    coder = [Dense.from_arrays(V.T, -m @ V.T), Dense.from_arrays(V, m)]
    back = Network.from_layers(coder).predict(X_new)
    return np.array([np.mean((back - X_new) ** 2)])


# %% wrong: mean-kept
def linear_error(X, X_new, k):
    m = np.zeros(X.shape[1])
    V = np.linalg.svd(X - m, full_matrices=False)[2][:k]
    x = X_new
    back = (x - m) @ V.T @ V + m
    return np.mean((back - x) ** 2)


# %% wrong: mean-not-added
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = np.linalg.svd(X - m, full_matrices=False)[2][:k]
    x = X_new
    back = (x - m) @ V.T @ V
    return np.mean((back - x) ** 2)


# %% wrong: mean-of-new
def linear_error(X, X_new, k):
    m = np.concatenate([X, X_new]).mean(axis=0)
    V = np.linalg.svd(np.concatenate([X, X_new]) - m, full_matrices=False)[2][:k]
    x = X_new
    back = (x - m) @ V.T @ V + m
    return np.mean((back - x) ** 2)


# %% wrong: measured-on-known
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = np.linalg.svd(X - m, full_matrices=False)[2][:k]
    x = X
    back = (x - m) @ V.T @ V + m
    return np.mean((back - x) ** 2)


# %% wrong: summed-not-meant
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = np.linalg.svd(X - m, full_matrices=False)[2][:k]
    x = X_new
    back = (x - m) @ V.T @ V + m
    return ((back - x) ** 2).sum(axis=1).mean()


# %% wrong: columns-for-rows
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = np.linalg.svd(X - m, full_matrices=False)[2][:, :k].T
    x = X_new
    back = (x - m) @ V.T @ V + m
    return np.mean((back - x) ** 2)


# %% wrong: least-spread
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = (lambda Vt: Vt[len(Vt) - k :])(np.linalg.svd(X - m, full_matrices=False)[2])
    x = X_new
    back = (x - m) @ V.T @ V + m
    return np.mean((back - x) ** 2)


# %% wrong: root-taken
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = np.linalg.svd(X - m, full_matrices=False)[2][:k]
    x = X_new
    back = (x - m) @ V.T @ V + m
    return np.sqrt(np.mean((back - x) ** 2))


# %% wrong: one-direction-more
def linear_error(X, X_new, k):
    m = X.mean(axis=0)
    V = np.linalg.svd(X - m, full_matrices=False)[2][: k + 1]
    x = X_new
    back = (x - m) @ V.T @ V + m
    return np.mean((back - x) ** 2)


# %% wrong: one-mean-for-all
def linear_error(X, X_new, k):
    m = X.mean()
    V = np.linalg.svd(X - m, full_matrices=False)[2][:k]
    back = (X_new - m) @ V.T @ V + m
    return np.mean((back - X_new) ** 2)
