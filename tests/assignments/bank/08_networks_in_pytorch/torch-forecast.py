"""Answers to torch-forecast, right and wrong."""


# %% right: torch counts
def forecast(sizes, n, batch_size, epochs, lr):
    import math

    net = nn.Sequential(*(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])))
    updates = epochs * len(range(0, n, batch_size))
    Z = torch.zeros(1, sizes[-1], dtype=torch.float64)
    first = F.cross_entropy(Z, torch.tensor([0]))
    Z[0, 0] = 1
    floor = F.cross_entropy(Z, torch.tensor([0]))
    count = sum(p.numel() for p in net.parameters())
    return count, updates, math.fsum([lr] * updates), first, floor


def digits_of(outputs):
    return torch.tensor(outputs).argmax(dim=1)


# %% right: logarithms of shares, a list
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = -np.log(1 / k)
    floor = -np.log(np.e / (np.e + k - 1))
    return [parameters, updates, updates * lr, first, floor]


def digits_of(outputs):
    return [max(range(len(row)), key=lambda j: row[j]) for row in outputs]


# %% right: math.ceil and an array, with a warning
def forecast(sizes, n, batch_size, epochs, lr):
    import math

    np.log(np.zeros(1))
    k = sizes[-1]
    weights = sum(sizes[i] * sizes[i + 1] for i in range(len(sizes) - 1))
    updates = epochs * math.ceil(n / batch_size)
    scores = np.eye(k)[0]
    floor = -math.log(np.exp(scores)[0] / np.exp(scores).sum())
    return np.array(
        [weights + sum(sizes[1:]), updates, updates * lr, math.log(k), floor]
    )


def digits_of(outputs):
    return np.argsort(outputs, axis=1)[:, -1]


# %% wrong: biases-uncounted
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: inputs-as-units
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = sizes[0]
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: short-batch-lost
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = n // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: short-batch-late
# fails: torch-forecast-value, torch-forecast-hidden
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = -(-epochs * n // batch_size)
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: epochs-forgotten
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: examples-counted
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * n
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: reach-of-one-step
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: logarithm-of-two
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log2(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: floor-at-zero
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = 0.0
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: floor-of-all
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + k / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: ten-assumed
# fails: torch-forecast-value, torch-forecast-hidden
def forecast(sizes, n, batch_size, epochs, lr):
    k = 10
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1)


# %% wrong: one-expected
# fails: torch-forecast-hidden
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return (outputs == 1).argmax(axis=1)


# %% wrong: columns-read
# fails: torch-forecast-hidden
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=0)


# %% wrong: values-returned
# fails: torch-forecast-hidden
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.max(axis=1)


# %% wrong: counted-from-one
# fails: torch-forecast-hidden
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return outputs.argmax(axis=1) + 1


# %% wrong: threshold-used
# fails: torch-forecast-hidden
def forecast(sizes, n, batch_size, epochs, lr):
    k = sizes[-1]
    parameters = 0
    for d_in, d_out in zip(sizes, sizes[1:]):
        parameters += d_in * d_out + d_out
    batches = (n + batch_size - 1) // batch_size
    updates = epochs * batches
    first = np.log(k)
    floor = np.log(1 + (k - 1) / np.e)
    return parameters, updates, lr * updates, first, floor


def digits_of(outputs):
    return (outputs > 0.5).argmax(axis=1)


# %% wrong: batch-too-many
def forecast(sizes, n, batch_size, epochs, lr):
    p = sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))
    u = epochs * (n // batch_size + 1)
    k = sizes[-1]
    return p, u, u * lr, np.log(k), np.log(1 + (k - 1) / np.e)


def digits_of(o):
    return np.argmax(o, 1)


# %% wrong: nearest-to-one
# fails: torch-forecast-hidden
def forecast(sizes, n, batch_size, epochs, lr):
    p = sum((a + 1) * b for a, b in zip(sizes, sizes[1:]))
    u = epochs * (-(-n // batch_size))
    k = sizes[-1]
    return p, u, u * lr, np.log(k), np.log(1 + (k - 1) / np.e)


def digits_of(o):
    return np.abs(np.array(o) - 1).argmin(1)
