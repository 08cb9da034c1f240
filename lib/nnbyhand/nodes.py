"""The reverse pass in plain view: nodes, their order, and what is handed back.

A ``Node`` keeps its value, what it was made from, and its slope by each of them.
``order`` lists the nodes a result was made from, ``backward`` hands the gradients back.
``nnbyhand.autodiff.Value`` is the same idea behind Python's operators. ``on_numbers``
and ``noting`` look at an engine from outside: at one operator, and at what it does with
a function.
"""

import functools
import operator
import traceback
from collections.abc import Callable, Mapping, Sequence
from numbers import Real
from typing import Any

from nnbyhand.autodiff import FUNCTIONS, Value, topological_order
from nnbyhand.symbolic import Expression, evaluate, write


class Node:
    """A number in a graph: its value, its parents, its slope by each parent.

    Taught in course/05_automatic_differentiation.

    >>> b, c = Node(5.0), Node(-1.5)
    >>> Node(b.value * c.value, parents=(b, c), slopes=(c.value, b.value))
    Node(-7.5, grad 0)
    """

    def __init__(
        self,
        value: float,
        parents: Sequence["Node"] = (),
        slopes: Sequence[float] = (),
        name: str = "",
    ) -> None:
        for what, given in (("parents", parents), ("slopes", slopes)):
            if not hasattr(given, "__len__"):
                raise TypeError(
                    f"Node: {what} must be a tuple; a single one is written (u,) with "
                    "a comma"
                )
        if len(parents) != len(slopes):
            raise ValueError(
                f"Node: one slope for each parent, got {len(parents)} parents and "
                f"{len(slopes)} slopes"
            )
        self.value, self.grad, self.name = value, 0.0, name
        self.parents, self.slopes = tuple(parents), tuple(slopes)

    def __repr__(self) -> str:
        name = f"{self.name}: " if self.name else ""
        return f"Node({name}{self.value:g}, grad {self.grad:g})"


def order(output: Node) -> list[Node]:
    """List each node ``output`` was made from once, parents before their children.

    Taught in course/05_automatic_differentiation.

    >>> x = Node(3.0, name="x")
    >>> square = Node(9.0, (x, x), (3.0, 3.0), name="square")
    >>> [node.name for node in order(square)]
    ['x', 'square']
    """
    found: list[Node] = []
    placed = {id(output)}
    path = [(output, iter(output.parents))]  # a list: graphs may be deep
    while path:
        node, rest = path[-1]
        parent = next((p for p in rest if id(p) not in placed), None)
        if parent is None:
            found.append(node)
            path.pop()
        else:
            placed.add(id(parent))
            path.append((parent, iter(parent.parents)))
    return found


def backward(nodes: Sequence[Node], seed: float = 1.0) -> list[float]:
    """Hand gradients back through ordered nodes, from the last; give all of them.

    Taught in course/05_automatic_differentiation.

    >>> x = Node(3.0)
    >>> backward([x, Node(9.0, (x, x), (3.0, 3.0))])
    [6.0, 1.0]
    """
    for node in nodes:
        node.grad = 0.0
    nodes[-1].grad = seed
    for node in reversed(nodes):
        for parent, slope in zip(node.parents, node.slopes, strict=True):
            parent.grad += slope * node.grad
    return [node.grad for node in nodes]


def trace(
    expression: Expression,
    values: Mapping[str, float],
    names: Mapping[Expression, str] | None = None,
) -> Node:
    """Work an expression out and keep its graph: a node for each name and operation.

    What stands there twice is one node with two children; numbers are no nodes.
    ``names`` says what to call an expression; else it is called as it is written.
    Taught in course/05_automatic_differentiation.

    >>> output = trace(("*", ("**", "x", 2), "y"), {"x": 3, "y": 4})
    >>> [node.name for node in order(output)]
    ['x', 'x²', 'y', 'x²·y']
    """
    made: dict[Expression, Node] = {}
    names = names or {}

    def node_of(part: Expression) -> Node:
        if part not in made:
            value = float(evaluate(part, values))
            inside = () if isinstance(part, str) else part[1:]
            pairs = zip(inside, _slopes(part, values), strict=True)
            kept = [(p, slope) for p, slope in pairs if not isinstance(p, Real)]
            parents = [node_of(p) for p, _ in kept]
            name = names.get(part) or write(part)
            made[part] = Node(value, parents, [slope for _, slope in kept], name)
        return made[part]

    return node_of(expression)


def count_steps(f: Callable[..., Any], at: Sequence[float]) -> tuple[int, int]:
    """Count the node visits that all slopes of ``f`` take: forward mode, reverse mode.

    Forward mode visits each operation once for each input; reverse mode twice in all,
    on the way there and on the way back.
    Taught in course/05_automatic_differentiation.

    >>> count_steps(lambda x, y: x * x * y + y + 2, [3.0, 4.0])
    (8, 8)
    """
    inputs = [Value(x) for x in at]
    operations = len(
        [node for node in topological_order(f(*inputs)) if node.left is not None]
    )
    return len(at) * operations, 2 * operations


