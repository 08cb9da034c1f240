"""Threshold units, gates and networks from truth tables; numbers of unit 01."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nnbyhand import gates
from nnbyhand.data import (
    HALF_PLANES_BIASES,
    HALF_PLANES_POINTS,
    HALF_PLANES_WEIGHTS,
    PASSES_ATTENDED,
    PASSES_BIAS,
    PASSES_WEIGHTS,
    THREE_BIAS,
    THREE_INPUTS,
    THREE_WEIGHTS,
)

ROWS = gates.truth_inputs(2)


def test_the_rule_is_strict():
    z = np.array([-2.0, 0.0, 1e-9, 2.0])
    assert gates.step(z).tolist() == [0, 0, 1, 1]
    assert gates.sign(z).tolist() == [-1, -1, 1, 1]


def test_float32_stays_float32():
    z = np.array([1.0, -1.0], dtype=np.float32)
    assert gates.step(z).dtype == gates.sign(z).dtype == np.float32


def test_three_inputs():
    z = gates.neuron(THREE_INPUTS, THREE_WEIGHTS, THREE_BIAS)
    assert z == pytest.approx(-0.75)
    assert gates.step(z) == 0


def test_who_passes():
    z = gates.neuron(PASSES_ATTENDED, PASSES_WEIGHTS, PASSES_BIAS)
    np.testing.assert_allclose(z, [2, 1, 0, -0.5, -3.5, 0.25])
    assert gates.step(z).tolist() == [1, 1, 0, 0, 0, 1]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("AND", [0, 0, 0, 1]),
        ("OR", [0, 1, 1, 1]),
        ("NAND", [1, 1, 1, 0]),
        ("NOR", [1, 0, 0, 0]),
        ("NOT", [1, 0]),
    ],
)
def test_gates(name, table):
    weights, bias = gates.GATES[name]
    assert gates.truth_table([*weights, bias]).tolist() == table


@pytest.mark.parametrize(
    ("table", "coding", "low", "high"),
    [
        ([0, 0, 0, 1], 0, -2, -1),  # AND on 0/1: -2 < b <= -1
        ([0, 0, 0, 1], 1, -2, 0),  # AND on -1/+1: -2 < b <= 0
        ([0, 1, 1, 1], 0, -1, 0),  # OR on 0/1: -1 < b <= 0
        ([0, 1, 1, 1], 1, 0, 2),  # OR on -1/+1: 0 < b <= 2
    ],
)
def test_bias_intervals(table, coding, low, high):
    inputs = [ROWS, 2 * ROWS - 1][coding]
    for b in np.linspace(-4, 4, 161):
        fits = gates.truth_table([1, 1, b], inputs).tolist() == table
        assert fits == (low < round(b, 3) <= high), b


def test_half_planes():
    z = HALF_PLANES_POINTS @ HALF_PLANES_WEIGHTS + HALF_PLANES_BIASES
    h = gates.sign(z)
    assert ((1 - h[:, 0] * h[:, 1]) / 2).tolist() == [0, 1, 1, 0, 1, 0, 1]
    loose = np.where(z >= 0, 1, -1)
    assert ((1 - loose[:, 0] * loose[:, 1]) / 2).tolist()[-3:] == [0, 0, 0]


def test_separable_functions_are_counted():
    assert [gates.count_separable(d) for d in (1, 2, 3)] == [4, 14, 104]
    with pytest.raises(ValueError, match="must be 1, 2 or 3, got 4"):
        gates.count_separable(4)


@pytest.mark.parametrize("table", list(product([0, 1], repeat=4)))
def test_every_table_of_two_inputs(table):
    network = gates.boolean_network(table)
    assert gates.two_layers(ROWS, *network).tolist() == list(table)


@given(
    st.integers(1, 4).flatmap(
        lambda d: st.lists(st.booleans(), min_size=2**d, max_size=2**d)
    )
)
def test_any_table(table):
    n_inputs = int(np.log2(len(table)))
    network = gates.boolean_network(table)
    answers = gates.two_layers(gates.truth_inputs(n_inputs), *network)
    assert answers.tolist() == [float(value) for value in table]
    assert network[0].shape == (n_inputs, sum(table))


def test_parity_of_three_needs_four_units():
    parity = gates.truth_inputs(3).sum(axis=1) % 2
    assert gates.boolean_network(parity)[0].shape == (3, 4)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: gates.neuron([1, 2], [1, 2, 3], 0), r"neuron: X must be \(3,\), got"),
        (lambda: gates.neuron([[1, 2]], [1, 2, 3], 0), r"X must be \(n, 3\) = \(examp"),
        (lambda: gates.neuron("ab", [1, 2], 0), "X must be an array of numbers, got"),
        (lambda: gates.step(np.nan), "step: z must be finite, got nan"),
        (lambda: gates.step([]), "step: z is empty"),
        (lambda: gates.boolean_network([0, 1, 1]), r"table must be \(2,\)"),
        (
            lambda: gates.two_layers(ROWS, np.ones((2, 2)), [1], [1, 1], 0),
            r"two_layers: b1 must be \(2,\), got \(1,\)",
        ),
    ],
)
def test_errors_say_what_came_and_what_was_expected(call, message):
    with pytest.raises((ValueError, TypeError), match=message):
        call()


def test_no_argument_is_changed():
    X, w = ROWS.copy(), np.array([1.0, 1.0])
    gates.step(gates.neuron(X, w, -1.5))
    assert np.array_equal(X, ROWS)
    assert w.tolist() == [1, 1]
