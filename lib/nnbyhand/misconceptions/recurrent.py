"""Known slips with recurrent units: steps, gradients through time, clipping."""

from collections.abc import Callable
from itertools import permutations
from typing import Any

import numpy as np

from nnbyhand.activations import sigmoid
from nnbyhand.misconceptions.convolution import one_of
from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.shapes import Array

LESSON = "lesson 10, section "
LOOP = LESSON + "“A loop in the network”"
BACK = LESSON + "“Back through time”"
FADE = LESSON + "“Vanish or explode”"
GATES = LESSON + "“Four gates’ worth of weights”"

STEP = {
    "memory-ignored": "Your unit forgets: the previous h never enters.",
    "stale-state": "You used the first state at every step. Pass the new one on.",
    "weights-swapped": "The input got the memory's weights.",
    "activation-forgotten": "Your state grows without bound: tanh is missing.",
    "sigmoid-for-tanh": "This unit uses tanh.",
    "last-only": "Return the state after each step.",
    "time-is-batch": "You walked along the examples. Time is axis 1.",
    "bias-forgotten": "The bias is missing.",
    "start-ignored": "You began with zeros. The first step gets the state that was "
    "given.",
    "input-stays": "Every step got the first input. Step t reads X[:, t].",
    "start-returned": "Your result holds the start too. Return the states after the "
    "steps, as many as there are steps.",
    "time-first": "Your result has time as axis 0. Examples come first, then time.",
    "backwards": "You read the sequence from its end. Step 0 comes first.",
    "weights-turned": "You turned a weight matrix. Rows belong to what comes in: write "
    "X @ W_x and H @ W_h.",
}


def one_step(
    X: Array,
    H: Array,
    W_x: Array,
    W_h: Array,
    b: Array,
    activation: Callable[[Array], Array] = np.tanh,
) -> Array:
    """Take a step, with the activation replaced."""
    return activation(np.asarray(X) @ W_x + np.asarray(H) @ W_h + b)


def walk(
    X: Array,
    H: Array,
    *weights: Array,
    step: Callable[..., Array] = one_step,
    carry: bool = True,
    order: int = 1,
) -> Array:
    """Run through a sequence, with one thing replaced."""
    states, start = [], H
    for t in range(np.shape(X)[1])[::order]:
        H = step(X[:, t], H if carry else start, *weights)
        states.append(H)
    return np.stack(states[::order], axis=1)


def _along_examples(X: Array, H: Array, *weights: Array) -> Array:
    states = []
    for rows in X:
        H = one_step(rows, H, *weights)
        states.append(H)
    return np.array(states)


def _plain(Z: Array) -> Array:
    return Z


def _has_shape(shape: Callable[..., tuple]) -> Probe:
    """Recognise an arrangement; the rule gives the shape from the arguments."""
    return Probe(
        lambda values, calls: all(
            np.shape(value) == shape(*call.arguments)
            for value, call in zip(values, calls, strict=True)
        )
    )


TURNED = (
    lambda X, H, W_x, W_h, b: one_step(X, H, W_x.T, W_h.T, b),
    lambda X, H, W_x, W_h, b: one_step(X, H, W_x.T, W_h, b),
    lambda X, H, W_x, W_h, b: one_step(X, H, W_x, W_h.T, b),
)
STEP_WRONG = {
    "memory-ignored": lambda X, H, W_x, W_h, b: one_step(X, H, W_x, 0 * W_h, b),
    "weights-swapped": lambda X, H, W_x, W_h, b: one_step(X, H, W_h, W_x, b),
    "activation-forgotten": lambda *rest: one_step(*rest, activation=_plain),
    "sigmoid-for-tanh": lambda *rest: one_step(*rest, activation=sigmoid),
    "bias-forgotten": lambda X, H, W_x, W_h, b: one_step(X, H, W_x, W_h, 0 * b),
    "weights-turned": one_of(*TURNED),
}


def _walked(step: Callable[..., Array]) -> Callable[..., Array]:
    return lambda *rest: walk(*rest, step=step)


