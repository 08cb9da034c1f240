"""Answers to perceptron-boundary, right and wrong."""


# %% right: two named numbers
def boundary(w1, w2, bias, wbias):
    slope = -w1 / w2
    intercept = -bias * wbias / w2
    return slope, intercept


# %% right: a list
def boundary(w1, w2, bias, wbias):
    return [-(w1 / w2), -((bias * wbias) / w2)]


# %% right: through two points of the line
def boundary(w1, w2, bias, wbias):
    def height(x1):
        return -(x1 * w1 + bias * wbias) / w2

    return height(1) - height(0), height(0)


# %% right: an array
def boundary(w1, w2, bias, wbias):
    return np.array([w1, bias * wbias]) / -w2


# %% right: with one b first
def boundary(w1, w2, bias, wbias):
    b = bias * wbias
    return np.float64(w1 / -w2), np.array(b / -w2)


# %% right: a fitted line
def boundary(w1, w2, bias, wbias):
    x1 = np.array([-1.0, 2.0])
    slope, intercept = np.polyfit(x1, -(x1 * w1 + bias * wbias) / w2, 1)
    return round(slope, 10), round(intercept, 10)


# %% right: torch, with a harmless warning
def boundary(w1, w2, bias, wbias):
    np.log(np.zeros(1))
    try:
        import torch
    except ImportError:
        return -w1 / w2, -bias * wbias / w2
    found = -torch.tensor([w1, bias * wbias], dtype=torch.float64) / w2
    return found[0], found[1]


# %% wrong: score-as-line
def boundary(w1, w2, bias, wbias):
    return w1 + w2, bias * wbias


# %% wrong: slope-sign
def boundary(w1, w2, bias, wbias):
    return w1 / w2, -bias * wbias / w2


# %% wrong: intercept-forgotten
def boundary(w1, w2, bias, wbias):
    return -w1 / w2, 0


# %% wrong: intercept-sign
def boundary(w1, w2, bias, wbias):
    return -w1 / w2, bias * wbias / w2


# %% wrong: intercept-undivided
def boundary(w1, w2, bias, wbias):
    return -w1 / w2, bias * wbias


# %% wrong: intercept-undivided, with its sign
def boundary(w1, w2, bias, wbias):
    return -w1 / w2, -bias * wbias


# %% wrong: pair-reversed
def boundary(w1, w2, bias, wbias):
    return -bias * wbias / w2, -w1 / w2


# %% wrong: bias-squared
def boundary(w1, w2, bias, wbias):
    return -w1 / w2, -bias * bias / w2


# %% wrong: wbias-forgotten
def boundary(w1, w2, bias, wbias):
    return -w1 / w2, -bias / w2


# %% wrong: bias-input-forgotten
def boundary(w1, w2, bias, wbias):
    return -w1 / w2, -wbias / w2


# %% wrong: slope-inverted
def boundary(w1, w2, bias, wbias):
    return -w2 / w1, -bias * wbias / w2


# %% wrong: slope-inverted, and the crossing of x1
def boundary(w1, w2, bias, wbias):
    return -w2 / w1, -bias * wbias / w1


# %% wrong: normal-as-direction
def boundary(w1, w2, bias, wbias):
    return w2 / w1, -bias * wbias / w2


# %% wrong: crossing-of-x1
def boundary(w1, w2, bias, wbias):
    return -w1 / w2, -bias * wbias / w1


# %% wrong: library-answer
# fails: perceptron-boundary-hidden
def boundary(w1, w2, bias, wbias):
    from nnbyhand import perceptron

    return perceptron.boundary([w1, w2], bias * wbias)


# %% wrong: signs-forgotten
def boundary(w1, w2, bias, wbias):
    return w1 / w2, bias * wbias / w2
