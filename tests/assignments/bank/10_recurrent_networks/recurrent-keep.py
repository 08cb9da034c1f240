"""Answers to recurrent-keep, right and wrong."""


# %% right: a loop
def left(gates):
    share, shares = 1.0, []
    for gate in gates:
        share *= gate
        shares.append(share)
    return shares


def gate_for(share, n):
    return share ** (1 / n)


# %% right: logarithms
def left(gates):
    return np.exp(np.cumsum(np.log(gates)))


def gate_for(share, n):
    return np.exp(np.log(share) / n)


# %% right: products of slices, float32
def left(gates):
    return np.array([np.prod(gates[: k + 1]) for k in range(len(gates))], np.float32)


def gate_for(share, n):
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if middle**n < share else (low, middle)
    return middle


# %% wrong: last-only
# fails: recurrent-keep-value
def left(gates):
    gates = np.array(gates)
    k = np.arange(1, len(gates) + 1)
    return np.prod(gates)


def gate_for(share, n):
    return share ** (1 / n)


# %% wrong: not-carried
# fails: recurrent-keep-value
def left(gates):
    gates = np.array(gates)
    k = np.arange(1, len(gates) + 1)
    return gates


def gate_for(share, n):
    return share ** (1 / n)


# %% wrong: first-gate-only
# fails: recurrent-keep-value
def left(gates):
    gates = np.array(gates)
    k = np.arange(1, len(gates) + 1)
    return gates[0] ** k


def gate_for(share, n):
    return share ** (1 / n)


# %% wrong: mean-gate
# fails: recurrent-keep-value
def left(gates):
    gates = np.array(gates)
    k = np.arange(1, len(gates) + 1)
    return gates.mean() ** k


def gate_for(share, n):
    return share ** (1 / n)


# %% wrong: forget-inverted
# fails: recurrent-keep-value
def left(gates):
    gates = np.array(gates)
    k = np.arange(1, len(gates) + 1)
    return np.cumprod(1 - gates)


def gate_for(share, n):
    return share ** (1 / n)


# %% wrong: gates-added
# fails: recurrent-keep-value
def left(gates):
    gates = np.array(gates)
    k = np.arange(1, len(gates) + 1)
    return np.cumsum(gates)


def gate_for(share, n):
    return share ** (1 / n)


# %% wrong: gates-added
# fails: recurrent-keep-value
def left(gates):
    gates = np.array(gates)
    k = np.arange(1, len(gates) + 1)
    return np.cumsum(gates) / k


def gate_for(share, n):
    return share ** (1 / n)


# %% wrong: shifted
# fails: recurrent-keep-value
def left(gates):
    gates = np.array(gates)
    k = np.arange(1, len(gates) + 1)
    return np.append(1, np.cumprod(gates)[:-1])


def gate_for(share, n):
    return share ** (1 / n)


# %% wrong: divided
# fails: recurrent-keep-hidden
def left(gates):
    share, shares = 1.0, []
    for gate in gates:
        share *= gate
        shares.append(share)
    return shares


def gate_for(share, n):
    return share / n


# %% wrong: loss-divided
# fails: recurrent-keep-hidden
def left(gates):
    share, shares = 1.0, []
    for gate in gates:
        share *= gate
        shares.append(share)
    return shares


def gate_for(share, n):
    return 1 - (1 - share) / n


# %% wrong: power-for-root
# fails: recurrent-keep-hidden
def left(gates):
    share, shares = 1.0, []
    for gate in gates:
        share *= gate
        shares.append(share)
    return shares


def gate_for(share, n):
    return share**n


# %% wrong: root-turned
# fails: recurrent-keep-hidden
def left(gates):
    share, shares = 1.0, []
    for gate in gates:
        share *= gate
        shares.append(share)
    return shares


def gate_for(share, n):
    return 1 - share ** (1 / n)


# %% wrong: square-root
# fails: recurrent-keep-hidden
def left(gates):
    share, shares = 1.0, []
    for gate in gates:
        share *= gate
        shares.append(share)
    return shares


def gate_for(share, n):
    return np.sqrt(share)
