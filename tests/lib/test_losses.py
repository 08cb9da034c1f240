"""Losses and gradients against torch, weighted and not; what is refused."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from nnbyhand import losses
from nnbyhand.gradcheck import compare, numerical_gradient
from nnbyhand.losses import LOSSES, cross_entropy, cross_entropy_gradient

pytestmark = pytest.mark.filterwarnings("error")

RNG = np.random.default_rng(0)
REGRESSION = ["mse", "half_squared", "mae"]


def parity(ours, twin, Z, *rest, rtol=1e-10, **keywords):
    """Compare value and gradient; the upstream is not 1, so that × and ÷ differ."""
    torch = pytest.importorskip("torch")
    value, gradient = LOSSES[ours]
    tensor = torch.tensor(Z, requires_grad=True)
    loss = twin(tensor)
    (-1.7 * loss).backward()
    assert value(Z, *rest, **keywords) == pytest.approx(loss.item(), rel=rtol)
    np.testing.assert_allclose(
        -1.7 * gradient(Z, *rest, **keywords), tensor.grad.numpy(), rtol, rtol
    )


@pytest.mark.parametrize("shape", [(1, 1), (1, 3), (5, 3), (7,)])
@pytest.mark.parametrize("weighted", [False, True])
@pytest.mark.parametrize("name", REGRESSION)
def test_regression_losses_agree_with_torch(name, weighted, shape):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(3)
    A, Y = rng.normal(size=shape), rng.normal(size=shape)
    w = rng.uniform(0.1, 5, len(A)) if weighted else None

    def twin(a):
        errors = torch.tensor(Y) - a
        each = errors.abs() if name == "mae" else errors**2
        each = each if each.ndim == 1 else each.mean(1)
        if name == "half_squared":
            each = each * (errors.numel() / len(errors)) / 2
        share = torch.ones(len(errors)) if w is None else torch.tensor(w)
        return (share * each).sum() / share.sum()

    parity(name, twin, A, Y, sample_weights=w)


@pytest.mark.parametrize("shape", [(1, 2), (5, 3), (64, 10)])
@pytest.mark.parametrize("one_hot", [False, True])
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_cross_entropy_agrees_with_torch(shape, one_hot, dtype):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(4)
    Z = rng.normal(0, 3, shape).astype(dtype)
    labels = rng.integers(0, shape[1], shape[0])
    class_weights = rng.uniform(0.1, 5, shape[1])
    Y = np.eye(shape[1])[labels] if one_hot else labels
    twin = torch.nn.functional.cross_entropy
    rtol = 1e-10 if dtype == np.float64 else 1e-5
    parity("cross_entropy", lambda z: twin(z, torch.tensor(labels)), Z, Y, rtol=rtol)
    weights = torch.tensor(class_weights.astype(dtype))
    parity(
        "cross_entropy",
        lambda z: twin(z, torch.tensor(labels), weight=weights),
        Z,
        Y,
        rtol=rtol,
        class_weights=class_weights,
    )
    w = rng.uniform(0.1, 5, shape[0])
    both = torch.tensor((w * class_weights[labels]).astype(dtype))
    parity(
        "cross_entropy",
        lambda z: (
            (both * twin(z, torch.tensor(labels), reduction="none")).sum() / both.sum()
        ),
        Z,
        Y,
        rtol=rtol,
        sample_weights=w,
        class_weights=class_weights,
    )


@pytest.mark.parametrize("shape", [(1, 1), (5, 3), (6,)])
def test_binary_cross_entropy_agrees_with_torch(shape):
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(5)
    Z, Y = rng.normal(0, 3, shape), rng.integers(0, 2, shape)
    twin = torch.nn.functional.binary_cross_entropy_with_logits
    target = torch.tensor(Y, dtype=torch.float64)
    parity("binary_cross_entropy", lambda z: twin(z, target), Z, Y)
    w = rng.uniform(0.1, 5, shape[0])
    entries = np.broadcast_to(w.reshape(-1, *[1] * (Z.ndim - 1)), shape)
    entries = torch.tensor(entries * np.where(Y == 1, 4.0, 0.5))
    parity(
        "binary_cross_entropy",
        lambda z: twin(z, target, weight=entries, reduction="sum") / entries.sum(),
        Z,
        Y,
        sample_weights=w,
        class_weights=[0.5, 4.0],
    )


@pytest.mark.parametrize("name", LOSSES)
def test_gradients_agree_with_central_differences(name):
    value, gradient = LOSSES[name]
    Z = RNG.normal(size=(5, 3))
    Y = np.array([0, 1, 2, 0, 1]) if name == "cross_entropy" else RNG.random((5, 3))
    w = np.array([1, 2, 0.5, 0, 3])
    numerical = numerical_gradient(lambda z: value(z, Y, w), Z)
    assert compare(name, gradient(Z, Y, w), numerical).verdict == "right"


@pytest.mark.parametrize(
    ("name", "loss", "share"),
    [("cross_entropy", 1000, 0.5), ("binary_cross_entropy", 500, 0.25)],
)
@pytest.mark.parametrize("dtype", [np.float32, np.float64])
def test_huge_logits_give_finite_losses(name, loss, share, dtype):
    Z = np.array([[1000.0, -1000.0], [-1000.0, 1000.0]], dtype)
    Y = np.array([[0.0, 1.0], [0.0, 1.0]])
    value, gradient = LOSSES[name]
    assert value(Z, Y) == loss
    np.testing.assert_array_equal(gradient(Z, Y), [[share, -share], [0, 0]])
    assert gradient(Z, Y).dtype == dtype


def test_mae_slope_is_zero_at_the_kink():
    assert losses.mae_gradient([[2.0, 3.0]], [[2.0, 1.0]]).tolist() == [[0, 0.5]]


def test_a_doubled_example_equals_a_weight_of_two():
    Z, labels = RNG.normal(size=(4, 3)), np.array([0, 2, 1, 1])
    twice = np.concatenate([Z, Z[:1]]), np.concatenate([labels, labels[:1]])
    got = cross_entropy(Z, labels, sample_weights=[2, 1, 1, 1])
    assert got == pytest.approx(cross_entropy(*twice), rel=1e-12)


logits = arrays(np.float64, (4, 3), elements=st.floats(-30, 30))


@settings(deadline=None)
@given(logits, st.floats(-100, 100))
def test_cross_entropy_does_not_feel_a_shift(Z, shift):
    labels = np.array([0, 1, 2, 0])
    got = cross_entropy(Z + shift, labels)
    assert got == pytest.approx(cross_entropy(Z, labels), rel=1e-9, abs=1e-9)


@settings(deadline=None)
@given(logits)
def test_cross_entropy_gradient_rows_sum_to_zero(Z):
    sums = cross_entropy_gradient(Z, np.array([0, 1, 2, 0])).sum(axis=1)
    np.testing.assert_allclose(sums, 0, atol=1e-15)


@pytest.mark.parametrize("name", LOSSES)
def test_arguments_stay_unchanged(name):
    Z, Y = RNG.random((3, 3)), np.eye(3)
    w = np.array([1.0, 2.0, 3.0])
    before = Z.copy(), Y.copy(), w.copy()
    for function in LOSSES[name]:
        function(Z, Y, w)
    for array, kept in zip((Z, Y, w), before, strict=True):
        np.testing.assert_array_equal(array, kept)


@pytest.mark.parametrize("name", LOSSES)
@pytest.mark.parametrize("which", [0, 1])
def test_refusals_name_the_function(name, which):
    function = LOSSES[name][which]
    called = function.__name__
    Z, Y = np.zeros((3, 2)), np.array([[0, 1], [1, 0], [0, 1]])
    with pytest.raises(ValueError, match=rf"^{called}: . must be finite, got nan"):
        function(np.full((3, 2), np.nan), Y)
    with pytest.raises(ValueError, match=rf"^{called}: Y must be \(3, 2\)"):
        function(Z, Y[:2])
    with pytest.raises(ValueError, match=rf"^{called}: . is empty"):
        function(Z[:0], Y[:0])
    with pytest.raises(TypeError, match=rf"^{called}: Y must be an array of numbers"):
        function(Z, "abc")
    with pytest.raises(ValueError, match=rf"^{called}: sample_weights must be \(3,\)"):
        function(Z, Y, [1, 2])
    with pytest.raises(ValueError, match="must not be negative nor all zero"):
        function(Z, Y, [1, -2, 3])
    with pytest.raises(ValueError, match="must not be negative nor all zero"):
        function(Z, Y, [0, 0, 0])


@pytest.mark.parametrize("labels", [[0, 3, 1], [0, -1, 1], [0.0, 1.5, 1.0]])
def test_labels_out_of_range_are_refused(labels):
    with pytest.raises(ValueError, match="whole numbers from 0 to 2, got values from"):
        cross_entropy(np.zeros((3, 3)), labels)


@pytest.mark.parametrize("Y", [[[1, 1]], [[0.5, 0.5]], [[0, 0]], [[2, -1]]])
def test_rows_that_are_not_one_hot_are_refused(Y):
    with pytest.raises(ValueError, match="one-hot"):
        cross_entropy([[0.0, 0.0]], Y)


def test_other_refusals():
    with pytest.raises(ValueError, match=r"Y must be \(3,\).*got \(4,\)"):
        cross_entropy(np.zeros((3, 2)), [0, 1, 0, 1])
    with pytest.raises(ValueError, match=r"A must be \(n, k\) or \(n,\)"):
        losses.mse(np.zeros((2, 2, 2)), np.zeros((2, 2, 2)))
    with pytest.raises(ValueError, match=r"Y must be \(3, 1\).*got \(3,\)"):
        losses.mse(np.zeros((3, 1)), np.zeros(3))
    with pytest.raises(ValueError, match="from 0 \\(no\\) to 1 \\(yes\\)"):
        losses.binary_cross_entropy([[0.0]], [[2.0]])
    with pytest.raises(ValueError, match=r"class_weights must be \(2,\)"):
        cross_entropy(np.zeros((1, 2)), [0], class_weights=[1, 2, 3])
