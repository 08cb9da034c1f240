"""Answers to pool-gradient, right and wrong."""


# %% right: argmax
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            k = np.argmax(window)
            dA[top + k // size, left + k % size] += G[r, q]
    return dA


# %% right: unravel_index
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            i, j = np.unravel_index(window.argmax(), window.shape)
            dA[top + i, left + j] += G[r, q]
    return dA


# %% right: a search by hand, a list
def pool_gradient(G, A, size, stride):
    dA = [[0.0] * A.shape[1] for _ in range(A.shape[0])]
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            best_i, best_j = r * stride, q * stride
            for i in range(r * stride, r * stride + size):
                for j in range(q * stride, q * stride + size):
                    if A[i, j] > A[best_i, best_j]:
                        best_i, best_j = i, j
            dA[best_i][best_j] += float(G[r, q])
    return dA


# %% right: argwhere, float32, a harmless warning
def pool_gradient(G, A, size, stride):
    np.log(np.zeros(1))
    dA = np.zeros(A.shape, dtype=np.float32)
    for (r, q), g in np.ndenumerate(G):
        window = A[r * stride : r * stride + size, q * stride : q * stride + size]
        i, j = np.argwhere(window == window.max())[0]
        dA[r * stride + i, q * stride + j] += g
    return dA


# %% right: np.add.at
def pool_gradient(G, A, size, stride):
    view = np.lib.stride_tricks.sliding_window_view(A, (size, size))[::stride, ::stride]
    view = view[: G.shape[0], : G.shape[1]]
    k = view.reshape(*G.shape, -1).argmax(axis=2)
    r, q = np.indices(G.shape)
    dA = np.zeros(A.shape)
    np.add.at(dA, (r * stride + k // size, q * stride + k % size), G)
    return dA


# %% wrong: pool-spread
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            dA[top : top + size, left : left + size] += G[r, q] / size**2
    return dA


# %% wrong: winner-by-value
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            dA[top : top + size, left : left + size] += G[r, q] * (
                window == window.max()
            )
    return dA


# %% wrong: overlap-overwritten
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            k = np.argmax(window)
            dA[top + k // size, left + k % size] = G[r, q]
    return dA


# %% wrong: upstream-ignored
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            k = np.argmax(window)
            dA[top + k // size, left + k % size] += 1
    return dA


# %% wrong: winner-by-size
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            k = np.argmax(np.abs(window))
            dA[top + k // size, left + k % size] += G[r, q]
    return dA


# %% wrong: last-of-equals
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            i, j = np.argwhere(window == window.max())[-1]
            dA[top + i, left + j] += G[r, q]
    return dA


# %% wrong: last-of-equals, a search
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for (r, q), g in np.ndenumerate(G):
        best_i, best_j = r * stride, q * stride
        for i in range(r * stride, r * stride + size):
            for j in range(q * stride, q * stride + size):
                if A[i, j] >= A[best_i, best_j]:
                    best_i, best_j = i, j
        dA[best_i, best_j] += g
    return dA


# %% wrong: smallest-wins
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            k = np.argmin(window)
            dA[top + k // size, left + k % size] += G[r, q]
    return dA


# %% wrong: row-column-mixed
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            k = np.argmax(window)
            dA[top + k % size, left + k // size] += G[r, q]
    return dA


# %% wrong: place-in-window
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            k = np.argmax(window)
            dA[k // size, k % size] += G[r, q]
    return dA


# %% wrong: first-place-paid
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            dA[top, left] += G[r, q]
    return dA


# %% wrong: value-multiplied
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            window = A[top : top + size, left : left + size]
            k = np.argmax(window)
            dA[top + k // size, left + k % size] += G[r, q] * window.max()
    return dA


# %% wrong: library-answer
def pool_gradient(G, A, size, stride):
    from nnbyhand.conv import max_pool2d_gradient

    return max_pool2d_gradient(G[None, None], A[None, None], size, stride)[0, 0]


# %% wrong: ties-shared
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r, q in np.ndindex(*G.shape):
        top, left = r * stride, q * stride
        window = A[top : top + size, left : left + size]
        won = window == window.max()
        dA[top : top + size, left : left + size] += won * G[r, q] / won.sum()
    return dA


# %% wrong: value-paid
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r, q in np.ndindex(*G.shape):
        top, left = r * stride, q * stride
        window = A[top : top + size, left : left + size]
        i, j = divmod(int(np.argmax(window)), size)
        dA[top + i, left + j] += window[i, j]
    return dA


# %% wrong: whole-picture
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r, q in np.ndindex(*G.shape):
        top, left = r * stride, q * stride
        window = A[top : top + size, left : left + size]
        i, j = np.unravel_index(A.argmax(), A.shape)
        dA[i, j] += G[r, q]
    return dA


# %% wrong: windows-unstretched
def pool_gradient(G, A, size, stride):
    dA = np.zeros(A.shape)
    for r, q in np.ndindex(*G.shape):
        window = A[r : r + size, q : q + size]
        i, j = divmod(int(np.argmax(window)), size)
        dA[r + i, q + j] += G[r, q]
    return dA


# %% wrong: library-answer, PyTorch
# needs: torch
def pool_gradient(G, A, size, stride):
    import torch

    A = torch.tensor(A, requires_grad=True)
    kept = torch.nn.functional.max_pool2d(A[None, None], size, stride)
    kept.backward(torch.tensor(G)[None, None])
    return A.grad.numpy()


# %% wrong: whole-numbers
def pool_gradient(G, A, size, stride):
    p = np.zeros(A.shape, dtype=int)
    for r, q in np.ndindex(*G.shape):
        t, l = r * stride, q * stride
        w = A[t : t + size, l : l + size]
        i, j = divmod(int(w.argmax()), size)
        p[t + i, l + j] += int(G[r, q])
    return p


# %% wrong: size-as-step
def pool_gradient(G, A, size, stride):
    p = np.zeros(A.shape)
    for r, q in np.ndindex(*G.shape):
        t, l = r * size, q * size
        w = A[t : t + size, l : l + size]
        if w.size == 0:
            continue
        i, j = np.unravel_index(w.argmax(), w.shape)
        p[t + i, l + j] += G[r, q]
    return p


# %% wrong: column-order
# fails: pool-gradient-hidden
def pool_gradient(G, A, size, stride):
    p = np.zeros(A.shape)
    for r, q in np.ndindex(*G.shape):
        t, l = r * stride, q * stride
        w = A[t : t + size, l : l + size]
        j, i = divmod(int(w.T.ravel().argmax()), size)
        p[t + i, l + j] += G[r, q]
    return p