class Made:
    """A number of which ``on_numbers`` makes one of an engine's own."""

    def __init__(self, value: float) -> None:
        self.value = value

    def __repr__(self) -> str:
        return f"Value({self.value:g})"


# the name of a method: what calls it; a reflected one has a plain number on the left
OPERATORS: dict[str, Callable[..., Any]] = {
    "__add__": operator.add,
    "__radd__": lambda x, number: number + x,
    "__sub__": operator.sub,
    "__rsub__": lambda x, number: number - x,
    "__mul__": operator.mul,
    "__rmul__": lambda x, number: number * x,
    "__truediv__": operator.truediv,
    "__rtruediv__": lambda x, number: number / x,
    "__neg__": operator.neg,
    "__pow__": operator.pow,
}


def on_numbers(
    function: Callable[..., Any] | None, kind: type, name: str
) -> Callable[..., Any]:
    """Make one operator of an engine a function, which gives value and gradients.

    ``kind`` is the engine's class; a ``Made`` number becomes one of it, and its
    gradient is found with ``order`` and ``backward``.
    """

    def tried(*numbers: Any) -> Any:
        inputs = [kind(n.value) if isinstance(n, Made) else n for n in numbers]
        try:
            result = OPERATORS.get(name, function)(*inputs)
        except NotImplementedError as error:
            missing = traceback.extract_tb(error.__traceback__)[-1].name
            if missing == name:
                raise
            raise TypeError(f"{name} uses {missing}, which is not written") from None
        if result is None:
            return None
        _check_graph(result, kind)
        backward(order(result))
        return (result.value, *(x.grad for x in inputs if isinstance(x, kind)))

    if function is not None:
        functools.update_wrapper(tried, function)
    tried.__name__ = name
    return tried


def keeps_parents(kind: Any) -> bool:
    """Tell whether a class makes numbers with ``parents`` and ``slopes``."""
    try:
        number = kind(1.0)
    except Exception:  # whatever is wrong with it, it cannot be looked at
        return False
    return all(hasattr(number, part) for part in ("parents", "slopes", "grad"))


def noting(f: Callable[..., Any]) -> Callable[..., Any]:
    """Make a function that keeps in ``seen`` what it was called with.

    >>> f = noting(lambda x, y: x * y)
    >>> f(3, 4), f.seen
    (12, [(3, 4)])
    """

    @functools.wraps(f)
    def noted(*numbers: Any) -> Any:
        noted.seen.append(numbers)
        return f(*numbers)

    noted.seen = []
    return noted


def ran_once(noted: Callable[..., Any], kind: Any) -> bool:
    """Tell whether a function made by ``noting`` ran once, on numbers of this class."""
    return len(noted.seen) == 1 and all(
        isinstance(number, kind) for number in noted.seen[0]
    )


def _check_graph(result: Any, kind: type) -> None:
    """Say what about the graph behind a result cannot be walked."""
    if not isinstance(result, kind):
        raise TypeError(f"a {kind.__name__} is asked, got {type(result).__name__}")
    rest, seen = [result], set()
    while rest:
        node = rest.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        for what in ("parents", "slopes"):
            if not isinstance(getattr(node, what), (tuple, list)):
                raise TypeError(
                    f"{what} must be a tuple; a single one is written (u,) with a comma"
                )
        if not all(isinstance(parent, kind) for parent in node.parents):
            raise TypeError(f"the parents are {kind.__name__}s, not plain numbers")
        if not all(isinstance(n, Real) for n in (node.value, *node.slopes)):
            raise TypeError("value and slopes are plain numbers: take the .value")
        if len(node.parents) != len(node.slopes):
            raise TypeError(
                f"one slope for each parent, got {len(node.parents)} parents and "
                f"{len(node.slopes)} slopes"
            )
        rest += node.parents


def _slopes(expression: Expression, values: Mapping[str, float]) -> list[float]:
    """Give the local slope of an operation by each of its parts."""
    if isinstance(expression, str):
        return []
    operation, *parts = expression
    u, v = (*(evaluate(part, values) for part in parts), 0.0)[:2]
    if operation in FUNCTIONS:
        return [FUNCTIONS[operation][1](u)]
    return {
        "+": lambda: [1.0, 1.0],
        "-": lambda: [1.0, -1.0],
        "*": lambda: [v, u],
        "/": lambda: [1 / v, -u / v**2],
        "**": lambda: [v * u ** (v - 1), 0.0],
    }[operation]()
