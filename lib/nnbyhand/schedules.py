"""How long a step is: learning-rate schedules, and a test that finds a good rate.

A schedule gives the rate of each step, counted from 0: ``Adam(cosine(0.1, 1000))``.
``range_test`` tries one rate after the other, ``first_rise`` reads its result.
"""

import math
import numbers
from collections.abc import Callable, Sequence

import numpy as np

from nnbyhand.shapes import Array, check_array, check_shape

Params = dict[str, Array]
Schedule = Callable[[int], float]


def constant(lr: float) -> Schedule:
    """Keep one learning rate. Taught in course/07_training_in_practice.

    >>> constant(0.1)(500)
    0.1
    """
    check_positive("constant", "lr", lr)
    return lambda step: lr


def step_decay(lr: float, every: int, factor: float = 0.1) -> Schedule:
    """Multiply the rate by ``factor`` after every so many steps.

    Taught in course/07_training_in_practice.

    >>> [step_decay(0.8, every=10, factor=0.5)(step) for step in (0, 9, 10, 20)]
    [0.8, 0.8, 0.4, 0.2]
    """
    check_positive("step_decay", "lr", lr)
    check_positive("step_decay", "every", every)
    check_positive("step_decay", "factor", factor)
    return lambda step: lr * factor ** (step // every)


def cosine(lr: float, n_steps: int, lr_end: float = 0.0) -> Schedule:
    """Fall from ``lr`` to ``lr_end`` along half a cosine wave, then stay there.

    Taught in course/07_training_in_practice.

    >>> [round(cosine(0.1, n_steps=4)(step), 4) for step in range(6)]
    [0.1, 0.0854, 0.05, 0.0146, 0.0, 0.0]
    """
    check_positive("cosine", "lr", lr)
    check_positive("cosine", "n_steps", n_steps)

    def rate(step: int) -> float:
        part = min(step / n_steps, 1.0)
        return lr_end + (lr - lr_end) * (1 + math.cos(math.pi * part)) / 2

    return rate


def warm_up(schedule: Schedule, n_steps: int) -> Schedule:
    """Rise evenly for ``n_steps`` steps to where ``schedule`` starts, then follow it.

    Taught in course/07_training_in_practice.

    >>> [warm_up(constant(0.4), n_steps=4)(step) for step in range(5)]
    [0.1, 0.2, 0.30000000000000004, 0.4, 0.4]
    """
    check_positive("warm_up", "n_steps", n_steps)

    def rate(step: int) -> float:
        if step < n_steps:
            return schedule(0) * (step + 1) / n_steps
        return schedule(step - n_steps)

    return rate


def range_test(
    params: Params,
    loss_and_grads: Callable[[], tuple[float, Params]],
    lrs: Sequence[float],
) -> Array:
    """Take one SGD step with each rate and give the loss after it.

    Stops early, with NaN for the rest, once the loss is no longer finite. The
    parameters get their old values back.

    Shapes: lrs (k,), rising by a constant factor -> losses (k,).
    Taught in course/04_loss_and_gradient_descent.
    """
    lrs = check_array("range_test", "lrs", lrs)
    check_shape("range_test", "lrs", lrs, ("k",))
    check_positive("range_test", "the smallest of lrs", float(lrs.min()))
    saved = {name: array.copy() for name, array in params.items()}
    losses = np.full(len(lrs), np.nan)
    try:
        with np.errstate(over="ignore", invalid="ignore"):
            _, grads = loss_and_grads()
            for k, lr in enumerate(lrs):
                for name, w in params.items():  # a step of SGD
                    w -= float(lr) * grads[name]
                losses[k], grads = loss_and_grads()
                if not np.isfinite(losses[k]):
                    break
    finally:
        for name, array in params.items():
            array[...] = saved[name]
    return losses


def first_rise(losses: Array) -> int:
    """Give the first index at which the loss is above the one before.

    That is the edge of divergence: train with about a tenth of that rate.
    Taught in course/04_loss_and_gradient_descent.

    >>> first_rise([5.0, 3.0, 2.0, 4.0])
    3
    """
    losses = check_array("first_rise", "losses", losses, finite=False)
    check_shape("first_rise", "losses", losses, ("k",))
    rises = ~(losses[1:] <= losses[:-1])  # NaN counts as a rise
    if not rises.any():
        raise ValueError("first_rise: the losses never rise; try larger rates")
    return int(rises.argmax()) + 1


def check_positive(function: str, name: str, value: float) -> None:
    """Refuse a rate or a count that is not a number above 0."""
    if not isinstance(value, numbers.Real) or not 0 < value < math.inf:
        raise ValueError(f"{function}: {name} must be above 0, got {value!r}")
