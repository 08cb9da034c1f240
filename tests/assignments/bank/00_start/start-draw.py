"""Answers to start-draw, right and wrong."""


# %% right: standard normal
def draw(n, rng):
    return rng.standard_normal(n)


# %% right: one at a time, a list
def draw(n, rng):
    return [rng.normal() for _ in range(n)]


# %% right: filled place by place
def draw(n, rng):
    numbers = np.zeros(n)
    for i in range(n):
        numbers[i] = rng.normal()
    return numbers


# %% right: named arguments, with a warning
def draw(n, rng):
    np.log(np.zeros(1))
    return rng.normal(loc=0.0, scale=1.0, size=(n,))


# %% right: torch tensor, where there is torch
def draw(n, rng):
    numbers = rng.normal(size=n)
    try:
        import torch
    except ImportError:
        return numbers
    return torch.tensor(numbers)


# %% wrong: global-seed
def draw(n, rng):
    np.random.seed(0)
    return np.random.normal(size=n)


# %% wrong: global-seed, another seed
def draw(n, rng):
    np.random.seed(42)
    return np.random.randn(n)


# %% wrong: fresh-generator
def draw(n, rng):
    return np.random.default_rng(0).normal(size=n)


# %% wrong: fresh-generator, under the same name
def draw(n, rng):
    rng = np.random.default_rng(7)
    return rng.normal(size=n)


# %% wrong: other-generator
def draw(n, rng):
    return np.random.normal(size=n)


# %% wrong: other-generator, a new one without a seed
def draw(n, rng):
    return np.random.default_rng().normal(size=n)


# %% wrong: generator-copied
# fails: start-draw-seed
def draw(n, rng):
    import copy

    return copy.deepcopy(rng).normal(size=n)


# %% wrong: uniform-for-normal
# fails: start-draw-hidden
def draw(n, rng):
    return rng.random(n)


# %% wrong: number-repeated
# fails: start-draw-hidden
def draw(n, rng):
    return np.full(n, rng.normal())


# %% wrong: table-drawn
def draw(n, rng):
    return rng.normal(size=(n, n))
