"""Answers to counting-neuron, right and wrong."""


# %% right: a loop
def counting_neuron(lines):
    total = 0
    for line in lines:
        total += line
    if total >= 2:
        return 1
    return 0


# %% right: a truth value
def counting_neuron(lines):
    return sum(lines) >= 2


# %% right: a truth value of NumPy
def counting_neuron(lines):
    return np.sum(lines) > 1


# %% right: as a unit with the bias -1.5
def counting_neuron(lines):
    z = np.dot(lines, np.ones(len(lines))) - 1.5
    return int(z > 0)


# %% right: counted
def counting_neuron(lines):
    return int(lines.count(1) - lines.count(-1) >= 2)


# %% right: np.heaviside, a float
def counting_neuron(lines):
    return np.heaviside(sum(lines) - 1.5, 0)


# %% right: float32, zero-dimensional
def counting_neuron(lines):
    return np.where(np.array(lines).sum() >= 2, np.float32(1), np.float32(0))


# %% right: a list of one number
def counting_neuron(lines):
    return [1] if sum(lines) >= 2 else [0]


# %% right: active against inhibiting lines
def counting_neuron(lines):
    """Count both kinds."""
    active = len([line for line in lines if line == 1])
    inhibiting = len([line for line in lines if line == -1])
    return 1 if active - inhibiting > 1 else 0


# %% right: with a harmless warning, a print and a copy
def counting_neuron(lines):
    np.log(np.zeros(1))
    left = list(lines)
    total = 0
    while left:
        total += left.pop()
    print(total)
    return int(total > 1.5)


# %% right: a recursion
def counting_neuron(lines, missing=2):
    if not lines:
        return int(missing <= 0)
    return counting_neuron(lines[1:], missing - lines[0])


# %% right: torch
def counting_neuron(lines):
    try:
        import torch
    except ImportError:
        return sum(lines) >= 2
    return torch.tensor(lines).sum() >= 2


# %% wrong: exactly-two
def counting_neuron(lines):
    return 1 if sum(lines) == 2 else 0


# %% wrong: any-one
def counting_neuron(lines):
    return 1 if sum(lines) >= 1 else 0


# %% wrong: any-one, above zero
def counting_neuron(lines):
    return sum(lines) > 0


# %% wrong: inhibitor-ignored
def counting_neuron(lines):
    return 1 if lines.count(1) >= 2 else 0


# %% wrong: inhibitor-ignored, cut off at 0
def counting_neuron(lines):
    return int(sum(max(0, line) for line in lines) >= 2)


# %% wrong: inhibitor-positive
def counting_neuron(lines):
    return int(sum(abs(line) for line in lines) >= 2)


# %% wrong: inhibitor-positive, not zero
def counting_neuron(lines):
    return int(np.count_nonzero(lines) >= 2)


# %% wrong: inhibitor-vetoes
def counting_neuron(lines):
    if -1 in lines:
        return 0
    return 1 if sum(lines) >= 2 else 0


# %% wrong: more-than-two
def counting_neuron(lines):
    return 1 if sum(lines) > 2 else 0


# %% wrong: all-lines
def counting_neuron(lines):
    return 1 if all(lines) else 0


# %% wrong: all-lines, by their number
def counting_neuron(lines):
    return 1 if sum(lines) == len(lines) else 0


# %% wrong: first-two-only
def counting_neuron(lines):
    a, b = lines[0], lines[1]
    return 1 if a + b >= 2 else 0


# %% wrong: sum-returned
def counting_neuron(lines):
    return sum(lines)


# %% wrong: answers-inverted
def counting_neuron(lines):
    return 0 if sum(lines) >= 2 else 1


# %% wrong: mutates-input
def counting_neuron(lines):
    total = 0
    while lines:
        total += lines.pop()
    return int(total >= 2)
