"""Known slips with slopes from nudges, rules, dual numbers and counted passes."""

import functools
import math
from collections.abc import Callable
from typing import Any

import numpy as np

from nnbyhand.autodiff import Dual
from nnbyhand.misconceptions.task import Probe, Task, any_of
from nnbyhand.symbolic import Expression

LESSON = "lesson 05, section "
NUMERIC = LESSON + "“Nudge and look”"
RULES = LESSON + "“Rules for expressions”"
DUALS = LESSON + "“Numbers with a slope”"
PASSES = LESSON + "“One pass for each input”"

Pair = tuple[float, float]

NUDGES = {
    "forward-difference": "Your error shrinks with h, not with h². Use both sides.",
    "not-halved": "You stepped to both sides but divided by one step.",
    "step-too-small": "Your h is so small that rounding swallows the difference.",
    "step-of-own": "Your result does not depend on h. Use the h you are given.",
    "all-inputs-moved": "You moved every input at once. Move one at a time.",
    "input-left-changed": "Your function left x changed.",
    "other-input-moved": "You moved another input than number i. The first is number "
    "0.",
    "sides-swapped": "Your slope has the wrong sign: subtract the value below from the "
    "value above.",
    "step-multiplied": "`/ 2 * h` divides by 2 and then multiplies by h. Write `/ (2 * "
    "h)`.",
    "points-the-same": "Your slope is 0, for example because both points are one "
    "array. Make a copy of x for each.",
    "not-divided": "You returned the difference. Divide it by the distance of the two "
    "points.",
}

SYMBOLS = {
    "product-of-derivatives": "A product's derivative has two terms.",
    "product-one-term": "You kept one term of the product rule. The other factor has a "
    "slope too.",
    "chain-forgotten": "Multiply by the derivative of the inside.",
    "power-kept": "The exponent goes down by one.",
    "exponent-forgotten": "The exponent comes to the front as a factor.",
    "other-variable-differentiated": "y is constant when you differentiate by x.",
    "constant-kept": "A constant does not change: its derivative is 0.",
    "function-kept": "You left sin as it is. Its slope is cos.",
    "sine-sign": "The slope of sin is cos, without a minus sign.",
    "exponential-as-power": "e^u is no power of u: it is its own slope, times the "
    "derivative of the inside.",
    "cosine-of-slope": "You took the cosine of the inner derivative. It is cos(u) "
    "times u′, and u stays in the cosine.",
    "name-fixed": "You looked for one fixed name. Compare with `by`, which may be y.",
}

JOINED = (
    'your line adds or multiplies expressions. Give back a tuple, ("+", ..., ...) '
    'or ("*", ..., ...)'
)

