"""Answers to conv-input, right and wrong."""


# %% right: loops over places
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            framed[top : top + kh, left : left + kw] += G[r, q] * K
    return framed[padding : padding + shape[0], padding : padding + shape[1]]


# %% right: pixel by pixel
def input_gradient(G, K, shape, stride, padding):
    h, w = shape
    dX = np.zeros((h, w))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            for i in range(K.shape[0]):
                for j in range(K.shape[1]):
                    y, x = r * stride + i - padding, q * stride + j - padding
                    if 0 <= y < h and 0 <= x < w:
                        dX[y, x] += G[r, q] * K[i, j]
    return dX.tolist()


# %% right: spread out, then the flipped kernel
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    H, W = shape[0] + 2 * padding, shape[1] + 2 * padding
    wide = np.zeros((H + kh - 1, W + kw - 1))
    rows = kh - 1 + stride * np.arange(G.shape[0])
    columns = kw - 1 + stride * np.arange(G.shape[1])
    wide[np.ix_(rows, columns)] = G
    view = np.lib.stride_tricks.sliding_window_view(wide, (kh, kw))
    dX = (view * K[::-1, ::-1]).sum(axis=(2, 3))
    return dX[padding : H - padding, padding : W - padding]


# %% right: offsets, float32, a harmless warning
def input_gradient(G, K, shape, stride, padding):
    np.log(np.zeros(1))
    framed = np.zeros(
        (shape[0] + 2 * padding, shape[1] + 2 * padding), dtype=np.float32
    )
    h, w = G.shape
    for i in range(K.shape[0]):
        for j in range(K.shape[1]):
            framed[
                i : i + stride * (h - 1) + 1 : stride,
                j : j + stride * (w - 1) + 1 : stride,
            ] += K[i, j] * G
    if padding:
        framed = framed[padding:-padding, padding:-padding]
    return framed


# %% wrong: not-flipped-back
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            framed[top : top + kh, left : left + kw] += G[r, q] * K[::-1, ::-1]
    return framed[padding : padding + shape[0], padding : padding + shape[1]]


# %% wrong: overlap-overwritten
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            framed[top : top + kh, left : left + kw] = G[r, q] * K
    return framed[padding : padding + shape[0], padding : padding + shape[1]]


# %% wrong: upstream-ignored
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            framed[top : top + kh, left : left + kw] += K
    return framed[padding : padding + shape[0], padding : padding + shape[1]]


# %% wrong: kernel-ignored
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            framed[top : top + kh, left : left + kw] += G[r, q]
    return framed[padding : padding + shape[0], padding : padding + shape[1]]


# %% wrong: stride-ignored
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * 1, q * 1
            framed[top : top + kh, left : left + kw] += G[r, q] * K
    return framed[padding : padding + shape[0], padding : padding + shape[1]]


# %% wrong: frame-kept
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            framed[top : top + kh, left : left + kw] += G[r, q] * K
    return framed


# %% wrong: frame-cut-at-end
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            framed[top : top + kh, left : left + kw] += G[r, q] * K
    return framed[: shape[0], : shape[1]]


# %% wrong: empty-cut
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    framed = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    for r in range(G.shape[0]):
        for q in range(G.shape[1]):
            top, left = r * stride, q * stride
            framed[top : top + kh, left : left + kw] += G[r, q] * K
    return framed[padding:-padding, padding:-padding]


# %% wrong: borders-lost
def input_gradient(G, K, shape, stride, padding):
    kh, kw = K.shape
    wide = np.pad(G, 1)
    view = np.lib.stride_tricks.sliding_window_view(wide, (2, 2))
    flipped = K[::-1, ::-1][:2, :2]
    return (view[:, :, : flipped.shape[0], : flipped.shape[1]] * flipped).sum(
        axis=(2, 3)
    )[:2, :2]


# %% wrong: borders-lost, size of G
def input_gradient(G, K, shape, stride, padding):
    return G * K.sum()


# %% wrong: library-answer
def input_gradient(G, K, shape, stride, padding):
    from nnbyhand.conv import conv2d_gradients

    X = np.zeros((1, 1, *shape))
    return conv2d_gradients(G[None, None], X, K[None, None], stride, padding)[0][0, 0]


# %% wrong: library-answer, PyTorch
# needs: torch
def input_gradient(G, K, shape, stride, padding):
    import torch

    X = torch.zeros((1, 1, *shape), dtype=torch.float64, requires_grad=True)
    W = torch.tensor(K)[None, None].double()
    Z = torch.nn.functional.conv2d(X, W, stride=stride, padding=padding)
    Z.backward(torch.tensor(G)[None, None])
    return X.grad[0, 0].numpy()


# %% wrong: stride-rows-only
def input_gradient(G, K, shape, stride, padding):
    fr = np.zeros((shape[0] + 2 * padding, shape[1] + 2 * padding))
    kh, kw = K.shape
    for r, q in np.ndindex(*G.shape):
        fr[r * stride : r * stride + kh, q : q + kw] += G[r, q] * K
    return fr[padding : padding + shape[0], padding : padding + shape[1]]


# %% wrong: windows-left-out
def input_gradient(G, K, shape, stride, padding):
    fr = np.zeros(shape)
    kh, kw = K.shape
    for r, q in np.ndindex(*G.shape):
        t, l = r * stride - padding, q * stride - padding
        if t >= 0 and l >= 0 and t + kh <= shape[0] and l + kw <= shape[1]:
            fr[t : t + kh, l : l + kw] += G[r, q] * K
    return fr


# %% wrong: wraps-around
def input_gradient(G, K, shape, stride, padding):
    fr = np.zeros(shape)
    kh, kw = K.shape
    for r, q in np.ndindex(*G.shape):
        for i in range(kh):
            for j in range(kw):
                fr[
                    (r * stride + i - padding) % shape[0],
                    (q * stride + j - padding) % shape[1],
                ] += G[r, q] * K[i, j]
    return fr