RUN_WRONG = {
    **{
        code: _walked(form)
        for code, form in STEP_WRONG.items()
        if not isinstance(form, Probe)
    },
    "weights-turned": one_of(*map(_walked, TURNED)),
    "stale-state": lambda *rest: walk(*rest, carry=False),
    "start-ignored": lambda X, H, *weights: walk(X, 0 * H, *weights),
    "input-stays": lambda X, *rest: walk(0 * X + X[:, :1], *rest),
    "time-is-batch": _along_examples,
    "backwards": one_of(
        lambda *rest: walk(*rest, order=-1),
        lambda *rest: walk(*rest, order=-1)[:, ::-1],
    ),
    "last-only": _has_shape(lambda X, H, *_: np.shape(H)),
    "start-returned": _has_shape(
        lambda X, H, *_: (len(X), np.shape(X)[1] + 1, np.shape(H)[1])
    ),
    "time-first": lambda *rest: walk(*rest).swapaxes(0, 1),
}

# the unit of the exercise by hand: x, h_start, w_x, w_h, b
BY_HAND = ((1, -2, 0.5), 0.8, 0.5, -1.5, 0.25)


def hand_states(
    activation: Callable = np.tanh,
    carry: bool = True,
    swap: bool = False,
    memory: float = 1,
    bias: float = 1,
) -> list[float]:
    """Give the three numbers of the exercise by hand, with one thing replaced."""
    x, start, w_x, w_h, b = BY_HAND
    w_x, w_h = (w_h, w_x) if swap else (w_x, w_h)
    h, states = start, []
    for value in x:
        before = memory * (h if carry else start)
        h = float(activation(w_x * value + w_h * before + bias * b))
        states.append(h)
    return states


GRADIENT = {
    "truncated-gradient": "The gradient must travel back through all steps.",
    "steps-apart": "Each step's delta stays where it is. What arrives at h of a step "
    "is its own G plus w_h times the delta of the next step.",
    "slope-forgotten": "The slope of tanh is missing: multiply by 1 − h².",
    "slope-at-sum": "You took 1 − z². The slope of tanh is 1 − h², with the output.",
    "state-after": "w_h met the state before the step. You multiplied by the one "
    "after.",
    "last-upstream-only": "You used G of the last step alone. Every step has one.",
    "weight-forgotten": "On its way back a delta passes the weight w_h.",
    "mean-not-sum": "You averaged over the steps. The same weight is used at every "
    "step, so its gradients add up.",
    "start-forgotten": "The first step had h_start as its memory, not 0.",
    "way-back-by-input": "The way back to the previous state leads through w_h. You "
    "used w_x.",
    "not-summed": "You kept one step's share of each gradient. The same weight is used "
    "at every step, so add its shares up: `+=`.",
    "slope-before": "Your slope has the state before the step. Multiply by 1 − h_t², "
    "with the state after it.",
    "slope-of-sigmoid": "h (1 − h) is the slope of sigmoid. That of tanh is 1 − h².",
    "order-mixed": "Your three numbers are right, their order is not: w_x, w_h, b.",
    "forwards": "You walked forwards. The delta of a step needs that of the next step, "
    "so begin at the end.",
}


def slopes(
    x: Array,
    h_start: float,
    w_x: float,
    w_h: float,
    b: float,
    G: Array,
    *,
    slope: Callable[..., float] = lambda h, z, before: 1 - h**2,
    back: float | None = None,
    after: bool = False,
    start: bool = True,
    order: int = -1,
    add: bool = True,
) -> tuple[float, float, float]:
    """Go back through time, with one thing replaced."""
    states, sums = [h_start], []
    for value in x:
        sums.append(w_x * value + w_h * states[-1] + b)
        states.append(np.tanh(sums[-1]))
    met = np.array(states[1:] if after else states[:-1], dtype=float)
    if not start:
        met[0] = 0
    total, delta = np.zeros(3), 0.0
    for t in range(len(x))[::order]:
        arriving = G[t] + (w_h if back is None else back) * delta
        delta = arriving * slope(states[t + 1], sums[t], states[t])
        total = add * total + delta * np.array([x[t], met[t], 1])
    return tuple(total)


