"""Every number the course states about a fixed input, recomputed with plain NumPy."""

import ast
import itertools
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose, assert_array_equal

from nnbyhand import data

TEN_DIGITS = {"rtol": 0, "atol": 6e-11}


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def softmax(Z):
    return np.exp(Z) / np.exp(Z).sum(axis=1, keepdims=True)


def score(weights):
    w1, w2, bias, wbias = weights
    return data.TWELVE_POINTS @ [w1, w2] + bias * wbias


def right(weights):
    return int(((score(weights) > 0) == data.TWELVE_LABELS).sum())


# The table -------------------------------------------------------------------


def test_every_name_of_the_table_exists_and_belongs_to_one_id():
    names = list(itertools.chain.from_iterable(data.FIXED_INPUTS.values()))
    assert len(names) == len(set(names))
    for name in names:
        assert hasattr(data, name), name


def test_the_table_knows_every_fixed_value():
    """A constant that no ID claims would never be checked."""
    source = Path(data.fixed.__file__).read_text(encoding="utf-8")
    assigned = {
        node.targets[0].id
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign) and node.targets[0].id.isupper()
    }
    claimed = set(itertools.chain.from_iterable(data.FIXED_INPUTS.values()))
    assert {name for name in assigned if name[0] != "_"} == claimed
    assert len(data.FIXED_INPUTS) == 25


@pytest.mark.parametrize("name", data.fixed.__all__[1:])
def test_read_only(name):
    value = getattr(data, name)
    if isinstance(value, np.ndarray):
        assert not value.flags.writeable
        assert value.dtype in (np.float64, np.int64)
        with pytest.raises(ValueError, match="read-only"):
            value[...] = 0
    else:
        assert type(value) is float


# Units and gates -------------------------------------------------------------


def test_twelve_points():
    assert data.TWELVE_POINTS.shape == (12, 2)
    assert_array_equal(data.TWELVE_LABELS, [1] * 6 + [0] * 6)
    assert_array_equal(data.TWELVE_SIGNS, 2 * data.TWELVE_LABELS - 1)


def test_weights_a():
    z = [2, 3.75, 2.5, 1.875, 3.125, 2.375, -0.125, 0.125, 1, 0.375, -0.25, 0]
    assert_array_equal(score(data.WEIGHTS_A), z)
    assert right(data.WEIGHTS_A) == 9
    # with the other threshold rule the point (2, 5) turns wrong
    assert ((score(data.WEIGHTS_A) >= 0) == data.TWELVE_LABELS).sum() == 8
    assert_array_equal(data.TWELVE_POINTS[-1], [2, 5])
    # without the bias every point is right, by luck
    assert right([0.75, -0.5, 0, 0]) == 12
    z = data.TWELVE_POINTS @ [0.75, -0.5]
    assert ((z >= 0) == data.TWELVE_LABELS).sum() == 11


def test_weights_b():
    assert_array_equal(data.WEIGHTS_B, [1, 1, 1, 1])
    assert (score(data.WEIGHTS_B) > 0).all()
    assert right(data.WEIGHTS_B) == 6


def test_weights_c():
    z = [3, 10, 5, 2.5, 7.5, 4.5, -5.5, -4.5, -1, -3.5, -6, -5]
    assert_array_equal(score(data.WEIGHTS_C), z)
    assert right(data.WEIGHTS_C) == 12
    distance = np.abs(score(data.WEIGHTS_C)).min() / np.hypot(3, -2)
    assert_allclose(distance, 0.2773500981, **TEN_DIGITS)


def test_weights_d():
    z = [-0.5, 4, 0.5, -1, 2.5, 0, -6.5, -6.25, -3.75, -5.25, -7, -6.5]
    assert_array_equal(score(data.WEIGHTS_D), z)
    assert_array_equal(score(data.WEIGHTS_D) > 0, [0, 1, 1, 0, 1, 0] + [0] * 6)
    assert right(data.WEIGHTS_D) == 9


def test_three_inputs():
    assert data.THREE_INPUTS @ data.THREE_WEIGHTS + data.THREE_BIAS == -0.75


def test_passes():
    z = data.PASSES_ATTENDED @ data.PASSES_WEIGHTS + data.PASSES_BIAS
    assert_array_equal(z, [2, 1, 0, -0.5, -3.5, 0.25])
    assert_array_equal(z > 0, [1, 1, 0, 0, 0, 1])


