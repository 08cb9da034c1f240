"""The checker must pass what is right and nothing else."""

import numpy as np
import pytest

from nnbyhand.gradcheck import (
    check_gradients,
    check_network,
    compare,
    numerical_gradient,
)
from nnbyhand.layers import Dense
from nnbyhand.losses import LOSSES
from nnbyhand.network import Network

pytestmark = pytest.mark.filterwarnings("error")


def small_network(**options):
    return Network([3, 4, 2], "tanh", rng=np.random.default_rng(0), **options)


X = np.random.default_rng(1).normal(size=(5, 3))
Y = np.array([0, 1, 1, 0, 1])


def test_a_right_network_passes_and_keeps_its_weights():
    network = small_network()
    before = network.copy_params()
    report = check_network(network, X, Y)
    assert report.passed
    assert [row.name for row in report] == ["0.W", "0.b", "2.W", "2.b"]
    assert all(row.close and row.largest < 1e-6 for row in report)
    assert repr(report).endswith("gradient check passed")
    for name, p in network.params.items():
        np.testing.assert_array_equal(p, before[name])


def spoil(name, change):
    """Check gradients of which one is changed."""
    network = small_network()
    value, gradient = LOSSES["cross_entropy"]
    network.backward(gradient(network.forward(X), Y))
    grads = {key: g.copy() for key, g in network.grads.items()}
    grads[name] = change(grads[name])
    return check_gradients(lambda: value(network.forward(X), Y), network.params, grads)


@pytest.mark.parametrize("name", ["0.W", "0.b", "2.W", "2.b"])
@pytest.mark.parametrize(
    "change",
    [
        lambda g: 0 * g,
        lambda g: -g,
        lambda g: 5 * g,
        lambda g: g * (1 + 1e-2),
        lambda g: g + 1e-4 * (g == g.flat[-1]),
        lambda g: g[..., ::-1],
    ],
    ids=["zero", "sign", "mean forgotten", "one percent", "one entry", "swapped"],
)
def test_a_wrong_gradient_is_found_and_only_that_one(name, change):
    report = spoil(name, change)
    assert not report.passed
    verdicts = {row.name: row.verdict for row in report}
    assert verdicts.pop(name) in ("wrong", "unclear")
    assert set(verdicts.values()) == {"right"}


@pytest.mark.parametrize("scale", [1e-12, 1e-6, 1.0, 1e6])
def test_zero_never_passes_however_small_the_truth(scale):
    row = compare("W", np.zeros((2, 2)), scale * np.ones((2, 2)))
    assert row.verdict == "wrong"
    assert not row.close
    assert row.largest == 1


def test_two_zeros_are_untested_not_passed():
    network = small_network()
    for p in network.params.values():
        p[...] = 0
    report = check_network(network, X, Y)
    assert not report.passed
    assert "untested" in repr(report)
    assert not check_gradients(lambda: 0.0, {}, {}).passed


def test_exact_and_unclear_are_told_apart():
    g = np.array([1.0, -2.0])
    assert compare("W", g, g).exact
    close = compare("W", g, g * (1 + 1e-9))
    assert (close.exact, close.close, close.verdict) == (False, True, "right")
    assert compare("W", g, g * (1 + 1e-4)).verdict == "unclear"


def test_central_differences_are_good_to_h_squared():
    x = np.random.default_rng(2).normal(size=(3, 2))
    before = x.copy()
    got = numerical_gradient(lambda x: float(np.exp(x).sum()), x)
    np.testing.assert_allclose(got, np.exp(x), rtol=1e-8)
    np.testing.assert_array_equal(x, before)


def test_a_loss_that_raises_leaves_the_weights_as_they_were():
    params = {"w": np.ones(2)}

    def loss():
        if params["w"][1] != 1:
            raise KeyError("no")
        return float(params["w"].sum())

    with pytest.raises(KeyError):
        check_gradients(loss, params, {"w": np.ones(2)})
    assert params["w"].tolist() == [1, 1]


def test_a_loss_that_overwrites_the_gradients_changes_nothing():
    params, grads = {"w": np.array([1.0, 2.0])}, {"w": np.array([2.0, 4.0])}

    def loss():
        grads["w"][...] = 0
        return float((params["w"] ** 2).sum())

    assert check_gradients(loss, params, grads).passed


def test_a_layer_with_a_planted_bug_is_found():
    class Forgetful(Dense):
        def backward(self, delta):
            dX = super().backward(delta)
            self.grads["b"] = delta.mean(axis=0)
            return dX

    rng = np.random.default_rng(0)
    network = Network.from_layers([Forgetful(3, 2, rng)])
    report = check_network(network, X, Y)
    assert [row.verdict for row in report] == ["right", "wrong"]


def test_refusals():
    with pytest.raises(TypeError, match=r"0.W must be float64, got float32"):
        check_network(small_network(dtype=np.float32), X, Y)
    with pytest.raises(ValueError, match="equal names, got a and b"):
        check_gradients(lambda: 0.0, {"a": np.ones(1)}, {"b": np.ones(1)})
    with pytest.raises(ValueError, match=r"gradient of W must be \(2,\)"):
        compare("W", np.ones(3), np.ones(2))
    with pytest.raises(ValueError, match="must be finite, got nan"):
        compare("W", [np.nan], [1.0])
    with pytest.raises(ValueError, match="loss must be one of mse"):
        check_network(small_network(), X, Y, "hinge")
