"""Starting weights: their spread, their reproducibility, what is refused."""

import numpy as np
import pytest

from nnbyhand.initialise import INITIALISERS, fans, glorot, he, uniform, zeros

pytestmark = pytest.mark.filterwarnings("error")


@pytest.mark.parametrize("shape", [(784, 512), (64, 32, 5, 5)])
def test_spread_is_the_rule(shape):
    n_in, n_out = fans(shape)
    rng = np.random.default_rng(0)
    assert he(shape, rng).std() == pytest.approx((2 / n_in) ** 0.5, rel=0.02)
    both = (2 / (n_in + n_out)) ** 0.5
    assert glorot(shape, rng).std() == pytest.approx(both, rel=0.02)
    W = uniform(shape, rng)
    assert np.abs(W).max() == pytest.approx(n_in**-0.5, rel=0.01)
    assert np.abs(W).max() <= n_in**-0.5
    assert W.std() == pytest.approx((3 * n_in) ** -0.5, rel=0.02)
    assert not zeros(shape).any()


def test_convolution_counts_its_window():
    assert fans((8, 3, 5, 7)) == (3 * 35, 8 * 35)


@pytest.mark.parametrize("name", ["he", "glorot", "uniform"])
def test_same_seed_same_weights_in_both_dtypes(name):
    draw = INITIALISERS[name]
    once = draw((6, 4), np.random.default_rng(5))
    again = draw((6, 4), np.random.default_rng(5))
    single = draw((6, 4), np.random.default_rng(5), np.float32)
    np.testing.assert_array_equal(once, again)
    np.testing.assert_array_equal(once.astype(np.float32), single)
    rng = np.random.default_rng(5)
    assert (draw((6, 4), rng) != draw((6, 4), rng)).all()


def test_he_keeps_the_spread_through_ten_relu_layers():
    rng = np.random.default_rng(0)
    A = rng.normal(size=(200, 256))
    for _ in range(10):
        A = np.maximum(A @ he((256, 256), rng), 0)
    assert 0.5 < np.sqrt((A**2).mean()) < 2


def test_what_is_refused():
    with pytest.raises(TypeError, match="he: rng must be a numpy Generator"):
        he((2, 3), 0)
    with pytest.raises(ValueError, match="fans: shape must be"):
        fans((2, 3, 4))
    with pytest.raises(ValueError, match="positive sizes"):
        fans((0, 3))
