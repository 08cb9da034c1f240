"""Answers to descent-line, right and wrong."""


# %% right: with a loop
def line_step(w, b, x, y, lr):
    dw = db = 0.0
    for x_i, y_i in zip(x, y):
        error = w * x_i + b - y_i
        dw += 2 * error * x_i / len(x)
        db += 2 * error / len(x)
    return [w - lr * dw, b - lr * db]


# %% right: desired minus actual, and plus
def line_step(w, b, x, y, lr):
    error = y - (w * x + b)
    w_new = w + lr * 2 * np.mean(error * x)
    b = b + lr * 2 * np.mean(error)
    return w_new, b


# %% right: one matrix for both
def line_step(w, b, x, y, lr):
    X = np.column_stack([x, np.ones(len(x))])
    numbers = np.array([w, b])
    return numbers - lr * 2 * X.T @ (X @ numbers - y) / len(x)


# %% right: b first, both gradients before
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    dw, db = 2 * np.dot(error, x) / x.size, 2 * error.mean()
    b = b - lr * db
    w = w - lr * dw
    return w, b


# %% right: float32, with a harmless warning
def line_step(w, b, x, y, lr):
    np.log(np.zeros(1))
    error = w * x + b - y
    return np.float32(w - lr * (2 * error * x).mean()), np.float32(
        b - lr * (2 * error).mean()
    )


# %% right: torch autograd
def line_step(w, b, x, y, lr):
    try:
        import torch
    except ImportError:
        return (
            w - lr * 2 * ((w * x + b - y) * x).mean(),
            b - lr * 2 * (w * x + b - y).mean(),
        )
    numbers = torch.tensor([w, b], dtype=torch.float64, requires_grad=True)
    line = numbers[0] * torch.tensor(x) + numbers[1]
    ((line - torch.tensor(y)) ** 2).mean().backward()
    return (numbers - lr * numbers.grad).tolist()


# %% wrong: uphill
def line_step(w, b, x, y, lr):
    error = y - (w * x + b)
    return w - lr * (2 * error * x).mean(), b - lr * (2 * error).mean()


# %% wrong: uphill, plus the gradient
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    return w + lr * (2 * error * x).mean(), b + lr * (2 * error).mean()


# %% wrong: sequential-update
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    w = w - lr * (2 * error * x).mean()
    error = w * x + b - y
    return w, b - lr * (2 * error).mean()


# %% wrong: factor-two
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    return w - lr * (error * x).mean(), b - lr * error.mean()


# %% wrong: sum-not-mean
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    return w - lr * (2 * error * x).sum(), b - lr * (2 * error).sum()


# %% wrong: bias-unmoved
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    return w - lr * (2 * error * x).mean(), b


# %% wrong: input-forgotten
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    return w - lr * (2 * error).mean(), b - lr * (2 * error).mean()


# %% wrong: rate-forgotten
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    return w - (2 * error * x).mean(), b - (2 * error).mean()


# %% wrong: rate-divides
def line_step(w, b, x, y, lr):
    error = w * x + b - y
    return w - (2 * error * x).mean() / lr, b - (2 * error).mean() / lr


# %% wrong: mutates-input
def line_step(w, b, x, y, lr):
    y -= w * x + b
    return w + lr * (2 * y * x).mean(), b + lr * (2 * y).mean()


# %% wrong: library-answer
def line_step(w, b, x, y, lr):
    from nnbyhand import descent

    return descent.line_step(w, b, x, y, lr)
