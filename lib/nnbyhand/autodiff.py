"""Differentiate an ordinary Python function exactly, in two directions.

``derivative(f, 3.0, 4.0, by=0)`` sends dual numbers forward through ``f``, one pass
for one input. ``grad(f, 3.0, 4.0)`` records ``Value`` objects and comes back once for
all inputs. ``sin``, ``cos``, ``exp``, ``log``, ``tanh``, ``relu`` and ``sigmoid`` take
plain numbers, duals and values alike, so the same ``f`` serves every way.
"""

import math
from collections.abc import Callable
from numbers import Real
from typing import Any


class Dual:
    """A number a + bε with ε² = 0: a value, and its slope carried along.

    Taught in course/05_automatic_differentiation.

    >>> x = Dual(3.0, 1.0)
    >>> x * x * 4 + 6
    Dual(42.0, slope 24.0)
    """

    __array_ufunc__ = None  # a NumPy number on the left leaves the work to us
    __slots__ = ("slope", "value")

    def __init__(self, value: float, slope: float = 0.0) -> None:
        self.value = _number("Dual", value)
        self.slope = _number("Dual", slope)

    def __repr__(self) -> str:
        return f"Dual({self.value}, slope {self.slope})"

    def __add__(self, other: Any) -> "Dual":
        other = _dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other: Any) -> "Dual":
        other = _dual(other)
        slope = self.value * other.slope + self.slope * other.value
        return Dual(self.value * other.value, slope)

    def __truediv__(self, other: Any) -> "Dual":
        other = _dual(other)
        quotient = self.value / other.value
        return Dual(quotient, (self.slope - quotient * other.slope) / other.value)

    def __pow__(self, other: Any) -> "Dual":
        if not isinstance(other, Dual):
            power, by_base = _power(self.value, other)
            return Dual(power, by_base * self.slope)
        power, by_base = _power(self.value, other.value)
        by_exponent = power * log(self.value)
        return Dual(power, by_base * self.slope + by_exponent * other.slope)

    def __neg__(self) -> "Dual":
        return Dual(-self.value, -self.slope)

    def __sub__(self, other: Any) -> "Dual":
        return self + -_dual(other)

    def __rsub__(self, other: Any) -> "Dual":
        return _dual(other) - self

    def __rtruediv__(self, other: Any) -> "Dual":
        return _dual(other) / self

    def __rpow__(self, other: Any) -> "Dual":
        return _dual(other) ** self

    __radd__ = __add__
    __rmul__ = __mul__


class Value:
    """A number that remembers the one or two numbers it was made from.

    It keeps its slope by each of them, so that ``backward`` can hand its gradient
    on: ``parent.grad += slope * self.grad``.
    Taught in course/05_automatic_differentiation.

    >>> x, y = Value(3.0), Value(4.0)
    >>> (x * x * y + y + 2).backward()
    >>> x, y
    (Value(3.0, grad 24.0), Value(4.0, grad 10.0))
    """

    # Slots with slopes, not a closure per operation: closures refer back to their
    # node, and collecting those cycles takes most of such an engine's time.
    __array_ufunc__ = None
    __slots__ = ("grad", "left", "left_slope", "right", "right_slope", "value")

    def __init__(
        self,
        value: float,
        left: "Value | None" = None,
        left_slope: float = 0.0,
        right: "Value | None" = None,
        right_slope: float = 0.0,
    ) -> None:
        self.value = value if value.__class__ is float else _number("Value", value)
        self.grad = 0.0
        self.left, self.left_slope = left, left_slope
        self.right, self.right_slope = right, right_slope

    def __repr__(self) -> str:
        return f"Value({self.value}, grad {self.grad})"

    def __add__(self, other: Any) -> "Value":
        if not isinstance(other, Value):
            return Value(self.value + _number("Value", other), self, 1.0)
        return Value(self.value + other.value, self, 1.0, other, 1.0)

    def __mul__(self, other: Any) -> "Value":
        if not isinstance(other, Value):
            factor = _number("Value", other)
            return Value(self.value * factor, self, factor)
        return Value(self.value * other.value, self, other.value, other, self.value)

    def __truediv__(self, other: Any) -> "Value":
        other = other if isinstance(other, Value) else Value(other)
        quotient, inverse = self.value / other.value, 1.0 / other.value
        return Value(quotient, self, inverse, other, -quotient * inverse)

    def __pow__(self, other: Any) -> "Value":
        if not isinstance(other, Value):
            return Value(*_power_of(self, other))
        by_exponent = self.value**other.value * log(self.value)
        return Value(*_power_of(self, other.value), other, by_exponent)

    def __neg__(self) -> "Value":
        return Value(-self.value, self, -1.0)

    def __sub__(self, other: Any) -> "Value":
        if not isinstance(other, Value):
            return Value(self.value - _number("Value", other), self, 1.0)
        return Value(self.value - other.value, self, 1.0, other, -1.0)

    def __rsub__(self, other: Any) -> "Value":
        return Value(_number("Value", other) - self.value, self, -1.0)

    def __rtruediv__(self, other: Any) -> "Value":
        return Value(other) / self

    def __rpow__(self, other: Any) -> "Value":
        return Value(other) ** self

    __radd__ = __add__
    __rmul__ = __mul__

    def backward(self, seed: float = 1.0) -> None:
        """Add this value's gradient, times ``seed``, to ``grad`` of all it came from.

        Inputs collect over several calls, as in torch: set ``grad = 0.0`` between.
        Taught in course/05_automatic_differentiation.
        """
        order = topological_order(self)
        for node in order:
            if node.left is not None:
                node.grad = 0.0
        self.grad += _number("Value.backward", seed)
        for node in reversed(order):
            if node.left is not None:
                node.left.grad += node.left_slope * node.grad
            if node.right is not None:
                node.right.grad += node.right_slope * node.grad


