"""Forward passes, counts, merged layers, stairs and the small graph."""

import numpy as np
import pytest

from nnbyhand import data
from nnbyhand.activations import relu
from nnbyhand.forward import (
    count_parameters,
    forward,
    graph,
    merge_linear,
    parameter_shapes,
    staircase,
    step_network,
)
from nnbyhand.network import Network

pytestmark = pytest.mark.filterwarnings("error")

SQUARE = (
    [data.SQUARE_W1, data.SQUARE_W2],
    [data.SQUARE_B1, data.SQUARE_B2],
)


def wave(x):
    return np.sin(2 * np.pi * x)


def test_every_sum_and_activation_is_kept():
    Zs, As = forward(data.SQUARE_X, *SQUARE)
    np.testing.assert_allclose(Zs[0], [[0, -2, 2.45], [-0.5, 4.5, -1]], atol=1e-12)
    np.testing.assert_allclose(
        As[1],
        [
            [0.7959156769, 0.5960624384, 0.3841619110],
            [0.5073785219, 0.8161457497, 0.8375214047],
        ],
        atol=1e-10,
    )
    np.testing.assert_allclose(Zs[1], As[0] @ data.SQUARE_W2 + data.SQUARE_B2)


def test_forward_agrees_with_the_layers_of_a_network():
    network = Network([2, 4, 3], "relu", "relu", rng=np.random.default_rng(0))
    weights, biases = (
        [array for name, array in network.params.items() if name.endswith(kind)]
        for kind in "Wb"
    )
    _, As = forward(data.G_X, weights, biases, relu)
    np.testing.assert_allclose(As[-1], network.forward(data.G_X))


def test_forward_names_what_does_not_fit():
    with pytest.raises(ValueError, match=r"forward: X must be \(n, 3\)"):
        forward(data.G_X, *SQUARE)
    with pytest.raises(ValueError, match=r"biases\[0\] must be \(4,\)"):
        forward(data.G_X, [data.G_W1], [data.G_B2])
    with pytest.raises(ValueError, match="got 2 of the first and 1 of the second"):
        forward(data.SQUARE_X, SQUARE[0], SQUARE[1][:1])


@pytest.mark.parametrize(
    ("sizes", "count"),
    [([3, 3, 3, 2], 32), ([2, 2, 1], 9), ([784, 15, 10], 11_935)],
)
def test_parameters_are_those_of_the_network(sizes, count):
    network = Network(sizes, rng=np.random.default_rng(0))
    assert count_parameters(sizes) == network.n_params == count
    shapes = [array.shape for array in network.params.values()]
    assert parameter_shapes(sizes) == shapes


def test_one_size_is_no_network():
    with pytest.raises(ValueError, match="two or more"):
        count_parameters([3])


def test_two_linear_layers_are_one():
    W, b = merge_linear(data.G_W1, data.G_B1, data.G_W2, data.G_B2)
    two = (data.G_X @ data.G_W1 + data.G_B1) @ data.G_W2 + data.G_B2
    np.testing.assert_allclose(data.G_X @ W + b, two)
    with pytest.raises(ValueError, match=r"merge_linear: W2 must be \(4, 3\)"):
        merge_linear(data.G_W1, data.G_B1, data.G_W2.T, data.G_B2)


@pytest.mark.parametrize(
    ("n_stairs", "error"),
    [(5, 0.587785), (10, 0.309017), (20, 0.156434), (40, 0.078459)],
)
def test_the_error_of_the_stairs_halves(n_stairs, error):
    x = np.linspace(0, 1, 20_001)
    answers = step_network(x, *staircase(wave, n_stairs))
    assert np.abs(answers - wave(x)).max() == pytest.approx(error, abs=1e-6)


def test_a_step_network_takes_a_column_of_weights_and_says_other_shapes():
    x = np.linspace(0.05, 0.95, 7)
    W1, b1, W2, b2 = staircase(wave, 5)
    column = step_network(x, W1, b1, W2[:, None], b2)
    np.testing.assert_array_equal(column, step_network(x, W1, b1, W2, b2))
    for shape in ((1, 4), (2, 2), (3,)):
        with pytest.raises(ValueError, match=r"step_network: W2 must be \(4,\)"):
            step_network(x, W1, b1, np.ones(shape), b2)
    np.testing.assert_array_equal(column, step_network(x, W1, b1[None], W2, b2))
    with pytest.raises(ValueError, match=r"step_network: b1 must be \(4,\)"):
        step_network(x, W1, b1[:, None], W2, b2)


def test_stairs_refuse_what_is_no_curve():
    with pytest.raises(ValueError, match="at least 2"):
        staircase(wave, 1)
    with pytest.raises(ValueError, match=r"f\(x\) must be \(5,\)"):
        staircase(lambda x: 1.0, 5)


def test_the_graph_at_numbers_that_tell_nodes_apart():
    assert graph(5, -1.5) == (3.5, 0.5, 1.75)
