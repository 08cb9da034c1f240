"""Answers to neuron-parts, right and wrong."""


# %% right: built with dict
def parts():
    return dict(inputs="C", weights="D", bias="E", sum="F", function="B", output="A")


# %% right: from two lists
def parts():
    names = ["inputs", "weights", "bias", "sum", "function", "output"]
    return dict(zip(names, "CDEFBA"))


# %% right: filled place by place, in another order
def parts():
    found = {}
    found["output"] = "A"
    found["function"] = "B"
    found["inputs"] = "C"
    found["weights"] = "D"
    found["bias"] = "E"
    found["sum"] = "F"
    print(found)
    return found


# %% right: small letters
def parts():
    """Small letters are letters too."""
    return {
        "inputs": "c",
        "weights": "d",
        "bias": "e",
        "sum": "f",
        "function": "b",
        "output": "a",
    }


# %% right: kept outside the function, with a space
FOUND = {
    letter: part
    for part, letter in zip(
        ["output", "function", "inputs", "weights", "bias", "sum"], "ABCDEF"
    )
}


def parts():
    return {FOUND[letter]: letter + " " for letter in FOUND}


# %% right: with a harmless warning
def parts():
    np.log(np.zeros(1))
    letters = dict(sum="F", bias="E", output="A")
    letters.update(inputs="C", weights="D", function="B")
    return letters


# %% wrong: inputs-for-weights
def parts():
    return {
        "inputs": "D",
        "weights": "C",
        "bias": "E",
        "sum": "F",
        "function": "B",
        "output": "A",
    }


# %% wrong: inputs-for-weights, and another slip
def parts():
    return {
        "inputs": "D",
        "weights": "C",
        "bias": "E",
        "sum": "B",
        "function": "F",
        "output": "A",
    }


# %% wrong: bias-for-output
def parts():
    return {
        "inputs": "C",
        "weights": "D",
        "bias": "A",
        "sum": "F",
        "function": "B",
        "output": "E",
    }


# %% wrong: function-for-sum
def parts():
    return {
        "inputs": "C",
        "weights": "D",
        "bias": "E",
        "sum": "B",
        "function": "F",
        "output": "A",
    }


# %% wrong: bias-for-weights
def parts():
    return {
        "inputs": "C",
        "weights": "E",
        "bias": "D",
        "sum": "F",
        "function": "B",
        "output": "A",
    }


# %% wrong: bias-for-weights, in small letters
def parts():
    return dict(
        zip(["inputs", "weights", "bias", "sum", "function", "output"], "cedfba")
    )


# %% wrong: sum-for-output
def parts():
    return {
        "inputs": "C",
        "weights": "D",
        "bias": "E",
        "sum": "A",
        "function": "B",
        "output": "F",
    }


# %% wrong: function-for-output
def parts():
    return {
        "inputs": "C",
        "weights": "D",
        "bias": "E",
        "sum": "F",
        "function": "A",
        "output": "B",
    }


# %% wrong: inputs-for-output
def parts():
    return {
        "inputs": "A",
        "weights": "D",
        "bias": "E",
        "sum": "F",
        "function": "B",
        "output": "C",
    }


# %% wrong: letters-asked
def parts():
    return {
        "inputs": "t, wind",
        "weights": "-0.4, 1.2",
        "bias": "3.0",
        "sum": "t * (-0.4) + wind * 1.2 + 3.0",
        "function": "above",
        "output": "heats",
    }


# %% wrong: keys-changed, one missing
def parts():
    return {"inputs": "C", "weights": "D", "bias": "E", "sum": "F", "output": "A"}


# %% wrong: keys-changed, one misspelt
def parts():
    return {
        "input": "C",
        "weights": "D",
        "bias": "E",
        "sum": "F",
        "function": "B",
        "output": "A",
    }


# %% wrong: keys-changed, turned round
def parts():
    return {
        "C": "inputs",
        "D": "weights",
        "E": "bias",
        "F": "sum",
        "B": "function",
        "A": "output",
    }
