"""Answers to start-first, right and wrong."""


# %% right: through another name
def give_back(value):
    answer = value
    return answer


# %% right: a list of one number
def give_back(value):
    return [value]


# %% right: NumPy scalar with a warning
def give_back(value):
    np.log(np.zeros(1))
    return np.float64(value)


# %% right: zero-dimensional, float32
def give_back(value):
    return np.array(value, dtype=np.float32)


# %% right: torch tensor, where there is torch
def give_back(value):
    try:
        import torch
    except ImportError:
        return value
    return torch.tensor(value, dtype=torch.float64)


# %% wrong: typed-in
def give_back(value):
    return 1.05


# %% wrong: reads-global
outside = 4.0


def give_back(value):
    return outside


# %% wrong: name-in-quotes
def give_back(value):
    return "value"


# %% wrong: number-as-text
def give_back(value):
    return str(value)


# %% wrong: number-as-text, by an f-string
def give_back(value):
    return f"{value}"


# %% wrong: integer-dtype
def give_back(value):
    return int(value)
