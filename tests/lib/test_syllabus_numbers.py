"""Numbers of the syllabus, recomputed by the library from the fixed inputs.

The names of the tests carry the IDs. Values are compared to the last digit printed.
"""

import numpy as np
import pytest

from nnbyhand import data
from nnbyhand.activations import ACTIVATIONS, sigmoid, softmax
from nnbyhand.gradcheck import check_gradients, check_network
from nnbyhand.initialise import glorot, he, uniform
from nnbyhand.layers import Activation, Dense, Flatten, dropout
from nnbyhand.losses import (
    binary_cross_entropy,
    cross_entropy,
    cross_entropy_gradient,
    half_squared,
    half_squared_gradient,
    mae,
    mse,
    mse_gradient,
)
from nnbyhand.metrics import (
    accuracy,
    balanced_accuracy,
    confusion_matrix,
    f1,
    macro,
    matrix_accuracy,
    precision,
    recall,
    specificity,
    undefined,
)
from nnbyhand.network import Network
from nnbyhand.optim import SGD, Adam, Momentum, RMSProp, first_rise, range_test
from nnbyhand.prepare import (
    Standardiser,
    balanced_class_weights,
    mini_batches,
    one_hot,
    split,
)
from nnbyhand.train import EarlyStopping, fit

pytestmark = pytest.mark.filterwarnings("error")


def same(got, want, digits=10):
    """Compare to ``digits`` decimals."""
    np.testing.assert_allclose(got, want, rtol=0, atol=0.51 * 10.0**-digits)


def rng():
    return np.random.default_rng(0)


def sigmoid_network(*arrays):
    """Give dense layers of weights, or weights and biases, each with a sigmoid."""
    layers = []
    for each in arrays:
        layers += [Dense.from_arrays(*each), Activation("sigmoid")]
    return Network.from_layers(layers)


def slide_network():
    return sigmoid_network((data.SLIDE_W1,), (data.SLIDE_W2,))


def network_g(hidden="sigmoid", output="sigmoid"):
    network = Network([2, 4, 3], hidden, output, rng=rng())
    arrays = (data.G_W1, data.G_B1, data.G_W2, data.G_B2)
    network.set_params(dict(zip(network.params, arrays, strict=True)))
    return network


# Metrics ---------------------------------------------------------------------


def test_p_19_always_cat():
    truth = np.repeat([0, 1], [90, 10])
    M = confusion_matrix(np.zeros(100, int), truth, 2)
    assert accuracy(np.zeros(100, int), truth) == matrix_accuracy(M) == 0.9
    assert balanced_accuracy(M) == 0.5
    assert recall(M)[1] == 0
    assert precision(M)[1] == 0
    assert "precision of class 1 is 0/0" in undefined(M)[0]


def test_p_20_two_classes():
    M = [[3, 3], [0, 6]]  # weights A
    same([precision(M)[1], recall(M)[1], f1(M)[1]], [0.6667, 1, 0.8], 4)
    assert balanced_accuracy(M) == 0.75
    M = [[140, 20], [10, 30]]
    same([matrix_accuracy(M), precision(M)[1], recall(M)[1]], [0.85, 0.6, 0.75])
    same([specificity(M)[1], balanced_accuracy(M)], [0.875, 0.8125])
    same(f1(M)[1], 0.6667, 4)


def test_p_21_three_classes():
    M = data.CONFUSION_3
    same(matrix_accuracy(M), 0.79)
    same(recall(M), [0.8772, 0.6667, 0.6923], 4)
    same(precision(M), [0.9091, 0.7143, 0.5294], 4)
    same(balanced_accuracy(M), 0.7453891138)
    same(macro(f1(M)), 0.7275041051)


# Forward ---------------------------------------------------------------------

Z_F = np.array([-2, -0.5, 0.5, 1.3])


@pytest.mark.parametrize(
    ("name", "values", "slopes"),
    [
        (
            "sigmoid",
            [0.1192029220, 0.3775406688, 0.6224593312, 0.7858349830],
            [0.1049935854, 0.2350037122, 0.2350037122, 0.1682983625],
        ),
        (
            "tanh",
            [-0.9640275801, -0.4621171573, 0.4621171573, 0.8617231593],
            [0.0706508249, 0.7864477330, 0.7864477330, 0.2574331967],
        ),
        ("relu", [0, 0, 0.5, 1.3], [0, 0, 1, 1]),
        ("linear", Z_F, [1, 1, 1, 1]),
    ],
)
def test_f_01_f_02_activations_and_slopes(name, values, slopes):
    function, slope = ACTIVATIONS[name]
    same(function(Z_F), values)
    same(slope(Z_F), slopes)