DUAL = {
    "epsilon-squared-kept": "ε² is 0. The product of two ε parts disappears.",
    "product-one-sided": "One of the two cross terms is missing.",
    "product-of-slopes": "You multiplied the two slopes. A product's slope has two "
    "cross terms.",
    "slopes-crossed": "You multiplied each slope by its own value. Each goes with the "
    "other's value.",
    "quotient-sign": "The second term of the quotient rule is subtracted.",
    "quotient-order": "The terms of the quotient rule are exchanged: the slope of the "
    "upper number comes first.",
    "quotient-unsquared": "In the slope of a quotient the lower number is squared.",
    "quotient-of-slopes": "You divided the two slopes. The quotient rule mixes slopes "
    "and values.",
    "one-slope-kept": "Your result keeps the slope of one number only. Both count.",
    "slopes-added": "The values are subtracted, and so are the slopes.",
    "sides-swapped": "You subtracted the other way round.",
    "reflected-missing": "A plain number on the left stops your function. Give it the "
    "slope 0 there too: that is the reflected operation.",
    "right-number-missing": "A plain number on the right stops your function. It is a "
    "constant: its slope is 0.",
    "plain-number-refused": "A plain number stops your function on either side. It "
    "needs the slope 0; if you have a helper, look at what it gives for 2 and for a "
    "pair.",
    "whole-number-refused": "2.5 works and 2 stops your function. Ask whether it is a "
    "tuple, not whether it is a float.",
    "order-turned": "You turned the two sides round: 2 − u is not u − 2, and 2/u is "
    "not u/2.",
    "number-with-slope": "A plain number is a constant: its slope is 0, not 1.",
    "slope-lost": "The slope of your result is 0, but the pair has a slope.",
    "slope-unscaled": "The slope of the pair came out unchanged. A factor scales it "
    "too.",
    "list-for-tuple": "What one function gives does not fit into the next: it gives a "
    "list, and your helper knows tuples. Return tuples.",
    "function-slope-forgotten": "Multiply the ε part by the slope of the function.",
    "inner-slope-forgotten": "You gave the slope of the function alone. Multiply it by "
    "the b that u brings along.",
    "value-for-slope": "You multiplied b by the value of the function. Its slope is "
    "needed.",
    "sine-sign": "The slope of sin is cos, without a minus sign.",
    "exponential-as-power": "e^u is no power of u: it is its own slope.",
    "power-kept": "In the slope of a power the exponent goes down by one.",
    "exponent-forgotten": "In the slope of a power the exponent comes to the front as "
    "a factor.",
    "slope-raised": "You raised the slope to the power n as well.",
    "slope-of-b": "The slope of the function is taken at a, the value. The b stays "
    "outside as a factor.",
}


