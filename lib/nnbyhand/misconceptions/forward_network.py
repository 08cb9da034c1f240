"""Known slips with whole networks: forward, counting, merging, graphs and stairs."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from nnbyhand import data
from nnbyhand.activations import linear, relu, sigmoid, tanh
from nnbyhand.forward import forward, parameter_shapes, staircase
from nnbyhand.misconceptions.forward import LAYER, LESSON
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array

NETWORK = {
    "first-transposed": "{got} is what you get when the first weight matrix is "
    "transposed.",
    "second-transposed": "{got} is what you get when the second weight matrix is "
    "transposed.",
    "all-transposed": "{got} is what you get when every weight matrix is transposed.",
    "hidden-activation-forgotten": "Your hidden layer passes its sums on. Apply the "
    "activation first.",
    "output-activation-forgotten": "The last activation is missing: your outputs leave "
    "the interval (0, 1).",
    "activation-twice": "You applied the activation twice.",
    "wrong-activation": "Your numbers match tanh instead of the sigmoid.",
    "wrong-activation-relu": "Your numbers match ReLU instead of the sigmoid.",
    "layers-swapped": "You used the output weights first.",
    "first-example-only": "Every row of your answer is the first example's.",
    "rounded-too-early": "You rounded between the layers. Keep at least three "
    "decimals.",
    "bias-forgotten": LAYER["bias-forgotten"],
    "one-layer-only": "Every layer of yours reads X. From the second on, a layer reads "
    "the activations before it.",
    "lists-swapped": "You returned the activations first. The sums come first, then "
    "the activations.",
    "input-included": "Your list of activations begins with X. Give one array for each "
    "layer.",
    "last-only": "You returned the last layer only. Keep the sums and activations of "
    "every layer in two lists.",
    "activations-only": "You returned one list, the activations. Two are asked: the "
    "list of sums, then the list of activations.",
    "sums-only": "You returned one list, the sums. Two are asked: the list of sums, "
    "then the list of activations.",
    "pairs-by-layer": "You went layer by layer, so sums and activations alternate. "
    "Return all sums in one list, then all activations in another.",
    "one-list": "Your numbers are right, their arrangement is not. Return two lists: "
    "all sums, then all activations.",
    "hidden-for-output": "These are the hidden activations. Send them through the "
    "second layer.",
}

# on paper the matrices are read, with nothing to transpose
HAND = NETWORK | {
    "first-transposed": "You read the first matrix down its columns. The weights into "
    "one hidden unit stand side by side in a row.",
    "second-transposed": "You read the second matrix down its columns. The weights "
    "into one output unit stand side by side in a row.",
    "all-transposed": "You read both matrices down their columns. The weights into "
    "one unit stand side by side in a row.",
    "output-activation-forgotten": "These are the sums of the output units. The "
    "sigmoid is still missing.",
    "hidden-activation-forgotten": "The sigmoid of the hidden units is missing: you "
    "went on with their sums.",
    "activation-twice": "You applied the sigmoid twice to every sum.",
    "layers-swapped": "You took the second matrix for the hidden units. The first one "
    "leads into them.",
    "rounded-too-early": "You kept fewer than three decimals, here or on the way. Give "
    "three or more.",
    "bias-forgotten": "You left out the biases. Each unit adds its own to its sum.",
    "bias-subtracted": "You subtracted the biases. A bias is added, with its sign.",
    "bias-after-activation": "You added the biases after the sigmoid. They belong to "
    "the sums.",
    "biases-swapped": "You exchanged the biases of the two layers.",
    "signs-ignored": "You counted with 1 instead of −1 for the second input.",
    "lesson-numbers": "These are the numbers of the lesson. Here the input is another, "
    "and every unit has a bias.",
    "lesson-input": "You used the input of the lesson. Here it is (0.5, −1, 2).",
}

COUNTING = {
    "biases-forgotten": "You counted the weights. Every unit also has a bias.",
    "bias-per-weight": "A unit has one bias, however many inputs it has.",
    "input-biased": "Inputs have no bias.",
    "sizes-multiplied": "You multiplied all sizes. Count one layer at a time and add.",
    "neurons-counted": "You counted units. Count the connections between them.",
    "bias-per-layer": "You counted one bias for each layer. Every unit has one.",
    "textbook-shapes": "Your W has a row for each unit. Here it has a column for each: "
    "(inputs, units).",
    "bias-with-two-axes": "Your b has two axes. It is (units,): one number for each "
    "unit.",
    "biases-last": "You listed all W before all b. Go layer by layer: W, then b.",
}

LINEAR = {
    "biases-dropped": "The merged layer lost its bias: b1 still passes through W2.",
    "product-reversed": "The order of the product follows the order of the layers: W1 "
    "first.",
    "biases-added": "b1 goes through the second layer before b2 is added.",
    "product-elementwise": "You multiplied element by element. Layers merge by `@`.",
    "bias-through-first": "You sent b1 through W1. It has passed W1 already; W2 comes "
    "next.",
    "weights-added": "You added the matrices. Layers in a row multiply.",
}

GRAPH = {
    "sum-for-product": "The last node multiplies.",
    "constant-is-b": "The second sum adds the constant 2, not b.",
    "node-recomputed": "You used d for both factors.",
    "values-frozen": "Your graph kept old values. Evaluate again with the new inputs.",
    "nodes-reordered": "You returned the nodes in another order. Asked are d, e, a.",
    "last-node-only": "You returned a alone. Asked are all three nodes: d, e, a.",
}

STAIRS = {
    "step-heights": "Your stairs climb too high: each step adds the difference to the "
    "one before.",
    "step-places": "Your steps sit at the middle of the stairs. Put them at the edges.",
    "left-heights": "You took f at the left edge of each stair. Take its middle.",
    "right-heights": "You took f at the right edge of each stair. Take its middle.",
    "start-forgotten": "Your first stair starts from 0. Its height is the bias of the "
    "output.",
    "edges-positive": "Your steps come too early: a step at the edge e has the bias "
    "−e.",
    "climb-reversed": "Your stairs go down where f goes up: take the new height minus "
    "the old one.",
    "output-bias-per-unit": "You gave the output a bias for every hidden unit. It has "
    "one.",
}

Lists = tuple[list[Array], list[Array]]


def _flat(value: Any) -> Array:
    """Lay all numbers of a nested answer in one row."""
    if isinstance(value, (list, tuple)):
        return np.concatenate([_flat(part) for part in value] or [np.zeros(0)])
    return np.ravel(np.asarray(value, dtype=float))


def _either(*forms: Callable[..., Any]) -> Probe:
    """Recognise one misconception in several forms of nested numbers."""

    def gives(form: Callable[..., Any], values: list, calls: list) -> bool:
        pairs = [
            (_flat(value), _flat(form(*call.arguments)))
            for value, call in zip(values, calls, strict=True)
        ]
        return all(a.shape == b.shape and np.allclose(a, b) for a, b in pairs)

    return Probe(
        lambda values, calls: any(gives(form, values, calls) for form in forms)
    )


# whole networks


def _walk(
    X: Array,
    weights: list[Array],
    biases: list[Array],
    hidden: Callable[[Array], Array] = sigmoid,
    output: Callable[[Array], Array] = sigmoid,
) -> Lists:
    """Go forward with an activation for the hidden layers and one for the output."""
    A, Zs, As = np.asarray(X, dtype=float), [], []
    for i, (W, b) in enumerate(zip(weights, biases, strict=True)):
        Zs.append(A @ W + b)
        A = (output if i == len(weights) - 1 else hidden)(Zs[-1])
        As.append(A)
    return tuple(Zs), tuple(As)


def _turned(which: int) -> Callable[..., Lists]:
    def wrong(X: Array, weights: list[Array], biases: list[Array]) -> Lists:
        turned = [W.T if i == which else W for i, W in enumerate(weights)]
        return _walk(X, turned, biases)

    return wrong


def _with(hidden: Callable, output: Callable) -> Callable[..., Lists]:
    return lambda X, weights, biases: _walk(X, weights, biases, hidden, output)


def _all_turned(X: Array, weights: list[Array], biases: list[Array]) -> Lists:
    return _walk(X, [W.T for W in weights], biases)


def _twice(Z: Array) -> Array:
    return sigmoid(sigmoid(Z))


def _rounded(digits: int) -> Callable[[Array], Array]:
    return lambda Z: np.round(sigmoid(Z), digits)


def _first_only(X: Array, weights: list[Array], biases: list[Array]) -> Lists:
    return _walk(np.repeat(X[:1], len(X), axis=0), weights, biases)


def _from_inputs(X: Array, weights: list[Array], biases: list[Array]) -> Lists:
    Zs = tuple(X @ W + b for W, b in zip(weights, biases, strict=True))
    return Zs, tuple(sigmoid(Z) for Z in Zs)


def _input_included(values: list, calls: list) -> bool:
    return all(
        len(value[1]) == len(call.arguments[1]) + 1
        and np.array_equal(value[1][0], call.arguments[0])
        for value, call in zip(values, calls, strict=True)
    )


def _last_only(X: Array, weights: list[Array], biases: list[Array]) -> Array:
    Zs, As = forward(X, weights, biases)
    return Zs[-1], As[-1]


def _by_layer(X: Array, weights: list[Array], biases: list[Array]) -> list:
    return list(zip(*forward(X, weights, biases), strict=True))


def _outputs_only(X: Array, weights: list[Array], biases: list[Array]) -> Array:
    return forward(X, weights, biases)[1][-1]


# a 3-3-3 network on paper: the slide's matrices, another input, and biases

NO_BIASES = [np.zeros(3), np.zeros(3)]
BIASES = [np.array([0.25, -0.5, -1.0]), np.array([-1.5, 0.5, -0.75])]
PAPER = (np.array([[0.5, -1.0, 2.0]]), [data.SLIDE_W1, data.SLIDE_W2], BIASES)


def _on_paper(layer: int, form: Callable[..., Lists]) -> Callable[[], Array]:
    """Give what a wrong form makes of the network on paper, in a layer."""
    return lambda: form(*PAPER)[1][layer][0]


def _few_decimals(values: list, _calls: list) -> bool:
    value = np.asarray(values[0], dtype=float)
    return value.size == 3 and np.allclose(value, np.round(value, 2))


def _bias_outside(X: Array, weights: list[Array], biases: list[Array]) -> Lists:
    A, As = X, []
    for W, b in zip(weights, biases, strict=True):
        A = sigmoid(A @ W) + b
        As.append(A)
    return (), tuple(As)


def _paper_forms(layer: int) -> dict[str, Callable[[], Array]]:
    forms = {
        "hidden-activation-forgotten": _with(linear, sigmoid),
        "first-transposed": _turned(0),
        "activation-twice": _with(_twice, _twice),
        "wrong-activation": _with(tanh, tanh),
        "wrong-activation-relu": _with(relu, relu),
        "layers-swapped": lambda X, weights, biases: _walk(X, weights[::-1], biases),
        "bias-forgotten": lambda X, weights, _: _walk(X, weights, NO_BIASES),
        "bias-subtracted": lambda X, weights, biases: _walk(
            X, weights, [-b for b in biases]
        ),
        "bias-after-activation": _bias_outside,
        "biases-swapped": lambda X, weights, biases: _walk(X, weights, biases[::-1]),
        "signs-ignored": lambda X, weights, biases: _walk(np.abs(X), weights, biases),
        "lesson-input": lambda X, weights, biases: _walk(data.SLIDE_X, weights, biases),
        "lesson-numbers": lambda X, weights, _: _walk(data.SLIDE_X, weights, NO_BIASES),
    }
    if layer == 1:
        forms["second-transposed"] = _turned(1)
        forms["all-transposed"] = _all_turned
        forms["output-activation-forgotten"] = _with(sigmoid, linear)
    return {code: _on_paper(layer, form) for code, form in forms.items()}


# counting


def _pairs(sizes: list[int]) -> list[tuple[int, int]]:
    return list(pairwise(sizes))


def _weights(sizes: list[int]) -> int:
    return sum(a * b for a, b in _pairs(sizes))


# stairs


def _stairs(f: Callable, n: int, at: float = 0.5, place: float = 0.0) -> tuple:
    """Build stairs with heights taken elsewhere or steps put elsewhere."""
    heights = np.asarray(f((np.arange(n) + at) / n), dtype=float)
    edges = (np.arange(1, n) + place) / n
    return np.ones((1, n - 1)), -edges, np.diff(heights), heights[0]


def _changed(change: Callable[..., tuple]) -> Callable[..., tuple]:
    return lambda f, n: change(*staircase(f, n))


def _too_high(f: Callable, n: int) -> tuple:
    W1, b1, W2, b2 = staircase(f, n)
    return W1, b1, b2 + np.cumsum(W2), b2


def _bias_per_unit(values: list, _calls: list) -> bool:
    return not isinstance(values[0], str) and np.size(values[0][3]) > 1


LAYERS = LESSON + "“Layer after layer”"

TASKS = {
    "forward-hand-value": Task(
        HAND,
        {**_paper_forms(0), "rounded-too-early": Probe(_few_decimals)},
        LAYERS,
    ),
    "forward-hand-hidden": Task(
        HAND,
        {
            **_paper_forms(1),
            "hidden-for-output": lambda: forward(*PAPER)[1][0][0],
            "rounded-too-early": Probe(_few_decimals),
        },
        LAYERS,
    ),
    "forward-network": Task(
        NETWORK,
        {
            "last-only": _either(_last_only, _outputs_only),
            "input-included": Probe(_input_included),
            "activations-only": _either(lambda *case: forward(*case)[1]),
            "sums-only": _either(lambda *case: forward(*case)[0]),
            "pairs-by-layer": _either(_by_layer),
            "one-list": _either(forward),
            "lists-swapped": _either(lambda *case: forward(*case)[::-1]),
            "first-transposed": _turned(0),
            "second-transposed": _turned(1),
            "all-transposed": _all_turned,
            "hidden-activation-forgotten": _with(linear, sigmoid),
            "output-activation-forgotten": _with(sigmoid, linear),
            "activation-twice": _with(_twice, _twice),
            "wrong-activation": _with(tanh, tanh),
            "wrong-activation-relu": _with(relu, relu),
            "layers-swapped": lambda X, weights, biases: _walk(
                X, weights[::-1], biases[::-1]
            ),
            "first-example-only": _first_only,
            "rounded-too-early": _either(
                *(_with(_rounded(digits), sigmoid) for digits in (1, 2)),
                *(_with(_rounded(digits), _rounded(digits)) for digits in (1, 2)),
            ),
            "bias-forgotten": lambda X, weights, biases: _walk(
                X, weights, [0.0] * len(weights)
            ),
            "one-layer-only": _from_inputs,
        },
        LAYERS,
    ),
    "forward-counting": Task(
        COUNTING,
        {
            "biases-forgotten": _weights,
            "bias-per-weight": lambda sizes: 2 * _weights(sizes),
            "input-biased": lambda sizes: _weights(sizes) + sum(sizes),
            "sizes-multiplied": lambda sizes: int(np.prod(sizes)),
            "neurons-counted": sum,
            "bias-per-layer": lambda sizes: _weights(sizes) + len(sizes) - 1,
        },
        LESSON + "“Counting”",
    ),
    "forward-shapes": Task(
        COUNTING,
        {
            "biases-forgotten": lambda sizes: tuple(_pairs(sizes)),
            "textbook-shapes": lambda sizes: tuple(
                shape[::-1] for shape in parameter_shapes(sizes)
            ),
            "bias-with-two-axes": _either(
                lambda sizes: [s for a, b in _pairs(sizes) for s in ((a, b), (b, 1))],
                lambda sizes: [s for a, b in _pairs(sizes) for s in ((a, b), (1, b))],
            ),
            "biases-last": lambda sizes: (
                *_pairs(sizes),
                *((size,) for size in sizes[1:]),
            ),
            "input-biased": lambda sizes: (
                (sizes[0],),
                *(tuple(shape) for shape in parameter_shapes(sizes)),
            ),
        },
        LESSON + "“Counting”",
    ),
    "forward-merge": Task(
        LINEAR,
        {
            "biases-dropped": _either(
                lambda W1, b1, W2, b2: (W1 @ W2, b2),
                lambda W1, b1, W2, b2: (W1 @ W2, 0 * b2),
                lambda W1, b1, W2, b2: W1 @ W2,
            ),
            "product-reversed": lambda W1, b1, W2, b2: (W2 @ W1, b1 @ W2 + b2),
            "biases-added": lambda W1, b1, W2, b2: (W1 @ W2, b1 + b2),
            "product-elementwise": lambda W1, b1, W2, b2: (W1 * W2, b1 @ W2 + b2),
            "bias-through-first": lambda W1, b1, W2, b2: (W1 @ W2, b1 @ W1 + b2),
            "weights-added": lambda W1, b1, W2, b2: (W1 + W2, b1 + b2),
        },
        LESSON + "“Why not leave the activation out?”",
    ),
    "forward-graph": Task(
        GRAPH,
        {
            "sum-for-product": lambda b, c: (b + c, c + 2, b + c + c + 2),
            "constant-is-b": lambda b, c: (b + c, c + b, (b + c) * (c + b)),
            "node-recomputed": lambda b, c: (b + c, c + 2, (b + c) ** 2),
            "last-node-only": lambda b, c: (b + c) * (c + 2),
            "nodes-reordered": _either(
                lambda b, c: ((b + c) * (c + 2), b + c, c + 2),
                lambda b, c: ((b + c) * (c + 2), c + 2, b + c),
                lambda b, c: (c + 2, b + c, (b + c) * (c + 2)),
            ),
            "values-frozen": Probe(
                lambda values, _: all(tuple(v) == tuple(values[0]) for v in values)
            ),
        },
        LESSON + "“A calculation as a graph”",
    ),
    "forward-stairs": Task(
        STAIRS,
        {
            "output-bias-per-unit": Probe(_bias_per_unit),
            "step-heights": _too_high,
            "step-places": lambda f, n: _stairs(f, n, place=0.5),
            "left-heights": lambda f, n: _stairs(f, n, at=0.0),
            "right-heights": lambda f, n: _stairs(f, n, at=1.0),
            "start-forgotten": _changed(lambda W1, b1, W2, b2: (W1, b1, W2, 0.0)),
            "edges-positive": _changed(lambda W1, b1, W2, b2: (W1, -b1, W2, b2)),
            "climb-reversed": _changed(lambda W1, b1, W2, b2: (W1, b1, -W2, b2)),
        },
        LESSON + "“Any curve from stairs”",
    ),
}
