"""Known slips with nodes: local slopes, their order, the way back, and training."""

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from nnbyhand import autodiff
from nnbyhand.misconceptions.autodiff import LESSON
from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.nodes import Node, order
from nnbyhand.symbolic import evaluate

GRAPH = LESSON + "“The graph, backwards”"
ENGINE = LESSON + "“An engine”"

LOCAL = {
    "factors-swapped": "The slope of a product by one factor is the *other* factor.",
    "slopes-one": "Your slopes are 1, as for a sum. This operation has others.",
    "slopes-exchanged": "Your slopes stand in the wrong order. They follow the order "
    "of the parents.",
    "minus-forgotten": "What is subtracted has a negative slope: if it grows, the "
    "result falls.",
    "quotient-sign": "If v grows, u/v moves the other way: the second slope is −u/v².",
    "quotient-unsquared": "The slope of u/v by v has v² below the line.",
    "power-kept": "In the slope of a power the exponent goes down by one.",
    "exponent-forgotten": "In the slope of a power the exponent comes to the front as "
    "a factor.",
    "value-for-slope": "You gave the value where the slope is asked.",
    "slope-of-value": "The slope of tanh is 1 − t² with t = tanh(u), not with u "
    "itself.",
    "square-forgotten": "The slope of tanh is 1 − t²: the square is missing.",
    "sigmoid-for-tanh": "t(1 − t) is the slope of the sigmoid. For tanh it is 1 − t².",
    "parents-left-out": "Nothing reaches the parents. Pass them on, with one slope "
    "each.",
}

METHODS = {
    "power-brackets": "`n * x**n - 1` takes 1 away at the end. The 1 belongs to the "
    "exponent: `x**(n - 1)`.",
    "exponential-slope": "The slope of e^u is e^u itself.",
    "exponential-as-power": "e^u is no power of u: it is its own slope.",
    "reflected-turned": "In a reflected operation `other` stands on the left: 2 − x is "
    "not x − 2, and 2/x is not x/2.",
    "opposite-unchanged": "−x came out as x. If you made it of another operator, mend "
    "that one first.",
    "sides-turned": "You subtracted the other way round.",
    "plain-numbers": "Plain numbers arrived in f, for example because you nudge them. "
    "Make a Value of each, run f once and walk back.",
    "foreign-numbers": "Numbers of the library arrived in f. The engine is yours: make "
    "Values of your own class.",
    "several-runs": "You ran f more than once. One run on Values, and one walk back, "
    "give all gradients.",
}

ORDER = {
    "node-twice": "A shared node was processed twice. Visit each once.",
    "set-returned": "A set has no order. Collect the nodes in a list; the set only "
    "tells which you have seen.",
    "generator-returned": "You gave a generator: it hands its nodes out once. Make a "
    "list of it.",
    "equal-merged": "Two nodes with equal values or names are still two. Ask whether "
    "the node itself is there already.",
    "order-turned": "Your list runs from the result to the inputs. Parents come first.",
    "order-depth-first": "A node stands before one of its parents. Append it only "
    "when all its parents are on the list.",
    "output-left-out": "The result itself is missing. It comes last.",
    "inputs-left-out": "The inputs are missing: they are nodes without parents.",
    "parents-only": "Nodes are missing. Go on from each parent to its own parents, "
    "until there are none.",
}

BACK = {
    "gradient-overwritten": "y is used twice: add its gradients, do not overwrite "
    "them.",
    "seed-forgotten": "Everything is 0: start the output with the gradient "
    "`upstream`, after all gradients are cleared.",
    "seed-ignored": "Your last node always starts with 1. Start it with the gradient "
    "that is given.",
    "upstream-ignored": "You used the local slope alone. Multiply by what arrives from "
    "above.",
    "order-depth-first": "A node passed its gradient on before it was complete. Sort "
    "the graph first.",
    "node-twice": "A shared node was processed twice. Visit each once.",
    "gradients-kept": "Your second run added to the first. Clear the gradients.",
    "walked-forward": "Only the last node handed its gradient on. For example, "
    "`return` stands inside the loop, or you walked from the first node to the last.",
    "inputs-only": "You returned the inputs alone. Every node has its gradient, in the "
    "order of the list.",
    "gradients-reversed": "Your gradients stand in reversed order.",
    "nodes-returned": "You returned the nodes themselves. Return the gradient of each.",
    "values-returned": "You returned the values. The gradients are asked.",
    "seed-lost": "The last node has lost its own gradient.",
    "slope-added": "You added slope and gradient. They are multiplied.",
}

