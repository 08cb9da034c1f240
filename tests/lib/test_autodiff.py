"""Forward and reverse mode: against each other, torch and differences."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnbyhand import autodiff as ad
from nnbyhand.autodiff import (
    Dual,
    Value,
    derivative,
    grad,
    numeric_derivative,
    topological_order,
)

EXPRESSIONS = {
    "every operator": lambda x, y: (x + y) * (x - y) / (x * y) ** 2 - -x,
    "numbers on the right": lambda x, y: ((x + 2) * 3 - y / 4 - 1) ** 3,
    "numbers on the left": lambda x, y: 2 + 3 * x - 4 / y + (1 - y) + 1.5**x,
    "variable power": lambda x, y: x**y + y**x,
    "functions": lambda x, y: ad.sin(x) * ad.cos(y) + ad.exp(x / 3) - ad.log(x * y),
    "activations": lambda x, y: ad.tanh(x - y) + ad.relu(y - x) * ad.sigmoid(x * y),
    "used many times": lambda x, y: x * x * x + x * y + x / y + x,
    "roots": lambda x, y: x**0.5 + y**-1.5 + x**0,
}


@pytest.mark.parametrize("name", EXPRESSIONS)
@pytest.mark.parametrize("at", [(1.5, 0.7), (0.4, 2.3), (3.0, 3.0)])
def test_both_modes_agree_with_torch_and_differences(name, at):
    torch = pytest.importorskip("torch")
    f = EXPRESSIONS[name]
    mine = grad(f, *at)
    forward = tuple(derivative(f, *at, by=i) for i in range(2))
    numeric = tuple(numeric_derivative(f, *at, by=i) for i in range(2))
    assert mine == pytest.approx(forward, rel=1e-12)
    if at[0] != at[1]:  # not at the corner of relu
        assert mine == pytest.approx(numeric, rel=1e-6, abs=1e-8)
    x, y = (torch.tensor(v, dtype=torch.float64, requires_grad=True) for v in at)
    with pytest.MonkeyPatch.context() as patch:
        for function in ad.FUNCTIONS:
            patch.setattr(ad, function, getattr(torch, function))
        f(x, y).backward()
    assert mine == pytest.approx((x.grad.item(), y.grad.item()), rel=1e-12)


numbers = st.floats(0.1, 3).map(lambda v: round(v, 3))


@st.composite
def expressions(draw):
    """Draw a little program: each line works on results of earlier lines."""
    lines = draw(
        st.lists(
            st.tuples(
                st.sampled_from("+-*/") | st.sampled_from(["sin", "tanh", "sigmoid"]),
                st.integers(0, 20),
                st.integers(0, 20),
            ),
            min_size=1,
            max_size=8,
        )
    )

    def f(*inputs):
        results = list(inputs)
        for sign, i, j in lines:
            a, b = results[i % len(results)], results[j % len(results)]
            if sign in ad.FUNCTIONS:
                results.append(getattr(ad, sign)(a))
            elif sign == "/":
                results.append(a / (b * b + 1))
            else:
                results.append({"+": a + b, "-": a - b, "*": a * b}[sign])
        return results[-1]

    return f


@settings(max_examples=150, deadline=None)
@given(expressions(), st.tuples(numbers, numbers, numbers))
def test_dual_and_reverse_agree_on_any_program(f, at):
    reverse = grad(f, *at)
    forward = [derivative(f, *at, by=i) for i in range(3)]
    assert reverse == pytest.approx(forward, rel=1e-9, abs=1e-12)


def test_gradients_add_up_over_calls_but_inner_nodes_do_not():
    x = Value(3.0)
    inner = x * x
    output = inner + inner
    output.backward()
    output.backward()
    assert (x.grad, inner.grad) == (24.0, 2.0)
    x.grad = 0.0
    output.backward(seed=-0.5)
    assert (x.grad, inner.grad) == (-6.0, -1.0)


def test_an_output_that_is_an_input():
    x = Value(3.0)
    x.backward(2.0)
    assert x.grad == 2.0


def test_order_has_each_node_once_and_before_its_users():
    x, y = Value(2.0), Value(3.0)
    shared = x * y
    output = (shared + x) * (shared - y) + shared
    order = topological_order(output)
    assert len(order) == len(set(order)) == 7
    for node in order:
        for parent in (node.left, node.right):
            assert parent is None or order.index(parent) < order.index(node)


def test_long_sums_need_no_recursion():
    x = Value(0.5)
    total = Value(0.0)
    for _ in range(20_000):
        total = total + x
    total.backward()
    assert x.grad == 20_000


def test_numpy_numbers_work_on_both_sides():
    for kind in (Value, Dual):
        for result in (np.float64(2) * kind(3.0), kind(3.0) * np.float32(2)):
            assert isinstance(result, kind)
            assert result.value == 6.0
    assert grad(lambda x: np.float64(2) / x, np.float64(4)) == (-0.125,)


def test_functions_take_plain_numbers():
    assert ad.sin(0.5) == math.sin(0.5)
    assert ad.sigmoid(0.0) == 0.5
    assert ad.sigmoid(-1000) == 0.0
    assert ad.relu(-1.0) == 0.0


def test_a_constant_function_has_slope_zero():
    assert grad(lambda x, y: 5.0, 1.0, 2.0) == (0.0, 0.0)
    assert derivative(lambda x: 5, 1.0) == 0.0


def test_relu_has_slope_zero_at_its_corner():
    assert grad(ad.relu, 0.0) == (0.0,)
    assert derivative(ad.relu, 0.0) == 0.0


def test_repr():
    assert repr(Value(2)) == "Value(2.0, grad 0.0)"
    assert repr(Dual(2, 1)) == "Dual(2.0, slope 1.0)"


@pytest.mark.parametrize(
    ("call", "error", "message"),
    [
        (lambda: Value("a"), TypeError, "Value: expected a number, got str"),
        (lambda: Value(1.0) + "a", TypeError, "expected a number, got str"),
        (lambda: Value(1.0) * np.ones(2), TypeError, "expected a number, got ndarray"),
        (lambda: np.ones(2) * Dual(1.0), TypeError, "expected a number, got ndarray"),
        (lambda: Value(1.0) + Dual(1.0), TypeError, "expected a number, got Dual"),
        (lambda: ad.log(Value(0.0)), ValueError, "log: x must be above 0, got 0.0"),
        (lambda: ad.sin(None), TypeError, "sin: expected a number, got NoneType"),
        (lambda: Dual(-8.0) ** 0.5, ValueError, r"-8.0 \*\* 0.5 is no real number"),
        (lambda: Value(-8.0) ** 0.5, ValueError, "the base is below 0"),
        (lambda: Value(1.0) / 0, ZeroDivisionError, "zero"),
        (lambda: grad(lambda x: None, 1.0), TypeError, "is a return missing"),
        (lambda: grad(lambda x: (x, x), 1.0), TypeError, "must return one number"),
        (lambda: grad(lambda: 1.0), ValueError, "got no point"),
        (lambda: derivative(ad.sin, 1.0, by=1), ValueError, "by must be 0 to 0"),
        (lambda: numeric_derivative(ad.sin, 1.0, h=0), ValueError, "h must be above 0"),
        (lambda: Value(1.0).backward(None), TypeError, "expected a number"),
    ],
)
def test_errors_are_one_clear_line(call, error, message):
    with pytest.raises(error, match=message) as caught:
        call()
    assert "\n" not in str(caught.value)
