"""Known slips with momentum, RMSProp, Adam, and the L2 penalty."""

from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.misconceptions.task import Probe, Task
from nnbyhand.optim import Params
from nnbyhand.shapes import Array

LESSON = "lesson 07, section "

STEPS = {
    "correction-forgotten": "Your first steps have the wrong size: the bias correction "
    "is missing.",
    "root-forgotten": "Take the square root of v.",
    "betas-swapped": "Your two decay rates are swapped. See the second step.",
    "time-from-zero": "Your count of steps is too low: the first one here is number "
    "t + 1.",
    "time-restarted": "You began at step 1. `t` steps came before: the first one here "
    "is number t + 1.",
    "memory-corrected": "You wrote m̂ or v̂ over m or v, and the next step takes it for "
    "the memory. Give the corrected ones names of their own.",
    "decay-rated": "Your penalty meets the rate twice. λ w joins the gradient as it "
    "is; the rate comes once, at the end.",
    "momentum-averaged": "You averaged the gradients. Our momentum adds them up.",
    "state-shared": "Your parameters share one memory. Keep one for each.",
    "bias-penalised": "The penalty applies to weights, not to biases.",
    "uphill": "You stepped along the gradient. Subtract.",
    "memory-unused": "Each of your steps forgets the ones before, as SGD does: keep "
    "the memory from row to row.",
    "rate-in-memory": "Your rate went into the memory. The memory adds up gradients; "
    "the rate comes after it.",
    "rate-forgotten": "Multiply the step by the learning rate.",
    "memory-too-late": "You moved before you renewed the memory. Memory first, then "
    "the weights.",
    "start-ignored": "You began with an empty memory. Begin with the one that was "
    "passed in.",
    "places-alike": "All rows are the last place: one array moved on. Make a new array "
    "at each step, w = w − …",
    "start-included": "Your rows begin with the start. Write w down after each step.",
    "eps-forgotten": "ε is missing: it is added to the root.",
    "eps-inside-root": "You added ε under the root. Add it to the root.",
    "square-forgotten": "This memory averages the squares of the gradients.",
    "memory-summed": "You added the squares up. The new one counts 1 − β.",
    "time-stands-still": "Your t stays the same. It grows by one with every step.",
    "correction-once": "One of the two corrections is missing: both m and v are "
    "divided.",
    "beta-for-rest": "You exchanged β and 1 − β: the old memory keeps the share β.",
    "decay-forgotten": "The penalty is missing: λ w joins the gradient of a weight.",
    "decay-doubled": "Your penalty is twice as large: the ½ in the loss cancels the 2.",
    "decay-beside-memory": "You added the penalty after the memory. It joins the "
    "gradient before the memory meets it.",
    "decay-adds": "Your penalty lets weights grow. It is added to the gradient, which "
    "is then subtracted.",
    "decay-by-sign": "This is L1, by the sign of the weight. L2 pulls by λ times the "
    "weight itself.",
    "weights-spared": "You penalised the biases and spared the weights. It is the "
    "other way round.",
    "memory-old": "You returned the memory as it was. Return the new one.",
    "bias-unmoved": "Your biases stand still. They move too, without a penalty.",
}

FOUR = LESSON + "“Four optimisers”"
REMEDY = LESSON + "“Against overfitting”"


def _momentum(
    w: Array,
    v: Array,
    grads: Array,
    lr: float,
    beta: float,
    *,
    new: float | None = None,
    sign: float = 1.0,
    fresh: bool = False,
    forget: bool = False,
    late: bool = False,
    inside: bool = False,
    rated: bool = True,
) -> Array:
    """Walk with momentum, with one part of the rule done otherwise."""
    v, places = np.zeros_like(w, dtype=float) if fresh else v, []
    share = 1.0 if new is None else new
    for g in grads:
        old = v
        v = (0 if forget else beta * v) + share * (lr if inside else 1.0) * g
        step = old if late else v
        w = w - sign * (1.0 if inside or not rated else lr) * step
        places.append(w)
    return np.array(places)


