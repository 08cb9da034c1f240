"""Answers to training-optimisers, right and wrong."""


# %% right: as the equations stand
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% right: rows of an array filled in
def momentum(w, v, grads, lr, beta):
    places = np.empty(grads.shape)
    for i in range(len(grads)):
        v = v * beta + grads[i]
        w = w + -lr * v
        places[i] = w
    return places


def rmsprop(w, s, grads, lr, beta, eps):
    w, s = w.astype(float).copy(), s.astype(float).copy()
    places = np.zeros((len(grads), len(w)))
    for i, g in enumerate(grads):
        s += (1 - beta) * (g * g - s)
        w -= lr * g / (s**0.5 + eps)
        places[i] = w
    return places


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    w, m, v = (np.array(x, dtype=float) for x in (w, m, v))
    places = []
    for k, g in enumerate(grads, start=t + 1):
        m *= beta1
        m += (1 - beta1) * g
        v *= beta2
        v += (1 - beta2) * g * g
        root = np.sqrt(v / (1 - beta2**k))
        w -= lr / (1 - beta1**k) * m / (root + eps)
        places.append(w.copy())
    return places


# %% right: lists, number by number, a harmless warning
def momentum(w, v, grads, lr, beta):
    np.log(np.zeros(1))
    w, v, places = list(w), list(v), []
    for g in grads:
        for i in range(len(w)):
            v[i] = beta * v[i] + g[i]
            w[i] = w[i] - lr * v[i]
        places.append(list(w))
    return places


def rmsprop(w, s, grads, lr, beta, eps):
    w, s, places = list(w), list(s), []
    for g in grads:
        for i in range(len(w)):
            s[i] = beta * s[i] + (1 - beta) * g[i] ** 2
            w[i] = w[i] - lr * g[i] / (s[i] ** 0.5 + eps)
        places.append(list(w))
    return places


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    w, m, v, places = list(w), list(m), list(v), []
    for g in grads:
        t = t + 1
        for i in range(len(w)):
            m[i] = beta1 * m[i] + (1 - beta1) * g[i]
            v[i] = beta2 * v[i] + (1 - beta2) * g[i] ** 2
            up = m[i] / (1 - beta1**t)
            down = (v[i] / (1 - beta2**t)) ** 0.5 + eps
            w[i] = w[i] - lr * up / down
        places.append(list(w))
    return places


# %% right: momentum all at once, the rest in torch
def momentum(w, v, grads, lr, beta):
    """Each v is a sum of all earlier gradients, faded."""
    n = len(grads)
    fade = np.tril(beta ** (np.arange(n)[:, None] - np.arange(n)[None, :]).clip(0))
    v_all = beta ** np.arange(1, n + 1)[:, None] * v + fade @ grads
    return w - lr * np.cumsum(v_all, axis=0)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    try:
        from torch import stack, tensor
    except ImportError:
        stack, tensor = np.array, np.array
    w, m, v, places = tensor(w), tensor(m), tensor(v), []
    for g in tensor(grads):
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        w = w - lr * m / (1 - beta1**t) / ((v / (1 - beta2**t)) ** 0.5 + eps)
        places.append(w)
    return stack(places)


# %% wrong: memory-unused
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: start-ignored
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places, v = [], 0
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: momentum-averaged
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + (1 - beta) * g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: rate-in-memory
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + lr * g
        w = w - v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: rate-forgotten
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: memory-too-late
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        w = w - lr * v
        v = beta * v + g
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: uphill
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w + lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: beta-for-rest
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = (1 - beta) * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: places-alike
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places, w = [], w.astype(float).copy()
    for g in grads:
        v = beta * v + g
        w -= lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: start-included
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = [w]
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: start-included, written before the step
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        places.append(w)
        v = beta * v + g
        w = w - lr * v
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: mutates-input
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v *= beta
        v += g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: library-answer
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    from nnbyhand.optim import Momentum

    made, params, places = Momentum(lr, beta), {"w": w.copy()}, []
    made.set_state({"n_steps": np.array(0), "v.w": v})
    for g in grads:
        made.step(params, {"w": g})
        places.append(params["w"].copy())
    return places


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: root-forgotten, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (s + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: eps-inside-root, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s + eps))
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: eps-forgotten, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / np.sqrt(s)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: start-ignored, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places, s = [], 0
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: square-forgotten, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: memory-summed, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: memory-too-late, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        w = w - lr * g / (np.sqrt(s) + eps)
        s = beta * s + (1 - beta) * g**2
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: uphill, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w + lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: rate-forgotten, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: beta-for-rest, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = (1 - beta) * s + beta * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: places-alike, in RMSProp
# fails: training-optimisers-rmsprop, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places, w = [], w.astype(float).copy()
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w -= lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: correction-forgotten
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m
        v_hat = v
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: correction-once
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: correction-once, the other
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: betas-swapped
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta2, beta1, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: time-from-zero
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / np.float64(1 - beta1**t)
        v_hat = v / np.float64(1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
        t += 1
    return np.array(places)


# %% wrong: time-stands-still
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places, t = [], t + 1
    for g in grads:
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: root-forgotten
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (v_hat + eps)
        places.append(w)
    return np.array(places)


# %% wrong: eps-inside-root
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat + eps))
        places.append(w)
    return np.array(places)


# %% wrong: eps-forgotten
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / np.sqrt(v_hat)
        places.append(w)
    return np.array(places)


# %% wrong: square-forgotten
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: memory-summed
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: start-ignored, in Adam
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places, m, v = [], 0, 0
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: uphill, in Adam
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w + lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: places-alike, in Adam
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places, w = [], w.astype(float).copy()
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w -= lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: time-restarted
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places, t = [], 0
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: time-restarted, by enumerate
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for t, g in enumerate(grads, 1):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: time-from-zero, by enumerate
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for t, g in enumerate(grads):
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat, v_hat = m / (1 - beta1**t), v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: memory-corrected
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t = t + 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m = m / (1 - beta1**t)
        v = v / (1 - beta2**t)
        w = w - lr * m / (np.sqrt(v) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: memory-corrected, the first only
# fails: training-optimisers-adam, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v + g
        w = w - lr * v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t = t + 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m = m / (1 - beta1**t)
        w = w - lr * m / (np.sqrt(v / (1 - beta2**t)) + eps)
        places.append(w)
    return np.array(places)


# %% wrong: rate-in-memory, with its sign
# fails: training-optimisers-momentum, training-optimisers-hidden
def momentum(w, v, grads, lr, beta):
    places = []
    for g in grads:
        v = beta * v - lr * g
        w = w + v
        places.append(w)
    return np.array(places)


def rmsprop(w, s, grads, lr, beta, eps):
    places = []
    for g in grads:
        s = beta * s + (1 - beta) * g**2
        w = w - lr * g / (np.sqrt(s) + eps)
        places.append(w)
    return np.array(places)


def adam(w, m, v, t, grads, lr, beta1, beta2, eps):
    places = []
    for g in grads:
        t += 1
        m = beta1 * m + (1 - beta1) * g
        v = beta2 * v + (1 - beta2) * g**2
        m_hat = m / (1 - beta1**t)
        v_hat = v / (1 - beta2**t)
        w = w - lr * m_hat / (np.sqrt(v_hat) + eps)
        places.append(w)
    return np.array(places)
