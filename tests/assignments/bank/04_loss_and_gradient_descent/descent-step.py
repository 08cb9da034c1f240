"""Answers to descent-step, right and wrong."""


# %% right: from the last place
def descend(gradient, w, lr, n_steps):
    places = [w]
    for _ in range(n_steps):
        places.append(places[-1] - lr * gradient(places[-1]))
    return np.array(places)


# %% right: a table filled row by row
def descend(gradient, w, lr, n_steps):
    places = np.zeros((n_steps + 1, *np.shape(w)))
    places[0] = w
    for k in range(n_steps):
        places[k + 1] = places[k] - lr * gradient(places[k])
    return places


# %% right: it calls itself
def descend(gradient, w, lr, n_steps):
    if n_steps == 0:
        return [w]
    return [w, *descend(gradient, w - lr * gradient(w), lr, n_steps - 1)]


# %% right: a copy that moves, with a harmless warning
def descend(gradient, w, lr, n_steps):
    np.log(np.zeros(1))
    w = np.array(w, dtype=float)
    places = [w.copy()]
    while len(places) <= n_steps:
        w -= lr * gradient(w)
        places.append(w.copy())
    return tuple(places)


# %% right: itertools.accumulate
from itertools import accumulate


def descend(gradient, w, lr, n_steps):
    steps = range(n_steps)
    return list(accumulate(steps, lambda w, _: w - lr * gradient(w), initial=w))


# %% right: torch places
def descend(gradient, w, lr, n_steps):
    try:
        import torch
    except ImportError:
        return (
            [w]
            if n_steps == 0
            else [w, *descend(gradient, w - lr * gradient(w), lr, n_steps - 1)]
        )
    places = [torch.tensor(w, dtype=torch.float64)]
    for _ in range(n_steps):
        step = torch.tensor(lr * gradient(places[-1].numpy()))
        places.append(places[-1] - step)
    return places


# %% wrong: uphill
def descend(gradient, w, lr, n_steps):
    places = [w]
    for _ in range(n_steps):
        w = w + lr * gradient(w)
        places.append(w)
    return places


# %% wrong: rate-forgotten
def descend(gradient, w, lr, n_steps):
    places = [w]
    for _ in range(n_steps):
        w = w - gradient(w)
        places.append(w)
    return places


# %% wrong: rate-divides
def descend(gradient, w, lr, n_steps):
    places = [w]
    for _ in range(n_steps):
        w = w - gradient(w) / lr
        places.append(w)
    return places


# %% wrong: one-step-only
def descend(gradient, w, lr, n_steps):
    return [w, w - lr * gradient(w)]


# %% wrong: stale-gradient
def descend(gradient, w, lr, n_steps):
    g = gradient(w)
    places = [w]
    for _ in range(n_steps):
        w = w - lr * g
        places.append(w)
    return places


# %% wrong: start-missing
def descend(gradient, w, lr, n_steps):
    places = []
    for _ in range(n_steps):
        w = w - lr * gradient(w)
        places.append(w)
    return places


# %% wrong: library-answer
def descend(gradient, w, lr, n_steps):
    from nnbyhand import descent

    return descent.descend(gradient, w, lr, n_steps)


# %% wrong: end-only
def descend(gradient, w, lr, n_steps):
    for _ in range(n_steps):
        w = w - lr * gradient(w)
    return w


# %% wrong: mutates-input
# fails: descent-step-valley, descent-step-hidden
def descend(gradient, w, lr, n_steps):
    places = [np.array(w)]
    for _ in range(n_steps):
        w -= lr * gradient(w)
        places.append(np.array(w))
    return places


# %% wrong: places-alike
# fails: descent-step-valley, descent-step-hidden
def descend(gradient, w, lr, n_steps):
    w = np.array(w) if np.ndim(w) else w
    places = [w]
    for _ in range(n_steps):
        w -= lr * gradient(w)
        places.append(w)
    return places