OVERWRITTEN = "A weight is used in four rows: add its gradients, do not overwrite them."

TRAINING = {
    "bias-forgotten": "A bias is missing: w2, w5 and w8 are added without an input.",
    "activation-forgotten": "These are the sums. The tanh of each hidden unit is still "
    "missing.",
    "output-squeezed": "You put the output through tanh as well. It is linear here.",
    "weights-interleaved": "You took every second number for the first unit. It has w0 "
    "to w2, the second w3 to w5.",
    "one-unit": "Your answer uses one hidden unit only.",
    "gradient-climbed": "You added the gradient: the cost grows. Step against it.",
    "not-averaged": "You summed the squared errors. Divide by the number of rows.",
    "last-row-only": "Your cost sees the last row only. Add up all of them.",
    "first-row-only": "Your cost sees the first row only. Add up all of them.",
    "one-step-only": "You took one step. Repeat it n_steps times.",
    "gradient-once": "You computed the gradient once. After each step it is another.",
    "error-halved": "You halved the squared error. The mean of the squares is asked.",
    "rate-ignored": "Your step does not depend on the learning rate.",
    "error-not-squared": "You did not square the errors.",
    "own-tanh": "You used a tanh of your own. Call the one you are given: it may take "
    "other numbers than math.tanh does.",
    "own-network": "Your cost calls a network of its own. Call the `answer` that is "
    "given to train.",
    "row-by-row": "You took a step after each row. The cost is the mean over all rows, "
    "and it gives one step.",
    "one-at-a-time": "You changed one weight and asked for the slopes again. All nine "
    "slopes of a step come from the same place.",
}


def _node(value: Callable, *slopes: Callable) -> Callable[..., Node]:
    """A form of an operation on nodes, with its value and its slopes."""

    def work(*inputs: Any) -> Node:
        parents = [part for part in inputs if isinstance(part, Node)]
        numbers = [getattr(part, "value", part) for part in inputs]
        made = [slope(*numbers) for slope in slopes]
        return Node(value(*numbers), parents[: len(made)], made)

    return work


def _divided(u: float, v: float) -> float:
    return u / v


def _no_parents(values: list, _calls: list) -> bool:
    return all(not node.parents for node in values)


def _of_type(*kinds: type) -> Probe:
    """Recognise answers of another kind than a list."""
    return Probe(lambda values, _: all(isinstance(value, kinds) for value in values))


def _order_probe(fault: str) -> Probe:
    """Recognise what is wrong with lists of nodes."""

    def holds(values: list, calls: list) -> bool:
        return all(isinstance(value, (list, tuple)) for value in values) and any(
            _order_fault(list(value), call.arguments[0]) == fault
            for value, call in zip(values, calls, strict=True)
        )

    return Probe(holds)


def _order_fault(nodes: list[Node], output: Node) -> str:
    """Say what is wrong with a list, for copies of the nodes that led to output."""
    if len(set(nodes)) < len(nodes):
        return "node-twice"
    if len(nodes) < len(order(output)):
        return _missing_fault(nodes, output)
    at = {id(node): i for i, node in enumerate(nodes)}
    arrows = [(at[id(p)], at[id(n)]) for n in nodes for p in n.parents]
    if all(parent > node for parent, node in arrows):
        return "order-turned"
    if any(parent > node for parent, node in arrows):
        return "order-depth-first"
    return ""