def test_f_03_stable_sigmoid():
    assert sigmoid(np.array([-1000.0, 1000.0])).tolist() == [0, 1]


def test_f_05_without_activations_one_matrix_is_enough():
    merged = Dense.from_arrays(data.SLIDE_W1 @ data.SLIDE_W2)
    same(merged.forward(data.SLIDE_X), [[0.952, 1.030, 1.528]])
    first = Dense.from_arrays(data.SQUARE_W1, data.SQUARE_B1)
    second = Dense.from_arrays(data.SQUARE_W2, data.SQUARE_B2)
    both = Network.from_layers([first, second])
    merged = Dense.from_arrays(
        data.SQUARE_W1 @ data.SQUARE_W2,
        data.SQUARE_B1 @ data.SQUARE_W2 + data.SQUARE_B2,
    )
    same(merged.forward(data.SQUARE_X), both.forward(data.SQUARE_X))


def test_f_09_bias_as_a_weight_of_a_constant_input():
    X = np.column_stack([np.ones(2), data.SQUARE_X])
    joined = Dense.from_arrays(np.vstack([data.SQUARE_B1, data.SQUARE_W1]))
    apart = Dense.from_arrays(data.SQUARE_W1, data.SQUARE_B1)
    same(joined.forward(X), apart.forward(data.SQUARE_X))


def test_f_12_a_product_of_matrices():
    got = Dense.from_arrays([[5, 6], [7, 8]]).forward([[1, 2], [3, 4]])
    assert got.tolist() == [[19, 22], [43, 50]]


def test_f_13_two_nodes():
    layer = Dense.from_arrays(data.TWO_NODE_W)
    same(layer.forward(data.TWO_NODE_X), [[1.05, 0.6]])
    same(np.exp(-layer.forward(data.TWO_NODE_X)), [[0.3499, 0.5488]], 4)
    network = sigmoid_network((data.TWO_NODE_W,))
    same(network.forward(data.TWO_NODE_X), [[0.7407748992, 0.6456563062]])


def test_f_15_slide_network():
    network = slide_network()
    out = network.forward(data.SLIDE_X)
    _, hidden, _, output = network.layers
    same(hidden.Z, [[1.16, 0.42, 0.62]])
    same(hidden.forward(hidden.Z), [[0.7613327148, 0.6034832499, 0.6502185486]])
    same(output.Z, [[0.9759473636, 0.8885849636, 1.2546111906]])
    same(out, [[0.7263033450, 0.7085980724, 0.7780970596]])


def test_f_16_square_network():
    network = sigmoid_network(
        (data.SQUARE_W1, data.SQUARE_B1), (data.SQUARE_W2, data.SQUARE_B2)
    )
    out = network.forward(data.SQUARE_X)
    same(network.layers[1].Z, [[0, -2, 2.45], [-0.5, 4.5, -1]])
    z_o = [[1.360959990, 0.389085108, -0.471919980]]
    same(network.layers[3].Z[:1], z_o, 9)
    same(network.layers[3].Z[1], [0.029516230, 1.490449628, 1.639900549], 9)
    same(out[0], [0.7959156769, 0.5960624384, 0.3841619110])
    same(out[1], [0.5073785219, 0.8161457497, 0.8375214047])


@pytest.mark.parametrize(
    ("sizes", "n_params"),
    [
        ([3, 3, 3], 24),
        ([3, 3, 3, 2], 32),
        ([2, 2, 1], 9),
        ([784, 15, 10], 11_935),
        ([784, 128, 10], 101_770),
        ([784, 512, 10], 407_050),
        ([4, 8, 3], 67),  # N-03
        ([784, 128, 64, 10], 109_386),
    ],
)
def test_f_17_n_03_x_03_parameters(sizes, n_params):
    assert Network(sizes, rng=rng()).n_params == n_params
    assert slide_network().n_params == 18


def test_f_18_shapes_of_3_3_3_2():
    shapes = [p.shape for p in Network([3, 3, 3, 2], rng=rng()).params.values()]
    assert shapes == [(3, 3), (3,), (3, 3), (3,), (3, 2), (2,)]


