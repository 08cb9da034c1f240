"""Answers to training-reading, right and wrong."""


# %% right: small letters
def next_steps():
    return dict(zip(range(1, 7), "eafcbd"))


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% right: built step by step, a print
def next_steps():
    np.log(np.zeros(1))
    found = {}
    for run, letter in enumerate("EAFCBD", start=1):
        found[run] = letter
    print(found)
    return found


def verdicts():
    return dict(chosen="B", cow="C", sure="B", ninety="B")


# %% right: keys as text
def next_steps():
    return {str(run): letter for run, letter in zip(range(1, 7), "EAFCBD")}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% right: with a space, and a key too many
def next_steps():
    return {1: "E ", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D", 7: "F"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: more-epochs-always
# fails: training-reading-value
def next_steps():
    return {1: "C", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: smaller-rate-always
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "B", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: gap-unseen
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: slowness-unseen
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "C", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: weights-are-hyper
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "A", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: weights-are-hyper, biases
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "C", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: open-world
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "A", "sure": "B", "ninety": "B"}


# %% wrong: open-world, no prediction
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "B", "sure": "B", "ninety": "B"}


# %% wrong: half-and-half
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "D", "sure": "B", "ninety": "B"}


# %% wrong: key-missing
# fails: training-reading-value
def next_steps():
    return {3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: good-run-changed
# fails: training-reading-hidden
def next_steps():
    return {1: "E", 2: "A", 3: "C", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: fall-unseen
# fails: training-reading-hidden
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "F", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: jumps-unseen
# fails: training-reading-hidden
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "E", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: floor-unseen
# fails: training-reading-hidden
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "A"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "B"}


# %% wrong: confidence-is-truth
# fails: training-reading-hidden
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "A", "ninety": "B"}


# %% wrong: fault-suspected
# fails: training-reading-hidden
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "C", "ninety": "B"}


# %% wrong: accuracy-is-enough
# fails: training-reading-hidden
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "A"}


# %% wrong: overfitting-suspected
# fails: training-reading-hidden
def next_steps():
    return {1: "E", 2: "A", 3: "F", 4: "C", 5: "B", 6: "D"}


def verdicts():
    return {"chosen": "B", "cow": "C", "sure": "B", "ninety": "C"}
