"""Answers to forward-stairs, right and wrong."""


# %% right: bumps: up at one edge, down at the next
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    left, right = np.arange(n) / n, (np.arange(n) + 1) / n
    W1 = np.ones((1, 2 * n))
    b1 = -np.concatenate([left, right])
    W2 = np.concatenate([heights, -heights])
    return W1, b1, W2, 0.0


# %% right: a step at 0 instead of the output's bias
def staircase(f, n):
    middles = np.array([(k + 0.5) / n for k in range(n)])
    heights = f(middles)
    W2 = np.append(heights[0], heights[1:] - heights[:-1])
    return np.ones((1, n)), -np.arange(n) / n, W2, 0


# %% right: a loop with lists
def staircase(f, n):
    b1, W2 = [], []
    last = start = f(np.array([0.5 / n]))[0]
    for k in range(1, n):
        now = f(np.array([(k + 0.5) / n]))[0]
        b1.append(-k / n)
        W2.append(now - last)
        last = now
    return [[1.0] * (n - 1)], b1, W2, start


# %% right: weights of n, edges in stairs
def staircase(f, n):
    stairs = np.arange(1, n)
    heights = f(np.linspace(0.5 / n, 1 - 0.5 / n, n))
    return np.full((1, n - 1), n), -stairs, heights[1:] - heights[:-1], heights[0]


# %% right: from the right, units that fire for small x
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    return -np.ones((1, n - 1)), np.arange(1, n) / n, -np.diff(heights), heights[-1]


# %% right: float32, a harmless warning
def staircase(f, n):
    np.log(np.zeros(1))
    heights = f((np.arange(n) + 0.5) / n)
    W2 = np.diff(heights).astype(np.float64)
    return [np.ones((1, n - 1)), -np.arange(1, n) / n, W2, np.array(heights[0])]


# %% right: W2 a column, b2 an array
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    W2 = (heights[1:] - heights[:-1])[:, None]
    return np.ones((1, n - 1)), -np.arange(1, n) / n, W2, heights[:1]


# %% wrong: step-heights
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    edges = np.arange(1, n) / n
    return np.ones((1, n - 1)), -edges, heights[1:], heights[0]


# %% wrong: step-places
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    edges = (np.arange(1, n) + 0.5) / n
    return np.ones((1, n - 1)), -edges, np.diff(heights), heights[0]


# %% wrong: left-heights
def staircase(f, n):
    heights = f(np.arange(n) / n)
    edges = np.arange(1, n) / n
    return np.ones((1, n - 1)), -edges, np.diff(heights), heights[0]


# %% wrong: right-heights
def staircase(f, n):
    heights = f((np.arange(n) + 1) / n)
    edges = np.arange(1, n) / n
    return np.ones((1, n - 1)), -edges, np.diff(heights), heights[0]


# %% wrong: start-forgotten
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    edges = np.arange(1, n) / n
    return np.ones((1, n - 1)), -edges, np.diff(heights), 0.0


# %% wrong: edges-positive
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    edges = np.arange(1, n) / n
    return np.ones((1, n - 1)), edges, np.diff(heights), heights[0]


# %% wrong: climb-reversed
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    edges = np.arange(1, n) / n
    return np.ones((1, n - 1)), -edges, heights[:-1] - heights[1:], heights[0]


# %% wrong: output-bias-per-unit
def staircase(f, n):
    heights = f((np.arange(n) + 0.5) / n)
    edges = np.arange(1, n) / n
    return np.ones((1, n - 1)), -edges, np.diff(heights), heights[1:]


# %% wrong: library-answer
def staircase(f, n):
    from nnbyhand.forward import staircase as theirs

    return theirs(f, n)
