"""Answers to conv-weights, right and wrong."""


# %% right: loops over weights
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return dW, G.sum(axis=(1, 2))


# %% right: loops over places
def weight_gradients(G, X):
    f, h, w = G.shape
    kh, kw = X.shape[1] - h + 1, X.shape[2] - w + 1
    dW = np.zeros((f, len(X), kh, kw))
    db = np.zeros(f)
    for k in range(f):
        for r in range(h):
            for q in range(w):
                dW[k] += G[k, r, q] * X[:, r : r + kh, q : q + kw]
                db[k] += G[k, r, q]
    return [dW, db]


# %% right: einsum over a view, float32
def weight_gradients(G, X):
    view = np.lib.stride_tricks.sliding_window_view(X, G.shape[1:], axis=(1, 2))
    dW = np.einsum("frq,cijrq->fcij", G, view)
    return dW.astype(np.float32), G.reshape(len(G), -1).sum(1).astype(np.float32)


# %% right: patches, a harmless warning
def weight_gradients(G, X):
    np.log(np.zeros(1))
    f, h, w = G.shape
    kh, kw = X.shape[1] - h + 1, X.shape[2] - w + 1
    rows = np.array(
        [X[:, r : r + kh, q : q + kw].ravel() for r in range(h) for q in range(w)]
    )
    dW = G.reshape(f, -1) @ rows
    return dW.reshape(f, len(X), kh, kw), [float(g.sum()) for g in G]


# %% wrong: upstream-ignored
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = X[ch, i : i + h, j : j + w].sum()
    return dW, G.sum(axis=(1, 2))


# %% wrong: upstream-ignored, both
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = X[ch, i : i + h, j : j + w].sum()
    return dW, np.full(f, h * w)


# %% wrong: gradient-flipped
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return dW[:, :, ::-1, ::-1], G.sum(axis=(1, 2))


# %% wrong: places-averaged
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).mean()
    return dW, G.sum(axis=(1, 2))


# %% wrong: last-place-only
def weight_gradients(G, X):
    f, h, w = G.shape
    kh, kw = X.shape[1] - h + 1, X.shape[2] - w + 1
    dW = np.zeros((f, len(X), kh, kw))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                dW[k] = G[k, r, q] * X[:, r : r + kh, q : q + kw]
    return dW, G.sum(axis=(1, 2))


# %% wrong: channels-swapped
# fails: conv-weights-value, conv-weights-hidden
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return dW.swapaxes(0, 1), G.sum(axis=(1, 2))


# %% wrong: channels-alike
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[0, i : i + h, j : j + w]).sum()
    return dW, G.sum(axis=(1, 2))


# %% wrong: filters-alike
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[0] * X[ch, i : i + h, j : j + w]).sum()
    return dW, G.sum(axis=(1, 2))


# %% wrong: parts-swapped
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return G.sum(axis=(1, 2)), dW


# %% wrong: bias-mean
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return dW, G.mean(axis=(1, 2))


# %% wrong: bias-zero
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return dW, np.zeros(f)


# %% wrong: bias-upstream-ignored
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return dW, np.full(f, h * w)


# %% wrong: bias-one-number
def weight_gradients(G, X):
    f, h, w = G.shape
    c = len(X)
    dW = np.zeros((f, c, X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k in range(f):
        for ch in range(c):
            for i in range(dW.shape[2]):
                for j in range(dW.shape[3]):
                    dW[k, ch, i, j] = (G[k] * X[ch, i : i + h, j : j + w]).sum()
    return dW, G.sum()


# %% wrong: library-answer
def weight_gradients(G, X):
    from nnbyhand.conv import conv2d_gradients

    W = np.zeros(
        (len(G), len(X), X.shape[1] - G.shape[1] + 1, X.shape[2] - G.shape[2] + 1)
    )
    _, dW, db = conv2d_gradients(G[None], X[None], W)
    return dW, db


# %% wrong: one-array
def weight_gradients(G, X):
    f, h, w = G.shape
    dW = np.zeros((f, len(X), X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k, c, i, j in np.ndindex(*dW.shape):
        dW[k, c, i, j] = (G[k] * X[c, i : i + h, j : j + w]).sum()
    return dW


# %% wrong: upstream-turned
def weight_gradients(G, X):
    f, h, w = G.shape
    dW = np.zeros((f, len(X), X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k, c, i, j in np.ndindex(*dW.shape):
        dW[k, c, i, j] = (G[k, ::-1, ::-1] * X[c, i : i + h, j : j + w]).sum()
    return dW, G.sum(axis=(1, 2))


# %% wrong: channels-added
def weight_gradients(G, X):
    f, h, w = G.shape
    dW = np.zeros((f, len(X), X.shape[1] - h + 1, X.shape[2] - w + 1))
    for k, c, i, j in np.ndindex(*dW.shape):
        dW[k, c, i, j] = (G[k] * X[:, i : i + h, j : j + w]).sum()
    return dW, G.sum(axis=(1, 2))


# %% wrong: library-answer, sliding
def weight_gradients(G, X):
    from nnbyhand.conv import conv2d

    dW = conv2d(X[:, None], G[:, None], np.zeros(len(G)))
    return dW.swapaxes(0, 1), G.sum(axis=(1, 2))


# %% wrong: library-answer, PyTorch
# needs: torch
def weight_gradients(G, X):
    import torch

    kh, kw = X.shape[1] - G.shape[1] + 1, X.shape[2] - G.shape[2] + 1
    W = torch.zeros((len(G), len(X), kh, kw), dtype=torch.float64, requires_grad=True)
    b = torch.zeros(len(G), dtype=torch.float64, requires_grad=True)
    Z = torch.nn.functional.conv2d(torch.tensor(X)[None], W, b)
    Z.backward(torch.tensor(G)[None])
    return W.grad.numpy(), b.grad.numpy()


# %% wrong: bias-axes-kept
def weight_gradients(G, X):
    f, h, w = G.shape
    kh, kw = X.shape[1] - h + 1, X.shape[2] - w + 1
    dW = np.zeros((f, len(X), kh, kw))
    for k, r, q in np.ndindex(*G.shape):
        dW[k] += G[k, r, q] * X[:, r : r + kh, q : q + kw]
    return dW, G.sum((1, 2), keepdims=True)


# %% wrong: bias-wrong-axes
def weight_gradients(G, X):
    f, h, w = G.shape
    kh, kw = X.shape[1] - h + 1, X.shape[2] - w + 1
    dW = np.zeros((f, len(X), kh, kw))
    for k, r, q in np.ndindex(*G.shape):
        dW[k] += G[k, r, q] * X[:, r : r + kh, q : q + kw]
    return dW, G.sum((0, 1))
