"""The numbers of the syllabus that autodiff, conv, recurrent and twins produce.

Units 05, 08, 09 and 10; each test is named after the row it pins.
"""

import math
from itertools import pairwise, product

import numpy as np
import pytest

from nnbyhand import data
from nnbyhand.activations import sigmoid_slope
from nnbyhand.autodiff import (
    Dual,
    Value,
    derivative,
    exp,
    grad,
    log,
    numeric_derivative,
    sigmoid,
    sin,
    topological_order,
)
from nnbyhand.conv import (
    AveragePool2d,
    Conv2d,
    MaxPool2d,
    average_pool2d,
    conv2d,
    conv2d_gradients,
    max_pool2d,
    max_pool2d_gradient,
    output_size,
)
from nnbyhand.layers import Activation, Dense, Dropout, Flatten
from nnbyhand.network import Network
from nnbyhand.recurrent import LSTM, RNN, lstm_step, rnn_step
from nnbyhand.symbolic import differentiate, evaluate
from nnbyhand.symbolic import size as nodes_of


def one(image):
    """Make a batch of one image with one channel."""
    return np.array(image, dtype=float)[None, None]


def test_a01_product_and_its_slopes():
    assert grad(lambda x, y: 5 + x * y, 2.0, -3.0) == (-3.0, 2.0)


@pytest.mark.parametrize(
    ("expression", "slope"),
    [
        (("+", "x", "y"), ("+", 1, 0)),
        (("*", "x", "y"), ("+", ("*", 1, "y"), ("*", "x", 0))),
        (("**", "x", 3), 12),
        (("sin", ("*", "x", "x")), 4 * math.cos(4)),
    ],
    ids=["sum", "product", "power", "function"],
)
def test_a02_rules_one_by_one(expression, slope):
    got = differentiate(expression, "x")
    if isinstance(slope, tuple):
        assert got == slope
    at = {"x": 2.0, "y": -3.0}
    want = evaluate(slope, at) if isinstance(slope, tuple) else slope
    assert evaluate(got, at) == pytest.approx(want, rel=1e-14)


def test_a02_expressions_swell():
    # one more factor adds 2 nodes, and to the derivative all that stood before: 5 and
    # the size of both
    expression, sizes = "x", []
    for _ in range(5):
        expression = ("*", "x", expression)
        sizes.append((nodes_of(expression), nodes_of(differentiate(expression, "x"))))
    assert sizes == [(3, 7), (5, 15), (7, 25), (9, 37), (11, 51)]


def test_a03_numerical_error_has_a_minimum():
    def f(x):
        return exp(x) * sin(x)

    exact = derivative(f, 1.3)
    assert exact == pytest.approx(4.5171133993, abs=5e-11)

    def forward_error(h):
        return abs((f(1.3 + h) - f(1.3)) / h - exact)

    assert forward_error(1e-5) == pytest.approx(9.8e-6, rel=0.01)
    assert abs(numeric_derivative(f, 1.3) - exact) < 1e-10
    assert forward_error(1e-12) == pytest.approx(1.6e-4, rel=0.05)
    central = abs(numeric_derivative(f, 1.3, h=1e-12) - exact)
    assert central == pytest.approx(1.6e-4, rel=0.05)


def test_a04_dual_rules():
    a, b, c, d = 3.0, 2.0, 5.0, -1.5
    product, quotient = Dual(a, b) * Dual(c, d), Dual(a, b) / Dual(c, d)
    assert (product.value, product.slope) == (a * c, a * d + b * c)
    assert quotient.slope == pytest.approx((b * c - a * d) / c**2, rel=1e-15)
    assert (Dual(a, b) ** 3).slope == 3 * a**2 * b
    assert (2 - Dual(a, b)).slope == -b
    assert log(Dual(a, b)).slope == pytest.approx(b / a)


def f(x, y):
    return x * x * y + y + 2


def test_a05_dual_trace():
    x, y = Dual(3.0, 1.0), Dual(4.0)
    trace = [x * x, x * x * y, f(x, y)]
    assert [(t.value, t.slope) for t in trace] == [(9, 6), (36, 24), (42, 24)]
    x, y = Dual(3.0), Dual(4.0, 1.0)
    trace = [x * x * y, x * x * y + y, f(x, y)]
    assert [(t.value, t.slope) for t in trace] == [(36, 9), (40, 10), (42, 10)]


def test_a06_better_point_both_ways():
    def k(x, y):
        return x * y + x * sigmoid(x) - y / x

    x, y = Value(1.5), Value(-2.0)
    result = k(x, y)
    result.backward()
    assert result.value == pytest.approx(-0.4403049524, abs=5e-11)
    for by, (value, node) in enumerate([(-1.8475947346, x), (0.8333333333, y)]):
        assert node.grad == pytest.approx(value, abs=5e-11)
        assert derivative(k, 1.5, -2.0, by=by) == pytest.approx(value, abs=5e-11)


