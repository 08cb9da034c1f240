"""Answers to conv-patches, right and wrong."""


# %% right: collected
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, stride):
        for left in range(0, X.shape[2] - kw + 1, stride):
            rows.append(X[:, top : top + kh, left : left + kw].ravel())
    return np.array(rows)


# %% right: a list of lists
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, stride):
        for left in range(0, X.shape[2] - kw + 1, stride):
            rows.append(X[:, top : top + kh, left : left + kw].flatten().tolist())
    return rows


# %% right: filled by number
def patches(X, kh, kw, stride):
    c, h, w = X.shape
    h_out, w_out = (h - kh) // stride + 1, (w - kw) // stride + 1
    P = np.empty((h_out * w_out, c * kh * kw))
    for n in range(len(P)):
        r, q = divmod(n, w_out)
        P[n] = X[:, r * stride : r * stride + kh, q * stride : q * stride + kw].reshape(
            -1
        )
    return P


# %% right: windows as a view
def patches(X, kh, kw, stride):
    view = np.lib.stride_tricks.sliding_window_view(X, (len(X), kh, kw))[0]
    return view[::stride, ::stride].reshape(-1, X.shape[0] * kh * kw)


# %% right: by offsets, float32
def patches(X, kh, kw, stride):
    c, h, w = X.shape
    columns = []
    for ch in range(c):
        for i in range(kh):
            for j in range(kw):
                part = X[ch, i : h - kh + 1 + i : stride, j : w - kw + 1 + j : stride]
                columns.append(part.ravel())
    return np.stack(columns, axis=1).astype(np.float32)


# %% right: index arithmetic, a harmless warning
def patches(X, kh, kw, stride):
    np.log(np.zeros(1))
    c, h, w = X.shape
    tops = np.arange(0, h - kh + 1, stride)
    lefts = np.arange(0, w - kw + 1, stride)
    place = (tops[:, None] * w + lefts).ravel()
    inside = (
        np.arange(c)[:, None, None] * h * w + np.arange(kh)[:, None] * w + np.arange(kw)
    ).ravel()
    return X.ravel()[place[:, None] + inside]


# %% wrong: patches-turned
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, stride):
        for left in range(0, X.shape[2] - kw + 1, stride):
            rows.append(X[:, top : top + kh, left : left + kw].ravel())
    return np.array(rows).T


# %% wrong: channels-last
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, stride):
        for left in range(0, X.shape[2] - kw + 1, stride):
            rows.append(
                np.moveaxis(X[:, top : top + kh, left : left + kw], 0, 2).ravel()
            )
    return np.array(rows)


# %% wrong: columns-first
def patches(X, kh, kw, stride):
    rows = []
    for left in range(0, X.shape[2] - kw + 1, stride):
        for top in range(0, X.shape[1] - kh + 1, stride):
            rows.append(X[:, top : top + kh, left : left + kw].ravel())
    return np.array(rows)


# %% wrong: window-by-columns
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, stride):
        for left in range(0, X.shape[2] - kw + 1, stride):
            rows.append(X[:, top : top + kh, left : left + kw].swapaxes(1, 2).ravel())
    return np.array(rows)


# %% wrong: stride-ignored
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, 1):
        for left in range(0, X.shape[2] - kw + 1, 1):
            rows.append(X[:, top : top + kh, left : left + kw].ravel())
    return np.array(rows)


# %% wrong: first-channel-only
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, stride):
        for left in range(0, X.shape[2] - kw + 1, stride):
            rows.append(X[0, top : top + kh, left : left + kw].ravel())
    return np.array(rows)


# %% wrong: windows-not-flat
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, stride):
        for left in range(0, X.shape[2] - kw + 1, stride):
            rows.append(X[:, top : top + kh, left : left + kw])
    return np.array(rows)


# %% wrong: channel-rows
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh + 1, stride):
        for left in range(0, X.shape[2] - kw + 1, stride):
            for channel in X:
                rows.append(channel[top : top + kh, left : left + kw].ravel())
    return np.array(rows)


# %% wrong: channel-rows, channel by channel
def patches(X, kh, kw, stride):
    rows = []
    for channel in X:
        for top in range(0, X.shape[1] - kh + 1, stride):
            for left in range(0, X.shape[2] - kw + 1, stride):
                rows.append(channel[top : top + kh, left : left + kw].ravel())
    return np.array(rows)


# %% wrong: last-window-dropped
def patches(X, kh, kw, stride):
    rows = []
    for top in range(0, X.shape[1] - kh, stride):
        for left in range(0, X.shape[2] - kw, stride):
            rows.append(X[:, top : top + kh, left : left + kw].ravel())
    return np.array(rows)


# %% wrong: library-answer, PyTorch
# needs: torch
def patches(X, kh, kw, stride):
    import torch

    X = torch.tensor(X[None], dtype=torch.float64)
    return torch.nn.functional.unfold(X, (kh, kw), stride=stride)[0].T


# %% wrong: stride-rows-only
def patches(X, kh, kw, stride):
    c, h, w = X.shape
    return np.array(
        [
            X[:, t : t + kh, l : l + kw].ravel()
            for t in range(0, h - kh + 1, stride)
            for l in range(0, w - kw + 1)
        ]
    )


# %% wrong: windows-apart
def patches(X, kh, kw, stride):
    c, h, w = X.shape
    return np.array(
        [
            X[:, t : t + kh, l : l + kw].ravel()
            for t in range(0, h - kh + 1, kh)
            for l in range(0, w - kw + 1, kw)
        ]
    )


# %% wrong: window-sides-swapped
def patches(X, kh, kw, stride):
    c, h, w = X.shape
    kh, kw = kw, kh
    return np.array(
        [
            X[:, t : t + kh, l : l + kw].ravel()
            for t in range(0, h - kh + 1, stride)
            for l in range(0, w - kw + 1, stride)
        ]
    )


# %% wrong: window-turned
def patches(X, kh, kw, stride):
    c, h, w = X.shape
    return np.array(
        [
            X[:, t : t + kh, l : l + kw][:, ::-1, ::-1].ravel()
            for t in range(0, h - kh + 1, stride)
            for l in range(0, w - kw + 1, stride)
        ]
    )