@pytest.mark.parametrize(
    ("n", "error"), [(5, 0.587785), (10, 0.309017), (20, 0.156434), (40, 0.078459)]
)
def test_f_19_staircase(n, error):
    edges, middles = np.arange(1, n) / n, (np.arange(n) + 0.5) / n
    heights = np.sin(2 * np.pi * middles)
    stairs = Network.from_layers(
        [
            Dense.from_arrays(np.ones((1, n - 1)), -edges),
            Activation("step"),
            Dense.from_arrays(np.diff(heights)[:, None], heights[:1]),
        ]
    )
    x = np.linspace(0, 1, 200_001)[:, None]
    assert np.abs(np.sin(2 * np.pi * x) - stairs.forward(x)).max() == pytest.approx(
        error, abs=2e-4
    )


# Loss and descent ------------------------------------------------------------

LOGITS_4 = np.log(data.FOUR_PREDICTIONS)  # their softmax gives the predictions
ONE_HOT_4 = one_hot(data.FOUR_LABELS, 3)


def test_l_01_half_squared_error():
    A = slide_network().forward(data.SLIDE_X)
    same(A - data.SLIDE_TARGET, [[-0.2736966550, 0.7085980724, 0.7780970596]])
    same(half_squared(A, data.SLIDE_TARGET), 0.5912280606)


def test_l_02_four_losses():
    Q = data.FOUR_PREDICTIONS
    same(mse(Q, ONE_HOT_4), 0.13375)
    same(half_squared(Q, ONE_HOT_4), 0.200625)
    same(mae(Q, ONE_HOT_4), 0.3083333333)
    same(cross_entropy(LOGITS_4, data.FOUR_LABELS), 0.7206008970617469, 15)


def test_l_04_several_labels_at_once():
    Z, Y = data.MULTI_LOGITS, data.MULTI_TARGETS
    same(binary_cross_entropy(Z, Y), 0.5939765049)


def test_l_05_softmax():
    P = softmax(data.TWO_LOGITS)
    same(P[0], [0.6590011389, 0.2424329707, 0.0985658904])
    same(P[1], [0.0166445186, 0.0745955571, 0.9087599243])


def test_l_06_shifted_softmax():
    want = [0.0900305732, 0.2447284711, 0.6652409558]
    same(softmax(np.array([1000.0, 1001.0, 1002.0])), want)


def test_l_07_cross_entropy():
    Z, labels = data.TWO_LOGITS, data.TWO_LABELS
    same(cross_entropy(Z[:1], labels[:1]), 0.4170300163)
    same(cross_entropy(Z[1:], labels[1:]), 0.0956743294)
    same(cross_entropy(Z, labels), 0.2563521728)
    same(cross_entropy(np.zeros((1, 10)), [3]), 2.3025850930)


def test_l_08_gradient_of_softmax_with_cross_entropy():
    got = cross_entropy_gradient(data.TWO_LOGITS, data.TWO_LABELS)[0]
    same(got, [-0.1704994306, 0.1212164854, 0.0492829452])


@pytest.mark.parametrize(
    ("scale", "linear", "true"),
    [(1, 0.0009601372, 0.0009589807), (10, 0.0096013724, 0.0094852064)],
)
def test_l_12_small_change(scale, linear, true):
    W = np.array([[0.9], [0.3]])
    unit = sigmoid_network((W, np.zeros(1)))
    before = unit.forward([[1, 0.5]])
    unit.backward(np.ones((1, 1)))
    dW, db = scale * np.array([[0.01], [-0.02]]), scale * np.array([0.005])
    same((unit.grads["0.W"] * dW).sum() + (unit.grads["0.b"] * db).sum(), linear)
    after = sigmoid_network((W + dW, db)).forward([[1, 0.5]])
    same(after - before, true)


def walk(optimiser, start, gradient, n_steps):
    """Give the place after each step."""
    params = {"w": np.array(start, float)}
    places = []
    for _ in range(n_steps):
        optimiser.step(params, {"w": np.asarray(gradient(params["w"]), float)})
        places.append(params["w"].copy())
    return np.array(places)


@pytest.mark.parametrize(
    ("lr", "places"),
    [
        (0.1, [0.6, 1.08, 1.464, 1.7712, 2.01696]),
        (0.5, [3, 3]),
        (0.9, [5.4, 1.08, 4.536]),
        (1, [6, 0, 6]),
        (1.1, [6.6, -1.32, 8.184]),
    ],
)
def test_l_13_five_rates(lr, places):
    got = walk(SGD(lr), [0.0], lambda w: 2 * (w - 3), len(places))
    same(got[:, 0], places)


