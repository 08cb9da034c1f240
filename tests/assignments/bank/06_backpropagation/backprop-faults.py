"""Answers to backprop-faults, right and wrong."""


# %% right: whole numbers
def faults():
    return {"A": 4, "B": 5, "C": 2, "D": 3}


# %% right: text, in another order
def faults():
    return {"D": "3", "B": "5", "A": "4", "C": "2"}


# %% right: a loop over letters
def faults():
    return {letter: number for letter, number in zip("ABCD", np.array([4, 5, 2, 3]))}


# %% wrong: fault-in-a
def faults():
    return {"A": 6, "B": 5, "C": 2, "D": 3}


# %% wrong: fault-in-a, two wrong
def faults():
    return {"A": 1, "B": 4, "C": 2, "D": 3}


# %% wrong: fault-in-b
def faults():
    return {"A": 4, "B": 1, "C": 2, "D": 3}


# %% wrong: fault-in-c
def faults():
    return {"A": 4, "B": 5, "C": 6, "D": 3}


# %% wrong: fault-in-d
def faults():
    return {"A": 4, "B": 5, "C": 2, "D": 1}


# %% wrong: letters-mixed
def faults():
    return {"A": 4, "B": 5, "C": 2, "D": 5}


# %% wrong: letters-mixed, a number from nowhere
def faults():
    return {"A": 4, "B": 5, "C": 2, "D": 7}