def test_a07_adjoints_of_every_node():
    x, y = Value(3.0), Value(4.0)
    square = x * x
    product = square * y
    rest = y + 2
    total = product + rest
    total.backward()
    assert total.value == 42
    assert (total.grad, product.grad, rest.grad) == (1, 1, 1)
    assert (square.grad, product.left_slope, product.right_slope) == (4, 4, 9)
    assert (x.grad, y.grad) == (24, 10)


@pytest.mark.parametrize(
    ("b", "c", "by_d", "by_e", "by_b", "by_c"),
    [(2, 1, 3, 3, 3, 6), (5, -1.5, 0.5, 3.5, 0.5, 4)],
)
def test_a08_graph_of_d_e_a(b, c, by_d, by_e, by_b, by_c):
    # d = b + c, e = c + 2, a = d * e; at (2, 1) the two factors are equal (Z-16)
    b, c = Value(b), Value(c)
    d, e = b + c, c + 2
    (d * e).backward()
    assert (d.grad, e.grad, b.grad, c.grad) == (by_d, by_e, by_b, by_c)


def test_a10_a_node_used_twice_adds():
    x = Value(2.0)
    output = x**3 + x
    output.backward()
    assert (output.value, x.grad) == (10, 13)
    assert len(topological_order(output)) == 3


def test_a11_seed_other_than_one():
    x, y = Value(3.0), Value(4.0)
    f(x, y).backward(seed=-0.25)
    assert (x.grad, y.grad) == (-6, -2.5)


def test_n03_n06_n07_n08_parameter_counts_of_twins():
    torch = pytest.importorskip("torch")
    from nnbyhand.twins import to_torch

    for sizes, count in [
        ([4, 8, 3], 67),
        ([784, 128, 10], 101_770),
        ([784, 512, 10], 407_050),
        ([784, 15, 10], 11_935),
    ]:
        network = Network(sizes, rng=np.random.default_rng(0), dtype=np.float32)
        twin = to_torch(network)
        assert network.n_params == sum(p.numel() for p in twin.parameters()) == count
        assert isinstance(twin, torch.nn.Sequential)


def both(image, kernel, bias=0.0, stride=1, padding=0):
    """Convolve in the plain and in the fast form."""
    W, b = one(kernel), np.array([bias])
    layer = Conv2d.from_arrays(W, b, stride, padding)
    plain = conv2d(one(image), W, b, stride, padding)[0, 0]
    return plain, layer.forward(one(image))[0, 0]


def test_c02_slide_image():
    padded = [
        [2, 2, 3, 1, 1],
        [1, 4, 3, 4, 1],
        [1, 2, 4, 3, 3],
        [1, 2, 3, 4, 1],
        [0, 2, 2, 1, 1],
    ]
    for options, expected in [
        ({}, [[4, 3, 4], [2, 4, 3], [2, 3, 4]]),
        ({"padding": 1}, padded),
        ({"stride": 2}, [[4, 4], [2, 4]]),
    ]:
        for Z in both(data.SLIDE_IMAGE, data.SLIDE_KERNEL, **options):
            np.testing.assert_array_equal(Z, expected)


def test_c03_signed_image():
    for Z in both(data.SIGNED_IMAGE, data.SIGNED_KERNEL, data.SIGNED_BIAS):
        np.testing.assert_array_equal(
            Z, [[13.5, -16.5, -2.5, -0.5], [15.5, 17.5, -17.5, -2.5]]
        )
    for Z in both(data.SIGNED_IMAGE, data.SIGNED_KERNEL, stride=2, padding=1):
        np.testing.assert_array_equal(Z, [[8, -11, 10], [-8, 17, -3]])


def test_c04_output_size():
    for n in range(3, 12):
        for k, s, p in [(3, 1, 0), (2, 2, 0), (3, 2, 1), (1, 3, 2)]:
            assert output_size(n, k, s, p) == math.floor((n + 2 * p - k) / s) + 1


def test_c05_pooling_of_the_slide():
    X = one(data.POOL_IMAGE)
    stride_1 = [[6, 7, 8], [6, 7, 8], [3, 3, 4]]
    for A in (max_pool2d(X), MaxPool2d().forward(X)):
        np.testing.assert_array_equal(A[0, 0], [[6, 8], [3, 4]])
    for A in (max_pool2d(X, 2, 1), MaxPool2d(2, 1).forward(X)):
        np.testing.assert_array_equal(A[0, 0], stride_1)
    for A in (average_pool2d(X), AveragePool2d().forward(X)):
        np.testing.assert_array_equal(A[0, 0], [[3.25, 5.25], [2, 2]])


