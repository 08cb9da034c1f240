"""The reverse pass in plain view: nodes, their order, and what is handed back.

A ``Node`` keeps its value, what it was made from, and its slope by each of them.
``order`` lists the nodes a result was made from, ``backward`` hands the gradients back.
``nnbyhand.autodiff.Value`` is the same idea behind Python's operators.
"""

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
