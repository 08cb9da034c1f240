"""Expressions: worked out, differentiated, written; every rule against dual numbers."""

import numpy as np
import pytest

from nnbyhand import autodiff, nodes
from nnbyhand.symbolic import (
    FUNCTIONS,
    differentiate,
    evaluate,
    function_of,
    random_expression,
    size,
    write,
)

AT = {"x": 0.7, "y": -1.3, "z": 0.4}
EXPRESSIONS = [
    ("-", ("*", "x", "y"), ("/", "x", ("+", "y", 3))),
    ("**", ("+", "x", 2), 3),
    ("**", ("*", "x", "x"), -1),
    *((name, ("*", "x", "x")) for name in ("sin", "cos", "exp", "log", "tanh")),
    *(random_expression(np.random.default_rng(k)) for k in range(20)),
]


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=write)
@pytest.mark.parametrize("by", ["x", "y"])
def test_the_rules_agree_with_dual_numbers(expression, by):
    duals = {name: autodiff.Dual(at, float(name == by)) for name, at in AT.items()}
    made = evaluate(expression, duals)
    slope = made.slope if isinstance(made, autodiff.Dual) else 0.0
    assert evaluate(differentiate(expression, by), AT) == pytest.approx(slope)


@pytest.mark.parametrize("expression", EXPRESSIONS, ids=write)
def test_the_traced_graph_agrees_with_the_rules(expression):
    output = nodes.trace(expression, AT)
    assert output.value == pytest.approx(evaluate(expression, AT))
    nodes.backward(nodes.order(output))
    for node in nodes.order(output):
        if node.name in AT:
            slope = evaluate(differentiate(expression, node.name), AT)
            assert node.grad == pytest.approx(slope)


def test_what_stands_twice_is_worked_out_once():
    calls = []
    shared = ("sin", "x")

    def counted(x):
        calls.append(x)
        return FUNCTIONS["sin"](x)

    evaluate(("+", shared, ("*", shared, ["sin", "x"])), {"x": 1.0}, {"sin": counted})
    assert calls == [1.0]


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (("-", "a", ("-", "b", "c")), "a - (b - c)"),
        (("-", ("-", "a", "b"), "c"), "a - b - c"),
        (("/", "a", ("*", "b", "c")), "a/(b·c)"),
        (("**", ("*", -2, "x"), 3), "((-2)·x)³"),
        (("**", ("sin", "x"), 5), "sin(x)^5"),
        (("+", 0.5, ("*", ("+", "x", 1), "y")), "0.5 + (x + 1)·y"),
    ],
)
def test_brackets_stand_where_they_are_needed(expression, text):
    assert write(expression) == text


@pytest.mark.parametrize(
    ("expression", "complaint"),
    [
        ("q", "'q' has no value"),
        (("%", 1, 2), "'%' is no operation"),
        (("+", 1), r"'\+' needs 2 parts, got 1"),
        (("sin", 1, 2), "'sin' needs 1 part, got 2"),
        ((), "an expression is a number"),
        (None, "an expression is a number"),
    ],
)
def test_what_is_no_expression_is_told(expression, complaint):
    with pytest.raises((ValueError, TypeError), match=complaint):
        evaluate(expression, AT)


def test_a_missing_function_and_a_missing_rule_are_told():
    with pytest.raises(ValueError, match="there is no function exp here"):
        evaluate(("exp", "x"), AT, {"exp": None})
    with pytest.raises(ValueError, match="no rule for 'relu'"):
        differentiate(("relu", "x"), "x")


def test_random_expressions_use_no_operation_on_numbers_alone():
    rng = np.random.default_rng(0)

    def names(expression):
        if isinstance(expression, tuple):
            assert any(isinstance(part, (str, tuple)) for part in expression[1:])
            return {name for part in expression[1:] for name in names(part)}
        return {expression} if isinstance(expression, str) else set()

    drawn = [random_expression(rng, depth=6) for _ in range(200)]
    assert max(size(expression) for expression in drawn) > 60
    for expression in drawn:
        assert names(expression) <= set("xyz")
        assert np.isfinite(evaluate(expression, AT))


def test_a_function_counts_its_numbers_and_bears_its_expression():
    f = function_of(("-", "y", "x"), "xy")
    assert (f(1, 5), f.__name__, f.names) == (4, "y - x", "xy")
    with pytest.raises(TypeError, match=r"f takes 2 numbers, f\(x, y\), got 1"):
        f([1, 5])