def _of_momentum(**options: Any) -> Callable[..., Array]:
    return lambda *arguments: _momentum(*arguments, **options)


def _averaged(w: Array, v: Array, grads: Array, lr: float, beta: float) -> Array:
    return _momentum(w, v, grads, lr, beta, new=1 - beta)


def _turned_beta(w: Array, v: Array, grads: Array, lr: float, beta: float) -> Array:
    return _momentum(w, v, grads, lr, 1 - beta)


def _all_last(walk: Callable[..., Array]) -> Callable[..., Array]:
    def last(*arguments: Any) -> Array:
        places = walk(*arguments)
        return np.repeat(places[-1:], len(places), axis=0)

    return last


def _start_included(values: list, calls: list) -> bool:
    for value, call in zip(values, calls, strict=True):
        w = call.arguments[0]
        grads = next(a for a in call.arguments[1:] if np.ndim(a) == 2)
        places = np.asarray(value, dtype=float)
        if len(places) not in (len(grads), len(grads) + 1):
            return False
        if not np.array_equal(places[0], w):
            return False
    return True


def _rmsprop(
    w: Array,
    s: Array,
    grads: Array,
    lr: float,
    beta: float,
    eps: float,
    *,
    power: float = 0.5,
    square: float = 2,
    new: float | None = None,
    inside: bool = False,
    added: float = 1.0,
    sign: float = 1.0,
    fresh: bool = False,
    late: bool = False,
    turned: bool = False,
    rated: bool = True,
) -> Array:
    """Walk with RMSProp, with one part of the rule done otherwise."""
    s, places = np.zeros_like(w, dtype=float) if fresh else s, []
    beta = 1 - beta if turned else beta
    with np.errstate(all="ignore"):
        for g in grads:
            old = s
            s = beta * s + (1 - beta if new is None else new) * g**square
            used = old if late else s
            root = (used + eps) ** 0.5 if inside else used**power + added * eps
            w = w - sign * (lr if rated else 1.0) * g / root
            places.append(w)
    return np.array(places)


def _of_rmsprop(**options: Any) -> Callable[..., Array]:
    return lambda *arguments: _rmsprop(*arguments, **options)


def _adam(
    w: Array,
    m: Array,
    v: Array,
    t: int,
    grads: Array,
    lr: float,
    beta1: float,
    beta2: float,
    eps: float,
    *,
    correct: tuple[bool, bool] = (True, True),
    power: float = 0.5,
    shift: int = 1,
    grow: bool = True,
    sign: float = 1.0,
    fresh: bool = False,
    inside: bool = False,
    added: float = 1.0,
    summed: bool = False,
    square: float = 2,
    kept: tuple[bool, bool] = (False, False),
) -> Array:
    """Walk with Adam, with one part of the rule done otherwise."""
    if fresh:
        m, v = np.zeros_like(w, dtype=float), np.zeros_like(w, dtype=float)
    places = []
    with np.errstate(all="ignore"):
        for k, g in enumerate(grads):
            number = t + shift + (k if grow else 0)
            m = beta1 * m + (1.0 if summed else 1 - beta1) * g
            v = beta2 * v + (1 - beta2) * g**square
            m_hat = m / np.float64(1 - beta1**number) if correct[0] else m
            v_hat = v / np.float64(1 - beta2**number) if correct[1] else v
            root = (v_hat + eps) ** 0.5 if inside else v_hat**power + added * eps
            w = w - sign * lr * m_hat / root
            places.append(w)
            m, v = (m_hat if kept[0] else m), (v_hat if kept[1] else v)
    return np.array(places)


def _of_adam(**options: Any) -> Callable[..., Array]:
    return lambda *arguments: _adam(*arguments, **options)


