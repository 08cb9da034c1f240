"""Layers, forward and backward, against torch and by their properties."""

import re
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

import nnbyhand
from nnbyhand.layers import Activation, Dense, Dropout, Flatten, Layer, dropout

pytestmark = pytest.mark.filterwarnings("error")

SIZES = [(1, 1, 1), (1, 4, 3), (5, 2, 4), (7, 3, 1), (64, 9, 5)]  # n, d_in, d_out


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize(("n", "d_in", "d_out"), SIZES)
def test_dense_agrees_with_torch(n, d_in, d_out, dtype):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    X, upstream = rng.normal(size=(n, d_in)), rng.normal(size=(n, d_out))
    W, b = rng.normal(size=(d_in, d_out)), rng.normal(size=d_out)
    X, upstream, W, b = (array.astype(dtype) for array in (X, upstream, W, b))
    twins = [torch.tensor(array, requires_grad=True) for array in (X, W, b)]
    Z = torch.nn.functional.linear(twins[0], twins[1].T, twins[2])
    Z.backward(torch.tensor(upstream))
    layer = Dense.from_arrays(W, b)
    close = {"rtol": 1e-4, "atol": 1e-5} if dtype == np.float32 else {"rtol": 1e-10}
    np.testing.assert_allclose(layer.forward(X), Z.detach().numpy(), **close)
    got = [layer.backward(upstream), layer.grads["W"], layer.grads["b"]]
    for ours, twin in zip(got, twins, strict=True):
        assert ours.dtype == dtype
        np.testing.assert_allclose(ours, twin.grad.numpy(), **close)


@pytest.mark.parametrize("name", ["linear", "sigmoid", "tanh", "relu", "softmax"])
@pytest.mark.parametrize("shape", [(1, 2), (5, 3)])
def test_activation_agrees_with_torch(name, shape):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(1)
    Z, upstream = rng.normal(0, 2, shape), rng.normal(size=shape)
    twin = torch.tensor(Z, requires_grad=True)
    functions = {"linear": lambda z: z * 1, "softmax": lambda z: torch.softmax(z, -1)}
    A = functions.get(name, getattr(torch, name, None))(twin)
    A.backward(torch.tensor(upstream))
    layer = Activation(name)
    np.testing.assert_allclose(layer.forward(Z), A.detach().numpy(), rtol=1e-12)
    np.testing.assert_allclose(
        layer.backward(upstream), twin.grad.numpy(), rtol=1e-9, atol=1e-15
    )


numbers = st.floats(-100, 100)


@settings(deadline=None)
@given(arrays(float, (3, 2), elements=numbers), arrays(float, (3, 2), elements=numbers))
def test_dense_without_bias_is_linear(X, Y):
    layer = Dense.from_arrays([[1.0, -2.0, 0.5], [0.25, 3.0, -1.0]])
    together = layer.forward(2 * X - 3 * Y)
    apart = 2 * layer.forward(X) - 3 * layer.forward(Y)
    np.testing.assert_allclose(together, apart, atol=1e-9)


def test_a_dense_layer_without_bias_learns_no_bias():
    layer = Dense.from_arrays(np.eye(2))
    layer.forward(np.ones((3, 2)))
    layer.backward(np.ones((3, 2)))
    assert layer.params.keys() == layer.grads.keys() == {"W"}
    assert repr(layer) == "Dense 2-2 without bias"


def test_from_arrays_copies():
    W, b = np.eye(2), np.zeros(2)
    layer = Dense.from_arrays(W, b)
    layer.params["W"] += 1
    layer.params["b"] += 1
    np.testing.assert_array_equal(W, np.eye(2))
    assert not b.any()


def test_without_input_gradient_only_dX_is_left_out():
    layer = Dense(4, 3, np.random.default_rng(0))
    X, delta = np.random.default_rng(1).normal(size=(5, 4)), np.ones((5, 3))
    layer.forward(X)
    assert layer.backward(delta).shape == (5, 4)
    W, b = layer.grads["W"], layer.grads["b"]
    layer.input_gradient = False
    assert layer.backward(delta) is None
    np.testing.assert_array_equal(layer.grads["W"], W)
    np.testing.assert_array_equal(layer.grads["b"], b)


def test_backward_replaces_gradients_and_leaves_its_arguments_alone():
    layer = Dense(4, 3, np.random.default_rng(0))
    X, delta = np.ones((5, 4)), np.ones((5, 3))
    layer.forward(X)
    layer.backward(delta)
    first = layer.grads["W"]
    kept = first.copy()
    layer.backward(2 * delta)
    np.testing.assert_array_equal(first, kept)
    np.testing.assert_array_equal(layer.grads["W"], 2 * kept)
    assert (X == 1).all()
    assert (delta == 1).all()


def test_same_seed_same_layer():
    one, two = (Dense(4, 3, np.random.default_rng(7)) for _ in range(2))
    np.testing.assert_array_equal(one.params["W"], two.params["W"])


