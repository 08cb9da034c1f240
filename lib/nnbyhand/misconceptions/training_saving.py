"""Known slips with saving, restoring and trying rates from one start."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.optim import Params
from nnbyhand.shapes import Array

LESSON = "lesson 07, section "

SAVING = {
    "reference-saved": "Your saved weights changed with the model. Copy them.",
    "optimiser-forgotten": "Training does not go on as before: the optimiser's memory "
    "was not saved.",
    "order-by-chance": "Load by name, so a new layer cannot shift the rest.",
    "shapes-unchecked": "This snapshot belongs to another network. Where names or "
    "shapes do not fit, `raise ValueError(...)`.",
    "prefix-forgotten": "Params and memory have the same names, so one overwrites the "
    "other. Put `params.` and `memory.` before them.",
    "names-other": "The names in your dict are not those asked for: `params.W`, "
    "`memory.W` and so on, with a dot.",
    "dicts-nested": "You gave two dicts, or dicts within one. One flat dict is asked, "
    "with names such as `params.W`.",
    "blank-returned": "You returned the arrays of `params` and `memory` as they were. "
    "Fill them out of `saved`.",
    "parts-exchanged": "You put the memory into the parameters, or the other way "
    "round.",
    "memory-from-params": "You filled the memory with weights. It lies under the names "
    "that begin with `memory.`",
    "memory-blank": "Your memory came back as it was, not out of the snapshot: "
    "training would not go on as before.",
    "saved-handed-out": "You handed out the saved arrays themselves. When training "
    "goes on, the snapshot changes with them: copy.",
}

RATES = {
    "runs-carry-on": "Each of your runs goes on from where the last one ended. Give "
    "every run fresh copies of the arrays; a copy of the dict alone still holds the "
    "same arrays.",
    "memory-carries-on": "The weights start anew, the memory does not: it still moves "
    "as the last run ended.",
    "memory-emptied": "You started with an empty memory. Every run starts with the "
    "memory passed in.",
    "last-rate": "You returned the last rate. The best is the one with the lowest "
    "loss.",
    "nan-chosen": "You chose a run that diverged, its loss is NaN. Pass over NaN, as "
    "np.nanargmin does.",
    "place-returned": "You returned the place of the best rate in the list. Return the "
    "rate.",
    "largest-loss": "You chose the rate with the highest loss.",
    "lowest-loss-returned": "You returned the lowest loss. Return the rate that gave "
    "it.",
    "largest-rate": "You chose the largest rate that did not diverge. The lowest loss "
    "decides.",
}

SAVE = LESSON + "“Save and watch”"
SEARCH = LESSON + "“Search honestly”"


def _keys(value: Any) -> set[str]:
    return {str(key) for key in value} if isinstance(value, dict) else set()


def _nested(values: list, _calls: list) -> bool:
    found = values[0]
    return isinstance(found, (tuple, list)) or any(
        isinstance(part, dict) for part in found.values()
    )


def _without_memory(values: list, calls: list) -> bool:
    names = _keys(calls[0].arguments[0])
    found = _keys(values[0])
    return found == {f"params.{name}" for name in names} or (
        found == names and _holds(values[0], calls[0].arguments[0])
    )


def _holds(found: Params, params: Params) -> bool:
    return all(np.array_equal(found[name], params[name]) for name in params)


def _overwritten(values: list, calls: list) -> bool:
    names = _keys(calls[0].arguments[0])
    return _keys(values[0]) == names and _holds(values[0], calls[0].arguments[1])


def _other_names(values: list, calls: list) -> bool:
    params = calls[0].arguments[0]
    wanted = {f"{part}.{name}" for part in ("params", "memory") for name in params}
    return isinstance(values[0], dict) and _keys(values[0]) != wanted


def _any(_values: list, _calls: list) -> bool:
    return True


Form = Callable[[Params, Params, Params], tuple[Params, Params]]


def _by_order(saved: Params, params: Params, memory: Params) -> tuple[Params, Params]:
    arrays = list(saved.values())
    return (
        dict(zip(params, arrays[: len(params)], strict=True)),
        dict(zip(memory, arrays[len(params) :], strict=True)),
    )


def _sorted_order(saved: Params, params: Params, memory: Params) -> tuple:
    ours = [array for name, array in saved.items() if name.startswith("params")]
    theirs = [array for name, array in saved.items() if name.startswith("memory")]
    return (
        dict(zip(params, ours, strict=True)),
        dict(zip(memory, theirs, strict=True)),
    )


def _as_they_were(_saved: Params, params: Params, memory: Params) -> tuple:
    return params, memory


def _exchanged(saved: Params, params: Params, memory: Params) -> tuple:
    return (
        {name: saved[f"memory.{name}"] for name in params},
        {name: saved[f"params.{name}"] for name in memory},
    )


def _weights_twice(saved: Params, params: Params, memory: Params) -> tuple:
    return (
        {name: saved[f"params.{name}"] for name in params},
        {name: saved[f"params.{name}"] for name in memory},
    )


def _blank_memory(saved: Params, params: Params, memory: Params) -> tuple:
    return {name: saved[f"params.{name}"] for name in params}, memory


def _restored(*forms: Form) -> Probe:
    """Recognise two dicts that one of several ways of filling gives."""

    def gives(form: Form, values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            for mine, its in zip(value, form(*call.arguments), strict=True):
                if set(mine) != set(its) or not _holds(mine, its):
                    return False
        return True

    def holds(values: list, calls: list) -> bool:
        found = []
        for form in forms:
            try:
                found.append(gives(form, values, calls))
            except (ValueError, KeyError):
                found.append(False)
        return any(found)

    return Probe(holds)


Train = Callable[[Params, Params, float], float]


def _copied(part: Params) -> Params:
    return {name: array.copy() for name, array in part.items()}


def _runs(
    train: Train, params: Params, memory: Params, lrs: list, how: str = "fresh"
) -> Array:
    """Run with every rate, and restore less than all of the start."""
    if how == "emptied":
        memory = {name: 0 * array for name, array in memory.items()}
    weights, moving = _copied(params), _copied(memory)
    losses = []
    for lr in lrs:
        if how in ("fresh", "emptied"):
            weights, moving = _copied(params), _copied(memory)
        elif how == "weights":
            weights = _copied(params)
        losses.append(train(weights, moving, lr))
    return np.array(losses)


def _tried(
    how: str = "fresh", choose: Callable[[Array, list], float] | None = None
) -> Callable[..., tuple]:
    def tried(train: Train, params: Params, memory: Params, lrs: list) -> tuple:
        losses = _runs(train, params, memory, lrs, how)
        best = lrs[int(np.nanargmin(losses))]
        return losses, best if choose is None else choose(losses, lrs)

    return tried


def _losses_of(how: str) -> Probe:
    """Recognise where the runs started by the losses, whatever rate was chosen."""

    def holds(values: list, calls: list) -> bool:
        return all(
            np.allclose(value[0], _runs(*call.arguments, how), equal_nan=True)
            for value, call in zip(values, calls, strict=True)
        )

    return Probe(holds)


def _chose_nan(values: list, calls: list) -> bool:
    """Some chosen rate is one whose loss is NaN."""
    for (losses, rate), call in zip(values, calls, strict=True):
        lrs = call.arguments[3]
        if any(
            lr == rate and np.isnan(loss)
            for lr, loss in zip(lrs, np.ravel(losses), strict=True)
        ):
            return True
    return False


TASKS = {
    "training-saving-snapshot": Task(
        SAVING | RATES,
        {
            "dicts-nested": Probe(_nested),
            "prefix-forgotten": Probe(_overwritten),
            "optimiser-forgotten": Probe(_without_memory),
            "names-other": Probe(_other_names),
        },
        SAVE,
    ),
    "training-saving-copy": Task(
        SAVING | RATES, {"reference-saved": Probe(_any)}, SAVE
    ),
    "training-saving-restore": Task(
        SAVING | RATES,
        {
            "blank-returned": _restored(_as_they_were),
            "memory-blank": _restored(_blank_memory),
            "memory-from-params": _restored(_weights_twice),
            "parts-exchanged": _restored(_exchanged),
            "order-by-chance": _restored(_by_order, _sorted_order),
        },
        SAVE,
    ),
    "training-saving-refuse": Task(
        SAVING | RATES, {"shapes-unchecked": Probe(_any)}, SAVE
    ),
    "training-saving-alone": Task(
        SAVING | RATES, {"saved-handed-out": Probe(_any)}, SAVE
    ),
    "training-saving-rates": Task(
        SAVING | RATES,
        {
            "runs-carry-on": _losses_of("on"),
            "memory-carries-on": _losses_of("weights"),
            "memory-emptied": _losses_of("emptied"),
            "last-rate": _tried(choose=lambda _losses, lrs: lrs[-1]),
            "place-returned": _tried(choose=lambda losses, _: np.nanargmin(losses)),
            "nan-chosen": Probe(_chose_nan),
            "largest-loss": _tried(
                choose=lambda losses, lrs: lrs[int(np.nanargmax(losses))]
            ),
            "lowest-loss-returned": _tried(choose=lambda losses, _: np.nanmin(losses)),
            "largest-rate": _tried(
                choose=lambda losses, lrs: max(
                    lr
                    for lr, loss in zip(lrs, losses, strict=True)
                    if not np.isnan(loss)
                )
            ),
        },
        SEARCH,
    ),
}
