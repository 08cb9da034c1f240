"""Known slips with starting weights, training, gradient checks, shares and faults."""

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.activations import sigmoid_slope
from nnbyhand.backprop import by_shares
from nnbyhand.broken import faulty
from nnbyhand.forward import forward
from nnbyhand.losses import half_squared
from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.shapes import Array

LESSON = "lesson 06, section "

START = {
    "pairs-given": "Your answer has a pair for each layer. Return two lists: all "
    "weights, then all biases.",
    "zero-start": "All hidden units are equal and stay equal. Start at random.",
    "weights-turned": "Column j of W holds the weights into unit j: its shape is "
    "(inputs, units).",
    "generator-ignored": "The same `rng` gave other numbers, or another `rng` the "
    "same: you drew from somewhere else. Use the generator passed in.",
    "spread-unscaled": "Your weights are spread too widely. Divide by the square root "
    "of the number of inputs.",
    "spread-by-inputs": "Your weights lie too close to 0. Divide by the square root of "
    "the number of inputs, not by the number.",
    "biases-random": "Your biases are not 0. Only the weights are drawn at random.",
    "inputs-with-bias": "The inputs have no biases: one bias array for each layer of "
    "weights.",
    "positive-only": "Your weights are all positive. `rng.normal` draws both signs.",
    "units-alike": "All units of a layer got the same weights, so they stay equal. "
    "Draw each weight anew.",
}

TRAIN = {
    "gradients-accumulate": "Your gradients grow from batch to batch. Start each batch "
    "at zero.",
    "uphill": "Your loss grows: you stepped along the gradient. Step against it.",
    "rate-forgotten": "You moved by the whole gradient. Multiply by the learning rate.",
    "mean-twice": "You divided by n twice: the library's gradient is a mean already.",
    "loss-after-epoch": "You wrote the loss down after the epoch. Write it down "
    "before.",
    "biases-unmoved": "Your biases never move. They learn too.",
    "one-epoch-only": "You walked through the data once, more epochs were asked.",
    "epoch-is-step": "An epoch is a pass over all examples. Yours ends after one "
    "batch.",
    "last-batch-dropped": "The last, smaller batch is missing.",
    "batch-ignored": "Each of your steps used all examples. Use only the rows of its "
    "own batch.",
    "stale-gradient": "You reused the first gradient. Compute it again at every step.",
    "own-start": "Your training begins with other weights. Begin with those that are "
    "given.",
    "start-returned": "You returned the weights you were given. Return the trained "
    "ones.",
    "not-shuffled": "Your batches come in the stored order. Shuffle with `rng`.",
    "shuffled-once": "Every epoch used the same order.",
    "generator-ignored": "The same `rng` gave two different orders: you drew from "
    "somewhere else. Use the generator passed in.",
    "labels-not-shuffled": "Your targets no longer belong to the examples. Use one "
    "permutation for both.",
    "with-replacement": "Some examples came twice and some never. For example, draw "
    "one permutation for the whole epoch.",
    "one-loss-more": "You wrote down one loss too many: one before each epoch, none "
    "after the last.",
    "losses-missing": "Return three things: the weights, the biases, and the list of "
    "losses.",
    "loss-unhalved": "Your losses are not the half squared error, averaged over the "
    "examples: Σ ½ (a − y)² / n.",
}

SLOPES = {
    "forward-difference": "Your numerical gradient is too rough to tell right from "
    "nearly right.",
    "not-halved": "You stepped to both sides but divided by one step.",
    "all-inputs-moved": "You moved every input at once. Move one at a time.",
    "one-parameter": "You checked one weight. A mistake elsewhere goes unseen.",
    "rows-moved": "You moved a whole row at once. Every single entry has a slope of "
    "its own.",
    "flattened": "Your slopes lie in one row. Give them the shape of x.",
    "sign-turned": "Your slopes have the wrong sign: f(x + h) comes first.",
    "step-ignored": "You used a step of your own. Use the h that is given.",
}

