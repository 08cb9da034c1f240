"""Answers to start-errors, right and wrong."""


# %% right: reshape
def errors(predicted, target):
    return predicted.reshape(-1) - target


# %% right: pair by pair, a list
def errors(predicted, target):
    return [p[0] - t for p, t in zip(predicted, target)]


# %% right: target made a column, then flat
def errors(predicted, target):
    return (predicted - target[:, None])[:, 0]


# %% right: squeeze, float32, with a warning
def errors(predicted, target):
    np.log(np.zeros(1))
    return (np.squeeze(predicted, axis=1) - target).astype(np.float32)


# %% right: torch tensor, where there is torch
def errors(predicted, target):
    try:
        import torch
    except ImportError:
        return predicted[:, 0] - target
    return torch.tensor(predicted).flatten() - torch.tensor(target)


# %% wrong: column-broadcast
def errors(predicted, target):
    return predicted - target


# %% wrong: sign-swapped
def errors(predicted, target):
    return target - predicted[:, 0]


# %% wrong: column-kept
def errors(predicted, target):
    return predicted - target.reshape(-1, 1)


# %% wrong: sign-lost
def errors(predicted, target):
    return abs(predicted[:, 0] - target)


# %% wrong: averaged
def errors(predicted, target):
    return (predicted[:, 0] - target).mean()


# %% wrong: mutates-input
def errors(predicted, target):
    target *= -1
    return predicted[:, 0] + target
