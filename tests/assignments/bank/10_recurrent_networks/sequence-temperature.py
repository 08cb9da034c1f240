"""Answers to sequence-temperature, right and wrong."""


# %% right: powers
def at_temperature(shares, temperature):
    raised = shares ** (1 / temperature)
    return raised / raised.sum(axis=1, keepdims=True)


# %% right: a loop, lists
def at_temperature(shares, temperature):
    result = []
    for row in shares:
        powers = [p ** (1 / temperature) for p in row]
        result.append([power / sum(powers) for power in powers])
    return result


# %% right: logarithms, with a warning
def at_temperature(shares, temperature):
    Z = np.log(shares) / temperature
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    return E / E.sum(axis=1, keepdims=True)


# %% right: float32
def at_temperature(shares, temperature):
    raised = shares.astype(np.float32) ** (1 / temperature)
    return raised / raised.sum(axis=1, keepdims=True)


# %% wrong: without-effect
def at_temperature(shares, temperature):
    raised = shares / temperature
    return raised / raised.sum(axis=1, keepdims=True)


# %% wrong: temperature-turned
def at_temperature(shares, temperature):
    raised = shares**temperature
    return raised / raised.sum(axis=1, keepdims=True)


# %% wrong: not-normalised
def at_temperature(shares, temperature):
    raised = shares ** (1 / temperature)
    return raised


# %% wrong: not-normalised
def at_temperature(shares, temperature):
    raised = shares ** (1 / temperature)
    return shares / temperature


# %% wrong: log-forgotten
def at_temperature(shares, temperature):
    raised = np.exp(shares / temperature)
    return raised / raised.sum(axis=1, keepdims=True)


# %% wrong: always-likeliest
def at_temperature(shares, temperature):
    raised = 1.0 * (shares == shares.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


# %% wrong: whole-table
def at_temperature(shares, temperature):
    raised = shares ** (1 / temperature)
    return raised / raised.sum()


# %% wrong: impossible-possible
def at_temperature(shares, temperature):
    raised = (shares + 1e-3) ** (1 / temperature)
    return raised / raised.sum(axis=1, keepdims=True)


# %% wrong: columns-summed
def at_temperature(shares, temperature):
    raised = shares ** (1 / temperature)
    return raised / raised.sum(axis=0)
