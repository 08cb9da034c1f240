"""Convolution and pooling: against torch, scipy and differences; both forms agree."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nnbyhand import conv_layers
from nnbyhand.conv import (
    AveragePool2d,
    Conv2d,
    MaxPool2d,
    average_pool2d,
    average_pool2d_gradient,
    conv2d,
    conv2d_gradients,
    max_pool2d,
    max_pool2d_gradient,
    output_size,
)

CONVS = [  # n, c_in, c_out, (h, w), (kh, kw), stride, padding
    (2, 1, 1, (5, 5), (3, 3), 1, 0),
    (1, 3, 2, (7, 4), (3, 2), 1, 1),
    (3, 2, 5, (8, 11), (2, 4), 2, 0),
    (4, 2, 3, (9, 6), (3, 3), 3, 2),
    (2, 3, 4, (4, 4), (1, 1), 1, 0),
    (1, 1, 2, (3, 3), (3, 3), 2, 1),
    (5, 4, 6, (12, 10), (5, 3), 2, 2),
]
POOLS = [  # shape, size, stride
    ((2, 3, 4, 6), 2, 2),
    ((1, 1, 5, 7), 2, 2),
    ((3, 2, 7, 8), 3, 3),
    ((2, 2, 6, 5), 3, 1),
    ((2, 1, 8, 8), 2, 3),
    ((1, 4, 3, 3), 1, 1),
    ((2, 2, 9, 7), 3, 2),
    ((1, 1, 34, 17), 17, 17),  # more places than a byte can number
]


def draw_conv(case, dtype=np.float64):
    n, c_in, c_out, (h, w), (kh, kw), stride, padding = case
    rng = np.random.default_rng(7)
    X = rng.standard_normal((n, c_in, h, w)).astype(dtype)
    W = rng.standard_normal((c_out, c_in, kh, kw)).astype(dtype)
    b = rng.standard_normal(c_out).astype(dtype)
    grid = output_size(h, kh, stride, padding), output_size(w, kw, stride, padding)
    delta = rng.standard_normal((n, c_out, *grid)).astype(dtype)
    return X, W, b, delta, stride, padding


@pytest.mark.parametrize("few", [10**6, 1], ids=["blocks", "one row"])
@pytest.mark.parametrize("case", CONVS, ids=str)
def test_plain_and_fast_convolution_agree_with_torch(case, few, monkeypatch):
    torch = pytest.importorskip("torch")
    monkeypatch.setattr(conv_layers, "FEW_PRODUCTS", few)
    monkeypatch.setattr(conv_layers, "MOST_COLUMNS", 10**6 * few)
    X, W, b, delta, stride, padding = draw_conv(case)
    tX, tW, tb = (torch.tensor(a, requires_grad=True) for a in (X, W, b))
    tZ = torch.nn.functional.conv2d(tX, tW, tb, stride, padding)
    tZ.backward(torch.tensor(delta))
    layer = Conv2d.from_arrays(W, b, stride, padding)
    fast = layer.forward(X, train=True), layer.backward(delta), *layer.grads.values()
    plain = (
        conv2d(X, W, b, stride, padding),
        *conv2d_gradients(delta, X, W, stride, padding),
    )
    for mine in (plain, fast):
        for got, theirs in zip(mine, (tZ, tX.grad, tW.grad, tb.grad), strict=True):
            np.testing.assert_allclose(got, theirs.detach(), rtol=1e-9, atol=1e-11)


@pytest.mark.parametrize("limit", [300, 3000, 2**20])
def test_blocks_of_any_size_give_the_same(limit, monkeypatch):
    X, W, b, delta, stride, padding = draw_conv(CONVS[-1])
    expected = conv2d(X, W, b, stride, padding)
    monkeypatch.setattr(conv_layers, "FEW_PRODUCTS", limit)
    monkeypatch.setattr(conv_layers, "MOST_COLUMNS", limit)
    layer = Conv2d.from_arrays(W, b, stride, padding)
    np.testing.assert_allclose(layer.forward(X), expected, atol=1e-12)
    dX, dW, _ = conv2d_gradients(delta, X, W, stride, padding)
    np.testing.assert_allclose(layer.backward(delta), dX, atol=1e-12)
    np.testing.assert_allclose(layer.grads["W"], dW, atol=1e-12)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_convolution_is_scipys_correlation(data):
    signal = pytest.importorskip("scipy.signal")
    size = st.integers(1, 4)
    kh, kw = data.draw(size), data.draw(size)
    h, w = kh + data.draw(size) - 1, kw + data.draw(size) - 1
    rng = np.random.default_rng(data.draw(st.integers(0, 10**6)))
    image, kernel = rng.standard_normal((h, w)), rng.standard_normal((kh, kw))
    expected = signal.correlate2d(image, kernel, mode="valid")
    Z = conv2d(image[None, None], kernel[None, None])
    np.testing.assert_allclose(Z[0, 0], expected, atol=1e-12)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.floats(-3, 3))
def test_convolution_is_linear_in_the_image(seed, factor):
    rng = np.random.default_rng(seed)
    X, Y = rng.standard_normal((2, 2, 2, 5, 4))
    layer = Conv2d.from_arrays(rng.standard_normal((3, 2, 3, 2)), padding=1)
    together = layer.forward(X + factor * Y)
    apart = layer.forward(X) + factor * layer.forward(Y)
    np.testing.assert_allclose(together, apart, atol=1e-11)


@pytest.mark.parametrize("make", [np.array, np.round], ids=["distinct", "many ties"])
@pytest.mark.parametrize(("shape", "size", "stride"), POOLS)
@pytest.mark.parametrize("kind", ["max", "average"])
def test_plain_and_fast_pooling_agree_with_torch(kind, shape, size, stride, make):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(3)
    X = make(rng.standard_normal(shape))
    tX = torch.tensor(X, requires_grad=True)
    function = torch.nn.functional
    pool = function.max_pool2d if kind == "max" else function.avg_pool2d
    tA = pool(tX, size, stride)
    dA = rng.standard_normal(tuple(tA.shape))
    tA.backward(torch.tensor(dA))
    layer = (MaxPool2d if kind == "max" else AveragePool2d)(size, stride)
    forward = max_pool2d if kind == "max" else average_pool2d
    back = max_pool2d_gradient if kind == "max" else average_pool2d_gradient
    for A, dX in (
        (layer.forward(X), layer.backward(dA)),
        (forward(X, size, stride), back(dA, X, size, stride)),
    ):
        np.testing.assert_allclose(A, tA.detach(), atol=1e-14)
        np.testing.assert_allclose(dX, tX.grad, atol=1e-14)


def test_gradients_match_central_differences():
    X, W, b, delta, stride, padding = draw_conv(CONVS[1])
    dX, dW, db = conv2d_gradients(delta, X, W, stride, padding)
    for array, gradient in ((X, dX), (W, dW), (b, db)):
        for place in list(np.ndindex(array.shape))[::7]:
            old, costs = array[place], []
            for value in (old + 1e-6, old - 1e-6):
                array[place] = value
                costs.append((conv2d(X, W, b, stride, padding) * delta).sum())
            array[place] = old
            slope = (costs[0] - costs[1]) / 2e-6
            assert gradient[place] == pytest.approx(slope, rel=1e-6, abs=1e-7)


def test_samples_last_memory_stays_between_layers():
    rng = np.random.default_rng(0)
    layers = [Conv2d(1, 2, 3, rng), MaxPool2d(2), Conv2d(2, 3, 3, rng), AveragePool2d()]
    A = rng.standard_normal((4, 1, 14, 14))
    for layer in layers:
        A = layer.forward(A)
        assert A.transpose(1, 2, 3, 0).flags.c_contiguous
        assert np.shares_memory(conv_layers.examples_last(A), A)


def test_float32_stays_and_nothing_is_changed_in_place():
    X, W, b, delta, stride, padding = draw_conv(CONVS[2], np.float32)
    before = [a.copy() for a in (X, W, b, delta)]
    layer = Conv2d.from_arrays(W, b, stride, padding)
    pools = MaxPool2d(2), AveragePool2d(2)
    A = layer.forward(X, train=True)
    assert A.dtype == layer.backward(delta).dtype == np.float32
    assert {g.dtype for g in layer.grads.values()} == {np.dtype(np.float32)}
    for pool in pools:
        assert pool.forward(X).dtype == np.float32
        assert pool.backward(pool.forward(X)).dtype == np.float32
    conv2d(X, W, b, stride, padding)
    conv2d_gradients(delta, X, W, stride, padding)
    for old, now in zip(before, (X, W, b, delta), strict=True):
        np.testing.assert_array_equal(old, now)


def test_backward_after_a_second_forward_uses_the_second():
    X, W, b, delta, stride, padding = draw_conv(CONVS[3])
    layer = Conv2d.from_arrays(W, b, stride, padding)
    layer.forward(X)
    layer.backward(delta)
    layer.forward(2 * X)
    layer.backward(delta)
    dW = conv2d_gradients(delta, 2 * X, W, stride, padding)[1]
    np.testing.assert_allclose(layer.grads["W"], dW, atol=1e-11)


def test_input_gradient_is_left_out_on_request():
    X, W, b, delta, stride, padding = draw_conv(CONVS[4])
    layer = Conv2d.from_arrays(W, b, stride, padding)
    layer.input_gradient = False
    layer.forward(X)
    assert layer.backward(delta) is None
    assert np.abs(layer.grads["W"]).min() > 0


def test_scratch_stays_small_for_a_large_batch():
    layer = Conv2d(1, 4, 3, np.random.default_rng(0), padding=1, dtype=np.float32)
    layer.forward(np.zeros((2000, 1, 28, 28), np.float32))
    # one row of columns at least: 9 places of the kernel, 28 pixels, 2000 examples
    assert layer._memory["columns"].size <= max(conv_layers.MOST_COLUMNS, 9 * 28 * 2000)


def test_same_seed_same_filters_and_counts():
    one, two = (Conv2d(3, 32, 3, np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(one.params["W"], two.params["W"])
    assert one.params.keys() == one.grads.keys()
    assert sum(p.size for p in one.params.values()) == 896


@pytest.mark.parametrize(
    ("layer", "text"),
    [
        (Conv2d(1, 8, 3, np.random.default_rng(0)), "Conv2d 1-8, 3×3"),
        (
            Conv2d.from_arrays(np.ones((2, 1, 2, 3)), stride=2, padding=1),
            "Conv2d 1-2, 2×3, stride 2, padding 1, without bias",
        ),
        (MaxPool2d(2), "MaxPool2d 2×2"),
        (AveragePool2d(3, 1), "AveragePool2d 3×3, stride 1"),
    ],
)
def test_repr_says_what_it_is(layer, text):
    assert repr(layer) == text


IMAGE, KERNEL = np.ones((2, 1, 4, 4)), np.ones((3, 1, 3, 3))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: conv2d(IMAGE[0], KERNEL), r"conv2d: X must be \(n, 1, h, w\)"),
        (lambda: conv2d(np.ones((2, 2, 4, 4)), KERNEL), r"got \(2, 2, 4, 4\)"),
        (lambda: conv2d(IMAGE, KERNEL[0]), r"conv2d: W must be \(c_out, c_in"),
        (lambda: conv2d(IMAGE, KERNEL, [1.0]), r"conv2d: b must be \(3,\)"),
        (lambda: conv2d(IMAGE * np.nan, KERNEL), "X must be finite"),
        (lambda: conv2d(np.ones((0, 1, 4, 4)), KERNEL), "X is empty"),
        (lambda: conv2d(IMAGE, KERNEL, stride=0), "stride must be a whole number"),
        (lambda: conv2d(IMAGE, KERNEL, padding=-1), "padding must be a whole number"),
        (lambda: conv2d_gradients(IMAGE, IMAGE, KERNEL), "delta must be"),
        (lambda: output_size(2, window=3), "window of 3 does not fit into 2 pixels"),
        (lambda: max_pool2d(IMAGE, 5), "window of 5 does not fit into 4 pixels"),
        (lambda: max_pool2d(IMAGE[0]), r"max_pool2d: X must be \(n, c, h, w\)"),
        (lambda: MaxPool2d(0), "MaxPool2d: size must be a whole number"),
        (lambda: MaxPool2d(2).forward(IMAGE[0]), "MaxPool2d.forward: X must be"),
        (lambda: Conv2d.from_arrays(KERNEL).forward(IMAGE[0]), "Conv2d.forward: X"),
        (lambda: Conv2d(1, 2, 3, None), "rng must be a numpy Generator"),
        (lambda: Conv2d(1, 2, 3, None, init="x"), "init must be one of"),
        (lambda: max_pool2d_gradient(IMAGE, IMAGE), "dA must be"),
        (lambda: average_pool2d_gradient(IMAGE, IMAGE), "dA must be"),
    ],
)
def test_errors_are_one_clear_line(call, message):
    with pytest.raises((ValueError, TypeError), match=message) as caught:
        call()
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "layer", [Conv2d.from_arrays(KERNEL), MaxPool2d(), AveragePool2d()]
)
def test_backward_refuses_to_come_first_or_another_shape(layer):
    with pytest.raises(RuntimeError, match="call forward first"):
        layer.backward(IMAGE)
    layer.forward(IMAGE)
    with pytest.raises(ValueError, match=r"backward: .* must be"):
        layer.backward(np.ones((9, 9, 9, 9)))
