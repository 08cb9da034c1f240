"""Answers to recurrent-gradient, right and wrong."""


# %% right: a loop
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% right: forward in time, by chains
def gradients(x, h_start, w_x, w_h, b, G):
    h, dh, total = h_start, np.zeros(3), np.zeros(3)
    for value, up in zip(x, G):
        new = np.tanh(w_x * value + w_h * h + b)
        dh = (1 - new**2) * (np.array([value, h, 1.0]) + w_h * dh)
        total = total + up * dh
        h = new
    return total


# %% right: all deltas first, a list
def gradients(x, h_start, w_x, w_h, b, G):
    states = np.zeros(len(x) + 1)
    states[0] = h_start
    for t in range(len(x)):
        states[t + 1] = np.tanh(w_x * x[t] + w_h * states[t] + b)
    deltas = np.zeros(len(x) + 1)
    for t in range(len(x) - 1, -1, -1):
        deltas[t] = (G[t] + w_h * deltas[t + 1]) * (1 - states[t + 1] ** 2)
    deltas = deltas[:-1]
    return [deltas @ x, deltas @ states[:-1], deltas.sum()]


# %% right: float32, a harmless warning
def gradients(x, h_start, w_x, w_h, b, G):
    np.log(np.zeros(1))
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return np.array([dw_x, dw_h, db], dtype=np.float32)


# %% wrong: truncated-gradient
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in [len(x) - 1]:
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: steps-apart
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t]) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: slope-forgotten
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = G[t] + w_h * delta
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: slope-at-sum
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - (w_x * x[t] + w_h * h[t] + b) ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: state-after
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t + 1]
        db += delta
    return dw_x, dw_h, db


# %% wrong: last-upstream-only
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    G = [0] * (len(x) - 1) + [G[-1]]
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: weight-forgotten
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: way-back-by-input
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_x * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: start-forgotten
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * (h[t] if t else 0)
        db += delta
    return dw_x, dw_h, db


# %% wrong: mean-not-sum
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x / len(x), dw_h / len(x), db / len(x)


# %% wrong: forwards
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in range(len(x)):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: library-answer
from nnbyhand import recurrent


def gradients(x, h_start, w_x, w_h, b, G):
    layer = recurrent.RNN.from_arrays([[w_x]], [[w_h]], [b])
    layer.forward(np.reshape(x, (1, -1, 1)), H_start=np.array([[h_start]]))
    layer.backward(np.reshape(G, (1, -1, 1)))
    return tuple(float(v.sum()) for v in layer.grads.values())


# %% wrong: not-summed
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x = delta * x[t]
        dw_h = delta * h[t]
        db = delta
    return dw_x, dw_h, db


# %% wrong: slope-before
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: slope-of-sigmoid
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * h[t + 1] * (1 - h[t + 1])
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_x, dw_h, db


# %% wrong: order-mixed
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return dw_h, dw_x, db


# %% wrong: order-mixed, the bias first
def gradients(x, h_start, w_x, w_h, b, G):
    h = [h_start]
    for value in x:
        h.append(np.tanh(w_x * value + w_h * h[-1] + b))
    dw_x = dw_h = db = 0.0
    delta = 0.0
    for t in reversed(range(len(x))):
        delta = (G[t] + w_h * delta) * (1 - h[t + 1] ** 2)
        dw_x += delta * x[t]
        dw_h += delta * h[t]
        db += delta
    return db, dw_x, dw_h