def _last(x: Array, h: float, w_x: float, w_h: float, b: float, G: Array) -> tuple:
    for value in x[:-1]:
        h = np.tanh(w_x * value + w_h * h + b)
    return slopes(x[-1:], h, w_x, w_h, b, G[-1:])


def _reordered(order: tuple[int, ...]) -> Callable[..., Array]:
    return lambda *rest: np.array(slopes(*rest))[list(order)]


def _only_last(G: Array) -> Array:
    return np.append(0 * np.asarray(G[:-1], dtype=float), G[-1])


KEEP = {
    "last-only": "You returned the last share. Asked is the share after each step.",
    "first-gate-only": "Every step has its own gate. You used the first one "
    "throughout.",
    "mean-gate": "A mean of the gates hides one that is nearly shut. Multiply them.",
    "forget-inverted": "A forget gate of 1 keeps everything.",
    "gates-added": "Shares of shares are multiplied, not added.",
    "not-carried": "You returned the gates. After step 2 what is left is a share of "
    "what was left after step 1.",
    "shifted": "Your shares are a step late: after step 1 the first gate has worked.",
    "divided": "You divided. A gate works n times, one after the other: share = fⁿ, "
    "solved for f.",
    "loss-divided": "You spread the loss evenly. Each step takes its part of what is "
    "left: share = fⁿ, solved for f.",
    "power-for-root": "You raised to the power n. That is what is left with such a "
    "gate; asked is the gate.",
    "root-turned": "You took one minus the root. A gate is the part that stays.",
    "square-root": "You took the square root. With n steps it is the n-th root.",
}

CLIP = {
    "each-alone": "You shortened each array by itself. One length is measured over all "
    "of them, and one factor shortens them all, so that the direction stays.",
    "value-clipped": "You cut off single numbers. That turns the direction: shorten "
    "all by one factor.",
    "always-scaled": "You changed gradients that were short enough. Those stay.",
    "norm-squared": "The length is the root of the sum of squares. The root is "
    "missing.",
    "largest-for-norm": "You took the largest number for the length. The length is the "
    "root of the sum of all squares.",
    "absolute-sum": "You added up absolute values. The length is the root of the sum "
    "of squares.",
    "length-after": "You returned the length after clipping. Asked is the one before.",
    "lengths-added": "You added the arrays' lengths. Add up their squares, then take "
    "the root.",
    "to-length-one": "You scaled to length 1. The longest allowed is the limit.",
    "factor-turned": "Your factor is upside down: limit / length is below 1.",
    "never-clipped": "You returned the gradients as they came. Where the length "
    "exceeds the limit, all are multiplied by limit / length.",
}


def clipped(
    grads: list[Array],
    limit: float,
    length: Callable[[list[Array]], float] | None = None,
    always: bool = False,
    aim: float | None = None,
    after: bool = False,
) -> tuple[tuple[Array, ...], float]:
    """Shorten gradients together, with one step of it replaced."""
    norm = _length(grads) if length is None else length(grads)
    factor = (limit if aim is None else aim) / norm
    factor = factor if always or norm > limit else 1.0
    short = tuple(g * factor for g in grads)
    return short, _length(list(short)) if after else norm


def _length(grads: list[Array]) -> float:
    return float(np.sqrt(sum((np.asarray(g) ** 2).sum() for g in grads)))


def _alone(grads: list[Array], limit: float) -> tuple:
    parts = tuple(clipped([g], limit)[0][0] for g in grads)
    return parts, _length(grads)


def _upside_down(grads: list[Array], limit: float) -> tuple:
    norm = _length(grads)
    factor = norm / limit if norm > limit else 1.0
    return tuple(g * factor for g in grads), norm