CHECK = SLOPES | {
    "absolute-tolerance": "Your check accepts a zero gradient when the true one is "
    "small. Compare relatively.",
    "checks-itself": "Both numbers come from the same function.",
    "always-true": "Your check passes a wrong gradient.",
    "too-strict": "Your check refuses a right gradient. Rounding leaves a relative "
    "difference of about 1e-9, so do not ask for equality.",
    "too-lenient": "Your check passes a gradient that is off by a few parts in a "
    "thousand. Ask for a relative difference below 1e-6.",
    "sign-ignored": "Your check passes a gradient that points the wrong way. Do not "
    "drop the signs.",
    "verdict-turned": "Your answers are the opposite: True means right.",
    "error-given": "You returned how far they are apart. Return True or False.",
    "length-only": "Your check compares lengths. Two different gradients can be "
    "equally long: take the length of their difference.",
    "kink-tested": "At a corner the numerical slope is not defined. Move the point.",
    "zero-only": "You look for sums of exactly 0. A nudge of h crosses the corner from "
    "nearby, too.",
    "negative-refused": "You refuse every negative sum. Far below the corner the slope "
    "is safely 0: look at the size of z.",
    "one-is-enough": "You say yes as soon as one sum is far from the corner. All of "
    "them must be.",
    "edge-accepted": "A sum exactly h away touches the corner. Farther than h is "
    "asked.",
}

SHARES = {
    "shares-are-gradient": "Sharing by weight is a picture. The gradient does not "
    "divide by the sum.",
    "share-wrong-sum": "You divided by the weights *leaving* a unit. Use those "
    "entering the output.",
    "shares-of-absolute": "You dropped the signs of the weights.",
    "one-output-only": "Every output sends its error back. Add them up.",
    "shares-missing": "You multiplied by the weights and did not divide by their sum. "
    "A share is a part of the whole.",
    "output-slope-forgotten": "Your output delta lacks the slope of the activation "
    "(BP1).",
    "weights-not-transposed": "The error travels back through the transposed weights.",
    "sum-of-all": "You divided by the sum of all weights. Each output has a sum of its "
    "own.",
    "equal-shares": "You gave each hidden unit the same share. Split in proportion to "
    "the weights.",
    "slope-of-activation": "You took the slope at A. It belongs to Z.",
    "shares-descend": "Shares do not always descend: a negative sum turns them round. "
    "Only the gradient promises to go down, for a small enough step.",
}

BROKEN = {
    "fault-in-a": "Look at A again: one weight gradient is wrong, the deltas must be "
    "right. Which equation gives weights and no biases?",
    "fault-in-b": "Look at B again: compare every number with the right one. Is there "
    "one factor for all?",
    "fault-in-c": "Look at C again: the last layer is right, the first is not. Which "
    "equation lies between them?",
    "fault-in-d": "Look at D again: all weights are right, the biases are not. Divide "
    "them by the right ones.",
    "letters-mixed": "Two letters carry the same fault, or a number from outside 1 to "
    "6. Each of the four has a fault of its own.",
    "suspects-swapped": "You swapped two equations: BP3 gives the biases, BP4 the "
    "weights.",
    "deltas-swapped": "You swapped two equations: BP1 is the last layer's delta, and "
    "everything follows from it. BP2 makes the first layer's.",
    "first-wrong-only": "You looked at one gradient. The pattern of all four tells the "
    "equation.",
    "right-for-wrong": "The arguments say what is wrong: True means that this gradient "
    "is wrong.",
}

LEARNS = LESSON + "“It learns”"
RIGHT = LESSON + "“Is it right?”"
PICTURE = LESSON + "“A picture that is not the gradient”"