@pytest.mark.parametrize(
    ("lr", "loss", "digits"),
    [
        (0.05, 6.4256, 4),
        (0.1, 0.7390, 4),
        (0.18, 0.0185, 4),
        (0.2, 5.0066, 4),
        (0.21, 226.3, 1),
    ],
)
def test_l_14_long_valley(lr, loss, digits):
    w1, w2 = walk(SGD(lr), [10.0, 1.0], lambda w: w * [1, 10], 20)[-1]
    same((w1**2 + 10 * w2**2) / 2, loss, digits)


def test_l_15_a_line():
    X, Y = np.array([[0.0], [1.0], [2.0]]), np.array([[1.0], [3.0], [5.0]])
    line = Network([1, 1], init="zeros", rng=rng())
    losses, places = [], []
    for _ in range(3):
        A = line.forward(X)
        losses.append(mse(A, Y))
        line.backward(mse_gradient(A, Y))
        SGD(0.1).step(line.params, line.grads)
        places.append([line.params["0.W"][0, 0], line.params["0.b"][0]])
    same(losses, [11.6666667, 3.2074074, 0.8954403], 7)
    same([places[0], places[2]], [[0.8666667, 0.6], [1.5682963, 1.0604444]], 7)


@pytest.mark.parametrize(
    ("n", "batch_size", "count", "last"),
    [(60_000, 32, 1875, 32), (60_000, 64, 938, 32), (1000, 64, 16, 40)],
)
def test_l_16_iterations_of_an_epoch(n, batch_size, count, last):
    batches = list(mini_batches(n, batch_size, rng()))
    assert (len(batches), len(batches[-1])) == (count, last)


def test_l_18_uneven_batches():
    values = np.array([*range(1, 10), 20.0])
    means = [values[rows].mean() for rows in mini_batches(10, 3)]
    sizes = [len(rows) for rows in mini_batches(10, 3)]
    assert np.average(means, weights=sizes) == 6.5
    assert np.mean(means) == 8.75
    line = Network([1, 1], init="zeros", rng=rng())  # answers 0: the loss is Y²
    history = fit(
        line, np.ones((10, 1)), np.sqrt(values)[:, None], loss="mse", rng=rng(),
        epochs=1, batch_size=3, optimiser=SGD(1e-15),
    )  # fmt: skip
    assert history.loss[0] == pytest.approx(6.5)


def test_l_19_range_test():
    params = {"w": np.array([1.0])}

    def loss_and_grads():
        return float(2 * params["w"][0] ** 2), {"w": 4 * params["w"]}

    lrs = 10.0 ** (-3 + np.arange(40) / 10)
    losses = range_test(params, loss_and_grads, lrs)
    assert first_rise(losses) == 27
    same(lrs[27], 0.501, 3)
    assert params["w"].tolist() == [1.0]


# Backpropagation -------------------------------------------------------------


def test_b_07_chain():
    network = Network.from_layers(
        [
            Dense.from_arrays([[data.CHAIN_W1]]),
            Activation("sigmoid"),
            Dense.from_arrays([[data.CHAIN_W2]]),
        ]
    )
    target = [[data.CHAIN_TARGET]]
    out = network.forward([[data.CHAIN_X]])
    same(network.layers[1].Z, 0.75)
    same(network.layers[2].A_prev, 0.6791786992)
    same(out, -1.3583573984)
    same(half_squared(out, target), 2.7809248092)
    network.backward(half_squared_gradient(out, target))
    same(network.grads["2.W"], -1.6017461100)
    same(network.grads["0.W"], 0.5138742706)


@pytest.mark.parametrize(("lr", "loss"), [(1.0, 0.5300647400), (0.1, 0.5851377198)])
def test_b_09_slide_network_learns_one_step(lr, loss):
    network, target = slide_network(), data.SLIDE_TARGET
    out = network.forward(data.SLIDE_X)
    dense, hidden, dense_o, output = network.layers
    delta_o = output.backward(half_squared_gradient(out, target))
    same(delta_o, [[-0.0544072811, 0.1463161798, 0.1343478143]])
    dC_dh = dense_o.backward(delta_o)
    # also B-12: the gradient that shares by weight are not
    same(dC_dh, [[0.1789457750, 0.0485077745, 0.1229726283]])
    delta_h = hidden.backward(dC_dh)
    same(delta_h, [[0.0325153800, 0.0116074844, 0.0279682044]])
    dense.backward(delta_h)
    SGD(lr).step(network.params, network.grads)
    out = network.forward(data.SLIDE_X)
    same(half_squared(out, target), loss)
    if lr == 1:
        same(out, [[0.7387226460, 0.6641201840, 0.7421644060]])


