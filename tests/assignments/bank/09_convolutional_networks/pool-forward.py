"""Answers to pool-forward, right and wrong."""


# %% right: loops
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.max(window, axis=(1, 2))
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% right: channel by channel, lists
def pool(A, size, stride, kind):
    maps = []
    for channel in A:
        rows = []
        for top in range(0, channel.shape[0] - size + 1, stride):
            row = []
            for left in range(0, channel.shape[1] - size + 1, stride):
                numbers = [
                    float(x)
                    for x in channel[top : top + size, left : left + size].ravel()
                ]
                row.append(
                    max(numbers) if kind == "max" else sum(numbers) / len(numbers)
                )
            rows.append(row)
        maps.append(rows)
    return maps


# %% right: a running maximum
def pool(A, size, stride, kind):
    h, w = (A.shape[1] - size) // stride + 1, (A.shape[2] - size) // stride + 1
    out = np.zeros((len(A), h, w))
    for c, r, q in np.ndindex(*out.shape):
        best, total = A[c, r * stride, q * stride], 0
        for i in range(size):
            for j in range(size):
                value = A[c, r * stride + i, q * stride + j]
                total += value
                if value > best:
                    best = value
        out[c, r, q] = best if kind == "max" else total / size**2
    return out


# %% right: a view of all windows
def pool(A, size, stride, kind):
    view = np.lib.stride_tricks.sliding_window_view(A, (size, size), axis=(1, 2))
    view = view[:, ::stride, ::stride]
    return view.max(axis=(3, 4)) if kind == "max" else view.mean(axis=(3, 4))


# %% right: corners, float32, a harmless warning
def pool(A, size, stride, kind):
    np.log(np.zeros(1))
    h, w = (A.shape[1] - size) // stride + 1, (A.shape[2] - size) // stride + 1
    corners = np.stack(
        [
            A[
                :,
                i : i + stride * (h - 1) + 1 : stride,
                j : j + stride * (w - 1) + 1 : stride,
            ]
            for i in range(size)
            for j in range(size)
        ]
    ).astype(np.float32)
    return corners.max(axis=0) if kind == "max" else corners.mean(axis=0)


# %% wrong: average-for-max
# fails: pool-forward-value, pool-forward-hidden
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = np.mean(window, axis=(1, 2))
    return out


# %% wrong: maximum-from-zero
# fails: pool-forward-value, pool-forward-hidden
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.maximum(window.max(axis=(1, 2)), 0)
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: absolute-maximum
# fails: pool-forward-value, pool-forward-hidden
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.abs(window).max(axis=(1, 2))
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: corner-last
# fails: pool-forward-value, pool-forward-hidden
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                window[:, -1, -1] if kind == "max" else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: corner-first
# fails: pool-forward-value, pool-forward-hidden
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                window[:, 0, 0] if kind == "max" else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: smallest-for-max
# fails: pool-forward-value, pool-forward-hidden
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                window.min(axis=(1, 2))
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: diagonal-only
# fails: pool-forward-value, pool-forward-hidden
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.diagonal(window, axis1=1, axis2=2).max(axis=1)
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: maximum-from-zero, running
# fails: pool-forward-value, pool-forward-hidden
def pool(A, size, stride, kind):
    h, w = (A.shape[1] - size) // stride + 1, (A.shape[2] - size) // stride + 1
    out = np.zeros((len(A), h, w))
    for c, r, q in np.ndindex(*out.shape):
        best, total = 0, 0
        for i in range(size):
            for j in range(size):
                value = A[c, r * stride + i, q * stride + j]
                total += value
                best = max(best, value)
        out[c, r, q] = best if kind == "max" else total / size**2
    return out


# %% wrong: whole-numbers
# fails: pool-forward-average
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w), dtype=int if kind == "average" else float)
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.max(window, axis=(1, 2))
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: windows-overlap
def pool(A, size, stride, kind):
    h, w = ((n - size) // 1 + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[:, r * 1 : r * 1 + size, q * 1 : q * 1 + size]
            out[:, r, q] = (
                np.max(window, axis=(1, 2))
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: stride-is-size
def pool(A, size, stride, kind):
    h, w = ((n - size) // size + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[:, r * size : r * size + size, q * size : q * size + size]
            out[:, r, q] = (
                np.max(window, axis=(1, 2))
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: rounded-up
def pool(A, size, stride, kind):
    h, w = (-(-(n - size) // stride) + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.max(window, axis=(1, 2))
                if kind == "max"
                else np.mean(window, axis=(1, 2))
            )
    return out


# %% wrong: channels-mixed
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = np.max(window) if kind == "max" else np.mean(window)
    return out


# %% wrong: channels-mixed, one map
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = np.max(window) if kind == "max" else np.mean(window)
    return out[0]


# %% wrong: max-for-average
# fails: pool-forward-average
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = np.max(window, axis=(1, 2))
    return out


# %% wrong: sum-for-average
# fails: pool-forward-average
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.max(window, axis=(1, 2))
                if kind == "max"
                else window.sum(axis=(1, 2))
            )
    return out


# %% wrong: divided-by-size
# fails: pool-forward-average
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.max(window, axis=(1, 2))
                if kind == "max"
                else window.sum(axis=(1, 2)) / size
            )
    return out


# %% wrong: corner-last, average
# fails: pool-forward-average
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r in range(h):
        for q in range(w):
            window = A[
                :, r * stride : r * stride + size, q * stride : q * stride + size
            ]
            out[:, r, q] = (
                np.max(window, axis=(1, 2)) if kind == "max" else window[:, -1, -1]
            )
    return out


# %% wrong: library-answer
def pool(A, size, stride, kind):
    from nnbyhand import conv

    use = conv.max_pool2d if kind == "max" else conv.average_pool2d
    return use(A[None], size, stride)[0]


# %% wrong: library-answer, PyTorch
# needs: torch
def pool(A, size, stride, kind):
    from torch import nn, tensor

    layer = nn.MaxPool2d if kind == "max" else nn.AvgPool2d
    return layer(size, stride)(tensor(A)).numpy()


# %% wrong: divided-by-four
# fails: pool-forward-average
def pool(A, size, stride, kind):
    h, w = ((n - size) // stride + 1 for n in A.shape[1:])
    out = np.zeros((len(A), h, w))
    for r, q in np.ndindex(h, w):
        win = A[:, r * stride : r * stride + size, q * stride : q * stride + size]
        out[:, r, q] = win.max((1, 2)) if kind == "max" else win.sum((1, 2)) / 4
    return out


# %% wrong: side-assumed
def pool(A, size, stride, kind):
    h = w = (A.shape[1] - size) // stride + 1
    out = np.zeros((len(A), h, w))
    for r, q in np.ndindex(h, w):
        win = A[:, r * stride : r * stride + size, q * stride : q * stride + size]
        out[:, r, q] = win.max((1, 2)) if kind == "max" else win.mean((1, 2))
    return out