def _trained(
    grads: Callable[..., tuple] = faulty,
    *,
    walk: str = "",
    rate: Callable[[float], float] = lambda lr: lr,
    epochs: int | None = None,
    loss: Callable[[Array, Array], float] = half_squared,
) -> Callable[..., tuple]:
    """Give training with one thing changed; batches come in the stored order."""

    def wrong(
        X: Array,
        Y: Array,
        weights: tuple,
        biases: tuple,
        lr: float,
        batch_size: int,
        n_epochs: int,
        rng: np.random.Generator,
    ) -> tuple:
        start = [*weights, *biases]
        if walk == "zeros":
            start = [0 * part for part in start]
        net, n, k = start, len(X), len(weights)
        first = _flat(grads(X, Y, weights, biases))
        last = n // batch_size * batch_size if walk == "dropped" else n
        losses, summed = [], [0 * part for part in net]
        for _ in range(n_epochs if epochs is None else epochs):
            if walk != "after":
                losses.append(loss(forward(X, net[:k], net[k:])[1][-1], Y))
            drawn = rng.integers(0, n, n) if walk == "drawn" else np.arange(n)
            for i in range(0, last, batch_size):
                rows = np.arange(n) if walk == "all" else drawn[i : i + batch_size]
                if walk == "drawn by batch":
                    rows = rng.integers(0, n, batch_size)
                step = _flat(grads(X[rows], Y[rows], net[:k], net[k:]))
                if walk == "stale":
                    step = first
                if walk == "twice":
                    step = [part / len(X[rows]) for part in step]
                if walk == "biases":
                    step = step[:k] + [0 * part for part in step[k:]]
                if walk == "summed":
                    step = summed = [a + b for a, b in zip(summed, step, strict=True)]
                net = [a - rate(lr) * b for a, b in zip(net, step, strict=True)]
                if walk == "one":
                    break
            if walk == "after":
                losses.append(loss(forward(X, net[:k], net[k:])[1][-1], Y))
        net = start if walk == "start" else net
        return tuple(net[:k]), tuple(net[k:]), losses

    return wrong


def _flat(grads: tuple) -> list[Array]:
    return [*grads[0], *grads[1]]


def _fault(fault: str) -> Callable[..., tuple]:
    return lambda X, Y, weights, biases: faulty(X, Y, weights, biases, fault=fault)


def _two_parts(values: list, _calls: list) -> bool:
    return all(isinstance(value, (tuple, list)) and len(value) == 2 for value in values)


def _other_losses(values: list, calls: list) -> bool:
    """Recognise right training whose losses are halved or averaged otherwise."""
    forms: list[Callable[[Array, Array], float]] = [
        lambda A, Y: ((A - Y) ** 2).sum() / len(Y),
        lambda A, Y: ((A - Y) ** 2).mean(),
        lambda A, Y: ((A - Y) ** 2).mean() / 2,
        lambda A, Y: ((A - Y) ** 2).sum() / 2,
    ]

    def gives(loss: Callable[[Array, Array], float]) -> bool:
        return all(
            np.allclose(value[2], _trained(loss=loss)(*call.arguments)[2])
            for value, call in zip(values, calls, strict=True)
        )

    return not gives(half_squared) and any(gives(form) for form in forms)


def _redrawn(values: list, calls: list) -> bool:
    """Recognise batches drawn by chance, in which an example may come twice."""

    def gives(walk: str, value: tuple, call: Any) -> bool:
        case = (*call.arguments[:-1], copy.deepcopy(call.arguments[-1]))
        return np.allclose(value[2], _trained(walk=walk)(*case)[2])

    return any(
        all(gives(walk, *pair) for pair in zip(values, calls, strict=True))
        for walk in ("drawn", "drawn by batch")
    )


def _same_seed_differs(values: list, _calls: list) -> bool:
    return not all(
        np.allclose(mine, its)
        for mine, its in zip(values[0][0], values[1][0], strict=True)
    )


def _as_stored(values: list, calls: list) -> bool:
    weights, _biases, _losses = _trained()(*calls[0].arguments)
    return all(
        np.allclose(mine, its) for mine, its in zip(values[0][0], weights, strict=True)
    )


def _differences(f: Callable, x: Array, up: float, down: float, width: float) -> Array:
    slopes = np.zeros(np.shape(x))
    for place in np.ndindex(*np.shape(x)):
        nudge = np.zeros(np.shape(x))
        nudge[place] = 1.0
        slopes[place] = (f(x + up * nudge) - f(x - down * nudge)) / width
    return slopes


def _only_first(f: Callable, x: Array, h: float) -> Array:
    slopes = np.zeros(np.shape(x))
    slopes.flat[0] = _differences(f, x, h, h, 2 * h).flat[0]
    return slopes


def _one_sided(f: Callable, gradient: Callable, x: Array) -> bool:
    n, g = _differences(f, x, 1e-5, 0, 1e-5), gradient(x)
    return np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)) < 1e-6


def _verdict(
    close: Callable[[Array, Array], bool],
) -> Callable[..., bool]:
    """Give a check that compares the two gradients in a wrong way."""
    return lambda f, gradient, x: bool(
        close(gradient(x), _differences(f, x, 1e-5, 1e-5, 2e-5))
    )


def _apart(g: Array, n: Array) -> float:
    return float(np.linalg.norm(g - n) / (np.linalg.norm(g) + np.linalg.norm(n)))


