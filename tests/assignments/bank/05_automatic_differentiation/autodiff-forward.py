"""Answers to autodiff-forward, right and wrong."""


# %% right: an array, filled
def slopes(f, at):
    found = np.zeros(len(at))
    for i in range(len(at)):
        duals = [Dual(x) for x in at]
        duals[i] = Dual(at[i], 1)
        found[i] = f(*duals).slope
    return found


# %% right: rows of the identity, a tuple
def slopes(f, at):
    return tuple(f(*map(Dual, at, row)).slope for row in np.eye(len(at)))


# %% right: plain numbers for the others
def slopes(f, at):
    np.log(np.zeros(1))
    return [f(*at[:i], Dual(x, 1.0), *at[i + 1 :]).slope for i, x in enumerate(at)]


# %% right: nudged by two, halved
def slopes(f, at):
    found = []
    for i in range(len(at)):
        result = f(*[Dual(x, 2.0 * (i == j)) for j, x in enumerate(at)])
        found.append(np.array(result.slope / 2))
    return found


# %% wrong: both-seeded
def slopes(f, at):
    found = []
    for i in range(len(at)):
        duals = [Dual(x, 1.0) for j, x in enumerate(at)]
        found.append(f(*duals).slope)
    return found


# %% wrong: seed-forgotten
def slopes(f, at):
    found = []
    for i in range(len(at)):
        duals = [Dual(x, 0.0) for j, x in enumerate(at)]
        found.append(f(*duals).slope)
    return found


# %% wrong: seeds-kept
def slopes(f, at):
    found = []
    for i in range(len(at)):
        duals = [Dual(x, 1.0 if j <= i else 0.0) for j, x in enumerate(at)]
        found.append(f(*duals).slope)
    return found


# %% wrong: input-as-seed
def slopes(f, at):
    found = []
    for i in range(len(at)):
        duals = [Dual(x, x if i == j else 0.0) for j, x in enumerate(at)]
        found.append(f(*duals).slope)
    return found


# %% wrong: value-for-slope
def slopes(f, at):
    found = []
    for i in range(len(at)):
        duals = [Dual(x, 1.0 if i == j else 0.0) for j, x in enumerate(at)]
        found.append(f(*duals).value)
    return found


# %% wrong: dual-returned
def slopes(f, at):
    found = []
    for i in range(len(at)):
        duals = [Dual(x, 1.0 if i == j else 0.0) for j, x in enumerate(at)]
        found.append(f(*duals))
    return found


# %% wrong: slopes-reversed
def slopes(f, at):
    found = []
    for i in range(len(at)):
        duals = [Dual(x, 1.0 if i == j else 0.0) for j, x in enumerate(at)]
        found.append(f(*duals).slope)
    return found[::-1]


# %% wrong: first-only
def slopes(f, at):
    duals = [Dual(x, 1.0 if j == 0 else 0.0) for j, x in enumerate(at)]
    return f(*duals).slope


# %% wrong: library-answer
def slopes(f, at):
    return autodiff.grad(f, *at)


# %% wrong: library-answer, one by one
def slopes(f, at):
    return [autodiff.derivative(f, *at, by=i) for i in range(len(at))]


# %% wrong: values-compared
def slopes(f, at):
    found = []
    for i in range(len(at)):
        up, down = list(at), list(at)
        up[i] += 1e-5
        down[i] -= 1e-5
        above, below = f(*map(Dual, up)), f(*map(Dual, down))
        found.append((above.value - below.value) / 2e-5)
    return found


# %% wrong: library-answer, walking back
def slopes(f, at):
    values = [autodiff.Value(x) for x in at]
    f(*values).backward()
    return [value.grad for value in values]
