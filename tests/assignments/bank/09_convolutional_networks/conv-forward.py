"""Answers to conv-forward, right and wrong."""


# %% right: loops
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% right: loops over everything
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    Z = []
    for k in range(len(W)):
        rows = []
        for top in range(0, X.shape[1] - W.shape[2] + 1, stride):
            row = []
            for left in range(0, X.shape[2] - W.shape[3] + 1, stride):
                total = b[k]
                for c in range(W.shape[1]):
                    for i in range(W.shape[2]):
                        for j in range(W.shape[3]):
                            total += W[k, c, i, j] * X[c, top + i, left + j]
                row.append(total)
            rows.append(row)
        Z.append(rows)
    return Z


# %% right: patches and a product
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    kh, kw = W.shape[2:]
    view = np.lib.stride_tricks.sliding_window_view(X, (kh, kw), axis=(1, 2))
    view = view[:, ::stride, ::stride]
    return np.einsum("chwij,fcij->fhw", view, W) + b[:, None, None]


# %% right: offsets
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h, w = (X.shape[1] - kh) // stride + 1, (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w)) + b.reshape(-1, 1, 1)
    for i in range(kh):
        for j in range(kw):
            part = X[
                :,
                i : i + stride * (h - 1) + 1 : stride,
                j : j + stride * (w - 1) + 1 : stride,
            ]
            Z += np.tensordot(W[:, :, i, j], part, axes=1)
    return Z


# %% right: every place, then every stride-th
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // 1 + 1
    w = (X.shape[2] - kw) // 1 + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * 1, q * 1
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z[:, ::stride, ::stride]


# %% right: a frame made by hand, float32, a harmless warning
def conv2d(X, W, b, stride, padding):
    np.log(np.zeros(1))
    c, h, w = X.shape
    framed = np.zeros((c, h + 2 * padding, w + 2 * padding), dtype=np.float32)
    framed[:, padding : padding + h, padding : padding + w] = X
    out = []
    for kernel, bias in zip(W.astype(np.float32), b):
        kh, kw = kernel.shape[1:]
        out.append(
            [
                [
                    np.vdot(framed[:, t : t + kh, q : q + kw], kernel) + bias
                    for q in range(0, framed.shape[2] - kw + 1, stride)
                ]
                for t in range(0, framed.shape[1] - kh + 1, stride)
            ]
        )
    return np.array(out, dtype=np.float32)


# %% right: channel by channel
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h, w = (X.shape[1] - kh) // stride + 1, (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for ch in range(c):
        for r, q in np.ndindex(h, w):
            window = X[ch, r * stride : r * stride + kh, q * stride : q * stride + kw]
            for k in range(f):
                Z[k, r, q] += (W[k, ch] * window).sum()
    return Z + b[:, np.newaxis, np.newaxis]


# %% wrong: kernel-flipped
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k][:, ::-1, ::-1]).sum() + b[k]
    return Z


# %% wrong: kernel-transposed
def conv2d(X, W, b, stride, padding):
    W = W.swapaxes(2, 3)
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: bias-per-element
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k] + b[k]).sum()
    return Z


# %% wrong: bias-forgotten
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum()
    return Z


# %% wrong: mean-not-sum
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).mean() + b[k]
    return Z


# %% wrong: always-same-window
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (X[:, :kh, :kw] * W[k]).sum() + b[k]
    return Z


