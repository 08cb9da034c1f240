"""Answers to training-reading, right and wrong."""


# %% right: small letters
def next_steps():
    return dict(zip(range(1, 7), "dacbfe"))


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% right: built step by step, a print
def next_steps():
    np.log(np.zeros(1))
    found = {}
    for run, letter in enumerate("DACBFE", start=1):
        found[run] = letter
    print(found)
    return found


def verdicts():
    return dict(learned="C", letter="D", sure="B", broken="C")


# %% right: keys as text
def next_steps():
    return {str(run): letter for run, letter in zip(range(1, 7), "DACBFE")}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% right: with a space, and a key too many
def next_steps():
    return {1: "D ", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E", 7: "F"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: more-epochs-always
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: gap-unseen
# fails: training-reading-value
def next_steps():
    return {1: "F", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: smaller-rate-always
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "B", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: slowness-unseen
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "E", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: hyper-counted
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "A", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: hyper-counted, added
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "D", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: biases-forgotten
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "B", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: all-low
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "A", "sure": "B", "broken": "C"}


# %% wrong: half-and-half
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "B", "sure": "B", "broken": "C"}


# %% wrong: error-expected
# fails: training-reading-value
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "C", "sure": "B", "broken": "C"}


# %% wrong: half-and-half, told beside another slip
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "B", "sure": "B", "broken": "C"}


# %% wrong: more-epochs-always, told beside another slip
# fails: training-reading-value
def next_steps():
    return {1: "E", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "B", "sure": "B", "broken": "C"}


# %% wrong: key-missing
# fails: training-reading-value
def next_steps():
    return {2: "A", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: good-run-changed
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "E", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: jumps-unseen
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "D", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: floor-unseen
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "C", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: fall-unseen
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "A"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "C"}


# %% wrong: confidence-is-truth
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "A", "broken": "C"}


# %% wrong: fault-suspected
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "C", "broken": "C"}


# %% wrong: accuracy-is-enough
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "A"}


# %% wrong: overfitting-suspected
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "E"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "B"}


# %% wrong: overfitting-suspected, told beside another slip
# fails: training-reading-hidden
def next_steps():
    return {1: "D", 2: "A", 3: "C", 4: "B", 5: "F", 6: "C"}


def verdicts():
    return {"learned": "C", "letter": "D", "sure": "B", "broken": "B"}
