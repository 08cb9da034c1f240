"""Answers to conv-size, right and wrong."""


# %% right: a list
def output_shape(shape, window, stride, padding):
    rows = (shape[0] + 2 * padding - window[0]) // stride + 1
    columns = (shape[1] + 2 * padding - window[1]) // stride + 1
    return [rows, columns]


# %% right: an array
def output_shape(shape, window, stride, padding):
    n, k = np.array(shape), np.array(window)
    return (n + 2 * padding - k) // stride + 1


# %% right: counted with range
def output_shape(shape, window, stride, padding):
    return tuple(
        len(range(0, n + 2 * padding - k + 1, stride)) for n, k in zip(shape, window)
    )


# %% right: floor of floats
def output_shape(shape, window, stride, padding):
    out = []
    for i in range(2):
        out.append(np.floor((shape[i] + 2 * padding - window[i]) / stride) + 1)
    return out


# %% right: float32, a harmless warning
def output_shape(shape, window, stride, padding):
    np.log(np.zeros(1))
    return np.float32(
        [int((shape[i] + 2 * padding - window[i]) / stride + 1) for i in (0, 1)]
    )


# %% right: a loop that moves a window
def output_shape(shape, window, stride, padding):
    counts = []
    for n, k in zip(shape, window):
        start = -padding
        count = 0
        while start + k <= n + padding:
            count += 1
            start += stride
        counts.append(count)
    return counts[0], counts[1]


# %% wrong: rounded-up
def output_shape(shape, window, stride, padding):
    return tuple(-(-(n + 2 * padding - k) // stride) + 1 for n, k in zip(shape, window))


# %% wrong: not-rounded
def output_shape(shape, window, stride, padding):
    return tuple((n + 2 * padding - k) / stride + 1 for n, k in zip(shape, window))


# %% wrong: padding-once
def output_shape(shape, window, stride, padding):
    return tuple((n + padding - k) // stride + 1 for n, k in zip(shape, window))


# %% wrong: padding-ignored
def output_shape(shape, window, stride, padding):
    return tuple((n - k) // stride + 1 for n, k in zip(shape, window))


# %% wrong: stride-ignored
def output_shape(shape, window, stride, padding):
    return tuple(n + 2 * padding - k + 1 for n, k in zip(shape, window))


# %% wrong: first-place-forgotten
def output_shape(shape, window, stride, padding):
    return tuple((n + 2 * padding - k) // stride for n, k in zip(shape, window))


# %% wrong: window-ignored
def output_shape(shape, window, stride, padding):
    return tuple((n + 2 * padding) // stride for n, k in zip(shape, window))


# %% wrong: window-ignored, plus one
def output_shape(shape, window, stride, padding):
    return tuple((n + 2 * padding) // stride + 1 for n, k in zip(shape, window))


# %% wrong: one-added-inside
def output_shape(shape, window, stride, padding):
    return tuple((n + 2 * padding - k + 1) // stride for n, k in zip(shape, window))


# %% wrong: rounded-up, with ceil
def output_shape(shape, window, stride, padding):
    return tuple(
        int(np.ceil((n + 2 * padding - k) / stride)) + 1 for n, k in zip(shape, window)
    )


# %% wrong: sides-swapped
def output_shape(shape, window, stride, padding):
    good = [(n + 2 * padding - k) // stride + 1 for n, k in zip(shape, window)]
    return good[1], good[0]


# %% wrong: one-side-only
def output_shape(shape, window, stride, padding):
    good = [(n + 2 * padding - k) // stride + 1 for n, k in zip(shape, window)]
    return good[0], good[0]


# %% wrong: one-side-only, columns
def output_shape(shape, window, stride, padding):
    good = [(n + 2 * padding - k) // stride + 1 for n, k in zip(shape, window)]
    return good[1], good[1]


# %% wrong: window-sides-swapped
def output_shape(shape, window, stride, padding):
    return [(n + 2 * padding - k) // stride + 1 for n, k in zip(shape, window[::-1])]


# %% wrong: library-answer
def output_shape(shape, window, stride, padding):
    from nnbyhand.conv import output_size

    return tuple(output_size(n, k, stride, padding) for n, k in zip(shape, window))


# %% wrong: rounded-to-nearest
def output_shape(shape, window, stride, padding):
    return tuple(
        round((n + 2 * padding - k) / stride) + 1 for n, k in zip(shape, window)
    )


# %% wrong: rounded-to-nearest, after adding
def output_shape(shape, window, stride, padding):
    return tuple(
        round((n + 2 * padding - k) / stride + 1) for n, k in zip(shape, window)
    )


# %% wrong: window-one-side, rows
def output_shape(shape, window, stride, padding):
    return [(n + 2 * padding - window[0]) // stride + 1 for n in shape]


# %% wrong: window-one-side, columns
def output_shape(shape, window, stride, padding):
    return [(n + 2 * padding - window[1]) // stride + 1 for n in shape]


# %% wrong: generator
def output_shape(shape, window, stride, padding):
    return ((n + 2 * padding - k) // stride + 1 for n, k in zip(shape, window))
