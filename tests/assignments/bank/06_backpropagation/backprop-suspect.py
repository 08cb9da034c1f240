"""Answers to backprop-suspect, right and wrong."""


# %% right: four questions
def suspect(dW1, db1, dW2, db2):
    if dW1 and db1 and dW2 and db2:
        return "BP1"
    if dW1 and db1:
        return "BP2"
    if db1 and db2:
        return "BP3"
    return "BP4"


# %% right: with a space
def suspect(dW1, db1, dW2, db2):
    if dW1 and db1 and dW2 and db2:
        return "BP 1"
    if dW1 and db1:
        return "BP 2"
    if db1 and db2:
        return "BP 3"
    return "BP 4"


# %% right: a dict
def suspect(dW1, db1, dW2, db2):
    return {
        (True, True, True, True): "BP1",
        (True, True, False, False): "BP2",
        (False, True, False, True): "BP3",
        (True, False, True, False): "BP4",
    }[dW1, db1, dW2, db2]


# %% right: counting
def suspect(dW1, db1, dW2, db2):
    if sum([dW1, db1, dW2, db2]) == 4:
        return "BP1"
    return "BP2" if not (dW2 or db2) else f"BP{4 if dW2 else 3}"


# %% wrong: suspects-swapped
def suspect(dW1, db1, dW2, db2):
    if dW1 and db1 and dW2 and db2:
        return "BP1"
    if dW1 and db1:
        return "BP2"
    if db1 and db2:
        return "BP4"
    return "BP3"


# %% wrong: deltas-swapped
def suspect(dW1, db1, dW2, db2):
    if dW1 and db1 and dW2 and db2:
        return "BP2"
    if dW1 and db1:
        return "BP1"
    if db1 and db2:
        return "BP3"
    return "BP4"


# %% wrong: right-for-wrong
def suspect(dW1, db1, dW2, db2):
    if not (dW1 or db1 or dW2 or db2):
        return "BP1"
    if not (dW1 or db1):
        return "BP2"
    return "BP3" if not db1 else "BP4"


# %% wrong: first-wrong-only
def suspect(dW1, db1, dW2, db2):
    if dW1:
        return "BP4"
    return "BP3"


# %% wrong: first-wrong-only, the last layer
def suspect(dW1, db1, dW2, db2):
    if dW2:
        return "BP1"
    return "BP3" if db2 else "BP2"
