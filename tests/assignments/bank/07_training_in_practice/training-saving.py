"""Answers to training-saving, right and wrong."""


# %% right: loops
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% right: deep copies, a harmless warning

from copy import deepcopy


def snapshot(params, memory):
    np.log(np.zeros(1))
    parts = {"params": params, "memory": memory}
    return {f"{k}.{n}": deepcopy(v) for k, d in parts.items() for n, v in d.items()}


def restore(saved, params, memory):
    wanted = {"params." + k: v.shape for k, v in params.items()}
    wanted |= {"memory." + k: v.shape for k, v in memory.items()}
    if {k: v.shape for k, v in saved.items()} != wanted:
        raise ValueError("the file belongs to another architecture")
    saved = deepcopy(saved)
    return (
        {k: saved["params." + k] for k in params},
        {k: saved["memory." + k] for k in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = np.array([train(deepcopy(params), deepcopy(memory), lr) for lr in lrs])
    best = None
    for loss, lr in zip(losses, lrs, strict=True):
        if not np.isnan(loss) and (best is None or loss < best[0]):
            best = loss, lr
    return losses, best[1]


# %% right: restored after every run
def snapshot(params, memory):
    return {"params." + k: np.array(v) for k, v in params.items()} | {
        "memory." + k: 1 * v for k, v in memory.items()
    }


def restore(saved, params, memory):
    new = {}, {}
    rest = dict(saved)
    for i, (part, own) in enumerate([("params", params), ("memory", memory)]):
        for name in own:
            array = rest.pop(f"{part}.{name}", None)
            if array is None or array.shape != own[name].shape:
                raise ValueError("shape")
            new[i][name] = np.array(array)
    if rest:
        raise ValueError("unknown names")
    return new


def try_rates(train, params, memory, lrs):
    losses = []
    saved = snapshot(params, memory)
    for lr in lrs:
        losses.append(float(train(params, memory, lr)))
        for name in params:
            params[name][...] = saved["params." + name]
            memory[name][...] = saved["memory." + name]
    order = sorted(
        (loss, lr) for loss, lr in zip(losses, lrs, strict=True) if loss == loss
    )
    return [losses, order[0][1]]


# %% right: NaN as infinity, float32
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = [train(*restore(snapshot(params, memory), params, memory), x) for x in lrs]
    losses = np.array(losses)
    best = int(np.argmin(np.where(np.isnan(losses), np.inf, losses)))
    return losses.astype(np.float32), np.array(lrs)[best]


# %% wrong: reference-saved
# fails: training-saving-snapshot, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name]
        saved[f"memory.{name}"] = memory[name]
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: reference-saved, the dicts copied
# fails: training-saving-snapshot, training-saving-hidden
def snapshot(params, memory):
    params, memory = params.copy(), memory.copy()
    saved = {"params." + name: params[name] for name in params}
    return saved | {"memory." + name: memory[name] for name in memory}


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: optimiser-forgotten
# fails: training-saving-snapshot, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: optimiser-forgotten, names as they were
# fails: training-saving-snapshot, training-saving-hidden
def snapshot(params, memory):
    return {name: w.copy() for name, w in params.items()}


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: prefix-forgotten
# fails: training-saving-snapshot, training-saving-hidden
def snapshot(params, memory):
    saved = {name: w.copy() for name, w in params.items()}
    saved.update({name: v.copy() for name, v in memory.items()})
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: dicts-nested
# fails: training-saving-snapshot, training-saving-hidden
def snapshot(params, memory):
    return {
        "params": {name: w.copy() for name, w in params.items()},
        "memory": {name: v.copy() for name, v in memory.items()},
    }


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: names-other
# fails: training-saving-snapshot, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params_{name}"] = params[name].copy()
        saved[f"memory_{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: blank-returned
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    return params, memory


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: memory-blank
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    return {name: saved["params." + name].copy() for name in params}, memory


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: parts-exchanged
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    return (
        {name: saved["memory." + name].copy() for name in params},
        {name: saved["params." + name].copy() for name in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: order-by-chance
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    arrays = [array.copy() for array in saved.values()]
    n = len(params)
    return dict(zip(params, arrays[:n])), dict(zip(memory, arrays[n:]))


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: order-by-chance, each part by itself
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    for part, own in (("params", params), ("memory", memory)):
        arrays = [saved[name].copy() for name in saved if name.startswith(part)]
        found.append(dict(zip(own, arrays)))
    return found


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: shapes-unchecked
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    return (
        {name: saved["params." + name].copy() for name in params},
        {name: saved["memory." + name].copy() for name in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: shapes-unchecked, names only
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    if set(saved) != set(snapshot(params, memory)):
        raise ValueError("other names")
    return (
        {name: saved["params." + name].copy() for name in params},
        {name: saved["memory." + name].copy() for name in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: saved-handed-out
# fails: training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name]
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: runs-carry-on
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = [train(params, memory, lr) for lr in lrs]
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: runs-carry-on, a copy of the dicts
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        losses.append(train(params.copy(), memory.copy(), lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: runs-carry-on, one copy for all
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    weights = {name: w.copy() for name, w in params.items()}
    moving = {name: v.copy() for name, v in memory.items()}
    losses = [train(weights, moving, lr) for lr in lrs]
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: memory-carries-on
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        losses.append(train(weights, memory, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: memory-emptied
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: 0 * v for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: nan-chosen
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.argmin(losses)]


# %% wrong: last-rate
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lr


# %% wrong: place-returned
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, np.nanargmin(losses)


# %% wrong: largest-loss
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmax(losses)]


# %% wrong: lowest-loss-returned
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, np.nanmin(losses)


# %% wrong: largest-rate
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, max(lr for lr, c in zip(lrs, losses) if c == c)


# %% wrong: mutates-input
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    saved = snapshot(params, memory)
    losses = []
    for lr in lrs:
        for name in params:
            params[name][...] = saved["params." + name]
            memory[name][...] = saved["memory." + name]
        losses.append(train(params, memory, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: shapes-unchecked, only counted and broadcast
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    new = {name: w.copy() for name, w in params.items()}
    old = {name: v.copy() for name, v in memory.items()}
    if len(saved) != len(new) + len(old):
        raise ValueError("other names")
    for name in params:
        new[name][:] = saved["params." + name]
        old[name][:] = saved["memory." + name]
    return new, old


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: shapes-unchecked, broadcast
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    new = {name: w.copy() for name, w in params.items()}
    old = {name: v.copy() for name, v in memory.items()}
    if set(saved) != set(snapshot(params, memory)):
        raise ValueError("other names")
    for name in params:
        new[name][:] = saved["params." + name]
        old[name][:] = saved["memory." + name]
    return new, old


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: shapes-unchecked, None returned
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    wanted = snapshot(params, memory)
    fits = set(saved) == set(wanted)
    fits = fits and all(saved[name].shape == wanted[name].shape for name in wanted)
    if not fits:
        return None
    return (
        {name: saved["params." + name].copy() for name in params},
        {name: saved["memory." + name].copy() for name in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: shapes-unchecked, text returned
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    wanted = snapshot(params, memory)
    fits = set(saved) == set(wanted)
    fits = fits and all(saved[name].shape == wanted[name].shape for name in wanted)
    if not fits:
        return "ValueError"
    return (
        {name: saved["params." + name].copy() for name in params},
        {name: saved["memory." + name].copy() for name in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: shapes-unchecked, asserted
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    wanted = snapshot(params, memory)
    fits = set(saved) == set(wanted)
    fits = fits and all(saved[name].shape == wanted[name].shape for name in wanted)
    assert fits
    return (
        {name: saved["params." + name].copy() for name in params},
        {name: saved["memory." + name].copy() for name in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: shapes-unchecked, a natural KeyError
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for name in params:
        if saved["params." + name].shape != params[name].shape:
            raise ValueError("shape")
        if saved["memory." + name].shape != memory[name].shape:
            raise ValueError("shape")
    return (
        {name: saved["params." + name].copy() for name in params},
        {name: saved["memory." + name].copy() for name in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: memory-from-params
# fails: training-saving-restore, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    wanted = snapshot(params, memory)
    fits = set(saved) == set(wanted)
    fits = fits and all(saved[name].shape == wanted[name].shape for name in wanted)
    if not fits:
        raise ValueError("other")
    return (
        {name: saved["params." + name].copy() for name in params},
        {name: saved["params." + name].copy() for name in memory},
    )


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[np.nanargmin(losses)]


# %% wrong: nan-chosen, by min
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    return losses, lrs[losses.index(min(losses))]


# %% wrong: nan-chosen, a loop from the first
# fails: training-saving-rates, training-saving-hidden
def snapshot(params, memory):
    saved = {}
    for name in params:
        saved[f"params.{name}"] = params[name].copy()
        saved[f"memory.{name}"] = memory[name].copy()
    return saved


def restore(saved, params, memory):
    found = []
    if len(saved) != len(params) + len(memory):
        raise ValueError("other names")
    for part, own in (("params.", params), ("memory.", memory)):
        new = {}
        for name, array in own.items():
            if part + name not in saved or saved[part + name].shape != array.shape:
                raise ValueError(f"{part}{name} does not fit")
            new[name] = saved[part + name].copy()
        found.append(new)
    return tuple(found)


def try_rates(train, params, memory, lrs):
    losses = []
    for lr in lrs:
        weights = {name: w.copy() for name, w in params.items()}
        moving = {name: v.copy() for name, v in memory.items()}
        losses.append(train(weights, moving, lr))
    best = 0
    for i, loss in enumerate(losses):
        if loss < losses[best]:
            best = i
    return losses, lrs[best]
