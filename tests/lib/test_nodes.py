"""Nodes in order, gradients handed back, and visits counted."""

import numpy as np
import pytest

from nnbyhand import autodiff
from nnbyhand.nodes import Node, backward, count_steps, order, trace

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