def test_half_planes():
    z = data.HALF_PLANES_POINTS @ data.HALF_PLANES_WEIGHTS + data.HALF_PLANES_BIASES
    assert_array_equal(z[:, 0], [1, 1, -2, -2, 0, 0, 5])
    assert_array_equal(z[:, 1], [2, -2, 1, -1, 2, 0, 0])
    strict = z > 0
    assert_array_equal(strict[:, 0] ^ strict[:, 1], [0, 1, 1, 0, 1, 0, 1])
    loose = z >= 0
    assert_array_equal((loose[:, 0] ^ loose[:, 1])[-3:], [0, 0, 0])
    assert (z == 0).any(axis=1).sum() == 3


def perceptron_mistakes(X, labels, weights, bias, fires=lambda z: z > 0):
    """Learn one example at a time until an epoch has no mistake."""
    w, b, mistakes, steps = np.array(weights, float), float(bias), [], []
    while not mistakes or (mistakes[-1] and len(mistakes) < 20):
        mistakes.append(0)
        for x, t in zip(X, labels, strict=True):
            error = t - int(fires(x @ w + b))
            if error:
                w, b = w + error * x, b + error
                mistakes[-1] += 1
                steps.append((*w, b))
    return mistakes, steps


def test_four_vectors():
    args = (data.MATLAB_POINTS, data.MATLAB_LABELS, [0, 0], 0)
    mistakes, steps = perceptron_mistakes(*args)
    assert mistakes == [3, 3, 0]
    expected = [(-0.5, -0.5, 1), (-0.8, 0, 0), (-0.7, -1, -1)]
    expected += [(-1.2, -1.5, 0), (-1.7, -1, 1), (-2, -0.5, 0)]
    assert_allclose(steps, expected, atol=1e-12)
    mistakes, steps = perceptron_mistakes(*args, fires=lambda z: z >= 0)
    assert mistakes == [1, 2, 3, 0]
    assert_allclose(steps[-1], (-2, -0.5, 0), atol=1e-12)


def test_learning_on_the_twelve_points():
    points, labels = data.TWELVE_POINTS, data.TWELVE_LABELS
    mistakes, steps = perceptron_mistakes(points, labels, [0, 0], 0)
    assert mistakes == [2, 3, 3, 2, 2, 1, 0]
    assert steps[-1] == (12, -9, 1)
    assert len(steps) == 13
    w1, w2, bias, wbias = data.WEIGHTS_A
    mistakes, steps = perceptron_mistakes(points, labels, [w1, w2], bias * wbias)
    assert mistakes == [1, 3, 3, 2, 2, 1, 0]
    assert steps[-1] == (11.75, -9, 3)
    assert len(steps) == 12


# Networks --------------------------------------------------------------------


def test_two_nodes():
    Z = data.TWO_NODE_X @ data.TWO_NODE_W
    assert_allclose(Z, [[1.05, 0.6]])
    assert_allclose(sigmoid(Z), [[0.7407748992, 0.6456563062]], **TEN_DIGITS)
    assert_array_equal(data.TWO_NODE_W, [[0.9, 0.2], [0.3, 0.8]])
    assert_array_equal(data.TWO_NODE_W_TEXT, data.TWO_NODE_W.T)


def test_slide_network():
    Z1 = data.SLIDE_X @ data.SLIDE_W1
    assert_allclose(Z1, [[1.16, 0.42, 0.62]])
    A1 = sigmoid(Z1)
    assert_allclose(A1, [[0.7613327148, 0.6034832499, 0.6502185486]], **TEN_DIGITS)
    Z2 = A1 @ data.SLIDE_W2
    assert_allclose(Z2, [[0.9759473636, 0.8885849636, 1.2546111906]], **TEN_DIGITS)
    A2 = sigmoid(Z2)
    assert_allclose(A2, [[0.7263033450, 0.7085980724, 0.7780970596]], **TEN_DIGITS)
    linear = data.SLIDE_X @ data.SLIDE_W1 @ data.SLIDE_W2
    assert_allclose(linear, [[0.952, 1.030, 1.528]])
    assert_array_equal(data.SLIDE_W1_TEXT, data.SLIDE_W1.T)
    assert_array_equal(data.SLIDE_W2_TEXT, data.SLIDE_W2.T)