def test_c06_pooling_that_shows_mistakes():
    X = one(data.SIGNED_POOL_IMAGE)
    for A in (max_pool2d(X), MaxPool2d().forward(X)):
        np.testing.assert_array_equal(A[0, 0], [[-1, 4, 5], [6, -3, 8]])
    for A in (average_pool2d(X), AveragePool2d().forward(X)):
        np.testing.assert_array_equal(A[0, 0], [[-3.25, -0.5, 1.5], [1.75, -4.5, 4.5]])


def test_c11_loops_offsets_and_patches_give_the_same():
    image, kernel = data.SIGNED_IMAGE, data.SIGNED_KERNEL
    (h, w), (kh, kw) = image.shape, kernel.shape
    grid, places = (h - kh + 1, w - kw + 1), list(np.ndindex(kh, kw))
    loops, offsets = np.zeros(grid), np.zeros(grid)
    for (r, c), (i, j) in product(np.ndindex(*grid), places):
        loops[r, c] += kernel[i, j] * image[r + i, c + j]
    for i, j in places:
        offsets += kernel[i, j] * image[i : i + grid[0], j : j + grid[1]]
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)
    patches = windows.reshape(-1, kernel.size)
    assert patches.shape == (grid[0] * grid[1], kernel.size)
    by_patches = (patches @ kernel.ravel()).reshape(grid)
    want = [[13, -17, -3, -1], [15, 17, -18, -3]]  # C-03 without its bias
    for Z in (loops, offsets, by_patches, *both(image, kernel)):
        np.testing.assert_array_equal(Z, want)


@pytest.mark.parametrize(
    ("padding", "sizes", "flat"),
    [(1, [75, 37, 18, 9], 10_368), (0, [74, 36, 17, 7], 6_272)],
    ids=["same", "valid"],
)
def test_c07_network_row_by_row(padding, sizes, flat):
    rng = np.random.default_rng(0)
    A = np.zeros((1, 3, 150, 150), np.float32)
    counts, channels = [], [3, 32, 64, 128, 128]
    for (c_in, c_out), size in zip(pairwise(channels), sizes, strict=True):
        layer = Conv2d(c_in, c_out, 3, rng, padding=padding, dtype=np.float32)
        A = MaxPool2d(2).forward(layer.forward(A))
        assert A.shape == (1, c_out, size, size)
        counts.append(sum(p.size for p in layer.params.values()))
    assert Flatten().forward(A).shape == (1, flat)
    assert counts == [896, 18_496, 73_856, 147_584]
    dense = [(flat, 512), (512, 128), (128, 1)]
    counts += [(d_in + 1) * d_out for d_in, d_out in dense]
    if padding:
        assert counts[4:] == [5_308_928, 65_664, 129]
        assert sum(counts) == 5_615_553
        assert sum(counts[:4]) == 240_832


def test_c09_backward_of_the_signed_image():
    X, W = one(data.SIGNED_IMAGE), one(data.SIGNED_KERNEL)
    G = one(data.SIGNED_UPSTREAM)
    layer = Conv2d.from_arrays(W, [0.5])
    layer.forward(X)
    fast = layer.backward(G), layer.grads["W"], layer.grads["b"]
    for dX, dW, db in (conv2d_gradients(G, X, W), fast):
        np.testing.assert_array_equal(
            dW[0, 0], [[13, 7, -17], [14, -10, -3], [-10, 5, 15]]
        )
        np.testing.assert_array_equal(db, [1])
        np.testing.assert_array_equal(
            dX[0, 0],
            [
                [2, -5, 2, 6, -3, 0],
                [-1, 6, -8, 0, 12, -6],
                [-4, 5, 10, -15, -11, 9],
                [3, -6, -4, 11, 1, -3],
            ],
        )


def test_c10_backward_of_max_pooling():
    X, dA = one(data.SIGNED_POOL_IMAGE), one(data.SIGNED_POOL_UPSTREAM)
    expected = np.zeros((4, 6))
    for place, value in [
        ((0, 1), 1),
        ((0, 2), -2),
        ((1, 4), 3),
        ((2, 0), 4),
        ((3, 3), -5),
        ((2, 5), 6),
    ]:
        expected[place] = value
    layer = MaxPool2d()
    layer.forward(X)
    for dX in (max_pool2d_gradient(dA, X), layer.backward(dA)):
        np.testing.assert_array_equal(dX[0, 0], expected)


