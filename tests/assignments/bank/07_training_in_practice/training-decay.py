"""Answers to training-decay, right and wrong."""


# %% right: a loop
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g + decay * params[name]
        v = beta * memory[name] + g
        new_memory[name] = v
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% right: two comprehensions, a list of two dicts
def step_all(params, grads, memory, lr, beta, decay):
    pull = {name: decay * (not name.startswith("b")) for name in params}
    kept = {k: beta * memory[k] + grads[k] + pull[k] * w for k, w in params.items()}
    return [{name: params[name] - lr * kept[name] for name in params}, kept]


# %% right: copies changed in place, a harmless warning
def step_all(params, grads, memory, lr, beta, decay):
    np.log(np.zeros(1))
    params = {name: w.copy() for name, w in params.items()}
    memory = {name: v.copy() for name, v in memory.items()}
    for name, v in memory.items():
        v *= beta
        v += grads[name]
        if not name.startswith("b"):
            v += decay * params[name]
    for name, w in params.items():
        w -= lr * memory[name]
    return params, memory


# %% right: torch, or float32
def step_all(params, grads, memory, lr, beta, decay):
    moved, kept = {}, {}
    for name, w in sorted(params.items()):
        g = grads[name] if name.startswith("b") else grads[name] + decay * w
        v = beta * memory[name] + g
        try:
            import torch

            moved[name], kept[name] = torch.tensor(w - lr * v), torch.tensor(v)
        except ImportError:
            moved[name], kept[name] = np.float32(w - lr * v), np.float32(v)
    return moved, kept


# %% wrong: bias-penalised
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if True:
            g = g + decay * params[name]
        v = beta * memory[name] + g
        new_memory[name] = v
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% wrong: weights-spared
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] == "b":
            g = g + decay * params[name]
        v = beta * memory[name] + g
        new_memory[name] = v
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% wrong: decay-forgotten
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g
        v = beta * memory[name] + g
        new_memory[name] = v
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% wrong: decay-doubled
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g + 2 * decay * params[name]
        v = beta * memory[name] + g
        new_memory[name] = v
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% wrong: decay-adds
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g - decay * params[name]
        v = beta * memory[name] + g
        new_memory[name] = v
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% wrong: decay-by-sign
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g + decay * np.sign(params[name])
        v = beta * memory[name] + g
        new_memory[name] = v
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% wrong: decay-beside-memory
def step_all(params, grads, memory, lr, beta, decay):
    moved, kept = {}, {}
    for name, w in params.items():
        kept[name] = beta * memory[name] + grads[name]
        pull = 0 if name.startswith("b") else decay * w
        moved[name] = w - lr * (kept[name] + pull)
    return moved, kept


# %% wrong: state-shared
def step_all(params, grads, memory, lr, beta, decay):
    moved, kept = {}, {}
    v = next(iter(memory.values()))
    for name, w in params.items():
        g = grads[name] if name.startswith("b") else grads[name] + decay * w
        v = beta * v + g
        kept[name], moved[name] = v, w - lr * v
    return moved, kept


# %% wrong: memory-old
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g + decay * params[name]
        v = beta * memory[name] + g
        new_memory[name] = memory[name]
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% wrong: momentum-averaged
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g + decay * params[name]
        v = beta * memory[name] + (1 - beta) * g
        new_memory[name] = v
        new_params[name] = params[name] - lr * v
    return new_params, new_memory


# %% wrong: bias-unmoved
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g + decay * params[name]
        v = beta * memory[name] + g
        new_memory[name] = v
        still = name.startswith("b")
        new_params[name] = params[name] - (0 if still else lr) * v
    return new_params, new_memory


# %% wrong: uphill
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g + decay * params[name]
        v = beta * memory[name] + g
        new_memory[name] = v
        new_params[name] = params[name] + lr * v
    return new_params, new_memory


# %% wrong: mutates-input
def step_all(params, grads, memory, lr, beta, decay):
    new_params, new_memory = {}, {}
    for name in params:
        g = grads[name]
        if name[0] != "b":
            g = g + decay * params[name]
        v = beta * memory[name] + g
        memory[name] = v
        params[name] = params[name] - lr * v
    return params, memory


# %% wrong: library-answer
def step_all(params, grads, memory, lr, beta, decay):
    from nnbyhand.optim import Momentum

    made = Momentum(lr, beta, weight_decay=decay)
    made.set_state({"n_steps": np.array(0)} | {"v." + k: v for k, v in memory.items()})
    moved = {name: w.copy() for name, w in params.items()}
    made.step(moved, grads)
    return moved, made.kept["v"]


# %% wrong: decay-rated
def step_all(params, grads, memory, lr, beta, decay):
    moved, kept = {}, {}
    for name, w in params.items():
        g = grads[name] + (0 if name.startswith("b") else lr * decay * w)
        kept[name] = beta * memory[name] + g
        moved[name] = w - lr * kept[name]
    return moved, kept
