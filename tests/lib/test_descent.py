"""Descent, batches, the range test and one trained unit; the numbers of unit 04."""

import numpy as np
import pytest

from nnbyhand.activations import sigmoid
from nnbyhand.data import TWELVE_LABELS, TWELVE_POINTS
from nnbyhand.descent import (
    choose_rate,
    descend,
    digit_pair,
    epoch_mean,
    line_step,
    range_losses,
    small_change,
    train_logistic,
    unit_accuracy,
    updates,
    valley,
    valley_gradient,
)
from nnbyhand.losses import binary_cross_entropy

pytestmark = pytest.mark.filterwarnings("error")


@pytest.mark.parametrize(
    ("lr", "places"),
    [
        (0.1, [0.6, 1.08, 1.464, 1.7712, 2.01696]),
        (0.5, [3]),
        (0.9, [5.4, 1.08, 4.536]),
        (1, [6, 0, 6]),
        (1.1, [6.6, -1.32, 8.184]),
    ],
)
def test_one_weight(lr, places):  # L-13
    walked = descend(lambda w: 2 * (w - 3), 0.0, lr, len(places))
    np.testing.assert_allclose(walked, [0, *places], atol=1e-12)


@pytest.mark.parametrize(
    ("lr", "height"),
    [(0.05, 6.4256), (0.1, 0.7390), (0.18, 0.0185), (0.2, 5.0066), (0.21, 226.3)],
)
def test_the_valley(lr, height):  # L-14
    start = np.array([10.0, 1.0])
    last = descend(valley_gradient, start, lr, 20)[-1]
    assert valley(last) == pytest.approx(height, rel=3e-3)
    assert start.tolist() == [10, 1]


def test_the_valley_has_the_slope_it_says():
    w, h = np.array([1.5, -2.0]), 1e-6
    for j in (0, 1):
        nudge = h * np.eye(2)[j]
        slope = (valley(w + nudge) - valley(w - nudge)) / (2 * h)
        assert slope == pytest.approx(valley_gradient(w)[j])


def test_a_line_through_three_points():  # L-15
    x, y = np.array([0.0, 1, 2]), np.array([1.0, 3, 5])
    w, b, losses = 0.0, 0.0, []
    for k in range(3):
        losses.append(((w * x + b - y) ** 2).mean())
        w, b = line_step(w, b, x, y, 0.1)
        if k == 0:
            assert (w, b) == pytest.approx((0.8666667, 0.6))
    assert losses == pytest.approx([11.6666667, 3.2074074, 0.8954403])
    assert (w, b) == pytest.approx((1.5682963, 1.0604444))


def test_a_small_change_foretells_the_output():  # L-12
    x, w = np.array([1.0, 0.5]), np.array([0.9, 0.3])
    dw, db = np.array([0.01, -0.02]), 0.005
    gaps = []
    for scale, told in ((1, 0.0009601372), (10, 0.0096013724)):
        estimate = small_change(x, w, 0.0, scale * dw, scale * db)
        assert estimate == pytest.approx(told, abs=1e-10)
        true = sigmoid(x @ (w + scale * dw) + scale * db) - sigmoid(x @ w)
        gaps.append(abs(true - estimate))
    assert gaps[1] / gaps[0] == pytest.approx(100, rel=0.05)


def test_batches_are_counted_and_averaged():  # L-16, L-18
    assert [updates(60_000, 32), updates(60_000, 64), updates(1000, 64)] == [
        1875,
        938,
        16,
    ]
    assert updates(1000, 64, 3) == 48
    assert epoch_mean([2, 5, 8, 20], [3, 3, 3, 1]) == 6.5


def test_the_range_test_rises_first_at_half():  # L-19
    lrs = 10 ** (-3 + np.arange(31) / 10)
    start = np.array(1.0)
    losses = range_losses(lambda w: 2 * w**2, lambda w: 4 * w, start, lrs)
    assert (losses[1:27] < losses[:26]).all()
    assert losses[27] > losses[26]
    assert choose_rate(lrs, losses) == pytest.approx(0.0501187, rel=1e-5)
    assert start == 1


def test_full_batches_follow_the_gradient():
    X, y = TWELVE_POINTS, TWELVE_LABELS
    w, b = train_logistic(X[:9], y[:9], 0.1, 9, 1, np.random.default_rng(0))
    np.testing.assert_allclose(w, 0.1 * X[:9].T @ (y[:9] - 0.5) / 9, atol=1e-12)
    assert b == pytest.approx(0.1 * 1.5 / 9)
    more = train_logistic(X, y, 0.1, 12, 50, np.random.default_rng(0))
    assert binary_cross_entropy(X @ more[0] + more[1], y) < 0.3


def test_two_digits_are_told_apart():
    X, y, X_test, y_test = digit_pair(1, 7)
    assert (X.shape, X_test.shape) == ((289, 64), (72, 64))
    assert X.max() == 1
    w, b = train_logistic(X, y, 0.1, 16, 10, np.random.default_rng(0))
    assert unit_accuracy(X_test, y_test, w, b) >= 0.95
    assert unit_accuracy(X_test, 1 - y_test, w, b) <= 0.05


def test_wrong_shapes_are_named():
    with pytest.raises(ValueError, match="line_step: y must be"):
        line_step(0, 0, [1, 2], [1, 2, 3], 0.1)
    with pytest.raises(ValueError, match="epoch_mean: sizes"):
        epoch_mean([1, 2], [1])
    with pytest.raises(ValueError, match="train_logistic: X must be"):
        train_logistic(np.ones((3, 2)), [0, 1], 0.1, 2, 1, np.random.default_rng(0))