def test_slide_network_one_step():
    A1 = sigmoid(data.SLIDE_X @ data.SLIDE_W1)
    A2 = sigmoid(A1 @ data.SLIDE_W2)
    error = A2 - data.SLIDE_TARGET
    assert_allclose(0.5 * (error**2).sum(), 0.5912280606, **TEN_DIGITS)
    delta2 = error * A2 * (1 - A2)
    assert_allclose(delta2, [[-0.0544072811, 0.1463161798, 0.1343478143]], **TEN_DIGITS)
    dA1 = delta2 @ data.SLIDE_W2.T
    assert_allclose(dA1, [[0.1789457750, 0.0485077745, 0.1229726283]], **TEN_DIGITS)
    delta1 = dA1 * A1 * (1 - A1)
    assert_allclose(delta1, [[0.0325153800, 0.0116074844, 0.0279682044]], **TEN_DIGITS)
    W1 = data.SLIDE_W1 - data.SLIDE_X.T @ delta1
    W2 = data.SLIDE_W2 - A1.T @ delta2
    A2 = sigmoid(sigmoid(data.SLIDE_X @ W1) @ W2)
    assert_allclose(A2, [[0.7387226460, 0.6641201840, 0.7421644060]], **TEN_DIGITS)
    C = 0.5 * ((A2 - data.SLIDE_TARGET) ** 2).sum()
    assert_allclose(C, 0.5300647400, **TEN_DIGITS)


def test_square_network():
    Z1 = data.SQUARE_X @ data.SQUARE_W1 + data.SQUARE_B1
    assert_allclose(Z1, [[0, -2, 2.45], [-0.5, 4.5, -1]], atol=1e-12)
    Z2 = sigmoid(Z1) @ data.SQUARE_W2 + data.SQUARE_B2
    expected = [[1.360959990, 0.389085108, -0.471919980]]
    expected += [[0.029516230, 1.490449628, 1.639900549]]
    assert_allclose(Z2, expected, atol=6e-10)
    expected = [[0.7959156769, 0.5960624384, 0.3841619110]]
    expected += [[0.5073785219, 0.8161457497, 0.8375214047]]
    assert_allclose(sigmoid(Z2), expected, **TEN_DIGITS)


def backprop_g():
    n = len(data.G_X)
    A1 = sigmoid(data.G_X @ data.G_W1 + data.G_B1)
    A2 = sigmoid(A1 @ data.G_W2 + data.G_B2)
    C = 0.5 * ((A2 - data.G_Y) ** 2).sum() / n
    delta2 = (A2 - data.G_Y) * A2 * (1 - A2) / n
    delta1 = delta2 @ data.G_W2.T * A1 * (1 - A1)
    return C, data.G_X.T @ delta1, delta1.sum(0), A1.T @ delta2, delta2.sum(0)


def test_network_g():
    assert data.G_Y.shape == (5, 3)
    assert_array_equal(data.G_LABELS, [0, 1, 2, 0, 1])
    C, dW1, db1, dW2, db2 = backprop_g()
    assert_allclose(C, 0.6511653396041267, rtol=1e-14)
    expected = [0.012753627507, -0.000133216977, 0.073749523507]
    assert_allclose(db2, expected, atol=6e-13)
    expected = [0.007760090046, 0.008278483402, -0.010514423147, 0.022438515693]
    assert_allclose(db1, expected, atol=6e-13)
    expected = [-0.016788297808, 0.009077958699, -0.002926785973, 0.016468427878]
    assert_allclose(dW1[0], expected, atol=6e-13)
    sums = [np.abs(g).sum() for g in (dW1, db1, dW2, db2)]
    expected = [0.138010946445, 0.048991512288, 0.400867252692, 0.086636367992]
    assert_allclose(sums, expected, atol=6e-13)


def test_network_g_with_relu_and_softmax():
    Z1 = data.G_X @ data.G_W1 + data.G_B1
    assert (Z1 == 0).sum() == 1
    P = softmax(np.maximum(Z1, 0) @ data.G_W2 + data.G_B2)
    loss = -np.log(P[np.arange(5), data.G_LABELS]).mean()
    assert_allclose(loss, 4.586046300485, atol=6e-13)
    db2 = (P - data.G_Y).sum(axis=0) / 5
    assert_allclose(db2, [-0.2408, -0.3620, 0.6028], atol=6e-5)


# Losses ----------------------------------------------------------------------


