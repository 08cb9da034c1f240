"""Answers to backprop-chain, right and wrong."""


# %% right: named steps
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% right: with slopes of the library, a list
def chain_slopes(x, w1, w2, t):
    z1 = w1 * x
    z2 = w2 * tanh(z1)
    back = (sigmoid(z2) - t) * sigmoid_slope(z2)
    return [back * w2 * tanh_slope(z1) * x, back * tanh(z1)]


# %% right: backprop of the library is not needed, float32
def chain_slopes(x, w1, w2, t):
    np.log(np.zeros(1))
    a = np.tanh(np.float32(w1 * x))
    y = np.float32(1 / (1 + np.exp(-w2 * a)))
    d = (y - np.float32(t)) * y * (1 - y)
    return np.array([d * w2 * (1 - a * a) * x, d * a], dtype=np.float32)


# %% right: central differences
def chain_slopes(x, w1, w2, t):
    def J(w1, w2):
        return (sigmoid(w2 * np.tanh(w1 * x)) - t) ** 2 / 2

    h = 1e-5
    return (
        (J(w1 + h, w2) - J(w1 - h, w2)) / (2 * h),
        (J(w1, w2 + h) - J(w1, w2 - h)) / (2 * h),
    )


# %% right: torch autograd
def chain_slopes(x, w1, w2, t):
    try:
        import torch
    except ImportError:
        a = np.tanh(w1 * x)
        y = sigmoid(w2 * a)
        return (y - t) * y * (1 - y) * w2 * (1 - a**2) * x, (y - t) * y * (1 - y) * a
    v = torch.tensor([w1, w2], dtype=torch.float64, requires_grad=True)
    J = (torch.sigmoid(v[1] * torch.tanh(v[0] * x)) - t) ** 2 / 2
    J.backward()
    return v.grad.tolist()


# %% wrong: output-slope-forgotten
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = y - t
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% wrong: hidden-slope-forgotten
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * x
    behind = delta * a
    return front, behind


# %% wrong: error-sign-flipped
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (t - y) * y * (1 - y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% wrong: slope-of-activation
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * tanh_slope(a) * x
    behind = delta * a
    return front, behind


# %% wrong: slope-of-activation, of the output
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * sigmoid_slope(y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% wrong: slope-of-activation, both
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * sigmoid_slope(y)
    front = delta * w2 * tanh_slope(a) * x
    behind = delta * a
    return front, behind


# %% wrong: half-twice
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = 2 * (y - t) * y * (1 - y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% wrong: weight-behind-missing
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% wrong: input-missing
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * (1 - a**2)
    behind = delta * a
    return front, behind


# %% wrong: input-missing, a
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta
    return front, behind


# %% wrong: parts-swapped
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return behind, front


# %% wrong: slope-of-sigmoid
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * a * (1 - a) * x
    behind = delta * a
    return front, behind


# %% wrong: error-missing
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = y * (1 - y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% wrong: output-linear
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = w2 * a
    delta = y - t
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% wrong: output-linear, with its slope
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = w2 * a
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta * a
    return front, behind


# %% wrong: slope-of-sigmoid, everywhere
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = sigmoid(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * a * (1 - a) * x
    behind = delta * a
    return front, behind


# %% wrong: wrong-input
def chain_slopes(x, w1, w2, t):
    z = w1 * x
    a = np.tanh(z)
    y = sigmoid(w2 * a)
    delta = (y - t) * y * (1 - y)
    front = delta * w2 * (1 - a**2) * x
    behind = delta * x
    return front, behind
