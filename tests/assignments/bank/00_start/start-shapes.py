"""Answers to start-shapes, right and wrong."""


# %% right: with dict
def shapes():
    return dict(A=(12, 12), B=(12, 3), C=(12,), D=(3,), E=(12, 3), F=(12,))


# %% right: lists for tuples
def shapes():
    return {"A": [12, 12], "B": [12, 3], "C": [12], "D": [3], "E": [12, 3], "F": [12]}


# %% right: taken from arrays, with a warning
def shapes():
    np.log(np.zeros(1))
    x, column = np.zeros(12), np.zeros((12, 1))
    X, w = np.zeros((12, 3)), np.zeros(3)
    results = [x - column, X * w, X @ w, X.sum(axis=0), X + column, x - column[:, 0]]
    return {key: result.shape for key, result in zip("ABCDEF", results)}


# %% right: arrays for tuples
def shapes():
    return {
        "A": np.array([12, 12]),
        "B": (12, 3),
        "C": np.array([12]),
        "D": (3,),
        "E": (12, 3),
        "F": (12,),
    }


# %% wrong: comma-forgotten
def shapes():
    return {"A": (12, 12), "B": (12, 3), "C": (12), "D": (3), "E": (12, 3), "F": (12)}


# %% wrong: column-broadcast
def shapes():
    return {"A": (12,), "B": (12, 3), "C": (12,), "D": (3,), "E": (12, 3), "F": (12,)}


# %% wrong: column-broadcast, a column stays
def shapes():
    return {"A": (12, 1), "B": (12, 3), "C": (12,), "D": (3,), "E": (12, 3), "F": (12,)}


# %% wrong: product-is-matmul
def shapes():
    return {"A": (12, 12), "B": (12,), "C": (12,), "D": (3,), "E": (12, 3), "F": (12,)}


# %% wrong: matmul-is-product
def shapes():
    return {
        "A": (12, 12),
        "B": (12, 3),
        "C": (12, 3),
        "D": (3,),
        "E": (12, 3),
        "F": (12,),
    }


# %% wrong: axis-kept
def shapes():
    return {
        "A": (12, 12),
        "B": (12, 3),
        "C": (12,),
        "D": (12,),
        "E": (12, 3),
        "F": (12,),
    }


# %% wrong: column-joined
def shapes():
    return {
        "A": (12, 12),
        "B": (12, 3),
        "C": (12,),
        "D": (3,),
        "E": (12, 4),
        "F": (12,),
    }


# %% wrong: column-taken-whole
def shapes():
    return {
        "A": (12, 12),
        "B": (12, 3),
        "C": (12,),
        "D": (3,),
        "E": (12, 3),
        "F": (12, 12),
    }