def _missing_fault(nodes: list[Node], output: Node) -> str:
    """Say which nodes are missing: what is listed leads to them, or to all but one."""
    reached = {each for node in nodes for each in order(node)}
    lost = reached - set(nodes)
    unseen = len(order(output)) - len(reached)
    if unseen == 1 and not lost:
        return "output-left-out"
    inputs = {node for node in reached if not node.parents}
    if not unseen and lost == inputs:
        return "inputs-left-out"
    values, names = ({getattr(n, part) for n in nodes} for part in ("value", "name"))
    if not unseen and (
        all(node.value in values for node in lost)
        or all(node.name in names for node in lost)
    ):
        return "equal-merged"
    return "parents-only"


def _walk(
    nodes: Sequence[Any],
    upstream: float,
    *,
    clear: bool = True,
    seed: Callable[[float], float] = lambda upstream: upstream,
    add: Callable[[float, float, float], float] = lambda old, s, g: old + s * g,
    backwards: bool = True,
) -> list[float]:
    """Walk back with something changed."""
    grads = {id(node): 0.0 if clear else node.grad for node in nodes}
    last = id(nodes[-1])
    grads[last] = seed(upstream) if clear else grads[last] + seed(upstream)
    for node in reversed(nodes) if backwards else nodes:
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            grads[id(parent)] = add(grads[id(parent)], slope, grads[id(node)])
    return [grads[id(node)] for node in nodes]


def _back(**changes: Any) -> Callable[..., list[float]]:
    return lambda nodes, upstream: _walk(nodes, upstream, **changes)


def _kept(values: list, calls: list) -> bool:
    """Recognise gradients that were not cleared, with the seed added or set."""
    dirty = [call for call in calls if any(n.grad for n in call.arguments[0])]
    if not dirty:
        return False
    for value, call in zip(values, calls, strict=True):
        nodes, upstream = call.arguments
        added = _walk(nodes, upstream, clear=False)
        last = nodes[-1].grad
        set_ = _walk(nodes, upstream, clear=False, seed=lambda u, last=last: u - last)
        if not (np.allclose(value, added) or np.allclose(value, set_)):
            return False
    return True


def _nodes_returned(values: list, _calls: list) -> bool:
    return all(hasattr(part, "grad") for value in values for part in value)


def _inputs_only(values: list, calls: list) -> bool:
    return all(
        np.shape(value) == (sum(not n.parents for n in call.arguments[0]),)
        for value, call in zip(values, calls, strict=True)
    )


class _Number:
    """A number of an engine with changed slopes."""

    def __init__(self, value: float, parents: tuple = (), slopes: tuple = ()) -> None:
        self.value, self.parents, self.slopes = value, parents, slopes


def _engine(
    *,
    rules: dict[str, Callable] | None = None,
    listed: Callable[[Any], list] | None = None,
    **changes: Any,
) -> Callable[..., list[float]]:
    """An engine with something changed; it reads the expression that f works out."""

    def work(f: Any, at: list, upstream: float = 1.0) -> list[float]:
        inputs = [_Number(x) for x in at]
        named = dict(zip(f.names, inputs, strict=True))
        output = _number(f.expression, named, rules or {}, {})
        nodes = order(output) if listed is None else listed(output)
        if listed is not None:
            grads = _visit(nodes, upstream)
        else:
            kept = _walk(nodes, upstream, **changes)
            grads = {id(n): g for n, g in zip(nodes, kept, strict=True)}
        return [grads.get(id(x), 0.0) for x in inputs]

    return work


def _visit(nodes: list, upstream: float) -> dict[int, float]:
    """Walk a list that may name nodes twice or too early."""
    grads = {id(node): 0.0 for node in nodes}
    grads[id(nodes[-1])] = upstream
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            grads[id(parent)] += slope * grads[id(node)]
    return grads


def _with_repeats(output: Any) -> list:
    found = [part for parent in output.parents for part in _with_repeats(parent)]
    return [*found, output]