def test_b_10_network_g():
    network = network_g()
    A = network.forward(data.G_X)
    same(half_squared(A, data.G_Y), 0.6511653396041267, 15)
    network.backward(half_squared_gradient(A, data.G_Y))
    dW1, db1, dW2, db2 = network.grads.values()
    same(db2, [0.012753627507, -0.000133216977, 0.073749523507], 12)
    b1 = [0.007760090046, 0.008278483402, -0.010514423147, 0.022438515693]
    same(db1, b1, 12)
    row = [-0.016788297808, 0.009077958699, -0.002926785973, 0.016468427878]
    same(dW1[0], row, 12)
    sums = [np.abs(g).sum() for g in (dW1, db1, dW2, db2)]
    want = [0.138010946445, 0.048991512288, 0.400867252692, 0.086636367992]
    same(sums, want, 12)


def test_b_11_network_g_with_relu_and_softmax():
    network = network_g("relu", "linear")
    Z = network.forward(data.G_X)
    same(cross_entropy(Z, data.G_LABELS), 4.586046300485, 12)
    network.backward(cross_entropy_gradient(Z, data.G_LABELS))
    same(network.grads["2.b"], [-0.2408, -0.3620, 0.6028], 4)
    assert (network.layers[1].Z == 0).sum() == 1


def test_b_13_gradient_check():
    network = network_g()
    report = check_network(network, data.G_X, data.G_Y, "half_squared")
    assert report.passed
    assert max(row.largest for row in report) < 1e-7
    zeros = {name: 0 * g for name, g in network.grads.items()}

    def loss():
        return half_squared(network.forward(data.G_X), data.G_Y)

    report = check_gradients(loss, network.params, zeros)
    assert all(row.verdict == "wrong" and row.largest > 1e-3 for row in report)


def test_b_15_forwards_of_a_numerical_gradient():
    assert 2 * Network([784, 128, 10], rng=rng()).n_params == 203_540


XOR_X = np.array([[0.0, 0], [0, 1], [1, 0], [1, 1]])
XOR_Y = np.array([[0.0], [1], [1], [0]])


def learn_xor(network):
    optimiser = Adam(0.05)
    fit(
        network, XOR_X, XOR_Y, loss="half_squared", optimiser=optimiser, rng=rng(),
        epochs=1000, batch_size=4,
    )  # fmt: skip
    return network.predict(XOR_X)


def test_b_16_xor_is_learned_but_not_from_zero():
    learned = learn_xor(Network([2, 3, 1], "tanh", "sigmoid", rng=rng()))
    np.testing.assert_array_equal(learned > 0.5, XOR_Y == 1)
    stuck = learn_xor(Network([2, 3, 1], "tanh", "sigmoid", init="zeros", rng=rng()))
    same(stuck, np.full((4, 1), 0.5), 6)


# Training in practice --------------------------------------------------------


@pytest.mark.parametrize(
    ("n", "shares", "sizes"),
    [
        (1000, (0.8, 0.1, 0.1), [800, 100, 100]),
        (1003, (0.8, 0.1, 0.1), [802, 100, 101]),
        (70_000, (0.6, 0.2, 0.2), [42_000, 14_000, 14_000]),
    ],
)
def test_t_02_splits(n, shares, sizes):
    assert [len(part) for part in split(n, shares, rng())] == sizes


def test_t_04_standardising():
    train, test = np.array([[2.0], [4], [6], [8]]), np.array([[10.0], [20]])
    scale = Standardiser().fit(train)
    same(scale.mean, 5)
    same(scale.deviation, 2.2360679775)
    same(scale.transform(test)[:, 0], [2.2360679775, 6.7082039325])
    leaked = Standardiser().fit(np.vstack([train, test])).transform(test)
    same(leaked[:, 0], [0.2862991672, 2.0040941701])


