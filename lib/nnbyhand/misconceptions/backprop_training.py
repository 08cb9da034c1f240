"""Known slips with starting weights, training, gradient checks, shares and faults."""

import copy
from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.activations import sigmoid_slope, tanh_slope
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
    "one-number": "`rng.normal(a, b)` draws a single number, of mean a and deviation "
    "b. The shape goes in by its name: `size=(inputs, units)`.",
    "mean-moved": "Your weights do not lie around 0. The first number that "
    "`rng.normal` gets is their mean; the shape goes in as `size=`.",
    "biases-as-matrix": "Your biases have two axes. A layer of 30 units has biases of "
    "the shape (30,), for example `np.zeros(30)`.",
    "first-layer-for-all": "You divided every layer by the root of the first size. "
    "Each layer has a number of inputs of its own.",
    "spread-other": "The spread of your weights is not 1 divided by the square root of "
    "the layer's inputs: with 400 inputs that is 0.05.",
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
    "generator-ignored": "The same `rng` gave two different orders, or every `rng` the "
    "same: you drew from somewhere else. Use the generator passed in.",
    "labels-not-shuffled": "Your targets no longer belong to the examples: X and Y "
    "were shuffled differently. Use one permutation of row numbers for both.",
    "order-unclear": "Two examples in batches of one make two steps an epoch, each "
    "with an example and its own target, in either order. Yours ends elsewhere.",
    "steps-miscounted": "Your epoch takes another number of steps than there are "
    "batches. A batch begins at 0, at batch_size, at twice that, and so on: "
    "range(0, len(X), batch_size).",
    "unknown-slip": "No slip known to this test gives these numbers. Try two examples, "
    "batches of one and one epoch, and do the two steps by hand.",
    "with-replacement": "Some examples came twice and some never. For example, draw "
    "one permutation for the whole epoch.",
    "one-loss-more": "You wrote down one loss too many: one before each epoch, none "
    "after the last.",
    "loss-of-a-batch": "Your loss is not that of all examples, for example of a batch "
    "only. Before each epoch run all of X through the network.",
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
    "brackets-missing": "`/ 2 * h` divides by 2 and multiplies by h. Put brackets: "
    "`/ (2 * h)`.",
    "nudge-not-reset": "What you moved stays moved when the next entry has its turn. "
    "For example, make a new copy or a new nudge inside the loop.",
    "no-copy": "Your two points are one: for example, `up = x` gives the same array a "
    "second name. Take `x.copy()`.",
}