@pytest.mark.parametrize("p", [0.2, 0.5])
def test_dropout_keeps_the_mean_and_the_share(p):
    layer = Dropout(p, np.random.default_rng(0))
    X = np.full((200, 100), 3.0)
    A = layer.forward(X, train=True)
    assert (A == 0).mean() == pytest.approx(p, abs=0.01)
    assert A.mean() == pytest.approx(3.0, rel=0.02)
    np.testing.assert_array_equal(np.unique(A), [0, 3 / (1 - p)])


def test_dropout_backward_uses_the_mask_and_scale_of_forward():
    layer = Dropout(0.2, np.random.default_rng(0))
    X = np.random.default_rng(1).normal(size=(50, 7))
    A = layer.forward(X, train=True)
    upstream = np.random.default_rng(2).normal(size=X.shape)
    np.testing.assert_allclose(layer.backward(upstream), upstream * A / X, rtol=1e-12)


def test_dropout_is_off_in_evaluation_and_new_in_every_batch():
    layer = Dropout(0.5, np.random.default_rng(0))
    X = np.ones((20, 20))
    one, two = layer.forward(X, train=True), layer.forward(X, train=True)
    assert (one != two).any()
    np.testing.assert_array_equal(layer.forward(X), X)
    np.testing.assert_array_equal(layer.backward(X), X)


def test_dropout_draws_the_same_mask_for_both_dtypes():
    outs = [
        Dropout(0.3, np.random.default_rng(3)).forward(np.ones((9, 9), d), train=True)
        for d in (np.float32, np.float64)
    ]
    np.testing.assert_array_equal(outs[0] == 0, outs[1] == 0)
    assert [out.dtype for out in outs] == [np.float32, np.float64]


def test_flatten_and_back():
    X = np.arange(2 * 3 * 4 * 5.0).reshape(2, 3, 4, 5)
    layer = Flatten()
    flat = layer.forward(X)
    np.testing.assert_array_equal(flat, X.reshape(2, 60))
    np.testing.assert_array_equal(layer.backward(flat), X)


@pytest.mark.parametrize("tag", ["BP1", "BP2", "BP3", "BP4"])
def test_each_equation_tag_stands_on_one_line_of_code(tag):
    folder = Path(nnbyhand.__file__).parent
    names = ["activations", "losses", "layers", "network", "train", "gradcheck"]
    lines = [
        line
        for name in names
        for line in (folder / f"{name}.py").read_text("utf-8").splitlines()
        if re.search(rf"\b{tag}\b", line)
    ]
    assert len(lines) == 1
    assert re.match(rf"\s+\S.* # {tag}\b", lines[0])


def test_refusals_of_shapes():
    layer = Dense(3, 2, np.random.default_rng(0))
    with pytest.raises(
        ValueError, match=r"Dense.forward: X must be \(n, 3\).*\(5, 4\)"
    ):
        layer.forward(np.zeros((5, 4)))
    with pytest.raises(ValueError, match=r"Dense.forward: X must be .*got \(3,\)"):
        layer.forward(np.zeros(3))
    with pytest.raises(ValueError, match=r"Dense.forward: X is empty"):
        layer.forward(np.zeros((0, 3)))
    layer.forward(np.zeros((5, 3)))
    with pytest.raises(ValueError, match=r"Dense.backward: delta must be \(5, 2\)"):
        layer.backward(np.zeros((4, 2)))
    with pytest.raises(TypeError, match=r"forward: X must be an array of numbers"):
        layer.forward("abc")
    with pytest.raises(ValueError, match=r"from_arrays: b must be \(2,\)"):
        Dense.from_arrays(np.eye(2), np.zeros(3))
    with pytest.raises(ValueError, match="must have an axis of examples"):
        Flatten().forward(np.zeros(3))
    with pytest.raises(ValueError, match=r"dropout: mask must be \(2,\)"):
        dropout(np.ones(2), np.ones(3), 0.5)


@pytest.mark.parametrize("layer", [Activation("relu"), Flatten()], ids=repr)
def test_backward_before_forward_is_refused(layer):
    with pytest.raises(RuntimeError, match="call forward first"):
        layer.backward(np.zeros((2, 2)))


def test_other_refusals():
    rng = np.random.default_rng(0)
    with pytest.raises(ValueError, match="init must be one of he, glorot"):
        Dense(2, 2, rng, init="lucky")
    with pytest.raises(ValueError, match="name must be one of step, sign"):
        Activation("sigmiod")
    with pytest.raises(TypeError, match="rng must be a numpy Generator"):
        Dropout(0.5, 0)
    for p in (-0.1, 1.0):
        with pytest.raises(ValueError, match="p must be at least 0 and below 1"):
            Dropout(p, rng)
    with pytest.raises(NotImplementedError, match="Layer has no forward"):
        Layer().forward(np.zeros((1, 1)))
