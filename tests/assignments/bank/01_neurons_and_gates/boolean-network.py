"""Answers to boolean-network, right and wrong."""

# %% right: with loops and lists
from itertools import product


def boolean_network(table):
    d = 0
    while 2**d < len(table):
        d += 1
    W1, b1 = [[] for _ in range(d)], []
    for row, answer in zip(product([0, 1], repeat=d), table):
        if answer == 1:
            for i in range(d):
                W1[i].append(1 if row[i] == 1 else -1)
            b1.append(0.5 - sum(row))
    return W1, b1, [1] * len(b1), -0.5


# %% right: columns put side by side
from nnbyhand import gates


def boolean_network(table):
    """A unit for each true row; without one, a unit that never fires."""
    d = len(table).bit_length() - 1
    rows = [row for row, t in zip(gates.truth_inputs(d), table) if t]
    if not rows:
        return np.zeros((d, 1)), np.array([-1.0]), np.array([0.0]), -0.5
    W1 = np.column_stack([2 * row - 1 for row in rows])
    b1 = np.array([0.5 - row.sum() for row in rows])
    return W1, b1, np.ones(len(rows)), -0.5


# %% right: a unit for each row, W2 the table
from itertools import product


def boolean_network(table):
    d = round(np.log2(len(table)))
    rows = np.array(list(product([0, 1], repeat=d)))
    return (2 * rows - 1).T, 0.5 - rows.sum(axis=1), np.array(table), -0.5


# %% right: a unit for each false row, the output is NOR
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 0]
    return (2 * rows - 1).T, 0.5 - rows.sum(axis=1), -np.ones(len(rows)), 0.5


# %% right: a clause for each false row, the output is AND
from itertools import product


def boolean_network(table):
    d = int(np.log2(len(table)))
    W1, b1 = [], []
    for row, answer in zip(product([0, 1], repeat=d), table):
        if not answer:
            W1.append([-1 if x else 1 for x in row])
            b1.append(sum(row) - 0.5)
    W1 = np.array(W1).reshape(len(b1), d).T
    return W1, np.array(b1), np.ones(len(b1)), 0.5 - len(b1)


# %% right: a staircase over the number the row spells
def boolean_network(table):
    d = int(np.log2(len(table)))
    places = 2.0 ** np.arange(d - 1, -1, -1)
    hidden = len(table) - 1
    W1 = np.tile(places[:, None], (1, hidden))
    b1 = -(np.arange(hidden) + 0.5)
    return W1, b1, np.diff(np.array(table)), table[0] - 0.5


# %% right: rows merged as far as they go
from itertools import combinations, product


def merged(table, d):
    terms = {row for row, t in zip(product((0, 1), repeat=d), table) if t}
    prime = set()
    while terms:
        used, larger = set(), set()
        for one, two in combinations(terms, 2):
            places = [i for i in range(d) if one[i] != two[i]]
            if len(places) == 1 and None not in (one[places[0]], two[places[0]]):
                larger.add((*one[: places[0]], None, *one[places[0] + 1 :]))
                used |= {one, two}
        prime |= terms - used
        terms = larger
    return sorted(prime, key=str)


def boolean_network(table):
    """A unit for each merged term: a place that does not matter has weight 0."""
    d = int(np.log2(len(table)))
    terms = merged(table, d)
    weight = {None: 0, 0: -1, 1: 1}
    W1 = np.array([[weight[x] for x in term] for term in terms]).reshape(-1, d).T
    b1 = np.array([0.5 - sum(x == 1 for x in term) for term in terms])
    return W1, b1, np.ones(len(terms)), -0.5


# %% right: one unit where one is enough
from itertools import product

from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    X, wanted = gates.truth_inputs(d), np.array(table)
    if d < 4:
        for *w, b in product((-1, 0, 1), repeat=d + 1):
            for shift in (-1.5, -0.5, 0.5, 1.5):
                if np.array_equal(X @ np.array(w) + b + shift > 0, wanted == 1):
                    return np.array(w).reshape(d, 1), [b + shift], [1], -0.5
    rows = X[wanted == 1]
    return (2 * rows - 1).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% right: W2 a column, b2 an array, other numbers
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    W1 = 10 * (2 * rows - 1).T
    b1 = 7 - 10 * rows.sum(axis=1)
    return W1, b1, 3 * np.ones((len(rows), 1)), np.array([-2.5])


# %% right: sums of exactly 0 where a unit is off
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    return [(2 * rows - 1).T, 1 - rows.sum(axis=1), np.ones(len(rows)), 0]


