"""Known slips with freezing, fine-tuning, and the price of depth."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.network import Network
from nnbyhand.shapes import Array

LESSON = "lesson 11, section "
KEEP = LESSON + "“Keep what was learned”"
PAYS = LESSON + "“When it pays”"
DEEP = LESSON + "“Deep or wide”"

TUNING = {
    "nothing-frozen": "The early layers moved. Freeze them first.",
    "all-frozen": "Nothing learns: the last layer must stay free.",
    "optimiser-keeps-frozen": "Frozen weights still shrink: give the optimiser only "
    "the free ones.",
    "head-kept": "Your head still answers the old question. Replace it.",
    "biases-still-move": "Biases of frozen layers moved. A layer is frozen with all "
    "it has.",
    "biases-decay": "Your biases shrink too. L2 pulls weights alone.",
    "frozen-moved-alone": "You moved the frozen layers and kept the free ones.",
    "layer-by-beginning": "You compared the beginning of the name: layer 1 is not "
    "layer 10. Take all that stands before the point.",
    "frozen-left-out": "The frozen parameters are missing. All names belong into "
    "the result.",
    "decay-forgotten": "The decay is missing: free weights are pulled towards 0 too.",
    "decay-unscaled": "The pull of the decay is not multiplied by the rate.",
    "step-uphill": "You went uphill: subtract the rate times the gradient.",
    "second-stage-left-out": "Layer 2 is as it was: the second part of the "
    "training, with all but layer 0 free, did not reach it.",
    "rate-not-smaller": "Layer 2 has moved very far. The second rate must be much "
    "smaller: large steps destroy what was learned.",
    "from-scratch": "Your first layer is a new one. Copy the old layers.",
    "head-untrained": "Your new layer answers no better than chance. Train it first.",
    "old-answers-cut": "The old last layer is gone. In the lesson the new layer took "
    "its place; here it stands behind it, and learns from the ten old answers.",
    "softmax-left-out": "The new layer stands right behind the old logits, which are "
    "large and differ from digit to digit. Put a softmax between: it says which digit "
    "the old network sees.",
    "examples-left-out": "Your network is right too seldom: does it train on all "
    "twenty examples, long enough, with the old network's answers below the new layer?",
    "old-changed": "The old network changed: train a copy of its layers.",
}


# the same numbers come of a comparison that never holds
STEPPING = TUNING | {
    "nothing-frozen": "The frozen layers moved. `frozen` holds numbers, a name holds "
    "text: 2 is not the same as '2'.",
}


def free_step(
    params: dict, grads: dict, frozen: list, lr: float, decay: float, how: str = ""
) -> dict:
    """Give the parameters after one step of the free ones; ``how`` names a slip."""
    new = {}
    for name, w in params.items():
        layer, kind = name.split(".")
        kept = int(layer) in frozen
        if how == "turned":
            kept = not kept
        elif how == "biases" and kind == "b":
            kept = False
        elif how == "beginning":
            kept = any(name.startswith(str(i)) for i in frozen)
        elif how == "none":
            kept = False
        pull = decay * w if kind == "W" or how == "all decay" else 0 * w
        if how == "no decay":
            pull = 0 * w
        g = grads[name]
        if how == "zeroed" and kept:
            new[name] = w - lr * pull
        elif kept or how == "all":
            new[name] = w.copy()
        elif how == "unscaled":
            new[name] = w - lr * g - pull
        elif how == "uphill":
            new[name] = w + lr * (g + pull)
        else:
            new[name] = w - lr * (g + pull)
    if how == "left out":
        return {k: v for k, v in new.items() if int(k.split(".")[0]) not in frozen}
    return new


def _step(how: str) -> Callable[..., dict]:
    return lambda *arguments: free_step(*arguments, how)


def _left_out(values: list, calls: list) -> bool:
    """Tell whether just the free names are there."""
    return all(
        isinstance(value, dict)
        and set(value) == set(free_step(*call.arguments, "left out"))
        for value, call in zip(values, calls, strict=True)
    )


EXPOSE = {
    "plain-steps": "With plain steps a gradient of 0 moves nothing: this optimiser "
    "agrees with your colleague.",
    "divides-zero": "RMSProp divides the gradient by its size, and 0 divided is 0. "
    "It remembers sizes, not directions.",
    "memory-off": "The share of the memory that is kept is 0, so it forgets at once.",
    "class-returned": "You returned the class. Make an optimiser of it, with brackets.",
    "wrong-kind": "An optimiser of `nnbyhand.optim` is asked.",
}


def _made(name: str, **settings: float) -> Probe:
    return Probe(lambda values, _: type(values[0]).__name__ == name)


def _forgetful(values: list, _calls: list) -> bool:
    beta = getattr(values[0], "beta", None)
    first = getattr(values[0], "betas", (None,))[0]
    return type(values[0]).__name__ in ("Momentum", "Adam") and 0 in (beta, first)


COUNT = {
    "counts-all": "You counted the frozen parameters as trainable.",
    "head-is-small": "In this network the dense part holds 96 % of the weights. "
    "Count the layers; which end is large is not known beforehand.",
    "frozen-counted": "You counted the frozen parameters. Those that may move are "
    "asked.",
    "biases-uncounted": "You left out the biases: each unit and each filter has one.",
    "window-forgotten": "A kernel is 3 × 3: nine weights for each channel that "
    "comes in.",
    "share-of-frozen": "Your share compares free with frozen. Divide by all.",
    "places-of-learning": "Your places count only layers that learn. In the list "
    "pools and activations have places too.",
    "percent-given": "You gave per cent. A share is asked, such as 0.04.",
    "share-rounded": "Your share is rounded. Give it as it is.",
    "one-bias-a-layer": "You counted one bias for the whole convolution. Each filter "
    "has one.",
}


def counted(layers: list, frozen: list, how: str = "") -> tuple[float, float]:
    """Give free parameters and their share; ``how`` names a slip."""
    learning = [place for place, layer in enumerate(layers) if len(layer) == 3]
    if how == "places":
        frozen = [learning[i] for i in frozen if i < len(learning)]
    elif how == "last":
        frozen = learning[:-1]
    free = total = 0
    for place in learning:
        kind, d_in, d_out = layers[place]
        nine = 9 if kind == "conv" and how != "window" else 1
        count = (nine * d_in + (how != "biases")) * d_out
        if how == "one bias" and kind == "conv":
            count = nine * d_in * d_out + 1
        total += count
        free += count * (place not in frozen)
    if how == "all":
        return total, 1.0
    if how == "frozen":
        return total - free, (total - free) / total
    if how == "against frozen":
        return free, free / max(total - free, 1)
    if how == "rounded":
        return free, round(free / total, 2)
    return free, free / total * (100 if how == "percent" else 1)


def _count(how: str) -> Callable[..., tuple]:
    return lambda layers, frozen: counted(layers, frozen, how)


def _weights(network: Any, layer: int) -> Array:
    return network.layers[layer].params["W"]


def _is_new(values: list, calls: list) -> bool:
    """Tell whether layer 0 is nowhere near the old one."""
    old, new = _weights(calls[0].arguments[0], 0), values[0].layers[0].params.get("W")
    if np.shape(new) != old.shape:
        return True
    return bool(np.corrcoef(old.ravel(), new.ravel())[0, 1] < 0.5)


def _first_moved(values: list, calls: list) -> bool:
    return not np.array_equal(
        _weights(values[0], 0), _weights(calls[0].arguments[0], 0)
    ) or not np.array_equal(
        values[0].layers[0].params["b"], calls[0].arguments[0].layers[0].params["b"]
    )


def _moved(values: list, calls: list, layer: int = 2) -> float:
    old, new = _weights(calls[0].arguments[0], layer), _weights(values[0], layer)
    return float(np.linalg.norm(new - old) / np.linalg.norm(old))


def _share(values: list, calls: list) -> float:
    _, X, labels, _ = calls[0].arguments
    return float((values[0].predict(X).argmax(axis=1) == labels).mean())


def _old_head(values: list, calls: list) -> bool:
    outputs = values[0].predict(calls[0].arguments[1]).shape[1]
    return outputs != calls[0].arguments[2].max() + 1


def _cut(values: list, calls: list) -> bool:
    """Tell whether no weights of the old last layer's shape are at its place."""
    later = values[0].layers[2:3]
    old = _weights(calls[0].arguments[0], 2)
    return not later or np.shape(later[0].params.get("W")) != old.shape


