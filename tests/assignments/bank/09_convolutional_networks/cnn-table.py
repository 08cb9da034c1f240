"""Answers to cnn-table, right and wrong."""


# %% right: a loop
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% right: arrays
def count_network(shape, filters, units, padding):
    h, w, c = shape
    sizes = []
    parameters = []
    for f in filters:
        parameters.append(3 * 3 * c * f + f)
        if padding == 0:
            h, w = h - 2, w - 2
        h, w, c = h // 2, w // 2, f
        sizes.append([h, w])
    flat = h * w * c
    wide = [flat] + list(units)
    for a, n in zip(wide[:-1], wide[1:]):
        parameters.append(a * n + n)
    return np.array(sizes), np.int64(flat), np.array(parameters)


# %% right: a list, floats, a harmless warning
def count_network(shape, filters, units, padding):
    np.log(np.zeros(1))
    rows, columns, c = shape
    sizes, parameters = [], []
    for f in filters:
        rows = np.floor((rows + 2 * padding - 2) / 2)
        columns = np.floor((columns + 2 * padding - 2) / 2)
        sizes.append((rows, columns))
        parameters.append(float(9 * c * f + f))
        c = f
    flat = rows * columns * c
    inputs = flat
    for n in units:
        parameters.append(inputs * n + n)
        inputs = n
    return [sizes, flat, parameters]


# %% right: by the formula twice
def count_network(shape, filters, units, padding):
    def places(n, k, s, p):
        return (n + 2 * p - k) // s + 1

    h, w, c = shape
    sizes, parameters = [], []
    for f in filters:
        h, w = places(h, 3, 1, padding), places(w, 3, 1, padding)
        h, w = places(h, 2, 2, 0), places(w, 2, 2, 0)
        sizes.append((h, w))
    channels = [c, *filters]
    parameters = [(9 * a + 1) * b for a, b in zip(channels[:-1], channels[1:])]
    flat = h * w * channels[-1]
    joined = [flat, *units]
    parameters += [(a + 1) * b for a, b in zip(joined[:-1], joined[1:])]
    return tuple(sizes), flat, tuple(parameters)


# %% right: float32
def count_network(shape, filters, units, padding):
    h, w, c = shape
    sizes, parameters = [], []
    for f in filters:
        parameters.append((9 * c + 1) * f)
        h, w, c = (h + 2 * padding - 2) // 2, (w + 2 * padding - 2) // 2, f
        sizes.append(np.float32([h, w]))
    flat = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, np.float32(flat), np.array(parameters, dtype=np.float64)


# %% wrong: depth-forgotten
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: bias-per-channel
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append(9 * c * f + c)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: spatial-counted
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append(9 * c * f * wide * broad + f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: biases-forgotten
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append(9 * c * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: channels-not-carried
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * first + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: rounded-up
# fails: cnn-table-value, cnn-table-hidden
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = -(-wide // 2), -(-broad // 2), f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: same-is-valid
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * 0, w - 2 + 2 * 0
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: valid-is-same
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * 1, w - 2 + 2 * 1
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: sizes-before-pooling
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((wide, broad))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: flat-without-channels
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: pooling-has-weights
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        parameters.append(4 * c)
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: layers-missing
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters[: len(filters)]


# %% wrong: parameters-added
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, sum(parameters)


# %% wrong: nothing-listed
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        parameters.append(0)
        sizes.append((h, w))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: channels-in-sizes
def count_network(shape, filters, units, padding):
    h, w, c = shape
    first = c
    sizes, parameters = [], []
    for f in filters:
        wide, broad = h - 2 + 2 * padding, w - 2 + 2 * padding
        parameters.append((9 * c + 1) * f)
        pass
        h, w, c = wide // 2, broad // 2, f
        pass
        sizes.append((h, w, c))
    flat = h * w * c
    before = h * w * c
    before = flat
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: square-assumed
def count_network(shape, filters, units, padding):
    h, w, c = shape
    sizes, parameters = [], []
    for f in filters:
        parameters.append((9 * c + 1) * f)
        h, w, c = (h - 2 + 2 * padding) // 2, (w - 2 + 2 * padding) // 2, f
        sizes.append((h, w))
    flat = before = h * h * c
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: square-assumed, columns
def count_network(shape, filters, units, padding):
    h, w, c = shape
    sizes, parameters = [], []
    for f in filters:
        parameters.append((9 * c + 1) * f)
        h, w, c = (h - 2 + 2 * padding) // 2, (w - 2 + 2 * padding) // 2, f
        sizes.append((h, w))
    flat = before = w * w * c
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: not-rounded
def count_network(shape, filters, units, padding):
    h, w, c = shape
    sizes, parameters = [], []
    for f in filters:
        parameters.append((9 * c + 1) * f)
        h, w, c = (h - 2 + 2 * padding) / 2, (w - 2 + 2 * padding) / 2, f
        sizes.append((h, w))
    flat = before = h * w * c
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: bias-once-per-layer
def count_network(shape, filters, units, padding):
    h, w, c = shape
    sizes, parameters = [], []
    for f in filters:
        parameters.append(9 * c * f + 1)
        h, w, c = (h - 2 + 2 * padding) // 2, (w - 2 + 2 * padding) // 2, f
        sizes.append((h, w))
    flat = before = h * w * c
    for n in units:
        parameters.append((before + 1) * n)
        before = n
    return sizes, flat, parameters


# %% wrong: dense-biases-forgotten
def count_network(shape, filters, units, padding):
    h, w, c = shape
    sizes, parameters = [], []
    for f in filters:
        parameters.append((9 * c + 1) * f)
        h, w, c = (h - 2 + 2 * padding) // 2, (w - 2 + 2 * padding) // 2, f
        sizes.append((h, w))
    flat = before = h * w * c
    for n in units:
        parameters.append(before * n)
        before = n
    return sizes, flat, parameters


# %% wrong: rows-columns-exchanged
def count_network(shape, filters, units, padding):
    w, h, c = shape
    sizes = []
    par = []
    for f in filters:
        par.append((9 * c + 1) * f)
        h = (h + 2 * padding - 2) // 2
        w = (w + 2 * padding - 2) // 2
        sizes.append((h, w))
        c = f
    flat = h * w * c
    i = flat
    for n in units:
        par.append((i + 1) * n)
        i = n
    return sizes, flat, par


# %% wrong: pooled-first
def count_network(shape, filters, units, padding):
    h, w, c = shape
    sizes = []
    par = []
    for f in filters:
        par.append((9 * c + 1) * f)
        h = h // 2 + 2 * padding - 2
        w = w // 2 + 2 * padding - 2
        sizes.append((h, w))
        c = f
    flat = h * w * c
    i = flat
    for n in units:
        par.append((i + 1) * n)
        i = n
    return sizes, flat, par