def _first_come(output: Any) -> list:
    """List nodes as they are met from the output on, and turn the list round."""
    found: list = []

    def visit(node: Any) -> None:
        if not any(node is other for other in found):
            found.append(node)
            for parent in node.parents:
                visit(parent)

    visit(output)
    return found[::-1]


def _pushed(f: Any, at: list, upstream: float = 1.0) -> list[float]:
    """Hand everything on at every visit, without a sorted list."""
    inputs = [_Number(x) for x in at]
    named = dict(zip(f.names, inputs, strict=True))
    output = _number(f.expression, named, {}, {})
    grads: dict[int, float] = {id(output): upstream}

    def visit(node: Any) -> None:
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            grads[id(parent)] = grads.get(id(parent), 0.0) + slope * grads[id(node)]
            visit(parent)

    visit(output)
    return [grads.get(id(x), 0.0) for x in inputs]


def _level_by_level(output: Any) -> list:
    """List nodes by their distance from the output, and turn the list round."""
    found, level = [], [output]
    while level:
        found += [node for node in dict.fromkeys(level) if node not in found]
        level = [parent for node in level for parent in node.parents]
    return found[::-1]


def _number(expression: Any, values: dict, rules: dict, known: dict) -> Any:
    """Work an expression out with changed rules; what stands twice is one number."""
    if isinstance(expression, str):
        return values[expression]
    if not isinstance(expression, tuple):
        return _Number(float(expression))
    if expression not in known:
        kind, *parts = expression
        inside = parts[:1] if kind == "**" else parts
        made = [_number(part, values, rules, known) for part in inside]
        u, v = (*(node.value for node in made), parts[-1])[:2]
        named = (kind, "u", v if kind == "**" else "v")[: 1 + len(parts)]
        slopes = rules.get(kind, _LOCAL[kind])(u, v)[: len(made)]
        value = evaluate(named, {"u": u, "v": v})
        known[expression] = _Number(value, tuple(made), tuple(slopes))
    return known[expression]


_LOCAL: dict[str, Callable] = {
    "+": lambda u, v: (1.0, 1.0),
    "-": lambda u, v: (1.0, -1.0),
    "*": lambda u, v: (v, u),
    "/": lambda u, v: (1 / v, -u / v**2),
    "**": lambda u, n: (n * u ** (n - 1),),
    "exp": lambda u, _: (math.exp(u),),
    "tanh": lambda u, _: (1 - math.tanh(u) ** 2,),
}


ENGINES = {
    "nodes-returned": Probe(_nodes_returned),
    "seed-forgotten": _engine(seed=lambda _: 0.0),
    "seed-ignored": _engine(seed=lambda _: 1.0),
    "gradient-overwritten": _engine(add=lambda old, s, g: s * g),
    "upstream-ignored": _engine(add=lambda old, s, g: old + s),
    "order-depth-first": any_of(
        _engine(listed=_first_come), _engine(listed=_level_by_level), _pushed
    ),
    "node-twice": _engine(listed=_with_repeats),
    "factors-swapped": _engine(rules={"*": lambda u, v: (u, v)}),
    "quotient-sign": _engine(rules={"/": lambda u, v: (1 / v, u / v**2)}),
    "minus-forgotten": _engine(rules={"-": lambda u, v: (1.0, 1.0)}),
    "power-brackets": _engine(rules={"**": lambda u, n: (n * u**n - 1,)}),
    "exponential-slope": _engine(rules={"exp": lambda u, _: (u,)}),
    "power-kept": _engine(rules={"**": lambda u, n: (n * u**n,)}),
    "slope-of-value": _engine(rules={"tanh": lambda u, _: (1 - u * u,)}),
}


def _answer(w: Sequence[Any], x: Sequence[float], tanh: Callable) -> Any:
    h, k = (tanh(w[i] * x[0] + w[i + 1] * x[1] + w[i + 2]) for i in (0, 3))
    return w[6] * h + w[7] * k + w[8]


