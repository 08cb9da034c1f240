"""Gradients of any depth, steps, training, shares; and gradients with a fault."""

import numpy as np
import pytest

from nnbyhand import data
from nnbyhand.backprop import accuracy, backprop, by_shares, start, train, train_step
from nnbyhand.broken import BROKEN, FORMS, faulty
from nnbyhand.forward import forward
from nnbyhand.gradcheck import check_gradients, numerical_gradient
from nnbyhand.losses import cross_entropy_gradient, half_squared
from nnbyhand.network import Network

pytestmark = pytest.mark.filterwarnings("error")

G = ([data.G_W1, data.G_W2], [data.G_B1, data.G_B2])
XOR_X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
XOR_Y = np.array([[0.0], [1], [1], [0]])


def rng(seed=0):
    return np.random.default_rng(seed)


def test_network_g():
    dWs, dbs = backprop(data.G_X, data.G_Y, *G)
    sums = [np.abs(part).sum() for part in (*dWs, *dbs)]
    want = [0.138010946445, 0.400867252692, 0.048991512288, 0.086636367992]
    np.testing.assert_allclose(sums, want, atol=1e-12)


@pytest.mark.parametrize("sizes", [[2, 1], [3, 2, 4], [2, 5, 3, 4, 1]])
@pytest.mark.parametrize("name", ["sigmoid", "tanh"])
def test_any_depth_agrees_with_central_differences(sizes, name):
    weights, biases = start(sizes, rng(1))
    biases = [rng(2).normal(size=b.shape) for b in biases]
    X, Y = rng(3).normal(size=(4, sizes[0])), rng(4).uniform(0, 1, (4, sizes[-1]))
    dWs, dbs = backprop(X, Y, weights, biases, name)
    function = {"sigmoid": lambda Z: 1 / (1 + np.exp(-Z)), "tanh": np.tanh}[name]

    def loss():
        return half_squared(forward(X, weights, biases, function)[1][-1], Y)

    named = {str(i): part for i, part in enumerate((*weights, *biases))}
    grads = {str(i): part for i, part in enumerate((*dWs, *dbs))}
    assert check_gradients(loss, named, grads).passed


def test_a_target_of_another_shape_is_refused():
    with pytest.raises(ValueError, match=r"backprop: Y must be \(5, 3\)"):
        backprop(data.G_X, data.G_Y[:, :2], *G)


def test_a_step_goes_down_and_changes_no_argument():
    before = [part.copy() for parts in G for part in parts]
    weights, biases = train_step(data.G_X, data.G_Y, *G, 0.5)
    old = half_squared(forward(data.G_X, *G)[1][-1], data.G_Y)
    assert half_squared(forward(data.G_X, weights, biases)[1][-1], data.G_Y) < old
    for part, kept in zip((*G[0], *G[1]), before, strict=True):
        np.testing.assert_array_equal(part, kept)


def test_the_start_is_scaled_by_the_inputs():
    weights, biases = start([400, 50, 3], rng())
    assert weights[0].shape == (400, 50)
    assert abs(weights[0].std() * 20 - 1) < 0.05
    assert not any(b.any() for b in biases)


def test_xor_is_learned_but_not_from_zeros():
    weights, biases = start([2, 3, 1], rng())
    *net, losses = train(XOR_X, XOR_Y, weights, biases, 5, 4, 1500, rng(1))
    assert losses[-1] < 0.01 < losses[0]
    np.testing.assert_array_equal(forward(XOR_X, *net)[1][-1] > 0.5, XOR_Y == 1)
    zeros = tuple(0 * W for W in weights)
    *net, _ = train(XOR_X, XOR_Y, zeros, biases, 5, 4, 200, rng(1))
    np.testing.assert_allclose(forward(XOR_X, *net)[1][-1], 0.5)


def test_every_epoch_has_an_order_of_its_own():
    net = start([2, 3, 1], rng(8))
    X, Y = np.array([[1.0, -2.0], [3.0, 0.5]]), np.array([[1.0], [0.0]])
    ends = {
        round(train(X, Y, *net, 4.0, 1, 2, rng(seed))[0][0].sum(), 9)
        for seed in range(40)
    }
    assert len(ends) == 4


