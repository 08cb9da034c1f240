"""Answers to tune-step, right and wrong."""


# %% right: a loop
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) in frozen:
            new[name] = w.copy()
        else:
            new[name] = w - lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% right: a comprehension
def careful_step(params, grads, frozen, lr, decay):
    def one(name):
        layer, kind = name.split(".")
        free = int(layer) not in list(frozen)
        return params[name] - free * lr * (
            grads[name] + (kind == "W") * decay * params[name]
        )

    return {name: one(name) for name in params}


# %% right: with the library's optimiser
def careful_step(params, grads, frozen, lr, decay):
    new = {name: w.copy() for name, w in params.items()}
    free = [name for name in new if int(name.partition(".")[0]) not in frozen]
    sgd = SGD(lr, weight_decay=decay)
    sgd.step({k: new[k] for k in free}, {k: grads[k] for k in free})
    return new


# %% right: copies, then moves, a harmless warning
def careful_step(params, grads, frozen, lr, decay):
    np.log(np.zeros(1))
    new = copy.deepcopy(params)
    names = {str(layer) for layer in frozen}
    for name in new:
        layer, kind = name.split(".")
        if layer in names:
            continue
        new[name] -= lr * grads[name]
        if kind != "b":
            new[name] -= lr * decay * params[name]
    return new


# %% wrong: nothing-frozen
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if False:
            new[name] = w.copy()
        else:
            new[name] = w - lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% wrong: all-frozen
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if True:
            new[name] = w.copy()
        else:
            new[name] = w - lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% wrong: optimiser-keeps-frozen
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) in frozen:
            new[name] = w - lr * (decay * w if name.endswith("W") else 0)
        else:
            new[name] = w - lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% wrong: biases-still-move
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) in frozen and name.endswith("W"):
            new[name] = w.copy()
        else:
            new[name] = w - lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% wrong: biases-decay
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) in frozen:
            new[name] = w.copy()
        else:
            new[name] = w - lr * (grads[name] + decay * w)
    return new


# %% wrong: frozen-moved-alone
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) not in frozen:
            new[name] = w.copy()
        else:
            new[name] = w - lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% wrong: layer-by-beginning
# fails: tune-step-hidden
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if any(name.startswith(str(i)) for i in frozen):
            new[name] = w.copy()
        else:
            new[name] = w - lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% wrong: frozen-left-out
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) not in frozen:
            new[name] = w - lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% wrong: decay-forgotten
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) in frozen:
            new[name] = w.copy()
        else:
            new[name] = w - lr * grads[name]
    return new


# %% wrong: decay-unscaled
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) in frozen:
            new[name] = w.copy()
        else:
            new[name] = w - lr * grads[name] - (decay * w if name.endswith("W") else 0)
    return new


# %% wrong: step-uphill
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        if int(name.split(".")[0]) in frozen:
            new[name] = w.copy()
        else:
            new[name] = w + lr * (
                grads[name] + (decay * w if name.endswith("W") else 0)
            )
    return new


# %% wrong: mutates-input
def careful_step(params, grads, frozen, lr, decay):
    for name in params:
        layer, kind = name.split(".")
        if int(layer) not in frozen:
            params[name] -= lr * (grads[name] + (kind == "W") * decay * params[name])
    return params


# %% wrong: library-answer
def careful_step(params, grads, frozen, lr, decay):
    from nnbyhand.misconceptions.beyond import free_step

    return free_step(params, grads, frozen, lr, decay)


# %% wrong: nothing-frozen, text compared with numbers
def careful_step(params, grads, frozen, lr, decay):
    new = {}
    for name, w in params.items():
        layer, kind = name.split(".")
        if layer in frozen:
            new[name] = w.copy()
        else:
            new[name] = w - lr * (grads[name] + (decay * w if kind == "W" else 0))
    return new
