"""Answers to autodiff-numeric, right and wrong."""


# %% right: two copies
def partial(f, x, i, h):
    up, down = x.copy(), x.copy()
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)


# %% right: lists put together
def partial(f, x, i, h):
    values = []
    for side in (1, -1):
        moved = [x_j + side * h if j == i else x_j for j, x_j in enumerate(x)]
        values.append(f(np.array(moved)))
    return (values[0] - values[1]) / (h + h)


# %% right: moved and put back exactly
def partial(f, x, i, h):
    before = x[i]
    x[i] = before + h
    up = f(x)
    x[i] = before - h
    down = f(x)
    x[i] = before
    return np.array([(up - down) / 2 / h])


# %% right: a row of the identity, a harmless warning
def partial(f, x, i, h):
    np.log(np.zeros(1))
    e = np.eye(len(x))[i]
    return (f(x + h * e) - f(x - h * e)) * 0.5 / h


# %% right: the mean of both one-sided slopes
def partial(f, x, i, h):
    e = np.zeros_like(x)
    e[i] = 1.0
    forward = (f(x + h * e) - f(x)) / h
    backward = (f(x) - f(x - h * e)) / h
    return (forward + backward) / 2


# %% wrong: forward-difference
def partial(f, x, i, h):
    up = x.copy()
    up[i] += h
    return (f(up) - f(x)) / h


# %% wrong: forward-difference, downwards
def partial(f, x, i, h):
    down = x.copy()
    down[i] -= h
    return (f(x) - f(down)) / h


# %% wrong: not-halved
def partial(f, x, i, h):
    up, down = x.copy(), x.copy()
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / h


# %% wrong: not-divided
def partial(f, x, i, h):
    up, down = x.copy(), x.copy()
    up[i] += h
    down[i] -= h
    return f(up) - f(down)


# %% wrong: step-too-small
def partial(f, x, i, h):
    up, down = x.copy(), x.copy()
    up[i] += 1e-12
    down[i] -= 1e-12
    return (f(up) - f(down)) / 2e-12


# %% wrong: step-of-own
def partial(f, x, i, h):
    h = 1e-5
    up, down = x.copy(), x.copy()
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: all-inputs-moved
def partial(f, x, i, h):
    return (f(x + h) - f(x - h)) / (2 * h)


# %% wrong: other-input-moved
def partial(f, x, i, h):
    up, down = x.copy(), x.copy()
    up[i - 1] += h
    down[i - 1] -= h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: other-input-moved, always the first
def partial(f, x, i, h):
    up, down = x.copy(), x.copy()
    up[0] += h
    down[0] -= h
    return (f(up) - f(down)) / (2 * h)


# %% wrong: sides-swapped
def partial(f, x, i, h):
    up, down = x.copy(), x.copy()
    up[i] += h
    down[i] -= h
    return (f(down) - f(up)) / (2 * h)


# %% wrong: input-left-changed
def partial(f, x, i, h):
    x[i] += h
    up = f(x)
    x[i] -= 2 * h
    return (up - f(x)) / (2 * h)


# %% wrong: input-left-changed, no copy made
def partial(f, x, i, h):
    up = x
    up[i] += h
    value = f(up)
    down = x
    down[i] -= 2 * h
    return (value - f(down)) / (2 * h)


# %% wrong: library-answer
def partial(f, x, i, h):
    from nnbyhand.autodiff import numeric_derivative

    return numeric_derivative(lambda *at: f(np.array(at)), *x, by=i, h=h)


# %% wrong: step-multiplied
def partial(f, x, i, h):
    up, down = x.copy(), x.copy()
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / 2 * h


# %% wrong: points-the-same
def partial(f, x, i, h):
    up, down = x, x
    up[i] += h
    down[i] -= h
    return (f(up) - f(down)) / (2 * h)
