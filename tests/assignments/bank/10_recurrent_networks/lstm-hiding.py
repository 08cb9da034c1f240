"""Answers to lstm-hiding, right and wrong."""


# %% right: tuples
def hiding_case():
    return 0, 0, 1 / 3


def exposing_case():
    return 1, 2, -1


# %% right: lists, the lesson's start
def hiding_case():
    return [0.0, 0.0, 0.5 / 1.5]


def exposing_case():
    return [-0.5, 2.0, 1.0]


# %% right: an array
def hiding_case():
    return np.array([0, 0, 1 / 3])


def exposing_case():
    return np.array([0.5, -2, -1])


# %% right: searched
def hiding_case():
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if 0.5 - 1.5 * middle > 0 else (low, middle)
    return 0, 0, middle


def exposing_case():
    for h in (-1, 1):
        for c in (-3, 3):
            for x in (-1, 1):
                off = [
                    wrong_on((h, c, x), kind)
                    for kind in ("inverted", "no tanh", "output forgotten")
                ]
                if min(off) > 0.1:
                    return h, c, x


# %% wrong: memory-not-zero
# fails: lstm-hiding-value
def hiding_case():
    return 0, 1, 1 / 3


def exposing_case():
    return 1, 2, -1


# %% wrong: start-not-zero
# fails: lstm-hiding-value
def hiding_case():
    return 0.5, 0, 0.5


def exposing_case():
    return 1, 2, -1


# %% wrong: candidate-not-zero
# fails: lstm-hiding-value
def hiding_case():
    return 0, 0, 0


def exposing_case():
    return 1, 2, -1


# %% wrong: candidate-not-zero
# fails: lstm-hiding-value
def hiding_case():
    return 0, 0, 1


def exposing_case():
    return 1, 2, -1


# %% wrong: order-mixed
# fails: lstm-hiding-value
def hiding_case():
    return 1 / 3, 0, 0


def exposing_case():
    return 1, 2, -1


# %% wrong: memory-not-zero
# fails: lstm-hiding-value
def hiding_case():
    return 0.2, 0.5, 1


def exposing_case():
    return 1, 2, -1


# %% wrong: start-not-zero, a candidate of 0
# fails: lstm-hiding-value
def hiding_case():
    return 1, 0, 2 / 3


def exposing_case():
    return 1, 2, -1


# %% wrong: memory-zero
# fails: lstm-hiding-exposed
def hiding_case():
    return 0, 0, 1 / 3


def exposing_case():
    return 1, 0, -1


# %% wrong: start-zero
# fails: lstm-hiding-exposed
def hiding_case():
    return 0, 0, 1 / 3


def exposing_case():
    return 0, 2, -1


# %% wrong: memory-small
# fails: lstm-hiding-exposed
def hiding_case():
    return 0, 0, 1 / 3


def exposing_case():
    return 1, 0.7, -1


# %% wrong: gate-half-open
# fails: lstm-hiding-exposed
def hiding_case():
    return 0, 0, 1 / 3


def exposing_case():
    return -1, 3, 2


# %% wrong: output-gate-shut
# fails: lstm-hiding-exposed
def hiding_case():
    return 0, 0, 1 / 3


def exposing_case():
    return -1, 2, -1