def _trained(
    *,
    square: Callable[[Any], Any] = lambda e: e * e,
    mean: Callable[[int], float] = lambda n: n,
    rows: slice = slice(None),
    sign: float = -1.0,
    rate: Callable[[float], float] = lambda lr: lr,
    steps: Callable[[int], int] = lambda n: n,
    once: bool = False,
    answer: Callable | None = None,
) -> Callable[..., list[float]]:
    """Train with something changed."""

    def work(
        gradients: Callable,
        given: Callable,
        w: list,
        X: list,
        y: list,
        lr: float,
        n_steps: int,
    ) -> list[float]:
        def cost(*p: Any) -> Any:
            pairs = list(zip(X, y, strict=True))[rows]
            total = sum(square((answer or given)(p, x) - t) for x, t in pairs)
            return total / mean(len(X))

        found = list(gradients(cost, w))
        for _ in range(steps(n_steps)):
            found = found if once else list(gradients(cost, w))
            w = [p + sign * rate(lr) * g for p, g in zip(w, found, strict=True)]
        return w

    return work


def _by_rows(
    gradients: Callable, answer: Callable, w: list, X: list, y: list, lr: float, n: int
) -> list[float]:
    """A step after each row."""
    for _ in range(n):
        for x, t in zip(X, y, strict=True):
            w = _trained()(gradients, answer, w, [x], [t], lr, 1)
    return w


def _by_weights(
    gradients: Callable, answer: Callable, w: list, X: list, y: list, lr: float, n: int
) -> list[float]:
    """A step of one weight after the other, each with slopes of its own."""
    for _ in range(n):
        for i in range(len(w)):
            stepped = _trained()(gradients, answer, w, X, y, lr, 1)
            w = [*w[:i], stepped[i], *w[i + 1 :]]
    return w


