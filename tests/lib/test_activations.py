"""Activations and slopes against torch, at their edges, and by their properties."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnbyhand.activations import ACTIVATIONS, log_softmax, sigmoid, softmax

pytestmark = pytest.mark.filterwarnings("error")

SMOOTH = ["linear", "sigmoid", "tanh", "relu"]
SHAPES = [(1, 1), (1, 7), (5, 3), (4,), (2, 3, 5)]


def torch_twin(name):
    torch = pytest.importorskip("torch")
    return {
        "linear": lambda Z: Z * 1.0,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
        "relu": torch.relu,
        "softmax": lambda Z: torch.softmax(Z, dim=-1),
    }[name]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", SMOOTH)
def test_values_and_slopes_agree_with_torch(name, shape):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(1)
    Z, upstream = rng.normal(0, 3, shape), rng.normal(size=shape)
    function, slope = ACTIVATIONS[name]
    twin = torch.tensor(Z, requires_grad=True)
    A = torch_twin(name)(twin)
    A.backward(torch.tensor(upstream))
    np.testing.assert_allclose(function(Z), A.detach().numpy(), rtol=1e-12)
    np.testing.assert_allclose(
        upstream * slope(Z), twin.grad.numpy(), rtol=1e-9, atol=1e-15
    )


@pytest.mark.parametrize("shape", [(1, 2), (5, 3), (4,)])
def test_softmax_slope_agrees_with_torch(shape):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(2)
    Z, upstream = rng.normal(0, 2, shape), rng.normal(size=shape)
    twin = torch.tensor(Z, requires_grad=True)
    A = torch.softmax(twin, dim=-1)
    A.backward(torch.tensor(upstream))
    slope = ACTIVATIONS["softmax"][1](Z)
    assert slope.shape == (*shape, shape[-1])
    got = np.einsum("...i,...ij->...j", upstream, slope)
    np.testing.assert_allclose(got, twin.grad.numpy(), rtol=1e-9, atol=1e-15)


def test_relu_step_and_sign_are_strict_at_zero():
    zero = np.zeros(1)
    assert ACTIVATIONS["relu"][1](zero) == 0
    assert ACTIVATIONS["step"][0](zero) == 0
    assert ACTIVATIONS["sign"][0](zero) == -1
    assert ACTIVATIONS["step"][1](np.array([-1.0, 0.0, 2.0])).tolist() == [0, 0, 0]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ["sigmoid", "tanh", "relu", "softmax"])
def test_no_warning_and_no_nan_at_a_thousand(name, dtype):
    Z = np.array([[-1000.0, 0.0, 1000.0]], dtype=dtype)
    function, slope = ACTIVATIONS[name]
    assert np.isfinite(function(Z)).all()
    assert np.isfinite(slope(Z)).all()


def test_sigmoid_agrees_with_the_form_that_treats_negative_sums_apart():
    Z = np.concatenate([np.linspace(-700, 700, 2001), [-1000.0, 1000.0]])
    e = np.exp(-np.abs(Z))
    apart = np.where(Z >= 0, 1, e) / (1 + e)
    np.testing.assert_allclose(sigmoid(Z), apart, rtol=1e-14, atol=1e-320)
    assert sigmoid(np.array([-1000.0, 1000.0])).tolist() == [0, 1]


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("name", ACTIVATIONS)
def test_dtype_follows_and_argument_stays(name, dtype):
    Z = np.array([[-1.5, 0.25, 2.0]], dtype=dtype)
    before = Z.copy()
    for function in ACTIVATIONS[name]:
        out = function(Z)
        assert out.dtype == dtype
        out += 1
        np.testing.assert_array_equal(Z, before)


rows = arrays(np.float64, (3, 4), elements=st.floats(-50, 50))


@settings(deadline=None)
@given(rows, st.floats(-1e3, 1e3))
def test_softmax_does_not_feel_a_shift(Z, shift):
    np.testing.assert_allclose(softmax(Z + shift), softmax(Z), rtol=1e-9, atol=1e-12)


@settings(deadline=None)
@given(rows)
def test_probabilities_sum_to_one_and_match_their_logarithm(Z):
    P = softmax(Z)
    np.testing.assert_allclose(P.sum(axis=1), 1, rtol=1e-12)
    assert (P >= 0).all()
    np.testing.assert_allclose(np.exp(log_softmax(Z)), P, rtol=1e-9)


@settings(deadline=None)
@given(rows)
def test_tanh_is_a_stretched_sigmoid(Z):
    np.testing.assert_allclose(
        ACTIVATIONS["tanh"][0](Z), 2 * sigmoid(2 * Z) - 1, atol=1e-14
    )


@pytest.mark.parametrize("name", ACTIVATIONS)
@pytest.mark.parametrize("wrong", [None, "abc", [[1, 2], [3]], {}])
def test_what_is_no_array_of_numbers_is_refused(name, wrong):
    for function in ACTIVATIONS[name]:
        with pytest.raises(TypeError, match="must be an array of numbers"):
            function(wrong)


def test_empty_arrays_and_single_logits_are_refused():
    with pytest.raises(ValueError, match="sigmoid: Z is empty"):
        sigmoid(np.zeros((0, 3)))
    with pytest.raises(ValueError, match="at least 2 classes"):
        softmax(np.zeros((4, 1)))


def test_nan_passes_so_that_a_diverging_run_shows_in_its_loss():
    assert np.isnan(sigmoid(np.array([np.nan]))).all()