def topological_order(output: Value) -> list[Value]:
    """List each value ``output`` was made from once, and always before its users.

    Taught in course/05_automatic_differentiation.

    >>> x = Value(2.0)
    >>> [node.value for node in topological_order(x * x * x + x)]
    [2.0, 4.0, 8.0, 10.0]
    """
    order: list[Value] = []
    placed = {None}
    path = [output]  # a list, not recursion: long sums are deeper than Python allows
    while path:
        node = path[-1]
        if node.left not in placed:
            path.append(node.left)
            placed.add(node.left)
        elif node.right not in placed:
            path.append(node.right)
            placed.add(node.right)
        else:
            order.append(path.pop())
    return order


def derivative(f: Callable[..., Any], *at: float, by: int = 0) -> float:
    """Give the slope of ``f`` by its input number ``by``, in one forward pass.

    Taught in course/05_automatic_differentiation.

    >>> derivative(lambda x, y: x * x * y + y + 2, 3.0, 4.0, by=1)
    10.0
    """
    _check_inputs("derivative", at, by)
    duals = [Dual(x, 1.0 if i == by else 0.0) for i, x in enumerate(at)]
    return _result("derivative", f(*duals), Dual).slope


def grad(f: Callable[..., Any], *at: float) -> tuple[float, ...]:
    """Give the slopes of ``f`` by all its inputs, in one pass there and one back.

    Taught in course/05_automatic_differentiation.

    >>> grad(lambda x, y: x * x * y + y + 2, 3.0, 4.0)
    (24.0, 10.0)
    """
    _check_inputs("grad", at, 0)
    values = [Value(x) for x in at]
    _result("grad", f(*values), Value).backward()
    return tuple(value.grad for value in values)


def numeric_derivative(
    f: Callable[..., Any], *at: float, by: int = 0, h: float = 1e-5
) -> float:
    """Estimate the slope of ``f`` by input ``by`` from two points 2h apart.

    The error first falls with h², then rounding takes over: 1e-5 is near the best.
    Taught in course/05_automatic_differentiation.

    >>> round(numeric_derivative(lambda x: x**3, 2.0), 6)
    12.0
    """
    _check_inputs("numeric_derivative", at, by)
    if not h > 0:
        raise ValueError(f"numeric_derivative: h must be above 0, got {h}")
    above, below = list(at), list(at)
    above[by] += h
    below[by] -= h
    return (f(*above) - f(*below)) / (2 * h)


def _sigmoid(x: float) -> float:
    return 0.5 + 0.5 * math.tanh(0.5 * x)


def _log(x: float) -> float:
    if not x > 0:
        raise ValueError(f"log: x must be above 0, got {x}")
    return math.log(x)


# name: the function and its slope, both of the plain number
FUNCTIONS = {
    "sin": (math.sin, math.cos),
    "cos": (math.cos, lambda x: -math.sin(x)),
    "exp": (math.exp, math.exp),
    "log": (_log, lambda x: 1.0 / x),
    "tanh": (math.tanh, lambda x: 1.0 - math.tanh(x) ** 2),
    "relu": (lambda x: x if x > 0 else 0.0, lambda x: 1.0 if x > 0 else 0.0),
    "sigmoid": (_sigmoid, lambda x: _sigmoid(x) * (1.0 - _sigmoid(x))),
}


def _function(name: str) -> Callable[[Any], Any]:
    f, slope = FUNCTIONS[name]

    def apply(x: Any) -> Any:
        if isinstance(x, Value):
            return Value(f(x.value), x, slope(x.value))
        if isinstance(x, Dual):
            return Dual(f(x.value), slope(x.value) * x.slope)
        return f(_number(name, x))

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f"""Give {name} of a number, a Dual or a Value, as the same kind.

    Taught in course/05_automatic_differentiation.
    """
    return apply


sin, cos, exp = _function("sin"), _function("cos"), _function("exp")
log, tanh = _function("log"), _function("tanh")
relu, sigmoid = _function("relu"), _function("sigmoid")


def _power(base: float, exponent: Any) -> tuple[float, float]:
    exponent = _number("power", exponent)
    if base < 0 and exponent != int(exponent):
        raise ValueError(
            f"power: {base} ** {exponent} is no real number, the base is below 0"
        )
    slope = 0.0 if exponent == 0 else exponent * base ** (exponent - 1)
    return base**exponent, slope


def _power_of(base: Value, exponent: Any) -> tuple[float, Value, float]:
    power, slope = _power(base.value, exponent)
    return power, base, slope


def _number(function: str, value: Any) -> float:
    if isinstance(value, Real):
        return float(value)
    raise TypeError(f"{function}: expected a number, got {type(value).__name__}")


def _dual(value: Any) -> Dual:
    return value if isinstance(value, Dual) else Dual(value)


def _check_inputs(function: str, at: tuple[Any, ...], by: int) -> None:
    if not at:
        raise ValueError(f"{function}: give f and the point, got no point")
    if not 0 <= by < len(at):
        raise ValueError(f"{function}: by must be 0 to {len(at) - 1}, got {by}")


def _result(function: str, result: Any, kind: type) -> Any:
    if isinstance(result, kind):
        return result
    if isinstance(result, Real):
        return kind(result)  # f does not depend on its inputs: slope 0
    raise TypeError(
        f"{function}: f must return one number, got {type(result).__name__}"
        f"{'; is a return missing?' if result is None else ''}"
    )