# %% right: constants as biases alone
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    if len(set(table)) == 1:
        return np.zeros((d, 0)), np.zeros(0), np.zeros(0), table[0] - 0.5
    rows = gates.truth_inputs(d)[np.array(table, dtype=bool)]
    return np.where(rows, 1, -1).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% right: float32, with a harmless warning and a print
from nnbyhand import gates


def boolean_network(table):
    np.log(np.zeros(1))
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1].astype(np.float32)
    W1 = (2 * rows - 1).T
    b1 = np.float32(0.5) - rows.sum(axis=1)
    print(W1.shape)
    return W1, b1, np.ones(len(rows), dtype=np.float32), np.float32(-0.5)


# %% right: places from binary text
def boolean_network(table):
    d = len(f"{len(table) - 1:b}")
    ones = [k for k, answer in enumerate(table) if answer]
    W1 = np.zeros((d, len(ones)))
    b1 = np.zeros(len(ones))
    for j, k in enumerate(ones):
        for i, digit in enumerate(f"{k:0{d}b}"):
            W1[i, j] = 1 if digit == "1" else -1
        b1[j] = 0.5 - f"{k:b}".count("1")
    return W1, b1, np.ones(len(ones)), -0.5


# %% right: names that the tests use themselves
from nnbyhand import gates


def answers(table):
    return np.array(table) == 1


def table_of(d):
    return gates.truth_inputs(d)


def xor(x):
    return 2 * x - 1


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = table_of(d)[answers(table)]
    return xor(rows).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% right: torch
def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = np.indices((2,) * d).reshape(d, -1).T[np.array(table) == 1]
    parts = 2.0 * rows.T - 1, 0.5 - rows.sum(axis=1), np.ones(len(rows)), np.array(-0.5)
    try:
        import torch
    except ImportError:
        return parts
    return tuple(torch.tensor(part) for part in parts)


# %% wrong: bias-not-counted
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    W1 = np.where(rows == 1, 1, -1).T
    return W1, np.full(len(rows), -0.5), np.ones(len(rows)), -0.5


# %% wrong: zeros-ignored
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    return rows.T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% wrong: threshold-touched
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    return (2 * rows - 1).T, -rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% wrong: bias-counts-inputs
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    return (2 * rows - 1).T, np.full(len(rows), 0.5 - d), np.ones(len(rows)), -0.5


# %% wrong: bias-sign-flipped
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    return (2 * rows - 1).T, rows.sum(axis=1) - 0.5, np.ones(len(rows)), -0.5


# %% wrong: weights-swapped
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    return (1 - 2 * rows).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% wrong: inputs-reversed
def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = [[k >> i & 1 for i in range(d)] for k, t in enumerate(table) if t]
    rows = np.array(rows).reshape(-1, d)
    return (2 * rows - 1).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% wrong: output-and
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    W1, b1 = (2 * rows - 1).T, 0.5 - rows.sum(axis=1)
    return W1, b1, np.ones(len(rows)), 0.5 - len(rows)


# %% wrong: output-always-fires
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    return (2 * rows - 1).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), 0.5


# %% wrong: false-rows-used
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 0]
    return (2 * rows - 1).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% wrong: table-ignored
def boolean_network(table):
    return [[1, 1], [1, 1]], [-0.5, -1.5], [1, -1], -0.5


# %% wrong: transposed
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    return 2 * rows - 1, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5


# %% wrong: output-bias-per-unit
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = gates.truth_inputs(d)[np.array(table) == 1]
    W1, b1 = (2 * rows - 1).T, 0.5 - rows.sum(axis=1)
    return W1, b1, np.ones(len(rows)), np.full(len(rows), -0.5)


# %% wrong: no-true-rows
# fails: boolean-network-hidden
from itertools import product


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = [row for row, t in zip(product([0, 1], repeat=d), table) if t]
    W1 = np.array([[1 if x else -1 for x in row] for row in rows]).T
    b1 = np.array([0.5 - sum(row) for row in rows])
    return W1, b1, np.ones(len(rows)), -0.5


# %% wrong: library-answer
def boolean_network(table):
    from nnbyhand import gates

    return gates.boolean_network(table)


# %% wrong: mutates-input
from nnbyhand import gates


def boolean_network(table):
    d = int(np.log2(len(table)))
    rows = []
    for row in gates.truth_inputs(d):
        if table.pop(0) == 1:
            rows.append(row)
    rows = np.array(rows).reshape(-1, d)
    return (2 * rows - 1).T, 0.5 - rows.sum(axis=1), np.ones(len(rows)), -0.5