def explained(function: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function of two pairs say why a plain number stops it."""

    def stops(*numbers: Any) -> bool:
        try:
            function(*numbers)
        except (TypeError, AttributeError, IndexError):
            return True
        return False

    @functools.wraps(function)
    def tried(u: Any, v: Any) -> Any:
        try:
            return function(u, v)
        except (TypeError, AttributeError, IndexError) as error:
            pair, other = (1.5, 0.5), (2.0, -1.0)
            if not stops(pair, other):
                left, right = stops(2, pair), stops(pair, 2)
                code = "plain-number-refused" if left and right else "reflected-missing"
                code = code if left else "right-number-missing"
                if not (stops(2.5, pair) or stops(pair, 2.5)):
                    code = "whole-number-refused"
                said = str(error)
                if "tuple" in said:  # what is said of tuples elsewhere misleads here
                    said = "A whole pair stands where one number belongs"
                error.args = (f"{said}. {DUAL[code]}",)
            raise

    return tried


def explained_rules(derive: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function of expressions say what is wrong with its tuples."""

    @functools.wraps(derive)
    def tried(e: Expression, by: str) -> Expression:
        try:
            return derive(e, by)
        except (TypeError, ValueError) as error:
            said = str(error)
            if "tuple" in said and ("operand" in said or "concatenate" in said):
                error.args = (JOINED,)
            if "values to unpack" in said:
                error.args = (f"{said}: sin and exp have one part, + and * have two",)
            raise

    return tried


FORWARD = {
    "both-seeded": "You seeded both inputs and got the sum of the two derivatives.",
    "seed-forgotten": "Every slope is 0: in each pass one input starts with slope 1.",
    "seeds-kept": "You left the seed of the last pass in place. Only one input may "
    "have slope 1.",
    "input-as-seed": "You started with the input itself as slope. Start with 1.",
    "value-for-slope": "You returned the value of f. Its slope is asked.",
    "dual-returned": "You returned dual numbers. Take the slope of each.",
    "first-only": "You made one pass. Make one for each input and collect the slopes.",
    "slopes-reversed": "Your slopes come in reversed order. The first input comes "
    "first.",
    "values-compared": "No slope went into f, for example because you compared two "
    "values of it. Start one input with slope 1 and read the slope that comes back.",
}

COUNTS = {
    "modes-swapped": "You exchanged the two. Forward mode takes one pass for each "
    "input, reverse one for each output.",
    "product-of-both": "n · m is the number of slopes. A pass finds many of them at "
    "once.",
    "reverse-always-one": "One backward pass serves one output. Several outputs need "
    "one each.",
    "both-by-inputs": "You counted the inputs twice. In reverse mode the outputs "
    "count.",
    "sum-of-both": "You added inputs and outputs. Each mode depends on one of them.",
}


def _moved(f: Callable, x: Any, i: int, h: float) -> float:
    x = np.array(x, dtype=float)
    x[i] += h
    return float(f(x))


def _own_step(small: bool) -> Probe:
    """Recognise a step of one's own: a slope that is right without regard to h."""

    def holds(values: list, calls: list) -> bool:
        errors = []
        for value, call in zip(values, calls, strict=True):
            f, x, i, _h = call.arguments
            true = (_moved(f, x, i, 1e-5) - _moved(f, x, i, -1e-5)) / 2e-5
            errors.append(abs(float(value) - true))
        return max(errors) < 0.02 and (max(errors) > 2e-6) == small

    return Probe(holds)


def _derive(
    e: Expression, by: str, rules: dict[str, Callable], constant: float = 0
) -> Expression:
    """Differentiate with some rules changed."""
    if not isinstance(e, tuple):
        if isinstance(e, str):
            return 1 if e == by else rules.get("other", lambda: 0)()
        return e if constant else 0
    kind, u = e[0], e[1]
    du = _derive(u, by, rules, constant)
    if kind in rules:
        dv = _derive(e[2], by, rules, constant) if len(e) > 2 else 0
        return rules[kind](e, du, dv)
    if kind == "+":
        return ("+", du, _derive(e[2], by, rules, constant))
    if kind == "*":
        return ("+", ("*", du, e[2]), ("*", u, _derive(e[2], by, rules, constant)))
    if kind == "**":
        return ("*", ("*", e[2], ("**", u, e[2] - 1)), du)
    return ("*", ("cos", u) if kind == "sin" else e, du)


def _rules(constant: float = 0, **rules: Callable) -> Callable[..., Expression]:
    named = {"sum": "+", "product": "*", "power": "**"}
    changed = {named.get(name, name): rule for name, rule in rules.items()}
    return lambda e, by: _derive(e, by, changed, constant)


def _any_rules(*forms: Callable[..., Expression]) -> Probe:
    """Recognise one slip with the rules in several forms, at any point."""

    def holds(values: list, calls: list) -> bool:
        from nnbyhand.symbolic import evaluate

        points = ({"x": 0.7, "y": 1.3}, {"x": 1.9, "y": 0.6})
        for form in forms:
            if all(
                np.isclose(
                    evaluate(value, point), evaluate(form(*call.arguments), point)
                )
                for value, call in zip(values, calls, strict=True)
                for point in points
            ):
                return True
        return False

    return Probe(holds)


def _power_of_power(e: Expression, du: Expression, _dv: Expression) -> Expression:
    return ("*", ("*", e[2], ("**", e[1], e[2])), du)


def _pairs(form: Callable[..., Pair]) -> Callable[..., Pair]:
    """Let a form of two pairs take a plain number on either side."""

    def work(u: Any, v: Any) -> Pair:
        return form(*_pair(u), *_pair(v))

    return work


def _pair(number: Any, slope: float = 0.0) -> Pair:
    if isinstance(number, (tuple, list)):
        return tuple(number)
    return float(number), slope


def _left(right: Callable[..., Pair]) -> dict[str, Callable[..., Any] | Probe]:
    """Slips with a plain number beside a pair, for one operation."""

    def either(u: Any, v: Any) -> tuple[Any, Any]:
        return (u, v) if isinstance(u, (tuple, list)) else (v, u)

    return {
        "order-turned": lambda u, v: right(
            *_pair(either(u, v)[0]), *_pair(either(u, v)[1])
        ),
        "number-with-slope": lambda u, v: right(*_pair(u, 1.0), *_pair(v, 1.0)),
        "slope-lost": lambda u, v: (right(*_pair(u), *_pair(v))[0], 0.0),
        "slope-unscaled": lambda u, v: (
            right(*_pair(u), *_pair(v))[0],
            either(u, v)[0][1],
        ),
    }


RIGHT: dict[str, Callable[..., Pair]] = {
    "plus": lambda a, b, c, d: (a + c, b + d),
    "minus": lambda a, b, c, d: (a - c, b - d),
    "times": lambda a, b, c, d: (a * c, a * d + b * c),
    "divide": lambda a, b, c, d: (a / c, (b * c - a * d) / c**2),
}


def _of(f: Callable, slope: Callable) -> Callable[..., Pair]:
    """A function of a pair, with a slope made of a, b and more arguments."""
    return lambda u, *more: (f(u[0], *more), slope(u[0], u[1], *more))


def _seeded(seeds: Callable[[list, int], list]) -> Callable[..., list]:
    """Make a pass for each input, with these seeds."""

    def work(f: Callable, at: list) -> list:
        found = []
        for i in range(len(at)):
            pairs = zip(at, seeds(at, i), strict=True)
            found.append(f(*(Dual(x, float(seed)) for x, seed in pairs)).slope)
        return found

    return work


_SEEDED = _seeded(lambda at, i: [i == j for j in range(len(at))])


def _duals(values: list, _calls: list) -> bool:
    return all(
        hasattr(part, "slope")
        for value in values
        for part in (value if isinstance(value, (list, tuple)) else [value])
    )


def _one_slope(values: list, calls: list) -> bool:
    return all(
        np.size(value) == 1 < len(call.arguments[1])
        for value, call in zip(values, calls, strict=True)
        if len(call.arguments[1]) > 1
    )


ARITHMETIC: dict[str, dict[str, Callable[..., Any] | Probe]] = {
    "plus": {
        "one-slope-kept": any_of(
            _pairs(lambda a, b, c, d: (a + c, b)),
            _pairs(lambda a, b, c, d: (a + c, d)),
        ),
    },
    "minus": {
        "slopes-added": _pairs(lambda a, b, c, d: (a - c, b + d)),
        "sides-swapped": _pairs(lambda a, b, c, d: (c - a, d - b)),
        "one-slope-kept": any_of(
            _pairs(lambda a, b, c, d: (a - c, b)),
            _pairs(lambda a, b, c, d: (a - c, d)),
        ),
    },
    "times": {
        "epsilon-squared-kept": _pairs(
            lambda a, b, c, d: (a * c, a * d + b * c + b * d)
        ),
        "product-one-sided": any_of(
            _pairs(lambda a, b, c, d: (a * c, a * d)),
            _pairs(lambda a, b, c, d: (a * c, b * c)),
        ),
        "product-of-slopes": _pairs(lambda a, b, c, d: (a * c, b * d)),
        "slopes-crossed": _pairs(lambda a, b, c, d: (a * c, a * b + c * d)),
    },
    "divide": {
        "quotient-sign": _pairs(lambda a, b, c, d: (a / c, (b * c + a * d) / c**2)),
        "quotient-order": _pairs(lambda a, b, c, d: (a / c, (a * d - b * c) / c**2)),
        "quotient-unsquared": any_of(
            _pairs(lambda a, b, c, d: (a / c, (b * c - a * d) / c)),
            _pairs(lambda a, b, c, d: (a / c, b * c - a * d)),
        ),
        "quotient-of-slopes": _pairs(lambda a, b, c, d: (a / c, b / d if d else 0.0)),
        "one-slope-kept": _pairs(lambda a, b, c, d: (a / c, b / c)),
        "sides-swapped": _pairs(lambda a, b, c, d: RIGHT["divide"](c, d, a, b)),
    },
}

TASKS = {
    "numeric-kept": Task(NUDGES, {"input-left-changed": Probe(lambda *_: True)}),
    "autodiff-numeric": Task(
        NUDGES,
        {
            "forward-difference": any_of(
                lambda f, x, i, h: (_moved(f, x, i, h) - f(x)) / h,
                lambda f, x, i, h: (f(x) - _moved(f, x, i, -h)) / h,
            ),
            "not-halved": lambda f, x, i, h: (
                (_moved(f, x, i, h) - _moved(f, x, i, -h)) / h
            ),
            "all-inputs-moved": lambda f, x, i, h: (f(x + h) - f(x - h)) / (2 * h),
            "other-input-moved": any_of(
                lambda f, x, i, h: (
                    (_moved(f, x, i - 1, h) - _moved(f, x, i - 1, -h)) / (2 * h)
                ),
                lambda f, x, i, h: (_moved(f, x, 0, h) - _moved(f, x, 0, -h)) / (2 * h),
            ),
            "sides-swapped": lambda f, x, i, h: (
                (_moved(f, x, i, -h) - _moved(f, x, i, h)) / (2 * h)
            ),
            "not-divided": any_of(
                lambda f, x, i, h: _moved(f, x, i, h) - _moved(f, x, i, -h),
                lambda f, x, i, h: (_moved(f, x, i, h) - _moved(f, x, i, -h)) / 2,
            ),
            "step-multiplied": lambda f, x, i, h: (
                (_moved(f, x, i, h) - _moved(f, x, i, -h)) / 2 * h
            ),
            "points-the-same": lambda *_: 0.0,
            "step-too-small": _own_step(small=True),
            "step-of-own": _own_step(small=False),
        },
        NUMERIC,
    ),
    "autodiff-rules": Task(
        SYMBOLS,
        {
            "product-of-derivatives": _any_rules(
                _rules(product=lambda e, du, dv: ("*", du, dv))
            ),
            "product-one-term": _any_rules(
                _rules(product=lambda e, du, dv: ("*", du, e[2])),
                _rules(product=lambda e, du, dv: ("*", e[1], dv)),
            ),
            "other-variable-differentiated": _any_rules(_rules(other=lambda: 1)),
            "constant-kept": _any_rules(
                _rules(constant=1), _rules(constant=1, other=lambda: 0)
            ),
            "chain-forgotten": _any_rules(
                _rules(
                    power=lambda e, du, dv: ("*", e[2], ("**", e[1], e[2] - 1)),
                    sin=lambda e, du, dv: ("cos", e[1]),
                    exp=lambda e, du, dv: e,
                ),
                _rules(power=lambda e, du, dv: ("*", e[2], ("**", e[1], e[2] - 1))),
                _rules(
                    sin=lambda e, du, dv: ("cos", e[1]),
                    exp=lambda e, du, dv: e,
                ),
                _rules(sin=lambda e, du, dv: ("cos", e[1])),
                _rules(exp=lambda e, du, dv: e),
            ),
            "power-kept": _any_rules(_rules(power=_power_of_power)),
            "exponent-forgotten": _any_rules(
                _rules(power=lambda e, du, dv: ("*", ("**", e[1], e[2] - 1), du))
            ),
            "function-kept": _any_rules(_rules(sin=lambda e, du, dv: ("*", e, du))),
            "sine-sign": _any_rules(
                _rules(sin=lambda e, du, dv: ("*", -1, ("*", ("cos", e[1]), du)))
            ),
            "cosine-of-slope": _any_rules(
                _rules(sin=lambda e, du, dv: ("cos", du)),
                _rules(sin=lambda e, du, dv: ("*", ("cos", du), du)),
            ),
            "name-fixed": _any_rules(lambda e, by: _rules()(e, "x")),
            "exponential-as-power": _any_rules(
                _rules(
                    exp=lambda e, du, dv: (
                        "*",
                        ("*", e[1], ("exp", ("+", e[1], -1))),
                        du,
                    )
                )
            ),
        },
        RULES,
    ),
    "dual-power": Task(
        DUAL,
        {
            "function-slope-forgotten": _of(lambda a, n: a**n, lambda a, b, n: b),
            "inner-slope-forgotten": _of(
                lambda a, n: a**n, lambda a, b, n: n * a ** (n - 1)
            ),
            "power-kept": _of(lambda a, n: a**n, lambda a, b, n: n * a**n * b),
            "exponent-forgotten": _of(
                lambda a, n: a**n, lambda a, b, n: a ** (n - 1) * b
            ),
            "value-for-slope": _of(lambda a, n: a**n, lambda a, b, n: a**n * b),
            "slope-raised": _of(lambda a, n: a**n, lambda a, b, n: b**n),
            "slope-of-b": any_of(
                _of(lambda a, n: a**n, lambda a, b, n: n * b ** (n - 1)),
                _of(lambda a, n: a**n, lambda a, b, n: n * (a * b) ** (n - 1)),
            ),
        },
        DUALS,
    ),
    "dual-sine": Task(
        DUAL,
        {
            "function-slope-forgotten": _of(math.sin, lambda a, b: b),
            "inner-slope-forgotten": _of(math.sin, lambda a, b: math.cos(a)),
            "value-for-slope": _of(math.sin, lambda a, b: math.sin(a) * b),
            "sine-sign": _of(math.sin, lambda a, b: -math.cos(a) * b),
            "slope-of-b": any_of(
                _of(math.sin, lambda a, b: math.cos(b)),
                _of(math.sin, lambda a, b: math.cos(a * b)),
                _of(math.sin, lambda a, b: math.cos(b) * b),
            ),
        },
        DUALS,
    ),
    "dual-exponential": Task(
        DUAL,
        {
            "function-slope-forgotten": _of(math.exp, lambda a, b: b),
            "inner-slope-forgotten": _of(math.exp, lambda a, b: math.exp(a)),
            "slope-of-b": any_of(
                _of(math.exp, lambda a, b: math.exp(b)),
                _of(math.exp, lambda a, b: math.exp(a * b)),
                _of(math.exp, lambda a, b: math.exp(b) * b),
            ),
            "exponential-as-power": _of(math.exp, lambda a, b: a * math.exp(a - 1) * b),
        },
        DUALS,
    ),
    "autodiff-forward": Task(
        FORWARD,
        {
            "dual-returned": Probe(_duals),
            "first-only": Probe(_one_slope),
            "both-seeded": _seeded(lambda at, i: [1] * len(at)),
            "seed-forgotten": _seeded(lambda at, i: [0] * len(at)),
            "seeds-kept": any_of(
                _seeded(lambda at, i: [j <= i for j in range(len(at))]),
                _seeded(lambda at, i: [j >= i for j in range(len(at))]),
            ),
            "input-as-seed": _seeded(
                lambda at, i: [x if i == j else 0 for j, x in enumerate(at)]
            ),
            "value-for-slope": lambda f, at: [
                f(*(Dual(x, 1.0) for x in at)).value for _ in at
            ],
            "slopes-reversed": lambda f, at: _SEEDED(f, at)[::-1],
        },
        LESSON + "“One pass for each input”",
    ),
    "forward-seeded": Task(
        FORWARD, {"values-compared": Probe(lambda *_: True)}, PASSES
    ),
    "autodiff-passes": Task(
        COUNTS,
        {
            "modes-swapped": lambda n, m: (m, n),
            "reverse-always-one": lambda n, m: (n, 1),
            "both-by-inputs": lambda n, m: (n, n),
            "product-of-both": Probe(
                lambda values, calls: any(
                    all(
                        float(value[k]) == call.arguments[0] * call.arguments[1]
                        for value, call in zip(values, calls, strict=True)
                    )
                    for k in (0, 1)
                )
            ),
            "sum-of-both": Probe(
                lambda values, calls: any(
                    all(
                        float(value[k]) in (sum(call.arguments), 1 + call.arguments[0])
                        for value, call in zip(values, calls, strict=True)
                    )
                    for k in (0, 1)
                )
            ),
        },
        PASSES,
    ),
}
TASKS["dual-composed"] = Task(
    DUAL, {"list-for-tuple": Probe(lambda values, _: type(values[0]) is list)}, DUALS
)
for _name, _right in RIGHT.items():
    TASKS[f"dual-{_name}"] = Task(DUAL, ARITHMETIC[_name], DUALS)
    TASKS[f"left-{_name}"] = Task(DUAL, ARITHMETIC[_name] | _left(_right), DUALS)
