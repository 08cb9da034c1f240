"""Nodes in order, gradients handed back, and visits counted."""

import numpy as np
import pytest

from nnbyhand import autodiff
from nnbyhand.nodes import (
    Made,
    Node,
    backward,
    count_steps,
    keeps_parents,
    noting,
    on_numbers,
    order,
    ran_once,
    trace,
)

SLIDE = ("*", ("+", "b", "c"), ("+", "c", 2))


@pytest.mark.parametrize(
    ("b", "c", "grads"), [(2, 1, [3, 6, 3, 3, 1]), (5, -1.5, [0.5, 4, 0.5, 3.5, 1])]
)
def test_the_graph_of_the_slide(b, c, grads):
    nodes = order(trace(SLIDE, {"b": b, "c": c}))
    assert [node.name for node in nodes] == [
        "b", "c", "b + c", "c + 2", "(b + c)·(c + 2)",
    ]  # fmt: skip
    assert backward(nodes) == grads


def test_a_second_run_starts_afresh_and_takes_its_seed():
    nodes = order(trace(SLIDE, {"b": 5.0, "c": -1.5}))
    backward(nodes)
    assert backward(nodes, -2.0) == [-1.0, -8.0, -1.0, -7.0, -2.0]


def test_every_node_stands_once_after_its_parents():
    x = Node(1.0, name="x")
    layer = [x, x]
    for _ in range(12):  # 2 ** 12 ways lead back to x
        layer = [Node(1.0, layer, (0.5, 0.5)), Node(1.0, layer, (0.5, 0.5))]
    nodes = order(Node(2.0, layer, (1.0, 1.0)))
    assert len(nodes) == 26
    for i, node in enumerate(nodes):
        assert set(node.parents) <= set(nodes[:i])
    assert backward(nodes)[0] == pytest.approx(2.0)


def test_a_long_chain_needs_no_recursion():
    node = Node(0.0)
    for _ in range(5000):
        node = Node(0.0, (node,), (1.0,))
    assert backward(order(node))[0] == 1.0


def test_names_can_be_given():
    output = trace(SLIDE, {"b": 1, "c": 1}, {SLIDE: "a"})
    assert repr(output) == "Node(a: 6, grad 0)"


def test_each_parent_needs_a_slope():
    with pytest.raises(ValueError, match="got 2 parents and 1 slopes"):
        Node(1.0, (Node(0.0), Node(0.0)), (1.0,))


@pytest.mark.parametrize("n", [1, 4, 9])
def test_visits_are_counted(n):
    forward, reverse = count_steps(
        lambda *w: sum(autodiff.sin(w_i) for w_i in w), np.zeros(n)
    )
    assert (forward, reverse) == (2 * n * n, 4 * n)


@pytest.mark.parametrize("parents", [Node(0.0), 1.0])
def test_a_forgotten_comma_is_told(parents):
    with pytest.raises(TypeError, match=r"parents must be a tuple; .* \(u,\)"):
        Node(1.0, parents, (1.0,))


class Half:
    """An engine with a sum, a wrong opposite and what is not written yet."""

    def __init__(self, value, parents=(), slopes=()):
        self.value, self.grad = value, 0.0
        self.parents, self.slopes = parents, slopes

    def __add__(self, other):
        other = other if isinstance(other, Half) else Half(other)
        return Half(self.value + other.value, (self, other), (1.0, 1.0))

    def __radd__(self, other):
        return self + other

    def __sub__(self, other):
        return self + -other

    def __neg__(self):
        raise NotImplementedError

    def __mul__(self, other):
        return Half(self.value * other.value, (self, other), (other, self))

    def __pow__(self, n):
        return Half(self.value**n, (self), (n,))

    def __truediv__(self, other):
        return Half(self.value / other.value, (self.value, other.value), (1.0, 1.0))


def tried(name, *numbers):
    return on_numbers(getattr(Half, name, None), Half, name)(*numbers)


def test_one_operator_gives_its_value_and_gradients():
    assert tried("__add__", Made(3.0), Made(-4.0)) == (-1.0, 1.0, 1.0)
    assert tried("__add__", Made(3.0), 2) == (5.0, 1.0)
    assert tried("__radd__", Made(3.0), 2) == (5.0, 1.0)


@pytest.mark.parametrize(
    ("name", "numbers", "told"),
    [
        ("__sub__", (Made(3.0), Made(1.0)), "__sub__ uses __neg__, which is not"),
        ("__mul__", (Made(3.0), Made(1.0)), "take the .value"),
        ("__pow__", (Made(3.0), 2), "with a comma"),
        ("__truediv__", (Made(3.0), Made(1.0)), "not plain numbers"),
        ("__rmul__", (Made(3.0), 2), "unsupported operand"),
    ],
)
def test_what_is_wrong_with_an_operator_is_told(name, numbers, told):
    with pytest.raises(TypeError, match=told):
        tried(name, *numbers)


def test_an_operator_that_is_not_written_says_so():
    with pytest.raises(NotImplementedError):
        tried("__neg__", Made(3.0))


def test_a_class_is_looked_at_only_where_it_keeps_parents():
    assert keeps_parents(Half)
    assert not keeps_parents(None)
    assert not keeps_parents(autodiff.Dual)


def test_what_arrives_in_a_function_is_noted():
    f = noting(lambda x, y: x + y)
    f(Half(1.0), Half(2.0))
    assert ran_once(f, Half)
    assert not ran_once(f, float)
    f(Half(1.0), Half(2.0))
    assert not ran_once(f, Half)
