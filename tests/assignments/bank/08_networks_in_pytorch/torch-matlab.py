"""Answers to torch-matlab, right and wrong."""


# %% right: two points of the line
def from_matlab(P, T):
    learned = perceptron.learn(np.stack([P[0], P[1]], axis=1), T)

    def height(x1):
        return (-learned.b - learned.w[0] * x1) / learned.w[1]

    return np.array(learned.mistakes), height(1.0) - height(0.0), height(0.0)


# %% right: the rule by hand
def from_matlab(P, T):
    w, b, mistakes = np.zeros(2), 0.0, []
    while not mistakes or mistakes[-1]:
        mistakes.append(0)
        for x, t in zip(P.T, T):
            error = t - int(w @ x + b > 0)
            w, b = w + error * x, b + error
            mistakes[-1] += abs(error)
    return [mistakes, -w[0] / w[1], -b / w[1]]


# %% right: a list of rows, tensors, a warning
def from_matlab(P, T):
    np.log(np.zeros(1))
    learned = perceptron.learn([list(column) for column in zip(*P)], T)
    w = torch.tensor(learned.w)
    return torch.tensor(learned.mistakes), -w[0] / w[1], -learned.b / w[1]


# %% wrong: columns-as-examples
def from_matlab(P, T):
    learned = perceptron.learn(P.reshape(-1, 2), T)
    w1, w2 = learned.w
    return learned.mistakes, -w1 / w2, -learned.b / w2


# %% wrong: columns-as-examples, with reshape to the labels
def from_matlab(P, T):
    learned = perceptron.learn(P.reshape(len(T), -1), T)
    w1, w2 = learned.w
    return learned.mistakes, -w1 / w2, -learned.b / w2


# %% wrong: slope-turned-over
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    w1, w2 = learned.w
    return learned.mistakes, -w2 / w1, -learned.b / w2


# %% wrong: slope-sign
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    w1, w2 = learned.w
    return learned.mistakes, w1 / w2, -learned.b / w2


# %% wrong: both-signs
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    w1, w2 = learned.w
    return learned.mistakes, w1 / w2, learned.b / w2


# %% wrong: intercept-sign
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    w1, w2 = learned.w
    return learned.mistakes, -w1 / w2, learned.b / w2


# %% wrong: intercept-undivided
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    w1, w2 = learned.w
    return learned.mistakes, -w1 / w2, -learned.b


# %% wrong: last-epoch-left-out
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    w1, w2 = learned.w
    return learned.mistakes[:-1], -w1 / w2, -learned.b / w2


# %% wrong: mistakes-added
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    w1, w2 = learned.w
    return sum(learned.mistakes), -w1 / w2, -learned.b / w2


# %% wrong: intercept-by-w1
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    w1, w2 = learned.w
    return learned.mistakes, -w1 / w2, -learned.b / w1


# %% wrong: library-answer
def from_matlab(P, T):
    learned = perceptron.learn(P.T, T)
    return learned.mistakes, *perceptron.boundary(learned.w, learned.b)
