"""The numbers of unit 11: what freezing leaves, and how depth saves parameters."""

from itertools import pairwise

import numpy as np
import pytest

from nnbyhand.conv import Conv2d
from nnbyhand.gates import boolean_network, truth_inputs, two_layers
from nnbyhand.layers import Dense
from nnbyhand.losses import cross_entropy_gradient
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam


def parity(n):
    """Say for each row of a truth table whether its number of ones is odd."""
    return truth_inputs(n).sum(axis=1) % 2


@pytest.mark.parametrize("make", [SGD, Adam])
def test_x01_frozen_weights_do_not_move_and_the_others_do(make):
    rng = np.random.default_rng(0)
    network = Network([5, 4, 3], rng=rng)
    before = network.copy_params()
    X, labels = rng.normal(size=(8, 5)), rng.integers(0, 3, 8)
    free = ("2.W", "2.b")
    # weight decay would shrink a frozen weight too: only the free ones are given
    optimiser = make(0.1, weight_decay=0.1)
    for _ in range(3):
        network.backward(cross_entropy_gradient(network.forward(X, True), labels))
        params, grads = network.params, network.grads
        optimiser.step({k: params[k] for k in free}, {k: grads[k] for k in free})
    for name, array in network.params.items():
        assert np.array_equal(array, before[name]) == (name not in free)


def test_x02_what_is_left_to_train():
    rng = np.random.default_rng(0)
    network = Network([784, 128, 10], rng=rng)
    left = {k: p for k, p in network.params.items() if not k.startswith("0.")}
    assert sum(p.size for p in left.values()) == 1_290
    channels, sizes = [3, 32, 64, 128, 128], [10_368, 512, 128, 1]
    convolutions = [
        Conv2d(a, b, 3, rng, padding=1, dtype=np.float32) for a, b in pairwise(channels)
    ]
    dense = [Dense(a, b, rng, dtype=np.float32) for a, b in pairwise(sizes)]
    frozen, free = (Network.from_layers(p).n_params for p in (convolutions, dense))
    assert (frozen, free, frozen + free) == (240_832, 5_374_721, 5_615_553)
    assert round(100 * frozen / (frozen + free), 1) == 4.3


@pytest.mark.parametrize(("n", "hidden"), [(2, 2), (8, 128), (16, 32_768)])
def test_x03_parity_by_its_true_rows(n, hidden):
    W1, b1, W2, b2 = boolean_network(parity(n))
    assert W1.shape == (n, hidden)
    rows = np.random.default_rng(0).permutation(2**n)[:256]
    answers = two_layers(truth_inputs(n)[rows], W1, b1, W2, b2)
    np.testing.assert_array_equal(answers, parity(n)[rows])


@pytest.mark.parametrize(("n", "units"), [(8, 21), (16, 45)])
def test_x03_parity_by_a_chain_of_xors(n, units):
    xor = boolean_network([0, 1, 1, 0])
    X, n_units = truth_inputs(n), 0
    odd = X[:, 0]
    for i in range(1, n):
        odd = two_layers(np.column_stack([odd, X[:, i]]), *xor)
        n_units += len(xor[2]) + 1
    np.testing.assert_array_equal(odd, parity(n))
    assert n_units == units == 3 * (n - 1)


@pytest.mark.parametrize("n", [1, 2, 8])
def test_x03_counting_needs_one_hidden_unit_for_each_input(n):
    # hidden unit k asks "at least k ones?"; odd ones add, even ones take away
    W1, b1 = np.ones((n, n)), 0.5 - np.arange(1, n + 1)
    W2 = np.where(np.arange(n) % 2, -1.0, 1.0)
    np.testing.assert_array_equal(
        two_layers(truth_inputs(n), W1, b1, W2, -0.5), parity(n)
    )


def test_x03_a_deeper_network_with_fewer_parameters():
    rng = np.random.default_rng(0)
    deep = Network([784, 128, 64, 10], rng=rng)
    shallow = Network([784, 512, 10], rng=rng)
    assert (deep.n_params, shallow.n_params) == (109_386, 407_050)
