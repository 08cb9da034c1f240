"""Answers to forward-hand, right and wrong."""

# %% right: computed
x, B1 = np.array([0.5, -1.0, 2.0]), np.array([0.25, -0.5, -1.0])
B2 = np.array([-1.5, 0.5, -0.75])


def hidden_by_hand():
    return 1 / (1 + np.exp(-(SLIDE_W1_TEXT @ x + B1)))


def outputs_by_hand():
    return 1 / (1 + np.exp(-(SLIDE_W2_TEXT @ hidden_by_hand() + B2)))


# %% right: three decimals at every stage
def hidden_by_hand():
    return (0.769, 0.31, 0.438)


def outputs_by_hand():
    return 0.303, 0.769, 0.572


# %% right: more digits, an array
def hidden_by_hand():
    return np.array([0.7685248, 0.3100255, 0.4378235])


def outputs_by_hand():
    return np.array([0.3029028, 0.7691810, 0.5719627], dtype=np.float32)


# %% right: number by number
def squeeze(z):
    return round(1 / (1 + 2.71828**-z), 4)


def hidden_by_hand():
    z1 = 0.5 * 0.9 - 1 * 0.3 + 2 * 0.4 + 0.25
    z2 = 0.5 * 0.2 - 1 * 0.8 + 2 * 0.2 - 0.5
    z3 = 0.5 * 0.1 - 1 * 0.5 + 2 * 0.6 - 1
    return squeeze(z1), squeeze(z2), squeeze(z3)


def outputs_by_hand():
    h1, h2, h3 = hidden_by_hand()
    z1 = 0.3 * h1 + 0.7 * h2 + 0.5 * h3 - 1.5
    z2 = 0.6 * h1 + 0.5 * h2 + 0.2 * h3 + 0.5
    z3 = 0.8 * h1 + 0.1 * h2 + 0.9 * h3 - 0.75
    return [squeeze(z1), squeeze(z2), squeeze(z3)]


# %% right: batch first, shape (1, 3)
x, B1 = np.array([0.5, -1.0, 2.0]), np.array([0.25, -0.5, -1.0])
B2 = np.array([-1.5, 0.5, -0.75])


def hidden_by_hand():
    return activations.sigmoid(x[None] @ SLIDE_W1_TEXT.T + B1)


def outputs_by_hand():
    return activations.sigmoid(hidden_by_hand() @ SLIDE_W2_TEXT.T + B2)


# %% right: columns, shape (3, 1)
x, B1 = np.array([0.5, -1.0, 2.0]), np.array([0.25, -0.5, -1.0])
B2 = np.array([-1.5, 0.5, -0.75])


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT @ x[:, None] + B1[:, None])


def outputs_by_hand():
    return activations.sigmoid(SLIDE_W2_TEXT @ hidden_by_hand() + B2[:, None])


# %% right: a list in a list
def hidden_by_hand():
    return [[0.7685, 0.3100, 0.4378]]


def outputs_by_hand():
    return [[0.3029], [0.7692], [0.5720]]


# %% right: torch
def hidden_by_hand():
    try:
        import torch
    except ImportError:
        return [0.7685, 0.3100, 0.4378]
    return torch.tensor([[0.7685, 0.3100, 0.4378]])


def outputs_by_hand():
    try:
        import torch
    except ImportError:
        return [0.3029, 0.7692, 0.5720]
    return torch.tensor([0.3029, 0.7692, 0.5720])


# %% right: with a harmless warning
def hidden_by_hand():
    np.log(np.zeros(1))
    return [0.7685, 0.3100, 0.4378]


def outputs_by_hand():
    np.log(np.zeros(1))
    return [0.3029, 0.7692, 0.5720]