def test_c12_a_small_convolutional_network_has_fewer_parameters():
    rng = np.random.default_rng(0)
    network = Network.from_layers(
        [
            Conv2d(1, 8, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(),
            Conv2d(8, 16, 3, rng, padding=1),
            Activation("relu"),
            MaxPool2d(),
            Flatten(),
            Dropout(0.2, rng),
            Dense(784, 10, rng),
        ]
    )
    assert network.n_params == 80 + 1_168 + 7_850 < 101_770


def test_r02_recurrent_unit():
    expected = [0.7162978702, -0.9589426986, 0.9941746752]
    weights = [[data.RECURRENT_W_X]], [[data.RECURRENT_W_H]], [data.RECURRENT_B]
    H, outputs = np.array([[data.RECURRENT_H0]]), []
    for x in data.RECURRENT_X:
        H = rnn_step([[x]], H, *weights)
        outputs.append(H[0, 0])
    np.testing.assert_allclose(outputs, expected, atol=5e-11)
    layer = RNN.from_arrays(*weights)
    A = layer.forward(data.RECURRENT_X[None, :, None], H_start=[[data.RECURRENT_H0]])
    np.testing.assert_allclose(A[0, :, 0], expected, atol=5e-11)


def test_r03_r04_r06_two_steps_of_the_scalar_lstm():
    weights = data.LSTM_W_X, data.LSTM_W_H, data.LSTM_B
    layer = LSTM.from_arrays(*weights)
    H, C = np.array([[data.LSTM_H0]]), np.array([[data.LSTM_C0]])
    A = layer.forward(data.LSTM_X[None, :, None], H_start=H, C_start=C)
    expected = [
        # i, f, candidate, o; C; h
        (0.3775406688, 0.7310585786, -0.8482836400, 0.4378234991),
        (0.0386539466, 0.9456713189, 0.9746868924, 0.2759310056),
    ]
    memories, outputs = [1.1418555845, 1.1174955716], [0.3568427806, 0.2225924472]
    np.testing.assert_allclose(layer.gates[:, :, 0], expected, atol=5e-11)
    np.testing.assert_allclose(layer.C[1:, 0, 0], memories, atol=5e-11)
    np.testing.assert_allclose(A[0, :, 0], outputs, atol=5e-11)
    for x, memory, output in zip(data.LSTM_X, memories, outputs, strict=True):
        H, C = lstm_step([[x]], H, C, *weights)
        assert C[0, 0] == pytest.approx(memory, abs=5e-11)
        assert H[0, 0] == pytest.approx(output, abs=5e-11)


def test_r07_parameter_counts_ours_and_torchs():
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    for kind, d, h, ours, theirs in [
        (LSTM, 2, 3, 72, 84),
        (LSTM, 28, 64, 23_808, 24_064),
        (RNN, 2, 3, 18, None),
    ]:
        assert sum(p.size for p in kind(d, h, rng).params.values()) == ours
        if theirs:
            twin = torch.nn.LSTM(d, h)
            assert sum(p.numel() for p in twin.parameters()) == theirs


def test_r08_why_gates():
    assert sigmoid_slope(0.0) ** 10 == pytest.approx(9.5e-7, rel=0.01)
    # a forget gate kept at f, nothing admitted: the memory after 50 steps
    for f_gate, kept in [(0.9, 0.0052), (0.5, 8.9e-16)]:
        b = np.array([-800, math.log(f_gate / (1 - f_gate)), 0, 0])
        layer = LSTM.from_arrays(np.zeros((1, 4)), np.zeros((1, 4)), b)
        layer.forward(np.zeros((1, 50, 1)), C_start=[[1.0]])
        assert layer.C[50, 0, 0] == pytest.approx(kept, rel=0.02)


def test_r09_back_through_time_of_the_recurrent_unit():
    layer = RNN.from_arrays([[1.0]], [[-2.0]], [0.5])
    layer.forward(data.RECURRENT_X[None, :, None], H_start=[[0.3]])
    upstream = [1.0, -2.0, 0.5]
    dX = layer.backward(np.array(upstream)[None, :, None])

    def cost(w_x, w_h, b, h, *xs):
        total = 0.0
        for x, g in zip(xs, upstream, strict=True):
            z = w_x * x + w_h * h + b
            h = 2 * sigmoid(2 * z) - 1  # tanh, written with what A-06 uses
            total = total + g * h
        return total

    slopes = grad(cost, 1.0, -2.0, 0.5, 0.3, *data.RECURRENT_X)
    mine = [*(g.item() for g in layer.grads.values()), layer.dH_start.item()]
    np.testing.assert_allclose([*mine, *dX[0, :, 0]], slopes, rtol=1e-12)
