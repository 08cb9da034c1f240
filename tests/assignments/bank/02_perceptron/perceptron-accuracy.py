"""Answers to perceptron-accuracy, right and wrong."""


# %% right: counted in a loop
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    correct = 0
    for said, true in zip(predicted, truth):
        if said == true:
            correct += 1
    return correct / len(truth)


# %% right: the mean of truth values
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return (predicted == truth).mean()


# %% right: size asked, zero-dimensional
def accuracy(predicted, truth):
    if truth.size == 0:
        raise ValueError("nothing to compare")
    return np.array((predicted == truth).sum() / truth.size)


# %% right: one minus the mistakes
def accuracy(predicted, truth):
    if not len(predicted):
        raise ValueError("empty")
    return 1 - np.count_nonzero(predicted != truth) / len(predicted)


# %% right: a sum of ones and a list of one number
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return [sum(1 for a, b in zip(predicted, truth) if a == b) / len(truth)]


# %% right: division by zero turned into words
def accuracy(predicted, truth):
    try:
        return sum(a == b for a, b in zip(predicted, truth)) / len(truth)
    except ZeroDivisionError:
        raise ValueError("accuracy of no examples") from None


# %% right: float32, with a harmless warning
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    np.log(np.zeros(1))
    return np.float32(np.mean(predicted == truth))


# %% right: an error of its own kind
class Nothing(ValueError):
    pass


def accuracy(predicted, truth):
    if len(predicted) == 0 or len(truth) == 0:
        raise Nothing("there is nothing to count")
    return float(np.average(predicted == truth))


# %% right: torch
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    try:
        import torch
    except ImportError:
        return np.mean(predicted == truth)
    return (torch.tensor(predicted) == torch.tensor(truth)).double().mean()


# %% wrong: count-not-share
# fails: perceptron-accuracy-value, perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return np.sum(predicted == truth)


# %% wrong: count-not-share, in a loop
# fails: perceptron-accuracy-value, perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return sum(a == b for a, b in zip(predicted, truth))


# %% wrong: error-rate
# fails: perceptron-accuracy-value, perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return np.mean(predicted != truth)


# %% wrong: positives-share
# fails: perceptron-accuracy-value, perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return np.mean(predicted == 1)


# %% wrong: integer-division
# fails: perceptron-accuracy-value, perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return np.sum(predicted == truth) // len(truth)


# %% wrong: one-class-only
# fails: perceptron-accuracy-value, perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return np.mean(predicted[truth == 1] == 1)


# %% wrong: ones-matched
# fails: perceptron-accuracy-value, perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return np.sum((predicted == 1) & (truth == 1)) / len(truth)


# %% wrong: percent-for-share
# fails: perceptron-accuracy-value, perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return 100 * np.mean(predicted == truth)


# %% wrong: rounded-off
# fails: perceptron-accuracy-hidden
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError("no examples, no accuracy")
    return round(float(np.mean(predicted == truth)), 2)


# %% wrong: empty-is-nan
# fails: perceptron-accuracy-edge
def accuracy(predicted, truth):
    return np.mean(predicted == truth)


# %% wrong: empty-is-nan, given by name
# fails: perceptron-accuracy-edge
def accuracy(predicted, truth):
    if len(truth) == 0:
        return float("nan")
    return np.mean(predicted == truth)


# %% wrong: empty-is-zero
# fails: perceptron-accuracy-edge
def accuracy(predicted, truth):
    if len(truth) == 0:
        return 0
    return np.mean(predicted == truth)


# %% wrong: empty-is-zero, by a larger total
# fails: perceptron-accuracy-edge
def accuracy(predicted, truth):
    return np.sum(predicted == truth) / max(len(truth), 1)


# %% wrong: empty-is-one
# fails: perceptron-accuracy-edge
def accuracy(predicted, truth):
    if len(truth) == 0:
        return 1.0
    return np.mean(predicted == truth)


# %% wrong: empty-by-chance
# fails: perceptron-accuracy-edge
def accuracy(predicted, truth):
    return sum(a == b for a, b in zip(predicted, truth)) / len(truth)


# %% wrong: empty-without-words
# fails: perceptron-accuracy-edge
def accuracy(predicted, truth):
    if len(truth) == 0:
        raise ValueError
    return np.mean(predicted == truth)


# %% wrong: error-returned
# fails: perceptron-accuracy-edge
def accuracy(predicted, truth):
    if len(truth) == 0:
        return ValueError("no examples, no accuracy")
    return np.mean(predicted == truth)