def test_four_predictions():
    Q, Y = data.FOUR_PREDICTIONS, np.eye(3)[data.FOUR_LABELS]
    assert_allclose(Q.sum(axis=1), 1)
    assert_allclose(((Q - Y) ** 2).mean(), 0.13375)
    assert_allclose(0.5 * ((Q - Y) ** 2).sum() / 4, 0.200625)
    assert_allclose(np.abs(Q - Y).mean(), 0.3083333333, **TEN_DIGITS)
    losses = -np.log(Q[np.arange(4), data.FOUR_LABELS])
    assert_allclose(losses.mean(), 0.7206008970617469, rtol=1e-15)
    w = np.array([1, 2, 4])[data.FOUR_LABELS]
    assert_allclose((w * losses).sum() / w.sum(), 0.6172660754, **TEN_DIGITS)
    assert_allclose((w * losses).sum() / 4, 1.2345321508, **TEN_DIGITS)


def test_two_logits():
    P = softmax(data.TWO_LOGITS)
    expected = [[0.6590011389, 0.2424329707, 0.0985658904]]
    expected += [[0.0166445186, 0.0745955571, 0.9087599243]]
    assert_allclose(P, expected, **TEN_DIGITS)
    losses = -np.log(P[[0, 1], data.TWO_LABELS])
    assert_allclose(losses, [0.4170300163, 0.0956743294], **TEN_DIGITS)
    assert_allclose(losses.mean(), 0.2563521728, **TEN_DIGITS)
    delta = (P - np.eye(3)[data.TWO_LABELS]) / 2
    expected = [-0.1704994306, 0.1212164854, 0.0492829452]
    assert_allclose(delta[0], expected, **TEN_DIGITS)
    twice = softmax(P)[[0, 1], data.TWO_LABELS]
    assert_allclose(-np.log(twice).mean(), 0.7070358303, **TEN_DIGITS)


def test_multi_label_logits():
    A, Y = sigmoid(data.MULTI_LOGITS), data.MULTI_TARGETS
    bce = -(Y * np.log(A) + (1 - Y) * np.log(1 - A)).mean()
    assert_allclose(bce, 0.5939765049, **TEN_DIGITS)
    wrong = -(Y * np.log(softmax(data.MULTI_LOGITS))).sum() / 2
    assert_allclose(wrong, 3.5275808618, **TEN_DIGITS)


def test_chain():
    z = data.CHAIN_W1 * data.CHAIN_X
    a = sigmoid(z)
    y_hat = data.CHAIN_W2 * a
    error = y_hat - data.CHAIN_TARGET
    values = [z, a, y_hat, error**2 / 2]
    expected = [0.75, 0.6791786992, -1.3583573984, 2.7809248092]
    assert_allclose(values, expected, **TEN_DIGITS)
    assert_allclose(error * a, -1.6017461100, **TEN_DIGITS)
    dw1 = error * data.CHAIN_W2 * a * (1 - a) * data.CHAIN_X
    assert_allclose(dw1, 0.5138742706, **TEN_DIGITS)


def test_gradient_sequence():
    lr, w_sgd, w_momentum, w_adam = data.OPT_LR, *[data.OPT_START] * 3
    v = m = s = 0.0
    trace = []
    for t, g in enumerate(data.OPT_GRADIENTS, start=1):
        w_sgd -= lr * g
        v = 0.9 * v + g
        w_momentum -= lr * v
        m, s = 0.9 * m + 0.1 * g, 0.999 * s + 0.001 * g * g
        w_adam -= lr * m / (1 - 0.9**t) / (np.sqrt(s / (1 - 0.999**t)) + 1e-8)
        trace.append((w_sgd, w_momentum, w_adam))
    expected = [(-0.4, -0.4, -0.1), (-0.2, -0.56, -0.1266337036)]
    expected += [(-0.25, -0.754, -0.1541981693)]
    assert_allclose(trace, expected, atol=3e-10)


def test_confusion():
    C = data.CONFUSION_3
    recall = np.diag(C) / C.sum(axis=1)
    precision = np.diag(C) / C.sum(axis=0)
    assert np.trace(C) / C.sum() == 0.79
    assert_allclose(recall, [0.8772, 0.6667, 0.6923], atol=6e-5)
    assert_allclose(precision, [0.9091, 0.7143, 0.5294], atol=6e-5)
    assert_allclose(recall.mean(), 0.7453891138, **TEN_DIGITS)
    f1 = 2 * precision * recall / (precision + recall)
    assert_allclose(f1.mean(), 0.7275041051, **TEN_DIGITS)


# Images ----------------------------------------------------------------------


def correlate(image, kernel, stride=1, padding=0):
    padded = np.pad(image, padding)
    windows = np.lib.stride_tricks.sliding_window_view(padded, kernel.shape)
    return np.einsum("hwij,ij->hw", windows, kernel)[::stride, ::stride]


