"""Answers to lstm-faults, right and wrong."""


# %% right: numbers
def faults():
    return {"P": 6, "Q": 3, "R": 1, "S": 2}


# %% right: text
def faults():
    return {"P": "6", "Q": "3", "R": "1", "S": "2"}


# %% right: another order
def faults():
    return dict(zip("SRQP", (2, 1, 3, 6)))


# %% wrong: fault-in-p
def faults():
    return {"P": 1, "Q": 3, "R": 1, "S": 2}


# %% wrong: fault-in-q
def faults():
    return {"P": 6, "Q": 4, "R": 1, "S": 2}


# %% wrong: fault-in-r
def faults():
    return {"P": 6, "Q": 3, "R": 6, "S": 2}


# %% wrong: fault-in-s
def faults():
    return {"P": 6, "Q": 3, "R": 1, "S": 5}


# %% wrong: letters-mixed
def faults():
    return {"P": 1, "Q": 3, "R": 6, "S": 2}


# %% wrong: letters-mixed, one number for all
def faults():
    return {"P": 1, "Q": 1, "R": 1, "S": 1}