def test_accuracy_counts_the_largest_output():
    weights, biases = [np.eye(2)], [np.zeros(2)]
    X = np.array([[1.0, 0.0], [0.0, 1.0], [2.0, 1.0]])
    assert accuracy(X, np.array([0, 1, 1]), weights, biases) == pytest.approx(2 / 3)


def test_shares_are_not_the_gradient():
    errors = np.array([[-0.273696655, 0.7085980724, 0.7780970596]])
    shares = by_shares(errors, data.SLIDE_W2)
    np.testing.assert_allclose(shares, [[0.618127, 0.18804, 0.406831]], atol=1e-6)
    np.testing.assert_allclose(shares.sum(), errors.sum())


@pytest.mark.parametrize("letter", list("ABCD"))
def test_each_broken_one_is_wrong(letter):
    right, wrong = (f(data.G_X, data.G_Y, *G) for f in (backprop, BROKEN[letter]))
    gaps = [
        np.abs(mine - its).max()
        for kind in (0, 1)
        for mine, its in zip(wrong[kind], right[kind], strict=True)
    ]
    told = {"A": "0100", "B": "1111", "C": "1010", "D": "0011"}[letter]
    assert "".join(str(int(gap > 1e-3)) for gap in gaps) == told


def test_without_a_fault_the_gradients_are_right():
    for mine, its in zip(
        faulty(data.G_X, data.G_Y, *G), backprop(data.G_X, data.G_Y, *G), strict=True
    ):
        for part, other in zip(mine, its, strict=True):
            np.testing.assert_allclose(part, other)


def test_softmax_and_relu_without_a_fault():
    network = Network([2, 4, 3], "relu", rng=rng())
    network.set_params(
        dict(
            zip(
                network.params,
                (data.G_W1, data.G_B1, data.G_W2, data.G_B2),
                strict=True,
            )
        )
    )
    logits = network.forward(data.G_X)
    network.backward(cross_entropy_gradient(logits, data.G_LABELS))
    dWs, dbs = faulty(data.G_X, data.G_Y, *G, "relu", output="softmax")
    for mine, its in zip(
        (dWs[0], dbs[0], dWs[1], dbs[1]), network.grads.values(), strict=True
    ):
        # the library ends in logits, this one too: relu is the hidden layer's alone
        np.testing.assert_allclose(mine, its)


def test_one_sided_differences_are_rougher():
    def loss(W):
        outputs = forward(data.G_X, [W, data.G_W2], G[1])[1][-1]
        return half_squared(outputs, data.G_Y)

    right = backprop(data.G_X, data.G_Y, *G)[0][0]
    both = numerical_gradient(loss, data.G_W1, 1e-3)
    nudge = np.zeros((2, 4))
    nudge[0, 0] = 1e-3
    one = (loss(data.G_W1 + nudge) - loss(data.G_W1)) / 1e-3
    assert abs(one - right[0, 0]) > 100 * abs(both[0, 0] - right[0, 0])


def test_gradients_come_as_lists():
    for parts in (
        backprop(data.G_X, data.G_Y, *G),
        train_step(data.G_X, data.G_Y, *G, 0.5),
        start([2, 3, 1], rng()),
        train(data.G_X, data.G_Y, *G, 0.5, 2, 1, rng())[:2],
        BROKEN["A"](data.G_X, data.G_Y, *G),
    ):
        assert [type(part) for part in parts] == [list, list]


@pytest.mark.parametrize(
    ("activation", "output"), [("tanh", "sigmoid"), ("leaky", "tanh")]
)
def test_two_activations_agree_with_central_differences(activation, output):
    (hidden, _), (last, _) = FORMS[activation], FORMS[output]
    W1 = data.G_W1 + 0.01  # no sum at the corner

    def loss(W):
        A = hidden(data.G_X @ W + data.G_B1)
        return half_squared(last(A @ data.G_W2 + data.G_B2), data.G_Y)

    dWs, _ = faulty(data.G_X, data.G_Y, [W1, data.G_W2], G[1], activation, "", output)
    np.testing.assert_allclose(dWs[0], numerical_gradient(loss, W1), atol=1e-8)