def test_slide_image():
    image, kernel = data.SLIDE_IMAGE, data.SLIDE_KERNEL
    assert_array_equal(correlate(image, kernel), [[4, 3, 4], [2, 4, 3], [2, 3, 4]])
    padded = ["22311", "14341", "12433", "12341", "02211"]
    expected = [[int(digit) for digit in row] for row in padded]
    assert_array_equal(correlate(image, kernel, padding=1), expected)
    assert_array_equal(correlate(image, kernel, stride=2), [[4, 4], [2, 4]])


def test_signed_image():
    image, kernel = data.SIGNED_IMAGE, data.SIGNED_KERNEL
    Z = correlate(image, kernel) + data.SIGNED_BIAS
    assert_array_equal(Z, [[13.5, -16.5, -2.5, -0.5], [15.5, 17.5, -17.5, -2.5]])
    Z = correlate(image, kernel, stride=2, padding=1)
    assert_array_equal(Z, [[8, -11, 10], [-8, 17, -3]])
    G = data.SIGNED_UPSTREAM
    assert G.sum() == 1
    dK = correlate(image, G)
    assert_array_equal(dK, [[13, 7, -17], [14, -10, -3], [-10, 5, 15]])
    dX = correlate(np.pad(G, 2), kernel[::-1, ::-1])
    expected = [[2, -5, 2, 6, -3, 0], [-1, 6, -8, 0, 12, -6]]
    expected += [[-4, 5, 10, -15, -11, 9], [3, -6, -4, 11, 1, -3]]
    assert_array_equal(dX, expected)


def windows_2x2(image, stride=2):
    view = np.lib.stride_tricks.sliding_window_view(image, (2, 2))
    return view[::stride, ::stride]


def test_pooling_images():
    W = windows_2x2(data.POOL_IMAGE)
    assert_array_equal(W.max(axis=(2, 3)), [[6, 8], [3, 4]])
    assert_array_equal(W.mean(axis=(2, 3)), [[3.25, 5.25], [2, 2]])
    one = windows_2x2(data.POOL_IMAGE, stride=1).max(axis=(2, 3))
    assert_array_equal(one, [[6, 7, 8], [6, 7, 8], [3, 3, 4]])
    W = windows_2x2(data.SIGNED_POOL_IMAGE)
    assert_array_equal(W.max(axis=(2, 3)), [[-1, 4, 5], [6, -3, 8]])
    assert_array_equal(W.mean(axis=(2, 3)), [[-3.25, -0.5, 1.5], [1.75, -4.5, 4.5]])


def test_pooling_gradient():
    image, G = data.SIGNED_POOL_IMAGE, data.SIGNED_POOL_UPSTREAM
    largest = np.kron(windows_2x2(image).max(axis=(2, 3)), np.ones((2, 2)))
    dX = np.where(image == largest, np.kron(G, np.ones((2, 2))), 0)
    where = {(0, 1): 1, (0, 2): -2, (1, 4): 3, (2, 0): 4, (3, 3): -5, (2, 5): 6}
    assert {tuple(map(int, at)): dX[tuple(at)] for at in np.argwhere(dX)} == where


# Sequences -------------------------------------------------------------------


def test_recurrent_unit():
    h, seen = data.RECURRENT_H0, []
    for x in data.RECURRENT_X:
        z = data.RECURRENT_W_X * x + data.RECURRENT_W_H * h + data.RECURRENT_B
        h = np.tanh(z)
        seen.append(h)
    expected = [0.7162978702, -0.9589426986, 0.9941746752]
    assert_allclose(seen, expected, **TEN_DIGITS)


def test_lstm_unit():
    h, c, seen = data.LSTM_H0, data.LSTM_C0, []
    for x in data.LSTM_X:
        z = (x * data.LSTM_W_X + h * data.LSTM_W_H)[0] + data.LSTM_B
        (i, f, o), g = sigmoid(z[[0, 1, 3]]), np.tanh(z[2])
        c = f * c + i * g
        h = o * np.tanh(c)
        seen.append([f, i, g, o, c, h])
        if len(seen) == 1:
            assert_array_equal(z[[1, 0, 2, 3]], [1, -0.5, -1.25, -0.25])
    first = [0.7310585786, 0.3775406688, -0.8482836400]
    first += [0.4378234991, 1.1418555845, 0.3568427806]
    second = [0.9456713189, 0.0386539466, 0.9746868924]
    second += [0.2759310056, 1.1174955716, 0.2225924472]
    assert_allclose(seen, [first, second], **TEN_DIGITS)
