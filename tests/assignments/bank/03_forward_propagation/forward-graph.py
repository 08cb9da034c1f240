"""Answers to forward-graph, right and wrong."""


# %% right: functions for the nodes
def add(x, y):
    return x + y


def graph(b, c):
    d = add(b, c)
    e = add(c, 2)
    return d, e, d * e


# %% right: a dict of nodes
def graph(b, c):
    nodes = {"b": b, "c": c, "two": 2}
    steps = {"d": ("b", "c"), "e": ("c", "two")}
    for name, (left, right) in steps.items():
        nodes[name] = nodes[left] + nodes[right]
    nodes["a"] = nodes["d"] * nodes["e"]
    return [nodes[name] for name in "dea"]


# %% right: an array, float32
def graph(b, c):
    d, e = np.float32(b + c), np.float32(c + 2)
    return np.array([d, e, d * e])


# %% right: zero-dimensional arrays, a harmless warning
def graph(b, c):
    np.log(np.zeros(1))
    d = np.array(b) + c
    e = np.array(c) + 2
    return d, e, np.multiply(d, e)


# %% right: torch
def graph(b, c):
    try:
        import torch
    except ImportError:
        return b + c, c + 2, (b + c) * (c + 2)
    b, c = torch.tensor(b), torch.tensor(c)
    return b + c, c + 2, (b + c) * (c + 2)


# %% wrong: sum-for-product
def graph(b, c):
    d, e = b + c, c + 2
    return d, e, d + e


# %% wrong: constant-is-b
def graph(b, c):
    d = b + c
    e = c + b
    return d, e, d * e


# %% wrong: node-recomputed
def graph(b, c):
    d, e = b + c, c + 2
    return d, e, d * d


# %% wrong: values-frozen
known = {}


def graph(b, c):
    if not known:
        known["d"] = b + c
        known["e"] = c + 2
    return known["d"], known["e"], known["d"] * known["e"]


# %% wrong: nodes-reordered
def graph(b, c):
    d, e = b + c, c + 2
    return d * e, d, e


# %% wrong: nodes-reordered, e first
def graph(b, c):
    d, e = b + c, c + 2
    return e, d, d * e


# %% wrong: last-node-only
def graph(b, c):
    d, e = b + c, c + 2
    return d * e


# %% wrong: library-answer
def graph(b, c):
    from nnbyhand.forward import graph as theirs

    return theirs(b, c)
