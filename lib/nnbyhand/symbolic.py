"""Write a calculation down as an expression, work it out, differentiate it by rules.

An expression is a number, a name such as ``"x"``, or a tuple: ``("+", left, right)``
with one of ``+ - * /``, ``("**", base, number)``, or a function such as
``("sin", inside)``. ``evaluate`` runs it on numbers of any kind, ``differentiate``
rewrites it, ``write`` puts it in words people use.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from numbers import Real
from typing import Any

import numpy as np

from nnbyhand import autodiff

Expression = Any  # a number, a name, or a tuple of an operation and expressions

OPERATIONS = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "**": operator.pow,
}
FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    name: getattr(autodiff, name) for name in autodiff.FUNCTIONS
}
STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "**": 3}  # what needs brackets in what


def evaluate(
    expression: Expression,
    values: Mapping[str, Any],
    functions: Mapping[str, Callable[[Any], Any]] = FUNCTIONS,
) -> Any:
    """Work an expression out; the values may be numbers, duals, nodes or tensors.

    What stands there twice is worked out once.
    Taught in course/05_automatic_differentiation.

    >>> evaluate(("+", 5, ("*", "x", "y")), {"x": 2, "y": -3})
    -1
    """
    return _work_out(_steps(expression), values, functions)


def function_of(
    expression: Expression,
    names: Sequence[str],
    functions: Mapping[str, Callable[[Any], Any]] = FUNCTIONS,
) -> Callable[..., Any]:
    """Make a function of an expression; its arguments come in the order of the names.

    Taught in course/05_automatic_differentiation.

    >>> function_of(("*", "x", "y"), "xy")(3, 4)
    12
    """

    name, steps = write(expression), _steps(expression)

    def f(*numbers: Any) -> Any:
        if len(numbers) != len(names):
            wanted = ", ".join(names)
            raise TypeError(
                f"f takes {len(names)} numbers, f({wanted}), got {len(numbers)}"
            )
        values = dict(zip(names, numbers, strict=True))
        return _work_out(steps, values, functions)

    f.__name__, f.expression, f.names = name, expression, names
    return f


def differentiate(expression: Expression, by: str) -> Expression:
    """Give the derivative of an expression by a name, as another expression.

    Nothing is tidied up: ``0 * y`` stays, which is how such expressions swell.
    Taught in course/05_automatic_differentiation.

    >>> differentiate(("*", "x", "y"), "x")
    ('+', ('*', 1, 'y'), ('*', 'x', 0))
    """
    if isinstance(expression, (str, Real)):
        return 1 if expression == by else 0
    operation, *parts = _checked("differentiate", expression)
    if operation not in _SLOPES:
        raise ValueError(f"differentiate: there is no rule for {operation!r}")
    slopes = [differentiate(part, by) for part in parts]
    return _SLOPES[operation](*parts, *slopes)


def write(expression: Expression) -> str:
    """Write an expression as in a book, with the brackets it needs.

    Taught in course/05_automatic_differentiation.

    >>> write(("*", ("+", "b", "c"), ("sin", ("**", "c", 2))))
    '(b + c)·sin(c²)'
    """
    if isinstance(expression, str):
        return expression
    if isinstance(expression, Real):
        return f"{expression:g}" if expression >= 0 else f"({expression:g})"
    operation, *parts = _checked("write", expression)
    if operation not in STRENGTH:
        return f"{operation}({write(parts[0])})"
    left, right = parts
    strength = STRENGTH[operation]
    first, second = (write(part) for part in parts)
    if _strength(left) < strength or (operation == "**" and _strength(left) < 4):
        first = f"({first})"
    if operation == "**" and right in (2, 3):
        return first + {2: "²", 3: "³"}[right]
    firm = operation in ("-", "/", "**")  # a − (b − c) needs its brackets
    if _strength(right) < strength + firm:
        second = f"({second})"
    between = {"*": "·", "/": "/", "**": "^"}.get(operation, f" {operation} ")
    return first + between + second


def size(expression: Expression) -> int:
    """Count the numbers, names and operations of an expression.

    Taught in course/05_automatic_differentiation.

    >>> size(("+", 5, ("*", "x", "y")))
    5
    """
    if isinstance(expression, (str, Real)):
        return 1
    return 1 + sum(size(part) for part in _checked("size", expression)[1:])


def random_expression(
    rng: np.random.Generator, names: str = "xyz", depth: int = 4
) -> Expression:
    """Draw an expression that can be worked out for every value of its names.

    What stands below a line is a square plus a number; no operation has numbers only.
    """
    if depth == 0 or rng.random() < 0.1:
        return str(rng.choice(list(names)))
    inside = random_expression(rng, names, depth - 1)
    kind = str(rng.choice(["+", "-", "*", "*", "/", "**", "exp", "tanh"]))
    if kind in ("+", "-", "*"):
        other = float(np.round(rng.uniform(-2, 2), 2))
        if rng.random() < 0.7:
            other = random_expression(rng, names, depth - 1)
        return (kind, inside, other) if rng.random() < 0.5 else (kind, other, inside)
    if kind == "/":
        below = ("+", ("**", random_expression(rng, names, depth - 1), 2), 1.5)
        return ("/", inside if rng.random() < 0.7 else 2, below)
    if kind == "**":
        return ("**", inside, int(rng.integers(2, 4)))
    # tanh inside keeps exp from growing beyond what float64 can hold
    return ("exp", ("tanh", inside)) if kind == "exp" else ("tanh", inside)


# operation: its derivative out of the parts and their derivatives
_SLOPES: dict[str, Callable[..., Expression]] = {
    "+": lambda u, v, du, dv: ("+", du, dv),
    "-": lambda u, v, du, dv: ("-", du, dv),
    "*": lambda u, v, du, dv: ("+", ("*", du, v), ("*", u, dv)),
    "/": lambda u, v, du, dv: (
        "/",
        ("-", ("*", du, v), ("*", u, dv)),
        ("**", v, 2),
    ),
    "**": lambda u, n, du, _: ("*", ("*", n, ("**", u, n - 1)), du),
    "sin": lambda u, du: ("*", ("cos", u), du),
    "cos": lambda u, du: ("*", ("*", -1, ("sin", u)), du),
    "exp": lambda u, du: ("*", ("exp", u), du),
    "log": lambda u, du: ("/", du, u),
    "tanh": lambda u, du: ("*", ("-", 1, ("**", ("tanh", u), 2)), du),
}


def _strength(expression: Expression) -> int:
    if isinstance(expression, tuple):
        return STRENGTH.get(expression[0], 4)
    return 4


def _steps(expression: Expression) -> list[tuple[Any, tuple[int, ...] | None]]:
    """List the parts, each after those it is made of, and equal ones once.

    A step is (operation, places of its parts), or (name or number, None).
    """
    steps: list[tuple[Any, tuple[int, ...] | None]] = []
    places: dict[Any, int] = {}

    def place(part: Expression) -> int:
        inside = None
        if isinstance(part, (str, Real)):
            step, key = part, (type(part), part)
        else:
            step, *parts = _checked("evaluate", part)
            inside = tuple([place(each) for each in parts])
            key = step, inside
        if key not in places:
            places[key] = len(steps)
            steps.append((step, inside))
        return places[key]

    place(expression)
    return steps


def _work_out(
    steps: list[tuple[Any, tuple[int, ...] | None]],
    values: Mapping[str, Any],
    functions: Mapping[str, Callable[[Any], Any]],
) -> Any:
    """Work out one step after the other; the last one is the whole."""
    found: list[Any] = []
    for step, inside in steps:
        if inside is not None:
            function = OPERATIONS.get(step) or functions.get(step)
            if function is None:
                raise ValueError(f"evaluate: there is no function {step} here")
            found.append(function(*[found[i] for i in inside]))
        elif not isinstance(step, str):
            found.append(step)
        elif step in values:
            found.append(values[step])
        else:
            raise ValueError(f"evaluate: {step!r} has no value")
    return found[-1]


def _checked(function: str, expression: Any) -> tuple[Any, ...]:
    """Give the tuple of an operation, or say what about it is no expression."""
    if not isinstance(expression, (tuple, list)) or not expression:
        raise TypeError(
            f"{function}: an expression is a number, a name or a tuple, got "
            f"{expression!r}"
        )
    operation, *parts = expression
    known = operation in OPERATIONS or operation in FUNCTIONS
    if not isinstance(operation, str) or not known:
        raise ValueError(f"{function}: {operation!r} is no operation")
    wanted = 2 if operation in OPERATIONS else 1
    if len(parts) != wanted:
        nest = "; put one tuple into another" if len(parts) > wanted > 1 else ""
        raise ValueError(
            f"{function}: {operation!r} needs {wanted} part{'s' * (wanted > 1)}, got "
            f"{len(parts)}{nest}"
        )
    return (operation, *parts)