TASKS = {
    "local-subtract": Task(
        LOCAL,
        {
            "parents-left-out": Probe(_no_parents),
            "minus-forgotten": _node(
                lambda u, v: u - v, lambda u, v: 1.0, lambda u, v: 1.0
            ),
            "slopes-exchanged": _node(
                lambda u, v: u - v, lambda u, v: -1.0, lambda u, v: 1.0
            ),
        },
        GRAPH,
    ),
    "local-multiply": Task(
        LOCAL,
        {
            "parents-left-out": Probe(_no_parents),
            "factors-swapped": _node(
                lambda u, v: u * v, lambda u, v: u, lambda u, v: v
            ),
            "slopes-one": _node(lambda u, v: u * v, lambda u, v: 1.0, lambda u, v: 1.0),
        },
        GRAPH,
    ),
    "local-quotient": Task(
        LOCAL,
        {
            "parents-left-out": Probe(_no_parents),
            "quotient-sign": _node(_divided, lambda u, v: 1 / v, lambda u, v: u / v**2),
            "quotient-unsquared": _node(
                _divided, lambda u, v: 1 / v, lambda u, v: -u / v
            ),
            "slopes-exchanged": _node(
                _divided, lambda u, v: -u / v**2, lambda u, v: 1 / v
            ),
            "slopes-one": _node(_divided, lambda u, v: 1.0, lambda u, v: 1.0),
        },
        GRAPH,
    ),
    "local-raised": Task(
        LOCAL,
        {
            "parents-left-out": Probe(_no_parents),
            "power-kept": _node(lambda u, n: u**n, lambda u, n: n * u**n),
            "exponent-forgotten": _node(lambda u, n: u**n, lambda u, n: u ** (n - 1)),
            "value-for-slope": _node(lambda u, n: u**n, lambda u, n: u**n),
        },
        GRAPH,
    ),
    "local-tanh": Task(
        LOCAL,
        {
            "parents-left-out": Probe(_no_parents),
            "slope-of-value": _node(math.tanh, lambda u: 1 - u * u),
            "square-forgotten": _node(math.tanh, lambda u: 1 - math.tanh(u)),
            "sigmoid-for-tanh": _node(
                math.tanh, lambda u: math.tanh(u) * (1 - math.tanh(u))
            ),
            "value-for-slope": _node(math.tanh, math.tanh),
        },
        GRAPH,
    ),
    "autodiff-order": Task(
        ORDER,
        {code: _order_probe(code) for code in ORDER}
        | {
            "set-returned": _of_type(set, frozenset),
            "generator-returned": _of_type(Iterator),
        },
        GRAPH,
    ),
    "autodiff-back": Task(
        BACK,
        {
            "nodes-returned": Probe(_nodes_returned),
            "inputs-only": Probe(_inputs_only),
            "gradients-kept": Probe(_kept),
            "seed-forgotten": _back(seed=lambda _: 0.0),
            "seed-ignored": _back(seed=lambda _: 1.0),
            "gradient-overwritten": _back(add=lambda old, s, g: s * g),
            "upstream-ignored": _back(add=lambda old, s, g: old + s),
            "slope-added": _back(add=lambda old, s, g: old + s + g),
            "walked-forward": _back(backwards=False),
            "gradients-reversed": lambda nodes, upstream: _walk(nodes, upstream)[::-1],
            "values-returned": lambda nodes, upstream: [n.value for n in nodes],
            "seed-lost": lambda nodes, upstream: [*_walk(nodes, upstream)[:-1], 0.0],
        },
        GRAPH,
    ),
    "autodiff-engine": Task(ORDER | LOCAL | BACK | METHODS, ENGINES, ENGINE),
    "engine-trains": Task(
        ORDER | LOCAL | BACK | METHODS | {"gradient-overwritten": OVERWRITTEN},
        ENGINES,
        ENGINE,
    ),
    "train-network": Task(
        TRAINING,
        {
            "bias-forgotten": Probe(
                lambda values, calls: any(
                    all(
                        np.isclose(
                            value,
                            _answer(
                                [
                                    0 if i in left_out else p
                                    for i, p in enumerate(call.arguments[0])
                                ],
                                *call.arguments[1:],
                            ),
                        )
                        for value, call in zip(values, calls, strict=True)
                    )
                    for left_out in ((2, 5, 8), (2, 5), (8,))
                )
            ),
            "activation-forgotten": lambda w, x, tanh: _answer(w, x, lambda z: z),
            "output-squeezed": lambda w, x, tanh: tanh(_answer(w, x, tanh)),
            "weights-interleaved": lambda w, x, tanh: _answer(
                [*w[0:6:2], *w[1:6:2], *w[6:]], x, tanh
            ),
            "own-tanh": lambda w, x, tanh: _answer(w, x, math.tanh),
            "one-unit": lambda w, x, tanh: _answer([*w[:7], 0.0, w[8]], x, tanh),
        },
        ENGINE,
    ),
    "autodiff-train": Task(
        TRAINING,
        {
            "gradient-climbed": _trained(sign=1.0),
            "not-averaged": _trained(mean=lambda n: 1),
            "last-row-only": Probe(
                lambda values, calls: _rows_only(slice(-1, None), values, calls)
            ),
            "first-row-only": Probe(
                lambda values, calls: _rows_only(slice(0, 1), values, calls)
            ),
            "one-step-only": _trained(steps=lambda n: 1),
            "gradient-once": _trained(once=True),
            "error-halved": _trained(mean=lambda n: 2 * n),
            "rate-ignored": _trained(rate=lambda lr: 1.0),
            "error-not-squared": _trained(square=lambda e: e),
            "own-network": _trained(answer=lambda p, x: _answer(p, x, autodiff.tanh)),
            "row-by-row": _by_rows,
            "one-at-a-time": _by_weights,
        },
        ENGINE,
    ),
}


def _rows_only(rows: slice, values: list, calls: list) -> bool:
    """Recognise a cost that sees one row, with or without a mean."""
    forms = [_trained(rows=rows, mean=lambda n, m=m: n if m else 1) for m in (0, 1)]
    return any(
        all(
            np.allclose(value, form(*call.arguments))
            for value, call in zip(values, calls, strict=True)
        )
        for form in forms
    )