# %% wrong: output-too-large
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    Z = np.zeros((f, X.shape[1], X.shape[2]))
    for k in range(f):
        for r in range((X.shape[1] - kh) // stride + 1):
            for q in range((X.shape[2] - kw) // stride + 1):
                window = X[
                    :, r * stride : r * stride + kh, q * stride : q * stride + kw
                ]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: stride-ignored
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // 1 + 1
    w = (X.shape[2] - kw) // 1 + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * 1, q * 1
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: stride-rows-only
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // 1 + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * 1
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: start-not-stretched
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r, q
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: channels-separate
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h, w = (X.shape[1] - kh) // stride + 1, (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, c, h, w))
    for k, ch, r, q in np.ndindex(f, c, h, w):
        window = X[ch, r * stride : r * stride + kh, q * stride : q * stride + kw]
        Z[k, ch, r, q] = (W[k, ch] * window).sum() + b[k]
    return Z.reshape(f * c, h, w)


# %% wrong: channels-separate, four axes
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h, w = (X.shape[1] - kh) // stride + 1, (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w, c))
    for k, r, q in np.ndindex(f, h, w):
        window = X[:, r * stride : r * stride + kh, q * stride : q * stride + kw]
        Z[k, r, q] = (W[k] * window).sum(axis=(1, 2)) + b[k]
    return Z.squeeze(-1) if c == 1 else Z


# %% wrong: first-channel-only
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window[0] * W[k, 0]).sum() + b[k]
    return Z


# %% wrong: bias-each-channel
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = sum((window[i] * W[k, i]).sum() + b[k] for i in range(c))
    return Z


# %% wrong: padding-one-side
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (0, padding), (0, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: padding-one-side, twice as wide
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (0, 2 * padding), (0, 2 * padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: padding-ignored
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = X
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: whole-numbers
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w), dtype=int)
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: axis-too-many
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z[None]


# %% wrong: filters-added
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z.sum(axis=0)


# %% wrong: one-bias-for-all
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[0]
    return Z


# %% wrong: first-filter-only
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[0]).sum() + b[k]
    return Z


# %% wrong: mutates-input
def conv2d(X, W, b, stride, padding):
    kept = X.copy()
    X *= 0
    X = np.pad(kept, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k in range(f):
        for r in range(h):
            for q in range(w):
                top, left = r * stride, q * stride
                window = X[:, top : top + kh, left : left + kw]
                Z[k, r, q] = (window * W[k]).sum() + b[k]
    return Z


# %% wrong: library-answer
def conv2d(X, W, b, stride, padding):
    from nnbyhand.conv import conv2d as theirs

    return theirs(X[None], W, b, stride, padding)[0]


# %% wrong: library-answer, layer
def conv2d(X, W, b, stride, padding):
    from nnbyhand.conv import Conv2d

    return Conv2d.from_arrays(W, b, stride, padding).forward(X[None])[0]


# %% wrong: size-before-padding
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    f, _, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        top, left = r * stride, q * stride
        Z[k, r, q] = (W[k] * X[:, top : top + kh, left : left + kw]).sum() + b[k]
    return Z


# %% wrong: library-answer, PyTorch
# needs: torch
def conv2d(X, W, b, stride, padding):
    import torch

    parts = (torch.tensor(part) for part in (X[None], W, b))
    return torch.nn.functional.conv2d(*parts, stride, padding)[0].numpy()


# %% wrong: frame-on-channels
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, padding)
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        Z[k, r, q] = (
            W[k] * X[:c, r * stride : r * stride + kh, q * stride : q * stride + kw]
        ).sum() + b[k]
    return Z


# %% wrong: edge-repeated
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)), mode="edge")
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        Z[k, r, q] = (
            W[k] * X[:, r * stride : r * stride + kh, q * stride : q * stride + kw]
        ).sum() + b[k]
    return Z


# %% wrong: maps-last
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((h, w, f))
    for k, r, q in np.ndindex(f, h, w):
        Z[r, q, k] = (
            W[k] * X[:, r * stride : r * stride + kh, q * stride : q * stride + kw]
        ).sum() + b[k]
    return Z


# %% wrong: relu-applied
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        Z[k, r, q] = (
            W[k] * X[:, r * stride : r * stride + kh, q * stride : q * stride + kw]
        ).sum() + b[k]
    return np.maximum(Z, 0)


# %% wrong: bias-subtracted
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        Z[k, r, q] = (
            W[k] * X[:, r * stride : r * stride + kh, q * stride : q * stride + kw]
        ).sum() - b[k]
    return Z


# %% wrong: one-axis-flipped
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (padding, padding)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        Z[k, r, q] = (
            W[k, :, ::-1]
            * X[:, r * stride : r * stride + kh, q * stride : q * stride + kw]
        ).sum() + b[k]
    return Z


# %% wrong: padding-one-side, rows
# fails: conv-forward-settings, conv-forward-hidden
def conv2d(X, W, b, stride, padding):
    X = np.pad(X, ((0, 0), (padding, padding), (0, 0)))
    f, c, kh, kw = W.shape
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Z = np.zeros((f, h, w))
    for k, r, q in np.ndindex(f, h, w):
        Z[k, r, q] = (
            W[k] * X[:, r * stride : r * stride + kh, q * stride : q * stride + kw]
        ).sum() + b[k]
    return Z