def _guesses(values: list, calls: list) -> bool:
    return _share(values, calls) < 0.8


def _no_better_than_chance(values: list, calls: list) -> bool:
    k = int(calls[0].arguments[2].max()) + 1
    return _share(values, calls) < 1 / k + 0.2


PARTS_WRONG = {
    "head-kept": Probe(_old_head),
    "from-scratch": Probe(_is_new),
    "old-answers-cut": Probe(_cut),
    "nothing-frozen": Probe(_first_moved),
    "all-frozen": Probe(
        lambda values, calls: _moved(values, calls) < 1e-9 and _guesses(values, calls)
    ),
    "second-stage-left-out": Probe(lambda values, calls: _moved(values, calls) < 1e-9),
    "rate-not-smaller": Probe(lambda values, calls: _moved(values, calls) >= 0.5),
}
GAIN_WRONG = {
    "head-kept": Probe(_old_head),
    "from-scratch": Probe(_is_new),
    "old-answers-cut": Probe(_cut),
    "all-frozen": Probe(
        lambda values, calls: (
            _moved(values, calls) < 1e-9
            and not _first_moved(values, calls)
            and _guesses(values, calls)
        )
    ),
    "rate-not-smaller": Probe(lambda values, calls: _moved(values, calls) >= 0.5),
    "head-untrained": Probe(_no_better_than_chance),
    "softmax-left-out": Probe(
        lambda values, _: (
            not any(
                getattr(layer, "name", "") == "softmax" for layer in values[0].layers
            )
        )
    ),
    "examples-left-out": Probe(lambda values, _: isinstance(values[0], Network)),
}

