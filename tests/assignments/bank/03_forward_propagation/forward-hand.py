"""Answers to forward-hand, right and wrong."""


# %% right: computed
def hidden_by_hand():
    return 1 / (1 + np.exp(-(SLIDE_W1_TEXT @ SLIDE_X[0])))


def outputs_by_hand():
    return 1 / (1 + np.exp(-(SLIDE_W2_TEXT @ hidden_by_hand())))


# %% right: the slide's rounding
def hidden_by_hand():
    return (0.761, 0.603, 0.65)


def outputs_by_hand():
    return 0.726, 0.708, 0.778


# %% right: more digits, an array
def hidden_by_hand():
    return np.array([0.7613327, 0.6034832, 0.6502185])


def outputs_by_hand():
    return np.array([0.7263033, 0.7085981, 0.7780971], dtype=np.float32)


# %% right: number by number
def squeeze(z):
    return round(1 / (1 + 2.71828**-z), 4)


def hidden_by_hand():
    z1 = 0.9 * 0.9 + 0.1 * 0.3 + 0.8 * 0.4
    z2 = 0.9 * 0.2 + 0.1 * 0.8 + 0.8 * 0.2
    z3 = 0.9 * 0.1 + 0.1 * 0.5 + 0.8 * 0.6
    return squeeze(z1), squeeze(z2), squeeze(z3)


def outputs_by_hand():
    h1, h2, h3 = hidden_by_hand()
    z1 = 0.3 * h1 + 0.7 * h2 + 0.5 * h3
    z2 = 0.6 * h1 + 0.5 * h2 + 0.2 * h3
    z3 = 0.8 * h1 + 0.1 * h2 + 0.9 * h3
    return [squeeze(z1), squeeze(z2), squeeze(z3)]


# %% right: with a harmless warning
def hidden_by_hand():
    np.log(np.zeros(1))
    return [0.7613, 0.6035, 0.6502]


def outputs_by_hand():
    np.log(np.zeros(1))
    return [0.7263, 0.7086, 0.7781]


# %% wrong: first-transposed
# fails: forward-hand-value
def hidden_by_hand():
    return [0.713, 0.679, 0.703]


def outputs_by_hand():
    return [0.726, 0.709, 0.778]


# %% wrong: hidden-activation-forgotten
# fails: forward-hand-value
def hidden_by_hand():
    return [1.16, 0.42, 0.62]


def outputs_by_hand():
    return [0.726, 0.709, 0.778]


# %% wrong: activation-twice
# fails: forward-hand-value
def hidden_by_hand():
    return activations.sigmoid(activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0]))


def outputs_by_hand():
    return [0.726, 0.709, 0.778]


# %% wrong: wrong-activation
# fails: forward-hand-value
def hidden_by_hand():
    return np.tanh(SLIDE_W1_TEXT @ SLIDE_X[0])


def outputs_by_hand():
    return [0.726, 0.709, 0.778]


# %% wrong: layers-swapped
# fails: forward-hand-value
def hidden_by_hand():
    return activations.sigmoid(SLIDE_W2_TEXT @ SLIDE_X[0])


def outputs_by_hand():
    return [0.726, 0.709, 0.778]


# %% wrong: rounded-too-early
# fails: forward-hand-value
def hidden_by_hand():
    return [0.8, 0.6, 0.7]


def outputs_by_hand():
    return [0.726, 0.709, 0.778]


# %% wrong: first-transposed, to the end
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT.T @ SLIDE_X[0])
    return activations.sigmoid(SLIDE_W2_TEXT @ h)


# %% wrong: second-transposed
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0])
    return activations.sigmoid(SLIDE_W2_TEXT.T @ h)


# %% wrong: hidden-activation-forgotten, to the end
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0])
    return activations.sigmoid(SLIDE_W2_TEXT @ SLIDE_W1_TEXT @ SLIDE_X[0])


# %% wrong: output-activation-forgotten
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0])
    return [0.976, 0.889, 1.255]


# %% wrong: activation-twice, to the end
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    twice = lambda z: activations.sigmoid(activations.sigmoid(z))
    return twice(SLIDE_W2_TEXT @ twice(SLIDE_W1_TEXT @ SLIDE_X[0]))


# %% wrong: wrong-activation, to the end
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    return np.tanh(SLIDE_W2_TEXT @ np.tanh(SLIDE_W1_TEXT @ SLIDE_X[0]))


# %% wrong: wrong-activation-relu
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0])
    return SLIDE_W2_TEXT @ SLIDE_W1_TEXT @ SLIDE_X[0]


# %% wrong: layers-swapped, to the end
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W2_TEXT @ SLIDE_X[0])
    return activations.sigmoid(SLIDE_W1_TEXT @ h)


# %% wrong: rounded-too-early, to the end
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0])
    return [0.7, 0.7, 0.8]


# %% wrong: hidden-for-output
# fails: forward-hand-hidden
def hidden_by_hand():
    return [0.761, 0.603, 0.650]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0])
    return h