def _truths(values: list) -> list[bool]:
    if any(np.size(value) != 1 for value in values):
        raise ValueError("one answer for each case")
    return [bool(np.ravel(value)[0]) for value in values]


def _kinds(calls: list) -> list[str]:
    """Name what is claimed in each case, as the test has marked its functions."""
    return [call.arguments[1].kind for call in calls]


def _passes(*kinds: str) -> Probe:
    """Recognise a check that takes gradients of these kinds, and the right ones."""

    def holds(values: list, calls: list) -> bool:
        said = dict.fromkeys(_kinds(calls), False)
        for kind, truth in zip(_kinds(calls), _truths(values), strict=True):
            said[kind] = said[kind] or truth
        passed = {kind for kind, truth in said.items() if truth}
        return passed - {"right", "straight"} == set(kinds)

    return Probe(holds)


def _asked_itself(values: list, calls: list) -> bool:
    return all(_truths(values)) and all(
        call.arguments[0].times[0] == 0 < call.arguments[1].times[0] for call in calls
    )


def _no_verdicts(values: list, _calls: list) -> bool:
    numbers = [float(np.ravel(value)[0]) for value in values]
    return any(0 < abs(number) < 1 for number in numbers)


def _letter(letter: str) -> Probe:
    """Recognise a wrong number for one of the four."""
    right = {"A": 4, "B": 5, "C": 2, "D": 3}

    def holds(values: list, _calls: list) -> bool:
        said = values[0]
        return isinstance(said, dict) and str(said.get(letter)) != str(right[letter])

    return Probe(holds)


def _mixed(values: list, _calls: list) -> bool:
    if not isinstance(values[0], dict):
        return False
    numbers = [str(number) for number in values[0].values()]
    return len(set(numbers)) < len(numbers) or not set(numbers) <= set("123456")


def _named(*rules: tuple[str, str]) -> Callable[..., str]:
    """Turn the right names round, as the pairs say."""

    def wrong(W1: bool, b1: bool, W2: bool, b2: bool) -> str:
        right = "BP1" if all((W1, b1, W2, b2)) else "BP2"
        if b2 != W2:
            right = "BP4" if W2 else "BP3"
        return dict(rules).get(right, right)

    return wrong


def _turned_round(values: list, calls: list) -> bool:
    """Recognise who read True as right: BP3 and BP4 swap, and BP1 is not found."""
    said = {call.arguments: value for value, call in zip(values, calls, strict=True)}
    return (
        said[False, True, False, True] == "BP4"
        and said[True, False, True, False] == "BP3"
        and said[True, True, True, True] != "BP1"
    )


def _downhill(*names: str) -> Probe:
    return Probe(
        lambda values, _: (
            isinstance(values[0], str) and values[0].strip().lower() in names
        )
    )