DEPTH = {
    "rows-not-halved": "Half of the rows are true: 2^(n − 1).",
    "depth-free": "Count the units in all layers.",
    "shallow-impossible": "One hidden layer can, at a price.",
    "lower-bound-claimed": "That construction needs so many. Counting needs only n.",
    "one-xor-too-many": "n inputs are joined by n − 1 XORs.",
    "parity-as-power": "The chain does not double with each input: each one more "
    "costs one more XOR.",
    "counting-halved": "A unit is needed for each number of ones, from 1 to n.",
    "none-counted": "You counted a unit for no ones too. It would always fire; units "
    "are needed for 1 to n ones.",
    "chain-called-dearer": "Count the weights: 45 units with two each, against 16 "
    "with 16 each and 32,768 with 16 each.",
    "depth-always-better": "Nobody can promise that for every task. Measure it.",
    "letters-missing": "Four letters are asked, T or F.",
}


def _units(*rules: Callable[[int], float]) -> Callable[[int], tuple]:
    return lambda n: tuple(rule(n) for rule in rules)


def _rows(n: int) -> int:
    return 2 ** (n - 1)


def _chain(n: int) -> int:
    return 3 * (n - 1)


def _itself(n: int) -> int:
    return n


def _levels_counted(values: list, calls: list) -> bool:
    """Tell whether the chain's layers were counted instead of its units."""
    pairs = [(v, c.arguments[0]) for v, c in zip(values, calls, strict=True)]
    return all(len(value) == 3 for value, _ in pairs) and any(
        all(value[1] == layers * (n - 1) for value, n in pairs) for layers in (1, 2)
    )


def letters_of(value: Any) -> str:
    """Read a text of letters, or a list of them, without spaces and commas."""
    return "".join(value).upper().replace(" ", "").replace(",", "")


def letter_probe(place: int, wrong: str) -> Probe:
    """Recognise a wrong letter at one place of a text."""
    return Probe(
        lambda values, _: letters_of(values[0])[place : place + 1] in tuple(wrong)
    )


def length_probe(length: int) -> Probe:
    """Recognise a text of another length."""
    return Probe(lambda values, _: len(letters_of(values[0])) != length)


