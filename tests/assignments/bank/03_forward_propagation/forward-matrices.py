"""Answers to forward-matrices, right and wrong."""


# %% right: three loops
def product(A, B):
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(B.shape[1]):
            for k in range(len(B)):
                C[i, j] += A[i, k] * B[k, j]
    return C


def from_textbook(w, b):
    W = np.zeros((w.shape[1], w.shape[0]))
    for to in range(w.shape[0]):
        for k in range(w.shape[1]):
            W[k, to] = w[to, k]
    return W, b.ravel()


def bias_as_weight(W, b):
    M = np.zeros((len(W) + 1, len(b)))
    M[0] = b
    M[1:] = W
    return M


# %% right: lists
def product(A, B):
    columns = list(zip(*B))
    return [[sum(a * b for a, b in zip(row, col)) for col in columns] for row in A]


def from_textbook(w, b):
    return [[list(column) for column in zip(*w)], [row[0] for row in b]]


def bias_as_weight(W, b):
    return [list(b)] + [list(row) for row in W]


# %% right: einsum, swapaxes, concatenate
def product(A, B):
    return np.einsum("ik,kj->ij", A, B)


def from_textbook(w, b):
    return np.swapaxes(w, 0, 1), b.squeeze(axis=1)


def bias_as_weight(W, b):
    return np.concatenate([b.reshape(1, -1), W])


# %% right: a sum of outer products, float32
def product(A, B):
    return sum(np.outer(A[:, k], B[k]) for k in range(len(B))).astype(np.float32)


def from_textbook(w, b):
    return np.transpose(w).astype(np.float32), b.T[0].astype(np.float32)


def bias_as_weight(W, b):
    return np.r_[b[None], W].astype(np.float32)


# %% right: torch and a harmless warning
def product(A, B):
    np.log(np.zeros(1))
    try:
        import torch
    except ImportError:
        return A.dot(B)
    return torch.tensor(A) @ torch.tensor(B)


def from_textbook(w, b):
    np.log(np.zeros(1))
    return np.array([column for column in w.T]), b.flatten()


def bias_as_weight(W, b):
    np.log(np.zeros(1))
    return np.insert(W, 0, b, axis=0)


# %% wrong: product-elementwise
# fails: forward-matrices-product, forward-matrices-hidden
def product(A, B):
    return A * B


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: factors-swapped
# fails: forward-matrices-product, forward-matrices-hidden
def product(A, B):
    return B @ A


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: rows-of-b
# fails: forward-matrices-product, forward-matrices-hidden
def product(A, B):
    return A @ B.T


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: columns-of-a
# fails: forward-matrices-product, forward-matrices-hidden
def product(A, B):
    return A.T @ B


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: last-product-kept
# fails: forward-matrices-product, forward-matrices-hidden
def product(A, B):
    C = np.zeros((len(A), B.shape[1]))
    for i in range(len(A)):
        for j in range(B.shape[1]):
            for k in range(len(B)):
                C[i, j] = A[i, k] * B[k, j]
    return C


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: not-transposed
# fails: forward-matrices-textbook, forward-matrices-hidden
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w, b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: reshape-for-transpose
# fails: forward-matrices-textbook, forward-matrices-hidden
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w.reshape(w.shape[1], w.shape[0]), b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: units-reversed
# fails: forward-matrices-textbook, forward-matrices-hidden
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return np.rot90(w, -1), b[::-1, 0]


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: column-kept
# fails: forward-matrices-textbook, forward-matrices-hidden
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w.T, b


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: row-kept
# fails: forward-matrices-textbook, forward-matrices-hidden
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w.T, b.T


def bias_as_weight(W, b):
    return np.vstack([b, W])


# %% wrong: bias-last
# fails: forward-matrices-bias
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([W, b])


# %% wrong: bias-as-column
# fails: forward-matrices-bias
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return np.hstack([b[:, None], W])


# %% wrong: bias-on-weights
# fails: forward-matrices-bias
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return W + b


# %% wrong: ones-joined
# fails: forward-matrices-bias
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return np.vstack([np.ones(len(b)), W])


# %% wrong: bias-left-out
# fails: forward-matrices-bias
def product(A, B):
    return A @ B


def from_textbook(w, b):
    return w.T, b[:, 0]


def bias_as_weight(W, b):
    return W
