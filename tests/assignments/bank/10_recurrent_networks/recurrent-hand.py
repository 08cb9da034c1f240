"""Answers to recurrent-hand, right and wrong."""


# %% right: rounded
def three_states():
    return [-0.422, -0.117, 0.588]


def lstm_numbers():
    return [0.750, 0.426, -0.800, 0.825, -0.941, -0.607]


# %% right: computed
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% right: arrays in float32, a harmless warning
def three_states():
    np.log(np.zeros(1))
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return np.array(states, dtype=np.float32)


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return np.array([f, i, g, o, c, o * np.tanh(c)])


# %% right: tuples
def three_states():
    return (-0.422, -0.117, 0.588)


def lstm_numbers():
    return (0.750, 0.426, -0.800, 0.825, -0.941, -0.607)


# %% wrong: memory-ignored
# fails: recurrent-hand-states
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: stale-state
# fails: recurrent-hand-states
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * 0.8 + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: weights-swapped
# fails: recurrent-hand-states
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(-1.5 * x + 0.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: activation-forgotten
# fails: recurrent-hand-states
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = 0.5 * x - 1.5 * h + 0.25
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: sigmoid-for-tanh
# fails: recurrent-hand-states
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = sigmoid(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: bias-forgotten
# fails: recurrent-hand-states
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: last-only
# fails: recurrent-hand-states
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return h


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: gates-swapped
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    f, i = i, f
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: forget-inverted
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = (1 - f) * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: forget-missing
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: candidate-sigmoid
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = sigmoid(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: gates-tanh
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = np.tanh(-h + 2 * x + 0.5)
    i = np.tanh(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = np.tanh(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: output-tanh-forgotten
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * c]


# %% wrong: old-memory-out
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    new = f * c + i * g
    return [f, i, g, o, new, o * np.tanh(c)]


# %% wrong: candidate-out
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * g]


# %% wrong: concat-reversed
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    x, c, h = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, c, o * np.tanh(c)]


# %% wrong: returns-swapped
# fails: recurrent-hand-lstm
def three_states():
    h, states = 0.8, []
    for x in (1, -2, 0.5):
        h = np.tanh(0.5 * x - 1.5 * h + 0.25)
        states.append(h)
    return states


def lstm_numbers():
    h, c, x = 0.4, -0.8, 0.5
    f = sigmoid(-h + 2 * x + 0.5)
    i = sigmoid(0.5 * h + x - 1)
    g = np.tanh(-1.5 * h + 2.5 * x - 1.75)
    o = sigmoid(2 * h - 0.5 * x + 1)
    c = f * c + i * g
    return [f, i, g, o, o * np.tanh(c), c]