CLIP_WRONG = {
    "each-alone": _alone,
    "value-clipped": lambda grads, limit: (
        tuple(np.clip(g, -limit, limit) for g in grads),
        _length(grads),
    ),
    "never-clipped": lambda grads, _: (tuple(grads), _length(grads)),
    "always-scaled": lambda *rest: clipped(*rest, always=True),
    "to-length-one": lambda *rest: clipped(*rest, aim=1.0),
    "factor-turned": _upside_down,
    "length-after": lambda *rest: clipped(*rest, after=True),
    "norm-squared": lambda *rest: clipped(*rest, length=lambda g: _length(g) ** 2),
    "largest-for-norm": lambda *rest: clipped(
        *rest, length=lambda grads: max(np.abs(g).max() for g in grads)
    ),
    "absolute-sum": lambda *rest: clipped(
        *rest, length=lambda grads: sum(np.abs(g).sum() for g in grads)
    ),
    "lengths-added": lambda *rest: clipped(
        *rest, length=lambda grads: sum(_length([g]) for g in grads)
    ),
}


def _one_number(values: list[Any], calls: list[Any]) -> bool:
    return all(np.size(value) == 1 for value in values)


TASKS = {
    "recurrent-hand": Task(
        STEP,
        {
            "memory-ignored": lambda: hand_states(memory=0),
            "stale-state": lambda: hand_states(carry=False),
            "weights-swapped": lambda: hand_states(swap=True),
            "activation-forgotten": lambda: hand_states(_plain),
            "sigmoid-for-tanh": lambda: hand_states(sigmoid),
            "bias-forgotten": lambda: hand_states(bias=0),
            "last-only": Probe(_one_number),
        },
        LOOP,
    ),
    "recurrent-step": Task(STEP, STEP_WRONG, LOOP),
    "recurrent-run": Task(STEP, RUN_WRONG, LOOP),
    "recurrent-gradient": Task(
        GRADIENT,
        {
            "truncated-gradient": _last,
            "steps-apart": lambda *rest: slopes(*rest, back=0.0),
            "last-upstream-only": lambda *rest: slopes(*rest[:5], _only_last(rest[5])),
            "slope-forgotten": lambda *rest: slopes(*rest, slope=lambda *_: 1.0),
            "slope-at-sum": lambda *rest: slopes(
                *rest, slope=lambda h, z, before: 1 - z**2
            ),
            "slope-before": lambda *rest: slopes(
                *rest, slope=lambda h, z, before: 1 - before**2
            ),
            "slope-of-sigmoid": lambda *rest: slopes(
                *rest, slope=lambda h, z, before: h * (1 - h)
            ),
            "not-summed": lambda *rest: slopes(*rest, add=False),
            "order-mixed": one_of(*map(_reordered, list(permutations(range(3)))[1:])),
            "state-after": lambda *rest: slopes(*rest, after=True),
            "weight-forgotten": lambda *rest: slopes(*rest, back=1.0),
            "way-back-by-input": lambda *rest: slopes(*rest, back=rest[2]),
            "start-forgotten": lambda *rest: slopes(*rest, start=False),
            "forwards": lambda *rest: slopes(*rest, order=1),
            "mean-not-sum": lambda *rest: tuple(
                part / len(rest[0]) for part in slopes(*rest)
            ),
        },
        BACK,
    ),
    "recurrent-keep": Task(
        KEEP,
        {
            "last-only": Probe(_one_number),
            "not-carried": lambda gates: np.asarray(gates),
            "first-gate-only": lambda gates: (
                gates[0] ** np.arange(1, len(gates) + 1, dtype=float)
            ),
            "mean-gate": lambda gates: (
                np.mean(gates) ** np.arange(1, len(gates) + 1, dtype=float)
            ),
            "forget-inverted": lambda gates: np.cumprod(1 - np.asarray(gates)),
            "gates-added": one_of(
                lambda gates: np.cumsum(gates),
                lambda gates: np.cumsum(gates) / np.arange(1, len(gates) + 1),
            ),
            "shifted": lambda gates: np.append(1.0, np.cumprod(gates)[:-1]),
        },
        GATES,
    ),
    "recurrent-gate": Task(
        KEEP,
        {
            "divided": lambda share, n: share / n,
            "loss-divided": lambda share, n: 1 - (1 - share) / n,
            "power-for-root": lambda share, n: share**n,
            "root-turned": lambda share, n: 1 - share ** (1 / n),
            "square-root": lambda share, n: share**0.5,
        },
        GATES,
    ),
    "recurrent-clip": Task(CLIP, CLIP_WRONG, FADE),
}