def _swapped(
    w: Array,
    m: Array,
    v: Array,
    t: int,
    grads: Array,
    lr: float,
    beta1: float,
    beta2: float,
    eps: float,
) -> Array:
    return _adam(w, m, v, t, grads, lr, beta2, beta1, eps)


def _from_zero(*arguments: Any) -> Array:
    """Count the steps of this call from 1, whatever was made before."""
    return _adam(*arguments[:3], 0, *arguments[4:])


def _counted(*arguments: Any) -> Array:
    """Count the steps of this call from 0, whatever was made before."""
    return _adam(*arguments[:3], -1, *arguments[4:])


def _moving(w: Array, v: Array, grads: Array, lr: float, beta: float) -> Array:
    """Let the memory hold the step itself, rate and sign included."""
    places = []
    for g in grads:
        v = beta * v - lr * g
        w = w + v
        places.append(w)
    return np.array(places)


def _either(*forms: Callable[..., Array]) -> Probe:
    """Recognise arrays that one of several forms gives; NaN in one place is equal."""

    def gives(form: Callable[..., Array], values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            mine = np.asarray(value, dtype=float)
            its = form(*call.arguments)
            if mine.shape != its.shape or not np.allclose(
                mine, its, rtol=1e-6, atol=1e-9, equal_nan=True
            ):
                return False
        return True

    return Probe(
        lambda values, calls: any(gives(form, values, calls) for form in forms)
    )


def _step(
    params: Params,
    grads: Params,
    memory: Params,
    lr: float,
    beta: float,
    decay: float,
    *,
    pull: Callable[[str, Array, float], Array | float] | None = None,
    before: bool = True,
    shared: bool = False,
    averaged: bool = False,
    still: bool = False,
    old: bool = False,
    sign: float = 1.0,
) -> tuple[Params, Params]:
    """Take one step for all parameters, with one part done otherwise."""
    moved, kept = {}, {}
    v: Any = next(iter(memory.values()))
    for name, w in params.items():
        pulled = 0.0 if name.startswith("b") else decay * w
        if pull is not None:
            pulled = pull(name, w, decay)
        g = grads[name] + (pulled if before else 0.0)
        v = beta * (v if shared else memory[name]) + (1 - beta if averaged else 1.0) * g
        kept[name] = memory[name] if old else v
        step = v + (0.0 if before else pulled)
        moved[name] = w if still and name.startswith("b") else w - sign * lr * step
    if shared:
        kept = dict.fromkeys(params, v)
    return moved, kept


def _of_step(**options: Any) -> Callable[..., tuple[Params, Params]]:
    return lambda *arguments: _step(*arguments, **options)


def _bias(name: str) -> bool:
    return name.startswith("b")


def _shared(*arguments: Any) -> tuple[Params, Params]:
    """One memory that runs from parameter to parameter, kept as it was on the way."""
    params, grads, memory, lr, beta, decay = arguments
    v: Any = next(iter(memory.values()))
    moved, kept = {}, {}
    for name, w in params.items():
        g = grads[name] + (0.0 if _bias(name) else decay * w)
        v = beta * v + g
        kept[name], moved[name] = v, w - lr * v
    return moved, kept


def _joined(*forms: Callable[..., tuple[Params, Params]]) -> Probe:
    """Recognise a pair of dicts that one of several forms gives."""

    def gives(form: Callable[..., tuple], values: list, calls: list) -> bool:
        for value, call in zip(values, calls, strict=True):
            for mine, its in zip(value, form(*call.arguments), strict=True):
                for name in its:
                    a, b = np.asarray(mine[name]), np.asarray(its[name])
                    if a.shape != b.shape or not np.allclose(a, b):
                        return False
        return True

    return Probe(
        lambda values, calls: any(gives(form, values, calls) for form in forms)
    )


TASKS = {
    "training-optimisers-momentum": Task(
        STEPS,
        {
            "start-included": Probe(_start_included),
            "memory-unused": _of_momentum(forget=True),
            "start-ignored": _of_momentum(fresh=True),
            "momentum-averaged": _averaged,
            "rate-in-memory": _either(_of_momentum(inside=True), _moving),
            "rate-forgotten": _of_momentum(rated=False),
            "memory-too-late": _of_momentum(late=True),
            "uphill": _of_momentum(sign=-1.0),
            "beta-for-rest": _turned_beta,
            "places-alike": _all_last(_momentum),
        },
        FOUR,
    ),
    "training-optimisers-rmsprop": Task(
        STEPS,
        {
            "start-included": Probe(_start_included),
            "root-forgotten": _of_rmsprop(power=1.0),
            "eps-inside-root": _of_rmsprop(inside=True),
            "eps-forgotten": _of_rmsprop(added=0.0),
            "start-ignored": _of_rmsprop(fresh=True),
            "square-forgotten": _either(_of_rmsprop(square=1)),
            "memory-summed": _of_rmsprop(new=1.0),
            "memory-too-late": _either(_of_rmsprop(late=True)),
            "uphill": _of_rmsprop(sign=-1.0),
            "rate-forgotten": _of_rmsprop(rated=False),
            "beta-for-rest": _of_rmsprop(turned=True),
            "places-alike": _all_last(_rmsprop),
        },
        FOUR,
    ),
    "training-optimisers-adam": Task(
        STEPS,
        {
            "start-included": Probe(_start_included),
            "correction-forgotten": _of_adam(correct=(False, False)),
            "correction-once": _either(
                _of_adam(correct=(True, False)), _of_adam(correct=(False, True))
            ),
            "betas-swapped": _swapped,
            "time-restarted": _from_zero,
            "time-from-zero": _either(_of_adam(shift=0), _counted),
            "memory-corrected": _either(
                _of_adam(kept=(True, True)),
                _of_adam(kept=(True, False)),
                _of_adam(kept=(False, True)),
            ),
            "time-stands-still": _either(
                _of_adam(grow=False), _of_adam(grow=False, shift=0)
            ),
            "root-forgotten": _of_adam(power=1.0),
            "eps-inside-root": _of_adam(inside=True),
            "eps-forgotten": _of_adam(added=0.0),
            "square-forgotten": _either(_of_adam(square=1)),
            "memory-summed": _of_adam(summed=True),
            "start-ignored": _of_adam(fresh=True),
            "uphill": _of_adam(sign=-1.0),
            "places-alike": _all_last(_adam),
        },
        FOUR,
    ),
    "training-decay": Task(
        STEPS,
        {
            "bias-penalised": _joined(_of_step(pull=lambda _n, w, decay: decay * w)),
            "weights-spared": _joined(
                _of_step(pull=lambda n, w, decay: decay * w if _bias(n) else 0.0)
            ),
            "decay-forgotten": _joined(_of_step(pull=lambda _n, _w, _d: 0.0)),
            "decay-doubled": _joined(
                _of_step(pull=lambda n, w, decay: 0.0 if _bias(n) else 2 * decay * w)
            ),
            "decay-adds": _joined(
                _of_step(pull=lambda n, w, decay: 0.0 if _bias(n) else -decay * w)
            ),
            "decay-by-sign": _joined(
                _of_step(
                    pull=lambda n, w, decay: 0.0 if _bias(n) else decay * np.sign(w)
                )
            ),
            "decay-rated": _joined(
                lambda params, grads, memory, lr, beta, decay: _step(
                    params, grads, memory, lr, beta, lr * decay
                )
            ),
            "decay-beside-memory": _joined(_of_step(before=False)),
            "state-shared": _joined(_shared, _of_step(shared=True)),
            "memory-old": _joined(_of_step(old=True)),
            "momentum-averaged": _joined(_of_step(averaged=True)),
            "bias-unmoved": _joined(_of_step(still=True)),
            "uphill": _joined(_of_step(sign=-1.0)),
        },
        REMEDY,
    ),
}