def test_t_06_dropout():
    x, mask = np.array([1.0, -2, 3, 4, 5]), np.array([1, 0, 1, 1, 0])
    assert dropout(x, mask, 0.5).tolist() == [2, 0, 6, 8, 0]
    same(dropout(x, mask, 0.2), [1.25, 0, 3.75, 5, 0])


CURVE = [0.9, 0.7, 0.6, 0.62, 0.58, 0.59, 0.61, 0.585, 0.57, 0.6]


@pytest.mark.parametrize(
    ("patience", "min_delta", "stops", "best"),
    [(1, 0, 4, 3), (2, 0, 7, 5), (3, 0, 8, 5), (4, 0, None, 9), (2, 0.02, 5, 3)],
)
def test_t_07_early_stopping(patience, min_delta, stops, best):
    stopping = EarlyStopping(patience, min_delta)
    stopped = [epoch for epoch, v in enumerate(CURVE, 1) if stopping.update(v)][:1]
    assert stopped == ([stops] if stops else [])
    stopping.reset()
    for value in CURVE[:stops]:
        stopping.update(value)
    assert stopping.best_epoch == best


def test_t_08_spread_of_starting_weights():
    same(he((784, 512), rng()).std(), 0.0505076272, 3)
    same(glorot((784, 512), rng()).std(), 0.0392837101, 3)
    limit = 0.0357142857
    W = uniform((784, 512), rng())
    assert limit - 1e-6 < np.abs(W).max() < limit + 1e-10


@pytest.mark.parametrize(
    ("optimiser", "places", "bowl"),
    [
        (SGD, [-0.4, -0.2, -0.25], [0.6, 1.08, 1.464]),
        (Momentum, [-0.4, -0.56, -0.754], [0.6, 1.62, 2.814]),
        (
            Adam,
            [-0.1, -0.1266337036, -0.1541981693],
            [0.1, 0.1998972926, 0.2996184765],
        ),
        (RMSProp, None, [0.3162277644, 0.5331792191, 0.7082342083]),
    ],
)
def test_t_09_optimisers(optimiser, places, bowl):
    if places is not None:
        gradients = iter(data.OPT_GRADIENTS)
        given = optimiser(data.OPT_LR)
        got = walk(given, [data.OPT_START], lambda w: [next(gradients)], 3)
        same(got[:, 0], places, 9)
    same(walk(optimiser(0.1), [0.0], lambda w: 2 * (w - 3), 3)[:, 0], bowl, 9)


def test_t_11_class_weights():
    labels = np.repeat([0, 1], [90, 10])
    same(balanced_class_weights(labels, 2), [0.5556, 5], 4)
    labels = np.repeat([0, 1, 2, 3], [500, 100, 60, 40])
    same(balanced_class_weights(labels, 4), [0.35, 1.75, 2.9167, 4.375], 4)


def test_t_12_weighted_cross_entropy():
    weighted = cross_entropy(LOGITS_4, data.FOUR_LABELS, class_weights=[1, 2, 4])
    same(weighted, 0.6172660754)
    by_n = weighted * np.array([1, 2, 4])[data.FOUR_LABELS].sum() / 4
    same(by_n, 1.2345321508)
    each = np.array([1, 2, 4])[data.FOUR_LABELS]
    same(cross_entropy(LOGITS_4, data.FOUR_LABELS, each), 0.6172660754)


def test_t_15_penalty_leaves_biases_alone():
    params = {"0.W": np.array([[2.0]]), "0.b": np.array([2.0])}
    SGD(0.1, weight_decay=0.5).step(params, {"0.W": np.zeros((1, 1)), "0.b": [0.0]})
    same(params["0.W"], 1.9)
    same(params["0.b"], 2)


# Networks in torch, by hand ----------------------------------------------------


def test_n_06_counts_and_first_loss():
    sizes = [Dense(784, 128, rng()), Dense(128, 10, rng())]
    assert [sum(p.size for p in d.params.values()) for d in sizes] == [100_480, 1_290]
    layers = [Flatten(), sizes[0], Activation("relu"), sizes[1]]
    images = rng().random((256, 28, 28)) / 2
    labels = np.arange(256) % 10
    loss = cross_entropy(Network.from_layers(layers).forward(images), labels)
    assert loss == pytest.approx(2.30, abs=0.4)


def test_n_10_softmax_twice():
    P = softmax(data.TWO_LOGITS)
    same(cross_entropy(P, data.TWO_LABELS), 0.7070358303)
    same(cross_entropy(one_hot([0], 10), [0]), 1.461150, 6)