CHECK = SLOPES | {
    "absolute-tolerance": "Your check accepts a zero gradient when the true one is "
    "small. Compare relatively.",
    "checks-itself": "Both numbers come from the same function.",
    "always-true": "Your check passes a wrong gradient.",
    "too-strict": "Your check refuses a right gradient. Rounding leaves a relative "
    "difference of about 1e-9, so do not ask for equality.",
    "verdict-brackets": "You added ‖n‖ at the end. Both lengths belong below the line: "
    "‖g − n‖ / (‖g‖ + ‖n‖), with brackets.",
    "root-missing": "Your check passes what is off by a thousandth. For example, the "
    "lengths lack the root of the sum of squares, or your limit is not 1e-6.",
    "entry-by-entry": "You divide entry by entry, and some entries are 0: that is 0/0. "
    "Compare the lengths of whole arrays.",
    "too-lenient": "Your check passes a gradient that is off by one part in a "
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
    "weights-transposed": "In this exercise row j of W leads into output j. So the "
    "error meets W as it stands, without .T.",
    "sums-turned": "Your sums are those of the outputs, but they divided columns. They "
    "belong to the rows: `keepdims=True` keeps them a column.",
    "slope-of-sigmoid": "You used the slope of the sigmoid. These outputs are tanh "
    "units: 1 − a².",
    "mean-again": "You divided by n: 1/n is inside the errors already.",
    "slope-too-late": "You multiplied by the slope after the weights. It belongs to "
    "the outputs: slope first, then back over the weights.",
    "slope-on-weights": "You sent the slope back over the weights. The error times the "
    "slope, place by place, goes back.",
    "sum-of-all": "You divided by the sum of all weights. Each output has a sum of its "
    "own.",
    "equal-shares": "You gave each hidden unit the same share. Split in proportion to "
    "the weights.",
    "slope-of-activation": "`tanh_slope` takes the sums, and you have the activations. "
    "In them the slope is 1 − a².",
    "shares-descend": "With your weights the shares lead downhill: each has the sign "
    "of its weight. What is divided by can turn all of them round.",
    "one-sign": "Your weights all have one sign. Asked are positive and negative ones.",
    "weights-cancel": "Your weights add up to 0: there is nothing to divide by.",
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
                if walk == "by batch size":
                    step = [part / batch_size for part in step]
                if walk == "by all":
                    step = [part / n for part in step]
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


def _steps_miscounted(values: list, calls: list) -> bool:
    """Recognise another number of steps an epoch, where all examples are alike."""

    def ends(call: Any, n_steps: int) -> Array:
        X, Y, weights, biases, lr, _, n_epochs, _ = call.arguments
        return _walk(weights, biases, lr, [(X, Y)] * (n_steps * n_epochs))

    for value, call in zip(values, calls, strict=True):
        X, batch_size = call.arguments[0], call.arguments[5]
        if np.ptp(X, axis=0).any() or len(X) < batch_size:
            continue
        right = -(-len(X) // batch_size)
        for n_steps in range(4 * len(X)):
            if n_steps != right and np.allclose(value[0][0], ends(call, n_steps)):
                return True
    return False


def _overlapping(values: list, calls: list) -> bool:
    """Recognise batches that begin at every row, or at as many as fill one batch."""

    def ends(call: Any, n_starts: int) -> Array:
        X, Y, weights, biases, lr, size, n_epochs, rng = copy.deepcopy(call.arguments)
        batches = []
        for _ in range(n_epochs):
            order = rng.permutation(len(X))
            for i in range(min(n_starts, len(X))):
                batches.append((X[order[i : i + size]], Y[order[i : i + size]]))
        return _walk(weights, biases, lr, batches)

    return any(
        all(
            np.allclose(value[0][0], ends(call, call.arguments[5] if few else 10**6))
            for value, call in zip(values, calls, strict=True)
        )
        for few in (True, False)
    )


def _walk(weights: list, biases: list, lr: float, batches: list) -> Array:
    """Step from batch to batch; give the first weights."""
    net, k = [*weights, *biases], len(weights)
    for X, Y in batches:
        step = _flat(faulty(X, Y, net[:k], net[k:]))
        net = [part - lr * grad for part, grad in zip(net, step, strict=True)]
    return net[0]


def _mispaired(values: list, calls: list) -> bool:
    """Recognise X and Y shuffled one by one, with the draws of the same generator."""

    def losses(call: Any, kept: bool, both: str, turn: Callable) -> list[float]:
        X, Y, weights, biases, lr, batch_size, n_epochs, rng = copy.deepcopy(
            call.arguments
        )
        net, k, said = [*weights, *biases], len(weights), []
        for _ in range(n_epochs):
            said.append(half_squared(forward(X, net[:k], net[k:])[1][-1], Y))
            drawn = {"X": X, "Y": Y}
            for name in both:
                drawn[name] = turn(rng, drawn[name])
            for i in range(0, len(X), batch_size):
                rows = slice(i, i + batch_size)
                step = _flat(
                    faulty(drawn["X"][rows], drawn["Y"][rows], net[:k], net[k:])
                )
                net = [part - lr * grad for part, grad in zip(net, step, strict=True)]
            if kept:
                X, Y = drawn["X"], drawn["Y"]
        return said

    def shuffled(rng: np.random.Generator, array: Array) -> Array:
        array = array.copy()
        rng.shuffle(array)
        return array

    def permuted(rng: np.random.Generator, array: Array) -> Array:
        return rng.permutation(array)

    return any(
        all(
            np.allclose(value[2], losses(call, kept, both, turn))
            for value, call in zip(values, calls, strict=True)
        )
        for both in ("XY", "YX", "X", "Y")
        for kept in (False, True)
        for turn in (permuted, shuffled)
    )


def _one_epoch(*walks: tuple[tuple[str, str], ...]) -> Probe:
    """Recognise, in one epoch of two examples, steps with these rows of X and Y."""

    def gives(value: tuple, call: Any) -> bool:
        X, Y, weights, biases, lr = call.arguments[:5]
        return any(
            np.allclose(
                value[0][0],
                _walk(
                    weights,
                    biases,
                    lr,
                    [(X[[*map(int, i)]], Y[[*map(int, j)]]) for i, j in walk],
                ),
            )
            for walk in walks
        )

    return Probe(
        lambda values, calls: any(
            gives(value, call) for value, call in zip(values, calls, strict=True)
        )
    )


def _orders(value: tuple, call: Any) -> str:
    """Name the order of two examples in two epochs: "0101", or ''."""
    X, Y, weights, biases, lr = call.arguments[:5]
    for order in ("0101", "0110", "1001", "1010"):
        batches = [(X[[int(i)]], Y[[int(i)]]) for i in order]
        if np.allclose(value[0][0], _walk(weights, biases, lr, batches)):
            return order
    return ""


def _ordered(holds: Callable[[list[str]], bool]) -> Probe:
    """Recognise something about the orders of two examples in two epochs."""
    return Probe(
        lambda values, calls: holds(
            [_orders(*pair) for pair in zip(values, calls, strict=True)]
        )
    )


def _trained_as_asked(values: list, calls: list) -> bool:
    """Recognise finite numbers in the shapes of all weights and biases."""
    return all(
        np.shape(part) == np.shape(its) and np.isfinite(part).all()
        for value, call in zip(values, calls, strict=True)
        for kind in (0, 1)
        for part, its in zip(value[kind], call.arguments[2 + kind], strict=True)
    )


def _any_trained(*walks: str) -> Probe:
    """Recognise one slip of a step that comes in several forms."""

    def gives(walk: str, value: tuple, call: Any) -> bool:
        mine = [*value[0], *value[1]]
        its = _flat(_trained(walk=walk)(*copy.deepcopy(call.arguments))[:2])
        return all(np.allclose(a, b) for a, b in zip(mine, its, strict=True))

    return Probe(
        lambda values, calls: any(
            all(gives(walk, *pair) for pair in zip(values, calls, strict=True))
            for walk in walks
        )
    )


def _redrawn(values: list, calls: list) -> bool:
    """Recognise batches drawn by chance, in which an example may come twice."""

    def gives(walk: str, value: tuple, call: Any) -> bool:
        case = (*call.arguments[:-1], copy.deepcopy(call.arguments[-1]))
        return np.allclose(value[2], _trained(walk=walk)(*case)[2])

    return any(
        all(gives(walk, *pair) for pair in zip(values, calls, strict=True))
        for walk in ("drawn", "drawn by batch")
    )


def _differences(f: Callable, x: Array, up: float, down: float, width: float) -> Array:
    slopes = np.zeros(np.shape(x))
    for place in np.ndindex(*np.shape(x)):
        nudge = np.zeros(np.shape(x))
        nudge[place] = 1.0
        slopes[place] = (f(x + up * nudge) - f(x - down * nudge)) / width
    return slopes


def _accumulated(f: Callable, x: Array, h: float) -> Array:
    """Leave every entry moved up by h that has had its turn."""
    slopes, nudge = np.zeros(np.shape(x)), np.zeros(np.shape(x))
    for place in np.ndindex(*np.shape(x)):
        nudge[place] = h
        slopes[place] = (f(x + nudge) - f(x - nudge)) / (2 * h)
    return slopes


def _drifting(f: Callable, x: Array, h: float) -> Array:
    """Move each entry up, then down by 2 h, and leave it there."""
    slopes, x = np.zeros(np.shape(x)), x.copy()
    for place in np.ndindex(*np.shape(x)):
        x[place] += h
        up = f(x)
        x[place] -= 2 * h
        slopes[place] = (up - f(x)) / (2 * h)
    return slopes


def _by_rows(f: Callable, x: Array, h: float) -> Array:
    """Move whole rows, and write each answer over a whole row."""
    slopes = np.zeros(np.shape(x))
    for i in range(len(x)):
        nudge = np.zeros(np.shape(x))
        nudge[i] = h
        slopes[i] = (f(x + nudge) - f(x - nudge)) / (2 * h)
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


def _squares_apart(g: Array, n: Array) -> float:
    return float(((g - n) ** 2).sum() / ((g**2).sum() + (n**2).sum()))


def _zeros_refused(values: list, calls: list) -> bool:
    """Recognise a check that fails where both gradients have zeros."""
    said = list(zip(_kinds(calls), _truths(values), strict=True))
    return (
        any(kind == "straight" for kind, _ in said)
        and not any(truth for kind, truth in said if kind == "straight")
        and all(
            truth == (kind == "right") for kind, truth in said if kind != "straight"
        )
    )


def _truths(values: list) -> list[bool]:
    if any(isinstance(value, str) for value in values):
        raise ValueError("text is no verdict")
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


def _three_weights(holds: Callable[[Array], bool]) -> Probe:
    return Probe(lambda values, _: holds(np.ravel(np.array(values[0], dtype=float))))


def _shared(W: Array) -> Array:
    """Divide each row by its sum."""
    return W / W.sum(axis=1, keepdims=True)


_EQUATIONS = ("BP1", "BP2", "BP3", "BP4")

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
            "biases-as-matrix": Probe(
                lambda values, _: any(
                    np.ndim(b) == 2 for value in values for b in value[1]
                )
            ),
            "one-number": Probe(
                lambda values, _: any(
                    np.ndim(W) == 0 for value in values for W in value[0]
                )
            ),
            "mean-moved": Probe(
                lambda values, _: any(
                    abs(np.mean(W)) > 1 for value in values for W in value[0]
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
            "spread-unscaled": Probe(lambda values, _: np.std(values[0][0][0]) > 0.1),
            "spread-by-inputs": Probe(lambda values, _: np.std(values[0][0][0]) < 0.02),
            "first-layer-for-all": Probe(
                lambda values, _: (
                    abs(np.std(values[0][0][0]) * 20 - 1) < 0.1
                    and abs(np.std(values[0][0][1]) * 20 - 1) < 0.3
                )
            ),
            "spread-other": Probe(
                lambda values, _: (
                    abs(np.std(values[0][0][0]) * 20 - 1) > 0.05
                    or abs(np.std(values[0][0][1]) * 30**0.5 - 1) > 0.25
                )
            ),
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
            "mean-twice": _any_trained("twice", "by batch size", "by all"),
            "labels-not-shuffled": Probe(_mispaired),
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
            "steps-miscounted": Probe(
                lambda values, calls: (
                    _steps_miscounted(values, calls) or _overlapping(values, calls)
                )
            ),
            "unknown-slip": Probe(_trained_as_asked),
        },
        LEARNS,
    ),
    "backprop-train-losses": Task(
        TRAIN,
        {
            "loss-of-a-batch": Probe(
                lambda values, _: all(np.size(value[2]) == 1 for value in values)
            ),
        },
        LEARNS,
    ),
    "backprop-train-once": Task(
        TRAIN,
        {
            "batch-ignored": _one_epoch((("01", "01"), ("01", "01"))),
            "labels-not-shuffled": _one_epoch(
                (("0", "1"), ("1", "0")), (("1", "0"), ("0", "1"))
            ),
            "with-replacement": _one_epoch(
                (("0", "0"), ("0", "0")), (("1", "1"), ("1", "1"))
            ),
            "order-unclear": Probe(lambda values, calls: True),
        },
        "lesson 04, section “Batches”",
    ),
    "backprop-train-order": Task(
        TRAIN,
        {
            "not-shuffled": _ordered(lambda orders: set(orders) == {"0101"}),
            "generator-ignored": _ordered(
                # the first nine were tried with one and the same seed
                lambda orders: len(set(orders[:9])) > 1 or len(set(orders)) == 1
            ),
            "shuffled-once": _ordered(lambda orders: set(orders) <= {"0101", "1010"}),
            "with-replacement": _ordered(lambda orders: "" in orders),
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
            "brackets-missing": lambda f, x, h: _differences(f, x, h, h, 2.0) * h,
            "no-copy": any_of(
                lambda f, x, h: np.zeros(np.shape(x)),
                lambda f, x, h: _differences(f, x, h, 0, 2 * h),
                lambda f, x, h: _differences(f, x, 0, h, 2 * h),
            ),
            "nudge-not-reset": any_of(_accumulated, _drifting),
            "rows-moved": Probe(
                lambda values, calls: (
                    any_of(_by_rows).holds(values, calls)
                    or any(
                        np.ndim(call.arguments[1]) > 1
                        and np.shape(value) == np.shape(call.arguments[1])[:1]
                        for value, call in zip(values, calls, strict=True)
                    )
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
            "verdict-brackets": _verdict(
                lambda g, n: (
                    np.linalg.norm(g - n) / np.linalg.norm(g) + np.linalg.norm(n) < 1e-6
                )
            ),
            "root-missing": _verdict(lambda g, n: _squares_apart(g, n) < 1e-6),
            "entry-by-entry": Probe(_zeros_refused),
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
            "share-wrong-sum": lambda errors, W: errors @ (W / W.sum(axis=0)),
            "sums-turned": any_of(
                lambda e, W: e @ (W / W.sum(axis=1)),
                lambda e, W: e / W.sum(axis=1, keepdims=True) @ W,
            ),
            "shares-of-absolute": any_of(
                lambda e, W: e @ (np.abs(W) / np.abs(W).sum(axis=1, keepdims=True)),
                lambda e, W: e @ (W / np.abs(W).sum(axis=1, keepdims=True)),
                lambda e, W: e @ np.abs(W / W.sum(axis=1, keepdims=True)),
            ),
            "one-output-only": any_of(
                lambda e, W: e[:, :1] @ _shared(W)[:1],
                lambda e, W: e[:, -1:] @ _shared(W)[-1:],
            ),
            "shares-missing": lambda errors, W: errors @ W,
            "sum-of-all": lambda errors, W: errors @ (W / W.sum()),
            "weights-transposed": any_of(
                lambda e, W: e @ _shared(W).T,
                lambda e, W: e @ (W / W.sum(axis=0)).T,
                lambda e, W: e @ (W / W.sum(axis=1)).T,
            ),
            "equal-shares": lambda errors, W: np.repeat(
                errors.sum(axis=1, keepdims=True) / W.shape[1], W.shape[1], axis=1
            ),
        },
        PICTURE,
    ),
    "backprop-shares-gradient": Task(
        SHARES,
        {
            "shares-are-gradient": any_of(
                lambda e, W, A: e @ _shared(W),
                lambda e, W, A: e * (1 - A**2) @ _shared(W),
                lambda e, W, A: e @ (W / W.sum(axis=0)).T,
                lambda e, W, A: e * (1 - A**2) @ (W / W.sum(axis=0)).T,
            ),
            "output-slope-forgotten": lambda errors, W, A: errors @ W,
            "slope-of-activation": any_of(
                lambda e, W, A: e * tanh_slope(A) @ W,
                lambda e, W, A: e * tanh_slope(A) @ W.T,
            ),
            "slope-of-sigmoid": any_of(
                lambda e, W, A: e * A * (1 - A) @ W,
                lambda e, W, A: e * sigmoid_slope(A) @ W,
                lambda e, W, A: e * sigmoid_slope(A) @ W.T,
                lambda e, W, A: e * A * (1 - A) @ W.T,
            ),
            "weights-transposed": any_of(
                lambda e, W, A: e * (1 - A**2) @ W.T,
                lambda e, W, A: e @ W.T,
                lambda e, W, A: e @ W.T * (1 - A**2),
            ),
            "mean-again": lambda e, W, A: e * (1 - A**2) @ W / len(A),
            "slope-too-late": lambda e, W, A: e @ W * (1 - A**2),
            "slope-on-weights": lambda e, W, A: e * ((1 - A**2) @ W),
        },
        PICTURE,
    ),
    "backprop-shares-down": Task(
        SHARES,
        {
            "weights-cancel": _three_weights(lambda w: abs(w.sum()) < 1e-9),
            "one-sign": _three_weights(lambda w: (w > 0).all() or (w < 0).all()),
            "shares-descend": _three_weights(lambda w: w.sum() > 0),
        },
        PICTURE,
    ),
    "backprop-suspect": Task(
        BROKEN,
        {
            "right-for-wrong": Probe(_turned_round),
            "suspects-swapped": _named(("BP3", "BP4"), ("BP4", "BP3")),
            "deltas-swapped": _named(("BP1", "BP2"), ("BP2", "BP1")),
            "first-wrong-only": Probe(
                lambda values, _: (
                    {str(value).upper() for value in values} < {*_EQUATIONS}
                )
            ),
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