TASKS = {
    "backprop-start": Task(
        START,
        {
            "pairs-given": Probe(
                lambda values, calls: all(
                    len(layer) == 2 and [np.ndim(part) for part in layer] == [2, 1]
                    for value in values
                    for layer in value
                )
            ),
            "inputs-with-bias": Probe(
                lambda values, calls: all(
                    len(value[1]) == len(value[0]) + 1 for value in values
                )
            ),
            "weights-turned": Probe(
                lambda values, calls: any(
                    np.shape(W) != shape and np.shape(W) == shape[::-1]
                    for value, call in zip(values, calls, strict=True)
                    for W, shape in zip(
                        value[0],
                        zip(call.arguments[0], call.arguments[0][1:], strict=False),
                        strict=True,
                    )
                )
            ),
            "zero-start": Probe(
                lambda values, _: (
                    not any(np.any(W) for value in values for W in value[0])
                )
            ),
            "units-alike": Probe(
                lambda values, _: any(
                    np.ptp(W, axis=1).max() == 0 for value in values for W in value[0]
                )
            ),
            "biases-random": Probe(
                lambda values, _: any(np.any(b) for value in values for b in value[1])
            ),
            "positive-only": Probe(
                lambda values, _: all(
                    np.min(W) >= 0 for value in values for W in value[0]
                )
            ),
            "generator-ignored": Probe(
                lambda values, _: (
                    not np.allclose(values[0][0][0], values[1][0][0])
                    or np.allclose(values[0][0][0], values[2][0][0])
                )
            ),
            "spread-unscaled": Probe(lambda values, _: np.std(values[0][0][0]) > 0.07),
            "spread-by-inputs": Probe(lambda values, _: np.std(values[0][0][0]) < 0.02),
        },
        LEARNS,
    ),
    "backprop-train": Task(
        TRAIN,
        {
            "losses-missing": Probe(_two_parts),
            "one-loss-more": Probe(
                lambda values, calls: all(
                    np.size(value[2]) == call.arguments[6] + 1
                    for value, call in zip(values, calls, strict=True)
                )
            ),
            "gradients-accumulate": _trained(walk="summed"),
            "uphill": _trained(_fault("sign")),
            "rate-forgotten": _trained(rate=lambda lr: 1.0),
            "mean-twice": _trained(walk="twice"),
            "loss-after-epoch": _trained(walk="after"),
            "loss-unhalved": Probe(_other_losses),
            "biases-unmoved": _trained(walk="biases"),
            "one-epoch-only": Probe(
                lambda values, calls: all(
                    np.size(value[2]) == 1 < call.arguments[6]
                    for value, call in zip(values, calls, strict=True)
                )
            ),
            "epoch-is-step": _trained(walk="one"),
            "last-batch-dropped": _trained(walk="dropped"),
            "with-replacement": Probe(_redrawn),
            "batch-ignored": _trained(walk="all"),
            "stale-gradient": _trained(walk="stale"),
            "own-start": _trained(walk="zeros"),
            "start-returned": Probe(
                lambda values, calls: all(
                    np.allclose(mine, its)
                    for value, call in zip(values, calls, strict=True)
                    for mine, its in zip(value[0], call.arguments[2], strict=True)
                )
            ),
        },
        LEARNS,
    ),
    "backprop-train-once": Task(
        TRAIN,
        {"with-replacement": Probe(lambda values, calls: True)},
        "lesson 04, section “Batches”",
    ),
    "backprop-train-order": Task(
        TRAIN,
        {
            "generator-ignored": Probe(_same_seed_differs),
            "not-shuffled": Probe(_as_stored),
            "shuffled-once": Probe(lambda values, calls: True),
        },
        "lesson 04, section “Batches”",
    ),
    "backprop-slopes": Task(
        CHECK,
        {
            "flattened": Probe(
                lambda values, calls: any(
                    np.ndim(value) == 1 < np.ndim(call.arguments[1])
                    and np.size(value) == np.size(call.arguments[1])
                    for value, call in zip(values, calls, strict=True)
                )
            ),
            "rows-moved": Probe(
                lambda values, calls: any(
                    np.ndim(call.arguments[1]) > 1
                    and np.shape(value) == np.shape(call.arguments[1])[:1]
                    for value, call in zip(values, calls, strict=True)
                )
            ),
            "forward-difference": Probe(
                lambda values, calls: any(
                    all(
                        np.shape(value) == np.shape(call.arguments[1])
                        and np.allclose(value, _differences(*call.arguments[:2], *way))
                        for value, call in zip(values, calls, strict=True)
                        for h in [call.arguments[2]]
                        for way in [(h * up, h * (1 - up), h)]
                    )
                    for up in (1, 0)
                )
            ),
            "not-halved": lambda f, x, h: _differences(f, x, h, h, h),
            "sign-turned": lambda f, x, h: -_differences(f, x, h, h, 2 * h),
            "all-inputs-moved": Probe(
                lambda values, calls: all(
                    np.allclose(
                        np.ravel(value),
                        (
                            call.arguments[0](call.arguments[1] + call.arguments[2])
                            - call.arguments[0](call.arguments[1] - call.arguments[2])
                        )
                        / (2 * call.arguments[2]),
                    )
                    for value, call in zip(values, calls, strict=True)
                )
            ),
            "one-parameter": _only_first,
            "step-ignored": Probe(
                lambda values, calls: all(
                    np.shape(value) == np.shape(call.arguments[1])
                    and np.allclose(
                        value,
                        _differences(*call.arguments[:2], 1e-5, 1e-5, 2e-5),
                        rtol=1e-4,
                    )
                    for value, call in zip(values, calls, strict=True)
                )
            ),
        },
        RIGHT,
    ),
    "backprop-check": Task(
        CHECK,
        {
            # first, before the other forms call the functions that count their calls
            "checks-itself": Probe(_asked_itself),
            "error-given": Probe(_no_verdicts),
            "verdict-turned": _verdict(lambda g, n: _apart(g, n) >= 1e-6),
            "always-true": Probe(lambda values, _: all(_truths(values))),
            "forward-difference": _one_sided,
            "too-strict": Probe(lambda values, _: not any(_truths(values))),
            "absolute-tolerance": Probe(
                lambda values, calls: any(
                    truth
                    for kind, truth in zip(_kinds(calls), _truths(values), strict=True)
                    if kind == "small"
                )
            ),
            "one-parameter": _passes("entry"),
            "length-only": _passes("turned", "rolled"),
            "sign-ignored": Probe(
                lambda values, calls: any(
                    truth
                    for kind, truth in zip(_kinds(calls), _truths(values), strict=True)
                    if kind == "turned"
                )
            ),
            "too-lenient": _passes("near"),
        },
        RIGHT,
    ),
    "backprop-corner": Task(
        CHECK,
        {
            "kink-tested": lambda Z, h: True,
            "zero-only": lambda Z, h: bool((Z != 0).all()),
            "negative-refused": lambda Z, h: bool((h < Z).all()),
            "one-is-enough": lambda Z, h: bool((np.abs(Z) > h).any()),
            "edge-accepted": lambda Z, h: bool((np.abs(Z) >= h).all()),
            "verdict-turned": lambda Z, h: not bool((np.abs(Z) > h).all()),
        },
        RIGHT,
    ),
    "backprop-shares": Task(
        SHARES,
        {
            "share-wrong-sum": lambda errors, W: (
                errors @ (W / W.sum(axis=1, keepdims=True)).T
            ),
            "shares-of-absolute": any_of(
                lambda e, W: e @ (np.abs(W) / np.abs(W).sum(axis=0)).T,
                lambda e, W: e @ (W / np.abs(W).sum(axis=0)).T,
                lambda e, W: e @ np.abs(W / W.sum(axis=0)).T,
            ),
            "one-output-only": any_of(
                lambda e, W: e[:, :1] @ (W / W.sum(axis=0))[:, :1].T,
                lambda e, W: e[:, -1:] @ (W / W.sum(axis=0))[:, -1:].T,
            ),
            "shares-missing": lambda errors, W: errors @ W.T,
            "sum-of-all": lambda errors, W: errors @ (W / W.sum()).T,
            "weights-not-transposed": lambda errors, W: errors @ (W / W.sum(axis=0)),
            "equal-shares": lambda errors, W: np.repeat(
                errors.sum(axis=1, keepdims=True) / len(W), len(W), axis=1
            ),
        },
        PICTURE,
    ),
    "backprop-shares-gradient": Task(
        SHARES,
        {
            "shares-are-gradient": any_of(
                lambda e, W, Z: by_shares(e, W),
                lambda e, W, Z: by_shares(e * sigmoid_slope(Z), W),
            ),
            "output-slope-forgotten": lambda errors, W, Z: errors @ W.T,
            "weights-not-transposed": lambda errors, W, Z: (
                errors * sigmoid_slope(Z) @ W
            ),
            "slope-of-activation": lambda errors, W, Z: (
                errors * sigmoid_slope(1 / (1 + np.exp(-Z))) @ W.T
            ),
        },
        PICTURE,
    ),
    "backprop-shares-down": Task(
        SHARES,
        {
            "shares-descend": _downhill("shares", "both", "neither"),
        },
        PICTURE,
    ),
    "backprop-suspect": Task(
        BROKEN,
        {
            "right-for-wrong": Probe(_turned_round),
            "suspects-swapped": _named(("BP3", "BP4"), ("BP4", "BP3")),
            "deltas-swapped": _named(("BP1", "BP2"), ("BP2", "BP1")),
            "first-wrong-only": Probe(lambda values, _: len(set(values)) < 4),
        },
        LESSON + "“Four equations”",
    ),
    "backprop-faults": Task(
        BROKEN,
        {
            "letters-mixed": Probe(_mixed),
            "fault-in-a": _letter("A"),
            "fault-in-b": _letter("B"),
            "fault-in-c": _letter("C"),
            "fault-in-d": _letter("D"),
        },
        LESSON + "“Line by line: a batch of rows”",
    ),
}