# %% wrong: first-transposed
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT.T @ x + B1)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: first-transposed, as a row
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(x[None] @ SLIDE_W1_TEXT + B1)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: hidden-activation-forgotten
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return SLIDE_W1_TEXT @ x + B1


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: activation-twice
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(activations.sigmoid(SLIDE_W1_TEXT @ x + B1))


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: wrong-activation
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return np.tanh(SLIDE_W1_TEXT @ x + B1)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: wrong-activation-relu
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return np.maximum(SLIDE_W1_TEXT @ x + B1, 0)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: layers-swapped
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W2_TEXT @ x + B1)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: rounded-too-early
# fails: forward-hand-value
def hidden_by_hand():
    return [0.8, 0.3, 0.4]


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: bias-forgotten
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT @ x)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: bias-subtracted
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT @ x - B1)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: bias-after-activation
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT @ x) + B1


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: biases-swapped
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT @ x + B2)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: signs-ignored
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT @ abs(x) + B1)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: lesson-numbers
# fails: forward-hand-value
def hidden_by_hand():
    return [0.7613, 0.6035, 0.6502]


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: lesson-input
# fails: forward-hand-value
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0] + B1)


def outputs_by_hand():
    return [0.303, 0.769, 0.572]


# %% wrong: first-transposed, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT.T @ x + B1)
    return activations.sigmoid(SLIDE_W2_TEXT @ h + B2)


# %% wrong: second-transposed, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ x + B1)
    return activations.sigmoid(SLIDE_W2_TEXT.T @ h + B2)


# %% wrong: all-transposed, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT.T @ x + B1)
    return activations.sigmoid(SLIDE_W2_TEXT.T @ h + B2)


# %% wrong: hidden-activation-forgotten, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = SLIDE_W1_TEXT @ x + B1
    return activations.sigmoid(SLIDE_W2_TEXT @ h + B2)


# %% wrong: output-activation-forgotten, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ x + B1)
    return SLIDE_W2_TEXT @ h + B2


# %% wrong: activation-twice, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(activations.sigmoid(SLIDE_W1_TEXT @ x + B1))
    return activations.sigmoid(activations.sigmoid(SLIDE_W2_TEXT @ h + B2))


# %% wrong: wrong-activation, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = np.tanh(SLIDE_W1_TEXT @ x + B1)
    return np.tanh(SLIDE_W2_TEXT @ h + B2)


# %% wrong: wrong-activation-relu, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = np.maximum(SLIDE_W1_TEXT @ x + B1, 0)
    return np.maximum(SLIDE_W2_TEXT @ h + B2, 0)


# %% wrong: layers-swapped, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W2_TEXT @ x + B1)
    return activations.sigmoid(SLIDE_W1_TEXT @ h + B2)


# %% wrong: rounded-too-early, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    return [0.3, 0.8, 0.6]


# %% wrong: bias-forgotten, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ x)
    return activations.sigmoid(SLIDE_W2_TEXT @ h)


# %% wrong: bias-subtracted, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ x - B1)
    return activations.sigmoid(SLIDE_W2_TEXT @ h - B2)


# %% wrong: bias-after-activation, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ x) + B1
    return activations.sigmoid(SLIDE_W2_TEXT @ h) + B2


# %% wrong: biases-swapped, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ x + B2)
    return activations.sigmoid(SLIDE_W2_TEXT @ h + B1)


# %% wrong: signs-ignored, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ abs(x) + B1)
    return activations.sigmoid(SLIDE_W2_TEXT @ h + B2)


# %% wrong: lesson-numbers, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    return [0.726, 0.709, 0.778]


# %% wrong: lesson-input, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    h = activations.sigmoid(SLIDE_W1_TEXT @ SLIDE_X[0] + B1)
    return activations.sigmoid(SLIDE_W2_TEXT @ h + B2)


# %% wrong: hidden-for-output, to the end
# fails: forward-hand-hidden
x, B1, B2 = np.array([0.5, -1, 2]), np.array([0.25, -0.5, -1]), [-1.5, 0.5, -0.75]


def hidden_by_hand():
    return [0.769, 0.310, 0.438]


def outputs_by_hand():
    return activations.sigmoid(SLIDE_W1_TEXT @ x + B1)