WIDTH = {
    "one-too-wide": "Your network has more parameters than the shallow one. No more "
    "is asked.",
    "one-too-narrow": "One unit more in each layer would still be cheap enough.",
    "units-compared": "You shared the units out. Compare parameters: weights "
    "between two hidden layers grow with w².",
    "biases-uncounted": "You left out the biases: each unit has one.",
    "one-hidden-layer": "You priced one hidden layer only. Each further one adds (w "
    "+ 1) w.",
    "layer-too-many": "You priced one layer too many between the hidden ones: there "
    "are depth − 1 of those.",
}


def width(
    d_in: int, shallow: int, d_out: int, depth: int, bias: int = 1, more: int = 0
) -> int:
    """Give the largest width that costs no more; ``bias`` 0 and ``more`` are slips."""

    def price(w: int, layers: int) -> int:
        between = max(layers - 1, 0) * (w + bias) * w
        return (d_in + bias) * w + between + (w + bias) * d_out

    w = 0
    while price(w + 1, depth + more) <= price(shallow, 1):
        w += 1
    return w


TASKS = {
    "tune-step": Task(
        STEPPING,
        {
            "nothing-frozen": _step("none"),
            "all-frozen": _step("all"),
            "optimiser-keeps-frozen": _step("zeroed"),
            "biases-still-move": _step("biases"),
            "biases-decay": _step("all decay"),
            "frozen-moved-alone": _step("turned"),
            "layer-by-beginning": _step("beginning"),
            "frozen-left-out": Probe(_left_out),
            "decay-forgotten": _step("no decay"),
            "decay-unscaled": _step("unscaled"),
            "step-uphill": _step("uphill"),
        },
        KEEP,
    ),
    "tune-expose": Task(
        EXPOSE,
        {
            "class-returned": Probe(lambda values, _: isinstance(values[0], type)),
            "wrong-kind": Probe(lambda values, _: not hasattr(values[0], "step")),
            "plain-steps": _made("SGD"),
            "divides-zero": _made("RMSProp"),
            "memory-off": Probe(_forgetful),
        },
        KEEP,
    ),
    "tune-count": Task(
        COUNT,
        {
            "counts-all": _count("all"),
            "head-is-small": _count("last"),
            "frozen-counted": _count("frozen"),
            "biases-uncounted": _count("biases"),
            "window-forgotten": _count("window"),
            "share-of-frozen": _count("against frozen"),
            "places-of-learning": _count("places"),
            "percent-given": _count("percent"),
            "share-rounded": _count("rounded"),
            "one-bias-a-layer": _count("one bias"),
        },
        KEEP,
    ),
    "tune-parts": Task(TUNING, PARTS_WRONG, PAYS),
    "tune-gain": Task(TUNING, GAIN_WRONG, PAYS),
    "tune-old": Task(TUNING, {"old-changed": Probe(lambda values, calls: True)}, PAYS),
    "depth-units": Task(
        DEPTH,
        {
            "rows-not-halved": _units(lambda n: 2**n, _chain, _itself),
            "depth-free": Probe(_levels_counted),
            "one-xor-too-many": _units(_rows, lambda n: 3 * n, _itself),
            "parity-as-power": _units(_rows, _rows, _itself),
            "counting-halved": _units(_rows, _chain, lambda n: (n + 1) // 2),
            "none-counted": _units(_rows, _chain, lambda n: n + 1),
        },
        DEEP,
    ),
    "depth-claims": Task(
        DEPTH,
        {
            "letters-missing": length_probe(4),
            "shallow-impossible": letter_probe(0, "T"),
            "lower-bound-claimed": letter_probe(1, "T"),
            "chain-called-dearer": letter_probe(2, "F"),
            "depth-always-better": letter_probe(3, "T"),
        },
        DEEP,
    ),
    "depth-width": Task(
        WIDTH,
        {
            "units-compared": lambda d_in, shallow, d_out, depth: shallow // depth,
            "biases-uncounted": lambda *sizes: width(*sizes, bias=0),
            "one-hidden-layer": lambda d_in, shallow, d_out, depth: shallow,
            "layer-too-many": lambda *sizes: width(*sizes, more=1),
            "one-too-wide": lambda *sizes: width(*sizes) + 1,
            "one-too-narrow": lambda *sizes: width(*sizes) - 1,
        },
        DEEP,
    ),
}
