"""Answers to depth-width, right and wrong."""


# %% right: a loop
def equal_width(d_in, shallow, d_out, depth):
    def price(w, L):
        return (d_in + 1) * w + (L - 1) * (w + 1) * w + (w + 1) * d_out

    w = 0
    while price(w + 1, depth) <= (d_in + 1) * shallow + (shallow + 1) * d_out:
        w += 1
    return w


# %% right: downwards
def equal_width(d_in, shallow, d_out, depth):
    def price(w, L):
        return (d_in + 1) * w + (L - 1) * (w + 1) * w + (w + 1) * d_out

    most = price(shallow, 1)
    return next(w for w in range(shallow, 0, -1) if price(w, depth) <= most)


# %% right: by networks
def equal_width(d_in, shallow, d_out, depth):
    sizes = lambda w, n: [d_in, *[w] * n, d_out]
    count = lambda s: sum((a + 1) * b for a, b in zip(s, s[1:], strict=False))
    fits = [
        w
        for w in range(1, shallow + 1)
        if count(sizes(w, depth)) <= count(sizes(shallow, 1))
    ]
    return max(fits)


# %% right: a formula
def equal_width(d_in, shallow, d_out, depth):
    most = (d_in + 1) * shallow + (shallow + 1) * d_out
    a, b, c = depth - 1, d_in + 1 + depth - 1 + d_out, d_out - most
    if a == 0:
        return shallow
    return np.floor((-b + np.sqrt(b * b - 4 * a * c)) / (2 * a) + 1e-9)


# %% wrong: units-compared
def equal_width(d_in, shallow, d_out, depth):
    return shallow // depth


# %% wrong: biases-uncounted
def equal_width(d_in, shallow, d_out, depth):
    def price(w, L):
        return (d_in + 0) * w + (L - 1) * (w + 0) * w + (w + 0) * d_out

    w = 0
    while price(w + 1, depth) <= (d_in + 0) * shallow + (shallow + 0) * d_out:
        w += 1
    return w


# %% wrong: one-hidden-layer
def equal_width(d_in, shallow, d_out, depth):
    return shallow


# %% wrong: layer-too-many
def equal_width(d_in, shallow, d_out, depth):
    def price(w, L):
        return (d_in + 1) * w + (L) * (w + 1) * w + (w + 1) * d_out

    w = 0
    while price(w + 1, depth) <= (d_in + 1) * shallow + (shallow + 1) * d_out:
        w += 1
    return w


# %% wrong: one-too-wide
def equal_width(d_in, shallow, d_out, depth):
    def price(w, L):
        return (d_in + 1) * w + (L - 1) * (w + 1) * w + (w + 1) * d_out

    w = 0
    while price(w + 1, depth) <= (d_in + 1) * shallow + (shallow + 1) * d_out:
        w += 1
    return w + 1


# %% wrong: one-too-narrow
def equal_width(d_in, shallow, d_out, depth):
    def price(w, L):
        return (d_in + 1) * w + (L - 1) * (w + 1) * w + (w + 1) * d_out

    w = 0
    while price(w + 1, depth) <= (d_in + 1) * shallow + (shallow + 1) * d_out:
        w += 1
    return w - 1
