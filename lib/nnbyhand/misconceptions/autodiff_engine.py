"""Known slips with an engine's single operators, and with what is done with f."""

import math
from collections.abc import Callable
from numbers import Real
from typing import Any

from nnbyhand.misconceptions.autodiff_reverse import (
    BACK,
    ENGINE,
    LOCAL,
    METHODS,
    ORDER,
)
from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.nodes import Made

Form = Callable[..., tuple[float, ...]]
SENTENCES = ORDER | LOCAL | BACK | METHODS


def _form(value: Callable[..., float], *slopes: Callable[..., float]) -> Form:
    """Give value and gradients as an operator with these slopes would."""

    def work(*inputs: Any) -> tuple[float, ...]:
        numbers = [getattr(part, "value", part) for part in inputs]
        pairs = zip(inputs, slopes, strict=False)
        own = [slope(*numbers) for part, slope in pairs if isinstance(part, Made)]
        return (value(*numbers), *own)

    return work


def _cut(value: Callable[..., float]) -> Form:
    """The value alone: nothing reaches the parents."""
    return _form(value, lambda *_: 0.0, lambda *_: 0.0)


def _divided(u: float, v: float) -> float:
    return u / v


_SUM: dict[str, Any] = {"parents-left-out": _cut(lambda u, v: u + v)}
_PRODUCT: dict[str, Any] = {
    "parents-left-out": _cut(lambda u, v: u * v),
    "factors-swapped": _form(lambda u, v: u * v, lambda u, v: u, lambda u, v: v),
    "slopes-one": _form(lambda u, v: u * v, lambda u, v: 1.0, lambda u, v: 1.0),
}
_POWER: dict[str, Any] = {
    "parents-left-out": _cut(lambda u, n: u**n),
    "power-brackets": _form(lambda u, n: u**n, lambda u, n: n * u**n - 1),
    "power-kept": _form(lambda u, n: u**n, lambda u, n: n * u**n),
    "exponent-forgotten": _form(lambda u, n: u**n, lambda u, n: u ** (n - 1)),
    "value-for-slope": _form(lambda u, n: u**n, lambda u, n: u**n),
}

WRONG: dict[str, dict[str, Any]] = {
    "__add__": _SUM,
    "__radd__": _SUM,
    "__mul__": _PRODUCT,
    "__rmul__": _PRODUCT,
    "__neg__": {
        "parents-left-out": _cut(lambda u: -u),
        "opposite-unchanged": _form(lambda u: u, lambda u: 1.0),
        "minus-forgotten": _form(lambda u: -u, lambda u: 1.0),
    },
    "__sub__": {
        "parents-left-out": _cut(lambda u, v: u - v),
        "minus-forgotten": _form(lambda u, v: u - v, lambda u, v: 1.0, lambda u, v: 1),
        "slopes-exchanged": _form(
            lambda u, v: u - v, lambda u, v: -1.0, lambda u, v: 1.0
        ),
        "sides-turned": _form(lambda u, v: v - u, lambda u, v: -1.0, lambda u, v: 1.0),
    },
    "__rsub__": {
        "parents-left-out": _cut(lambda u, v: v - u),
        "reflected-turned": any_of(
            _form(lambda u, v: u - v, lambda u, v: 1.0),
            _form(lambda u, v: u - v, lambda u, v: -1.0),
        ),
        "minus-forgotten": _form(lambda u, v: v - u, lambda u, v: 1.0),
    },
    "__pow__": _POWER,
    "__truediv__": {
        "parents-left-out": _cut(_divided),
        "quotient-sign": _form(_divided, lambda u, v: 1 / v, lambda u, v: u / v**2),
        "quotient-unsquared": _form(_divided, lambda u, v: 1 / v, lambda u, v: -u / v),
        "slopes-exchanged": _form(_divided, lambda u, v: -u / v**2, lambda u, v: 1 / v),
        "slopes-one": _form(_divided, lambda u, v: 1.0, lambda u, v: 1.0),
    },
    "__rtruediv__": {
        "parents-left-out": _cut(lambda u, v: v / u),
        "reflected-turned": any_of(
            _form(_divided, lambda u, v: 1 / v),
            _form(_divided, lambda u, v: -u / v**2),
        ),
        "quotient-sign": _form(lambda u, v: v / u, lambda u, v: v / u**2),
    },
    "exp": {
        "parents-left-out": _cut(math.exp),
        "exponential-slope": any_of(
            _form(math.exp, lambda u: u), _form(math.exp, lambda u: 1.0)
        ),
        "exponential-as-power": _form(math.exp, lambda u: u * math.exp(u - 1)),
    },
    "tanh": {
        "parents-left-out": _cut(math.tanh),
        "slope-of-value": _form(math.tanh, lambda u: 1 - u * u),
        "square-forgotten": _form(math.tanh, lambda u: 1 - math.tanh(u)),
        "sigmoid-for-tanh": _form(
            math.tanh, lambda u: math.tanh(u) * (1 - math.tanh(u))
        ),
        "value-for-slope": _form(math.tanh, math.tanh),
    },
}


def _arrived(test: Callable[[Any], bool]) -> Probe:
    """Recognise by what came into a function that notes it."""
    return Probe(
        lambda _, calls: any(
            test(number) for numbers in calls[0].arguments[0].seen for number in numbers
        )
    )


ONCE = {
    "plain-numbers": _arrived(lambda number: isinstance(number, Real)),
    "foreign-numbers": _arrived(
        lambda number: type(number).__module__.startswith("nnbyhand")
    ),
    "several-runs": Probe(lambda _, calls: len(calls[0].arguments[0].seen) > 1),
}

TASKS = {
    f"engine-{name}": Task(SENTENCES, wrong, ENGINE) for name, wrong in WRONG.items()
} | {"engine-once": Task(SENTENCES, ONCE, ENGINE)}
