"""Answers to start-device, right and wrong."""


# %% right: two questions
def choose_device(available):
    if "cuda" in available:
        return "cuda"
    if "mps" in available:
        return "mps"
    return "cpu"


# %% right: as a set
def choose_device(available):
    found = set(available) & {"cuda", "mps"}
    return min(found, default="cpu")


# %% right: next with a default, with a warning
def choose_device(available):
    np.log(np.zeros(1))
    return next((d for d in ["cuda", "mps"] if d in available), "cpu")


# %% right: by rank
def choose_device(available):
    rank = {"cpu": 0, "mps": 1, "cuda": 2}
    return max(["cpu", *available], key=lambda name: rank.get(name, -1))


# %% wrong: device-assumed
def choose_device(available):
    return "cuda"


# %% wrong: cpu-always
def choose_device(available):
    return "cpu"


# %% wrong: first-taken
def choose_device(available):
    if not available:
        return "cpu"
    return available[0]


# %% wrong: last-taken
def choose_device(available):
    return available[-1] if available else "cpu"


# %% wrong: order-swapped
def choose_device(available):
    for name in ("mps", "cuda"):
        if name in available:
            return name
    return "cpu"


# %% wrong: mps-forgotten
def choose_device(available):
    if "cuda" in available:
        return "cuda"
    return "cpu"
